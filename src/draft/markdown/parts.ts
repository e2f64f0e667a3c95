import type {Span} from '../span.ts'

/**
 * A part of a Markdown source at its top level. `paragraph` (one line of it), `heading` and `item` hold no markup but
 * bold behind their own; `markdown` is everything else.
 */
export interface Part extends Span {
  readonly kind: 'paragraph' | 'heading' | 'item' | 'markdown'
  /** 1 to 6, of a heading. */
  readonly depth?: number
  /** Of an item: where its bullet or number begins, of what kind it is, and whether it begins or ends its list. */
  readonly item?: {readonly prefix: number; readonly ordered: boolean; readonly first: boolean; readonly last: boolean}
}

type LineKind = 'blank' | 'plain' | 'heading' | 'rule' | 'fence' | 'container'

interface Line extends Span {
  readonly kind: LineKind
}

/**
 * Cuts a Markdown source at places where a parser would be at the top level in any case, so that plain lines need no
 * parser: most drafts hold little Markdown, and micromark takes a hundred times as long as a look at each line.
 *
 * Lists, quotations and tables begin a part of Markdown, together with the lines of a paragraph right before them. It
 * ends at a heading, or behind a blank line where a line without indentation follows: that continues none of them.
 * Lists of one-line items are read here too.
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
      const items = start === line.start && kind === 'container' ? readItems(source, start, at) : undefined
      parts.push(...(items ?? [{kind: 'markdown' as const, start, end: at}]))
      paragraph = []
    } else {
      parts.push(...partsOf(source, paragraph))
      paragraph = []
      if (kind === 'heading') parts.push(readHeading(source, line))
    }
  }
  return [...parts, ...partsOf(source, paragraph)]
}

/** Where the first line behind a blank line stands that continues no list, quotation or table. */
function endOfContainer(source: string, from: number): number {
  let behindBlank = false
  for (let at = from; at < source.length; ) {
    const line = lineAt(source, at)
    if (line.kind === 'fence') return source.length
    const isTop = line.kind === 'heading' || (line.kind === 'plain' && behindBlank)
    if (isTop && !isIndent(source.charCodeAt(line.start))) return line.start
    behindBlank = line.kind === 'blank'
    at = behindLineEnd(source, line.end)
  }
  return source.length
}

const isIndent = (code: number): boolean => code === 32 || code === 9

function lineAt(source: string, start: number): Line {
  let end = start
  for (; end < source.length; end++) {
    const code = source.charCodeAt(end)
    if (code === 10 || code === 13) break
  }
  return {kind: kindOf(source, start, end), start, end}
}

const behindLineEnd = (source: string, at: number): number => at + (source.startsWith('\r\n', at) ? 2 : 1)

const HEADING = /#{1,6}(?=[ \t\r\n]|$)/y
const RULE = /([-*_])(?:[ \t]*\1){2,}[ \t]*(?=[\r\n]|$)/y
const ITEM = /(?:[-+*]|\d{1,9}[.)])(?=[ \t\r\n]|$)/y
const FENCE = /`{3}|~{3}/y
/** A quotation, or a table: it is one by the line of dashes below its first. */
const CONTAINER = /[>|:-]/y

const matchesAt = (pattern: RegExp, source: string, at: number): boolean => {
  pattern.lastIndex = at
  return pattern.test(source)
}

function kindOf(source: string, start: number, end: number): LineKind {
  let at = start
  while (at < end && isIndent(source.charCodeAt(at))) at++
  if (at === end) return 'blank'
  // Chinese characters and marks begin no markup
  if (source.charCodeAt(at) > 0x7f) return 'plain'
  if (matchesAt(HEADING, source, at)) return 'heading'
  if (matchesAt(RULE, source, at)) return 'rule'
  if (matchesAt(FENCE, source, at)) return 'fence'
  return matchesAt(ITEM, source, at) || matchesAt(CONTAINER, source, at) ? 'container' : 'plain'
}

const SIMPLE_ITEM = /([-+*]|\d{1,9}[.)]) {1,3}(?=[^ \t[\r\n])/y

/** The items of a list at the margin, each one line of words, with or without blank lines in between; else undefined. */
function readItems(source: string, start: number, end: number): Part[] | undefined {
  const items: (Part & {readonly marker: string})[] = []
  for (let at = start; at < end; ) {
    const line = lineAt(source, at)
    at = behindLineEnd(source, line.end)
    if (line.kind === 'blank') continue
    SIMPLE_ITEM.lastIndex = line.start
    const prefix = SIMPLE_ITEM.exec(source)?.[1]
    const words = {start: SIMPLE_ITEM.lastIndex, end: line.end}
    if (!prefix || kindOf(source, words.start, words.end) !== 'plain' || hasMarkup(source, words)) return undefined
    const marker = prefix.slice(-1)
    const item = {prefix: line.start, ordered: prefix.length > 1, first: marker !== items.at(-1)?.marker, last: false}
    items.push({kind: 'item', ...words, item, marker})
  }
  return items.map(({marker: _, item, ...part}, index) => {
    const last = items[index + 1]?.item?.first ?? true
    return {...part, ...(item ? {item: {...item, last}} : {})}
  })
}

/** Code, links, images, tags, entities, escapes, strike-through. Without definitions lone brackets are text. */
const MARKUP = /[`\\]|\]\(|<[a-z/]|&[#a-z]|~~/i

const hasMarkup = (source: string, {start, end}: Span): boolean => MARKUP.test(source.slice(start, end))

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
