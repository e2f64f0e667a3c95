import type {Span} from '../span.ts'

/** What a line could begin, looked at alone. `container`: a list, quotation or table; `rule`: ---. */
type LineKind = 'blank' | 'plain' | 'heading' | 'rule' | 'fence' | 'container'

export interface Line extends Span {
  readonly kind: LineKind
}

export function linesOf(source: string, start: number, end: number): Line[] {
  const lines: Line[] = []
  for (let at = start; at < end; ) {
    const line = lineAt(source, at)
    lines.push(line)
    at = behindLineEnd(source, line.end)
  }
  return lines
}

export const isIndent = (code: number): boolean => code === 32 || code === 9

export function lineAt(source: string, start: number): Line {
  let end = start
  while (end < source.length && !isLineEnd(source.charCodeAt(end))) end++
  return {kind: kindOf(source, start, end), start, end}
}

export const isLineEnd = (code: number): boolean => code === 10 || code === 13

/** The line that holds an offset. */
export function lineAround(source: string, offset: number): Line {
  let start = offset
  while (start > 0 && !isLineEnd(source.charCodeAt(start - 1))) start--
  return lineAt(source, start)
}

export const behindLineEnd = (source: string, at: number): number => at + (source.startsWith('\r\n', at) ? 2 : 1)

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

export function kindOf(source: string, start: number, end: number): LineKind {
  let at = start
  while (at < end && isIndent(source.charCodeAt(at))) at++
  if (at === end) return 'blank'
  // Chinese characters and marks begin no markup
  if (source.charCodeAt(at) > 0x7f) return 'plain'
  const first = source.charAt(at)
  if (first === '#' && matchesAt(HEADING, source, at)) return 'heading'
  if ('-*_'.includes(first) && matchesAt(RULE, source, at)) return 'rule'
  if ('`~'.includes(first) && matchesAt(FENCE, source, at)) return 'fence'
  return matchesAt(ITEM, source, at) || matchesAt(CONTAINER, source, at) ? 'container' : 'plain'
}

/** Code, links, images, tags, entities, escapes, strike-through. Without definitions lone brackets are text. */
const MARKUP = /[`\\]|\]\(|<[a-z/]|&[#a-z]|~~/i

export const hasMarkup = (source: string, {start, end}: Span): boolean => MARKUP.test(source.slice(start, end))
