import type {Block, Draft} from '../draft/draft.ts'
import {flatMap} from '../draft/flat-map.ts'
import {indexAfter, type Span} from '../draft/span.ts'
import {isSpace} from '../language/characters.ts'
import {isField} from './labels.ts'
import {doubtAt} from './marks/doubts.ts'
import {markAt} from './marks/forms.ts'
import {inlineMarks} from './marks/inline.ts'
import {Wording} from './wording.ts'

/** What a number mark looks like: an example of each stands in marks/forms.ts, but for `decimal` 1.1 and `second-decimal` 1.1.1. */
export type MarkKind =
  | 'part'
  | 'chinese'
  | 'chinese-bracket'
  | 'arabic'
  | 'arabic-bracket'
  | 'decimal'
  | 'second-decimal'
  | 'circled'
  | 'stem'
  | 'ordinal'
  | 'enumeration'
  | 'demand'
  | 'sequence'
  | 'label'
  | 'dash'
  | 'bullet'

export interface Mark extends Span {
  readonly kind: MarkKind
  /** 1 for 一、 （一） 1. 首先; undefined where the mark has no number (此外，, a dash, a bullet). */
  readonly value: number | undefined
  /** What stands behind the number: 、 . ， ） or nothing. */
  readonly tail: string
  /** It is written in another form than the rest of its list, whose kind it has: 3. between （2） and （4）. */
  readonly isOdd?: true
}

/** A run of text that begins at a block's start or at a number mark, and ends where the next one begins. */
export interface Piece extends Span {
  readonly block: Block
  readonly mark: Mark | undefined
  /** Where the words begin, behind the mark. */
  readonly body: number
  /** Nothing stands before it in its block. */
  readonly opensBlock: boolean
  /** The number that it begins with, where only others around it tell whether that is a mark. */
  readonly doubt: Doubt | undefined
  /** What its words tell. */
  readonly wording: Wording
}

/** `2.6月底前…` may be item 2, heading 2.6 or a decimal; `2、2名…` item 2 or a number; `2 概述` a heading or a number. */
export interface Doubt {
  /** Read as an item. */
  readonly item: Reading
  /** Read as a heading with a number of two or three parts. */
  readonly decimal: Reading | undefined
}

/** What a number would be as a mark, and what the words of its piece then tell. */
export interface Reading {
  readonly mark: Mark
  readonly wording: Wording
}

/** Where the words begin behind a mark. */
export function bodyOf(text: string, from: number, end: number): number {
  let at = from
  while (at < end && isSpace(text.charCodeAt(at))) at++
  return at
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end
  while (at > start && isSpace(text.charCodeAt(at - 1))) at--
  return at
}

/** The pieces of one block, in order, covering it. Table cells are never cut. */
function piecesOf(text: string, block: Block): Piece[] {
  const found = markAt(text, block.start, block.end)
  const opening = found && isClause(text, found, block.end) ? undefined : found
  const doubt = opening || block.kind === 'cell' ? undefined : doubtAt(text, block)
  const first = opening ?? (block.list ? bulletOf(block) : undefined)
  const marks: (Mark | undefined)[] = [first]
  if (block.kind !== 'cell') marks.push(...inlineMarks(text, first, first?.end ?? block.start, block.end))
  return marks.map((mark, index) => {
    const opensBlock = index === 0
    const start = opensBlock ? block.start : (mark as Mark).start
    const end = trimEnd(text, start, marks[index + 1]?.start ?? block.end)
    const body = bodyOf(text, mark?.end ?? (opensBlock ? behindAnswer(text, start) : start), end)
    const own = opensBlock && isFieldBullet(text, mark, body, end) ? undefined : mark
    return {
      start,
      end,
      block,
      mark: own,
      body,
      opensBlock,
      doubt: opensBlock ? doubt : undefined,
      wording: new Wording(),
    }
  })
}

/** 第二条，… at the beginning of a block is quoted from a regulation, unless 第一条， and 第二条， follow each other in it. */
function isClause(text: string, {kind, start, end, value}: Mark, to: number): boolean {
  if (kind !== 'ordinal' || !text.slice(start, end).includes('条')) return false
  return value !== 1 || !/[。；]第(?:二|2)条[，,：:]/.test(text.slice(end, to))
}

/** 答：… to a question that stands above it: the answer's own words. */
const behindAnswer = (text: string, start: number): number =>
  text.startsWith('答：', start) || text.startsWith('答:', start) ? start + 2 : start

/** - 责任人：… is a field of the item above, not an item of a list. */
const isFieldBullet = (text: string, mark: Mark | undefined, body: number, end: number): boolean =>
  (mark?.kind === 'bullet' || mark?.kind === 'dash') && isField(text.slice(body, end))

/** A bullet that is markup has no characters in the text, but counts as a mark. */
function bulletOf(block: Block): Mark {
  return {kind: 'bullet', start: block.start, end: block.start, value: undefined, tail: ''}
}
/** The running text: footnotes and text boxes say nothing about what follows what. */
export const runningBlocks = ({blocks}: Draft): readonly Block[] =>
  blocks.some(({aside}) => aside) ? blocks.filter(({aside}) => !aside) : blocks

/** The pieces of a draft by the words of each block alone; `settle` tells what its numbers are. */
export const findPieces = (draft: Draft): readonly Piece[] =>
  flatMap(runningBlocks(draft), (block) => piecesOf(draft.text, block))

/** The same piece further along the text. */
export function movePiece(piece: Piece, by: number, blockOf: (block: Block) => Block): Piece {
  const block = blockOf(piece.block)
  if (by === 0 && block === piece.block) return piece
  return {
    start: piece.start + by,
    end: piece.end + by,
    block,
    mark: piece.mark && moveMark(piece.mark, by),
    body: piece.body + by,
    opensBlock: piece.opensBlock,
    doubt: piece.doubt && moveDoubt(piece.doubt, by),
    wording: piece.wording,
  }
}

const moveDoubt = ({item, decimal}: Doubt, by: number): Doubt => ({
  item: moveReading(item, by),
  decimal: decimal && moveReading(decimal, by),
})

const moveReading = ({mark, wording}: Reading, by: number): Reading => ({mark: moveMark(mark, by), wording})

const moveMark = (mark: Mark, by: number): Mark =>
  by === 0 ? mark : {kind: mark.kind, start: mark.start + by, end: mark.end + by, value: mark.value, tail: mark.tail}

/** The part of a piece that lies behind a heading and before the next part. */
export function clip(piece: Piece, from: number, to: number): Piece {
  if (piece.start >= from && piece.end <= to) return piece
  const start = Math.max(piece.start, from)
  const cutHead = start > piece.start
  return {
    ...piece,
    start,
    body: Math.max(piece.body, start),
    end: Math.min(piece.end, to),
    mark: cutHead ? undefined : piece.mark,
    opensBlock: piece.opensBlock && !cutHead,
    wording: new Wording(),
  }
}

/** The pieces that share a character with `[from, to)`; `pieces` are in order. */
export function piecesBetween(pieces: readonly Piece[], from: number, to: number): Piece[] {
  const found: Piece[] = []
  for (let at = indexAfter(pieces, from); at < pieces.length && (pieces[at] as Piece).start < to; at++)
    found.push(pieces[at] as Piece)
  return found
}
