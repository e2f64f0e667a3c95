import {decodeNamedCharacterReference} from 'decode-named-character-reference'
import {decodeNumericCharacterReference} from 'micromark-util-decode-numeric-character-reference'
import type {Event, Token} from 'micromark-util-types'
import type {Composer} from './compose.ts'
import {readTag} from './html.ts'
import type {Reader} from './read-parts.ts'
import type {Surroundings} from './surroundings.ts'

/**
 * Walks over micromark's tokens, which know their places exactly, and hands the words on to a composer. Whatever has no
 * handler here is markup.
 */
export class Walker implements Reader {
  readonly source: string
  readonly composer: Composer
  readonly around: Surroundings
  /** How many bold phrases the present token stands in. */
  strong = 0
  /** The links around the present token; `[单位名称](请填写)` is text. */
  readonly links: {readonly isText: boolean}[] = []
  /** How many tokens are open inside which nothing is read. */
  #skipped = 0

  constructor({source, composer, around}: Reader) {
    this.source = source
    this.composer = composer
    this.around = around
  }

  walk(events: readonly Event[]): void {
    for (const [phase, token] of events) {
      const type: string = token.type
      if (phase === 'exit') {
        if (type in UNREAD) this.#skipped--
        else if (!this.#skipped) EXIT[type]?.(this, token)
      } else if (type in UNREAD) {
        if (!this.#skipped) UNREAD[type]?.(this, token)
        this.#skipped++
      } else if (!this.#skipped) ENTER[type]?.(this, token)
    }
    this.around.flushPrefixes()
  }

  slice({start, end}: Token): string {
    return this.source.slice(start.offset, end.offset)
  }

  copy({start, end}: Token, verbatim = false): void {
    this.composer.copy(start.offset, end.offset, {strong: this.strong > 0, verbatim})
  }

  decoded(value: string, {start, end}: Token): void {
    this.composer.decoded(value, start.offset, end.offset, {strong: this.strong > 0})
  }
}

type Handlers = Readonly<Record<string, (walker: Walker, token: Token) => void>>

const ENTER: Handlers = {
  paragraph: ({around}, token) => around.open({kind: 'paragraph'}, token.start.offset),
  atxHeading: ({around, source}, token) => {
    const depth = /#{1,6}/y
    depth.lastIndex = token.start.offset
    around.open({kind: 'heading', depth: depth.exec(source)?.[0].length ?? 1}, token.start.offset)
  },
  tableHeader: ({around}, token) => around.openCell(token.start.offset),
  tableData: ({around}, token) => around.openCell(token.start.offset),

  blockQuote: ({around}) => around.enterQuote(),
  gfmFootnoteDefinition: ({around}) => around.enterNote(),
  listOrdered: ({around}) => around.enterList(true),
  listUnordered: ({around}) => around.enterList(false),
  table: ({around}) => around.enterTable(),
  tableHead: ({around}) => around.enterHead(),
  tableRow: ({around}) => around.enterRow(),

  data: (walker, token) => walker.copy(token),
  codeTextData: (walker, token) => walker.copy(token, true),
  autolinkProtocol: (walker, token) => walker.copy(token, true),
  autolinkEmail: (walker, token) => walker.copy(token, true),
  lineEnding: ({composer}) => composer.breakLine(),
  strongText: (walker) => {
    walker.strong++
  },
  link: (walker, token) => {
    walker.links.push({isText: !hasAddress(walker.slice(token))})
  },
  labelMarker: (walker, token) => {
    if (walker.links.at(-1)?.isText) walker.copy(token)
  },
}

const EXIT: Handlers = {
  paragraph: ({composer}) => composer.close(),
  atxHeading: ({composer}) => composer.close(),
  tableHeader: ({composer}) => composer.close(),
  tableData: ({composer}) => composer.close(),

  blockQuote: ({around}) => around.exitQuote(),
  gfmFootnoteDefinition: ({around}) => around.exitNote(),
  listOrdered: ({around}) => around.exitList(),
  listUnordered: ({around}) => around.exitList(),
  listItemPrefix: ({around}, token) => around.addPrefix(token.start.offset, token.end.offset),
  tableHead: ({around}) => around.exitHead(),

  strongText: (walker) => {
    walker.strong--
  },
  link: (walker) => {
    walker.links.pop()
  },
}

/** Markup: nothing inside these tokens is read further. What most of them leave in the text is nothing. */
const UNREAD: Handlers = {
  image: () => {},
  reference: () => {},
  gfmFootnoteCall: () => {},
  gfmFootnoteDefinitionLabel: () => {},
  taskListCheck: () => {},
  characterEscape: (walker, token) => walker.decoded(walker.slice(token).slice(1), token),
  characterReference: (walker, token) => walker.decoded(decodeReference(walker.slice(token)), token),
  resource: (walker, token) => {
    if (walker.links.at(-1)?.isText) walker.copy(token)
  },
  htmlText: (walker, token) => {
    const html = walker.slice(token)
    const meaning = readTag(html)
    if (!meaning) walker.copy(token)
    else if (meaning === 'break' || /[\r\n]/.test(html)) walker.composer.breakLine()
  },
  definition: (walker, token) => {
    if (!hasAddress(walker.slice(token))) copyLines(walker, token)
  },
  codeFenced: (walker, token) => {
    if (!isClosedFence(walker.slice(token))) copyLines(walker, token)
  },
}

/** Lines that only look like markup, as they are. */
function copyLines({source, around, composer}: Walker, token: Token): void {
  const lines = /[^\r\n]+/g
  lines.lastIndex = token.start.offset
  for (let match = lines.exec(source); match && match.index < token.end.offset; match = lines.exec(source)) {
    around.open({kind: 'paragraph'}, match.index)
    composer.copy(match.index, Math.min(token.end.offset, lines.lastIndex))
    composer.close()
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
  const at = Math.max(markup.lastIndexOf(']('), markup.lastIndexOf(']:'))
  const target = markup.slice(at + 2)
  return at < 0 || !/[一-鿿]/.test(target) || /[/.#\\]/.test(target)
}

/** Whether a block of code ends with a fence. Without one it would take the rest of the draft. */
function isClosedFence(code: string): boolean {
  const fence = /^(?:`{3,}|~{3,})/.exec(code)?.[0]
  const last = code.slice(Math.max(code.lastIndexOf('\n'), code.lastIndexOf('\r')) + 1)
  return fence !== undefined && fence.length < code.length && last.replace(/^[ \t>]+/, '').startsWith(fence)
}
