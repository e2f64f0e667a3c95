import stringWidth from 'string-width'
import type {Span} from '../draft/span.ts'

/** A piece of a line with the words that a diagnostic is about, cut to fit. */
export interface CodeFrame {
  readonly before: string
  readonly words: string
  readonly after: string
  /** Terminal columns in front of the words, and of the words themselves (at least 1). */
  readonly indent: number
  readonly width: number
}

/** Full-width text takes two columns; so do “ ” — … ① as Chinese terminals draw them. */
export const widthOf = (text: string): number => stringWidth(text, {ambiguousIsNarrow: false})

const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff

/** Moves an offset off the middle of a character that takes two UTF-16 units. */
const whole = (text: string, offset: number): number => (isLow(text.charCodeAt(offset)) ? offset - 1 : offset)

const clean = (text: string): string => text.replace(/[\t\u3000\ufeff]/g, ' ').replace(/\p{Cc}/gu, '·')

/**
 * @param span of `source`; only its first line is shown
 * @param columns how wide the frame may be
 */
export function codeFrame(source: string, span: Span, columns: number): CodeFrame {
  const lineStart = Math.max(source.lastIndexOf('\n', span.start - 1), source.lastIndexOf('\r', span.start - 1)) + 1
  const stop = /[\r\n]/g
  stop.lastIndex = span.start
  const lineEnd = stop.exec(source)?.index ?? source.length
  const end = Math.max(span.start, Math.min(span.end, lineEnd))
  // a third of the room for what stands before; wide characters take two columns
  const room = Math.max(10, Math.floor(columns / 2))
  const from = whole(source, Math.max(lineStart, span.start - Math.floor(room / 3)))
  const wordsEnd = whole(source, Math.min(end, span.start + room))
  const to = whole(source, Math.min(lineEnd, Math.max(wordsEnd, from + room)))
  const before = `${from > lineStart ? '…' : ''}${clean(source.slice(from, span.start))}`.replace(/^ +/, '')
  const words = clean(source.slice(span.start, wordsEnd))
  const after = `${clean(source.slice(wordsEnd, to))}${to < lineEnd ? '…' : ''}`
  return {before, words, after, indent: widthOf(before), width: Math.max(1, widthOf(words))}
}
