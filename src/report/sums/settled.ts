import {clauseOf, sameUnit, type Told, UNSETTLED, wordsBefore} from '../counted-sentences.ts'
import type {Quantity} from '../quantities.ts'
import type {Sum} from '../sums.ts'
import {sumOf} from './total-and-parts.ts'

const FOUND = /查出|发现|排查|梳理|反馈|交办|受理|收到|查摆|查找|移交|整理|共有/
const SETTLED = /完成|整改|办结|销号|解决|立行立改|处理|答复|采纳/

/** 整改台账共6项 */
const LEDGER = /(?:整改|问题|隐患)?(?:台账|清单)[上中内]?(?:所列|列有)?(?:共计?|共有|[合总]计)?$/

const MAY_BE_UNSETTLED = /正在|未|其余|剩余|剩下|待|推进|[改理行实]中|另/
/** Before the number nothing is said but how far things are: 目前4处已完成整改. */
const SO_FAR = /^(?:截至[\d年月日底末前]{2,12}|截至|目前|现|其中|已|经|有)*$/

/** 查出20个，完成15个，正在整改4个; the total may stand in the sentence before. */
export function settled(text: string, told: readonly Told[], index: number): Sum[] | undefined {
  const {start, end, quantities} = told[index] as Told
  const words = text.slice(start, end)
  if (!SETTLED.test(words) || !MAY_BE_UNSETTLED.test(words)) return undefined
  // 3个问题已完成整改 is a part
  const own = quantities.find(
    (quantity) =>
      isFound(text, quantity) && (!SO_FAR.test(wordsBefore(text, quantity)) || stateOf(text, quantity) === 'other'),
  )
  const total = own ?? totalBefore(text, told, index)
  if (!total || total.approximate || SETTLED.test(wordsBefore(text, total).replace(LEDGER, ''))) return undefined
  const parts = quantities.filter(
    (quantity) => quantity !== total && quantity.start > total.start && sameUnit(quantity, total),
  )
  const states = parts.map((part) => stateOf(text, part))
  if (parts.length < 2 || states.includes('other') || !states.includes('settled') || !states.includes('unsettled'))
    return undefined
  if (parts.some(({approximate, start}) => approximate || /其中/.test(text.slice(total.end, start)))) return undefined
  return [sumOf(total, parts, true, false)]
}

const isFound = (text: string, quantity: Quantity): boolean =>
  /^[个项条处件类起宗]$/.test(quantity.unit) &&
  (FOUND.test(wordsBefore(text, quantity)) ||
    LEDGER.test(wordsBefore(text, quantity)) ||
    /^(?:具体)?(?:问题|隐患|任务|事项|意见)/.test(text.slice(quantity.after.start, quantity.after.end)))

/** How many sentences a total may stand before its parts. */
const FARTHEST = 3

/**
 * 反馈问题5个。…目前3个已完成整改，…: the last number of its unit in the paragraph before, if its sentence has no other that
 * problems can be counted by: 18个问题 is that of 把18个问题分解到9个科室.
 */
function totalBefore(text: string, told: readonly Told[], index: number): Quantity | undefined {
  const {start, quantities} = told[index] as Told
  const [first] = quantities
  if (!first || first.before.start > start + 8) return undefined
  for (let at = index - 1, from = start; at >= Math.max(0, index - FARTHEST); at--) {
    const sentence = told[at] as Told
    if (sentence.end !== from) return undefined
    from = sentence.start
    const same = sentence.quantities.filter((quantity) => sameUnit(quantity, first))
    const [total, ...others] = same.filter((quantity) => isFound(text, quantity))
    if (same.length) return others.length === 0 ? total : undefined
  }
  return undefined
}

function stateOf(text: string, part: Quantity): 'settled' | 'unsettled' | 'other' {
  const before = wordsBefore(text, part)
  if (UNSETTLED.test(before) || UNSETTLED.test(clauseOf(text, part))) return 'unsettled'
  if (SETTLED.test(before)) return 'settled'
  return SO_FAR.test(before) && SETTLED.test(text.slice(part.after.start, part.after.end)) ? 'settled' : 'other'
}
