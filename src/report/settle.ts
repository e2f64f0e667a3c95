import {flatMap} from '../draft/flat-map.ts'
import {labelOf} from './labels.ts'
import {bodyOf, type Doubt, type Mark, type MarkKind, type Piece, type Reading} from './marks.ts'
import {Wording} from './wording.ts'

/** Tells by what stands around them which doubtful numbers at the beginning of a block are marks, and of which list. */
export const settle = (text: string, pieces: readonly Piece[]): readonly Piece[] => joinOdd(settleDoubts(text, pieces))

function settleDoubts(text: string, pieces: readonly Piece[]): readonly Piece[] {
  if (!pieces.some(({doubt}) => doubt)) return pieces
  const openings = pieces.filter(({opensBlock}) => opensBlock)
  const settled = decimalsOf(text, openings)
  for (const piece of wordedItems(text, openings)) settled.set(piece, piece.doubt.item)
  openings.forEach((piece, index) => {
    if (piece.doubt && !settled.has(piece) && isItem(text, piece.doubt.item.mark, openings, settled, index))
      settled.set(piece, piece.doubt.item)
  })
  return settled.size ? pieces.map((piece) => readAs(text, piece, settled.get(piece))) : pieces
}

type Doubtful = Piece & {readonly doubt: Doubt}

/** 欠一，… 欠二，…: items whose word is counted from one to two somewhere. */
function wordedItems(text: string, openings: readonly Piece[]): readonly Doubtful[] {
  const worded = openings.filter((piece): piece is Doubtful => piece.doubt?.item.mark.kind === 'label')
  const wordOf = ({start}: Piece): string => text.charAt(start)
  const counted = new Set<string>()
  const last = new Map<string, number>()
  for (const piece of worded) {
    const {value = 0} = piece.doubt.item.mark
    if (value === 2 && last.get(wordOf(piece)) === 1) counted.add(wordOf(piece))
    last.set(wordOf(piece), value)
  }
  return worded.filter((piece) => counted.has(wordOf(piece)))
}

const readAs = (text: string, piece: Piece, reading: Reading | undefined): Piece =>
  reading ? {...piece, ...reading, body: bodyOf(text, reading.mark.end, piece.end), doubt: undefined} : piece

const numbersOf = (text: string, {start, end}: Mark): number[] =>
  flatMap(text.slice(start, end).match(/\d+/g) ?? [], Number)

/**
 * 1. 1.1 1.2 2. 2.1 … or 一、 1.1 1.2 二、 2.1 … or 1 概述 1.1 …: numbers of two parts are headings where the first is that of
 * the heading above and somewhere a second one follows the first.
 */
function decimalsOf(text: string, openings: readonly Piece[]): Map<Piece, Reading> {
  const settled = new Map<Piece, Reading>()
  let isCounted = false
  let above: number | undefined
  let spaced = 0
  let last = ''
  for (const piece of openings) {
    const {mark, doubt} = piece
    if (mark?.kind === 'part' || mark?.kind === 'chinese' || mark?.kind === 'arabic') above = mark.value
    if (!doubt) continue
    const {item, decimal} = doubt
    if (decimal) {
      const numbers = numbersOf(text, decimal.mark)
      if (numbers[0] !== above) continue
      settled.set(piece, decimal)
      const before = [...numbers.slice(0, -1), 1].join('.')
      isCounted ||= decimal.mark.value === 2 && last === before
      last = numbers.join('.')
    } else if (item.mark.tail === '' && follows(piece, item.mark.value ?? 0, spaced)) {
      spaced = item.mark.value ?? 0
      above = spaced
      settled.set(piece, item)
    }
  }
  return isCounted ? settled : new Map()
}

/** ## 4 措施 behind ## 2 问题 leaves one out; a line that is no heading may begin with any number. */
const follows = ({block}: Piece, value: number, before: number): boolean =>
  value === before + 1 || (value === before + 2 && before > 0 && block.kind === 'heading')

/** Its neighbours are the items before and behind it; `2、2名…` is one as well where other lines stand between. */
function isItem(
  text: string,
  {value = 0, tail}: Mark,
  openings: readonly Piece[],
  settled: ReadonlyMap<Piece, Reading>,
  index: number,
): boolean {
  const valueAt = (at: number): number | undefined => {
    const piece = openings[at]
    const mark = piece && (settled.get(piece)?.mark ?? piece.mark ?? piece.doubt?.item.mark)
    return mark?.kind === 'arabic' && (mark.tail || !piece?.doubt) ? mark.value : undefined
  }
  const valueBeside = (step: number): number | undefined => {
    let at = index + step
    // the fields of an item: 责任人：…
    for (let piece = openings[at]; piece && valueAt(at) === undefined && labelOf(text, piece); piece = openings[at])
      at += step
    return valueAt(at)
  }
  if (!tail) return false
  if (valueBeside(-1) === value - 1 || valueBeside(1) === value + 1) return true
  if (tail !== '、') return false
  let before = index - 1
  while (before >= 0 && valueAt(before) === undefined) before--
  return valueAt(before) === value - 1
}

/** The forms of which one may stand by mistake in a list of another. */
const LISTED: ReadonlySet<MarkKind> = new Set(['chinese', 'chinese-bracket', 'arabic', 'arabic-bracket', 'circled'])

/** （1） （2） 3. （4）: a number in another form that has its place in the list, and in no list of its own form. */
function joinOdd(pieces: readonly Piece[]): readonly Piece[] {
  /** The last number of each form so far. */
  const reached = new Map<MarkKind, number>()
  const joined = new Map<Piece, Piece>()
  let before: Piece | undefined
  let last: Piece | undefined
  for (const next of pieces) {
    if (!next.opensBlock || !next.mark?.value || next.block.kind === 'cell' || !LISTED.has(next.mark.kind)) continue
    const mark = last?.mark
    if (last && mark) {
      const {kind, value = 0} = mark
      const list = before?.mark?.kind
      if (before && list && list !== kind && areAround(before, last, next) && reached.get(kind) !== value - 1) {
        reached.set(list, value)
        joined.set(last, {...last, mark: {...mark, kind: list, isOdd: true}, wording: new Wording()})
      } else reached.set(kind, value)
    }
    before = last
    last = next
  }
  return joined.size ? pieces.map((piece) => joined.get(piece) ?? piece) : pieces
}

/** Whether two numbers of one form leave out the one between them, all as paragraphs or as headings of one depth. */
const areAround = (before: Piece, {mark, block}: Piece, next: Piece): boolean =>
  before.mark?.kind === next.mark?.kind &&
  (before.mark?.value ?? 0) + 1 === mark?.value &&
  (next.mark?.value ?? 0) - 1 === mark?.value &&
  [before, next].every((beside) => beside.block.kind === block.kind && beside.block.depth === block.depth)
