/**
 * Fits the weights of correspondence on annotated drafts, and says how well it does on writers it has not seen.
 *   npx tsx scripts/correspondence/fit.ts <annotated folder> [--write]
 * Blocks of writers are left out one after the other; thresholds are chosen on the other blocks. `--write` fits on all
 * and writes `data/weights.ts`.
 */
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {type Cell, compare, FEATURES} from '../../src/report/correspondence/features.ts'
import {compete, SECOND} from '../../src/report/correspondence/matching.ts'
import {profileOf} from '../../src/report/correspondence/profile.ts'
import {type Case, isHard, readCases} from './drafts.ts'
import {fitListwise, type Lesson, type Line, type Scorer} from './listwise.ts'
import {type Fitted, fitLogistic, sigmoid} from './logistic.ts'

const PENALTY = 4
const SECOND_PENALTY = 2

export interface Draft extends Lesson {
  readonly drawn: Case
  readonly cells: readonly Cell[]
}

export interface Model {
  readonly scorer: Scorer
  readonly second: Fitted
  /** A pair counts as answered from here on; a problem counts as unanswered when all its pairs stay below `none`. */
  readonly link: number
  readonly none: number
}

export function draftOf(drawn: Case): Draft {
  const problems = drawn.problems.map((party) => profileOf(party, 'problem'))
  const measures = drawn.measures.map((party) => profileOf(party, 'measure'))
  const cells = compare(problems, measures)
  return {drawn, cells, features: cells.map((cell) => cell.features), lines: linesOf(drawn, cells)}
}

const strengthOf = (drawn: Case, cell: Cell): number => drawn.strength[cell.problem]?.[cell.measure] ?? 0

function linesOf(drawn: Case, cells: readonly Cell[]): Line[] {
  const line = (side: Line['side'], index: number): Line[] => {
    const all = cells.flatMap((cell, at) => ((side === 'measure' ? cell.measure : cell.problem) === index ? [at] : []))
    const strength = (at: number): number => strengthOf(drawn, cells[at] as Cell)
    const gold = all.filter((at) => strength(at) === 1)
    // only touched: neither answered nor unanswered, so no lesson
    if (!gold.length && all.some((at) => strength(at) === 0.5)) return []
    return [{cells: all.filter((at) => strength(at) !== 0.5), gold, side}]
  }
  return [...drawn.measures.flatMap((_, m) => line('measure', m)), ...drawn.problems.flatMap((_, p) => line('problem', p))]
}

function secondOf({drawn, cells, features}: Draft, {weights, nothing}: Scorer): Float64Array[] {
  const scores = Float64Array.from(features, (row) => row.reduce((sum, value, k) => sum + value * (weights[k] as number), 0))
  return compete(cells, scores, nothing, drawn.problems.length, drawn.measures.length)
}

const probabilities = (second: readonly Float64Array[], {weights, bias}: Fitted): number[] =>
  second.map((row) => sigmoid(row.reduce((sum, value, k) => sum + value * (weights[k] as number), bias)))

export const predict = (draft: Draft, model: Model): number[] => probabilities(secondOf(draft, model.scorer), model.second)

export function fitModel(drafts: readonly Draft[]): Model {
  const size = FEATURES.length
  // second features as they look on drafts that the first weights have not seen
  const blocks = [...new Set(drafts.map(({drawn}) => drawn.block))]
  const unseen = blocks.flatMap((block) => {
    const scorer = fitListwise(drafts.filter(({drawn}) => drawn.block !== block), size, PENALTY)
    return drafts.filter(({drawn}) => drawn.block === block).map((draft) => ({draft, second: secondOf(draft, scorer)}))
  })
  const examples = unseen.flatMap(({draft, second}) =>
    second.flatMap((features, at) => {
      const label = strengthOf(draft.drawn, draft.cells[at] as Cell)
      return label === 0.5 ? [] : [{features, label, weight: 1}]
    }),
  )
  const second = fitLogistic(examples, SECOND.length, SECOND_PENALTY)
  const judged = unseen.map(({draft, second: features}) => ({draft, p: probabilities(features, second)}))
  const best = (measure: (threshold: number) => number): number => {
    const tried = Array.from({length: 40}, (_, k) => 0.1 + k * 0.02)
    const values = tried.map(measure)
    // the middle of a plateau rather than its edge
    const smooth = values.map((_, k) => [-2, -1, 0, 1, 2].reduce((sum, step) => sum + (values[k + step] ?? 0), 0))
    return tried[smooth.indexOf(Math.max(...smooth))] as number
  }
  return {
    scorer: fitListwise(drafts, size, PENALTY),
    second,
    link: best((link) => f1(judged.map(({draft, p}) => count(draft, p, link, link).links))),
    none: best((none) => f1(judged.map(({draft, p}) => count(draft, p, none, none).nones))),
  }
}

