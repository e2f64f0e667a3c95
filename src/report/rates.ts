import type {Draft} from '../draft/draft.ts'
import {flatMap} from '../draft/flat-map.ts'
import {moved, type Span} from '../draft/span.ts'
import {clauseOf, sameUnit, sentencesWith, type Told, UNSETTLED} from './counted-sentences.ts'
import {moveQuantity, type Quantity} from './quantities.ts'
import {withCarried} from './sums/carried.ts'

/**
 * A rate and the two numbers that it tells of: 受理48件，办结46件，办结率95.8%, or 由80份减至60份，下降25%, or the difference of
 * the two in their own unit: 由80份减至60份，减少20份. The span runs from the first of them to the last.
 */
export interface Rate extends Span {
  readonly kind: 'share' | 'change' | 'difference'
  readonly rate: Quantity
  /** Of a change the later number. */
  readonly part: Quantity
  /** Of a change the earlier number. */
  readonly whole: Quantity
  /** In percent, of a difference in the unit of its numbers. */
  readonly expected: number
}

const RATE_NAME = /([一-鿿]{2,8})率(?:为|达到?|是|只有|仅为?|约为?)?$/

/** Rates whose two numbers stand before them. */
export function findRates(draft: Draft, quantities: readonly Quantity[]): readonly Rate[] {
  const {text} = draft
  const sentences = sentencesWith(draft, quantities)
  return flatMap(sentences, (sentence, index) =>
    flatMap(sentence.quantities, (rate) => {
      if (rate.approximate) return []
      if (rate.unit !== '%') return differenceOf(text, rate, sentence) ?? []
      return (
        shareOf(text, rate, sentence, sentences[index - 1]) ??
        changeOf(text, rate, sentence) ??
        takenOf(text, rate, sentence) ??
        []
      )
    }),
  )
}

