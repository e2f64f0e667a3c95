import type {Draft} from '../draft/draft.ts'
import {flatMap} from '../draft/flat-map.ts'
import {moved, type Span} from '../draft/span.ts'
import {clauseOf, sameUnit, sentencesWith, UNSETTLED} from './counted-sentences.ts'
import {moveQuantity, type Quantity} from './quantities.ts'

/** A rate and the two numbers that it is the quotient of: 受理48件，办结46件，办结率95.8%. */
export interface Rate extends Span {
  readonly rate: Quantity
  readonly part: Quantity
  readonly whole: Quantity
  /** In percent. */
  readonly expected: number
}

const RATE_NAME = /([一-鿿]{2,8})率(?:为|达到?|是|只有|仅为?|约为?)?$/

/** Rates whose two numbers stand before them, the whole in the same sentence or in the one before. */
export function findRates(draft: Draft, quantities: readonly Quantity[]): readonly Rate[] {
  const {text} = draft
  const sentences = sentencesWith(draft, quantities)
  const rates = flatMap(sentences, (sentence, index) =>
    flatMap(sentence.quantities, (rate): Rate[] => {
      const name =
        rate.unit === '%' && !rate.approximate
          ? RATE_NAME.exec(text.slice(rate.before.start, rate.number.start))?.[1]
          : undefined
      if (!name) return []
      // 不符合6个 is not what a 符合率 is of
      const told = new RegExp(`(?<![不未没无非])${name.slice(-2)}`)
      const part = sentence.quantities.findLast(
        (quantity) =>
          quantity.end <= rate.start &&
          isCount(quantity) &&
          told.test(text.slice(quantity.before.start, quantity.before.end)),
      )
      if (!part || UNSETTLED.test(clauseOf(text, part))) return []
      // the numbers before another rate belong to that one
      if (
        sentence.quantities.some((other) => other.unit === '%' && other.start > part.start && other.end <= rate.start)
      )
        return []
      const fits = (quantity: Quantity): boolean =>
        quantity.end <= part.start &&
        isCount(quantity) &&
        sameUnit(quantity, part) &&
        quantity.value >= part.value &&
        quantity.value > 0
      const own = sentence.quantities.filter(fits)
      const wholes = own.length ? own : (sentences[index - 1]?.quantities.filter(fits) ?? [])
      const expected = (whole: Quantity): number => (part.value / whole.value) * 100
      // of several possible bases the one that fits best speaks for the writer
      const [whole] = [...wholes].sort(
        (a, b) => Math.abs(expected(a) - rate.value) - Math.abs(expected(b) - rate.value),
      )
      return whole ? [{start: whole.start, end: rate.end, rate, part, whole, expected: expected(whole)}] : []
    }),
  )
  return rates
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
