import {
  BASIS_CELLS,
  BASIS_VALUES,
  BUCKETS,
  DIMENSIONS,
  LEVELS,
  MOST_DOCUMENTS,
  ROWS,
  STARTS,
  SUMS,
} from './memory'

/** The basis unpacked, f32, a row a document, as far as IS_UNPACKED says. */
const BASIS: usize = memory.data(MOST_DOCUMENTS * DIMENSIONS * 4, 16)
const IS_UNPACKED: usize = memory.data(MOST_DOCUMENTS, 16)
/** The place that is made, f64. */
const MADE: usize = memory.data(DIMENSIONS * 8, 16)
/** The rows of the documents that tell something (u32) and their weights (f64). */
const TELLING: usize = memory.data((MOST_DOCUMENTS + 4) * 4, 16)
const TELLING_WEIGHTS: usize = memory.data((MOST_DOCUMENTS + 4) * 8, 16)
/** Places of single grams that were found before, f32, by slot, and whose they are (code and size; 0 for nobody's). */
const MOST_KNOWN: i32 = 1 << 13
const KNOWN: usize = memory.data(MOST_KNOWN * DIMENSIONS * 4, 16)
const OWNERS: usize = memory.data(MOST_KNOWN * 4, 16)

/**
 * Where the rows of grams that were looked for before stand, u32 (0: there is none), by slot, and whose they are (code + 1;
 * 0 for nobody's). Most grams of a draft come back in it.
 */
const MOST_FOUND: i32 = 1 << 13
const FOUND: usize = memory.data(MOST_FOUND * 8, 16)

/** How much a single character counts beside longer grams. */
const SINGLE: f64 = 0.8
/** Documents with less than this share of the strongest one tell nothing, but cost time. */
const FAINT: f64 = 0.04

let documents: i32 = 0
/** The weight of one level of a cell of ROWS. */
let unit: f64 = 0

/** @param largest the weight that the highest level of a cell of ROWS stands for */
export function setUp(documentCount: i32, largest: f64): void {
  documents = documentCount
  unit = largest / f64(LEVELS - 1)
}

@inline
function cell(table: usize, index: i32): i32 {
  return i32(load<u8>(table + index))
}

function startOf(bucket: i32): i32 {
  const at = bucket * 4
  return ((cell(STARTS, at + 3) * LEVELS + cell(STARTS, at + 2)) * LEVELS + cell(STARTS, at + 1)) * LEVELS + cell(STARTS, at)
}

/**
 * Where the row of a gram begins, 0 where there is none. Its code's low bits name a bucket, where each row begins with a
 * fingerprint of the code (two cells), then how many documents, then document (two cells) and weight.
 */
function findRow(code: i32): i32 {
  const bucket = code & (BUCKETS - 1)
  const end = startOf(bucket + 1)
  const fingerprint = (code >>> 15) % (LEVELS * LEVELS)
  for (let at = startOf(bucket); at < end; at += 3 + cell(ROWS, at + 2) * 3)
    if (cell(ROWS, at) + cell(ROWS, at + 1) * LEVELS == fingerprint) return at + 2
  return 0
}

/** Adds a gram's weights to SUMS. */
function addGram(code: i32, times: f64): void {
  const slot = FOUND + (((code ^ (code >>> 13)) & (MOST_FOUND - 1)) << 3)
  if (load<i32>(slot) != code + 1) {
    store<i32>(slot, code + 1)
    store<i32>(slot, findRow(code), 4)
  }
  const row = load<i32>(slot, 4)
  if (row == 0) return
  const each = unit * times
  const end = row + 1 + cell(ROWS, row) * 3
  for (let entry = row + 1; entry < end; entry += 3) {
    const sum = SUMS + ((cell(ROWS, entry) + cell(ROWS, entry + 1) * LEVELS) << 2)
    store<f32>(sum, f32(f64(load<f32>(sum)) + f64(cell(ROWS, entry + 2)) * each))
  }
}

