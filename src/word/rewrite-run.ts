import type {Piece, Run} from '../draft/word/story.ts'
import {escapeXml} from '../draft/word/xml.ts'
import {type Splice, tagNameAt} from './splice.ts'

/** A change inside one run: `[from, to)` of its paragraph's text goes, `text` comes behind it. */
export interface RunChange {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** Opens and closes a tracked change; every call takes a new id. */
export interface Tracker {
  /** @param w prefix with its colon, or nothing */
  open(kind: 'ins' | 'del', w: string): string
}

/** One piece of a rewritten run: what stays, goes or comes. */
interface Chunk {
  readonly state: 'kept' | 'del' | 'ins'
  readonly xml: string
}

/**
 * Writes a run anew as a row of runs: what stays as it was, what goes in `w:del`, what comes in `w:ins`.
 * @param pieces of this run, in order
 * @param changes within the run's text, in order, disjoint
 */
export function rewriteRun(
  xml: string,
  run: Run,
  pieces: readonly Piece[],
  changes: readonly RunChange[],
  tracker: Tracker,
): Splice {
  const name = tagNameAt(xml, run.start)
  const w = name.includes(':') ? name.slice(0, name.indexOf(':') + 1) : ''
  const chunks = [...chunksOf(xml, run, pieces, changes, w)]
  const opening = xml.slice(run.start, run.openEnd) + xml.slice(run.propertiesStart, run.propertiesEnd)
  const {holder} = run
  // nobody's insertion may hold ours: theirs is closed before and opened again behind it
  const isInserted = holder?.name === 'ins' || holder?.name === 'moveTo'
  const holderName = holder && tagNameAt(xml, holder.start)
  const before = isInserted ? `</${holderName}>` : ''
  const after = isInserted ? xml.slice(holder.start, holder.openEnd) : ''
  let insert = ''
  for (let index = 0; index < chunks.length; ) {
    const {state} = chunks[index] as Chunk
    let content = ''
    for (; chunks[index]?.state === state; index++) content += (chunks[index] as Chunk).xml
    const written = `${opening}${content}</${name}>`
    if (state === 'kept') insert += written
    else if (state === 'del') insert += `${tracker.open('del', w)}${written}</${w}del>`
    else insert += `${before}${tracker.open('ins', w)}${written}</${w}ins>${after}`
  }
  return {at: run.start, remove: run.end - run.start, insert}
}

function* chunksOf(
  xml: string,
  run: Run,
  pieces: readonly Piece[],
  changes: readonly RunChange[],
  w: string,
): Generator<Chunk> {
  let at = Math.max(run.propertiesEnd, run.openEnd)
  const rest = [...changes]
  const inserted = (text: string): Chunk => ({
    state: 'ins',
    xml: `<${w}t xml:space="preserve">${escapeXml(text)}</${w}t>`,
  })
  for (const piece of pieces) {
    if (piece.elementStart > at) yield {state: 'kept', xml: xml.slice(at, piece.elementStart)}
    at = piece.elementEnd
    let from = piece.start
    while (rest[0] && rest[0].from < piece.end) {
      const {from: start, to, text} = rest[0]
      const [first, last] = [Math.max(start, from), Math.min(to, piece.end)]
      if (first > from) yield {state: 'kept', xml: part(xml, piece, from, first, 't', w)}
      if (last > first) yield {state: 'del', xml: part(xml, piece, first, last, 'delText', w)}
      from = Math.max(first, last)
      if (to > piece.end) break
      if (text) yield inserted(text)
      rest.shift()
    }
    if (from < piece.end) yield {state: 'kept', xml: part(xml, piece, from, piece.end, 't', w)}
  }
  // what comes behind the run's last character
  for (const {text} of rest) if (text) yield inserted(text)
  const close = xml.lastIndexOf('<', run.end - 1)
  if (close > at) yield {state: 'kept', xml: xml.slice(at, close)}
}

/** A part of a piece: a whole sign as it is, words in a text element of their own. */
function part(xml: string, piece: Piece, from: number, to: number, name: 't' | 'delText', w: string): string {
  if (piece.kind === 'sign') return xml.slice(piece.elementStart, piece.elementEnd)
  if (name === 't' && from === piece.start && to === piece.end) return xml.slice(piece.elementStart, piece.elementEnd)
  const words = piece.run.paragraph.text.slice(from, to)
  return `<${w}${name} xml:space="preserve">${escapeXml(words)}</${w}${name}>`
}
