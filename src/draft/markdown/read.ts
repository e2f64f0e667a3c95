import {parse, postprocess, preprocess} from 'micromark'
import {gfmFootnote} from 'micromark-extension-gfm-footnote'
import {gfmStrikethrough} from 'micromark-extension-gfm-strikethrough'
import {gfmTable} from 'micromark-extension-gfm-table'
import {gfmTaskListItem} from 'micromark-extension-gfm-task-list-item'
import type {Event, Extension} from 'micromark-util-types'
import type {Directive, Draft} from '../draft.ts'
import {segmentMap} from '../source-map.ts'
import {inOrder, type Span} from '../span.ts'
import {findAddresses} from '../text.ts'
import {blankStars} from './blank-stars.ts'
import type {Composer} from './compose.ts'
import {type Hidden, hideParts} from './hidden.ts'
import {settleStars} from './stars.ts'
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

/**
 * Reads a draft in Markdown (CommonMark, tables, footnotes, strike-through, task lists, front matter). Stars are settled
 * first: those of bold are markup, those of blanks are text. Never throws.
 * @param source decoded text without byte order mark
 */
export function readMarkdown(source: string): Draft {
  const hidden = hideParts(source)
  const composer = new Walker(source, hidden).walk(tokenize(hidden.visible))
  const text = composer.finish()
  const map = segmentMap(composer.segments)
  return {
    format: 'markdown',
    text,
    blocks: composer.blocks,
    strong: composer.strong,
    verbatim: merge([...composer.verbatim, ...findAddresses(text), ...findFormulas(text)]),
    directives: findDirectives(hidden, composer, source),
    frontMatter: hidden.frontMatter,
    source,
    map,
  }
}

function tokenize(source: string): Event[] {
  const extensions = [...DRAFTS, blankStars(settleStars(source))]
  return postprocess(
    parse({extensions})
      .document()
      .write(preprocess()(source, undefined, true)),
  )
}

/** `$x^2$`: Latin text between two dollars on one line. Amounts of money have a space or a Chinese character in between. */
const FORMULA = /\$\$?[^\s$][\x21-\x23\x25-\x7e ]{0,200}\$\$?(?!\d)/g

const findFormulas = (text: string): Span[] =>
  text.includes('$')
    ? [...text.matchAll(FORMULA)].map(({index, 0: {length}}) => ({start: index, end: index + length}))
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
