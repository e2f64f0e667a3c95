import type {Draft} from '../draft/draft.ts'
import {flatMap} from '../draft/flat-map.ts'
import {moved, type Span} from '../draft/span.ts'
import {matchesOf} from '../language/matches.ts'
import {clauseOf, sameUnit, sentencesWith, type Told, UNSETTLED} from './counted-sentences.ts'
import {moveQuantity, type Quantity} from './quantities.ts'

/** A total and the parts that a sentence divides it into. The span runs from the first to the last of them. */
export interface Sum extends Span {
  readonly total: Quantity
  readonly parts: readonly Quantity[]
  /** What the parts add up to. */
  readonly sum: number
  /** The words promise all parts: 合计, 分别为, 其余. 其中 does not. */
  readonly complete: boolean
  /** The parts may be counted twice: 女党员20名、大专以上60名. */
  readonly overlapping: boolean
}

/** Traits of which one person or thing may have several. */
const TRAIT = /女|少数民族|学历|职称|以上|以下|高级|中级|骨干|党员|团员|本科|研究生|持证|兼|年龄|岁|失能|残疾|低保/
/** Words by which a part of a list tells something else than a part. */
const OTHER_MATTER = /占|比|较|同比|增|减|降|超(?![标限时期范量额载速编配])|平均|人均|满分|得分|每|涉及|至|到/
const DIVIDES =
  /(?:其中)(?:[：:，]|包括|有)?|分别(?:为|是|有)?[：:]?|(?<=[，,])(?:包括|包含|分为|涉及)[：:]?|(?<=[，,])由(?=[^，。；]{1,40}(?:组成|构成))|按[一-鿿]{1,8}分类?(?:统计)?[：:，]|[（(：:](?=[^，。；（）()]{1,16}\d)/g
/** 涉及单位8个、人员6个 are not what was counted. */
const CONCERNED = /单位|部门|人员|干部|党员|企业|岗位|科室|乡镇|街道|村|社区|学校|行业|领域|方面|环节|群众/
const ADDS_UP = /(?:合计|共计|总计|总共|共)(?:有|为|达)?$/

export function findSums(draft: Draft, quantities: readonly Quantity[]): readonly Sum[] {
  const told = sentencesWith(draft, quantities)
  // a total and two parts, or two parts of a total in the sentence before
  const sums = flatMap(told, (sentence, index) =>
    sentence.quantities.length < 2
      ? []
      : [
          ...divided(draft.text, sentence, told[index - 1]),
          ...addedUp(draft.text, sentence),
          ...(settled(draft.text, told, index) ?? opposed(draft.text, sentence)),
        ],
  )
  return sums.sort((a, b) => a.start - b.start)
}

/** The same sum further along the text. */
export const moveSum = (sum: Sum, by: number): Sum =>
  by === 0
    ? sum
    : {
        ...moved(sum, by),
        total: moveQuantity(sum.total, by),
        parts: sum.parts.map((part) => moveQuantity(part, by)),
      }

const sumOf = (total: Quantity, parts: readonly Quantity[], complete: boolean, overlapping: boolean): Sum => {
  const all = [total, ...parts]
  return {
    start: Math.min(...all.map(({start}) => start)),
    end: Math.max(...all.map(({end}) => end)),
    total,
    parts,
    sum: Math.round(parts.reduce((sum, {value}) => sum + value, 0) * 1e6) / 1e6,
    complete,
    overlapping,
  }
}

/** 38处，其中A12处、B18处; 38处（A12处、B26处）; 分别为A12处、B26处 */
function divided(text: string, sentence: Told, before: Told | undefined): Sum[] {
  const sums: Sum[] = []
  const words = text.slice(sentence.start, sentence.end)
  for (const match of matchesOf(DIVIDES, words)) {
    const at = sentence.start + match.index
    // 20名（实有19名），事业编制10名: a bracket divides by what it holds
    const closing = /^[（(]/.test(match[0]) ? words.slice(match.index).search(/[）)]/) : -1
    const from = at + match[0].length
    const listed = match[0].startsWith('按') ? segmentsBehind(text, sentence, from) : []
    const parts = (listed.length ? listed : partsBehind(text, sentence, from)).filter(
      ({end}) => closing < 0 || end <= at + closing,
    )
    const [first] = parts
    if (first && parts.length === 1 && match[0].startsWith('其中')) sums.push(...exceeded(text, sentence, at, first))
    // shares of one whole add up; 分别为90.1%、88.7% are rates side by side
    if (!first || parts.length < 2 || (first.unit === '%' && match[0].startsWith('分别'))) continue
    const isWhole =
      (/^(?:分别|由)/.test(match[0]) || (match[0].startsWith('按') && !MORE_PARTS.test(behind(text, parts)))) &&
      !clauseOf(text, first).includes('主要')
    if (match[0].startsWith('涉及') && (parts.length < 3 || parts.some((part) => CONCERNED.test(clauseOf(text, part)))))
      continue
    const earlier = sentence.quantities.filter(({end}) => end <= at)
    // 。其中… goes on with the sentence before
    const candidates = earlier.length || match.index > 0 ? earlier : (before?.quantities ?? [])
    // 编制30名，实有28名；其中…: of several numbers before, the one that the parts make up is meant
    const sum = parts.reduce((all, {value}) => all + value, 0)
    const possible = candidates.filter((quantity) => sameUnit(quantity, first))
    const total = possible.find(({value}) => Math.abs(value - sum) < 1e-6) ?? possible.at(-1)
    if (!total || total.approximate || /[率均每]/.test(text.slice(total.before.start, total.before.end))) continue
    // a bracket or colon divides only the number right before it
    const bracket = /^[（(：:]/.test(match[0])
    if (bracket && at - total.end > 12) continue
    sums.push(sumOf(total, parts, isWhole, mayOverlap(text, total, parts)))
  }
  return sums
}

/** 档案86卷，其中已扫描91卷: one part, and more than any number before it. */
function exceeded(text: string, {quantities}: Told, at: number, part: Quantity): Sum[] {
  const wholes = quantities.filter((quantity) => quantity.end <= at && sameUnit(quantity, part))
  const last = wholes.at(-1)
  if (!last || at - last.end > 1 || wholes.some(({value, approximate}) => approximate || value >= part.value)) return []
  if (OTHER_MATTER.test(clauseOf(text, last)) || OTHER_MATTER.test(clauseOf(text, part))) return []
  return [sumOf(last, [part], false, false)]
}

/** 按专业分：工艺14项、设备19项；电气11项: the parts go on, where no other division or state of things begins. */
const MORE_PARTS = /^；(?!按|从|以|截至|目前|现|已|均|全部)/

const behind = (text: string, parts: readonly Quantity[]): string => {
  const end = parts.at(-1)?.after.end ?? 0
  return text.slice(end, end + 3)
}

/** Whether a part is told by a trait that the total is not told by. 男 and 女 together leave nobody out. */
function mayOverlap(text: string, total: Quantity, parts: readonly Quantity[]): boolean {
  const words = parts.map((part) => clauseOf(text, part))
  const isSplit = words.some((part) => part.includes('男')) && words.some((part) => part.includes('女'))
  const known = clauseOf(text, total)
  return words.some((part) => {
    const trait = TRAIT.exec(isSplit ? part.replace('女', '') : part)?.[0]
    return trait !== undefined && !known.includes(trait)
  })
}

/** The run of parts that begins at an offset: the same unit throughout, separated throughout by 、 or throughout by ，. */
function partsBehind(text: string, sentence: Told, from: number): Quantity[] {
  const parts: Quantity[] = []
  let separator = ''
  for (const quantity of sentence.quantities) {
    if (quantity.start < from) continue
    const last = parts.at(-1)
    const between = text.slice(last?.end ?? from, quantity.start)
    if (/其中|[；;]/.test(between)) break
    // 12处（占31.6%）: what stands in brackets is no part
    if (last && /[（(][^）)]*$/.test(between)) continue
    const bare = between.replace(/[（(][^（）()]*[)）]/g, '')
    const mark = /[，,]/.test(bare) ? '，' : /[、和及与]/.test(bare) ? '、' : ''
    if (!last) {
      if (/[，,。]/.test(bare) || OTHER_MATTER.test(bare)) break
    } else if (
      mark === '' ||
      (separator && mark !== separator) ||
      !sameUnit(last, quantity) ||
      (mark === '，' && OTHER_MATTER.test(bare))
    )
      break
    if (quantity.approximate) return []
    if (last) separator ||= mark
    parts.push(quantity)
  }
  return parts
}

/**
 * 重复收费28条，金额2万元；串换项目14条，金额1万元: the first number of each segment, where all have the same unit and no
 * segment is a list of its own (工艺14项、设备19项；…).
 */
function segmentsBehind(text: string, {end, quantities}: Told, from: number): Quantity[] {
  const parts: Quantity[] = []
  for (let start = from; start < end; ) {
    const mark = text.indexOf('；', start)
    const stop = mark < 0 || mark > end ? end : mark
    const part = quantities.find((quantity) => quantity.start >= start)
    if (!part || part.end > stop || part.approximate || !sameUnit(part, parts[0] ?? part)) return []
    if (goesOn(text, quantities, part)) return []
    parts.push(part)
    start = stop + 1
  }
  return parts.length > 1 ? parts : []
}

/** Whether behind a part stands the next one of the same list. */
function goesOn(text: string, quantities: readonly Quantity[], part: Quantity): boolean {
  const next = quantities[quantities.indexOf(part) + 1]
  return (
    next !== undefined &&
    sameUnit(next, part) &&
    /^[^，。；：（）()]*、[^，。；：（）()]*$/.test(text.slice(part.end, next.start))
  )
}

/** A42家、B28家、C15家，合计85家 */
function addedUp(text: string, {quantities, start}: Told): Sum[] {
  return flatMap(quantities, (total, index) => {
    const lead = text.slice(Math.max(start, total.start - 4), total.start)
    if (!ADDS_UP.test(lead) || total.approximate) return []
    const parts: Quantity[] = []
    for (let at = index - 1; at >= 0; at--) {
      const part = quantities[at] as Quantity
      const next = parts[0] ?? total
      const between = text.slice(part.end, next.start)
      const joined = parts.length
        ? /^[^，。；：（）()]*、[^，。；：（）()]*$/.test(between)
        : /^[^，。；：（）()]{0,6}[，、]?[^，。；：（）()]{0,8}$/.test(between)
      if (!joined || !sameUnit(part, total) || part.approximate) break
      parts.unshift(part)
    }
    const enough = /共(?:有|为|达)?$/.test(lead) && !/[合总]共|共计/.test(lead) ? 3 : 2
    return parts.length >= enough ? [sumOf(total, parts, true, mayOverlap(text, total, parts))] : []
  })
}

const FOUND = /查出|发现|排查|梳理|反馈|交办|受理|收到|查摆|查找|移交|整理|共有/
const SETTLED = /完成|整改|办结|销号|解决|立行立改|处理|答复|采纳/

/** 整改台账共6项 */
const LEDGER = /(?:整改|问题|隐患)?(?:台账|清单)[上中内]?(?:所列|列有)?(?:共计?|共有|[合总]计)?$/

const MAY_BE_UNSETTLED = /正在|未|其余|剩余|剩下|待|推进|[改理行实]中|另/
/** Before the number nothing is said but how far things are: 目前4处已完成整改. */
const SO_FAR = /^(?:截至[\d年月日底末前]{2,12}|截至|目前|现|其中|已|经|有)*$/

/** 查出20个，完成15个，正在整改4个; the total may stand in the sentence before. */
function settled(text: string, told: readonly Told[], index: number): Sum[] | undefined {
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

const isFound = (text: string, {unit, before, after}: Quantity): boolean =>
  /^[个项条处件类起宗]$/.test(unit) &&
  (FOUND.test(text.slice(before.start, before.end)) ||
    LEDGER.test(text.slice(before.start, before.end)) ||
    /^(?:具体)?(?:问题|隐患|任务|事项|意见)/.test(text.slice(after.start, after.end)))

/** How many sentences a total may stand before its parts. */
const FARTHEST = 3

/** 反馈问题5个。…目前3个已完成整改，…: the last number of its unit in the paragraph before, if its sentence has no other. */
function totalBefore(text: string, told: readonly Told[], index: number): Quantity | undefined {
  const {start, quantities} = told[index] as Told
  const [first] = quantities
  if (!first || first.before.start > start + 8) return undefined
  for (let at = index - 1, from = start; at >= Math.max(0, index - FARTHEST); at--) {
    const sentence = told[at] as Told
    if (sentence.end !== from) return undefined
    from = sentence.start
    const [total, ...others] = sentence.quantities.filter((quantity) => sameUnit(quantity, first))
    if (total) return others.length === 0 && isFound(text, total) ? total : undefined
  }
  return undefined
}

function stateOf(text: string, part: Quantity): 'settled' | 'unsettled' | 'other' {
  const before = text.slice(part.before.start, part.before.end)
  if (UNSETTLED.test(before) || UNSETTLED.test(clauseOf(text, part))) return 'unsettled'
  if (SETTLED.test(before)) return 'settled'
  return SO_FAR.test(before) && SETTLED.test(text.slice(part.after.start, part.after.end)) ? 'settled' : 'other'
}

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
/** How close to a whole the sum of two parts comes that are meant to make it up. */
const CLOSE = 0.1

/** 计划26期，已完成23期，未完成4期; 抽查40份，符合35份，不符合6份: parts of which one is what the others are not. */
function opposed(text: string, {start, end, quantities}: Told): Sum[] {
  if (quantities.length < 3 || !MAY_OPPOSE.test(text.slice(start, end))) return []
  const last = quantities.findLast((quantity) => REMAINS.test(wordsBefore(text, quantity)) || isJudged(text, quantity))
  if (!last) return []
  const same = quantities.filter((quantity) => sameUnit(quantity, last))
  const from = same.at(-1) !== last ? 0 : isRest(text, same) ? doneFrom(text, same) : judgedFrom(text, same)
  const [total, ...parts] = from > 0 ? same.slice(from - 1) : []
  if (!total || parts.length < 2 || [total, ...parts].some(({approximate}) => approximate)) return []
  return /其中|[（(]/.test(text.slice(total.end, last.start)) || parts.some(({value}) => value > total.value)
    ? []
    : [sumOf(total, parts, true, false)]
}

const wordsBefore = (text: string, {before}: Quantity): string => text.slice(before.start, before.end)

/** Whether the last of some quantities is what those before it leave. */
function isRest(text: string, same: readonly Quantity[]): boolean {
  const [done, rest] = same.slice(-2)
  const remains = done && rest && REMAINS.exec(wordsBefore(text, rest))
  return !!remains && wordsBefore(text, done).includes(remains[1] ?? '')
}

/** Where the parts begin that are done. */
const doneFrom = (text: string, same: readonly Quantity[]): number =>
  same.slice(0, -1).findLastIndex((part) => !DONE.test(wordsBefore(text, part))) + 1

const isJudged = (text: string, part: Quantity): boolean =>
  SOUND.test(clauseOf(text, part)) || FAULTY.test(clauseOf(text, part))

/** Where the parts begin that are told to be as they should or not; 0 where no two of them are opposites. */
function judgedFrom(text: string, same: readonly Quantity[]): number {
  const from = same.findLastIndex((part) => !isJudged(text, part)) + 1
  const words = same.slice(from).map((part) => clauseOf(text, part))
  const sound = words.filter((part) => !FAULTY.test(part))
  const stems = words.map((part) => FAULTY.exec(part)?.[1])
  if (sound.some((part) => stems.some((stem) => stem && part.includes(stem)))) return from
  // 资料齐全 and 存在瑕疵 are meant to make up the whole where their sum comes close to it
  const [total, one, other] = same.slice(-3) as [Quantity, Quantity, Quantity]
  const isPair = words.length === 2 && sound.length === 1 && !stems.some((stem) => stem)
  return isPair && Math.abs(one.value + other.value - total.value) <= total.value * CLOSE ? from : 0
}
