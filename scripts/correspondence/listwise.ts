/**
 * Weights for scores that compete: for every measure a softmax over the problems and "nothing", for every problem one
 * over the measures and "nothing". Full batches, Adam, a fixed number of rounds: deterministic.
 */
import type {Nothing} from '../../src/report/correspondence/matching.ts'

export interface Line {
  /** Indexes into the draft's cells; cells that are only touched are left out. */
  readonly cells: readonly number[]
  /** Those that count, a part of `cells`. */
  readonly gold: readonly number[]
  readonly side: 'measure' | 'problem'
}

export interface Lesson {
  readonly features: readonly Float64Array[]
  readonly lines: readonly Line[]
}

export interface Scorer {
  readonly weights: number[]
  readonly nothing: Nothing
}

const RATE = 0.05

export function fitListwise(lessons: readonly Lesson[], size: number, penalty: number, rounds = 250): Scorer {
  const {mean, spread} = standard(lessons, size)
  const inputs = lessons.map(({features}) =>
    features.map((row) => Float64Array.from({length: size}, (_, k) => ((row[k] as number) - (mean[k] as number)) / (spread[k] as number))),
  )
  // the last two stand for nothing: of a measure, of a problem
  const theta = new Float64Array(size + 2)
  const first = new Float64Array(size + 2)
  const second = new Float64Array(size + 2)
  for (let round = 1; round <= rounds; round++) {
    const gradient = new Float64Array(size + 2)
    lessons.forEach(({lines}, index) => addGradient(gradient, theta, inputs[index] as Float64Array[], lines, size))
    for (let k = 0; k < size + 2; k++) {
      const g = (gradient[k] as number) + (k < size ? penalty * (theta[k] as number) : 0)
      first[k] = 0.9 * (first[k] as number) + 0.1 * g
      second[k] = 0.999 * (second[k] as number) + 0.001 * g * g
      const step = (first[k] as number) / (1 - 0.9 ** round) / (Math.sqrt((second[k] as number) / (1 - 0.999 ** round)) + 1e-8)
      theta[k] = (theta[k] as number) - RATE * step
    }
  }
  const weights = Array.from({length: size}, (_, k) => (theta[k] as number) / (spread[k] as number))
  // what the means took away goes into the scores of nothing
  const offset = weights.reduce((sum, weight, k) => sum + weight * (mean[k] as number), 0)
  return {weights, nothing: {measure: (theta[size] as number) + offset, problem: (theta[size + 1] as number) + offset}}
}

function standard(lessons: readonly Lesson[], size: number): {mean: Float64Array; spread: Float64Array} {
  const mean = new Float64Array(size)
  const square = new Float64Array(size)
  let count = 0
  for (const {features} of lessons)
    for (const row of features) {
      count++
      for (let k = 0; k < size; k++) {
        mean[k] = (mean[k] as number) + (row[k] as number)
        square[k] = (square[k] as number) + (row[k] as number) ** 2
      }
    }
  return {
    mean: mean.map((sum) => sum / count),
    spread: square.map((sum, k) => Math.sqrt(Math.max(0, sum / count - ((mean[k] as number) / count) ** 2)) || 1),
  }
}

function addGradient(gradient: Float64Array, theta: Float64Array, rows: readonly Float64Array[], lines: readonly Line[], size: number): void {
  const scores = rows.map((row) => row.reduce((sum, value, k) => sum + value * (theta[k] as number), 0))
  const slopes = new Float64Array(rows.length)
  for (const {cells, gold, side} of lines) {
    const nothing = side === 'measure' ? size : size + 1
    const highest = Math.max(theta[nothing] as number, ...cells.map((cell) => scores[cell] as number))
    const none = Math.exp((theta[nothing] as number) - highest)
    const shares = cells.map((cell) => Math.exp((scores[cell] as number) - highest))
    const sum = shares.reduce((total, share) => total + share, none)
    cells.forEach((cell, k) => {
      slopes[cell] = (slopes[cell] as number) + (shares[k] as number) / sum - (gold.includes(cell) ? 1 / gold.length : 0)
    })
    gradient[nothing] = (gradient[nothing] as number) + none / sum - (gold.length ? 0 : 1)
  }
  rows.forEach((row, index) => {
    const slope = slopes[index] as number
    if (slope) for (let k = 0; k < size; k++) gradient[k] = (gradient[k] as number) + slope * (row[k] as number)
  })
}
