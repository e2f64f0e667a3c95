import type {Block, Draft} from '../draft/draft.ts'
import {flatMap} from '../draft/flat-map.ts'
import type {Span} from '../draft/span.ts'
import {isSpace} from '../language/characters.ts'
import {parseNumeral} from '../language/numerals.ts'
import {isField} from './roles.ts'
import {Wording} from './wording.ts'

/**
 * What a number mark looks like. `chinese` 一、 `chinese-bracket` （一） `arabic` 1. or 1、 `arabic-bracket` （1） `circled` ①
 * `decimal` 1.1 `second-decimal` 1.1.1
 * `stem` 甲．
 * `ordinal` 第一， 其一， `enumeration` 一是 `demand` 一要 `sequence` 首先， `label` 问题一： `part` 第一部分 `dash` —— `bullet` •
 */
export type MarkKind =
  | 'part'
  | 'chinese'
  | 'chinese-bracket'
  | 'arabic'
  | 'arabic-bracket'
  | 'decimal'
  | 'second-decimal'
  | 'circled'
  | 'stem'
  | 'ordinal'
  | 'enumeration'
  | 'demand'
  | 'sequence'
  | 'label'
  | 'dash'
  | 'bullet'

type DecimalKind = 'decimal' | 'second-decimal'

export interface Mark extends Span {
  readonly kind: MarkKind
  /** 1 for 一、 （一） 1. 首先; undefined where the mark has no number (此外，, a dash, a bullet). */
  readonly value: number | undefined
  /** What stands behind the number: 、 . ， ） or nothing. */
  readonly tail: string
}

/** A run of text that begins at a block's start or at a number mark, and ends where the next one begins. */
export interface Piece extends Span {
  readonly block: Block
  readonly mark: Mark | undefined
  /** Where the words begin, behind the mark. */
  readonly body: number
  /** Nothing stands before it in its block. */
  readonly opensBlock: boolean
  /** The number that it begins with, where only others around it tell whether that is a mark. */
  readonly doubt: Doubt | undefined
  /** What its words tell. */
  readonly wording: Wording
}

/** `2.6月底前…` may be item 2, heading 2.6 or a decimal; `2、2名…` item 2 or a number; `2 概述` a heading or a number. */
export interface Doubt {
  /** Read as an item. */
  readonly item: Reading
  /** Read as a heading with a number of two or three parts. */
  readonly decimal: Reading | undefined
}

/** What a number would be as a mark, and what the words of its piece then tell. */
export interface Reading {
  readonly mark: Mark
  readonly wording: Wording
}

const NUMERAL = '[一二三四五六七八九十]{1,3}'
const FORMS: readonly {readonly kind: Exclude<MarkKind, DecimalKind>; readonly pattern: RegExp}[] = [
  {kind: 'part', pattern: new RegExp(`第(${NUMERAL}|\\d{1,2})(部分|章)[：:、 　]?`, 'y')},
  // 第2、7、11项 and 第一、二季度 name several by their numbers
  {
    kind: 'ordinal',
    pattern: new RegExp(
      `[第其](${NUMERAL}|\\d{1,2})(?!(?:、[一二三四五六七八九十\\d]{1,3}){1,9}(?:[项条款类组批点期]|个?问题|季度|阶段|部分))([，,、：:]|是)`,
      'y',
    ),
  },
  {kind: 'enumeration', pattern: new RegExp(`(${NUMERAL})是([，,：:]?)`, 'y')},
  {kind: 'demand', pattern: new RegExp(`(${NUMERAL})要([，,：:]?)`, 'y')},
  {kind: 'chinese', pattern: new RegExp(`(${NUMERAL})(?:([、．])|([.，,])(?![一二三四五六七八九十\\d]))`, 'y')},
  {kind: 'chinese-bracket', pattern: new RegExp(`[（(]\\s?(${NUMERAL})\\s?[)）]([、．.，,：:]?)`, 'y')},
  // 1.2024年度…清单: a year is no part of a decimal
  {kind: 'arabic', pattern: /([\d０-９]{1,2})([.．、])(?:(?![\d０-９])|(?=(?:19|20)\d{2}年))/y},
  {kind: 'arabic-bracket', pattern: /[（(]?([\d０-９]{1,2})[)）]([、．.，,]?)/y},
  // 甲、乙两个班组 names two
  {kind: 'stem', pattern: /([甲乙丙丁戊己庚辛壬癸])([、．.])(?![甲乙丙丁戊己庚辛壬癸])/y},
  {kind: 'circled', pattern: /([①-⑳])([、．.，,]?)/y},
  {
    kind: 'label',
    pattern: new RegExp(`(?:问题|隐患|措施|整改措施|不足|短板)[（(]?(${NUMERAL}|\\d{1,2})[)）]?([：:、.．])`, 'y'),
  },
  {
    kind: 'sequence',
    pattern:
      /(首先|其次|再次|再者|此外|另外|同时|还有|最后)([，,、：:]|(?<=[先次后])是|(?<=还有)就?是|(?<=[此另]外)还有一[个条点件处项]：)/y,
  },
  {kind: 'dash', pattern: /(——)()(?=[^—])/y},
  {kind: 'bullet', pattern: /([●•·▪◆■◇▶★➢-])(\s*)(?=[一-鿿“《【])/y},
]

