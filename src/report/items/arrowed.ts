import {partedItem} from '../arrows.ts'
import type {RawItems} from '../items.ts'
import {type Branch, nodePieces} from './branches.ts'

/** 灯坏了四盏 → 电工4月10日前换好; what stands under it belongs to the answer. */
export function arrowedItems(text: string, {node, group}: Branch): RawItems | undefined {
  const parted = partedItem(text, node.piece)
  if (!parted) return undefined
  const problem = {...parted.fault, group}
  if (UNWRITTEN.test(text.slice(parted.answer.start, parted.answer.end))) return {problems: [problem], measures: []}
  const end = nodePieces(node).at(-1)?.end ?? parted.answer.end
  return {problems: [problem], measures: [{...parted.answer, end, under: problem}]}
}

/** （措施待补） or 待定 in place of the answer. */
const UNWRITTEN = /^(?:[（(【[][^（()）【】[\]]{0,16}[）)】\]]|待(?:定|补充?|填写?|核实)|[暂尚]无)[。；]?$/
