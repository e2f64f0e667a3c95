import {flatMap} from '../../draft/flat-map.ts'
import {sameUnit, wordsBefore} from '../counted-sentences.ts'
import type {Quantity} from '../quantities.ts'

/** 上年结转2件, 结转上年2件: left over from the time before, and counted with what came in. */
const CARRIED =
  /(?:上[年期月季]|上学[年期]|上一?年度|上季度|去年|往年|历年|期初|年初)[一-鿿]{0,4}(?:结转|遗留|留存|结存|滚存|结余|转入|未[办审]?结)[一-鿿]{0,4}$|(?:结转|承接|接续)(?:上[年期]|去年)[一-鿿]{0,4}$/
/** Without one of these nothing is. */
const MAY_CARRY = /结转|遗留|留存|[结滚]存|结余|转入|未[办审]?结|承接|接续/
/** A comma or a word stands between what came in and what was carried over. */
const FARTHEST = 12

/** Whether a number was left over from the time before. */
export const isCarried = (text: string, quantity: Quantity): boolean => CARRIED.test(wordsBefore(text, quantity))

/** 新收20件，上年结转2件: both together, where a number stands right beside what was carried over. */
export function withCarried(text: string, quantities: readonly Quantity[]): readonly Quantity[] {
  const [first, last] = [quantities[0], quantities.at(-1)]
  if (!first || !last || !MAY_CARRY.test(text.slice(first.before.start, last.start))) return NONE
  return flatMap(quantities, (quantity, index) => {
    if (!isCarried(text, quantity)) return []
    const [before, behind] = [quantities[index - 1], quantities[index + 1]]
    const fresh = [before, behind].find(
      (other) => other && sameUnit(other, quantity) && distance(other, quantity) <= FARTHEST,
    )
    return fresh ? together(fresh, quantity) : []
  })
}

const NONE: readonly Quantity[] = []

const distance = (a: Quantity, b: Quantity): number => Math.max(a.start, b.start) - Math.min(a.end, b.end)

const together = (fresh: Quantity, carried: Quantity): Quantity => ({
  ...fresh,
  start: Math.min(fresh.start, carried.start),
  end: Math.max(fresh.end, carried.end),
  value: Math.round((fresh.value + carried.value) * 1e6) / 1e6,
  approximate: fresh.approximate || carried.approximate,
  after: fresh.end > carried.end ? fresh.after : carried.after,
})
