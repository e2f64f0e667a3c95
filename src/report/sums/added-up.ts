import {flatMap} from '../../draft/flat-map.ts'
import {sameUnit, type Told} from '../counted-sentences.ts'
import type {Quantity} from '../quantities.ts'
import type {Sum} from '../sums.ts'
import {BETWEEN} from './listed-parts.ts'
import {mayOverlap, sumOf} from './total-and-parts.ts'

const ADDS_UP_ENDS = '计共有为达'
const ADDS_UP = /(?:合计|共计|总计|总共|共)(?:有|为|达)?$/

/** A42家、B28家、C15家，合计85家 */
export function addedUp(text: string, {quantities, start}: Told): Sum[] {
  return flatMap(quantities, (total, index) => {
    if (total.approximate || !ADDS_UP_ENDS.includes(text.charAt(total.start - 1))) return []
    const lead = text.slice(Math.max(start, total.start - 4), total.start)
    if (!ADDS_UP.test(lead)) return []
    const parts: Quantity[] = []
    for (let at = index - 1; at >= 0; at--) {
      const part = quantities[at] as Quantity
      const next = parts[0] ?? total
      const between = text.slice(part.end, next.start)
      const joined = parts.length
        ? BETWEEN.test(between)
        : /^[^，。；：（）()]{0,6}[，、]?[^，。；：（）()]{0,8}$/.test(between)
      if (!joined || !sameUnit(part, total) || part.approximate) break
      parts.unshift(part)
    }
    const enough = /共(?:有|为|达)?$/.test(lead) && !/[合总]共|共计/.test(lead) ? 3 : 2
    if (parts.length < enough) return []
    const sum = sumOf(total, parts, true, mayOverlap(text, total, parts))
    return sum.sum !== total.value && addsUpWithOthers(total, quantities.slice(0, index)) ? [] : [sum]
  })
}

/** 冷库1座、冷藏车2辆、冰箱46台，合计49台（套）: what is counted by other words belongs to the total too. */
const addsUpWithOthers = (total: Quantity, before: readonly Quantity[]): boolean =>
  before.some((_, from) => sumOf(total, before.slice(from), true, false).sum === total.value)
