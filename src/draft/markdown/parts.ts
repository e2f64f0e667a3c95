import type {Span} from '../span.ts'
import {behindLineEnd, hasMarkup, isIndent, type Line, lineAt, linesOf} from './lines.ts'
import {readItems, readTable} from './plain.ts'

/**
 * A part of a Markdown source at its top level. `markdown` is for the parser; `paragraph` (one line of it), `heading`,
 * `item` and `cell` (perhaps empty) are words without markup but bold.
 */
export interface Part extends Span {
  readonly kind: 'paragraph' | 'heading' | 'item' | 'cell' | 'markdown'
  /** 1 to 6, of a heading. */
  readonly depth?: number
  /** Of an item: where its bullet or number begins, of what kind it is, and whether it begins or ends its list. */
  readonly item?: {readonly prefix: number; readonly ordered: boolean; readonly first: boolean; readonly last: boolean}
  /** Of a cell: what it is the first cell of. */
  readonly cell?: {readonly header: boolean; readonly opens: 'table' | 'row' | undefined}
}

/**
 * Cuts a Markdown source at places where a parser would be at the top level in any case, so that plain lines need no
 * parser: most drafts hold little Markdown, and micromark takes a hundred times as long as a look at each line.
 *
 * Lists, quotations and tables begin a part of Markdown, together with the lines of a paragraph right before them. It
 * ends at a heading, or behind a blank line where a line without indentation follows that is no item: that continues none
 * of them.
 * Lists of one-line items and plain tables need no parser either.
 * @param source with comments blanked out; parts are in order, and what lies between them is white space or a rule
 */
export function cutParts(source: string): Part[] {
  // a definition may stand anywhere, and makes links of brackets everywhere
  if (source.includes(']:')) return [{kind: 'markdown', start: 0, end: source.length}]
  const parts: Part[] = []
  let paragraph: Line[] = []
  for (let at = 0; at < source.length; ) {
    const line = lineAt(source, at)
    const {kind} = line
    at = behindLineEnd(source, line.end)
    if (kind === 'plain') paragraph.push(line)
    else if (kind === 'container' || kind === 'fence' || (kind === 'rule' && paragraph.length)) {
      const start = paragraph[0]?.start ?? line.start
      // where code ends depends on what it stands in: leave that to the parser
      at = kind === 'fence' ? source.length : endOfContainer(source, at)
      const lines = start === line.start && kind === 'container' ? linesOf(source, start, at) : []
      const plain = readItems(source, lines) ?? readTable(source, lines)
      if (plain) for (const part of plain) parts.push(part)
      else parts.push({kind: 'markdown', start, end: at})
      paragraph = []
    } else {
      for (const part of partsOf(source, paragraph)) parts.push(part)
      paragraph = []
      if (kind === 'heading') parts.push(readHeading(source, line))
    }
  }
  return [...parts, ...partsOf(source, paragraph)]
}

/** A table or a quotation: behind a blank line it is no part of the list above, nor of another table or quotation. */
const opensOther = (source: string, {kind, start}: Line): boolean =>
  kind === 'container' && '|>'.includes(source.charAt(start))

/** Where the first line behind a blank line stands that continues no list, quotation or table. */
function endOfContainer(source: string, from: number): number {
  let behindBlank = false
  for (let at = from; at < source.length; ) {
    const line = lineAt(source, at)
    if (line.kind === 'fence') return source.length
    const isTop = line.kind === 'heading' || (behindBlank && (line.kind === 'plain' || opensOther(source, line)))
    if (isTop && !isIndent(source.charCodeAt(line.start))) return line.start
    behindBlank = line.kind === 'blank'
    at = behindLineEnd(source, line.end)
  }
  return source.length
}

function partsOf(source: string, lines: readonly Line[]): Part[] {
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last) return []
  if (hasMarkup(source, {start: first.start, end: last.end}))
    return [{kind: 'markdown', start: first.start, end: last.end}]
  return lines.map(({start, end}) => ({kind: 'paragraph', start, end}))
}

/** `## 标题 ##` */
const HEADING_WORDS = /^[ \t]*(#{1,6})(?:[ \t]|$)/

function readHeading(source: string, {start, end}: Line): Part {
  const line = source.slice(start, end)
  if (hasMarkup(source, {start, end})) return {kind: 'markdown', start, end}
  const [opening, sequence] = HEADING_WORDS.exec(line) as RegExpExecArray & [string, string]
  return {
    kind: 'heading',
    depth: sequence.length,
    start: start + opening.length,
    end: endOfHeading(source, start + opening.length, end),
  }
}

/** In front of the closing sequence, if there is one. */
function endOfHeading(source: string, start: number, end: number): number {
  const trimmed = trimIndent(source, start, end)
  let at = trimmed
  while (at > start && source.charAt(at - 1) === '#') at--
  const closes = at < trimmed && (at === start || isIndent(source.charCodeAt(at - 1)))
  return closes ? trimIndent(source, start, at) : trimmed
}

function trimIndent(source: string, start: number, end: number): number {
  let at = end
  while (at > start && isIndent(source.charCodeAt(at - 1))) at--
  return at
}
