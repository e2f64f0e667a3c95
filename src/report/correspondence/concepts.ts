import {LEVELS, readCell} from './codec.ts'
import {CONCEPTS, conceptBasis, conceptKeys, conceptNames, conceptRows} from './data/concepts.ts'

/** The shipped tables, unpacked at first use: some milliseconds that a run without correspondence never pays. */
interface Tables {
  /** Open addressing: gram code → row, -1 for empty. */
  readonly slots: Int32Array
  readonly codes: Int32Array
  /** Where each gram's row begins in `documents` and `weights`; one more than there are grams. */
  readonly starts: Int32Array
  readonly documents: Uint16Array
  readonly weights: Float32Array
  readonly basis: Float32Array
}

export const DIMENSIONS = CONCEPTS.dimensions
export const CONCEPT_NAMES: readonly string[] = conceptNames.split(' ')
const SLOTS = 1 << Math.ceil(Math.log2(CONCEPTS.grams * 2))

let tables: Tables | undefined

function unpack(): Tables {
  const {grams, largest, reach} = CONCEPTS
  const slots = new Int32Array(SLOTS).fill(-1)
  const codes = new Int32Array(grams)
  const starts = new Int32Array(grams + 1)
  const entries = (conceptRows.length - grams) / 3
  const documents = new Uint16Array(entries)
  const weights = new Float32Array(entries)
  let cell = 0
  let entry = 0
  for (let row = 0; row < grams; row++) {
    let code = 0
    for (let place = 4; place >= 0; place--) code = code * LEVELS + readCell(conceptKeys, row * 5 + place)
    codes[row] = code
    let slot = code & (SLOTS - 1)
    while (slots[slot] !== -1) slot = (slot + 1) & (SLOTS - 1)
    slots[slot] = row
    starts[row] = entry
    for (let left = readCell(conceptRows, cell++); left > 0; left--) {
      documents[entry] = readCell(conceptRows, cell) + readCell(conceptRows, cell + 1) * LEVELS
      weights[entry++] = (readCell(conceptRows, cell + 2) * largest) / (LEVELS - 1)
      cell += 3
    }
  }
  starts[grams] = entry
  return {slots, codes, starts, documents, weights, basis: unpackBasis(reach)}
}

function unpackBasis(reach: number): Float32Array {
  const half = (LEVELS - 1) >> 1
  const values = new Float32Array(LEVELS)
  for (let level = 0; level < LEVELS; level++) {
    const root = (level - half) / half
    values[level] = Math.sign(root) * root * root * reach
  }
  const basis = new Float32Array(conceptBasis.length)
  for (let index = 0; index < basis.length; index++) basis[index] = values[readCell(conceptBasis, index)] as number
  return basis
}
/** Adds a gram's weights, `times` over, to `sums` (one number a document). */
export function addGram(sums: Float32Array, code: number, times: number): void {
  tables ??= unpack()
  const {slots, codes, starts, documents, weights} = tables
  let slot = code & (SLOTS - 1)
  let row = slots[slot] as number
  while (row !== -1 && codes[row] !== code) {
    slot = (slot + 1) & (SLOTS - 1)
    row = slots[slot] as number
  }
  if (row === -1) return
  const end = starts[row + 1] as number
  for (let entry = starts[row] as number; entry < end; entry++) {
    const document = documents[entry] as number
    sums[document] = (sums[document] as number) + (weights[entry] as number) * times
  }
}

/** Documents with less than this share of the strongest one tell nothing, but cost time. */
const FAINT = 0.04

/** From weights by document to a place in the space of concepts; not normalised. */
export function project(sums: Float32Array): Float32Array {
  tables ??= unpack()
  const {basis} = tables
  const place = new Float32Array(DIMENSIONS)
  let strongest = 0
  for (let document = 0; document < sums.length; document++) strongest = Math.max(strongest, sums[document] as number)
  for (let document = 0; document < sums.length; document++) {
    const sum = sums[document] as number
    if (sum <= strongest * FAINT) continue
    const from = document * DIMENSIONS
    for (let axis = 0; axis < DIMENSIONS; axis++) place[axis] = (place[axis] as number) + sum * (basis[from + axis] as number)
  }
  return place
}

export const newSums = (): Float32Array => new Float32Array(CONCEPT_NAMES.length)
