import type {Draft} from '../../draft/draft.ts'
import type {RawItems} from '../items.ts'
import {clip, type Piece} from '../marks.ts'
import {pairedItems} from '../paired.ts'
import {answeredLength} from '../roles.ts'
import {ofPiece} from '../wording.ts'
import {type Branch, nodePieces} from './branches.ts'

/** How long the words are with which an item names a problem that all the rest of it answers; 0 where it names none. */
export const quotedLength = ofPiece((text, {body, end}) => answeredLength(text.slice(body, end)))

/** 针对“台账不全”问题的整改情况。已补记三个月的台账。 */
export function quotedItems(draft: Draft, {node, group}: Branch): RawItems | undefined {
  const {piece} = node
  const length = quotedLength(draft.text, piece)
  if (!length) return undefined
  const problem = {start: piece.body, end: piece.body + length, group}
  const answer = [behind(draft.text, piece, length), ...nodePieces(node).slice(1)]
  return pairedItems(draft, problem, answer, {isAnswered: true})
}

/** What an item says behind the problem that it names: 针对“台账不全”问题（的整改情况。）… */
function behind(text: string, piece: Piece, length: number): Piece {
  const from = piece.body + length
  const rest = /^[的整改落实进展完成推进情况]*[，。：:\s]*/.exec(text.slice(from, piece.end)) as RegExpExecArray
  return clip(piece, from + rest[0].length, piece.end)
}
