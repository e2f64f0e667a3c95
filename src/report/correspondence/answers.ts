import type {Span} from '../../draft/span.ts'

/** One kind of evidence, with the words that show it, so that a finding can say why. */
export interface Evidence {
  /** What it is: `words` common words, `subject` same subject, `move` the move that answers this kind of fault, … */
  readonly kind: string
  /** The words themselves, joined by 、 */
  readonly words: string
  /** How much it adds to the score; negative when it speaks against. */
  readonly weight: number
}

export interface Answer {
  /** Indexes into `Report.problems` and `Report.measures`. */
  readonly problem: number
  readonly measure: number
  /** 0 to 1: how probable it is that the measure answers the problem. */
  readonly score: number
  readonly evidence: readonly Evidence[]
}

export type Verdict = 'answered' | 'weak' | 'none'

/** A problem with all that was found for it. */
export interface ProblemAnswers {
  readonly verdict: Verdict
  /** The measures that answer it, best first. Empty unless `answered`. */
  readonly links: readonly Answer[]
  /** The nearest measure, whatever its score; undefined when there is none at all. */
  readonly nearest: Answer | undefined
}

export interface Answers {
  /** In the order of `Report.problems`. */
  readonly problems: readonly ProblemAnswers[]
  /** Every link that counts, in the order of problems, then by score. */
  readonly links: readonly Answer[]
  /** For each measure the problems that it answers (indexes). */
  readonly byMeasure: readonly (readonly number[])[]
  /** For each measure the score of the problem that it is nearest to. */
  readonly nearness: readonly number[]
}

/** One side of the comparison. `words` is the item's own text; `context` the heading above it. */
export interface Party extends Span {
  readonly words: string
  readonly context: string
  /** The problem it was written under (index), when the layout itself pairs them. */
  readonly under?: number
  /** Problems (indexes) whose numbers the layout names beside it. */
  readonly named?: readonly number[]
}
