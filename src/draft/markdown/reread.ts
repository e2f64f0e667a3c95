import {isSpace} from '../../language/characters.ts'
import {type Change, findChange} from '../change.ts'
import type {Block, Directive, Draft} from '../draft.ts'
import {lastInSource, type Segment, segmentMap} from '../source-map.ts'
import {contains, indexAfter, type Span} from '../span.ts'
import {findFrontMatter, mayBeInAddress} from './hidden.ts'
import {kindOf, lineAround} from './lines.ts'
import {readSource} from './read.ts'
import type {Reading} from './read-parts.ts'
import {hasStars, keepsStars} from './stars.ts'

/** What a later text of these drafts can be read by. */
const readings = new WeakMap<Draft, Reading>()

/**
 * Reads a draft in Markdown that was read by this function before, with another text. The result is the same as if it was
 * read anew. Where only words of one block have changed, all else is carried over.
 */
export function rereadMarkdown(source: string, before?: Draft): Draft {
  const known = before && readings.get(before)
  const reading = (known && carryOver(known, source)) ?? readSource(source)
  readings.set(reading.draft, reading)
  return reading.draft
}

function carryOver(known: Reading, source: string): Reading | undefined {
  const change = findChange(known.draft.source, source)
  const block = blockAround(known, change)
  return block && staysPlain(known.draft, source, change, block)
    ? withWords(known, source, change, block.block)
    : undefined
}

/** A block that was read without the parser, and where its words stand in the source: behind the number of an item. */
interface PlainBlock {
  readonly block: Block
  readonly words: Span
}

/** The plain block that holds all that was there before a change. */
function blockAround({draft, plain}: Reading, {from, before}: Change): PlainBlock | undefined {
  const part = plain[indexAfter(plain, from - 1)]
  const block = part && draft.blocks[indexAfter(draft.blocks, draft.map.fromSource(part.start))]
  if (!block) return undefined
  const {start, end} = draft.map.toSource(block)
  const words = {start: Math.max(start, part.start), end}
  return contains(part, words) && contains(words, {start: from, end: before}) ? {block, words} : undefined
}

/**
 * What makes a line more than words: markup, and what is an address or a formula by what stands around it. Any other line
 * means the same whatever its words are, as long as it begins as it did (see `cutParts`) and its stars mean the same.
 */
const MEANING = /[`\\[\]<>&$@\u2028\u2029]|~~|:\/\/|www\./

/** What would end the words of a cell, a heading or a line. */
const BOUND = /[|#\t\r\n]/

/** Whether the words of a block are mere words before and after a change, and nothing else depends on them. */
function staysPlain({source: old}: Draft, source: string, change: Change, {words}: PlainBlock): boolean {
  const by = change.to - change.before
  const {start} = words
  const end = words.end + by
  if (start >= end || isSpace(source.charCodeAt(start)) || isSpace(source.charCodeAt(end - 1))) return false
  if (BOUND.test(source.slice(start, end)) || kindOf(source, start, end) !== 'plain') return false
  const line = lineAround(source, start)
  const now = source.slice(line.start, line.end)
  const before = old.slice(line.start, line.end - by)
  // stars that are markup are no words
  if (MEANING.test(now.replace(/[*_]/g, '')) || MEANING.test(before.replace(/[*_]/g, ''))) return false
  if (hasStars(now) || hasStars(before)) {
    const {from, before: end, to} = change
    const inLine = {from: from - line.start, before: end - line.start, to: to - line.start}
    if (!keepsStars(before, now, inLine)) return false
  }
  const front = findFrontMatter(source)
  return !(front && front.span.end > start) && !mayBeInAddress(source, change.from)
}

/**
 * The words that have changed are copied in one piece, which has nothing inside: what stands before its end stays where it
 * is, all behind moves.
 */
function withWords({draft, segments, plain}: Reading, source: string, change: Change, block: Block): Reading {
  const {from, before, to} = change
  const by = to - before
  const piece = segments[lastInSource(segments, from)] as Segment
  const toText = piece.start - piece.sourceStart
  const end = Math.min(piece.end, block.end)
  const move = (offset: number): number => (offset < end ? offset : offset + by)
  const moveInSource = (offset: number): number => (offset < end - toText ? offset : offset + by)
  const movedDirective = ({value, source, at}: Directive): Directive => ({
    value,
    source: {start: moveInSource(source.start), end: moveInSource(source.end)},
    at: move(at),
  })
  const movedSegments = segments.map((segment) =>
    segment.end < end
      ? segment
      : {
          start: move(segment.start),
          end: segment.end + by,
          sourceStart: moveInSource(segment.sourceStart),
          sourceEnd: segment.sourceEnd + by,
        },
  )
  return {
    draft: {
      ...draft,
      text: draft.text.slice(0, from + toText) + source.slice(from, to) + draft.text.slice(before + toText),
      blocks: movedBlocks(draft.blocks, end, by),
      strong: moved(draft.strong, end, by),
      verbatim: moved(draft.verbatim, end, by),
      directives: draft.directives.map(movedDirective),
      source,
      map: segmentMap(movedSegments),
    },
    segments: movedSegments,
    plain: moved(plain, end - toText, by),
  }
}

/** The spans, with offsets from `from` on moved. */
const moved = (spans: readonly Span[], from: number, by: number): Span[] =>
  spans.map((span) =>
    span.end < from ? span : {start: span.start < from ? span.start : span.start + by, end: span.end + by},
  )

/** Likewise the blocks. Most are mere paragraphs: to copy whatever else there may be takes far longer. */
const movedBlocks = (blocks: readonly Block[], from: number, by: number): Block[] =>
  blocks.map((block) => {
    if (block.end < from) return block
    const start = block.start < from ? block.start : block.start + by
    const end = block.end + by
    return isPlain(block) ? {kind: block.kind, start, end} : {...block, start, end}
  })

const isPlain = ({depth, list, cell, quoted, aside, generated}: Block): boolean =>
  depth === undefined &&
  list === undefined &&
  cell === undefined &&
  quoted === undefined &&
  aside === undefined &&
  generated === undefined
