import {decodeNamedCharacterReference} from 'decode-named-character-reference'
import {decodeNumericCharacterReference} from 'micromark-util-decode-numeric-character-reference'
import type {Event, Token} from 'micromark-util-types'
import type {Block} from '../draft.ts'
import {Composer, type Shape} from './compose.ts'
import type {Hidden} from './hidden.ts'
import {readTag} from './html.ts'

/** Tokens inside which nothing is read. */
const SKIPPED: ReadonlySet<string> = new Set([
  'resource',
  'reference',
  'image',
  'definition',
  'codeFenced',
  'htmlText',
  'gfmFootnoteCall',
  'gfmFootnoteDefinitionLabel',
  'taskListCheck',
  'characterEscape',
  'characterReference',
])

/** Walks over micromark's tokens, which know their places exactly, and hands the words on to a composer. */
export class Walker {
  readonly #source: string
  readonly #composer: Composer
  /** How many tokens of a kind are open around the present one. */
  #skipped = 0
  #strong = 0
  #quotes = 0
  #notes = 0
  readonly #links: {readonly isText: boolean}[] = []
  readonly #lists: {readonly ordered: boolean; readonly id: number}[] = []
  #listCount = 0
  /** Bullets and numbers whose item's first block is still to come. */
  #prefixes: {readonly token: Token; readonly list: NonNullable<Block['list']>}[] = []
  #cell = {table: -1, row: -1, column: -1, header: false}

  constructor(source: string, {spans}: Hidden) {
    this.#source = source
    this.#composer = new Composer(source, spans)
  }

  walk(events: readonly Event[]): Composer {
    for (const [phase, token] of events) {
      if (phase === 'enter') this.#enter(token)
      else this.#exit(token)
    }
    this.#flushPrefixes()
    return this.#composer
  }

  #enter(token: Token): void {
    const type: string = token.type
    if (this.#skipped) {
      if (SKIPPED.has(type)) this.#skipped++
      return
    }
    if (SKIPPED.has(type)) {
      this.#skipped++
      this.#enterSkipped(type, token)
    } else if (this.#composer.shape) this.#enterInline(type, token)
    else this.#enterBlock(type, token)
  }

