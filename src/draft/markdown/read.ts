import {parse, postprocess, preprocess} from 'micromark'
import {frontmatter} from 'micromark-extension-frontmatter'
import {gfmFootnote} from 'micromark-extension-gfm-footnote'
import {gfmStrikethrough} from 'micromark-extension-gfm-strikethrough'
import {gfmTable} from 'micromark-extension-gfm-table'
import {gfmTaskListItem} from 'micromark-extension-gfm-task-list-item'
import {decodeString} from 'micromark-util-decode-string'
import type {Event, Extension, Token} from 'micromark-util-types'
import type {Block, Directive, Draft} from '../draft.ts'
import {type Segment, segmentMap} from '../source-map.ts'
import {inOrder, type Span} from '../span.ts'
import {findAddresses} from '../text.ts'
import {blankStars} from './blank-stars.ts'
import {settleStars} from './stars.ts'

const EXTENSIONS: readonly Extension[] = [
  frontmatter(['yaml']),
  gfmTable(),
  gfmFootnote(),
  // 5~6~7 is a range, not a deletion
  gfmStrikethrough({singleTilde: false}),
  gfmTaskListItem(),
  // a first line indented by four spaces is a paragraph, a line of === or --- below one no heading mark
  {disable: {null: ['codeIndented', 'setextUnderline']}},
]

/** Tokens that hold no words of the report: what is inside is passed over. */
const SKIPPED: ReadonlySet<string> = new Set([
  'codeFenced',
  'definition',
  'image',
  'resource',
  'reference',
  'gfmFootnoteCall',
  'gfmFootnoteDefinitionPrefix',
  'taskListCheck',
  'thematicBreak',
  'tableDelimiterRow',
  'tableCellDivider',
])

/**
 * Reads Markdown. Each line of a paragraph is a block, as drafts write a paragraph a line; markup is left out; numbers
 * of ordered lists stay, bullets go. @param source decoded text without byte order mark
 */
export function readMarkdown(source: string): Draft {
  const extensions = [...EXTENSIONS, blankStars(settleStars(source))]
  const chunks = preprocess()(source, undefined, true)
  const events = postprocess(
    parse({extensions: [...extensions]})
      .document()
      .write(chunks),
  )
  return new Reader(source).read(events)
}

type Shape = Pick<Block, 'kind' | 'depth' | 'list' | 'cell'>

interface OpenList {
  readonly ordered: boolean
  readonly id: number
  /** The item has just begun: the next block is its first paragraph. */
  fresh: boolean
}

class Reader {
  readonly #source: string
  readonly #parts: string[] = []
  readonly #blocks: Block[] = []
  readonly #segments: Segment[] = []
  readonly #strong: Span[] = []
  readonly #verbatim: Span[] = []
  readonly #directives: Directive[] = []
  #frontMatter: ReadonlyMap<string, string> = new Map()
  #length = 0
  /** What the words that come belong to; undefined between blocks. */
  #shape: Shape | undefined
  /** The words written since the block began. */
  #words = ''
  #blockStart = 0
  #skipping: Token | undefined
  #quotes = 0
  #depth = 1
  readonly #lists: OpenList[] = []
  #listCount = 0
  #tableCount = 0
  #cell = {table: 0, row: 0, column: 0, header: false}
  readonly #strongStarts: number[] = []

  constructor(source: string) {
    this.#source = source
  }

