import {flatMap} from '../../draft/flat-map.ts'
import type {Answer, Answers, Evidence, Party, Verdict} from './answers.ts'
import {networks, second, third, thresholds} from './data/weights.ts'
import {evidenceOf} from './evidence.ts'
import {compare, FEATURES} from './features.ts'
import type {ItemMemory} from './item-memory.ts'
import type {PairTable} from './kernel/pairs.ts'
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
  const judgeAll = (): Answers => answersOf(left, right, memory)
  return memory ? memory.answers(left, right, judgeAll) : judgeAll()
}

function answersOf(left: readonly Profile[], right: readonly Profile[], memory?: ItemMemory): Answers {
  const table = compare(left, right, memory)
  table.score(networks)
  table.compete(meanNothing(networks))
  const chances = table.weigh(second).slice()
  table.doubt()
  const nones = table.weighDoubt(third)
  const {problemOf, measureOf} = table.pairs
  const isAlternating = answersStandBelow(left.length, right)
  const nearness: number[] = right.map(() => 0)
  let pair = 0
  const problems = left.map((problem, index) => {
    const row: Scored[] = []
    let mistaken = 0
    for (; problemOf[pair] === index; pair++) {
      const measure = measureOf[pair] as number
      const score = scoreOf(chances[pair] as number, problem, index, right[measure] as Profile)
      if (score >= LEAST && isForAnybody(table, pair, right[measure] as Profile, isAlternating)) {
        mistaken = Math.max(mistaken, score)
        continue
      }
      row.push({pair, measure, score})
      if (score > (nearness[measure] as number)) nearness[measure] = score
    }
    row.sort((a, b) => b.score - a.score || a.measure - b.measure)
    const answer = (scored: Scored): Answer => answerOf(table, index, scored, problem, right[scored.measure] as Profile)
    const links = row.filter(({score}) => score >= thresholds.link).map(answer)
    const best = row[0]
    const isDoubtful =
      best !== undefined &&
      (best.score >= DOUBTFUL || (best.score > mistaken && (nones[index] as number) < thresholds.none))
    const verdict: Verdict = links.length ? 'answered' : isDoubtful ? 'weak' : 'none'
    return {verdict, links, nearest: links[0] ?? (best && answer(best))}
  })
  const links = flatMap(problems, (found) => found.links)
  const byMeasure: number[][] = right.map(() => [])
  for (const {problem, measure} of links) byMeasure[measure]?.push(problem)
  return {problems, links, byMeasure, nearness}
}

const PHRASES = FEATURES.indexOf('phrases')

interface Scored {
  readonly pair: number
  readonly measure: number
  readonly score: number
}

/** A promise touches a problem and answers none. */
const MOST_OF_PROMISE = thresholds.link - 0.01

/** A measure that names the problem answers it, whatever else it says. */
const NAMED = 0.6

/** What is written under a problem answers it, whatever its words: 将教材列入年检 under 阵地管理缺位. */
function scoreOf(chance: number, problem: Profile, index: number, {content, party}: Profile): number {
  const isUnder = party.under === index
  const isNamed = party.named?.includes(index) ?? content.names(problem.content, index)
  // a row that names its problems answers no other
  const most = party.named && !isNamed ? MOST_OF_PROMISE : 1
  const score = chance < NAMED && isNamed ? NAMED : Math.min(chance, most)
  if (!isUnder && score <= MOST_OF_PROMISE) return score
  if (content.isPromise) return Math.min(score, MOST_OF_PROMISE)
  return isUnder ? Math.max(score, thresholds.link) : score
}

/** Below it a pair decides nothing. */
const LEAST = 0.1

/** Whether the layout answers most problems below themselves: 问题1：… 整改：… */
function answersStandBelow(problems: number, measures: readonly Profile[]): boolean {
  const answered = new Set(measures.map(({party}) => party.under))
  answered.delete(undefined)
  return answered.size * 2 >= problems && answered.size > 1
}

/**
 * Whether a measure that speaks of all problems (每月复查整改情况) only seems to answer this one: they have no phrase in common,
 * or the other problems have answers of their own below them.
 */
const isForAnybody = (
  {features}: PairTable,
  pair: number,
  {party, content}: Profile,
  isAlternating: boolean,
): boolean =>
  party.under === undefined && (isAlternating || features[pair * FEATURES.length + PHRASES] === 0) && content.isForAll

/**
 * From here to the threshold of a link a pair is too near to be nothing: of the annotated problems whose best pair lay
 * between, more than a third had an answer; below, one in six.
 */
const DOUBTFUL = 0.3

function answerOf(
  {features}: PairTable,
  problem: number,
  {pair, measure, score}: Scored,
  {content}: Profile,
  answering: Profile,
): Answer {
  // the table is gone when somebody asks why; most links are never asked
  const cell = features.slice(pair * FEATURES.length, (pair + 1) * FEATURES.length)
  let evidence: readonly Evidence[] | undefined
  return {
    problem,
    measure,
    score: Math.round(score * 1000) / 1000,
    get evidence() {
      return (evidence ??= evidenceOf(problem, cell, content, answering.content))
    },
  }
}
