/**
 * Fits the weights by which `src/language/leaning.ts` tells sentences about faults from sentences about measures:
 *   npx tsx scripts/leaning/fit.ts
 * The prose: both sides of the written pairs and the items of the annotated drafts, whole sentences and, with half their weight,
 * the parts between their commas, which are judged too. Only weights of short runs are kept.
 */
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {leaningGrams} from '../../src/language/leaning.ts'
import {readPairs} from '../correspondence/pairs.ts'
import {type MarkedItem, readAnnotated} from '../eval/annotated.ts'

const KEPT = 4000
const LEAST = 6
const ROUNDS = 25
const STEP = 0.1

interface Sentence {
  readonly grams: readonly string[]
  /** 0 where it tells a fault, 1 where it tells what is done about one. */
  readonly goal: number
  readonly amount: number
}

/** What neither tells faults nor what is done about them reads a little more like the latter. */
const NEUTRAL = 0.6

const SHORTEST = 5
const piecesOf = (text: string, pieces: RegExp): string[] =>
  [...text.matchAll(pieces)].map(([words]) => words.trim()).filter((words) => words.length >= SHORTEST)
const sentencesOf = (text: string): string[] => piecesOf(text, /[^。；！？]+[。；！？]?/g)
const clausesOf = (text: string): string[] => piecesOf(text, /[^，。；！？]+[，。；！？]?/g)

/** Words with how much each counts: a clause half, unless it is a whole sentence somewhere. */
class Words {
  readonly amounts = new Map<string, number>()

  add(sentence: string): void {
    this.amounts.set(sentence, 1)
    for (const clause of clausesOf(sentence)) this.amounts.set(clause, this.amounts.get(clause) ?? 0.5)
  }
}

function corpus(): Sentence[] {
  const faults = new Words()
  const measures = new Words()
  const others = new Words()
  for (const {problem, measure} of readPairs()) {
    faults.add(problem)
    measures.add(measure)
  }
  const plain = ({text}: MarkedItem): string => text.replaceAll('*', '')
  for (const draft of [...readAnnotated(), ...readAnnotated('fixtures/held-out')]) {
    for (const item of draft.problems) for (const words of sentencesOf(plain(item))) faults.add(words)
    for (const item of draft.measures) for (const words of sentencesOf(plain(item))) measures.add(words)
    draft.sections.forEach(({role, start}, index) => {
      if (role !== 'work' && role !== 'lead') return
      const end = draft.sections[index + 1]?.start ?? draft.text.length
      const items = [...draft.problems, ...draft.measures]
      if (items.some((item) => item.start < end && item.end > start)) return
      for (const words of sentencesOf(draft.text.slice(start, end).replaceAll('*', ''))) others.add(words)
    })
  }
  const as =
    (goal: number) =>
    ([words, amount]: [string, number]): Sentence => ({grams: [...leaningGrams(words)], goal, amount})
  return [
    ...[...faults.amounts].map(as(0)),
    ...[...measures.amounts].map(as(1)),
    ...[...others.amounts].map(as(NEUTRAL)),
  ]
}

/** The runs whose log odds tell most, in view of how often they stand. */
function telling(sentences: readonly Sentence[]): string[] {
  const counts = new Map<string, [number, number]>()
  const totals: [number, number] = [0, 0]
  for (const {grams, goal} of sentences) {
    if (goal === NEUTRAL) continue
    totals[goal as 0 | 1]++
    for (const gram of grams) {
      const count = counts.get(gram) ?? [0, 0]
      count[goal as 0 | 1]++
      counts.set(gram, count)
    }
  }
  const odds = ([faults, measures]: readonly [number, number]): number =>
    Math.log((measures + 0.7) / (totals[1] + 1.4)) - Math.log((faults + 0.7) / (totals[0] + 1.4))
  return [...counts]
    .filter(([gram, [faults, measures]]) => faults + measures >= LEAST && !/[\s'\\|]/.test(gram))
    .map(([gram, count]) => ({gram, value: Math.abs(odds(count)) * Math.sqrt(count[0] + count[1])}))
    .sort((a, b) => b.value - a.value || (a.gram < b.gram ? -1 : 1))
    .slice(0, KEPT)
    .map(({gram}) => gram)
}

/** A seeded sequence of numbers from 0 to 1 (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32
  }
}

function fitWeights(
  sentences: readonly Sentence[],
  kept: readonly string[],
): {weights: Map<string, number>; bias: number} {
  const weights = new Map(kept.map((gram) => [gram, 0]))
  const lines = sentences.map(
    ({grams, goal, amount}): Sentence => ({grams: grams.filter((gram) => weights.has(gram)), goal, amount}),
  )
  const random = numbers(1)
  let bias = 0
  for (let round = 0; round < ROUNDS; round++) {
    const rate = 0.1 / (1 + round * 0.3)
    for (let at = lines.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1))
      ;[lines[at], lines[other]] = [lines[other] as Sentence, lines[at] as Sentence]
    }
    for (const {grams, goal, amount} of lines) {
      const score = grams.reduce((sum, gram) => sum + (weights.get(gram) as number), bias)
      const error = amount * (goal - 1 / (1 + Math.exp(-score)))
      for (const gram of grams) {
        const weight = weights.get(gram) as number
        weights.set(gram, weight + rate * (error - 0.002 * weight))
      }
      bias += rate * error
    }
  }
  return {weights, bias}
}

const sentences = corpus()
const {weights, bias} = fitWeights(sentences, telling(sentences))
const levels = new Map<number, string[]>()
for (const [gram, weight] of weights) {
  const level = Math.round(weight / STEP)
  if (level !== 0) levels.set(level, [...(levels.get(level) ?? []), gram])
}
const folder = join(import.meta.dirname, '../../src/language/data')
mkdirSync(folder, {recursive: true})
const rows = [...levels].sort((a, b) => a[0] - b[0]).map(([level, grams]) => `${level} ${grams.sort().join(' ')}`)
writeFileSync(
  join(folder, 'leaning.ts'),
  `// Generated by scripts/leaning/fit.ts from ${sentences.length} sentences and clauses; weights only.\n` +
    `import {copyText} from '../codec.ts'\n\n` +
    `export const BIAS = ${bias.toFixed(3)}\nexport const STEP = ${STEP}\n\n` +
    `/** Bytes of the table, as UTF-16. */\nexport const SIZE = ${rows.join('|').length * 2}\n\n` +
    '/** Runs of characters behind their weight in steps; digits stand as 0, the beginning of a sentence as ^. */\n' +
    `export const table = (into: Uint8Array): number =>\n  copyText(\n    '${rows.join('|')}',\n    into,\n  )\n`,
)
const judged = sentences.filter(({goal}) => goal !== NEUTRAL)
const correct = judged.filter(
  ({grams, goal}) => grams.reduce((sum, gram) => sum + (weights.get(gram) ?? 0), bias) > 0 === (goal === 1),
)
console.log(`${((100 * correct.length) / judged.length).toFixed(1)} % of ${judged.length} sentences and clauses`)