  read(events: readonly Event[]): Draft {
    for (const [phase, token] of events) {
      if (this.#skipping) {
        if (phase === 'exit' && token === this.#skipping) this.#skipping = undefined
      } else if (phase === 'enter') {
        if (SKIPPED.has(token.type)) this.#skipping = token
        else this.#enter(token)
      } else this.#exit(token)
    }
    const text = this.#parts.join('')
    return {
      format: 'markdown',
      text,
      blocks: this.#blocks,
      strong: this.#strong,
      verbatim: inOrder(disjoint([...this.#verbatim, ...findAddresses(text)])),
      directives: this.#directives,
      frontMatter: this.#frontMatter,
      source: this.#source,
      map: segmentMap(this.#segments),
    }
  }

  #enter(token: Token): void {
    switch (token.type) {
      case 'yaml':
        this.#frontMatter = readFrontMatter(this.#slice(token))
        this.#skipping = token
        break
      case 'htmlFlow':
      case 'htmlText':
        this.#readHtml(token)
        this.#skipping = token
        break
      case 'blockQuote':
        this.#quotes++
        break
      case 'listOrdered':
      case 'listUnordered':
        this.#lists.push({ordered: token.type === 'listOrdered', id: ++this.#listCount, fresh: true})
        break
      case 'listItemPrefix':
        this.#beginItem(token)
        break
      case 'atxHeadingSequence':
        this.#depth = token.end.offset - token.start.offset
        break
      case 'atxHeadingText':
        this.#openBlock({kind: 'heading', depth: this.#depth})
        break
      case 'paragraph':
        this.#openBlock({kind: 'paragraph'})
        break
      case 'table':
        this.#cell = {table: this.#tableCount++, row: -1, column: 0, header: false}
        break
      case 'tableRow':
        this.#cell = {...this.#cell, row: this.#cell.row + 1, column: -1}
        break
      case 'tableHeader':
      case 'tableData':
        this.#cell = {...this.#cell, column: this.#cell.column + 1, header: token.type === 'tableHeader'}
        this.#openBlock({kind: 'cell', cell: this.#cell})
        break
      case 'strong':
        this.#strongStarts.push(this.#length)
        break
      default:
        this.#readText(token)
    }
  }

  #readText(token: Token): void {
    switch (token.type) {
      case 'data':
      case 'characterEscapeValue':
      case 'autolinkProtocol':
      case 'autolinkEmail':
        this.#copy(token)
        break
      case 'codeTextData': {
        const start = this.#length
        this.#copy(token)
        if (this.#length > start) this.#verbatim.push({start, end: this.#length})
        break
      }
      case 'characterReference':
        this.#write(decodeString(this.#slice(token)), token.start.offset, token.end.offset)
        break
      case 'lineEnding':
      case 'hardBreakEscape':
        this.#breakLine()
        break
    }
  }

  #exit({type}: Token): void {
    if (type === 'blockQuote') this.#quotes--
    else if (type === 'listOrdered' || type === 'listUnordered') this.#lists.pop()
    else if (type === 'strong') {
      const start = this.#strongStarts.pop() as number
      if (this.#length > start) this.#strong.push({start, end: this.#length})
    } else if (['paragraph', 'atxHeadingText', 'tableHeader', 'tableData'].includes(type)) this.#closeBlock()
  }

  /** A new item. The number of an ordered one is text: it opens the item's first block. */
  #beginItem(token: Token): void {
    const list = this.#lists.at(-1)
    if (!list) return
    list.fresh = true
    if (list.ordered) {
      this.#openBlock({kind: 'paragraph'})
      this.#copy(token)
    }
    this.#skipping = token
  }

  #openBlock(shape: Shape): void {
    const list = this.#lists.at(-1)
    // the number of an ordered item has opened the block already
    if (this.#shape && list?.ordered && shape.kind !== 'cell') {
      this.#shape = {...this.#shape, ...shape}
      return
    }
    this.#closeBlock()
    const item =
      list?.fresh && shape.kind !== 'cell'
        ? {list: {ordered: list.ordered, depth: this.#lists.length, id: list.id}}
        : {}
    if (list) list.fresh = false
    this.#shape = {...shape, ...item}
    this.#blockStart = this.#length
  }

  #closeBlock(): void {
    if (!this.#shape) return
    const written = this.#words
    this.#words = ''
    const lead = written.length - written.trimStart().length
    const end = this.#blockStart + written.trimEnd().length
    if (end > this.#blockStart + lead)
      this.#blocks.push({
        ...this.#shape,
        start: this.#blockStart + lead,
        end,
        ...(this.#quotes ? {quoted: true} : {}),
      })
    this.#shape = undefined
    if (written) this.#push('\n')
  }

  /** Inside a paragraph each line is a block of its own; it goes on in the same item, but is not its first. */
  #breakLine(): void {
    const shape = this.#shape
    if (shape?.kind !== 'paragraph') return
    this.#closeBlock()
    this.#shape = {kind: 'paragraph'}
    this.#blockStart = this.#length
  }

  #readHtml(token: Token): void {
    const html = this.#slice(token)
    for (const match of html.matchAll(/<!--\s*(zicha-[^>]*?)\s*-->/g)) {
      const start = token.start.offset + match.index
      this.#directives.push({
        value: match[1] as string,
        source: {start, end: start + match[0].length},
        at: this.#length,
      })
    }
  }

  #slice({start, end}: Token): string {
    return this.#source.slice(start.offset, end.offset)
  }

  #copy(token: Token): void {
    this.#write(this.#slice(token), token.start.offset, token.end.offset)
  }

  #write(words: string, sourceStart: number, sourceEnd: number): void {
    if (!this.#shape || !words) return
    const start = this.#length
    this.#push(words)
    const last = this.#segments.at(-1)
    const isCopy = words.length === sourceEnd - sourceStart
    // neighbouring copies are one piece
    if (
      isCopy &&
      last &&
      last.end === start &&
      last.sourceEnd === sourceStart &&
      last.end - last.start === last.sourceEnd - last.sourceStart
    )
      this.#segments[this.#segments.length - 1] = {...last, end: this.#length, sourceEnd}
    else this.#segments.push({start, end: this.#length, sourceStart, sourceEnd})
  }

  #push(words: string): void {
    this.#parts.push(words)
    if (this.#shape) this.#words += words
    this.#length += words.length
  }
}

function readFrontMatter(yaml: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  for (const [, key = '', value = ''] of yaml.matchAll(/^([\w-]+)[ \t]*:[ \t]*([^\r\n]*)$/gm))
    fields.set(key, value.trim().replace(/^(["'])(.*)\1$/, '$2'))
  return fields
}

/** The spans without those that overlap an earlier one. */
function disjoint(spans: readonly Span[]): Span[] {
  const kept: Span[] = []
  for (const span of inOrder(spans)) if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span)
  return kept
}
