/**
 * Fits the weights of correspondence on annotated drafts, and says how well it does on writers it has not seen.
 *   npx tsx scripts/correspondence/fit.ts <annotated folder> [more annotated folders] [--write]
 * Blocks of writers are left out one after the other; thresholds are chosen on the other blocks. `--write` fits on all
 * and writes `data/weights.ts`.
 */
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {compare, FEATURES} from '../../src/report/correspondence/features.ts'
import {type Pairs, PairTable} from '../../src/report/correspondence/kernel/pairs.ts'
import {meanNothing, type Network} from '../../src/report/correspondence/network.ts'
import {profileOf} from '../../src/report/correspondence/profile.ts'
import {type Case, isHard, readCases} from './drafts.ts'
import {chanceOf, type Fitted, fitLogistic} from './logistic.ts'
import {type Lesson, type Line, type Settings, standard, trainNetwork} from './train.ts'

const SETTINGS: Settings = {hidden: 8, direct: 5, units: 8, rounds: 250}
const SEEDS = [1, 2, 3]
const PENALTY = 2
/** Drafts held out from this letter on are not learned from: they measure, and help to choose thresholds. */
const MEASURES = 'g'
/** What a pair looks like when all pairs of the draft compete (kernel/assembly/matching.ts). */
const SECOND = ['score', 'in a matching', 'in its row', 'in its column', 'neighbours', 'order']
/** What decides whether a problem has no answer. */
const THIRD = ['best pair', 'any pair', 'row', 'second pair', 'best score']

export interface Draft extends Lesson {
  readonly drawn: Case
  readonly pairs: Pairs
}

export interface Model {
  readonly networks: readonly Network[]
  /** Each feature as it mostly is. */
  readonly usual: Float64Array
  readonly second: Fitted
  readonly third: Fitted
  /** A pair counts as answered from `link` on; a problem without such a pair as unanswered from `none` on. */
  readonly link: number
  readonly none: number
}

export function draftOf(drawn: Case): Draft {
  const problems = drawn.problems.map((party) => profileOf(party, 'problem'))
  const measures = drawn.measures.map((party) => profileOf(party, 'measure'))
  const {pairs, features} = compare(problems, measures)
  return {drawn, pairs, features: rowsOf(features.slice(), FEATURES.length), lines: linesOf(drawn, pairs)}
}

const strengthOf = (drawn: Case, {problemOf, measureOf}: Pairs, at: number): number =>
  drawn.strength[problemOf[at] as number]?.[measureOf[at] as number] ?? 0

function linesOf(drawn: Case, pairs: Pairs): Line[] {
  const line = (side: Line['side'], index: number): Line[] => {
    const lineOf = side === 'measure' ? pairs.measureOf : pairs.problemOf
    const all = [...lineOf.keys()].filter((at) => lineOf[at] === index)
    const strength = (at: number): number => strengthOf(drawn, pairs, at)
    const gold = all.filter((at) => strength(at) === 1)
    // only touched: neither answered nor unanswered, so no lesson
    if (!gold.length && all.some((at) => strength(at) === 0.5)) return []
    return [{cells: all.filter((at) => strength(at) !== 0.5), gold, side}]
  }
  return [
    ...drawn.measures.flatMap((_, m) => line('measure', m)),
    ...drawn.problems.flatMap((_, p) => line('problem', p)),
  ]
}

function compete(
  {drawn, pairs, features}: Draft,
  networks: readonly Network[],
): {table: PairTable; rows: Float64Array} {
  const table = new PairTable(pairs, drawn.problems.length, drawn.measures.length)
  features.forEach((row, pair) => {
    table.features.set(row, pair * row.length)
  })
  table.score(networks)
  return {table, rows: table.compete(meanNothing(networks))}
}

const rowsOf = (numbers: Float64Array, width: number): Float64Array[] =>
  Array.from({length: numbers.length / width}, (_, row) => numbers.subarray(row * width, (row + 1) * width))

export interface Prediction {
  /** For each cell, how probable it is that the measure answers. */
  readonly pairs: Float64Array
  /** For each problem, how probable it is that nothing does. */
  readonly nones: Float64Array
}

export function predict(draft: Draft, {networks, second, third}: Model): Prediction {
  const {table} = compete(draft, networks)
  const pairs = table.weigh(second).slice()
  table.doubt()
  return {pairs, nones: table.weighDoubt(third).slice()}
}

const train = (drafts: readonly Draft[]): Network[] =>
  SEEDS.map((seed) => trainNetwork(drafts, FEATURES.length, SETTINGS, seed))

