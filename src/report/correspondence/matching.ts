import type {Cell} from './features.ts'

/** What a pair looks like when all pairs of the draft compete. */
export const SECOND = ['score', 'in a matching', 'in its row', 'in its column', 'neighbours', 'order'] as const

/** The scores at which a measure answers nothing and at which a problem has no answer. */
export interface Nothing {
  readonly measure: number
  readonly problem: number
}

const logit = (p: number): number => {
  const bounded = Math.min(0.999, Math.max(0.001, p))
  return Math.log(bounded / (1 - bounded))
}

/**
 * From a score for each pair to six features each: a measure mostly answers one problem, a problem mostly has one or two
 * answers, and two lists often run parallel.
 */
export function compete(
  cells: readonly Cell[],
  scores: Float64Array,
  nothing: Nothing,
  problems: number,
  measures: number,
): Float64Array[] {
  const shifted = scores.map((score) => score - (nothing.measure + nothing.problem) / 2)
  const matching = marginals(cells, shifted, problems, measures)
  const rows = shares(cells, scores, problems, nothing.problem, ({problem}) => problem)
  const columns = shares(cells, scores, measures, nothing.measure, ({measure}) => measure)
  const at = new Map(cells.map((cell, index) => [cell.problem * measures + cell.measure, index]))
  const likely = cells.flatMap((cell, index) =>
    (matching[index] as number) >= 0.15 ? [{...cell, share: matching[index] as number}] : [],
  )
  const orders = orderOf(cells, likely, problems, measures)
  return cells.map((cell, index) => {
    const {problem, measure} = cell
    let neighbours = 0
    let order = 0
    // where the layout itself pairs, order says nothing
    if (cell.features[5] === 0 && cell.features[6] === 0) {
      for (const step of [-1, 1]) {
        if (measure + step < 0 || measure + step >= measures) continue
        const neighbour = at.get((problem + step) * measures + measure + step)
        if (neighbour !== undefined) neighbours += matching[neighbour] as number
      }
      order = orders[index] as number
    }
    return Float64Array.of(
      shifted[index] as number,
      logit(matching[index] as number),
      logit(rows[index] as number),
      logit(columns[index] as number),
      neighbours,
      order,
    )
  })
}

interface Likely {
  readonly problem: number
  readonly measure: number
  readonly share: number
}

/** Sums over the first places of a line, each changed and read in logarithmic time (Fenwick). */
class PrefixSums {
  readonly #sums: Float64Array

  constructor(length: number) {
    this.#sums = new Float64Array(length + 1)
  }

