import {
  across,
  along,
  chances,
  columnShares,
  columnSums,
  columns,
  fill,
  fromColumn,
  fromRow,
  isLaidOut,
  lineOf,
  matching,
  measure,
  measureOf,
  measures,
  pairs,
  problem,
  problemOf,
  problems,
  read,
  rowShares,
  rowStarts,
  rowSums,
  rows,
  SECOND,
  scores,
  second,
  THIRD,
  third,
  weights,
  write,
} from './pairs'

/** From this share on a pair is likely. */
const LIKELY: f64 = 0.15
const ROUNDS: i32 = 12
const BOUND: f64 = 12
/** A problem without pairs. */
const WORST: f64 = -8

@inline
function rowStart(index: i32): i32 {
  return load<i32>(rowStarts + (usize(index) << 2))
}

function logit(p: f64): f64 {
  const bounded = min(0.999, max(0.001, p))
  return Math.log(bounded / (1 - bounded))
}

/**
 * From a score for each pair to six features each: a measure mostly answers one problem, a problem mostly has one or two
 * answers, and two lists often run parallel.
 */
export function compete(nothingOfMeasure: f64, nothingOfProblem: f64): void {
  const shift = (nothingOfMeasure + nothingOfProblem) / 2
  findRows()
  findMarginals(shift)
  findShares(rowShares, problemOf, rows, rowSums, problems, nothingOfProblem)
  findShares(columnShares, measureOf, columns, columnSums, measures, nothingOfMeasure)
  findOrder()
  for (let pair = 0; pair < pairs; pair++) {
    // where the layout itself pairs, order says nothing
    const isFree = load<u8>(isLaidOut + pair) == 0
    const sum = read(along, pair)
    const against = read(across, pair)
    const at = pair * SECOND
    write(second, at, read(scores, pair) - shift)
    write(second, at + 1, logit(read(matching, pair)))
    write(second, at + 2, logit(read(rowShares, pair)))
    write(second, at + 3, logit(read(columnShares, pair)))
    write(second, at + 4, isFree ? shareOf(problem(pair) - 1, measure(pair) - 1) + shareOf(problem(pair) + 1, measure(pair) + 1) : 0)
    write(second, at + 5, isFree ? (sum - against) / (sum + against + 1) : 0)
  }
}

/** Where the pairs of each problem begin. */
function findRows(): void {
  for (let row = 0, pair = 0; row <= problems; row++) {
    while (pair < pairs && problem(pair) < row) pair++
    store<i32>(rowStarts + (usize(row) << 2), pair)
  }
}

/** How likely a pair is in a matching; 0 where it isn't looked at. */
function shareOf(row: i32, column: i32): f64 {
  if (row < 0 || row >= problems) return 0
  let low = rowStart(row)
  let high = rowStart(row + 1)
  const end = high
  while (low < high) {
    const middle = (low + high) >> 1
    if (measure(middle) < column) low = middle + 1
    else high = middle
  }
  return low < end && measure(low) == column ? read(matching, low) : 0
}

/**
 * How likely each pair is in a matching in which every problem and every measure has at most one partner, all matchings
 * weighed by their scores: belief propagation, exact enough after a dozen rounds.
 */
function findMarginals(shift: f64): void {
  for (let pair = 0; pair < pairs; pair++) {
    const weight = Math.exp(min(BOUND, max(-BOUND, read(scores, pair) - shift)))
    write(weights, pair, weight)
    write(fromRow, pair, weight)
    write(fromColumn, pair, 1)
  }
  for (let round = 0; round < ROUNDS; round++) {
    fill(rows, problems, 1)
    fill(columns, measures, 1)
    for (let pair = 0; pair < pairs; pair++) {
      const row = problem(pair)
      write(rows, row, read(rows, row) + read(weights, pair) * read(fromColumn, pair))
    }
    for (let pair = 0; pair < pairs; pair++) {
      const column = measure(pair)
      const weight = read(weights, pair)
      const message = weight / (read(rows, problem(pair)) - weight * read(fromColumn, pair))
      write(fromRow, pair, message)
      write(columns, column, read(columns, column) + message)
    }
    for (let pair = 0; pair < pairs; pair++)
      write(fromColumn, pair, 1 / (read(columns, measure(pair)) - read(fromRow, pair)))
  }
  for (let pair = 0; pair < pairs; pair++) {
    const odds = read(fromRow, pair) * read(fromColumn, pair)
    write(matching, pair, odds / (1 + odds))
  }
}

