import type {Draft} from '../draft/draft.ts'
import {indexAfter, type Span, touchesAny} from '../draft/span.ts'
import {mayMatch} from '../language/needs.ts'

export type Match = RegExpExecArray & Span

/** So many matches in a row that cross the end of a block, and the rest of the block is given up. */
const MOST_CROSSINGS = 100

/** How much of the text around a part an expression may look at. */
const CONTEXT = 64

/**
 * Matches of a global expression in prose that begin in a part of a draft: not in code, addresses or HTML, and never over
 * the end of a block.
 */
export function* matchesIn(draft: Draft, pattern: RegExp, from: number, to: number): Iterable<Match> {
  const {text, blocks, verbatim} = draft
  const isWhole = from === 0 && to >= text.length
  const {words, shift} = isWhole ? {words: text, shift: 0} : surroundings(draft, from, to)
  if (!mayMatch(pattern, words)) return
  pattern.lastIndex = isWhole ? 0 : from - shift
  let crossed = 0
  for (let match = pattern.exec(words); match; match = pattern.exec(words)) {
    const start = match.index + shift
    if (start >= to) return
    const end = start + match[0].length
    if (end === start) {
      pattern.lastIndex++
      continue
    }
    const block = blocks[indexAfter(blocks, start)]
    if (!block) return
    if (block.start > start || end > block.end) {
      // what begins between blocks or crosses the end of one is no match; a shorter one may begin behind it, though
      // not behind every character of a long block
      crossed = block.start > start ? 0 : crossed + 1
      pattern.lastIndex = (crossed > MOST_CROSSINGS ? block.end : Math.max(start + 1, block.start)) - shift
      continue
    }
    if (touchesAny(verbatim, {start, end})) continue
    crossed = 0
    const next = pattern.lastIndex
    match.index = start
    yield Object.assign(match, {start, end})
    pattern.lastIndex = next
  }
}

interface Surroundings {
  readonly from: number
  readonly to: number
  readonly words: string
  /** Where they begin. */
  readonly shift: number
}

/** What was looked at last in a part of a draft: one expression after another looks at the same. */
const looked = new WeakMap<Draft, Surroundings>()

/** The words between two places, and what an expression may look at around them. */
function surroundings(part: Draft, from: number, to: number): Surroundings {
  const known = looked.get(part)
  if (known?.from === from && known.to === to) return known
  const low = Math.max(0, from - CONTEXT)
  // a copy: a piece of a text would keep the whole of it in memory as long as one of its matches lives
  const words = `${low > 0 ? ' ' : ''}${part.text.slice(low, to + CONTEXT)}`
  const found = {from, to, words, shift: Math.max(0, low - 1)}
  looked.set(part, found)
  return found
}

/** The same match further along the text. */
export function moveMatch(match: Match, by: number): Match {
  if (by === 0) return match
  const copy = match.slice() as Match
  copy.index = match.index + by
  copy.input = match.input
  if (match.groups) copy.groups = match.groups
  return Object.assign(copy, {start: match.start + by, end: match.end + by})
}
