import type {Paragraph, Root, Sentence, SentenceContent, WhiteSpace} from 'nlcst'
import type {Point, Position} from 'unist'
import type {Span} from '../../draft/span.ts'
import {findAddresses} from '../../draft/text.ts'
import {matchesOf} from '../matches.ts'
import {splitSentences} from '../sentences.ts'
import {splitTokens, type Token} from './tokens.ts'

/**
 * Parses Chinese prose to nlcst. A line is a paragraph (自然段), as in Chinese drafts; the white space around it, first
 * line indentation included, stands between the paragraphs. All nodes have positions; their values put together are
 * `text` again.
 */
export function parseChinese(text: string): Root {
  return new Parser(text).parse()
}

/** The text of a paragraph: from the first to the last character of a line that is no white space. */
const PARAGRAPH = /[^\s\uFEFF](?:[^\r\n]*[^\s\uFEFF])?/g

class Parser {
  readonly #text: string
  readonly #addresses: readonly Span[]
  #address = 0
  // points are asked for from left to right, so that a line is never counted twice
  #line = 1
  #lineStart = 0
  #at = 0

  constructor(text: string) {
    this.#text = text
    this.#addresses = findAddresses(text)
  }

  parse(): Root {
    const children: (Paragraph | WhiteSpace)[] = []
    const start = this.#point(0)
    let at = 0
    for (const match of matchesOf(PARAGRAPH, this.#text)) {
      children.push(...this.#whiteSpace(at, match.index))
      at = match.index + match[0].length
      children.push(this.#paragraph({start: match.index, end: at}))
    }
    children.push(...this.#whiteSpace(at, this.#text.length))
    return {type: 'RootNode', children, position: {start, end: this.#point(this.#text.length)}}
  }

  #paragraph(span: Span): Paragraph {
    const start = this.#point(span.start)
    const children: (Sentence | WhiteSpace)[] = []
    let at = span.start
    for (const sentence of splitSentences(this.#text, span)) {
      children.push(...this.#whiteSpace(at, sentence.start), this.#sentence(sentence))
      at = sentence.end
    }
    return {type: 'ParagraphNode', children, position: {start, end: this.#point(span.end)}}
  }

  #sentence(span: Span): Sentence {
    const start = this.#point(span.start)
    const children: SentenceContent[] = []
    let at = span.start
    for (; this.#address < this.#addresses.length; this.#address++) {
      const address = this.#addresses[this.#address] as Span
      if (address.start >= span.end) break
      // an address that runs on into the next sentence is no address
      if (address.start < at || address.end > span.end) continue
      children.push(...this.#words({start: at, end: address.start}), this.#leaf('SourceNode', address))
      at = address.end
    }
    children.push(...this.#words({start: at, end: span.end}))
    return {type: 'SentenceNode', children, position: {start, end: this.#point(span.end)}}
  }

  #words(span: Span): SentenceContent[] {
    return splitTokens(this.#text, span).map((token) =>
      token.kind === 'word' ? this.#word(token) : this.#leaf(NODE_OF[token.kind], token),
    )
  }

  #word({parts, start, end}: Token): SentenceContent {
    const from = this.#point(start)
    const children = parts.map((part) => this.#leaf(part.isText ? 'TextNode' : 'PunctuationNode', part))
    return {type: 'WordNode', children, position: {start: from, end: this.#point(end)}}
  }

  #whiteSpace(start: number, end: number): WhiteSpace[] {
    return end > start ? [this.#leaf('WhiteSpaceNode', {start, end})] : []
  }

  #leaf<Type extends LeafType>(type: Type, {start, end}: Span): {type: Type; value: string; position: Position} {
    const position = {start: this.#point(start), end: this.#point(end)}
    return {type, value: this.#text.slice(start, end), position}
  }

  /** `\n`, `\r\n` and a lone `\r` end a line. */
  #point(offset: number): Point {
    for (; this.#at < offset; this.#at++) {
      const code = this.#text.charCodeAt(this.#at)
      if (code !== 10 && (code !== 13 || this.#text.charCodeAt(this.#at + 1) === 10)) continue
      this.#line++
      this.#lineStart = this.#at + 1
    }
    return {line: this.#line, column: offset - this.#lineStart + 1, offset}
  }
}

type LeafType = 'TextNode' | 'PunctuationNode' | 'SymbolNode' | 'WhiteSpaceNode' | 'SourceNode'

const NODE_OF = {punctuation: 'PunctuationNode', symbol: 'SymbolNode', space: 'WhiteSpaceNode'} as const
