import type {Span} from '../../draft/span.ts'
import {parseNumeral} from '../../language/numerals.ts'
import {sameUnit} from '../counted-sentences.ts'
import type {Quantity} from '../quantities.ts'
import type {Report} from '../report.ts'

/** What several groups found together, and each by itself in its own paragraph. The span is the total. */
export interface GroupSum extends Span {
  readonly total: Quantity
  readonly sum: number
}

/** 四个小组共找出问题32处 */
const TOGETHER =
  /([\d两三四五六七八九十]{1,2})个(?:检查|自查|工作|督查)?小?组(?:一共|总共|合计|总计|共计|累计|共)([一-鿿]{2,8})$/
/** 第一组（…）由教务处牵头…找出问题11处 */
const GROUP = /^[\s（(【]{0,3}第[一二三四五六七八九十\d]{1,2}(?:检查|自查|工作|督查)?小?组/

/** Totals of groups whose numbers each stand once, in as many paragraphs as there are groups. */
export function findGroupSums(report: Report): readonly GroupSum[] {
  const {text, quantities} = report
  const sums: GroupSum[] = []
  for (const total of quantities) {
    // 四个 is a quantity too, and ends what stands before the total
    const told = text.slice(Math.max(0, total.before.start - 4), total.start)
    const [, number, counted = ''] = (told.includes('组') && told.includes('个') && TOGETHER.exec(told)) || []
    if (!number || total.approximate) continue
    const parts = new Map<number, number>()
    for (const part of quantities) {
      if (part.end > total.start) break
      const block = report.blockAt(part.start)
      if (!block || !sameUnit(part, total) || !text.slice(part.before.start, part.start).endsWith(counted)) continue
      const opening = text.slice(block.start, block.start + 16)
      if (!opening.includes('组') || !GROUP.test(opening) || part.approximate || parts.has(block.start)) continue
      parts.set(block.start, part.value)
    }
    if (parts.size !== parseNumeral(number.replace('两', '二'))) continue
    sums.push({
      start: total.start,
      end: total.end,
      total,
      sum: [...parts.values()].reduce((sum, value) => sum + value, 0),
    })
  }
  return sums
}
