import type {Block} from '../../draft/draft.ts'
import {parseNumeral} from '../../language/numerals.ts'
import type {Doubt, Mark, Reading} from '../marks.ts'
import {Wording} from '../wording.ts'
import {CHINESE_DIGITS} from './forms.ts'

/** A number that may stand before words or be part of another number: 2.6月底前, 2、2名, or a line 2 概述. */
const PLAIN = /(\d{1,2})(?:([.．、])(?=\d)|()[ 　\t]+(?=[一-鿿]{2,20}$))/my
/** 2.6 or 2.6.1 as the number of a heading, no rate and no amount. */
const DECIMAL = /\d{1,2}[.．](\d{1,2})(?:[.．](\d{1,2}))?(?:[.．、](?!\d))?(?![\d.．%％‰万亿元倍吨]|个百分点)/y

/** 欠一，…: one word for all of a list, counted; 库一、库二 names two places. */
const WORDED = new RegExp(
  `[一-鿿](?<![${CHINESE_DIGITS}第其周初高大小问答])([${CHINESE_DIGITS}]{1,2})([，：:]|、(?![一-鿿][${CHINESE_DIGITS}]))`,
  'y',
)

/** What the number that a block begins with may be, where `markAt` finds no mark. */
export function doubtAt(text: string, {start, end}: Block): Doubt | undefined {
  if (CHINESE_DIGITS.includes(text.charAt(start + 1))) {
    WORDED.lastIndex = start
    const [words = '', number = '', tail = ''] = WORDED.exec(text) ?? []
    if (!words || start + words.length > end) return undefined
    const mark = {kind: 'label', start, end: start + words.length, value: parseNumeral(number), tail} as const
    return {item: readingOf(mark), decimal: undefined}
  }
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