/** Softmax over the lines, each with one more place for nothing. */
function findShares(shares: usize, lines: usize, highest: usize, sums: usize, count: i32, nothing: f64): void {
  fill(highest, count, nothing)
  for (let pair = 0; pair < pairs; pair++) {
    const line = lineOf(lines, pair)
    write(highest, line, max(read(highest, line), read(scores, pair)))
  }
  for (let line = 0; line < count; line++) write(sums, line, Math.exp(nothing - read(highest, line)))
  for (let pair = 0; pair < pairs; pair++) {
    const line = lineOf(lines, pair)
    const share = Math.exp(read(scores, pair) - read(highest, line))
    write(shares, pair, share)
    write(sums, line, read(sums, line) + share)
  }
  for (let pair = 0; pair < pairs; pair++)
    write(shares, pair, read(shares, pair) / read(sums, lineOf(lines, pair)))
}

/** Adds to a sum over the first places of a line, which is changed and read in logarithmic time (Fenwick). */
function add(place: i32, value: f64): void {
  for (let at = place + 1; at <= measures; at += at & -at) write(columns, at, read(columns, at) + value)
}

/** The sum of all places before this one. */
function before(place: i32): f64 {
  let sum: f64 = 0
  for (let at = place; at > 0; at -= at & -at) sum += read(columns, at)
  return sum
}

/**
 * For each pair how far the likely pairs run in its direction and across it: pairs of an earlier problem with an earlier
 * measure and of a later one with a later one speak for it. Two sweeps over the problems instead of a comparison of every
 * pair with every likely one.
 */
function findOrder(): void {
  for (let sweep = 0; sweep < 2; sweep++) {
    fill(columns, measures + 1, 0)
    for (let step = 0; step < problems; step++) {
      const row = sweep == 0 ? step : problems - 1 - step
      const end = rowStart(row + 1)
      for (let pair = rowStart(row); pair < end; pair++) {
        const left = before(measure(pair))
        const right = before(measures) - before(measure(pair) + 1)
        if (sweep == 0) {
          write(along, pair, left)
          write(across, pair, right)
        } else {
          write(along, pair, read(along, pair) + right)
          write(across, pair, read(across, pair) + left)
        }
      }
      for (let pair = rowStart(row); pair < end; pair++)
        if (read(matching, pair) >= LIKELY) add(measure(pair), read(matching, pair))
    }
  }
}

/** What decides whether a problem has no answer, from the probabilities of its pairs and what they were made of. */
export function doubt(): void {
  findRows()
  for (let row = 0; row < problems; row++) {
    let best: f64 = 0
    let next: f64 = 0
    let none: f64 = 1
    let sum: f64 = 0
    let score = WORST
    const end = rowStart(row + 1)
    for (let pair = rowStart(row); pair < end; pair++) {
      const p = read(chances, pair)
      if (p > best) {
        next = best
        best = p
      } else if (p > next) next = p
      none *= 1 - p
      sum += 1 / (1 + Math.exp(-read(second, pair * SECOND + 2)))
      score = max(score, read(second, pair * SECOND))
    }
    const at = row * THIRD
    write(third, at, logit(best))
    write(third, at + 1, logit(1 - none))
    write(third, at + 2, logit(sum))
    write(third, at + 3, next)
    write(third, at + 4, score)
  }
}

/** Logistic regression: the probability of each row of features goes to the list of chances. Weights, then bias, f64. */
export function weigh(features: usize, width: i32, count: i32, model: usize): void {
  for (let row = 0; row < count; row++) {
    let sum = read(model, width)
    for (let k = 0; k < width; k++) sum += read(features, row * width + k) * read(model, k)
    write(chances, row, 1 / (1 + Math.exp(-sum)))
  }
}
