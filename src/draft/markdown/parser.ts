import {parse, postprocess, preprocess} from 'micromark'
import {gfmFootnote} from 'micromark-extension-gfm-footnote'
import {gfmStrikethrough} from 'micromark-extension-gfm-strikethrough'
import {gfmTable} from 'micromark-extension-gfm-table'
import {gfmTaskListItem} from 'micromark-extension-gfm-task-list-item'
import type {Extension} from 'micromark-util-types'
import {blankStars} from './blank-stars.ts'
import type {CreateParser} from './read-parts.ts'
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

/** One parser for all parts of a source: what they share, and where a part begins, makes no difference to it. */
export const createParser: CreateParser = (reader, {visible, pairs}) => {
  const walker = new Walker(reader)
  const parser = parse({extensions: [...DRAFTS, blankStars(pairs)]})
  return ({start, end}) => {
    // kept by line number, and lines are counted from 1 in each part
    parser.lazy = {}
    const chunks = preprocess()(visible.slice(start, end), undefined, true)
    walker.walk(postprocess(parser.document({line: 1, column: 1, offset: start}).write(chunks)))
  }
}
