import {clauseOf, sameUnit, type Told, UNSETTLED, wordsBefore} from '../counted-sentences.ts'
import type {Quantity} from '../quantities.ts'
import type {Sum} from '../sums.ts'
import {isCarried, withCarried} from './carried.ts'
import {CLOSE, sumOf} from './total-and-parts.ts'

const FOUND = /查出|找出|查到|发现|排查|梳理|反馈|交办|受理|收到|查摆|查找|移交|整理|共有|查了$/
/** What was looked at need not all be at fault. */
const LOOKED_AT = /查了$/
const SETTLED = /完成|整改|办结|销号|解决|立行立改|处理|答复|采纳|[弄改修补换办](?:好|完|掉)/
/** 还有6处要等配件 */
const STILL = /^(?:目前|现在?|另)?还(?:有|剩下?|余)$/
const TO_DO = /^(?:[^是属为]{0,4}(?:要|需|没|未|正|待|等)|$)/

/** 整改台账共6项 */
const LEDGER = /(?:整改|问题|隐患)?(?:台账|清单)[上中内]?(?:所列|列有)?(?:共计?|共有|[合总]计)?$/

const MAY_BE_UNSETTLED = /正在|未|其余|剩余|剩下|待|推进|序时|[改理行实]中|另|还[有剩余]|限[期时]/
const MATTERS = '(?:(?:具体)?(?:问题|隐患|任务|事项|意见)|(?:整改)?(?:举措|措施))'
const COUNTED = new RegExp(`^${MATTERS}`)
/** 6个问题中已完成整改4个 */
const OUT_OF = new RegExp(`^${MATTERS}[里当]?中`)
/** Before the number nothing is said but how far things are: 目前4处已完成整改. */
const SO_FAR = /^(?:截至[\d年月日底末前]{2,12}|截至|目前|现|其中|已|经|有)*$/
const NUMBER = /[\d一二两三四五六七八九十]/

/** 查出20个，完成15个，正在整改4个; the total may stand in the sentence before. */
export function settled(text: string, told: readonly Told[], index: number): Sum[] | undefined {
  const {start, end, quantities} = told[index] as Told
  const words = text.slice(start, end)
  if (!SETTLED.test(words) || !MAY_BE_UNSETTLED.test(words)) return undefined
  // 3个问题已完成整改 is a part
  const own = quantities.find(
    (quantity) =>
      isFound(text, quantity) &&
      (!SO_FAR.test(wordsBefore(text, quantity)) || stateOf(text, quantity) === 'other' || isWhole(text, quantity)),
  )
  const found = own ?? totalBefore(text, told, index)
  // 新收20件，上年结转2件: what was carried over is to be settled too
  const total = own && quantities.length > 3 ? carriedWith(text, own, quantities) : found
  if (!total || total.approximate || SETTLED.test(wordsBefore(text, total).replace(LEDGER, ''))) return undefined
  const parts = upToTerm(
    text,
    quantities.filter(
      (quantity) => quantity.start >= total.end && sameUnit(quantity, total) && !isCarried(text, quantity),
    ),
  )
  const states = parts.map((part) => stateOf(text, part))
  if (parts.length < 2 || states.includes('other') || !states.includes('settled') || !states.includes('unsettled'))
    return undefined
  if (parts.some(({approximate, start}) => approximate || /其中/.test(text.slice(total.end, start)))) return undefined
  const sum = sumOf(total, parts, true, false)
  if (isSettledElse(text, sum, end)) return undefined
  if (total !== found && sum.sum === found?.value) return undefined
  const isClose = Math.abs(sum.sum - total.value) <= total.value * CLOSE
  return isClose || !LOOKED_AT.test(wordsBefore(text, total)) ? [sum] : undefined
}

/** 当场整改12处，限期整改8处: the two make up what was found, and what follows tells what became of them since. */
function upToTerm(text: string, parts: readonly Quantity[]): readonly Quantity[] {
  const last = parts.findIndex((part) => isTermed(text, part))
  if (last > 0) return parts.slice(0, last + 1)
  return last < 0 || parts.slice(1).every((part) => AT_ONCE.test(wordsBefore(text, part))) ? parts : []
}

const isTermed = (text: string, part: Quantity): boolean => /限[期时](?!内)/.test(wordsBefore(text, part))
const AT_ONCE = /当场|现场|立即|当即|立查|立行|即知|马上|当天|当日/
/** What was neither put right at once nor given a term. */
const ELSEWHERE = /立案|移[交送]|查[处封扣]|处罚|罚款|停[产业工用]|关[停闭]|取缔|拆除|报废|另|其余|其他|上报|约谈/

/** Whether what was given a term is a part of one told before it, or the rest is told behind it: 立案查处5起. */
function isSettledElse(text: string, {total, parts, sum}: Sum, end: number): boolean {
  const last = parts.at(-1) as Quantity
  if (!isTermed(text, last)) return false
  return sum - last.value === total.value || (sum < total.value && ELSEWHERE.test(text.slice(last.end, end)))
}

const carriedWith = (text: string, found: Quantity, quantities: readonly Quantity[]): Quantity =>
  withCarried(text, quantities).find(({start, end}) => start <= found.start && found.end <= end) ?? found

/** 3个方面7个问题, 3类7个问题: what is settled are the problems. */
const isGroups = (text: string, {unit, after}: Quantity): boolean => {
  const words = text.slice(after.start, after.end + 1)
  return unit === '类' ? NUMBER.test(words.charAt(0)) : /^(?:方面|大?类|层面|领域|板块|环节)[^，。]*$/.test(words)
}

const isFound = (text: string, quantity: Quantity): boolean =>
  /^[个项条处件类起宗]$/.test(quantity.unit) &&
  !isGroups(text, quantity) &&
  (FOUND.test(wordsBefore(text, quantity)) ||
    LEDGER.test(wordsBefore(text, quantity)) ||
    COUNTED.test(text.slice(quantity.after.start, quantity.after.end)))

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
    if (same.length) return total && others.length === 0 ? carriedWith(text, total, same) : undefined
  }
  return undefined
}

const isWhole = (text: string, {after}: Quantity): boolean => OUT_OF.test(text.slice(after.start, after.end))

function stateOf(text: string, part: Quantity): 'settled' | 'unsettled' | 'other' {
  const before = wordsBefore(text, part)
  if (UNSETTLED.test(before) || UNSETTLED.test(clauseOf(text, part)) || isTermed(text, part)) return 'unsettled'
  if (STILL.test(before) && TO_DO.test(text.slice(part.after.start, part.after.end))) return 'unsettled'
  if (SETTLED.test(before)) return 'settled'
  // 8个问题中已整改5个: what is settled is the number behind
  if (NUMBER.test(text.charAt(part.after.end))) return 'other'
  return SO_FAR.test(before) && SETTLED.test(text.slice(part.after.start, part.after.end)) ? 'settled' : 'other'
}
