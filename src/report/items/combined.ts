import type {Draft} from '../../draft/draft.ts'
import {flatMap} from '../../draft/flat-map.ts'
import type {Span} from '../../draft/span.ts'
import {leaning} from '../../language/leaning.ts'
import {partedItem} from '../arrows.ts'
import {isIntroduction} from '../flow.ts'
import type {RawItems} from '../items.ts'
import {isField, labelOf} from '../labels.ts'
import type {Node} from '../outline.ts'
import {splitAssigned} from '../paired/assigned.ts'
import {pairedItems} from '../paired.ts'
import {ofPiece} from '../wording.ts'
import {type Branch, isHeadline, nodePieces, wordsStart} from './branches.ts'
import {isItselfLabelled, isLabelled} from './labelled.ts'
import {quotedLength} from './quoted.ts'

/**
 * An item that holds its answer: in its own words, in the paragraphs below it, or in a list under it.
 *
 *     1.小楼空置多年。
 *     - 委托招租。
 *     - 一楼先作库房使用。
 *
 * @param isCombined the part is said to hold both
 */
export function combinedItems(draft: Draft, {node, group}: Branch, isCombined: boolean): RawItems {
  const problem = {start: wordsStart(node), end: node.piece.end, group}
  const paired = pairedItems(draft, problem, nodePieces(node).slice(1), {isCombined})
  const [alone] = paired.problems
  return alone && !paired.measures.length ? splitAssigned(draft.text, alone) : paired
}

/** In a combined part the problems are the highest list whose members hold labels or plain text. */
export function pairedNodes(text: string, nodes: readonly Node[], group?: Span): Branch[] {
  return flatMap(nodes, (node) => {
    if (quotedLength(text, node.piece)) return [{node, group}]
    // 1.问题描述：… 2.整改措施：… the numbered fields of one problem
    const isEntry = node.children.length > 0 && node.children.every((child) => labelOf(text, child.piece))
    if (isEntry && node.children.some(({piece}) => isField(text.slice(piece.body, piece.end)))) return [{node, group}]
    // 用电 over 灯坏了四盏 → 当天换好 only says where
    if (node.children.some((child) => partedItem(text, child.piece)))
      return pairedNodes(text, node.children, node.title)
    if (node.children.some((child) => isLabelled(text, child)) && !isItselfLabelled(text, node))
      return pairedNodes(text, node.children, node.title)
    if (isLabelled(text, node) || (node.children.length < 2 && !isLonelyGroup(text, node, nodes)))
      return [{node, group}]
    if (isAnsweredBelow(text, node)) return [{node, group}]
    return pairedNodes(text, node.children, node.title)
  })
}

/**
 * 小楼空置多年。 - 委托招租。 - 环卫车调拨使用。: what is listed below answers it. Where nothing but a heading stands above, each
 * member must read so by itself.
 */
function isAnsweredBelow(text: string, {piece, title, paragraphs, children}: Node): boolean {
  if (GROUP.test(text.slice(title.start, title.end))) return false
  const scores = children.map((child) => openingLean(text, child.piece))
  if (scores.every((score) => score > SURE)) return true
  const facts = paragraphs.filter((paragraph) => !isIntroduction(text, paragraph))
  return (
    facts.length > 0 && openingLean(text, piece) < 0 && scores.every((score) => score > -SURE) && mean(scores) > SURE
  )
}

/** 制度执行方面, 一般缺陷（3条） */
const GROUP = /方面|[（(]共?[\d一二三四五六七八九十]{1,2}[个条项处类][）)]。?$/

/** Of the groups of problems in the annotated drafts none has a member that leans so far. */
const SURE = 1
const mean = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0) / values.length
const openingLean = ofPiece((text, {body, end}) => leaning(/^[^。；]*/.exec(text.slice(body, end))?.[0] ?? ''))

/** （三）工程项目方面 with a single item below, beside headings that stand over several. */
const isLonelyGroup = (text: string, node: Node, siblings: readonly Node[]): boolean =>
  node.children.length === 1 &&
  !node.paragraphs.length &&
  isHeadline(text, node) &&
  siblings.some(
    (sibling) =>
      sibling.kind === node.kind && sibling.children.length > 1 && sibling.children[0]?.kind === node.children[0]?.kind,
  )
