import {flatMap} from '../draft/flat-map.ts'
import {moved, type Span} from '../draft/span.ts'
import {bounded, leaning, sum} from '../language/leaning.ts'
import {matchesOf} from '../language/matches.ts'
import type {Piece} from './marks.ts'
import {ofPiece} from './wording.ts'

/** 灯坏了 → 三天内换好: a fault and its answer, as an item or in a cell. */
export interface Parted {
  readonly fault: Span
  readonly answer: Span
}

const ARROW = /\s*(?:[→⇒➜➔⟶]|[—–-]{1,3}>|={1,2}>)\s*/g
/** What one of these is in, whichever way it is written. */
const MARKS = ['→', '⇒', '➜', '➔', '⟶', '>']
const hasArrow = (words: string): boolean => MARKS.some((mark) => words.includes(mark))
/** 120→150 is a change: each side must say something. */
const SAYS = /[一-鿿]{2}/

/** The two sides of the only arrow in some words; undefined where there is none, or where it leads from step to step. */
export function partedAt(words: string): Parted | undefined {
  if (!hasArrow(words)) return undefined
  const arrows = matchesOf(ARROW, words)
  const [arrow] = arrows
  if (!arrow || arrows.length > 1) return undefined
  const fault = {start: 0, end: arrow.index}
  const answer = {start: arrow.index + arrow[0].length, end: words.length}
  return SAYS.test(words.slice(0, fault.end)) && SAYS.test(words.slice(answer.start)) ? {fault, answer} : undefined
}

/** Whether any of some pieces, which stand one behind the other, may have an arrow: spares a look at each. */
export const mayPart = (text: string, pieces: readonly Piece[]): boolean =>
  hasArrow(text.slice(pieces[0]?.start ?? 0, pieces.at(-1)?.end ?? 0))

/** Those items that an arrow parts. */
export const partedAmong = (text: string, pieces: readonly Piece[]): readonly Piece[] =>
  mayPart(text, pieces) ? pieces.filter((piece) => partedItem(text, piece)) : NONE

const NONE: readonly Piece[] = []

/** Counted from the piece's start. */
const partedFrom = ofPiece((text, {start, body, end}): Parted | undefined => {
  const found = partedAt(text.slice(body, end))
  return found && {fault: moved(found.fault, body - start), answer: moved(found.answer, body - start)}
})

/** An item, or a line of its own, that its arrow parts. */
export function partedItem(text: string, piece: Piece): Parted | undefined {
  const found = piece.mark || piece.opensBlock ? partedFrom(text, piece) : undefined
  return found && {fault: moved(found.fault, piece.start), answer: moved(found.answer, piece.start)}
}

/** What the two sides lean to. */
const leaningsOf = ofPiece((text, piece): {readonly fault: number; readonly answer: number} | undefined => {
  const found = partedFrom(text, piece)
  const of = ({start, end}: Span): number => bounded(leaning(text.slice(piece.start + start, piece.start + end)))
  return found && {fault: of(found.fault), answer: of(found.answer)}
})

/** What the answers of a list must lean to, more than its faults, where nothing else says that it holds such. */
const CLEARLY = 2

/** Faults with their answers, one behind the other. */
export interface ArrowList {
  readonly first: Piece
  /** What stands behind them. */
  readonly rest: Piece | undefined
}

/**
 * The first list most of whose items an arrow parts into a fault and its answer.
 * @param isTold a heading says that faults are listed
 */
export function arrowList(text: string, pieces: readonly Piece[], isTold = false): ArrowList | undefined {
  if (!mayPart(text, pieces)) return undefined
  const openings = pieces.filter(({opensBlock}) => opensBlock)
  let from = 0
  while (from < openings.length) {
    const first = openings[from] as Piece
    let to = from + 1
    while (goesOn(text, first, openings[to])) to++
    const items = openings.slice(from, to)
    const parted = first.block.kind === 'cell' ? [] : flatMap(items, (piece) => leaningsOf(text, piece) ?? [])
    const faults = sum(parted.map(({fault}) => fault)) / parted.length
    const answers = sum(parted.map(({answer}) => answer)) / parted.length
    if (
      parted.length >= 2 &&
      parted.length * 2 > items.length &&
      (isTold || (faults < 0 && answers - faults >= CLEARLY))
    )
      return {first, rest: openings[to]}
    from = to
  }
  return undefined
}

/** An item of the same list; of lines without marks only those with an arrow are such. */
const goesOn = (text: string, first: Piece, next: Piece | undefined): boolean =>
  next !== undefined &&
  next.mark?.kind === first.mark?.kind &&
  (first.mark !== undefined || (partedFrom(text, first) !== undefined && partedFrom(text, next) !== undefined))
