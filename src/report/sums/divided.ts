import {matchesOf} from '../../language/matches.ts'
import {clauseOf, sameUnit, type Told, wordsBefore} from '../counted-sentences.ts'
import type {Quantity} from '../quantities.ts'
import type {Sum} from '../sums.ts'
import {withCarried} from './carried.ts'
import {OTHER_MATTER, partsBehind, segmentsBehind} from './listed-parts.ts'
import {mayOverlap, mayShare, sumOf} from './total-and-parts.ts'

const DIVIDES =
  /(?:其中)(?:[：:，]|包括|有)?|分别(?:为|是|有)?[：:]?|(?<=[，,])(?:包括|包含|分为|涉及)[：:]?|(?<=[，,])由(?=[^，。；]{1,40}(?:组成|构成))|按[一-鿿]{1,8}分类?(?:统计)?[：:，]|[（(：:](?=[^，。；（）()]{1,16}\d)/g
const WHOLE = /(?:[共现总]有|总数|在册|应[到参])/
/** 涉及单位8个、人员6个 are not what was counted. */
const CONCERNED = /单位|部门|人员|干部|党员|企业|岗位|科室|乡镇|街道|村|社区|学校|行业|领域|方面|环节|群众/

/** 38处，其中A12处、B18处; 38处（A12处、B26处）; 分别为A12处、B26处 */
export function divided(text: string, sentence: Told, before: Told | undefined): Sum[] {
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
    const same = candidates.filter((quantity) => sameUnit(quantity, first))
    const possible = same.length > 1 ? [...same, ...withCarried(text, same)] : same
    const total = possible.find(({value}) => Math.abs(value - sum) < 1e-6) ?? possible.at(-1)
    if (!total || total.approximate || /[率均每]/.test(text.slice(total.before.start, total.before.end))) continue
    // a bracket or colon divides only the number right before it; 21名（共有24名，3名在外） tells what that is a part of
    const bracket = /^[（(：:]/.test(match[0])
    if (bracket && (at - total.end > 12 || WHOLE.test(wordsBefore(text, first)))) continue
    sums.push(sumOf(total, parts, isWhole, (isWhole ? mayShare : mayOverlap)(text, total, parts)))
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
