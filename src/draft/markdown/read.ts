import {parse, postprocess, preprocess} from 'micromark'
import {gfmFootnote} from 'micromark-extension-gfm-footnote'
import {gfmStrikethrough} from 'micromark-extension-gfm-strikethrough'
import {gfmTable} from 'micromark-extension-gfm-table'
import {gfmTaskListItem} from 'micromark-extension-gfm-task-list-item'
import type {Event, Extension} from 'micromark-util-types'
import {matchesOf} from '../../language/matches.ts'
import type {Directive, Draft} from '../draft.ts'
import {type Segment, segmentMap} from '../source-map.ts'
import {inOrder, type Span} from '../span.ts'
import {findAddresses} from '../text.ts'
import {blankStars} from './blank-stars.ts'
import {Composer} from './compose.ts'
import {type Hidden, hideParts} from './hidden.ts'
import {cutParts, type Part} from './parts.ts'
import {type StarPairs, settleStars} from './stars.ts'
import type {Surroundings} from './surroundings.ts'
import {Walker} from './walk.ts'

/**
 * Markdown as drafts use it: a first line indented by four spaces is a paragraph, not code; a line of dashes below a line
 * makes no heading of it; 1~2月 strikes nothing out. HTML is read as inline HTML only, so that what it holds is still
 * Markdown; comments are hidden before.
 */
const DRAFTS: readonly Extension[] = [
  {disable: {null: ['codeIndented', 'setextUnderline', 'htmlFlow']}},
  gfmTable(),
  gfmStrikethrough({singleTilde: false}),
  gfmTaskListItem(),
  gfmFootnote(),
]

/** A draft, and what a later text of it can be read by. */
export interface Reading {
  readonly draft: Draft
  readonly segments: readonly Segment[]
  /** Sorted, disjoint spans of the source that were read without the parser. */
  readonly plain: readonly Span[]
}

/**
 * Reads a draft in Markdown (CommonMark, tables, footnotes, strike-through, task lists, front matter). Stars are settled
 * first: those of bold are markup, those of blanks are text. Never throws.
 * @param source decoded text without byte order mark
 * @param cut tells which parts of the source need no parser; the result is the same without it
 */
export const readMarkdown = (source: string, cut?: (source: string) => readonly Part[]): Draft =>
  readParts(source, cut).draft

export function readParts(source: string, cut: (source: string) => readonly Part[] = cutParts): Reading {
  const hidden = hideParts(source)
  const composer = new Composer(source, hidden.spans)
  const walker = new Walker(source, composer)
  const pairs = settleStars(hidden.visible)
  const bold = {pairs, runs: [...pairs].flat().sort((a, b) => a - b)}
  const tokenize = createTokenizer(hidden.visible, pairs)
  const plain: Span[] = []
  for (const part of cut(hidden.visible)) {
    if (part.kind === 'markdown') walker.walk(tokenize(part))
    else {
      readPlain(walker, part, bold)
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

/** One parser for all parts of a source: what they share, and where a part begins, makes no difference to it. */
function createTokenizer(source: string, pairs: StarPairs): (part: Span) => Event[] {
  let parser: ReturnType<typeof parse> | undefined
  return ({start, end}) => {
    parser ??= parse({extensions: [...DRAFTS, blankStars(pairs)]})
    // kept by line number, and lines are counted from 1 in each part
    parser.lazy = {}
    const chunks = preprocess()(source.slice(start, end), undefined, true)
    return postprocess(parser.document({line: 1, column: 1, offset: start}).write(chunks))
  }
}

/** The pairs of bold, and where their runs begin, sorted. */
interface Bold {
  readonly pairs: StarPairs
  readonly runs: readonly number[]
}

/** A line without other markup than bold behind its bullet, number or #. */
function readPlain({source, composer, around}: Walker, part: Part, {pairs, runs}: Bold): void {
  const {start, end, item} = part
  openPlain(around, part)
  let at = start
  let depthOfBold = 0
  for (let index = firstFrom(runs, start); (runs[index] ?? end) < end; index++) {
    const run = runs[index] as number
    composer.copy(at, run, {strong: depthOfBold > 0})
    at = run
    while (source.charAt(at) === source.charAt(run)) at++
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
