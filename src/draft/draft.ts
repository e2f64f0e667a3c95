import type {SourceMap} from './source-map.ts'
import type {Span} from './span.ts'
import type {WordFacts} from './word/facts.ts'

/**
 * A draft as a reader sees it, whatever file it came from.
 *
 * `text` is the **reading text**: one block a line, in reading order, without markup. Every offset in a report, a rule
 * or a finding counts in it. `map` leads from there to `source`, the text in which positions are shown to the user:
 * the decoded file for plain text and Markdown, the reading text itself for Word.
 */
export interface Draft {
  readonly format: 'text' | 'markdown' | 'word'
  readonly text: string
  /** In reading order, disjoint. Every character of `text` outside them is white space between blocks. */
  readonly blocks: readonly Block[]
  /** Sorted, disjoint: words set in bold by markup or by the word processor. */
  readonly strong: readonly Span[]
  /** Sorted, disjoint: code, addresses, HTML, formulas; words that are not prose and that no fix may touch. */
  readonly verbatim: readonly Span[]
  /** Instructions to zicha found in the draft (Markdown comments), with the span of `source` that holds them. */
  readonly directives: readonly Directive[]
  /** The fields of the front matter that are plain `key: value` lines. */
  readonly frontMatter: ReadonlyMap<string, string>
  readonly source: string
  readonly map: SourceMap
  /** What only a Word file has. */
  readonly word?: WordFacts
}

/** A paragraph, heading, list item's paragraph or table cell. Its span leaves out indentation, markup and line end. */
export interface Block extends Span {
  readonly kind: 'paragraph' | 'heading' | 'cell'
  /** 1 to 6, of a heading that the format itself marks (`##`, a Word heading style). */
  readonly depth?: number
  /** Of a list item's first paragraph. An ordered item's number (`1.`) stays in the text, a bullet does not. */
  readonly list?: {readonly ordered: boolean; readonly depth: number; readonly id: number}
  readonly cell?: {readonly table: number; readonly row: number; readonly column: number; readonly header: boolean}
  /** The block stands in a quotation. */
  readonly quoted?: boolean
  /** A footnote, behind the last paragraph, or a text box, behind the paragraph that it hangs on: no part of the running text. */
  readonly aside?: 'note' | 'box'
  /** The number that a word processor computes: in `text`, but nowhere in the file. Starts where the block starts. */
  readonly generated?: Span
}

/** `<!-- zicha-… -->` */
export interface Directive {
  readonly value: string
  /** Offsets in `Draft.source`. */
  readonly source: Span
  /** Offset in `Draft.text` at which it takes effect. */
  readonly at: number
}
