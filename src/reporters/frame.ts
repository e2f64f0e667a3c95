import {eastAsianWidth} from 'get-east-asian-width'
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

/** Marks that combine with the character before, and characters that draw nothing. */
const INVISIBLE = /^[\p{Mn}\p{Me}\p{Cf}]$/u

/** The marks of Chinese prose, told apart from all that needs a table: 、。《》，； and — ‘ ’ “ ” …. */
const isWideMark = (code: number): boolean =>
  (code >= 0x3001 && code <= 0x3020) ||
  (code >= 0xff01 && code <= 0xff60) ||
  (code >= 0x2014 && code <= 0x2026 && MARKS.includes(code))
const MARKS = [0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x2026]

/**
 * Columns that text takes in a terminal. Full-width characters take two; so do “ ” — … ① as Chinese terminals draw them.
 * Code points are counted one by one: drafts hold no emoji sequences that would be worth the time of a segmenter.
 */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) {
    const code = character.codePointAt(0) as number
    if (code < 0x80) width += 1
    else if ((code >= 0x4e00 && code <= 0x9fff) || isWideMark(code)) width += 2
    else if (!INVISIBLE.test(character)) width += eastAsianWidth(code, {ambiguousAsWide: true})
  }
  return width
}

const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff

/** Moves an offset off the middle of a character that takes two UTF-16 units. */
const whole = (text: string, offset: number): number => (isLow(text.charCodeAt(offset)) ? offset - 1 : offset)

const clean = (text: string): string => text.replace(/[\t\u3000\ufeff]/g, ' ').replace(/\p{Cc}/gu, '·')

/**
 * @param span of `source`; only its first line is shown
 * @param columns how wide the frame may be
 */
export function codeFrame(source: string, span: Span, columns: number): CodeFrame {
  // no further than could be shown: a line may have millions of characters, and as many findings
  const reach = 2 * columns
  const earliest = Math.max(0, span.start - reach)
  const ahead = source.slice(earliest, span.start)
  const lineStart = earliest + Math.max(ahead.lastIndexOf('\n'), ahead.lastIndexOf('\r')) + 1
  const stop = source.slice(span.start, span.start + reach).search(/[\r\n]/)
  const lineEnd = stop < 0 ? Math.min(source.length, span.start + reach) : span.start + stop
  const end = Math.max(span.start, Math.min(span.end, lineEnd))
  const fits = lineEnd - lineStart <= columns && widthOf(source.slice(lineStart, lineEnd)) <= columns
  // else a third of the room for what stands before; wide characters take two columns
  const room = Math.max(10, Math.floor(columns / 2))
  const from = fits ? lineStart : whole(source, Math.max(lineStart, span.start - Math.floor(room / 3)))
  const wordsEnd = fits ? end : whole(source, Math.min(end, span.start + room))
  const to = fits ? lineEnd : whole(source, Math.min(lineEnd, Math.max(wordsEnd, from + room)))
  const before = `${from > lineStart ? '…' : ''}${clean(source.slice(from, span.start))}`.replace(/^ +/, '')
  const words = clean(source.slice(span.start, wordsEnd))
  const after = `${clean(source.slice(wordsEnd, to))}${to < lineEnd ? '…' : ''}`
  return {before, words, after, indent: widthOf(before), width: Math.max(1, widthOf(words))}
}
