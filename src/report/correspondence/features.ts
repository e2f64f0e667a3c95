import {type Memory, MOST_PLACES} from './memory.ts'
import {cosine, cosineOfPlaces, type GramPlaces, type Overlap, overlap, type Remainder, remainder} from './overlap.ts'
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

/** Where single grams stand, for drafts without a memory of their own: they don't depend on the draft. */
const shared: GramPlaces = new Map()

function sharedPlaces(): GramPlaces {
  if (shared.size > MOST_PLACES) shared.clear()
  return shared
}

/** All pairs of a draft, or, when these are many, for each item those that could matter. */
export function compare(problems: readonly Profile[], measures: readonly Profile[], memory?: Memory): Cell[] {
  const known = memory?.places ?? sharedPlaces()
  const sides = {problems, measures, pairOf: pairsWith(memory, known)}
  const cells = candidates(problems, measures).map(([problem, measure]) => cellOf(sides, problem, measure))
  addDraft(cells, measures.length)
  addRivals(cells, problems.length, measures.length)
  return cells
}

/** Up to this many pairs all are compared. */
const ALL = 1600
/** Beyond, so many for each measure and for each problem. */
const NEAREST = 12

function candidates(problems: readonly Profile[], measures: readonly Profile[]): [number, number][] {
  const pairs: [number, number][] = []
  if (problems.length * measures.length <= ALL) {
    for (let p = 0; p < problems.length; p++) for (let m = 0; m < measures.length; m++) pairs.push([p, m])
    return pairs
  }
  const chosen = new Set<number>()
  const width = measures.length
  const near = nearProblems(problems)
  measures.forEach((m, index) => {
    const column = near(m).map((p): [number, number] => {
      const {place, length} = problems[p] as Profile
      return [Math.fround(cosineOfPlaces(place, length, m.place, m.length)), p]
    })
    column.sort((a, b) => b[0] - a[0] || a[1] - b[1])
    for (const [, p] of column.slice(0, NEAREST)) chosen.add(p * width + index)
    if (m.party.under !== undefined) chosen.add(m.party.under * width + index)
    for (const p of m.refersTo) if (p >= 0 && p < problems.length) chosen.add(p * width + index)
    if (index < problems.length) chosen.add(index * width + index)
  })
  return [...chosen].sort((a, b) => a - b).map((key) => [Math.floor(key / width), key % width])
}

/** Among so many problems a measure is held against each; among more, against so many that share a rare word with it. */
const MOST = 200

function nearProblems(problems: readonly Profile[]): (measure: Profile) => readonly number[] {
  const all = problems.map((_, index) => index)
  if (problems.length <= MOST) return () => all
  const byGram = new Map<number, number[]>()
  problems.forEach(({grams}, index) => {
    for (const code of grams.codes) {
      const places = byGram.get(code)
      if (!places) byGram.set(code, [index])
      else if (places.length < MOST) places.push(index)
    }
  })
  return ({grams}) => {
    const found = new Set<number>()
    // the rarest words first
    const lists = Array.from(grams.codes, (code) => byGram.get(code) ?? []).sort((a, b) => a.length - b.length)
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
  readonly head: Overlap
  readonly heads: Overlap
  readonly rest: Remainder
  readonly concepts: number
  readonly moves: number
  readonly strongest: number
  readonly figures: number
}

function pairsWith(memory: Memory | undefined, known: GramPlaces): Sides['pairOf'] {
  const make = (p: Content, m: Content): Pair => ({
    common: overlap(p.grams, m.grams),
    head: overlap(p.headGrams, m.grams),
    heads: overlap(p.headGrams, m.headGrams),
    rest: remainder(p, m, known),
    concepts: cosineOfPlaces(p.place, p.length, m.place, m.length),
    moves: cosine(p.kinds, m.kinds),
    strongest: strongest(p.kinds, m.kinds),
    figures: p.figures.filter((figure) => m.figures.includes(figure)).length,
  })
  return memory ? (p, m) => memory.pair(p, m, () => make(p, m)) : make
}

function cellOf({problems, measures, pairOf}: Sides, problem: number, measure: number): Cell {
  const p = problems[problem] as Profile
  const m = measures[measure] as Profile
  const {common, head, heads, rest, concepts, moves, strongest, figures} = pairOf(p.content, m.content)
  const under = m.party.under
  const free = under === undefined
  const distance = Math.abs(problem / Math.max(1, problems.length - 1) - measure / Math.max(1, measures.length - 1))
  const general = Math.log1p(m.general)
  const features = new Float64Array(FEATURES.length)
  // in the order of FEATURES; what compares with the rest of the draft follows later
  features.set([
    Math.sqrt(common.squares / Math.sqrt(p.norm * m.norm || 1)),
    common.sum / (p.mass + 20),
    Math.log1p(common.largest),
    Math.sqrt(head.squares / Math.sqrt(p.headNorm * m.norm || 1)),
    Math.sqrt(heads.squares / Math.sqrt(p.headNorm * m.headNorm || 1)),
    under === problem ? 1 : 0,
    !free && under !== problem ? 1 : 0,
    free ? distance : 0,
    free && problem === measure ? 1 : 0,
    m.refersTo.length ? (m.refersTo.includes(problem) ? 1 : -1) : 0,
    concepts,
    moves,
    strongest,
    rest.concepts,
    rest.moves,
    Math.min(4, rest.phrases.length),
    rest.phrases.length === 1 ? 1 : 0,
    Math.log1p(rest.phrases.reduce((sum, phrase) => sum + phrase.length, 0)),
    Math.min(2, figures),
    general,
    Math.log1p(m.empty),
    Math.log1p(m.words.length),
    Math.min(4, rest.phrases.length) * general,
  ])
  return {problem, measure, features, rest}
}

/** The kind that both show most clearly. */
function strongest(a: Float32Array, b: Float32Array): number {
  let best = 0
  for (let kind = 0; kind < a.length; kind++) best = Math.max(best, Math.min(a[kind] as number, b[kind] as number))
  return best
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
