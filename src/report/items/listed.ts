import type {Draft} from '../../draft/draft.ts'
import {matchesOf} from '../../language/matches.ts'
import {CONTINUES, flowItems, isClosing, isIntroduction} from '../flow.ts'
import type {RawItem} from '../items.ts'
import {buildOutline, type Node} from '../outline.ts'
import {itemEnd} from '../paired.ts'
import type {Section} from '../sections.ts'
import {isFlow, lastParagraph, leaves, ownsParagraphs, wordsStart} from './branches.ts'

/** The list beside a table; sentences only where the table holds no measure. */
export const itemsBesideTable = (draft: Draft, section: Section, orFlow: boolean): RawItem[] =>
  orFlow || section.pieces.some(({mark, block, opensBlock}) => mark && opensBlock && block.kind !== 'cell')
    ? listItems(draft, section)
    : []

/** 联系方式 as a heading: whom to ask, nothing to be done. */
const CONTACT = /^(?:联系|监督|值班)(?:人|电话|方式|信息)?[。：:]?$/

/** A part that lists things of one kind: causes, measures. */
export function listItems(draft: Draft, section: Section): RawItem[] {
  const {text} = draft
  const pieces = section.pieces.filter(({block}) => block.kind !== 'cell')
  const outline = buildOutline(draft, pieces)
  const found = leaves(outline.nodes, (node) => hasSteps(text, node))
  const items: RawItem[] = []
  const opening = outline.opening.filter((piece) => !isIntroduction(text, piece) || !found.length)
  if (!found.length) return flowItems(draft, opening)
  if (isFlow(outline.nodes) && opening.length) return flowItems(draft, pieces)
  // sentences before a list are tasks of their own only when they are more than an introduction
  const owns = ownsParagraphs(found)
  for (const {node, group} of found) {
    if (node.title.end - node.title.start < 8 && CONTACT.test(text.slice(node.title.start, node.title.end))) continue
    if (isClosing(text, node.piece)) continue
    const start = wordsStart(node)
    const last = hasSteps(text, node) ? node.children.at(-1) : lastParagraph(text, node, owns)
    const end = (last ?? node.piece).end
    if (end > start) items.push(...tasksOf(text, node, {start, end: itemEnd(text, start, end), group}))
  }
  return items
}

/** 分三步清理：（1）…；（2）…；（3）… in one paragraph are the steps of one measure. */
const hasSteps = (text: string, {piece, children}: Node): boolean =>
  children.length > 0 &&
  children.every((child) => !child.piece.opensBlock) &&
  IN_STEPS.test(text.slice(Math.max(piece.body, piece.end - 24), piece.end))
const IN_STEPS = /分[两二三四五六\d](?:个?步骤?|个?阶段|批|期)[^。；]{0,12}[：:]\s*$/

/** A short heading with three or more full sentences behind it is a group of tasks; with fewer it is one item. */
function tasksOf(text: string, node: Node, item: RawItem): RawItem[] {
  const title = text.slice(node.title.start, node.title.end)
  if (title.length > 18 || /\d/.test(title) || !title.endsWith('。')) return [item]
  const sentences = matchesOf(/[^。！？]{10,}[。！？]/g, text.slice(node.title.end, item.end))
  if (sentences.length < 3 || sentences.some(([words]) => CONTINUES.test(words))) return [item]
  return sentences.map(({index, 0: words}) => {
    const start = node.title.end + index
    return {start, end: start + words.length, group: node.title}
  })
}
