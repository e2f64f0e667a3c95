import type {Piece} from '../marks.ts'
import {asBullet} from './labelled.ts'

/** Without numbers, lines that are nothing but a few words stand as headings over the sentences below each: 立规矩 严接待 */
export function withHeadlines(text: string, pieces: readonly Piece[]): readonly Piece[] {
  if (pieces.some(({opensBlock, mark, block}) => (mark && opensBlock) || block.kind === 'heading')) return pieces
  const heads = new Set(pieces.filter((piece, at) => isHead(text, piece) && isTold(text, pieces[at + 1])))
  if (heads.size < 2 || !pieces.slice(0, 2).some((piece) => heads.has(piece))) return pieces
  return pieces.map((piece) => (heads.has(piece) ? asBullet(piece) : piece))
}

const LONGEST_HEAD = 14
const isHead = (text: string, {opensBlock, body, end}: Piece): boolean =>
  opensBlock && end - body <= LONGEST_HEAD && /^[一-鿿“”、]{3,}$/.test(text.slice(body, end))
const isTold = (text: string, piece: Piece | undefined): boolean =>
  piece !== undefined && /[。；]$/.test(text.slice(piece.body, piece.end))
