/**
 * Turns the space of concepts so that a fault lies nearest the measure that answers it, among those of its field and among others.
 * A softmax over likenesses, measures for each problem and problems for each measure; Adam, a fixed number of steps, a seeded
 * beginning: deterministic. Documents are left out at random, so that no pair hangs on one of them.
 */
import {Descent, randomFrom} from './descent.ts'

/** What the grams of a text add up to: documents and their weights. */
export interface Spot {
  readonly documents: Int32Array
  readonly weights: Float64Array
}

/** A fault and the measure that answers it. */
export interface Taught {
  readonly field: string
  readonly problem: Spot
  readonly measure: Spot
}

const STEPS = 150
const RATE = 0.01
/** Share of documents left out of a text in a step. */
const LEFT_OUT = 0.2
/** How much likenesses are drawn apart before they become shares. */
const SHARPNESS = 10
/** Pairs of a field, and twice as many of all fields, that are set against each other in a step. */
const TOGETHER = 60
const MIXED = 4

/** @returns the basis as it is after the lessons; `basis` stays as it is */
export function tune(basis: readonly Float64Array[], pairs: readonly Taught[], seed = 1): Float64Array[] {
  const width = basis[0]?.length ?? 0
  const theta = Float64Array.from(basis.flatMap((row) => [...row]))
  const unit = theta.reduce((sum, value) => sum + Math.abs(value), 0) / theta.length
  const descent = new Descent(theta.length)
  const random = randomFrom(seed)
  const fields = [...new Set(pairs.map(({field}) => field))].map((name) => pairs.filter(({field}) => field === name))
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Float64Array(theta.length)
    const batches = fields.map((field) => some(field, TOGETHER, random))
    for (let mixed = 0; mixed < MIXED; mixed++) batches.push(some(pairs, TOGETHER * 2, random))
    for (const batch of batches) addGradient(gradient, theta, width, batch, random)
    const count = batches.reduce((sum, batch) => sum + batch.length, 0)
    descent.step(theta, (k) => ((gradient[k] as number) / count) * unit, RATE * unit, 1e-12)
  }
  return basis.map((_, row) => theta.slice(row * width, (row + 1) * width))
}

/** At most so many of a list, by chance. */
function some<T>(list: readonly T[], most: number, random: () => number): T[] {
  const left = [...list]
  for (let at = 0; at < Math.min(most, left.length); at++) {
    const other = at + Math.floor(random() * (left.length - at))
    ;[left[at], left[other]] = [left[other] as T, left[at] as T]
  }
  return left.slice(0, most)
}

/** A text's place, of length 1, what it was divided by, and what of its documents was heard. */
interface Place {
  readonly spot: Spot
  readonly direction: Float64Array
  readonly length: number
}

function placeOf({documents, weights}: Spot, theta: Float64Array, width: number, random: () => number): Place {
  const kept = documents.map((_, at) => at).filter(() => random() >= LEFT_OUT)
  const spot = {
    documents: kept.map((at) => documents[at] as number),
    weights: Float64Array.from(kept, (at) => weights[at] as number),
  }
  const direction = new Float64Array(width)
  spot.documents.forEach((document, at) => {
    const weight = spot.weights[at] as number
    for (let axis = 0, cell = document * width; axis < width; axis++, cell++)
      direction[axis] = (direction[axis] as number) + weight * (theta[cell] as number)
  })
  const length = Math.max(Math.hypot(...direction), 1e-9)
  for (let axis = 0; axis < width; axis++) direction[axis] = (direction[axis] as number) / length
  return {spot, direction, length}
}

function addGradient(
  gradient: Float64Array,
  theta: Float64Array,
  width: number,
  batch: readonly Taught[],
  random: () => number,
): void {
  const problems = batch.map(({problem}) => placeOf(problem, theta, width, random))
  const measures = batch.map(({measure}) => placeOf(measure, theta, width, random))
  const likeness = problems.map((problem) =>
    Float64Array.from(measures, (measure) => SHARPNESS * dot(problem.direction, measure.direction)),
  )
  const slopes = likeness.map((row) => sharesOf(row))
  batch.forEach((_, column) => {
    sharesOf(likeness.map((row) => row[column] as number)).forEach((share, row) => {
      const line = slopes[row] as Float64Array
      line[column] = (line[column] as number) + share
    })
  })
  batch.forEach((_, own) => {
    const line = slopes[own] as Float64Array
    line[own] = (line[own] as number) - 2
  })
  problems.forEach((problem, row) => {
    addSlope(gradient, width, problem, measures, (column) => (slopes[row] as Float64Array)[column] as number)
  })
  measures.forEach((measure, column) => {
    addSlope(gradient, width, measure, problems, (row) => (slopes[row] as Float64Array)[column] as number)
  })
}

function addSlope(
  gradient: Float64Array,
  width: number,
  {spot, direction, length}: Place,
  others: readonly Place[],
  slopeOf: (other: number) => number,
): void {
  const slope = new Float64Array(width)
  others.forEach((other, index) => {
    const amount = SHARPNESS * slopeOf(index)
    for (let axis = 0; axis < width; axis++)
      slope[axis] = (slope[axis] as number) + amount * (other.direction[axis] as number)
  })
  // of a place of length 1 only what is across it changes anything
  const along = dot(slope, direction)
  for (let axis = 0; axis < width; axis++)
    slope[axis] = ((slope[axis] as number) - along * (direction[axis] as number)) / length
  spot.documents.forEach((document, at) => {
    const weight = spot.weights[at] as number
    for (let axis = 0, cell = document * width; axis < width; axis++, cell++)
      gradient[cell] = (gradient[cell] as number) + weight * (slope[axis] as number)
  })
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let axis = 0; axis < a.length; axis++) sum += (a[axis] as number) * (b[axis] as number)
  return sum
}

function sharesOf(values: ArrayLike<number>): Float64Array {
  const all = Float64Array.from(values)
  const highest = all.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
  const shares = all.map((value) => Math.exp(value - highest))
  const sum = shares.reduce((total, share) => total + share, 0)
  return shares.map((share) => share / sum)
}