  #enterBlock(type: string, token: Token): void {
    switch (type) {
      case 'paragraph':
        return this.#open({kind: 'paragraph'}, token.start.offset)
      case 'atxHeading':
        return this.#open({kind: 'heading', depth: this.#headingDepth(token)}, token.start.offset)
      case 'blockQuote':
        this.#quotes++
        return
      case 'gfmFootnoteDefinition':
        this.#notes++
        return
      case 'listOrdered':
      case 'listUnordered':
        this.#lists.push({ordered: type === 'listOrdered', id: this.#listCount++})
        return
      case 'table':
        this.#cell = {table: this.#cell.table + 1, row: -1, column: -1, header: false}
        return
      case 'tableHead':
        this.#cell.header = true
        return
      case 'tableRow':
        this.#cell.row++
        this.#cell.column = -1
        return
      case 'tableHeader':
      case 'tableData':
        this.#cell.column++
        return this.#open({kind: 'cell', cell: {...this.#cell}}, token.start.offset)
    }
  }

  #enterInline(type: string, token: Token): void {
    const {start, end} = token
    switch (type) {
      case 'data':
        return this.#copy(start.offset, end.offset)
      case 'codeTextData':
      case 'autolinkProtocol':
      case 'autolinkEmail':
        return this.#copy(start.offset, end.offset, true)
      case 'labelMarker':
        return this.#links.at(-1)?.isText ? this.#copy(start.offset, end.offset) : undefined
      case 'lineEnding':
        return this.#breakLine()
      case 'strongText':
        this.#strong++
        return
      case 'link':
        this.#links.push({isText: !hasAddress(this.#slice(token))})
        return
    }
  }

  /** Most of these are markup and leave nothing behind. */
  #enterSkipped(type: string, token: Token): void {
    const {start, end} = token
    switch (type) {
      case 'characterEscape':
        return this.#composer.decoded(
          this.#source.slice(start.offset + 1, end.offset),
          start.offset,
          end.offset,
          this.#marks,
        )
      case 'characterReference':
        return this.#composer.decoded(decodeReference(this.#slice(token)), start.offset, end.offset, this.#marks)
      case 'htmlText':
        return this.#readHtml(token)
      case 'resource':
        return this.#links.at(-1)?.isText ? this.#copy(start.offset, end.offset) : undefined
      case 'definition':
        return hasAddress(this.#slice(token)) ? undefined : this.#readLines(start.offset, end.offset)
      case 'codeFenced':
        return isClosedFence(this.#slice(token)) ? undefined : this.#readLines(start.offset, end.offset)
    }
  }

  #exit(token: Token): void {
    const type: string = token.type
    if (this.#skipped) {
      if (SKIPPED.has(type)) this.#skipped--
      return
    }
    switch (type) {
      case 'paragraph':
      case 'atxHeading':
      case 'tableHeader':
      case 'tableData':
        return this.#composer.close()
      case 'strongText':
        this.#strong--
        return
      case 'link':
        this.#links.pop()
        return
      case 'blockQuote':
        this.#quotes--
        return
      case 'gfmFootnoteDefinition':
        this.#notes--
        return
      case 'tableHead':
        this.#cell.header = false
        return
      case 'listItemPrefix':
        return this.#addPrefix(token)
      case 'listOrdered':
      case 'listUnordered':
        this.#flushPrefixes()
        this.#lists.pop()
    }
  }

  get #marks(): {readonly strong: boolean} {
    return {strong: this.#strong > 0}
  }

  #slice({start, end}: Token): string {
    return this.#source.slice(start.offset, end.offset)
  }

  #copy(start: number, end: number, verbatim = false): void {
    this.#composer.copy(start, end, {strong: this.#strong > 0, verbatim})
  }

  #headingDepth({start}: Token): number {
    let depth = 0
    while (this.#source.charAt(start.offset + depth) === '#') depth++
    return depth
  }

  /** Opens a block with the bullets and numbers that stand before it on its line. */
  #open(shape: Shape, start: number): void {
    const around = {...(this.#quotes ? {quoted: true} : {}), ...(this.#notes ? {aside: 'note' as const} : {})}
    const last = this.#prefixes.at(-1)
    if (last && this.#hasLineEnd(last.token.end.offset, start)) this.#flushPrefixes()
    const prefixes = this.#prefixes
    this.#prefixes = []
    this.#composer.open({...shape, ...around, ...(prefixes.at(-1) ? {list: prefixes.at(-1)?.list} : {})} as Shape)
    for (const {token, list} of prefixes) if (list.ordered) this.#copy(token.start.offset, token.end.offset)
  }

  #hasLineEnd(start: number, end: number): boolean {
    return /[\r\n]/.test(this.#source.slice(start, end))
  }

  #addPrefix(token: Token): void {
    const last = this.#prefixes.at(-1)
    if (last && this.#hasLineEnd(last.token.end.offset, token.start.offset)) this.#flushPrefixes()
    const list = this.#lists.at(-1)
    if (list) this.#prefixes.push({token, list: {...list, depth: this.#lists.length - 1}})
  }

  /** A number that nothing follows is an item that was never written: it stays in the text. */
  #flushPrefixes(): void {
    const prefixes = this.#prefixes
    if (!prefixes.some(({list}) => list.ordered)) this.#prefixes = []
    else {
      const [first, last] = [prefixes[0], prefixes.at(-1)] as [(typeof prefixes)[0], (typeof prefixes)[0]]
      this.#open({kind: 'paragraph'}, last.token.end.offset)
      void first
      this.#composer.close()
    }
  }

  /** A new line of the source, or a break inside one, begins a new block; only the first one is a list's item. */
  #breakLine(): void {
    const shape = this.#composer.shape
    if (!shape) return
    const {list: _, ...rest} = shape
    this.#composer.open(this.#composer.isEmpty ? shape : rest)
  }

  #readHtml(token: Token): void {
    const html = this.#slice(token)
    const meaning = readTag(html)
    if (!meaning) this.#copy(token.start.offset, token.end.offset)
    else if (meaning === 'break' || /[\r\n]/.test(html)) this.#breakLine()
  }

  /** Lines that only look like markup, as they are. */
  #readLines(start: number, end: number): void {
    const lines = /[^\r\n]+/g
    lines.lastIndex = start
    for (let match = lines.exec(this.#source); match && match.index < end; match = lines.exec(this.#source)) {
      this.#open({kind: 'paragraph'}, match.index)
      this.#copy(match.index, Math.min(end, lines.lastIndex))
      this.#composer.close()
    }
  }
}

/** `&amp;` `&#38;` `&#x26;`, which micromark has found valid. */
function decodeReference(reference: string): string {
  const name = reference.slice(1, -1)
  if (!name.startsWith('#')) return decodeNamedCharacterReference(name) || reference
  const isHexadecimal = /^#x/i.test(name)
  return decodeNumericCharacterReference(name.slice(isHexadecimal ? 2 : 1), isHexadecimal ? 16 : 10)
}

/**
 * Whether what a link or definition leads to can be an address. In drafts people write `[单位名称](请填写)` and
 * `[注]: 截至6月底`, which Markdown takes for links.
 */
function hasAddress(markup: string): boolean {
  const target = markup.slice(Math.max(markup.lastIndexOf(']('), markup.lastIndexOf(']:'), 0) + 2)
  return !/[一-鿿]/.test(target) || /[/.#\\]/.test(target)
}

/** Whether a block of code ends with a fence. Without one it would take the rest of the draft. */
function isClosedFence(code: string): boolean {
  const fence = /^(`{3,}|~{3,})/.exec(code)?.[0]
  const last = /[\r\n][ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(code)?.[1]
  return fence !== undefined && last !== undefined && last.startsWith(fence)
}
