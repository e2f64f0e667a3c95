/** Logistic regression with a quadratic penalty, by Newton's method: exact, deterministic, fit for some thirty weights. */

export interface Example {
  readonly features: ArrayLike<number>
  /** 1 yes, 0 no. */
  readonly label: number
  readonly weight: number
}

export interface Fitted {
  readonly weights: number[]
  readonly bias: number
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))

export function fitLogistic(examples: readonly Example[], size: number, penalty = 1): Fitted {
  const scale = spreads(examples, size)
  const beta = new Float64Array(size + 1)
  for (let round = 0; round < 30; round++) {
    const gradient = new Float64Array(size + 1)
    const hessian = Array.from({length: size + 1}, () => new Float64Array(size + 1))
    for (const {features, label, weight} of examples) {
      const row = new Float64Array(size + 1)
      for (let k = 0; k < size; k++) row[k] = (features[k] as number) / (scale[k] as number)
      row[size] = 1
      let score = 0
      for (let k = 0; k <= size; k++) score += (row[k] as number) * (beta[k] as number)
      const p = sigmoid(score)
      const slope = weight * p * (1 - p)
      for (let k = 0; k <= size; k++) {
        const value = row[k] as number
        if (value === 0) continue
        gradient[k] = (gradient[k] as number) + weight * (label - p) * value
        const line = hessian[k] as Float64Array
        for (let l = 0; l <= size; l++) line[l] = (line[l] as number) + slope * value * (row[l] as number)
      }
    }
    for (let k = 0; k <= size; k++) {
      const amount = k === size ? 1e-6 : penalty
      gradient[k] = (gradient[k] as number) - amount * (beta[k] as number)
      const line = hessian[k] as Float64Array
      line[k] = (line[k] as number) + amount
    }
    const step = solve(hessian, gradient)
    let change = 0
    for (let k = 0; k <= size; k++) {
      beta[k] = (beta[k] as number) + (step[k] as number)
      change = Math.max(change, Math.abs(step[k] as number))
    }
    if (change < 1e-8) break
  }
  return {
    weights: Array.from({length: size}, (_, k) => (beta[k] as number) / (scale[k] as number)),
    bias: beta[size] as number,
  }
}

export const chanceOf = ({weights, bias}: Fitted, features: ArrayLike<number>): number =>
  sigmoid(weights.reduce((sum, weight, k) => sum + weight * (features[k] as number), bias))

/** Standard deviations, so that the penalty weighs on all alike. */
function spreads(examples: readonly Example[], size: number): Float64Array {
  const mean = new Float64Array(size)
  const square = new Float64Array(size)
  for (const {features} of examples)
    for (let k = 0; k < size; k++) {
      const value = features[k] as number
      mean[k] = (mean[k] as number) + value / examples.length
      square[k] = (square[k] as number) + (value * value) / examples.length
    }
  return square.map((sum, k) => Math.sqrt(Math.max(sum - (mean[k] as number) ** 2, 0)) || 1)
}

function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length
  const a: Float64Array[] = matrix.map((row) => Float64Array.from(row))
  const x: Float64Array = Float64Array.from(right)
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let row = column + 1; row < size; row++)
      if (Math.abs(a[row]?.[column] ?? 0) > Math.abs(a[pivot]?.[column] ?? 0)) pivot = row
    ;[a[column], a[pivot]] = [a[pivot] as Float64Array, a[column] as Float64Array]
    ;[x[column], x[pivot]] = [x[pivot] as number, x[column] as number]
    const line = a[column] as Float64Array
    for (let row = column + 1; row < size; row++) {
      const other = a[row] as Float64Array
      const factor = (other[column] as number) / (line[column] as number)
      if (!factor) continue
      for (let k = column; k < size; k++) other[k] = (other[k] as number) - factor * (line[k] as number)
      x[row] = (x[row] as number) - factor * (x[column] as number)
    }
  }
  for (let row = size - 1; row >= 0; row--) {
    const line = a[row] as Float64Array
    for (let k = row + 1; k < size; k++) x[row] = (x[row] as number) - (line[k] as number) * (x[k] as number)
    x[row] = (x[row] as number) / (line[row] as number)
  }
  return x
}
