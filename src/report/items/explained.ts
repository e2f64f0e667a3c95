import type {Node} from '../outline.ts'
import {type Branch, isEnumerated} from './branches.ts'

/**
 * 究其原因，… behind an item of a list in running text only explains; so does 原因主要是：… behind the last of any list, where
 * no other item tells its own.
 */
export function causesBehind(text: string, node: Node, start: number, isOnly: boolean): number | undefined {
  const isRunning = !node.piece.opensBlock && isEnumerated(node)
  if (!isRunning && !isOnly) return undefined
  const at = text.slice(start, node.piece.end).search(TELLS_CAUSES)
  return at > 0 ? start + at : undefined
}
const TELLS_CAUSES =
  /(?<=[。；！])\s*(究其原因|究其根源|分析原因|产生(这些|上述|以上)|(?:以上|上述|这些)?(?:问题的?)?(?:主要|根本|深层次?|产生|客观|主观)?的?(?:原因|成因|根源)(?:主要|大致|归结起来)?(?:是|有|在于|为|如下)|归根(?:到底|结底|究底))/

/** Whether the last of a list, and no other, says why: under 存在的问题及原因 or at the end of a list in running text. */
export function causesStandLast(text: string, nodes: readonly Branch[]): boolean {
  const tells = ({node}: Branch): boolean => {
    const words = text.slice(node.start, node.end)
    return (words.includes('因') || words.includes('根')) && TELLS_CAUSES.test(words)
  }
  const last = nodes.at(-1)
  return last !== undefined && nodes.length > 1 && tells(last) && !nodes.slice(0, -1).some(tells)
}
