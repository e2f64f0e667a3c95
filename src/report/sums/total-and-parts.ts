import {clauseOf} from '../counted-sentences.ts'
import type {Quantity} from '../quantities.ts'
import type {Sum} from '../sums.ts'

export const sumOf = (total: Quantity, parts: readonly Quantity[], complete: boolean, overlapping: boolean): Sum => {
  const all = [total, ...parts]
  return {
    start: Math.min(...all.map(({start}) => start)),
    end: Math.max(...all.map(({end}) => end)),
    total,
    parts,
    sum: Math.round(parts.reduce((sum, {value}) => sum + value, 0) * 1e6) / 1e6,
    complete,
    overlapping,
    implied: false,
  }
}

/** Traits of which one person or thing may have several. */
const TRAIT = /女|少数民族|学历|职称|以上|以下|高级|中级|骨干|党员|团员|本科|研究生|持证|兼|年龄|岁|失能|残疾|低保/

/** 3年以上、5年以上: one holds the other. */
const RANGE = /以[上下内]/

/** 分别是低保费986万元、残疾人补贴97万元: money is given out once, whoever gets it. */
export const mayShare = (text: string, total: Quantity, parts: readonly Quantity[]): boolean =>
  total.unit.endsWith('元') ? parts.some((part) => RANGE.test(clauseOf(text, part))) : mayOverlap(text, total, parts)

/** Whether a part is told by a trait that the total is not told by. 男 and 女 together leave nobody out. */
export function mayOverlap(text: string, total: Quantity, parts: readonly Quantity[]): boolean {
  const words = parts.map((part) => clauseOf(text, part))
  const isSplit = words.some((part) => part.includes('男')) && words.some((part) => part.includes('女'))
  const known = clauseOf(text, total)
  return words.some((part) => {
    const trait = TRAIT.exec(isSplit ? part.replace('女', '') : part)?.[0]
    return trait !== undefined && !known.includes(trait)
  })
}

/** How close to a whole the sum of parts comes that are meant to make it up. */
export const CLOSE = 0.1
