import {partedAmong} from '../arrows.ts'
import {findEntries} from '../entries.ts'
import type {Mark, Piece} from '../marks.ts'
import type {Node} from '../outline.ts'
import {hasMeasureLabel} from '../paired/labels.ts'
import {isSiteLine} from '../site-blocks.ts'
import {Wording} from '../wording.ts'

/**
 * Without a number a paragraph is an item too, where an arrow parts it or labelled lines below it answer. Each then opens an item like a bullet:
 *
 *     药品柜没有上锁。
 *     整改措施：换带锁的柜子。
 *     责任人：药房。
 */
export function withOpeners(text: string, pieces: readonly Piece[]): readonly Piece[] {
  if (pieces.some(({opensBlock, mark, block}) => opensBlock && (mark || block.kind === 'heading'))) return pieces
  const openers = new Set(partedAmong(text, pieces))
  if (!openers.size && !pieces.some((piece) => hasMeasureLabel(text, piece))) return pieces
  for (const {head} of openers.size ? [] : findEntries(text, pieces)) openers.add(head)
  const own = pieces.filter((piece, at) => !isSiteLine(text, piece, pieces[at + 1]))
  return own.map((piece) => (openers.has(piece) ? asBullet(piece) : piece))
}

/** A piece without a number as an item of its own. */
export const asBullet = (piece: Piece): Piece => ({...piece, mark: openingOf(piece), wording: new Wording()})

const openingOf = ({start}: Piece): Mark => ({kind: 'bullet', start, end: start, value: undefined, tail: ''})

/** Whether the words of an item, without those under it, hold a measure's label. */
export const isItselfLabelled = (text: string, {piece, paragraphs}: Node): boolean =>
  hasMeasureLabel(text, piece) || paragraphs.some((paragraph) => hasMeasureLabel(text, paragraph))

/** Whether an item, or one under it, holds a measure's label: 1.药品柜没有上锁。 over （1）整改措施：换带锁的柜子。 */
export const isLabelled = (text: string, node: Node): boolean =>
  isItselfLabelled(text, node) || node.children.some((child) => isLabelled(text, child))