/** 天干, which number as letters do elsewhere. */
export const STEMS = '甲乙丙丁戊己庚辛壬癸'

/** Which forms can begin with a character: spares trying all of them at every boundary. */
const BY_FIRST = new Map<string, readonly (typeof FORMS)[number][]>()
const firsts: Readonly<Record<(typeof FORMS)[number]['kind'], string>> = {
  part: '第',
  ordinal: '第其',
  enumeration: '一二三四五六七八九十',
  demand: '一二三四五六七八九十',
  chinese: '一二三四五六七八九十',
  'chinese-bracket': '（(',
  arabic: '0123456789０１２３４５６７８９',
  'arabic-bracket': '（(0123456789０１２３４５６７８９',
  stem: STEMS,
  circled: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳',
  label: '问隐措整不短',
  sequence: '首其再此另同还最',
  dash: '—',
  bullet: '●•·▪◆■◇▶★➢-',
}
for (const form of FORMS)
  for (const first of firsts[form.kind]) BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), form])

const SEQUENCE_VALUE: Readonly<Record<string, number>> = {首先: 1, 其次: 2, 再次: 3}

function numberOf(kind: MarkKind, number: string): number | undefined {
  if (kind === 'dash' || kind === 'bullet') return undefined
  if (kind === 'sequence') return SEQUENCE_VALUE[number]
  if (kind === 'stem') return STEMS.indexOf(number) + 1
  if (kind === 'circled') return number.charCodeAt(0) - 0x245f
  return parseNumeral(number)
}

/** The number mark that begins at `offset`, if any. */
export function markAt(text: string, offset: number, end: number): Mark | undefined {
  const forms = BY_FIRST.get(text.charAt(offset))
  if (!forms) return undefined
  for (const {kind, pattern} of forms) {
    pattern.lastIndex = offset
    const match = pattern.exec(text)
    if (!match || pattern.lastIndex > end) continue
    // a line that is nothing but its mark is still a mark: an item that was never written
    return {
      kind,
      start: offset,
      end: pattern.lastIndex,
      value: numberOf(kind, match[1] ?? ''),
      tail: (match[2] ?? match[3] ?? '').trim(),
    }
  }
  return undefined
}

/**
 * Inside a paragraph a mark stands behind the end of a clause, never behind a word. Behind a comma only some are looked at:
 * …方面，一是…；二是…
 */
