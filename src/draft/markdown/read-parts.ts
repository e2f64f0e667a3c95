import {matchesOf} from '../../language/matches.ts'
import type {Directive, Draft} from '../draft.ts'
import {type Segment, segmentMap} from '../source-map.ts'
import {inOrder, type Span} from '../span.ts'
import {findAddresses} from '../text.ts'
import {Composer} from './compose.ts'
import {type Hidden, hideParts} from './hidden.ts'
import {cutParts, type Part} from './parts.ts'
import {type StarPairs, settleStars} from './stars.ts'
import {Surroundings} from './surroundings.ts'

/** A source in Markdown, cut into parts: most drafts have none that needs a parser. Stars are settled first. */
export interface Cut {
  readonly source: string
  readonly hidden: Hidden
  readonly parts: readonly Part[]
  /** The stars that make words bold; those of blanks are text. */
  readonly pairs: StarPairs
}

/** @param cut tells which parts of a source need no parser; the draft is the same without it */
export function cutSource(source: string, cut: (visible: string) => readonly Part[] = cutParts): Cut {
  const hidden = hideParts(source)
  return {source, hidden, parts: cut(hidden.visible), pairs: settleStars(hidden.visible)}
}

/** What the words of a source are handed on to. */
export interface Reader {
  readonly source: string
  readonly composer: Composer
  readonly around: Surroundings
}

/** Makes what reads the parts with Markdown (`parser.ts`): it takes longer to load than most drafts to read. */
export type CreateParser = (
  reader: Reader,
  source: {readonly visible: string; readonly pairs: StarPairs},
) => (part: Span) => void

/** A draft, and what a later text of it can be read by. */
export interface Reading {
  readonly draft: Draft
  readonly segments: readonly Segment[]
  /** Sorted, disjoint spans of the source that were read without the parser. */
  readonly plain: readonly Span[]
}

/** Plain parts are read here, the others by a parser. @param createParser may be missing where no part needs one */
export function readParts({source, hidden, parts, pairs}: Cut, createParser?: CreateParser): Reading {
  const composer = new Composer(source, hidden.spans)
  const reader: Reader = {source, composer, around: new Surroundings(source, composer)}
  const bold = {pairs, runs: [...pairs].flat().sort((a, b) => a - b)}
  let parse: ReturnType<CreateParser> | undefined
  const plain: Span[] = []
  for (const part of parts) {
    if (part.kind === 'markdown') {
      parse ??= (createParser as CreateParser)(reader, {visible: hidden.visible, pairs})
      parse(part)
    } else {
      readPlain(reader, part, bold)
      plain.push({start: part.start, end: part.end})
    }
  }
  const text = composer.finish()
  const {segments} = composer
  const draft: Draft = {
    format: 'markdown',
    text,
    blocks: composer.blocks,
    strong: composer.strong,
    verbatim: merge([...composer.verbatim, ...findAddresses(text), ...findFormulas(text)]),
    directives: findDirectives(hidden, composer, source),
    frontMatter: hidden.frontMatter,
    source,
    map: segmentMap(segments),
  }
  return {draft, segments, plain}
}

/** `readMarkdown`, where the parser is loaded only for a draft that needs it. */
export async function readLazily(source: string): Promise<Draft> {
  const cut = cutSource(source)
  const needsParser = cut.parts.some(({kind}) => kind === 'markdown')
  return readParts(cut, needsParser ? (await import('./parser.ts')).createParser : undefined).draft
}

/** The pairs of bold, and where their runs begin, sorted. */
interface Bold {
  readonly pairs: StarPairs
  readonly runs: readonly number[]
}

/** A line without other markup than bold behind its bullet, number or #. */
function readPlain({source, composer, around}: Reader, part: Part, {pairs, runs}: Bold): void {
  const {start, end, item} = part
  openPlain(around, part)
  let at = start
  let depthOfBold = 0
  for (let index = firstFrom(runs, start); (runs[index] ?? end) < end; index++) {
    const run = runs[index] as number
    composer.copy(at, run, {strong: depthOfBold > 0})
    at = run
    while (source.charAt(at) === source.charAt(run) && at !== runs[index + 1]) at++
    // a single star is emphasis, not bold
    if (at - run > 1) depthOfBold += pairs.has(run) ? 1 : -1
  }
  composer.copy(at, end, {strong: depthOfBold > 0})
  composer.close()
  if (item?.last) around.exitList()
}

function openPlain(around: Surroundings, {kind, depth = 0, item, cell, start}: Part): void {
  if (item?.first) around.enterList(item.ordered)
  if (item) around.addPrefix(item.prefix, start)
  if (cell?.opens === 'table') around.enterTable()
  if (cell?.header) around.enterHead()
  else if (cell) around.exitHead()
  if (cell?.opens) around.enterRow()
  if (cell) around.openCell(start)
  else around.open(kind === 'heading' ? {kind, depth} : {kind: 'paragraph'}, start)
}

/** The first of the sorted `offsets` that is not before `offset`, by its index. */
function firstFrom(offsets: readonly number[], offset: number): number {
  let low = 0
  let high = offsets.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((offsets[middle] as number) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** `$x^2$`: Latin text between two dollars on one line. Amounts of money have a space or a Chinese character in between. */
const FORMULA = /\$\$?[^\s$][\x21-\x23\x25-\x7e ]{0,200}\$\$?(?!\d)/g

const findFormulas = (text: string): Span[] =>
  text.includes('$')
    ? matchesOf(FORMULA, text).map(({index, 0: {length}}) => ({start: index, end: index + length}))
    : []

/** The spans in order, with those that overlap or touch made one. */
function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const span of inOrder(spans)) {
    const last = merged.at(-1)
    if (last && span.start <= last.end)
      merged[merged.length - 1] = {start: last.start, end: Math.max(last.end, span.end)}
    else merged.push(span)
  }
  return merged
}

/** A comment behind the last words of a line takes effect there, any other one where the next words begin. */
function findDirectives({comments}: Hidden, {segments}: Composer, source: string): Directive[] {
  return comments
    .filter(({value}) => value.startsWith('zicha-'))
    .map(({value, start, end}) => {
      const next = segments.findIndex((segment) => segment.sourceStart >= end)
      const before = segments[next < 0 ? segments.length - 1 : next - 1]
      const after = segments[next]
      const isOnLine = before && !/[\r\n]/.test(source.slice(before.sourceEnd - 1, start))
      const sharesLine = after && !/[\r\n]/.test(source.slice(end, after.sourceStart))
      const at = isOnLine && !sharesLine ? before.end : (after?.start ?? before?.end ?? 0)
      return {value, source: {start, end}, at}
    })
}