/** Thresholds are chosen on predictions for drafts that were not learned from: each block in turn, and `unlearned`. */
export function fitModel(drafts: readonly Draft[], unlearned: readonly Draft[] = []): Model {
  // what follows is fitted on drafts as networks see them that have not learned from them
  const blocks = [...new Set(drafts.map(({drawn}) => drawn.block))]
  const unseen = blocks.flatMap((block) => {
    const networks = train(drafts.filter(({drawn}) => drawn.block !== block))
    return drafts
      .filter(({drawn}) => drawn.block === block)
      .map((draft) => ({draft, networks, rows: compete(draft, networks).rows.slice()}))
  })
  const second = fitLogistic(
    unseen.flatMap(({draft, rows}) =>
      rowsOf(rows, SECOND.length).flatMap((features, at) => {
        const label = strengthOf(draft.drawn, draft.pairs, at)
        return label === 0.5 ? [] : [{features, label, weight: 1}]
      }),
    ),
    SECOND.length,
    PENALTY,
  )
  const judged = unseen.map(({draft, networks}) => {
    const {table} = compete(draft, networks)
    const pairs = table.weigh(second).slice()
    return {draft, pairs, doubts: table.doubt().slice()}
  })
  const third = fitLogistic(
    judged.flatMap(({draft, doubts}) =>
      rowsOf(doubts, THIRD.length).flatMap((features, problem) => {
        const answered = draft.drawn.answered[problem]
        return answered === 'weak' ? [] : [{features, label: answered === 'none' ? 1 : 0, weight: 1}]
      }),
    ),
    THIRD.length,
    PENALTY,
  )
  const networks = train(drafts)
  const usual = standard(drafts, FEATURES.length).mean
  const predicted: {draft: Draft; prediction: Prediction}[] = judged.map(({draft, pairs, doubts}) => {
    const nones = rowsOf(doubts, THIRD.length).map((features) => chanceOf(third, features))
    return {draft, prediction: {pairs, nones: Float64Array.from(nones)}}
  })
  for (const draft of unlearned)
    predicted.push({draft, prediction: predict(draft, {networks, usual, second, third, link: 1, none: 1})})
  // over a wide range they hardly matter for F1: in its middle links too many and alarms too many are held in balance
  const links = (value: number) => predicted.map(({draft, prediction}) => count(draft, prediction, value, 0.5).links)
  const link = middleOf(nearlyBest((value) => f1(links(value)), NEARLY.link))
  const nones = (value: number) => predicted.map(({draft, prediction}) => count(draft, prediction, link, value).nones)
  // and an alarm that sounds certain is worse than a doubt too many
  const none = nearlyBest((value) => f1(nones(value)), NEARLY.none).at(-1) ?? 0.5
  return {networks, usual, second, third, link, none}
}

/** Thresholds that are tried, from the lowest. */
const TRIED = Array.from({length: 40}, (_, k) => 0.1 + k * 0.02)
/** How much less a threshold may reach to count as nearly the best. */
const NEARLY = {link: 0.005, none: 0.01}

/** The thresholds that are nearly the best, on the average of their neighbours: within a plateau rather than at its edge. */
function nearlyBest(measure: (threshold: number) => number, nearly: number): number[] {
  const values = TRIED.map(measure)
  const around = [-2, -1, 0, 1, 2]
  const smooth = values.map((_, k) => around.reduce((sum, step) => sum + (values[k + step] ?? 0), 0) / around.length)
  const least = Math.max(...smooth) - nearly
  return TRIED.filter((_, k) => (smooth[k] as number) >= least)
}

const middleOf = (values: readonly number[]): number => values[values.length >> 1] as number

export interface Tally {
  hit: number
  miss: number
  wrong: number
}

export function count(
  draft: Draft,
  {pairs, nones}: Prediction,
  link: number,
  none: number,
): {links: Tally; nones: Tally} {
  const links = {hit: 0, miss: 0, wrong: 0}
  const unanswered = {hit: 0, miss: 0, wrong: 0}
  const linked = new Set<number>()
  draft.pairs.problemOf.forEach((problem, at) => {
    const strength = strengthOf(draft.drawn, draft.pairs, at)
    const found = (pairs[at] as number) >= link
    if (found) linked.add(problem)
    if (strength === 1) links[found ? 'hit' : 'miss']++
    else if (strength === 0 && found) links.wrong++
  })
  draft.drawn.answered.forEach((answered, problem) => {
    const found = !linked.has(problem) && (nones[problem] as number) >= none
    if (answered === 'none') unanswered[found ? 'hit' : 'miss']++
    else if (answered === 'full' && found) unanswered.wrong++
  })
  return {links, nones: unanswered}
}

