import type {Position, Range, TextDocumentContentChangeEvent} from 'vscode-languageserver'
import type {Span} from '../draft/span.ts'
import {Lines} from '../lint/lines.ts'

/** What a client counts columns in: bytes, UTF-16 units, or characters. */
export const ENCODINGS = ['utf-8', 'utf-16', 'utf-32'] as const
export type PositionEncoding = (typeof ENCODINGS)[number]

const isLead = (code: number): boolean => code >= 0xd800 && code < 0xdc00
const isTrail = (code: number): boolean => code >= 0xdc00 && code < 0xe000

/** The width of the UTF-16 unit at `at`; a pair's second half has none of its own. */
function widthAt(text: string, at: number, encoding: PositionEncoding): number {
  const code = text.charCodeAt(at)
  if (encoding === 'utf-16') return 1
  if (isTrail(code) && at > 0 && isLead(text.charCodeAt(at - 1))) return 0
  if (encoding === 'utf-32') return 1
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return isLead(code) && isTrail(text.charCodeAt(at + 1)) ? 4 : 3
}

/** Leads from offsets of a text (UTF-16 units) to the client's lines and columns, both from 0, and back. */
export class Positions {
  readonly text: string
  readonly encoding: PositionEncoding
  #lines: Lines | undefined

  constructor(text: string, encoding: PositionEncoding) {
    this.text = text
    this.encoding = encoding
  }

  /** The line (from 0) that holds an offset. */
  lineAt(offset: number): number {
    return this.#all.lineAt(offset) - 1
  }

  get lineCount(): number {
    return this.#all.count
  }

  /** The span of a line (from 0) without its line end. */
  line(line: number): Span {
    const lines = this.#all
    const start = lines.startOf(line + 1)
    let end = line + 1 < lines.count ? lines.startOf(line + 2) : this.text.length
    while (end > start && /[\r\n]/.test(this.text.charAt(end - 1))) end--
    return {start, end}
  }

  toPosition(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.text.length))
    const line = this.lineAt(at)
    const start = this.#all.startOf(line + 1)
    if (this.encoding === 'utf-16') return {line, character: at - start}
    let character = 0
    for (let unit = start; unit < at; unit++) character += widthAt(this.text, unit, this.encoding)
    return {line, character}
  }

  toRange({start, end}: Span): Range {
    return {start: this.toPosition(start), end: this.toPosition(end)}
  }

  /** A position behind the end of its line or of the text counts as that end; one inside a character as its start. */
  toOffset({line, character}: Position): number {
    if (line < 0) return 0
    if (line >= this.lineCount) return this.text.length
    const {start, end} = this.line(line)
    if (this.encoding === 'utf-16') return Math.max(start, Math.min(start + character, end))
    let at = start
    for (let left = character; at < end; at++) {
      left -= widthAt(this.text, at, this.encoding)
      if (left < 0) return at
    }
    return at
  }

  toSpan({start, end}: Range): Span {
    const from = this.toOffset(start)
    return {start: from, end: Math.max(from, this.toOffset(end))}
  }

  get #all(): Lines {
    return (this.#lines ??= new Lines(this.text))
  }
}

/** The text after a client's changes, each of which counts in the text that the one before it left. */
export function applyChanges(before: Positions, changes: readonly TextDocumentContentChangeEvent[]): Positions {
  let current = before
  for (const change of changes) {
    const {text} = current
    const span = 'range' in change && change.range ? current.toSpan(change.range) : {start: 0, end: text.length}
    current = new Positions(text.slice(0, span.start) + change.text + text.slice(span.end), before.encoding)
  }
  return current
}
