import {sameUnit, type Told} from '../counted-sentences.ts'
import type {Quantity} from '../quantities.ts'
import type {Sum} from '../sums.ts'
import {sumOf} from './total-and-parts.ts'

const LEFT = /^(?:收支)?(?:相抵)?[尚现还]?有?(?:资金|经费)?结余(?:资金|经费|款)?(?:为)?$/
const CAME_IN = /收(?:入|取|到|缴|款)|到账|到位/
const SPENT = /支出|开支|支付|用于|发放/
/** What was there before, what only repeats and what is told in between leave the sum open. */
const OPEN =
  /主要|等|上[年期月]|上学[年期]|去年|结转|期初|年初|历年|累计结余|利息|其中|合计|共计|小计|总计|占|退|[（(；;。：:]/

/** 收取服务费42万元，支出教师补助29万元、耗材2万元，结余11万元: what came in, and what it went into with what is left. */
export function balanced(text: string, {start, end, quantities}: Told): Sum[] {
  if (quantities.length < 3 || !text.slice(start, end).includes('结余')) return []
  const words = ({before}: Quantity): string => text.slice(before.start, before.end)
  const last = quantities.findIndex((quantity) => LEFT.test(words(quantity)))
  const from = quantities.slice(0, Math.max(0, last)).findIndex((quantity) => CAME_IN.test(words(quantity)))
  const [total, ...parts] = from < 0 ? [] : quantities.slice(from, last + 1)
  const [spent] = parts
  if (!total || !spent || parts.length < 2 || !SPENT.test(words(spent))) return []
  const isOneUnit = quantities.slice(0, last).every((quantity, at) => at >= from || !sameUnit(quantity, total))
  if (!isOneUnit || parts.some((part) => !sameUnit(part, total))) return []
  if ([total, ...parts].some(({approximate}) => approximate) || parts.some((part) => CAME_IN.test(words(part))))
    return []
  return OPEN.test(text.slice(total.before.start, parts.at(-1)?.end)) ? [] : [sumOf(total, parts, true, false)]
}
