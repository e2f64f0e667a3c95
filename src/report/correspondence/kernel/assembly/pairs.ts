// All pairs of a draft at once, in the order of problems, then of measures: their lists stand behind all that has a fixed
// place, where the memory grows.
import {behindAll, FEATURES, growTo} from './memory'

/** A pair among its rivals: score, share in a matching, in its row, in its column, likely neighbours, order. */
export const SECOND: i32 = 6
/** A problem that may have no answer: best pair, any pair, row, second pair, best score. */
export const THIRD: i32 = 5

export let pairs: i32 = 0
export let problems: i32 = 0
export let measures: i32 = 0

// lists of the pairs, with as many numbers as there are pairs: given …
/** i32 each. */
export let problemOf: usize = 0
export let measureOf: usize = 0
/** Whether the layout itself pairs or parts them, u8. */
export let isLaidOut: usize = 0
// … and made, f64
/** A row of FEATURES for each. */
export let cells: usize = 0
export let scores: usize = 0
/** The probabilities of pairs, or of problems. */
export let chances: usize = 0
export let second: usize = 0
export let weights: usize = 0
export let fromRow: usize = 0
export let fromColumn: usize = 0
export let matching: usize = 0
export let along: usize = 0
export let across: usize = 0
export let rowShares: usize = 0
export let columnShares: usize = 0
// lists of the problems and of the measures
export let rowStarts: usize = 0
export let third: usize = 0
export let rows: usize = 0
export let rowSums: usize = 0
export let columns: usize = 0
export let columnSums: usize = 0
/** The two highest values of each. */
export let bestOfRow: usize = 0
export let bestOfColumn: usize = 0

let free: usize = 0

/** Room for so many numbers of eight bytes. */
function room(count: i32): usize {
  const at = free
  free += usize(count) << 3
  return at
}

/** Makes room for the pairs of a draft; what is exported tells where. */
export function reservePairs(pairCount: i32, problemCount: i32, measureCount: i32): void {
  pairs = pairCount
  problems = problemCount
  measures = measureCount
  free = behindAll()
  problemOf = room(pairs)
  measureOf = room(pairs)
  isLaidOut = room(pairs)
  cells = room(pairs * FEATURES)
  scores = room(pairs)
  chances = room(max(pairs, problems))
  second = room(pairs * SECOND)
  weights = room(pairs)
  fromRow = room(pairs)
  fromColumn = room(pairs)
  matching = room(pairs)
  along = room(pairs)
  across = room(pairs)
  rowShares = room(pairs)
  columnShares = room(pairs)
  rowStarts = room(problems + 1)
  third = room(problems * THIRD)
  rows = room(problems)
  rowSums = room(problems)
  columns = room(measures + 1)
  columnSums = room(measures)
  bestOfRow = room(problems * 2)
  bestOfColumn = room(measures * 2)
  growTo(free)
}

@inline
export function read(list: usize, index: i32): f64 {
  return load<f64>(list + (usize(index) << 3))
}
@inline
export function write(list: usize, index: i32, value: f64): void {
  store<f64>(list + (usize(index) << 3), value)
}
@inline
export function fill(list: usize, count: i32, value: f64): void {
  for (let index = 0; index < count; index++) write(list, index, value)
}
/** Which problem or measure a pair belongs to. @param lines problemOf or measureOf */
@inline
export function lineOf(lines: usize, pair: i32): i32 {
  return load<i32>(lines + (usize(pair) << 2))
}
@inline
export function problem(pair: i32): i32 {
  return lineOf(problemOf, pair)
}
@inline
export function measure(pair: i32): i32 {
  return lineOf(measureOf, pair)
}

/** Where the features of a pair stand. */
@inline
export function cellOf(pair: i32): usize {
  return cells + usize(pair) * FEATURES * 8
}
@inline
export function feature(cell: usize, index: i32): f64 {
  return load<f64>(cell + (usize(index) << 3))
}
@inline
export function setFeature(cell: usize, index: i32, value: f64): void {
  store<f64>(cell + (usize(index) << 3), value)
}
