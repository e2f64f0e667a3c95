import {clauseOf, sameUnit, type Told, wordsBefore} from '../counted-sentences.ts'
import type {Quantity} from '../quantities.ts'
import type {Sum} from '../sums.ts'
import {CLOSE, sumOf} from './total-and-parts.ts'

/** What remains when the parts before it are taken away: 剩余4所, 未完成4期 behind 已完成23期. */
const REMAINS = /^(?:目前|现)?(?:剩余|其余|余下|剩下)的?$|^(?:目前|现|尚|还|仍)*(?:有)?未([一-鿿]{1,2})的?$/
/** A part that is told by how far it is and by no thing of its own, as 站点 in 已建成站点23个. */
const DONE =
  /^(?:截至[\d年月日底末前]{2,12}|截至|目前|现|已|经|均|累计|先后|实际|有)*(?:[一-鿿]{0,2}|(?:完成|得到)[一-鿿]{2}|[一-鿿]{2}(?:完毕|到位|完成))的?$/
/** 符合 and 不符合 leave nothing out but what is 不涉及. */
const FAULTY = /[不未](合格|符合|达标|规范|齐全|完整|满意|通过|合规|及格|到位)|瑕疵|缺陷|异常/
const SOUND = /合格|符合|达标|规范|齐全|完整|满意|通过|合规|及格|到位|正常|完好|不涉及|不适用/
/** One of these stands where a part is what the others are not. */
const MAY_OPPOSE = /剩|余|未|不|瑕疵|缺陷|异常/
/** 计划26期，已完成23期，未完成4期; 抽查40份，符合35份，不符合6份: parts of which one is what the others are not. */
export function opposed(text: string, {start, end, quantities}: Told): Sum[] {
  if (quantities.length < 3 || !MAY_OPPOSE.test(text.slice(start, end))) return []
  const last = quantities.findLast((quantity) => REMAINS.test(wordsBefore(text, quantity)) || isJudged(text, quantity))
  if (!last) return []
  const same = quantities.filter((quantity) => sameUnit(quantity, last))
  const rest = same.at(-1) === last && isRest(text, same) ? doneFrom(text, same) : 0
  // 基本达标一项、未达标一项: the words tell how things were found, not how far they are
  const isDone = rest > 0 && same.length - rest > 1
  const from = same.at(-1) !== last ? 0 : isDone ? rest : judgedFrom(text, same)
  const [total, ...parts] = from > 0 ? (isDone ? innermost(same.slice(from - 1)) : same.slice(from - 1)) : []
  if (!total || parts.length < 2 || [total, ...parts].some(({approximate}) => approximate)) return []
  return /其中|[（(]/.test(text.slice(total.end, last.start)) || parts.some(({value}) => value > total.value)
    ? []
    : [sumOf(total, parts, true, false)]
}

/** Whether the last of some quantities is what those before it leave. */
function isRest(text: string, same: readonly Quantity[]): boolean {
  const [done, rest] = same.slice(-2)
  const remains = done && rest && REMAINS.exec(wordsBefore(text, rest))
  return !!remains && wordsBefore(text, done).includes(remains[1] ?? '')
}

/**
 * 发放200份，收回180份，满意的150份，其余30份: the rest may be that of any number before it. Of those that it may belong to,
 * the one that the numbers behind it come closest to; none where one number less another is the rest.
 */
function innermost(told: readonly Quantity[]): readonly Quantity[] {
  const rest = told.at(-1)?.value ?? 0
  const others = told.slice(0, -1)
  if (others.some(({value}, at) => others.slice(at + 1).some((part) => value - part.value === rest))) return []
  const [closest] = others
    .slice(0, -1)
    .map(({value}, at) => ({at, off: Math.abs(sumOfAll(told.slice(at + 1)) / value - 1)}))
    .sort((a, b) => a.off - b.off)
  const isNested = told.length > FEWEST
  return closest && (!isNested || closest.off <= CLOSE) ? told.slice(closest.at) : []
}

/** A whole, a part that is done and the rest. */
const FEWEST = 3

const sumOfAll = (parts: readonly Quantity[]): number => parts.reduce((sum, {value}) => sum + value, 0)

/** Where the parts begin that are done. */
const doneFrom = (text: string, same: readonly Quantity[]): number =>
  same.slice(0, -1).findLastIndex((part) => !DONE.test(wordsBefore(text, part))) + 1

/** The words that tell how a part was found: in 六条中符合两条 those behind 中 tell of the two. */
const judgementOf = (text: string, part: Quantity): string =>
  text.charAt(part.after.start) === '中' ? wordsBefore(text, part) : clauseOf(text, part)

const isJudged = (text: string, part: Quantity): boolean => {
  const words = judgementOf(text, part)
  return SOUND.test(words) || FAULTY.test(words)
}

/** Where the parts begin that are told to be as they should or not; 0 where no two of them are opposites. */
function judgedFrom(text: string, same: readonly Quantity[]): number {
  const from = same.findLastIndex((part) => !isJudged(text, part)) + 1
  const words = same.slice(from).map((part) => judgementOf(text, part))
  const sound = words.filter((part) => !FAULTY.test(part))
  const stems = words.map((part) => FAULTY.exec(part)?.[1])
  if (sound.some((part) => stems.some((stem) => stem && part.includes(stem)))) return from
  // 资料齐全 and 存在瑕疵 are meant to make up the whole where their sum comes close to it
  const [total, one, other] = same.slice(-3) as [Quantity, Quantity, Quantity]
  const isPair = words.length === 2 && sound.length === 1 && !stems.some((stem) => stem)
  return isPair && Math.abs(one.value + other.value - total.value) <= total.value * CLOSE ? from : 0
}