const BOUNDARY =
  /(?:[。；：！？!?;:”）)…]|(?<!\s)\s|(?<=[一-鿿”）])\.)\s*(?=[一二三四五六七八九十第首其再此另同还最（(①-⑳\d０-９问隐措])|[，,](?=[一二三四五六七八九十]{1,3}[是要]|[第其][一二三四五六七八九十]{1,3}[，：是]|首先)/g
const INLINE: ReadonlySet<MarkKind> = new Set([
  'part',
  'chinese',
  'chinese-bracket',
  'arabic',
  'arabic-bracket',
  'circled',
  'ordinal',
  'enumeration',
  'demand',
  'sequence',
  'label',
])

function inlineMarks(text: string, first: Mark | undefined, from: number, end: number): Mark[] {
  const marks: Mark[] = first ? [first] : []
  /** Marks behind commas that count on: items where the next one stands behind the end of a clause. */
  let waiting: Mark[] = []
  // a block without any must not be searched to the end of the draft; the character before it is looked back at
  const shift = Math.max(0, from - 1)
  const words = text.slice(shift, end)
  BOUNDARY.lastIndex = from - shift
  for (let match = BOUNDARY.exec(words); match; match = BOUNDARY.exec(words)) {
    const at = match.index + shift
    const before = text.charAt(at)
    const mark = markAt(text, BOUNDARY.lastIndex + shift, end)
    if (!mark || !INLINE.has(mark.kind)) continue
    if (before === '，' || before === ',') {
      if (follows(mark, waiting.at(-1) ?? marks.at(-1))) waiting.push(mark)
      // 一是…，原因有，一是…: behind an 一是 it opens a list within the item
      else waiting = mark.value === 1 && !isSameMark(mark, marks.at(-1)) ? [mark] : []
      continue
    }
    // 14:30） closes a bracket behind a time
    if (mark.kind === 'arabic-bracket' && /[：:]/.test(before) && /\d/.test(text.charAt(at - 1))) continue
    // （1） behind a word's own bracket or quotation mark is a reference, not an item; 一是 may follow both
    if (mark.kind.startsWith('arabic') && /[”）)]/.test(before)) continue
    // 8:30）: a time
    if (before === ':' && mark.kind.startsWith('arabic') && /\d/.test(text.charAt(at - 1))) continue
    // 一、二组 inside a sentence are numbers, not a heading
    if (mark.kind === 'chinese' && /[一二三四五六七八九十]/.test(text.charAt(mark.end))) continue
    if (
      /\s/.test(before) &&
      !endsClause(text, at) &&
      !isStrong(mark.kind) &&
      !endsHeading(text, from, marks.at(-1), at)
    )
      continue
    if (follows(mark, waiting.at(-1))) marks.push(...waiting)
    waiting = []
    marks.push(mark)
    BOUNDARY.lastIndex = mark.end - shift
  }
  return first ? marks.slice(1) : marks
}

/** 二是 behind 一是. */
const follows = (mark: Mark, before: Mark | undefined): boolean =>
  before?.value !== undefined && mark.value === before.value + 1 && isSameList(mark.kind, before.kind)

const isSameMark = (mark: Mark, before: Mark | undefined): boolean =>
  before?.kind === mark.kind && before.value === mark.value

/** 首先， 其次， 第三，: the list that 首先 opens goes on with ordinals. */
export const isSameList = (kind: MarkKind, open: MarkKind | 'heading' | 'line'): boolean =>
  kind === open || (kind === 'ordinal' && open === 'sequence')

/** A space behind the short heading of 二、 ends it, where a scan has lost the line end: `三、整改措施 1. …` */
function endsHeading(text: string, from: number, last: Mark | undefined, offset: number): boolean {
  const start = last?.end ?? from
  return (
    last !== undefined && isStrong(last.kind) && offset - start <= 20 && !/[，。；：]/.test(text.slice(start, offset))
  )
}

/** Marks that open a heading even behind a mere space, in text that a scan has flattened. */
const isStrong = (kind: MarkKind): boolean => kind === 'chinese' || kind === 'chinese-bracket' || kind === 'part'

function endsClause(text: string, offset: number): boolean {
  let at = offset
  while (at > 0 && isSpace(text.charCodeAt(at - 1))) at--
  return /[。；：！？!?;:”）)]/.test(text.charAt(at - 1))
}

/** Where the words begin behind a mark. */
export function bodyOf(text: string, from: number, end: number): number {
  let at = from
  while (at < end && isSpace(text.charCodeAt(at))) at++
  return at
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end
  while (at > start && isSpace(text.charCodeAt(at - 1))) at--
  return at
}

