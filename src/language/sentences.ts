import type {Span} from '../draft/span.ts'

// What a character is to the splitter. Everything else is an ordinary character.
const STOP = 1
const ASCII_STOP = 2
const ELLIPSIS = 3
const PERIOD = 4
const OPEN = 5
const CLOSE = 6
const QUOTE = 7

const PAIRS = '“”‘’「」『』（）()《》〈〉【】〔〕［］[]'
const KINDS = new Map<string, number>([
  ...[...'。！？；'].map((mark) => [mark, STOP] as const),
  ...[...'!?;'].map((mark) => [mark, ASCII_STOP] as const),
  ['…', ELLIPSIS],
  ['.', PERIOD],
  ['"', QUOTE],
  ...[...PAIRS].map((mark, index) => [mark, index % 2 ? CLOSE : OPEN] as const),
])
const OPENER_OF = new Map([...PAIRS].flatMap((mark, index) => (index % 2 ? [[mark, PAIRS.charAt(index - 1)]] : [])))

const KIND_BY_CODE = new Uint8Array(0x10000)
for (const [mark, kind] of KINDS) KIND_BY_CODE[mark.charCodeAt(0)] = kind
/**
 * Every character of a kind, and a few of none between them: most characters are of none, and an expression skips these
 * fastest, as long as it has no more than 16 ranges. With more of them V8 looks each character up in a list.
 */
const MARK = /[!"().;?[-\]\u2018-\u2026。〈-〕！（）；？［-］]/g
const kindAt = (text: string, at: number): number => KIND_BY_CODE[text.charCodeAt(at)] as number

const isHan = (code: number): boolean => (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf)
const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0x3000 || code === 0xa0 || code === 0xfeff

/** A quotation goes on as a part of its sentence: “为了谁？”的问题, “干什么？”“怎么干？”, “……！”等口号. */
const GOES_ON = '，、,：:；;。“‘「『（(《的等之和与及或都'

/** 一. and 十二. number a heading; behind any other Chinese character a half-width period ends a sentence. */
const NUMERAL = /[一二三四五六七八九十]/

/**
 * The sentences of a span, without the white space around them; together they hold everything else of it.
 *
 * A sentence ends
 * - at 。！？； with the marks repeated behind them and the closing quotes and brackets that follow;
 * - at half-width ! ? ; except in front of Latin letters and digits (an address, an entity);
 * - at a half-width period behind a Chinese character, never at that of 3.5, `1.` or 一.;
 * - at an ellipsis (…… counts once), unless 等 or another mark follows.
 *
 * Marks inside brackets or quotes end nothing; but where one stands right before the closing quote, it ends the sentence
 * around the quotation too, unless that goes on (“为了谁？”的问题). Quotes and brackets that are never closed are ordinary
 * characters. Linear in the length of the span.
 */
export function splitSentences(text: string, span: Span): Span[] {
  const sentences: Span[] = []
  const marks = findMarks(text, span)
  const partners = matchPairs(text, marks)
  let start = skipSpace(text, span.start, span.end)
  let from = start
  for (const at of marks) {
    // inside what was looked at as one
    if (at < from) continue
    const end = endAt(text, at, span, partners)
    if (end === undefined) {
      from = next(text, at, span.end, partners)
      continue
    }
    sentences.push({start, end})
    start = skipSpace(text, end, span.end)
    from = start
  }
  let end = span.end
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  if (end > start) sentences.push({start, end})
  return sentences
}

/** Where to look on: what stands in brackets or quotes, and a run of marks, is looked at as one. */
function next(text: string, at: number, end: number, partners: ReadonlyMap<number, number>): number {
  const kind = kindAt(text, at)
  return isStop(kind) && kind !== PERIOD ? skipStops(text, at, end) : (partners.get(at) ?? at) + 1
}

function skipSpace(text: string, from: number, end: number): number {
  let at = from
  while (at < end && isSpace(text.charCodeAt(at))) at++
  return at
}

const NO_PAIRS: ReadonlyMap<number, number> = new Map()

function findMarks(text: string, {start, end}: Span): readonly number[] {
  const words = text.slice(start, end)
  const marks: number[] = []
  MARK.lastIndex = 0
  while (MARK.test(words)) marks.push(start + MARK.lastIndex - 1)
  return marks
}

/** Where each bracket or quote that is closed among the marks is closed. Half-width quotes open and close by turns. */
function matchPairs(text: string, marks: readonly number[]): ReadonlyMap<number, number> {
  let partners: Map<number, number> | undefined
  const open: number[] = []
  let quote = -1
  for (const at of marks) {
    const kind = kindAt(text, at)
    if (kind === OPEN) open.push(at)
    else if (kind === CLOSE) {
      const opener = popOpener(text, open, OPENER_OF.get(text.charAt(at)) as string)
      if (opener !== undefined) (partners ??= new Map()).set(opener, at)
    } else if (kind === QUOTE) {
      if (quote >= 0) (partners ??= new Map()).set(quote, at)
      quote = quote >= 0 ? -1 : at
    }
  }
  return partners ?? NO_PAIRS
}

/** An opener that lies deeper than this under unclosed ones is given up, so that a line of 100,000 （ stays linear. */
const DEEPEST = 8

function popOpener(text: string, open: number[], opener: string): number | undefined {
  for (let index = open.length - 1; index >= Math.max(0, open.length - DEEPEST); index--) {
    if (text.charAt(open[index] as number) !== opener) continue
    const found = open[index]
    open.length = index
    return found
  }
  return undefined
}

/** The end of the sentence, closing marks included, if the character at `at` ends one. */
function endAt(text: string, at: number, span: Span, partners: ReadonlyMap<number, number>): number | undefined {
  const kind = kindAt(text, at)
  if (kind === 0 || kind === CLOSE) return undefined
  if (kind !== OPEN && kind !== QUOTE) return endOfStop(text, at, kind, span)
  const close = partners.get(at)
  if (close === undefined || kindAt(text, close - 1) === PERIOD || !isStop(kindAt(text, close - 1))) return undefined
  return close + 1 < span.end && GOES_ON.includes(text.charAt(close + 1))
    ? undefined
    : skipClosers(text, close + 1, span.end)
}

const isStop = (kind: number): boolean => kind >= STOP && kind <= PERIOD

function endOfStop(text: string, at: number, kind: number, span: Span): number | undefined {
  if (kind === PERIOD && !(isHan(text.charCodeAt(at - 1)) && at > span.start && !NUMERAL.test(text.charAt(at - 1))))
    return undefined
  const end = skipStops(text, at + 1, span.end)
  const closed = skipClosers(text, end, span.end)
  const following = closed < span.end ? text.charAt(closed) : ''
  const last = kindAt(text, end - 1)
  if (last === ELLIPSIS && /^[，、,：:等]/.test(following)) return undefined
  if ((last === ASCII_STOP || last === PERIOD) && /[\w=&/#%]/.test(following)) return undefined
  return closed
}

function skipStops(text: string, from: number, end: number): number {
  let at = from
  while (at < end && isStop(kindAt(text, at))) at++
  return at
}

function skipClosers(text: string, from: number, end: number): number {
  let at = from
  while (at < end && kindAt(text, at) === CLOSE) at++
  return at
}
