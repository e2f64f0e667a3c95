import {labelOf} from './labels.ts'
import type {Piece} from './marks.ts'

const LONGEST_SITE = 20

/** 东门 or 一号：东门 as a line of its own over 看到什么：… 怎么改：… says where the fault is, and belongs to no item. */
export function isSiteLine(text: string, piece: Piece, next: Piece | undefined): boolean {
  const {mark, opensBlock, block, body, end} = piece
  return (
    opensBlock &&
    !mark &&
    block.kind === 'paragraph' &&
    end === block.end &&
    end - body <= LONGEST_SITE &&
    !/[。；，！？]/.test(text.slice(body, end)) &&
    !labelOf(text, piece) &&
    next !== undefined &&
    labelOf(text, next)?.role === 'problem'
  )
}
