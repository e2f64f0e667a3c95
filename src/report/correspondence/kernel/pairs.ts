import type {Network} from '../network.ts'
import {type Item, loaded} from './kernel.ts'

/** Problems and measures that are compared, by their places in their lists; sorted by problem, then by measure. */
export interface Pairs {
  readonly problemOf: Int32Array
  readonly measureOf: Int32Array
  /** 1 where the layout itself pairs or parts them. */
  readonly isLaidOut: Uint8Array
}

/** The scores at which a measure answers nothing and at which a problem has no answer. */
export interface Nothing {
  readonly measure: number
  readonly problem: number
}

/** A logistic regression. */
export interface Regression {
  readonly weights: readonly number[]
  readonly bias: number
}

/**
 * The pairs of a draft with all that is worked out of them, in the kernel's memory: a table, and what it gives, is valid
 * until the next one is made.
 */
export class PairTable {
  readonly pairs: Pairs
  /** The evidence of each pair, one row of FEATURES after the other. */
  readonly features: Float64Array
  readonly #problems: number

  constructor(pairs: Pairs, problems: number, measures: number) {
    this.pairs = pairs
    this.#problems = problems
    const {problemOf, measureOf, isLaidOut} = pairs
    const count = problemOf.length
    const kernel = loaded()
    const {exports} = kernel
    kernel.reservePairs(count, problems, measures)
    const {buffer} = exports.memory
    new Int32Array(buffer, exports.problemOf.value, count).set(problemOf)
    new Int32Array(buffer, exports.measureOf.value, count).set(measureOf)
    kernel.bytes(exports.isLaidOut.value, count).set(isLaidOut)
    this.features = kernel.numbers(exports.cells.value, count * kernel.at.FEATURES).fill(0)
  }

  /** Fills those features of a pair that the words of its two items tell. */
  compare(pair: number, problem: Item, measure: Item): void {
    const {exports, at} = loaded()
    loaded().hold(problem, measure)
    exports.comparePair(exports.cells.value + pair * at.FEATURES * 8)
  }

  /** Fills the features that compare each pair with the rest of the draft. */
  compareRivals(): void {
    loaded().exports.compareRivals()
  }

  /** The mean of what the networks say of each pair. */
  score(networks: readonly Network[]): Float64Array {
    takeNetworks(networks)
    const {exports} = loaded()
    exports.scorePairs(networks.length)
    return loaded().numbers(exports.scores.value, this.pairs.problemOf.length)
  }

  /**
   * From the scores to what each pair looks like when all pairs of the draft compete: six features each, one row after the
   * other. A measure mostly answers one problem, a problem mostly has one or two answers, and two lists often run parallel.
   */
  compete(nothing: Nothing): Float64Array {
    const {exports, at} = loaded()
    exports.compete(nothing.measure, nothing.problem)
    return loaded().numbers(exports.second.value, this.pairs.problemOf.length * at.SECOND)
  }

  /** How probable each pair is, from what `compete` found. */
  weigh(regression: Regression): Float64Array {
    return weigh(loaded().exports.second.value, this.pairs.problemOf.length, regression)
  }

  /**
   * What decides whether a problem has no answer, from the probabilities of its pairs and what these were made of: five
   * features for each problem, one row after the other.
   */
  doubt(): Float64Array {
    const {exports, at} = loaded()
    exports.doubt()
    return loaded().numbers(exports.third.value, this.#problems * at.THIRD)
  }

  /** How probable it is that a problem has no answer, from what `doubt` found. Takes the place of the pairs' probabilities. */
  weighDoubt(regression: Regression): Float64Array {
    return weigh(loaded().exports.third.value, this.#problems, regression)
  }
}

function weigh(from: number, count: number, {weights, bias}: Regression): Float64Array {
  const {exports, at} = loaded()
  const model = loaded().numbers(at.MODEL, weights.length + 1)
  model.set(weights)
  model[weights.length] = bias
  exports.weigh(from, weights.length, count, at.MODEL)
  return loaded().numbers(exports.chances.value, count)
}

/** Scores pairs that belong to no draft by their features. */
export function scoreRows(rows: readonly Float64Array[], networks: readonly Network[]): Float64Array {
  const nowhere = new Int32Array(rows.length)
  const table = new PairTable({problemOf: nowhere, measureOf: nowhere, isLaidOut: new Uint8Array(rows.length)}, 0, 0)
  rows.forEach((row, index) => {
    table.features.set(row, index * row.length)
  })
  return table.score(networks)
}

/** Which of a problem's first characters stand in phrases that both items hold; valid until the next call. */
export function commonMarks(problem: Item, measure: Item, length: number): Uint8Array {
  const kernel = loaded()
  kernel.hold(problem, measure)
  kernel.exports.comparePair(kernel.at.PAIR)
  return kernel.bytes(kernel.at.PROBLEM_MARKS, Math.min(length, kernel.at.MOST))
}

let taken: readonly Network[] | undefined

function takeNetworks(networks: readonly Network[]): void {
  if (taken === networks) return
  const {at} = loaded()
  const size = at.NETWORK
  if (networks.length > at.MOST_NETWORKS || networks.some(({weights}) => weights.length !== size))
    throw new Error('the networks of correspondence do not fit the kernel')
  const numbers = loaded().numbers(at.NETWORKS, size * networks.length)
  networks.forEach(({weights}, index) => {
    numbers.set(weights, index * size)
  })
  taken = networks
}
