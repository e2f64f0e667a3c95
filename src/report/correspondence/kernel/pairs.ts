import type {Network} from '../network.ts'
import {type Item, loaded, type Nothing, type Pair, type Regression} from './kernel.ts'

/**
 * What two items' words have in common: the features that come from it, in the order of FEATURES, 0 for the others. Valid
 * until the next call.
 */
export const comparePair = (problem: Item, measure: Item): Float64Array => loaded().compare(problem, measure)

/** Which of a problem's first characters stand in phrases that both items hold; valid until the next call. */
export function commonMarks(problem: Item, measure: Item, length: number): Uint8Array {
  loaded().compare(problem, measure)
  return loaded().marks(length)
}

/** Scores pairs by their features: the mean of what the networks say. */
export const scoreCells = (rows: readonly Float64Array[], networks: readonly Network[]): Float64Array =>
  loaded().score(rows, networks)

/**
 * From a score for each pair to what it looks like when all pairs of the draft compete: six features each, one row after the
 * other. A measure mostly answers one problem, a problem mostly has one or two answers, and two lists often run parallel.
 * @param pairs sorted by problem, then by measure
 */
export const compete = (
  pairs: readonly Pair[],
  scores: Float64Array,
  nothing: Nothing,
  problems: number,
  measures: number,
): Float64Array => loaded().compete(pairs, scores, nothing, problems, measures)

/**
 * What decides whether a problem has no answer, from the probabilities of its pairs and their features: five features for
 * each problem, one row after the other.
 */
export const doubt = (
  pairs: readonly Pair[],
  chances: Float64Array,
  second: Float64Array,
  problems: number,
): Float64Array => loaded().doubt(pairs, chances, second, problems)

/** The probability that a logistic regression gives each row of features. */
export const weigh = (rows: Float64Array, regression: Regression): Float64Array => loaded().weigh(rows, regression)
