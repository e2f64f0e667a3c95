import type {Draft} from '../draft/draft.ts'
import {flatMap} from '../draft/flat-map.ts'
import {moved, type Span} from '../draft/span.ts'
import {sentencesWith} from './counted-sentences.ts'
import {moveQuantity, type Quantity} from './quantities.ts'
import {addedUp} from './sums/added-up.ts'
import {balanced} from './sums/balanced.ts'
import {divided} from './sums/divided.ts'
import {listed} from './sums/listed.ts'
import {opposed} from './sums/opposed.ts'
import {settled} from './sums/settled.ts'

/** A total and the parts that a sentence divides it into. The span runs from the first to the last of them. */
export interface Sum extends Span {
  readonly total: Quantity
  readonly parts: readonly Quantity[]
  /** What the parts add up to. */
  readonly sum: number
  /** The words promise all parts: 合计, 分别为, 其余. 其中 does not. */
  readonly complete: boolean
  /** The parts may be counted twice: 女党员20名、大专以上60名. */
  readonly overlapping: boolean
  /** Nothing says that these are its parts but that they are listed right behind it and come close to it. */
  readonly implied: boolean
}

/** Sums told by how the parts are divided or added up, or by what became of them: settled or not, sound or not. */
export function findSums(draft: Draft, quantities: readonly Quantity[]): readonly Sum[] {
  const told = sentencesWith(draft, quantities)
  // a total and two parts, or two parts of a total in the sentence before
  const sums = flatMap(told, (sentence, index) =>
    sentence.quantities.length < 2
      ? []
      : [
          ...divided(draft.text, sentence, told[index - 1]),
          ...addedUp(draft.text, sentence),
          ...listed(draft.text, sentence),
          ...balanced(draft.text, sentence),
          ...(settled(draft.text, told, index) ?? opposed(draft.text, sentence)),
        ],
  )
  return sums.sort((a, b) => a.start - b.start)
}

/** The same sum further along the text. */
export const moveSum = (sum: Sum, by: number): Sum =>
  by === 0
    ? sum
    : {
        ...moved(sum, by),
        total: moveQuantity(sum.total, by),
        parts: sum.parts.map((part) => moveQuantity(part, by)),
      }
