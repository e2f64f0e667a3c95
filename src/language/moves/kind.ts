/**
 * One kind of fault, and the move that answers it.
 *
 * `fault` and `answer` are terms separated by white space: how a problem shows the fault, how a measure shows the move.
 * `A…B` stands for A with B after it, at most eight characters between and no mark (`没…记录` finds 没有逐日记录).
 * A term may carry a weight, `兼职^2` (default 1, from 0.5 to 3): how sure a reader is who has seen only this term.
 */
export interface Kind {
  /** The move in a few words, for a finding: 增配人手. */
  readonly move: string
  readonly fault: string
  readonly answer: string
}

/** Kinds of fault by their Chinese name. */
export type Kinds = Readonly<Record<string, Kind>>
