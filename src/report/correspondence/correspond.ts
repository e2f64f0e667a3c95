import type {Answer, Answers, Party, ProblemAnswers, Verdict} from './answers.ts'
import {firstWeights, nothing, secondBias, secondWeights, thresholds} from './data/weights.ts'
import {evidenceOf} from './evidence.ts'
import {type Cell, compare} from './features.ts'
import {compete} from './matching.ts'
import {type Profile, profileOf} from './profile.ts'

/**
 * Which measure answers which problem. Pure and deterministic: the same items give the same answers, in any draft of any
 * length; beyond some 1,600 pairs only those that could matter are weighed.
 *
 * A problem is `answered` when a pair reaches the threshold, `none` when all stay clearly below, `weak` in between.
 */
export function correspond(problems: readonly Party[], measures: readonly Party[]): Answers {
  const left = problems.map((party) => profileOf(party, 'problem'))
  const right = measures.map((party) => profileOf(party, 'measure'))
  const cells = compare(left, right)
  const scores = probabilities(cells, problems.length, measures.length)
  const judged = problems.map((_, problem) => judge(problem, cells, scores, left, right))
  const links = judged.flatMap((found) => found.links)
  return {
    problems: judged,
    links,
    byMeasure: measures.map((_, measure) => links.filter((link) => link.measure === measure).map((link) => link.problem)),
  }
}

const FIRST = Float64Array.from(firstWeights, ([, weight]) => weight)
const SECOND = Float64Array.from(secondWeights, ([, weight]) => weight)

function probabilities(cells: readonly Cell[], problems: number, measures: number): Float64Array {
  const scores = Float64Array.from(cells, ({features}) => weigh(features, FIRST))
  const second = compete(cells, scores, nothing, problems, measures)
  return Float64Array.from(second, (features) => 1 / (1 + Math.exp(-weigh(features, SECOND) - secondBias)))
}

function weigh(features: Float64Array, weights: Float64Array): number {
  let sum = 0
  for (let k = 0; k < weights.length; k++) sum += (features[k] as number) * (weights[k] as number)
  return sum
}

function judge(
  problem: number,
  cells: readonly Cell[],
  scores: Float64Array,
  left: readonly Profile[],
  right: readonly Profile[],
): ProblemAnswers {
  const row = cells
    .flatMap((cell, index) => (cell.problem === problem ? [{cell, score: scores[index] as number}] : []))
    .sort((a, b) => b.score - a.score || a.cell.measure - b.cell.measure)
  const answer = ({cell, score}: {cell: Cell; score: number}): Answer => ({
    problem,
    measure: cell.measure,
    score: Math.round(score * 1000) / 1000,
    evidence: evidenceOf(cell, left[problem] as Profile, right[cell.measure] as Profile),
  })
  const linked = row.filter(({score}) => score >= thresholds.link)
  const links = linked.map(answer)
  const best = row[0]
  const verdict: Verdict = links.length ? 'answered' : best && best.score >= thresholds.none ? 'weak' : 'none'
  return {verdict, links, nearest: links[0] ?? (best && answer(best))}
}
