import {Compared, type ItemMemory} from './item-memory.ts'
import {gramsOf} from './kernel/items.ts'
import {Places} from './kernel/nearest.ts'
import {PairTable} from './kernel/pairs.ts'
import type {Profile} from './profile.ts'

/** The evidence that is weighed, in the order of a cell's features. */
export const FEATURES = [
  // common words
  'words',
  'words of the problem',
  'rarest word',
  'head in measure',
  'head in head',
  // place
  'under it',
  'under another',
  'distance',
  'same place',
  'named by number',
  // nearness of meaning
  'concepts',
  'moves',
  'strongest move',
  'concepts besides',
  'moves besides',
  'phrases',
  'one phrase only',
  'phrase length',
  'figures',
  // what sort of measure it is
  'general',
  'empty',
  'length',
  'phrase in general task',
  // what kind of draft it is
  'words in wordy draft',
  'concepts in wordy draft',
  // against the best rival of the row and of the column
  'besides in row',
  'besides in column',
  'meaning in row',
  'meaning in column',
  'words in row',
  'words in column',
] as const

/** All pairs of a draft, or, when these are many, for each item those that could matter, with the evidence that is weighed. */
export function compare(problems: readonly Profile[], measures: readonly Profile[], memory?: ItemMemory): PairTable {
  const width = measures.length
  const all = problems.length * width
  const chosen = all > ALL ? candidates(problems, measures) : undefined
  const count = chosen?.length ?? all
  const problemOf = new Int32Array(count)
  const measureOf = new Int32Array(count)
  const isLaidOut = new Uint8Array(count)
  for (let pair = 0; pair < count; pair++) {
    const key = chosen ? (chosen[pair] as number) : pair
    const measure = key % width
    problemOf[pair] = (key - measure) / width
    measureOf[pair] = measure
    isLaidOut[pair] = measures[measure]?.party.under === undefined ? 0 : 1
  }
  const table = new PairTable({problemOf, measureOf, isLaidOut}, problems.length, width)
  for (let pair = 0; pair < count; pair++) {
    const problem = problemOf[pair] as number
    const measure = measureOf[pair] as number
    const {content} = problems[problem] as Profile
    const other = (measures[measure] as Profile).content
    const at = pair * FEATURES.length
    const row = memory?.compared?.rowOf(content, other)
    if (row) table.features.set(row, at)
    else table.compare(pair, content.item, other.item)
    placePair(table.features, at, problems, measures, problem, measure)
  }
  if (memory) memory.compared = new Compared(table, problems, measures)
  table.compareRivals()
  return table
}

/** Up to this many pairs all are compared. */
const ALL = 1600

/** Pairs as problem × number of measures + measure, ascending. */
function candidates(problems: readonly Profile[], measures: readonly Profile[]): Float64Array {
  const chosen = new Set<number>()
  const width = measures.length
  const near = nearProblems(problems)
  const places = new Places(problems.map(({content}) => content.item))
  measures.forEach((m, index) => {
    for (const p of places.nearest(m.content.item, near(m))) chosen.add(p * width + index)
    if (m.party.under !== undefined) chosen.add(m.party.under * width + index)
    for (const p of m.content.refersTo) if (p >= 0 && p < problems.length) chosen.add(p * width + index)
    if (index < problems.length) chosen.add(index * width + index)
  })
  return Float64Array.from(chosen).sort()
}

/** Among so many problems a measure is held against each. */
const FEW = 200
/** Among more, against so many that share a rare word with it. */
const MOST = 60

function nearProblems(problems: readonly Profile[]): (measure: Profile) => Int32Array {
  const all = Int32Array.from(problems, (_, index) => index)
  if (problems.length <= FEW) return () => all
  const byGram = new Map<number, number[]>()
  problems.forEach(({content}, index) => {
    for (const code of gramsOf(content.item).codes) {
      const places = byGram.get(code)
      if (!places) byGram.set(code, [index])
      else if (places.length < MOST) places.push(index)
    }
  })
  return ({content}) => {
    const found = new Set<number>()
    // the rarest words first
    const lists = Array.from(gramsOf(content.item).codes, (code) => byGram.get(code) ?? []).sort(
      (a, b) => a.length - b.length,
    )
    for (const list of lists) {
      for (const index of list) found.add(index)
      if (found.size >= MOST) break
    }
    return Int32Array.from(found)
  }
}

/** Fills the features of a pair that its place in the draft tells, and what else its words don't. */
function placePair(
  features: Float64Array,
  at: number,
  problems: readonly Profile[],
  measures: readonly Profile[],
  problem: number,
  measure: number,
): void {
  const {figures} = (problems[problem] as Profile).content
  const {content, party} = measures[measure] as Profile
  const {under} = party
  // in the order of FEATURES
  features.fill(0, at + 5, at + 10)
  if (under === problem) features[at + 5] = 1
  else if (under !== undefined) features[at + 6] = 1
  else {
    const last = Math.max(1, problems.length - 1)
    features[at + 7] = Math.abs(problem / last - measure / Math.max(1, measures.length - 1))
    features[at + 8] = problem === measure ? 1 : 0
  }
  if (content.refersTo.length) features[at + 9] = content.refersTo.includes(problem) ? 1 : -1
  features[at + 18] =
    figures.length && content.figures.length
      ? Math.min(2, figures.filter((figure) => content.figures.includes(figure)).length)
      : 0
}
