import {isSpace} from '../../language/characters.ts'
import type {Block} from '../draft.ts'
import type {Segment} from '../source-map.ts'
import {indexAfter, type Span} from '../span.ts'
import {isLineEnd} from './lines.ts'

type Writable<T> = {-readonly [Key in keyof T]: T[Key]}

/** What a block is, as far as its markup says. */
export type Shape = Omit<Block, 'start' | 'end'>

/** A piece of a block: copied from the source, or decoded (`value`) from an entity or escape that stands there. */
interface Piece {
  readonly sourceStart: number
  readonly sourceEnd: number
  readonly value: string
  readonly strong: boolean
  readonly verbatim: boolean
}

/** Puts the reading text together, piece by piece in the order of the source, and keeps where each piece came from. */
export class Composer {
  readonly #source: string
  readonly #hidden: readonly Span[]
  #parts: string[] = []
  #length = 0
  #sourceEnd = 0
  #shape: Shape | undefined
  #pieces: Piece[] = []
  readonly blocks: Block[] = []
  readonly segments: Writable<Segment>[] = []
  readonly strong: Span[] = []
  readonly verbatim: Span[] = []

  /** @param hidden sorted, disjoint spans of the source that are never copied */
  constructor(source: string, hidden: readonly Span[]) {
    this.#source = source
    this.#hidden = hidden
  }

  /** Begins a block; one that is still open ends. @param shape a new one: it becomes the block itself */
  open(shape: Shape): void {
    this.close()
    this.#shape = shape
  }

  /** A new line of the source, or a break inside one, begins a new block. Only the first one is a list's item. */
  breakLine(): void {
    if (!this.#shape) return
    const {list: _, ...rest} = this.#shape
    this.open(this.#pieces.length ? rest : this.#shape)
  }

  copy(start: number, end: number, marks: {readonly strong?: boolean; readonly verbatim?: boolean} = {}): void {
    let at = start
    for (let index = indexAfter(this.#hidden, start); at < end; index++) {
      const hidden = this.#hidden[index]
      const stop = Math.min(end, hidden?.start ?? end)
      if (stop > at) this.#push(at, stop, this.#source.slice(at, stop), marks)
      at = hidden && hidden.start < end ? hidden.end : end
    }
  }

  decoded(value: string, start: number, end: number, marks: {readonly strong?: boolean} = {}): void {
    this.#push(start, end, value, marks)
  }

  #push(
    sourceStart: number,
    sourceEnd: number,
    value: string,
    {strong = false, verbatim = false}: {readonly strong?: boolean; readonly verbatim?: boolean},
  ): void {
    if (this.#shape) this.#pieces.push({sourceStart, sourceEnd, value, strong, verbatim})
  }

  /** Ends the open block. One without words leaves nothing behind. */
  close(): void {
    const pieces = trimPieces(this.#pieces)
    const shape = this.#shape
    this.#shape = undefined
    this.#pieces = []
    const first = pieces[0]
    if (!shape || !first) return
    this.#putGap(first.sourceStart)
    const start = this.#length
    for (const piece of pieces) this.#put(piece)
    this.blocks.push(Object.assign(shape, {start, end: this.#length}))
  }

  /** Ends the last block and copies the white space behind it. */
  finish(): string {
    this.close()
    if (this.#sourceEnd < this.#source.length) this.#putGap(this.#source.length)
    return this.#parts.join('')
  }

  /**
   * White space between two blocks is copied, so that a source without markup is its own reading text. Of other gaps the
   * line ends in front of the markup are; a block always begins a line.
   */
  #putGap(end: number): void {
    const start = this.#sourceEnd
    let spaceEnd = start
    while (spaceEnd < end && isSpace(this.#source.charCodeAt(spaceEnd))) spaceEnd++
    if (spaceEnd < end) {
      while (spaceEnd > start && !isLineEnd(this.#source.charCodeAt(spaceEnd - 1))) spaceEnd--
      // never half of a line end
      if (spaceEnd > 0 && this.#source.startsWith('\r\n', spaceEnd - 1)) spaceEnd++
    }
    const value = this.#source.slice(start, spaceEnd)
    if (value) this.#put({sourceStart: start, sourceEnd: spaceEnd, value, strong: false, verbatim: false})
    if (this.#length && end < this.#source.length && !/[\r\n]/.test(value)) {
      this.#parts.push('\n')
      this.#length++
    }
  }

  #put({value, sourceStart, sourceEnd, strong, verbatim}: Piece): void {
    const start = this.#length
    const end = start + value.length
    this.#parts.push(value)
    this.#length = end
    this.#sourceEnd = sourceEnd
    if (strong) addSpan(this.strong, start, end)
    if (verbatim) addSpan(this.verbatim, start, end)
    const last = this.segments.at(-1)
    const follows = last && last.end === start && last.sourceEnd === sourceStart
    if (follows && isCopy(last) && end - start === sourceEnd - sourceStart) {
      last.end = end
      last.sourceEnd = sourceEnd
    } else this.segments.push({start, end, sourceStart, sourceEnd})
  }
}

const isCopy = ({start, end, sourceStart, sourceEnd}: Segment): boolean => end - start === sourceEnd - sourceStart

function addSpan(spans: Span[], start: number, end: number): void {
  const last = spans.at(-1)
  if (last && last.end === start) spans[spans.length - 1] = {start: last.start, end}
  else spans.push({start, end})
}

/** The pieces without the white space at both ends. */
function trimPieces(pieces: readonly Piece[]): readonly Piece[] {
  const [opens, closes] = [pieces[0], pieces.at(-1)]
  // as nearly all are
  if (opens && closes && isTrimmed(opens.value, closes.value)) return pieces
  let first = 0
  let last = pieces.length
  while (first < last && isBlank((pieces[first] as Piece).value)) first++
  while (last > first && isBlank((pieces[last - 1] as Piece).value)) last--
  const kept = pieces.slice(first, last)
  const opening = kept[0]
  if (opening) kept[0] = trimStart(opening)
  const closing = kept.at(-1)
  if (closing) kept[kept.length - 1] = trimEnd(closing)
  return kept
}

const isTrimmed = (first: string, last: string): boolean =>
  first !== '' && last !== '' && !isSpace(first.charCodeAt(0)) && !isSpace(last.charCodeAt(last.length - 1))

const isBlank = (value: string): boolean => !value.trim()

/** A decoded piece is indivisible: an entity is white space as a whole or not at all. */
function trimStart(piece: Piece): Piece {
  const value = piece.value.trimStart()
  return value === piece.value ? piece : {...piece, value, sourceStart: piece.sourceEnd - value.length}
}

function trimEnd(piece: Piece): Piece {
  const value = piece.value.trimEnd()
  return value === piece.value ? piece : {...piece, value, sourceEnd: piece.sourceStart + value.length}
}