/** Where a document's row of the basis stands. */
function rowOf(document: i32): usize {
  const row = BASIS + document * DIMENSIONS * 4
  if (load<u8>(IS_UNPACKED + document) == 0) {
    for (let axis = 0; axis < DIMENSIONS; axis++) {
      const level = cell(BASIS_CELLS, document * DIMENSIONS + axis)
      store<f32>(row + (axis << 2), load<f32>(BASIS_VALUES + (level << 2)))
    }
    store<u8>(IS_UNPACKED + document, 1)
  }
  return row
}

/** From SUMS to MADE. */
function project(): void {
  let strongest: f32 = 0
  for (let document = 0; document < documents; document++)
    strongest = max(strongest, load<f32>(SUMS + (document << 2)))
  let count = 0
  for (let document = 0; document < documents; document++) {
    const sum = f64(load<f32>(SUMS + (document << 2)))
    if (sum <= f64(strongest) * FAINT) continue
    store<u32>(TELLING + (count << 2), u32(rowOf(document)))
    store<f64>(TELLING_WEIGHTS + (count << 3), sum)
    count++
  }
  // filled up to whole fours with what weighs nothing
  for (; count & 3; count++) {
    store<u32>(TELLING + (count << 2), u32(BASIS))
    store<f64>(TELLING_WEIGHTS + (count << 3), 0)
  }
  memory.fill(MADE, 0, DIMENSIONS * 8)
  for (let index = 0; index < count; index += 4) addRows(TELLING + (index << 2), TELLING_WEIGHTS + (index << 3))
}

/** Adds four rows of the basis to MADE. */
function addRows(rows: usize, weights: usize): void {
  const a = usize(load<u32>(rows))
  const b = usize(load<u32>(rows + 4))
  const c = usize(load<u32>(rows + 8))
  const d = usize(load<u32>(rows + 12))
  const p = f64x2.splat(load<f64>(weights))
  const q = f64x2.splat(load<f64>(weights + 8))
  const r = f64x2.splat(load<f64>(weights + 16))
  const s = f64x2.splat(load<f64>(weights + 24))
  for (let axis: usize = 0; axis < usize(DIMENSIONS); axis += 2) {
    const at = MADE + (axis << 3)
    const cells = axis << 2
    let made = f64x2.add(v128.load(at), f64x2.mul(p, pair(a + cells)))
    made = f64x2.add(made, f64x2.mul(q, pair(b + cells)))
    made = f64x2.add(made, f64x2.mul(r, pair(c + cells)))
    v128.store(at, f64x2.add(made, f64x2.mul(s, pair(d + cells))))
  }
}

/** Two numbers of a row, as f64. */
@inline
function pair(at: usize): v128 {
  return f64x2.promote_low_f32x4(v128.load64_zero(at))
}

/** Begins a place in the space of concepts. */
export function beginPlace(): void {
  memory.fill(SUMS, 0, documents * 4)
}

/** Adds a gram to what was begun. */
export function addToPlace(code: i32, size: i32): void {
  addGram(code, size == 1 ? SINGLE : 1)
}

/** Writes the place that was begun, f32, not normalised. */
export function endPlace(at: usize): void {
  project()
  for (let axis = 0; axis < DIMENSIONS; axis++) store<f32>(at + (axis << 2), f32(load<f64>(MADE + (axis << 3))))
}

/** Where the place of a single gram stands. The same phrases come back in many pairs and drafts. */
export function placeOf(code: i32, size: i32): usize {
  const slot = (code ^ (code >>> 13)) & (MOST_KNOWN - 1)
  const place = KNOWN + slot * DIMENSIONS * 4
  const owner = OWNERS + (slot << 2)
  const own = (u32(code) << 2) | u32(size)
  if (load<u32>(owner) == own) return place
  store<u32>(owner, own)
  beginPlace()
  addToPlace(code, size)
  endPlace(place)
  return place
}