/** 用电178度，占定额210度的84.8%: the whole stands between 占 and 的. */
const WHOLE_TOLD = /^[，,]?[^，。；：、]{0,3}占[一-鿿]{0,10}$/
/** 抽查40份，不合格6份，占15%: the whole stands before. 占全市的15% is of another one. */
const TAKES = /^[，,（(]?(?:约|共)?占(?:比|[一-鿿]{0,4}总[数量额])?的?(?:为|达)?$/
/** 抽查40户，有3户没有证件，停业至今，占抽查户数的7.5%: the whole is named by what was done with it. */
const TAKES_OF = /[，,（(](?:约|共)?占(抽查|检查|抽检|抽取|自查|走访|排查)[一-鿿]{0,4}?数的?(?:为|达)?$/
/** 10件中有8件完成年度目标，占80%: 占 right behind a part of a whole. */
const OUT_OF = /^[^，。；：、]{0,8}中，?(?:已|现)?有?$/
const TAKES_OUT_OF = /^[^，。；：、占]{0,16}[，,](?:约|共)?占(?:比)?(?:为|达)?$/
/** 甲12人、乙20人，占…: of both together. */
const JOINED = /^[^，。；：]{0,4}[、和及与]/

/** What a part takes of a whole: 占. */
function takenOf(text: string, rate: Quantity, {quantities}: Told): Rate | undefined {
  const before = quantities.slice(0, quantities.indexOf(rate))
  const [part, whole] = before.slice(-2)
  const share = (of: Quantity, all: Quantity): Rate => ({
    kind: 'share',
    start: Math.min(of.start, all.start),
    end: rate.end,
    rate,
    part: of,
    whole: all,
    expected: (of.value / all.value) * 100,
  })
  const told = text.slice(rate.before.start, rate.number.start)
  if (part && whole && told === '的' && WHOLE_TOLD.test(text.slice(part.end, whole.number.start)))
    return isCount(part) && isCount(whole) && sameUnit(part, whole) && whole.value > 0 ? share(part, whole) : undefined
  const last = before.at(-1)
  if (!last || !isCount(last)) return undefined
  const between = text.slice(last.end, rate.number.start)
  if (!between.includes('占')) return undefined
  const of = before.at(-2)
  const isOutOf =
    of !== undefined &&
    isCount(of) &&
    sameUnit(of, last) &&
    of.value >= last.value &&
    TAKES_OUT_OF.test(between) &&
    OUT_OF.test(text.slice(of.end, last.number.start))
  if (isOutOf) return share(last, of)
  const named = TAKES_OF.exec(between)?.[1]
  if (!named && !TAKES.test(between)) return undefined
  const beside = before.slice(0, -1).findLast((quantity) => sameUnit(quantity, last))
  if (beside && JOINED.test(text.slice(beside.end, last.number.start))) return undefined
  const wholes = before.filter(
    (quantity) =>
      quantity !== last &&
      isCount(quantity) &&
      sameUnit(quantity, last) &&
      quantity.value >= last.value &&
      (!named || text.slice(quantity.before.start, quantity.start).includes(named)),
  )
  return wholes
    .map((all) => share(last, all))
    .sort((a, b) => Math.abs(a.expected - rate.value) - Math.abs(b.expected - rate.value))[0]
}

/** 受理48件，办结46件，办结率95.8%: the whole stands in the same sentence or in the one before. */
function shareOf(text: string, rate: Quantity, sentence: Told, before: Told | undefined): Rate | undefined {
  const name = RATE_NAME.exec(text.slice(rate.before.start, rate.number.start))?.[1]
  if (!name) return undefined
  // 不符合6个 is not what a 符合率 is of
  const told = new RegExp(`(?<![不未没无非])${name.slice(-2)}`)
  // 持证上岗人员40人，持证率100%: all of these are meant, and not all of whom they are some
  const isGroup = (words: string): boolean => rate.value === 100 && /(?:人员|对象)$/.test(words) && told.test(words)
  // the numbers before another rate belong to that one
  const from = sentence.quantities.findLast(({unit, end}) => unit === '%' && end <= rate.start)?.end ?? sentence.start
  const parts = sentence.quantities.filter(
    (quantity) =>
      quantity.start >= from &&
      quantity.end <= rate.start &&
      isCount(quantity) &&
      !isGroup(text.slice(quantity.before.start, quantity.before.end)) &&
      (told.test(text.slice(quantity.before.start, quantity.before.end)) ||
        isToldBehind(text, sentence, quantity, rate, name.slice(-2)) ||
        isActual(text, quantity, name)) &&
      !UNSETTLED.test(clauseOf(text, quantity)),
  )
  const shares = flatMap(parts, (part) => {
    const fits = (quantity: Quantity): boolean =>
      quantity.end <= part.start &&
      isCount(quantity) &&
      sameUnit(quantity, part) &&
      quantity.value >= part.value &&
      quantity.value > 0
    const own = wholesIn(text, sentence, fits)
    const due = dueOf(text, part, own)
    const elsewhere = own.length || !before ? own : wholesIn(text, before, fits)
    const wholes = due ? [due] : [...elsewhere, ...allOf(sentence, part, rate)]
    return wholes.map((whole): Rate => {
      const expected = (part.value / whole.value) * 100
      return {kind: 'share', start: whole.start, end: rate.end, rate, part, whole, expected}
    })
  })
  // of several possible numbers those that fit best speak for the writer
  return shares.sort((a, b) => Math.abs(a.expected - rate.value) - Math.abs(b.expected - rate.value))[0]
}

/** Those of a sentence that fit, and 新收20件，上年结转2件 as one. */
function wholesIn(text: string, {quantities}: Told, fits: (quantity: Quantity) => boolean): readonly Quantity[] {
  const carried = quantities.length > 1 ? withCarried(text, quantities).filter(fits) : NONE
  const plain = quantities.filter(fits)
  return carried.length ? [...plain, ...carried] : plain
}

/** 已完成10个，基本完成2个，正在推进1个，完成率76.9%: what became of all may be told, and nowhere how many there are. */
function allOf({quantities}: Told, part: Quantity, rate: Quantity): readonly Quantity[] {
  const alike = quantities.filter((quantity) => quantity.end <= rate.start && sameUnit(quantity, part))
  const [first] = alike
  if (!first || alike.length < 3 || !alike.every(isCount)) return NONE
  return [{...first, value: alike.reduce((sum, {value}) => sum + value, 0)}]
}

const NONE: readonly Quantity[] = []

const BARE = /^(?:其中|中)?(?:有|已有|现有)?$/
/** 19人健康证有效 is what a 持证率 is of. */
const HOLDS_PAPER = /^[一-鿿]{0,4}证(?:照|件|书)?(?:均|都|全部)?(?:在有效期内?|有效|齐全)$/

/** 其中18台合格: what the rate is of is told behind the number. */
function isToldBehind(text: string, {quantities}: Told, part: Quantity, rate: Quantity, name: string): boolean {
  // 19人持证，1人已离岗，持证率100%: what stands between may count too
  if (quantities[quantities.indexOf(part) + 1] !== rate) return false
  if (!BARE.test(text.slice(part.before.start, part.before.end))) return false
  const words = text.slice(part.after.start, part.after.end).replace(/^[均都已]{1,2}/, '')
  const isNamed = words.startsWith(name) && words.length <= name.length + 2
  return isNamed || (name === '持证' && HOLDS_PAPER.test(words))
}

const DUE = /应(?:当)?([一-鿿])$/
const ACTUAL = /实(?:际)?([一-鿿])$/
/** 实到 is what these are of. */
const PRESENT = /[出到参]/

/** 应发40件，实发36件，发放率90%: what there is of what there should be. */
function isActual(text: string, part: Quantity, name: string): boolean {
  const deed = ACTUAL.exec(text.slice(part.before.start, part.before.end))?.[1]
  return deed !== undefined && (name.slice(-2).includes(deed) || (deed === '到' && PRESENT.test(name.slice(-2))))
}

/** The number that should be, of one that is: 应发 of 实发. */
function dueOf(text: string, part: Quantity, wholes: readonly Quantity[]): Quantity | undefined {
  const deed = ACTUAL.exec(text.slice(part.before.start, part.before.end))?.[1]
  if (!deed) return undefined
  return wholes.findLast((whole) => DUE.exec(text.slice(whole.before.start, whole.before.end))?.[1] === deed)
}

const NOW = '(?:了|本期的?|今年的?|现在的?|目前的?|20\\d{2}年度?的?)?'
const FALLEN = new RegExp(`(?:减|降|压缩|压减|精简|下降|减少|降低|缩短|缩减)(?:至|到|为)${NOW}$`)
const RISEN = new RegExp(`(?:增|升|提高|增加|增长|上升|提升|扩大)(?:至|到|为)${NOW}$`)
const FALL = /^(?:同比|比?上年|比?去年|共|整体)?(?:下降|减少|降低|压减|精简|压缩|降幅|缩短|缩减)(?:了|率|为|达|达到)?$/
const RISE = /^(?:同比|比?上年|比?去年|共|整体)?(?:增长|增加|上升|提高|提升|增幅)(?:了|率|为|达|达到)?$/

/** 由80份减至60份，下降25%: both numbers stand right before it. */
function changeOf(text: string, rate: Quantity, {quantities}: Told): Rate | undefined {
  const told = text.slice(rate.before.start, rate.before.end)
  const pattern = FALL.test(told) ? FALLEN : RISE.test(told) ? RISEN : undefined
  const change = pattern && changeBefore(text, rate, quantities, pattern)
  if (!change || change.whole.value === 0 || change.whole.unit === '%') return undefined
  const {whole, part} = change
  const expected = (Math.abs(whole.value - part.value) / whole.value) * 100
  return {kind: 'change', start: whole.start, end: rate.end, rate, part, whole, expected}
}

const LESS = /^(?:共|净)?(?:减少|少|下降|降低|缩短|压缩|压减|缩减|精简)了?$/
const MORE = /^(?:共|净)?(?:增加|多|增长|增|提高|上升|提升|延长)了?$/
/** 净缩减了 */
const LONGEST_CHANGE = 4
const POINTS = /百分点$/

/** 由40户增加到52户，多了12户: the difference is told in the same unit, and nothing else behind it. */
function differenceOf(text: string, rate: Quantity, {quantities}: Told): Rate | undefined {
  if (quantities.length < 3 || rate.after.start < rate.after.end) return undefined
  const told = text.slice(rate.before.start, rate.before.end)
  if (told.length > LONGEST_CHANGE) return undefined
  const pattern = LESS.test(told) ? FALLEN : MORE.test(told) ? RISEN : undefined
  const change = pattern && changeBefore(text, rate, quantities, pattern)
  if (!change) return undefined
  const {whole, part} = change
  const isSame = POINTS.test(rate.unit) ? part.unit === '%' : sameUnit(part, rate)
  if (!isSame) return undefined
  const expected = Math.abs(Math.round((whole.value - part.value) * 1e6) / 1e6)
  return {kind: 'difference', start: whole.start, end: rate.end, rate, part, whole, expected}
}

/** 由80份减至60份, right before what is told of it. */
function changeBefore(
  text: string,
  rate: Quantity,
  quantities: readonly Quantity[],
  pattern: RegExp,
): {whole: Quantity; part: Quantity} | undefined {
  const [whole, part] = quantities.slice(Math.max(0, quantities.indexOf(rate) - 2), quantities.indexOf(rate))
  if (!whole || !part || whole.approximate || part.approximate || !sameUnit(whole, part)) return undefined
  if (!/[由从][^，。；]*$/.test(text.slice(whole.before.start, whole.start))) return undefined
  if (!pattern.test(text.slice(part.before.start, part.before.end)) || rate.start - part.end > 8) return undefined
  return {whole, part}
}

const isCount = ({unit, approximate}: Quantity): boolean => unit !== '%' && !approximate

/** The same rate further along the text. */
export const moveRate = (rate: Rate, by: number): Rate =>
  by === 0
    ? rate
    : {
        ...moved(rate, by),
        rate: moveQuantity(rate.rate, by),
        part: moveQuantity(rate.part, by),
        whole: moveQuantity(rate.whole, by),
      }
