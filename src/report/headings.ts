import {flatMap} from '../draft/flat-map.ts'
import type {Span} from '../draft/span.ts'
import type {Node, Outline} from './outline.ts'

/** Headings that are a line of their own, end with a mark and have text or items under them; in reading order. */
export function markedHeadings(text: string, {nodes}: Outline, body: Span): readonly Node[] {
  const hasBelow = ({paragraphs, children}: Node): boolean =>
    children.length > 0 || paragraphs.some(({start}) => start < body.end)
  return flatMap(nodes, (node) => {
    const below = node.children.length ? markedHeadings(text, {opening: [], nodes: node.children}, body) : NONE
    if (!MARKS.has(text.charAt(node.piece.end - 1)) || !isLine(text, node) || !hasBelow(node)) return below
    return node.children.length || !isListed(node, nodes, hasBelow) ? [node, ...below] : below
  })
}

/** Whether most of a node's siblings are sentences with nothing behind them: a paragraph under one makes no heading of it. */
function isListed({kind}: Node, nodes: readonly Node[], hasBelow: (node: Node) => boolean): boolean {
  const siblings = nodes.filter((node) => node.kind === kind)
  return siblings.filter((node) => hasBelow(node) || node.text.end > node.text.start).length * 2 < siblings.length
}

const NONE: readonly Node[] = []
const MARKS: ReadonlySet<string> = new Set('。；，')
/** What a whole item tells and a heading does not: figures and dates, who is to do it, a label or remark of its own. */
const TOLD = /[\d：:）)]|负责|牵头|责任[人单部科股]|[年月季]度?[底末内初]|前完成/
const LEVELS: ReadonlySet<Node['kind']> = new Set(['heading', 'part', 'chinese', 'chinese-bracket'])
const LONGEST = 45

/** The piece is all of its block, and one clause or sentence long that tells no more than a heading. */
function isLine(text: string, {kind, piece}: Node): boolean {
  const words: Span = {start: piece.body, end: piece.end}
  if (!LEVELS.has(kind) || !piece.opensBlock || piece.end !== piece.block.end || words.end - words.start > LONGEST)
    return false
  const line = text.slice(words.start, words.end)
  return !/[。；！？]./.test(line) && !TOLD.test(line)
}
