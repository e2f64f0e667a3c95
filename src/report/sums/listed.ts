import {flatMap} from '../../draft/flat-map.ts'
import {sameUnit, type Told, wordsBefore} from '../counted-sentences.ts'
import type {Quantity} from '../quantities.ts'
import type {Sum} from '../sums.ts'
import {OTHER_MATTER, partsBehind} from './listed-parts.ts'
import {CLOSE, mayOverlap, sumOf} from './total-and-parts.ts'

/** A name of a part: 、西瓜 */
const PART_NAME = /^[，、][一-鿿]{1,8}$/
const WHOLE_NAME = /全[一-鿿]|共|总|面积|现有|存栏/
/** Fewer may be some of what is there. */
const FEWEST = 3

/** 全场种植6 240亩，水稻3 800亩、西瓜1 150亩、棉花1 330亩: a list right behind the whole that comes to a little more. */
export function listed(text: string, sentence: Told): Sum[] {
  if (sentence.quantities.length <= FEWEST) return []
  return flatMap(sentence.quantities, (total) => {
    if (text.charAt(total.end) !== '，' || total.approximate || !WHOLE_NAME.test(wordsBefore(text, total))) return []
    const parts = partsBehind(text, sentence, total.end + 1)
    const isList = parts.every((part, at) => {
      const between = text.slice(parts[at - 1]?.end ?? total.end, part.start)
      return PART_NAME.test(between) && between.startsWith(at ? '、' : '，') && !OTHER_MATTER.test(between)
    })
    if (parts.length < FEWEST || !isList || !sameUnit(total, parts[0] as Quantity)) return []
    const sum = sumOf(total, parts, false, mayOverlap(text, total, parts))
    return sum.sum <= total.value * (1 + CLOSE) ? [{...sum, implied: true}] : []
  })
}
