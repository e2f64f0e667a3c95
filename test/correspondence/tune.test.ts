import {expect, it} from 'vitest'
import {type Spot, type Taught, tune} from '../../scripts/correspondence/tune.ts'

/** Six documents, each along an axis of its own: a fault of document n is answered from document n + 3. */
const basis = Array.from({length: 6}, (_, row) => Float64Array.from({length: 6}, (_, axis) => (axis === row ? 1 : 0.1)))
const spotIn = (document: number): Spot => ({
  documents: Int32Array.from([document]),
  weights: Float64Array.from([1]),
})
const pairs: Taught[] = Array.from({length: 30}, (_, index) => ({
  field: 'any',
  problem: spotIn(index % 3),
  measure: spotIn((index % 3) + 3),
}))

const likeness = (space: readonly Float64Array[], a: number, b: number): number => {
  const [x, y] = [space[a] as Float64Array, space[b] as Float64Array]
  const dot = (p: Float64Array, q: Float64Array): number =>
    p.reduce((sum, value, k) => sum + value * (q[k] as number), 0)
  return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y))
}

it('draws a fault to its measure and away from the others', () => {
  const before = likeness(basis, 0, 3)
  expect(likeness(basis, 0, 4)).toBeCloseTo(before, 12)
  const tuned = tune(basis, pairs)
  for (const fault of [0, 1, 2])
    for (const other of [3, 4, 5].filter((measure) => measure !== fault + 3))
      expect(likeness(tuned, fault, fault + 3)).toBeGreaterThan(likeness(tuned, fault, other) + 0.2)
})

it('gives the same each time, and leaves what it was given', () => {
  const copy = basis.map((row) => [...row])
  expect(tune(basis, pairs)).toEqual(tune(basis, pairs))
  expect(basis.map((row) => [...row])).toEqual(copy)
})
