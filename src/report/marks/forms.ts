import {parseNumeral} from '../../language/numerals.ts'
import type {Mark, MarkKind} from '../marks.ts'

interface Form {
  /** Decimals are told by what stands around them, see doubts.ts. */
  readonly kind: Exclude<MarkKind, 'decimal' | 'second-decimal'>
  /** An item or a heading that begins so. */
  readonly example: string
  /** The characters that it can begin with: spares trying all forms at every boundary. */
  readonly firsts: string
  /** The number, then the tail. */
  readonly pattern: RegExp
}

/** 天干, which number as letters do elsewhere. */
export const STEMS = '甲乙丙丁戊己庚辛壬癸'
export const CHINESE_DIGITS = '一二三四五六七八九十'
const NUMERAL = `[${CHINESE_DIGITS}]{1,3}`

/** What marks look like. Of those that fit at one place the first is taken. */
export const FORMS: readonly Form[] = [
  {
    kind: 'part',
    example: '第一部分 基本情况',
    firsts: '第',
    pattern: new RegExp(`第(${NUMERAL}|\\d{1,2})(部分|章)[：:、 　]?`, 'y'),
  },
  // within one paragraph; 第二条　… at its beginning is a clause of a regulation
  {
    kind: 'ordinal',
    example: '头一桩，检查不细。',
    firsts: '第头',
    pattern: new RegExp(`(?:第|头(?=一))(${NUMERAL})(?:[件桩]事?([，,：:]|是)|[条点处项]([，,：:]))`, 'y'),
  },
  // 第2、7、11项 and 第一、二季度 name several by their numbers
  {
    kind: 'ordinal',
    example: '第一，检查不细。',
    firsts: '第其',
    pattern: new RegExp(
      `[第其](${NUMERAL}|\\d{1,2})(?!(?:、[一二三四五六七八九十\\d]{1,3}){1,9}(?:[项条款类组批点期]|个?问题|季度|阶段|部分))([，,、：:]|是)`,
      'y',
    ),
  },
  {
    kind: 'enumeration',
    example: '一是检查不细。',
    firsts: CHINESE_DIGITS,
    pattern: new RegExp(`(${NUMERAL})是([，,：:]?)`, 'y'),
  },
  {
    kind: 'demand',
    example: '一要每月检查。',
    firsts: CHINESE_DIGITS,
    pattern: new RegExp(`(${NUMERAL})要([，,：:]?)`, 'y'),
  },
  {
    kind: 'chinese',
    example: '一、基本情况',
    firsts: CHINESE_DIGITS,
    pattern: new RegExp(`(${NUMERAL})(?:([、．])|([.，,])(?![一二三四五六七八九十\\d]))`, 'y'),
  },
  {
    kind: 'chinese-bracket',
    example: '（一）制度方面',
    firsts: '（(',
    pattern: new RegExp(`[（(]\\s?(${NUMERAL})\\s?[)）]([、．.，,：:]?)`, 'y'),
  },
  // 1.2024年度…清单: a year is no part of a decimal
  {
    kind: 'arabic',
    example: '1.检查不细。',
    firsts: '0123456789０１２３４５６７８９',
    pattern: /([\d０-９]{1,2})([.．、])(?:(?![\d０-９])|(?=(?:19|20)\d{2}年))/y,
  },
  {
    kind: 'arabic-bracket',
    example: '（1）检查不细。',
    firsts: '（(0123456789０１２３４５６７８９',
    pattern: /[（(]?([\d０-９]{1,2})[)）]([、．.，,]?)/y,
  },
  // 甲、乙两个班组 names two
  {
    kind: 'stem',
    example: '甲．基本情况',
    firsts: STEMS,
    pattern: /([甲乙丙丁戊己庚辛壬癸])([、．.])(?![甲乙丙丁戊己庚辛壬癸])/y,
  },
  {
    kind: 'circled',
    example: '①检查不细。',
    firsts: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳',
    pattern: /([①-⑳])([、．.，,]?)/y,
  },
  {
    kind: 'label',
    example: '问题一：检查不细。',
    firsts: '问隐措整不短',
    pattern: new RegExp(
      `(?:问题|隐患|措施|整改措施|不足|短板)[（(]?(${NUMERAL}|\\d{1,2})[)）]?(?:([：:、.．])|[ 　]+(?=[一-鿿“]))`,
      'y',
    ),
  },
  {
    kind: 'label',
    example: '一号：西瓜地',
    firsts: CHINESE_DIGITS,
    pattern: new RegExp(`(${NUMERAL})号([：:])`, 'y'),
  },
  {
    kind: 'sequence',
    example: '首先，检查不细。',
    firsts: '首其再此另同还最',
    pattern:
      /(首先|其次|再次|再者|此外|另外|同时|还有|最后)([，,、：:]|(?<=[先次后])是|(?<=还有)就?是|(?<=[此另]外)还有一[个条点件处项]：)/y,
  },
  {
    kind: 'dash',
    example: '——检查不细。',
    firsts: '—',
    pattern: /(——)()(?=[^—])/y,
  },
  {
    kind: 'bullet',
    example: '•检查不细。',
    firsts: '●•·▪◆■◇▶★➢-',
    pattern: /([●•·▪◆■◇▶★➢-])(\s*)(?=[一-鿿“《【])/y,
  },
]

const BY_FIRST = new Map<string, readonly Form[]>()
for (const form of FORMS) for (const first of form.firsts) BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), form])

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

/** 首先， 其次， 第三，: the list that 首先 opens goes on with ordinals. */
export const isSameList = (kind: MarkKind, open: MarkKind | 'heading' | 'line'): boolean =>
  kind === open || (kind === 'ordinal' && open === 'sequence')
