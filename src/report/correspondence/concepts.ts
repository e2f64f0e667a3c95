import {LEVELS, readCell, readNumber} from '../../language/codec.ts'
import {CONCEPTS, conceptBasis, conceptNames, conceptRows, conceptStarts} from './data/concepts.ts'

export const DIMENSIONS = CONCEPTS.dimensions
export const CONCEPT_NAMES: readonly string[] = conceptNames.split(' ')

/**
 * A gram's row is found without unpacking anything: its code's low bits name a bucket, where each row begins with a
 * fingerprint of the code (two cells), then how many documents, then document (two cells) and weight.
 */
export const CONCEPT_BUCKETS = 1 << 15
export const fingerprintOf = (code: number): number => (code >>> 15) % (LEVELS * LEVELS)

/** The value that each level of a cell of the basis stands for. */
const BASIS_VALUES = Float32Array.from({length: LEVELS}, (_, level) => {
  const half = (LEVELS - 1) >> 1
  const root = (level - half) / half
  return Math.sign(root) * root * root * CONCEPTS.reach
})
/** Rows of the basis by document, unpacked when first needed: a draft touches few. */
const basis: (Float32Array | undefined)[] = []

function unpackBasis(document: number): Float32Array {
  const row = new Float32Array(DIMENSIONS)
  for (let axis = 0, cell = document * DIMENSIONS; axis < DIMENSIONS; axis++, cell++)
    row[axis] = BASIS_VALUES[readCell(conceptBasis, cell)] as number
  return row
}

/** Adds a gram's weights, `times` over, to `sums` (one number a document). */
export function addGram(sums: Float32Array, code: number, times: number): void {
  const bucket = code & (CONCEPT_BUCKETS - 1)
  const end = readNumber(conceptStarts, (bucket + 1) * 4, 4)
  const fingerprint = fingerprintOf(code)
  const unit = (CONCEPTS.largest / (LEVELS - 1)) * times
  for (let at = readNumber(conceptStarts, bucket * 4, 4); at < end; ) {
    const count = readCell(conceptRows, at + 2)
    const next = at + 3 + count * 3
    if (readNumber(conceptRows, at, 2) === fingerprint) {
      for (let cell = at + 3; cell < next; cell += 3) {
        const document = readCell(conceptRows, cell) + readCell(conceptRows, cell + 1) * LEVELS
        sums[document] = (sums[document] as number) + readCell(conceptRows, cell + 2) * unit
      }
      return
    }
    at = next
  }
}

/** Documents with less than this share of the strongest one tell nothing, but cost time. */
const FAINT = 0.04

/** From weights by document to a place in the space of concepts; not normalised. */
export function project(sums: Float32Array): Float32Array {
  let strongest = 0
  for (let document = 0; document < sums.length; document++) strongest = Math.max(strongest, sums[document] as number)
  const telling: number[] = []
  for (let document = 0; document < sums.length; document++)
    if ((sums[document] as number) > strongest * FAINT) telling.push(document)
  const place = new Float64Array(DIMENSIONS)
  // four documents at a time: this loop is most of the work of comparing items
  let at = 0
  for (; at + 4 <= telling.length; at += 4) {
    const [a, b, c, d] = telling.slice(at, at + 4) as [number, number, number, number]
    const [x, y, z, w] = [rowOf(a), rowOf(b), rowOf(c), rowOf(d)]
    const [p, q, r, s] = [sums[a], sums[b], sums[c], sums[d]] as [number, number, number, number]
    for (let axis = 0; axis < DIMENSIONS; axis++)
      place[axis] =
        (place[axis] as number) +
        p * (x[axis] as number) +
        q * (y[axis] as number) +
        r * (z[axis] as number) +
        s * (w[axis] as number)
  }
  for (; at < telling.length; at++) {
    const document = telling[at] as number
    const row = rowOf(document)
    const sum = sums[document] as number
    for (let axis = 0; axis < DIMENSIONS; axis++) place[axis] = (place[axis] as number) + sum * (row[axis] as number)
  }
  return new Float32Array(place)
}

const rowOf = (document: number): Float32Array => (basis[document] ??= unpackBasis(document))

export const newSums = (): Float32Array => new Float32Array(CONCEPT_NAMES.length)
