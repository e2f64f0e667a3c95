import type {Draft} from '../../draft/draft.ts'
import {flatMap} from '../../draft/flat-map.ts'
import {moved, type Span} from '../../draft/span.ts'
import {leaning} from '../../language/leaning.ts'
import {admitsFault, tellsDone} from '../../language/tone.ts'
import {flowItems, isClosing, isIntroduction} from '../flow.ts'
import type {RawItems} from '../items.ts'
import type {Piece} from '../marks.ts'
import {splitRemedy} from '../paired/remedy.ts'
import {ofPiece} from '../wording.ts'

/**
 * A paragraph above the list of what is still to be done, which tells what was settled on the spot:
 * 当场改正的是几个小毛病：灯不亮，门关不严。灯已换新，门当天修好。
 */
export function settledAbove(draft: Draft, piece: Piece): RawItems | undefined {
  const found = answeredAt(draft.text, piece)
  return found?.isDone ? answeredIn(piece, found) : undefined
}

/** One more problem with its answer in a paragraph below a ledger: 另有水泵房渗水未列入台账。物业当天做了防水。 */
export const answeredBeside = ({text}: Draft, pieces: readonly Piece[]): RawItems[] =>
  flatMap(pieces, (piece) => {
    const found = piece.block.kind === 'paragraph' && !piece.mark ? answeredAt(text, piece) : undefined
    return found ? [answeredIn(piece, found)] : []
  })

/** Where a fault and its answer stand. */
interface Answered {
  readonly fault: Span
  readonly answer: Span
  readonly isDone: boolean
}

function answeredIn(piece: Piece, {fault, answer}: Answered): RawItems {
  const problem = moved(fault, piece.start)
  return {problems: [problem], measures: [{...moved(answer, piece.start), under: problem}]}
}

/** A paragraph outside a list that surely tells a fault, and what was done about it; counted from the piece's start. */
const answeredAt = ofPiece((text, piece): Answered | undefined => {
  if (!piece.opensBlock || isIntroduction(text, piece) || isClosing(text, piece)) return undefined
  const [first] = flowItems({text}, [piece])
  if (!first) return undefined
  const found = splitRemedy(text, {start: first.start, end: piece.end}, [], [], true)
  const [fault] = found.problems
  const [answer] = found.measures
  if (!fault || !answer) return undefined
  const [words, done] = [text.slice(fault.start, fault.end), text.slice(answer.start, answer.end)]
  if (leaning(words) >= -1 || !admitsFault(words) || leaning(done) <= 0) return undefined
  return {fault: moved(fault, -piece.start), answer: moved(answer, -piece.start), isDone: tellsDone(done)}
})
