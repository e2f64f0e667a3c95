import type {Draft} from '../draft/draft.ts'
import {isFullStop} from '../language/characters.ts'
import type {Quantity} from './quantities.ts'

/** A line with more numbers than this is no sentence, and comparing them all would take too long. */
const MOST_QUANTITIES = 100

/** Sentences as cut by 。！？, with their quantities. */
export interface Told {
  readonly start: number
  readonly end: number
  readonly quantities: readonly Quantity[]
}

/** The end of the sentence that begins at `from`, its mark included. */
function sentenceEnd(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    if (isFullStop(text.charCodeAt(at))) return at + 1
  }
  return end
}

export function sentencesWith(draft: Draft, quantities: readonly Quantity[]): Told[] {
  const told: Told[] = []
  let at = 0
  for (const block of draft.blocks) {
    while (at < quantities.length && (quantities[at] as Quantity).end <= block.start) at++
    const isBare = block.start < block.end && (quantities[at]?.start ?? block.end) >= block.end
    if (isBare && !isFullStop(draft.text.charCodeAt(block.start))) {
      // however many sentences these are
      told.push({start: block.start, end: block.end, quantities: []})
      continue
    }
    for (let start = block.start, end = start; start < block.end; start = end) {
      end = sentenceEnd(draft.text, start, block.end)
      if (end === start + 1 && isFullStop(draft.text.charCodeAt(start))) continue
      while (at < quantities.length && (quantities[at] as Quantity).end <= start) at++
      let to = at
      while (to < quantities.length && (quantities[to] as Quantity).end <= end) to++
      if (to - at <= MOST_QUANTITIES) told.push({start, end, quantities: quantities.slice(at, to)})
      at = to
    }
  }
  return told
}

const PEOPLE = /^[人名位]$/
export const sameUnit = (a: Quantity, b: Quantity): boolean =>
  a.unit === b.unit || (PEOPLE.test(a.unit) && PEOPLE.test(b.unit))

/** The clause of a quantity, with its number. */
export const clauseOf = (text: string, quantity: Quantity): string =>
  text.slice(quantity.before.start, quantity.after.end)

/** What the clause of a quantity says before its number. */
export const wordsBefore = (text: string, {before}: Quantity): string => text.slice(before.start, before.end)

/** What a clause says of a part that is not put right yet. */
export const UNSETTLED = /正在|未|其余|剩余|剩下|待|推进|序时|(?:整改|办理|处理|进行|落实)中|另外?$/
