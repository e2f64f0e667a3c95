import {
  bestOfColumn,
  bestOfRow,
  cellOf,
  columns,
  feature,
  fill,
  lineOf,
  measure,
  measureOf,
  measures,
  pairs,
  problemOf,
  problems,
  read,
  setFeature,
  write,
} from './pairs'

// the places of features, in the order of FEATURES (features.ts)
const WORDS: i32 = 0
const CONCEPTS: i32 = 10
const MOVES: i32 = 11
const CONCEPTS_BESIDE: i32 = 13
const MOVES_BESIDE: i32 = 14
const WORDY: i32 = 23
const RIVALS: i32 = 25

/** How much of a move weighs as much as nearness of concepts. */
const MOVE_SHARE: f64 = 0.7

/** Fills the features of all pairs that compare them with the rest of the draft. */
export function compareRivals(): void {
  compareDraft()
  for (let sight = 0; sight < 3; sight++) {
    findBest(bestOfRow, problemOf, problems, sight)
    findBest(bestOfColumn, measureOf, measures, sight)
    for (let pair = 0; pair < pairs; pair++) {
      const cell = cellOf(pair)
      const value = seen(cell, sight)
      setFeature(cell, RIVALS + sight * 2, value - rival(bestOfRow, problemOf, pair, value))
      setFeature(cell, RIVALS + sight * 2 + 1, value - rival(bestOfColumn, measureOf, pair, value))
    }
  }
}

/** Some writers answer in the words of the problem, some in others: how far a common word counts depends on that. */
function compareDraft(): void {
  fill(columns, measures, 0)
  for (let pair = 0; pair < pairs; pair++) {
    const column = measure(pair)
    write(columns, column, max(read(columns, column), feature(cellOf(pair), WORDS)))
  }
  let wordy: f64 = 0
  for (let column = 0; column < measures; column++) wordy += read(columns, column)
  wordy /= f64(max(measures, 1))
  for (let pair = 0; pair < pairs; pair++) {
    const cell = cellOf(pair)
    setFeature(cell, WORDY, feature(cell, WORDS) * wordy)
    setFeature(cell, WORDY + 1, feature(cell, CONCEPTS) * wordy)
  }
}

/** How near a pair looks: besides its common words, as a whole, by its words. */
function seen(cell: usize, sight: i32): f64 {
  if (sight == 0) return feature(cell, CONCEPTS_BESIDE) + MOVE_SHARE * feature(cell, MOVES_BESIDE)
  if (sight == 1) return feature(cell, CONCEPTS) + MOVE_SHARE * feature(cell, MOVES)
  return feature(cell, WORDS)
}

/** The two highest values of each line, one after the other; none counts as 0. */
function findBest(best: usize, lines: usize, count: i32, sight: i32): void {
  fill(best, count * 2, 0)
  for (let pair = 0; pair < pairs; pair++) {
    const line = lineOf(lines, pair) * 2
    const value = seen(cellOf(pair), sight)
    if (value > read(best, line)) {
      write(best, line + 1, read(best, line))
      write(best, line, value)
    } else if (value > read(best, line + 1)) write(best, line + 1, value)
  }
}

/** The best value of a pair's line besides its own. */
function rival(best: usize, lines: usize, pair: i32, value: f64): f64 {
  const line = lineOf(lines, pair) * 2
  return read(best, line + i32(value == read(best, line)))
}
