import {flatMap} from '../../draft/flat-map.ts'
import type {Span} from '../../draft/span.ts'
import {isClosing} from '../flow.ts'
import type {Piece} from '../marks.ts'
import type {Node} from '../outline.ts'

/** An item of a list with the heading of the group that it stands in. */
export interface Branch {
  readonly node: Node
  readonly group: Span | undefined
}

export const isEnumerated = ({kind}: Node): boolean =>
  kind === 'enumeration' || kind === 'demand' || kind === 'ordinal' || kind === 'sequence'

/** Where an item's words begin: 一是, 第一， and 首先， belong to them, other marks do not. */
export const wordsStart = (node: Node): number => (isEnumerated(node) ? node.piece.start : node.piece.body)

/**
 * The lowest items of a list, with the headings above them.
 * @param isWhole what stands under such an item is part of it
 */
export const leaves = (nodes: readonly Node[], isWhole?: (node: Node) => boolean, group?: Span): Branch[] =>
  flatMap(nodes, (node) =>
    isGroup(node) && !isWhole?.(node) ? leaves(node.children, isWhole, node.title) : [{node, group}],
  )

/** A heading over items, as opposed to an item with details: its children are items of their own. */
const isGroup = ({children, text}: Node): boolean =>
  children.length >= 2 || (children.length === 1 && text.end === text.start)

/** 此外， and 同时， alone make no list: what stands before them is of the same kind. */
export const isFlow = (nodes: readonly Node[]): boolean =>
  nodes.every(({kind, piece}) => kind === 'sequence' && piece.mark?.value === undefined)

/** Whether the paragraphs that follow an item without a number belong to it. */
export function ownsParagraphs(siblings: readonly Branch[]): boolean {
  const followed = siblings.filter(({node}) => node.paragraphs.length).length
  return followed * 2 >= siblings.length && siblings.length > 1
    ? true
    : siblings.every(({node}) => node.kind === 'heading')
}

/** A line that is nothing but a short heading: what it says stands in the paragraphs below. */
export function isHeadline(text: string, {piece, title}: Node): boolean {
  const words = text.slice(title.start, title.end)
  return title.end === piece.end && words.length <= 20 && !/[。；，：]/.test(words)
}

/** The last paragraph that belongs to an item. @param owns paragraphs belong to the items before them */
export const lastParagraph = (text: string, node: Node, owns: boolean): Piece | undefined =>
  owns || isHeadline(text, node) ? node.paragraphs.findLast((piece) => !isClosing(text, piece)) : undefined

/** The pieces of an item and of all that stands under it, in reading order. */
export const nodePieces = (node: Node): Piece[] =>
  [node.piece, ...node.paragraphs, ...flatMap(node.children, nodePieces)].sort((a, b) => a.start - b.start)
