import {flatMap} from '../draft/flat-map.ts'
import type {Span} from '../draft/span.ts'
import type {Node, Outline} from './outline.ts'

/** Headings that are a line of their own, with text or items under them; in reading order. */
export function headingLines(text: string, {nodes}: Outline, body: Span): readonly Node[] {
  return flatMap(nodes, (node) => {
    const own =
      isLine(text, node) && (node.paragraphs.some(({start}) => start < body.end) || node.children.length > 0)
        ? [node]
        : []
    return [...own, ...headingLines(text, {opening: [], nodes: node.children}, body)]
  })
}

const LEVELS: ReadonlySet<Node['kind']> = new Set(['heading', 'part', 'chinese', 'chinese-bracket'])
const LONGEST = 45

/** The piece is all of its block, and one clause or sentence long. */
function isLine(text: string, {kind, piece}: Node): boolean {
  const words: Span = {start: piece.body, end: piece.end}
  if (!LEVELS.has(kind) || !piece.opensBlock || piece.end !== piece.block.end || words.end - words.start > LONGEST)
    return false
  return !/[。；！？]./.test(text.slice(words.start, words.end))
}
