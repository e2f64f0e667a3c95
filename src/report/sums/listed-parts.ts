import {sameUnit, type Told} from '../counted-sentences.ts'
import type {Quantity} from '../quantities.ts'

/** Words by which a part of a list tells something else than a part. */
export const OTHER_MATTER = /占|比|较|同比|增|减|降|超(?![标限时期范量额载速编配])|平均|人均|满分|得分|每|涉及|至|到/

/** Nothing but the mark of a list, and what belongs to its two members, stands between two numbers: 工艺14项、设备19项. */
export const BETWEEN = /^[^，。；：（）()]*、[^，。；：（）()]*$/

/** 残疾人两项补贴97万元: a number in words that belongs to a name, and no mark before the number that is meant. */
function isOfName(text: string, {number, after}: Quantity, next: Quantity | undefined): boolean {
  return (
    next !== undefined && after.end === next.start && after.end > after.start && !/\d/.test(text.charAt(number.start))
  )
}

/** The run of parts that begins at an offset: the same unit throughout, separated throughout by 、 or throughout by ，. */
export function partsBehind(text: string, sentence: Told, from: number): Quantity[] {
  const parts: Quantity[] = []
  let separator = ''
  for (const [index, quantity] of sentence.quantities.entries()) {
    if (quantity.start < from) continue
    const last = parts.at(-1)
    if (last && !sameUnit(last, quantity) && isOfName(text, quantity, sentence.quantities[index + 1])) continue
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
export function segmentsBehind(text: string, {end, quantities}: Told, from: number): Quantity[] {
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
  return next !== undefined && sameUnit(next, part) && BETWEEN.test(text.slice(part.end, next.start))
}
