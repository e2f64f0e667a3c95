import {gramsOf, placeOf} from './kernel/items.ts'
import type {Pair} from './kernel/kernel.ts'
import {comparePair} from './kernel/pairs.ts'
import type {Profile} from './profile.ts'

/** A pair with the evidence that is weighed. */
export interface Cell extends Pair {
  readonly features: Float64Array
}

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

const RIVALS = FEATURES.indexOf('besides in row')
const WORDY = FEATURES.indexOf('words in wordy draft')

/** All pairs of a draft, or, when these are many, for each item those that could matter. */
export function compare(problems: readonly Profile[], measures: readonly Profile[]): Cell[] {
  const cells: Cell[] = []
  if (problems.length * measures.length <= ALL) {
    for (let p = 0; p < problems.length; p++)
      for (let m = 0; m < measures.length; m++) cells.push(cellOf(problems, measures, p, m))
  } else for (const [p, m] of candidates(problems, measures)) cells.push(cellOf(problems, measures, p, m))
  addDraft(cells, measures.length)
  addRivals(cells, problems.length, measures.length)
  return cells
}

/** Up to this many pairs all are compared. */
const ALL = 1600
/** Beyond, so many for each measure and for each problem. */
const NEAREST = 12

function candidates(problems: readonly Profile[], measures: readonly Profile[]): [number, number][] {
  const chosen = new Set<number>()
  const width = measures.length
  const near = nearProblems(problems)
  const places = problems.map(({content}) => placeOf(content.item))
  measures.forEach((m, index) => {
    const own = placeOf(m.content.item)
    const column = near(m).map((p): [number, number] => [Math.fround(cosineOf(places[p] as Place, own)), p])
    column.sort((a, b) => b[0] - a[0] || a[1] - b[1])
    for (const [, p] of column.slice(0, NEAREST)) chosen.add(p * width + index)
    if (m.party.under !== undefined) chosen.add(m.party.under * width + index)
    for (const p of m.content.refersTo) if (p >= 0 && p < problems.length) chosen.add(p * width + index)
    if (index < problems.length) chosen.add(index * width + index)
  })
  return [...chosen].sort((a, b) => a - b).map((key) => [Math.floor(key / width), key % width])
}

type Place = ReturnType<typeof placeOf>

function cosineOf({place: a, length}: Place, {place: b, length: other}: Place): number {
  if (length === 0 || other === 0) return 0
  let sum = 0
  for (let axis = 0; axis < a.length; axis++) sum += (a[axis] as number) * (b[axis] as number)
  return sum / (length * other)
}

/** Among so many problems a measure is held against each. */
const FEW = 200
/** Among more, against so many that share a rare word with it. */
const MOST = 60

function nearProblems(problems: readonly Profile[]): (measure: Profile) => readonly number[] {
  const all = problems.map((_, index) => index)
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
    return [...found]
  }
}

function cellOf(problems: readonly Profile[], measures: readonly Profile[], problem: number, measure: number): Cell {
  const p = (problems[problem] as Profile).content
  const {content: m, party} = measures[measure] as Profile
  const {under} = party
  const free = under === undefined
  const features = new Float64Array(FEATURES.length)
  features.set(comparePair(p.item, m.item))
  // in the order of FEATURES; what compares with the rest of the draft follows later
  features[5] = under === problem ? 1 : 0
  features[6] = !free && under !== problem ? 1 : 0
  features[7] = free
    ? Math.abs(problem / Math.max(1, problems.length - 1) - measure / Math.max(1, measures.length - 1))
    : 0
  features[8] = free && problem === measure ? 1 : 0
  features[9] = m.refersTo.length ? (m.refersTo.includes(problem) ? 1 : -1) : 0
  features[18] = Math.min(2, p.figures.filter((figure) => m.figures.includes(figure)).length)
  return {problem, measure, isLaidOut: !free, features}
}

const CONCEPTS = FEATURES.indexOf('concepts')
const MOVES = FEATURES.indexOf('moves')
const BESIDES = FEATURES.indexOf('concepts besides')
const MOVES_BESIDES = FEATURES.indexOf('moves besides')

/** Some writers answer in the words of the problem, some in others: how far a common word counts depends on that. */
function addDraft(cells: readonly Cell[], measures: number): void {
  const best = new Float64Array(measures)
  for (const {measure, features} of cells) best[measure] = Math.max(best[measure] as number, features[0] as number)
  const wordy = best.reduce((sum, value) => sum + value, 0) / (measures || 1)
  for (const {features} of cells) {
    features[WORDY] = (features[0] as number) * wordy
    features[WORDY + 1] = (features[CONCEPTS] as number) * wordy
  }
}

/** How much of a move weighs as much as nearness of concepts. */
const MOVE_SHARE = 0.7

function addRivals(cells: readonly Cell[], problems: number, measures: number): void {
  const sights = [
    ({features}: Cell): number => (features[BESIDES] as number) + MOVE_SHARE * (features[MOVES_BESIDES] as number),
    ({features}: Cell): number => (features[CONCEPTS] as number) + MOVE_SHARE * (features[MOVES] as number),
    ({features}: Cell): number => features[0] as number,
  ]
  sights.forEach((sight, index) => {
    const rows = bestTwo(cells, problems, sight, ({problem}) => problem)
    const columns = bestTwo(cells, measures, sight, ({measure}) => measure)
    for (const cell of cells) {
      const value = sight(cell)
      cell.features[RIVALS + index * 2] = value - rival(rows, cell.problem, value)
      cell.features[RIVALS + index * 2 + 1] = value - rival(columns, cell.measure, value)
    }
  })
}

/** The two highest values of each row, one after the other; none counts as 0. */
function bestTwo(
  cells: readonly Cell[],
  count: number,
  sight: (cell: Cell) => number,
  lineOf: (cell: Cell) => number,
): Float64Array {
  const best = new Float64Array(count * 2)
  for (const cell of cells) {
    const line = lineOf(cell) * 2
    const value = sight(cell)
    if (value > (best[line] as number)) {
      best[line + 1] = best[line] as number
      best[line] = value
    } else if (value > (best[line + 1] as number)) best[line + 1] = value
  }
  return best
}

/** The best value of a line besides this one. */
const rival = (best: Float64Array, line: number, value: number): number =>
  (value === best[line * 2] ? best[line * 2 + 1] : best[line * 2]) as number
