import type {ItemMemory} from './item-memory.ts'
import {compareKinds, cosineOfPlaces, type Overlap, overlap, type Remainder} from './overlap.ts'
import type {Content, Profile} from './profile.ts'

/** A problem and a measure that are compared. */
export interface Cell {
  readonly problem: number
  readonly measure: number
  readonly features: Float64Array
  readonly rest: Remainder
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
export function compare(problems: readonly Profile[], measures: readonly Profile[], memory?: ItemMemory): Cell[] {
  const sides = {problems, measures, pairOf: pairsWith(memory)}
  const cells: Cell[] = []
  if (problems.length * measures.length <= ALL) {
    for (let p = 0; p < problems.length; p++) for (let m = 0; m < measures.length; m++) cells.push(cellOf(sides, p, m))
  } else for (const [p, m] of candidates(problems, measures)) cells.push(cellOf(sides, p, m))
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
  measures.forEach((m, index) => {
    const column = near(m).map((p): [number, number] => {
      const {place, length} = (problems[p] as Profile).content
      return [Math.fround(cosineOfPlaces(place, length, m.content.place, m.content.length)), p]
    })
    column.sort((a, b) => b[0] - a[0] || a[1] - b[1])
    for (const [, p] of column.slice(0, NEAREST)) chosen.add(p * width + index)
    if (m.party.under !== undefined) chosen.add(m.party.under * width + index)
    for (const p of m.content.refersTo) if (p >= 0 && p < problems.length) chosen.add(p * width + index)
    if (index < problems.length) chosen.add(index * width + index)
  })
  return [...chosen].sort((a, b) => a - b).map((key) => [Math.floor(key / width), key % width])
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
    for (const code of content.grams.codes) {
      const places = byGram.get(code)
      if (!places) byGram.set(code, [index])
      else if (places.length < MOST) places.push(index)
    }
  })
  return ({content}) => {
    const found = new Set<number>()
    // the rarest words first
    const lists = Array.from(content.grams.codes, (code) => byGram.get(code) ?? []).sort((a, b) => a.length - b.length)
    for (const list of lists) {
      for (const index of list) found.add(index)
      if (found.size >= MOST) break
    }
    return [...found]
  }
}

interface Sides {
  readonly problems: readonly Profile[]
  readonly measures: readonly Profile[]
  readonly pairOf: (problem: Content, measure: Content) => Pair
}

/** What the words of two items have in common, wherever the items stand. */
interface Pair {
  readonly common: Overlap
  readonly concepts: number
  readonly moves: number
  readonly strongest: number
  readonly figures: number
}

function pairsWith(memory: ItemMemory | undefined): Sides['pairOf'] {
  const make = (p: Content, m: Content): Pair => {
    const concepts = cosineOfPlaces(p.place, p.length, m.place, m.length)
    const {moves, strongest} = compareKinds(p.kinds, m.kinds)
    return {
      common: overlap(p, m, concepts, moves),
      concepts,
      moves,
      strongest,
      figures: p.figures.filter((figure) => m.figures.includes(figure)).length,
    }
  }
  return memory ? (p, m) => memory.pair(p, m, () => make(p, m)) : make
}

function cellOf({problems, measures, pairOf}: Sides, problem: number, measure: number): Cell {
  const p = (problems[problem] as Profile).content
  const {content: m, party} = measures[measure] as Profile
  const {common, concepts, moves, strongest, figures} = pairOf(p, m)
  const {rest} = common
  const under = party.under
  const free = under === undefined
  const distance = Math.abs(problem / Math.max(1, problems.length - 1) - measure / Math.max(1, measures.length - 1))
  const general = Math.log1p(m.general)
  const phrases = Math.min(4, rest.phrases.length)
  const features = new Float64Array(FEATURES.length)
  // in the order of FEATURES; what compares with the rest of the draft follows later
  features[0] = Math.sqrt(common.squares / Math.sqrt(p.norm * m.norm || 1))
  features[1] = common.sum / (p.mass + 20)
  features[2] = Math.log1p(common.largest)
  features[3] = Math.sqrt(common.headSquares / Math.sqrt(p.headNorm * m.norm || 1))
  features[4] = Math.sqrt(common.headsSquares / Math.sqrt(p.headNorm * m.headNorm || 1))
  features[5] = under === problem ? 1 : 0
  features[6] = !free && under !== problem ? 1 : 0
  features[7] = free ? distance : 0
  features[8] = free && problem === measure ? 1 : 0
  features[9] = m.refersTo.length ? (m.refersTo.includes(problem) ? 1 : -1) : 0
  features[10] = concepts
  features[11] = moves
  features[12] = strongest
  features[13] = rest.concepts
  features[14] = rest.moves
  features[15] = phrases
  features[16] = rest.phrases.length === 1 ? 1 : 0
  features[17] = Math.log1p(rest.phrases.reduce((sum, phrase) => sum + phrase.length, 0))
  features[18] = Math.min(2, figures)
  features[19] = general
  features[20] = Math.log1p(m.empty)
  features[21] = Math.log1p(m.words.length)
  features[22] = phrases * general
  return {problem, measure, features, rest}
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