  add(place: number, value: number): void {
    for (let at = place + 1; at < this.#sums.length; at += at & -at) this.#sums[at] = (this.#sums[at] as number) + value
  }

  /** The sum of all places before this one. */
  before(place: number): number {
    let sum = 0
    for (let at = place; at > 0; at -= at & -at) sum += this.#sums[at] as number
    return sum
  }
}

/**
 * For each pair how far the likely pairs run in its direction (1) or across it (-1): pairs of an earlier problem with an
 * earlier measure and of a later one with a later one speak for it. Two sweeps over the problems instead of a comparison
 * of every pair with every likely one.
 */
function orderOf(cells: readonly Cell[], likely: readonly Likely[], problems: number, measures: number): Float64Array {
  const along = new Float64Array(cells.length)
  const across = new Float64Array(cells.length)
  const cellsOf = byProblem(cells, problems)
  const likelyOf = byProblem(likely, problems)
  for (const isForward of [true, false]) {
    const seen = new PrefixSums(measures)
    for (let step = 0; step < problems; step++) {
      const problem = isForward ? step : problems - 1 - step
      for (const index of cellsOf[problem] as number[]) {
        const {measure} = cells[index] as Cell
        const left = seen.before(measure)
        const right = seen.before(measures) - seen.before(measure + 1)
        along[index] = (along[index] as number) + (isForward ? left : right)
        across[index] = (across[index] as number) + (isForward ? right : left)
      }
      for (const index of likelyOf[problem] as number[]) {
        const {measure, share} = likely[index] as Likely
        seen.add(measure, share)
      }
    }
  }
  return along.map((sum, index) => (sum - (across[index] as number)) / (sum + (across[index] as number) + 1))
}

/** The places of pairs in their list, by problem. */
function byProblem(pairs: readonly {readonly problem: number}[], problems: number): number[][] {
  const places: number[][] = Array.from({length: problems}, () => [])
  pairs.forEach(({problem}, index) => {
    places[problem]?.push(index)
  })
  return places
}

/** What decides whether a problem has no answer, from the probabilities of its pairs and what they were made of. */
export const THIRD = ['best pair', 'any pair', 'row', 'second pair', 'best score'] as const

export function doubts(
  cells: readonly Cell[],
  probabilities: ArrayLike<number>,
  second: readonly Float64Array[],
  problems: number,
): Float64Array[] {
  const found = Array.from({length: problems}, () => ({best: 0, next: 0, none: 1, row: 0, score: -8}))
  cells.forEach(({problem}, index) => {
    const p = probabilities[index] as number
    const row = found[problem] as (typeof found)[number]
    if (p > row.best) {
      row.next = row.best
      row.best = p
    } else if (p > row.next) row.next = p
    row.none *= 1 - p
    row.row += 1 / (1 + Math.exp(-(second[index]?.[2] ?? 0)))
    row.score = Math.max(row.score, second[index]?.[0] ?? 0)
  })
  return found.map(({best, next, none, row, score}) =>
    Float64Array.of(logit(best), logit(1 - none), logit(row), next, score),
  )
}

/** Softmax over a line with one more place for nothing. */
function shares(
  cells: readonly Cell[],
  scores: Float64Array,
  lines: number,
  nothing: number,
  lineOf: (cell: Cell) => number,
): Float64Array {
  const highest = new Float64Array(lines).fill(nothing)
  cells.forEach((cell, index) => {
    const line = lineOf(cell)
    highest[line] = Math.max(highest[line] as number, scores[index] as number)
  })
  const sums = highest.map((value) => Math.exp(nothing - value))
  cells.forEach((cell, index) => {
    const line = lineOf(cell)
    sums[line] = (sums[line] as number) + Math.exp((scores[index] as number) - (highest[line] as number))
  })
  return Float64Array.from(cells, (cell, index) => {
    const line = lineOf(cell)
    return Math.exp((scores[index] as number) - (highest[line] as number)) / (sums[line] as number)
  })
}

const ROUNDS = 12
const BOUND = 12

/**
 * How likely each pair is in a matching in which every problem and every measure has at most one partner, all matchings
 * weighed by their scores: belief propagation, exact enough after a dozen rounds.
 */
function marginals(cells: readonly Cell[], scores: Float64Array, problems: number, measures: number): Float64Array {
  const weights = scores.map((score) => Math.exp(Math.min(BOUND, Math.max(-BOUND, score))))
  const fromRow = Float64Array.from(weights)
  const fromColumn = new Float64Array(cells.length).fill(1)
  for (let round = 0; round < ROUNDS; round++) {
    const rows = new Float64Array(problems).fill(1)
    cells.forEach(({problem}, index) => {
      rows[problem] = (rows[problem] as number) + (weights[index] as number) * (fromColumn[index] as number)
    })
    const columns = new Float64Array(measures).fill(1)
    cells.forEach(({problem, measure}, index) => {
      const weight = weights[index] as number
      const message = weight / ((rows[problem] as number) - weight * (fromColumn[index] as number))
      fromRow[index] = message
      columns[measure] = (columns[measure] as number) + message
    })
    cells.forEach(({measure}, index) => {
      fromColumn[index] = 1 / ((columns[measure] as number) - (fromRow[index] as number))
    })
  }
  return fromRow.map((message, index) => {
    const odds = message * (fromColumn[index] as number)
    return odds / (1 + odds)
  })
}