export function f1(tallies: readonly Tally[]): number {
  const sum = (key: keyof Tally): number => tallies.reduce((total, tally) => total + tally[key], 0)
  return (2 * sum('hit')) / (2 * sum('hit') + sum('miss') + sum('wrong') || 1)
}

export interface Result {
  readonly draft: Draft
  readonly model: Model
  readonly prediction: Prediction
  readonly links: Tally
  readonly nones: Tally
}

/** Leaves out each block in turn; returns what was found in the drafts of all blocks. `more` is learned from throughout. */
export function leaveOut(drafts: readonly Draft[], more: readonly Draft[] = []): Result[] {
  return [...new Set(drafts.map(({drawn}) => drawn.block))].flatMap((block) => {
    const model = fitModel([...drafts.filter(({drawn}) => drawn.block !== block), ...more])
    return drafts
      .filter(({drawn}) => drawn.block === block)
      .map((draft) => {
        const prediction = predict(draft, model)
        return {draft, model, prediction, ...count(draft, prediction, model.link, model.none)}
      })
  })
}

export function report(results: readonly Result[]): string {
  const groups: [string, (block: string) => boolean][] = [
    ['natural', (block) => !isHard(block)],
    ['hard', isHard],
    ...['A', 'B', 'C', 'D'].map((name): [string, (block: string) => boolean] => [name, (block) => block === name]),
  ]
  return groups
    .map(([name, holds]) => {
      const chosen = results.filter(({draft}) => holds(draft.drawn.block))
      return `${name} ${f1(chosen.map((r) => r.links)).toFixed(3)}/${f1(chosen.map((r) => r.nones)).toFixed(3)}`
    })
    .join('  ')
}

function write({networks, usual, second, third, link, none}: Model): void {
  const round = (values: Iterable<number>): string =>
    `[${Array.from(values, (value) => Number(value.toPrecision(5))).join(', ')}]`
  const network = ({weights, nothing}: Network): string =>
    `  {\n    weights: ${round(weights)},\n` +
    `    nothing: {measure: ${nothing.measure.toFixed(4)}, problem: ${nothing.problem.toFixed(4)}},\n  },\n`
  writeFileSync(
    join(import.meta.dirname, '../../src/report/correspondence/data/weights.ts'),
    `// Generated by scripts/correspondence/fit.ts.\nimport type {Network} from '../network.ts'\n\n` +
      `/** What the features of a pair (see FEATURES) add to its score. */\nexport const networks: readonly Network[] = [\n${networks.map(network).join('')}]\n\n` +
      `/** Each feature as it mostly is. */\nexport const USUAL: readonly number[] = ${round(usual)}\n\n` +
      `/** How score, competition and order (SECOND) make a probability. */\nexport const second = {weights: ${round(second.weights)}, bias: ${second.bias.toFixed(4)}}\n\n` +
      `/** How the probabilities of its pairs (THIRD) make a problem unanswered. */\nexport const third = {weights: ${round(third.weights)}, bias: ${third.bias.toFixed(4)}}\n\n` +
      `export const thresholds = {link: ${link.toFixed(2)}, none: ${none.toFixed(2)}}\n`,
  )
}

/** The figures on left-out writers as `docs/quality.md` shows them. */
function honestTable(figures: string): string {
  const rows = figures.split('  ').map((group) => `| ${group.replace(/ |\//g, ' | ')} |`)
  return [
    'Items as annotated; networks, regressions and thresholds fitted on the other three blocks. Another order of training moves a figure by some 0.02.',
    '',
    '| left-out writers | link F1 | problem-without-plan F1 |',
    '| --- | ---: | ---: |',
    ...rows,
    '',
  ].join('\n')
}

if (process.argv[1] === import.meta.filename) {
  const [folder, ...rest] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
  if (!folder) throw new Error('usage: fit.ts <annotated folder> [more folders] [--write]')
  const drafts = readCases(folder).map(draftOf)
  const others = rest.flatMap((other) => readCases(other).map(draftOf))
  const more = others.filter(({drawn}) => drawn.name < MEASURES)
  const figures = report(leaveOut(drafts, more))
  console.log(`left-out writers, link F1/problem-without-plan F1: ${figures}`)
  if (process.argv.includes('--write')) {
    write(
      fitModel(
        [...drafts, ...more],
        others.filter(({drawn}) => drawn.name >= MEASURES),
      ),
    )
    writeFileSync(join(import.meta.dirname, 'leave-one-out.md'), honestTable(figures))
  }
}