/** The pieces of one block, in order, covering it. Table cells are never cut. */
function piecesOf(text: string, block: Block): Piece[] {
  const opening = markAt(text, block.start, block.end)
  const doubt = opening || block.kind === 'cell' ? undefined : doubtAt(text, block)
  const first = opening ?? (block.list ? bulletOf(block) : undefined)
  const marks: (Mark | undefined)[] = [first]
  if (block.kind !== 'cell') marks.push(...inlineMarks(text, first, first?.end ?? block.start, block.end))
  return marks.map((mark, index) => {
    const opensBlock = index === 0
    const start = opensBlock ? block.start : (mark as Mark).start
    const end = trimEnd(text, start, marks[index + 1]?.start ?? block.end)
    const body = bodyOf(text, mark?.end ?? (opensBlock ? behindAnswer(text, start) : start), end)
    const own = opensBlock && isFieldBullet(text, mark, body, end) ? undefined : mark
    return {
      start,
      end,
      block,
      mark: own,
      body,
      opensBlock,
      doubt: opensBlock ? doubt : undefined,
      wording: new Wording(),
    }
  })
}

/** 答：… to a question that stands above it: the answer's own words. */
const behindAnswer = (text: string, start: number): number =>
  text.startsWith('答：', start) || text.startsWith('答:', start) ? start + 2 : start

/** - 责任人：… is a field of the item above, not an item of a list. */
const isFieldBullet = (text: string, mark: Mark | undefined, body: number, end: number): boolean =>
  (mark?.kind === 'bullet' || mark?.kind === 'dash') && isField(text.slice(body, end))

/** A bullet that is markup has no characters in the text, but counts as a mark. */
function bulletOf(block: Block): Mark {
  return {kind: 'bullet', start: block.start, end: block.start, value: undefined, tail: ''}
}

const PLAIN = /(\d{1,2})(?:([.．、])(?=\d)|()[ 　\t]+(?=[一-鿿]{2,20}$))/my
const DECIMAL = /\d{1,2}[.．](\d{1,2})(?:[.．](\d{1,2}))?(?:[.．、](?!\d))?(?![\d.．%％‰万亿元倍吨]|个百分点)/y

function doubtAt(text: string, {start, end}: Block): Doubt | undefined {
  PLAIN.lastIndex = start
  const plain = PLAIN.exec(text)
  if (!plain) return undefined
  const [, number, tail = ''] = plain
  const itemEnd = start + (number as string).length + tail.length
  const item = {kind: 'arabic', start, end: itemEnd, value: Number(number), tail} as const
  DECIMAL.lastIndex = start
  const [, second, third] = DECIMAL.exec(text) ?? []
  const decimal =
    second &&
    ({
      kind: third ? 'second-decimal' : 'decimal',
      start,
      end: DECIMAL.lastIndex,
      value: Number(third ?? second),
      tail: '',
    } as const)
  return {item: readingOf(item), decimal: decimal && decimal.end <= end ? readingOf(decimal) : undefined}
}

const readingOf = (mark: Mark): Reading => ({mark, wording: new Wording()})

/** The running text: footnotes and text boxes say nothing about what follows what. */
export const runningBlocks = ({blocks}: Draft): readonly Block[] =>
  blocks.some(({aside}) => aside) ? blocks.filter(({aside}) => !aside) : blocks

/** The pieces of a draft by the words of each block alone; `settle` tells what its numbers are. */
export const findPieces = (draft: Draft): readonly Piece[] =>
  flatMap(runningBlocks(draft), (block) => piecesOf(draft.text, block))

/** The same piece further along the text. */
export function movePiece(piece: Piece, by: number, blockOf: (block: Block) => Block): Piece {
  const block = blockOf(piece.block)
  if (by === 0 && block === piece.block) return piece
  return {
    start: piece.start + by,
    end: piece.end + by,
    block,
    mark: piece.mark && moveMark(piece.mark, by),
    body: piece.body + by,
    opensBlock: piece.opensBlock,
    doubt: piece.doubt && moveDoubt(piece.doubt, by),
    wording: piece.wording,
  }
}

const moveDoubt = ({item, decimal}: Doubt, by: number): Doubt => ({
  item: moveReading(item, by),
  decimal: decimal && moveReading(decimal, by),
})

const moveReading = ({mark, wording}: Reading, by: number): Reading => ({mark: moveMark(mark, by), wording})

const moveMark = (mark: Mark, by: number): Mark =>
  by === 0 ? mark : {kind: mark.kind, start: mark.start + by, end: mark.end + by, value: mark.value, tail: mark.tail}
