import type {Answer, Answers, Evidence, Party, ProblemAnswers, Verdict} from './answers.ts'
import {networks, second, third, thresholds} from './data/weights.ts'
import {evidenceOf} from './evidence.ts'
import {type Cell, compare} from './features.ts'
import type {ItemMemory} from './item-memory.ts'
import {compete, doubt, scoreCells, weigh} from './kernel/pairs.ts'
import {meanNothing} from './network.ts'
import {type Profile, profileOf} from './profile.ts'

/**
 * Which measure answers which problem. Pure and deterministic: the same items give the same answers, in any draft of any
 * length; beyond some 1,600 pairs only those that could matter are weighed.
 *
 * A problem is `answered` when a pair reaches the threshold, `none` when it is probable that nothing answers it, `weak` in between.
 */
export function correspond(problems: readonly Party[], measures: readonly Party[], memory?: ItemMemory): Answers {
  const left = problems.map((party) => profileOf(party, 'problem', memory))
  const right = measures.map((party) => profileOf(party, 'measure', memory))
  const judgeAll = (): Answers => answersOf(left, right)
  return memory ? memory.answers(left, right, judgeAll) : judgeAll()
}

function answersOf(left: readonly Profile[], right: readonly Profile[]): Answers {
  const cells = compare(left, right)
  const scores = scoreCells(
    cells.map(({features}) => features),
    networks,
  )
  const rivals = compete(cells, scores, meanNothing(networks), left.length, right.length)
  const pairs = weigh(rivals, second)
  const nones = weigh(doubt(cells, pairs, rivals, left.length), third)
  const rows: Scored[][] = left.map(() => [])
  cells.forEach((cell, index) => {
    const score = pairs[index] as number
    const isTooMuch = score > MOST_OF_PROMISE && (right[cell.measure] as Profile).content.isPromise
    rows[cell.problem]?.push({cell, score: isTooMuch ? MOST_OF_PROMISE : score})
  })
  const judged = rows.map((row, problem) => judge(problem, row, nones[problem] as number, left, right))
  const links = judged.flatMap((found) => found.links)
  const byMeasure: number[][] = right.map(() => [])
  for (const {problem, measure} of links) byMeasure[measure]?.push(problem)
  return {problems: judged, links, byMeasure}
}

/** A promise touches a problem and answers none. */
const MOST_OF_PROMISE = thresholds.link - 0.01

interface Scored {
  readonly cell: Cell
  readonly score: number
}

/**
 * From here to the threshold of a link a pair is too near to be nothing: of the annotated problems whose best pair lay
 * between, more than a third had an answer; below, one in six.
 */
const DOUBTFUL = 0.3

function judge(
  problem: number,
  cells: readonly Scored[],
  none: number,
  left: readonly Profile[],
  right: readonly Profile[],
): ProblemAnswers {
  const row = [...cells].sort((a, b) => b.score - a.score || a.cell.measure - b.cell.measure)
  const answer = ({cell, score}: Scored): Answer => {
    let evidence: readonly Evidence[] | undefined
    return {
      problem,
      measure: cell.measure,
      score: Math.round(score * 1000) / 1000,
      // most links are never asked why
      get evidence() {
        return (evidence ??= evidenceOf(
          cell,
          (left[problem] as Profile).content,
          (right[cell.measure] as Profile).content,
        ))
      },
    }
  }
  const links = row.filter(({score}) => score >= thresholds.link).map(answer)
  const best = row[0]
  const isDoubtful = none < thresholds.none || (best !== undefined && best.score >= DOUBTFUL)
  const verdict: Verdict = links.length ? 'answered' : isDoubtful ? 'weak' : 'none'
  return {verdict, links, nearest: links[0] ?? (best && answer(best))}
}