export interface Tally {
  hit: number
  miss: number
  wrong: number
}

export function count(draft: Draft, p: readonly number[], link: number, none: number): {links: Tally; nones: Tally} {
  const links = {hit: 0, miss: 0, wrong: 0}
  const nones = {hit: 0, miss: 0, wrong: 0}
  const highest = draft.drawn.problems.map(() => 0)
  draft.cells.forEach((cell, at) => {
    const strength = strengthOf(draft.drawn, cell)
    const found = (p[at] as number) >= link
    highest[cell.problem] = Math.max(highest[cell.problem] as number, p[at] as number)
    if (strength === 1) found ? links.hit++ : links.miss++
    else if (strength === 0 && found) links.wrong++
  })
  draft.drawn.answered.forEach((answered, problem) => {
    const found = (highest[problem] as number) < Math.min(none, link)
    if (answered === 'none') found ? nones.hit++ : nones.miss++
    else if (answered === 'full' && found) nones.wrong++
  })
  return {links, nones}
}

export function f1(tallies: readonly Tally[]): number {
  const sum = (key: keyof Tally): number => tallies.reduce((total, tally) => total + tally[key], 0)
  return (2 * sum('hit')) / (2 * sum('hit') + sum('miss') + sum('wrong') || 1)
}

/** Leaves out each block in turn; returns what was found in the drafts of all blocks. */
export function leaveOut(drafts: readonly Draft[]): {draft: Draft; model: Model; p: number[]; links: Tally; nones: Tally}[] {
  return [...new Set(drafts.map(({drawn}) => drawn.block))].flatMap((block) => {
    const model = fitModel(drafts.filter(({drawn}) => drawn.block !== block))
    return drafts
      .filter(({drawn}) => drawn.block === block)
      .map((draft) => {
        const p = predict(draft, model)
        return {draft, model, p, ...count(draft, p, model.link, model.none)}
      })
  })
}

export function report(results: ReturnType<typeof leaveOut>): string {
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

function write({scorer, second, link, none}: Model): void {
  const list = (names: readonly string[], values: readonly number[]): string =>
    names.map((name, k) => `  [${`'${name}'`}, ${(values[k] as number).toFixed(4)}],\n`).join('')
  writeFileSync(
    join(import.meta.dirname, '../../src/report/correspondence/data/weights.ts'),
    `// Generated by scripts/correspondence/fit.ts.\n` +
      `/** What each kind of evidence adds to the score of a pair. */\n` +
      `export const firstWeights: readonly (readonly [string, number])[] = [\n${list(FEATURES, scorer.weights)}]\n\n` +
      `/** From what score on a measure answers something, and a problem has an answer. */\n` +
      `export const nothing = {measure: ${scorer.nothing.measure.toFixed(4)}, problem: ${scorer.nothing.problem.toFixed(4)}}\n\n` +
      `/** How the score, the competition and the order make a probability. */\n` +
      `export const secondWeights: readonly (readonly [string, number])[] = [\n${list(SECOND, second.weights)}]\n\n` +
      `export const secondBias = ${second.bias.toFixed(4)}\n\n` +
      `/** Answered from here on; unanswered when every pair of a problem stays below \`none\`. */\n` +
      `export const thresholds = {link: ${link.toFixed(2)}, none: ${Math.min(none, link).toFixed(2)}}\n`,
  )
}

if (process.argv[1] === import.meta.filename) {
  const folder = process.argv[2]
  if (!folder) throw new Error('usage: fit.ts <annotated folder> [--write]')
  const drafts = readCases(folder).map(draftOf)
  console.log(`left-out writers, link F1/problem-without-plan F1: ${report(leaveOut(drafts))}`)
  if (process.argv.includes('--write')) write(fitModel(drafts))
}
