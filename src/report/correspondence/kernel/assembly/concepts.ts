import {BASIS, BASIS_LEVELS, BUCKETS, DIMENSIONS, DOCUMENT_BITS, MOST_DOCUMENTS, ROWS, STARTS, SUMS, WEIGHT_LEVELS} from './memory'

/** The basis unpacked, f32, a row a document, as far as IS_UNPACKED says. */
const UNPACKED: usize = memory.data(MOST_DOCUMENTS * DIMENSIONS * 4, 16)
const IS_UNPACKED: usize = memory.data(MOST_DOCUMENTS, 16)
/** The value of each level of BASIS, f32. */
const BASIS_VALUES: usize = memory.data(BASIS_LEVELS * 4, 16)
/** The rows of the documents that tell something (u32) and their weights (f32), and room for one more. */
const TELLING: usize = memory.data((MOST_DOCUMENTS + 1) * 4, 16)
const TELLING_WEIGHTS: usize = memory.data((MOST_DOCUMENTS + 1) * 4, 16)
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
/** The value of each level of a weight, f32: in two characters, then in single ones. */
const WEIGHTS: usize = memory.data(WEIGHT_LEVELS * 8, 16)

/** The largest of SUMS, since the last place was made. */
export let strongest: f32 = 0

/** @param largest the weight, and `reach` the place on an axis, that the highest level stands for */
export function setUp(documentCount: i32, largest: f64, reach: f64): void {
  documents = documentCount
  for (let level = 0; level < WEIGHT_LEVELS; level++) {
    const root = f64(level) / f64(WEIGHT_LEVELS - 1)
    store<f32>(WEIGHTS + (level << 2), f32(root * root * largest))
    store<f32>(WEIGHTS + ((WEIGHT_LEVELS + level) << 2), f32(root * root * largest * SINGLE))
  }
  const half = (BASIS_LEVELS - 1) >> 1
  for (let level = 0; level < BASIS_LEVELS; level++) {
    const root = f64(level - half) / f64(half)
    store<f32>(BASIS_VALUES + (level << 2), f32(root * Math.abs(root) * reach))
  }
}

/**
 * Where the row of a gram begins, 0 where there is none. Its code's low bits name a bucket, where rows stand one after the other: the
 * code's other bits, how many documents, then for each a document (9 bits) and a level of its weight (7); all u16.
 */
function findRow(code: i32): i32 {
  const bucket = STARTS + ((code & (BUCKETS - 1)) << 2)
  const end = load<i32>(bucket, 4)
  for (let at = load<i32>(bucket); at < end; at += 4 + (lengthOf(at + 2) << 1))
    if (i32(load<u16>(ROWS + at)) == code >>> 15) return at + 2
  return 0
}

/** Where the row of a gram stands, 0 where there is none. */
export function rowOfGram(code: i32): i32 {
  const slot = FOUND + (((code ^ (code >>> 13)) & (MOST_FOUND - 1)) << 3)
  if (load<i32>(slot) != code + 1) {
    store<i32>(slot, code + 1)
    store<i32>(slot, findRow(code), 4)
  }
  return load<i32>(slot, 4)
}

/** How many documents a row has. */
@inline
export function lengthOf(row: i32): i32 {
  return i32(load<u16>(ROWS + row))
}

/** Adds the weights of a gram with a row to SUMS. */
export function addToPlace(row: i32, count: i32, size: i32): void {
  const weights = WEIGHTS + (size == 1 ? WEIGHT_LEVELS << 2 : 0)
  const end = ROWS + row + 2 + (count << 1)
  for (let entry = ROWS + row + 2; entry < usize(end); entry += 2) {
    const both = usize(load<u16>(entry))
    const sum = SUMS + ((both & (MOST_DOCUMENTS - 1)) << 2)
    store<f32>(sum, load<f32>(sum) + load<f32>(weights + ((both >> DOCUMENT_BITS) << 2)))
  }
}

/** Where a document's row of the basis stands. */
function rowOf(document: i32): usize {
  const row = UNPACKED + document * DIMENSIONS * 4
  if (load<u8>(IS_UNPACKED + document) == 0) {
    for (let axis = 0; axis < DIMENSIONS; axis++) {
      const level = i32(load<u8>(BASIS + document * DIMENSIONS + axis))
      store<f32>(row + (axis << 2), load<f32>(BASIS_VALUES + (level << 2)))
    }
    store<u8>(IS_UNPACKED + document, 1)
  }
  return row
}

function findStrongest(): void {
  if (!ASC_FEATURE_SIMD) {
    strongest = 0
    for (let at: usize = 0; at < usize(MOST_DOCUMENTS * 4); at += 4) strongest = max(strongest, load<f32>(SUMS + at))
    return
  }
  let most = f32x4.splat(0)
  for (let at: usize = 0; at < usize(MOST_DOCUMENTS * 4); at += 16) most = f32x4.max(most, v128.load(SUMS + at))
  const first = max(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1))
  strongest = max(first, max(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3)))
}

/** Notes the documents that tell something. @returns how many */
function findTelling(): i32 {
  const limit = f64(strongest) * FAINT
  let count = 0
  // what doesn't tell is written over by the next: a branch would be guessed wrong too often
  for (let document = 0; document < documents; document++) {
    const sum = load<f32>(SUMS + (document << 2))
    store<u32>(TELLING + (count << 2), document)
    store<f32>(TELLING_WEIGHTS + (count << 2), sum)
    count += i32(f64(sum) > limit)
  }
  return count
}

/** Begins a place in the space of concepts. */
export function beginPlace(): void {
  memory.fill(SUMS, 0, documents * 4)
}

/** Writes the place that was begun, f32, not normalised: the sum of the rows of the documents that tell something. */
export function endPlace(place: usize): void {
  findStrongest()
  const count = findTelling()
  for (let index = 0; index < count; index++) {
    const at = TELLING + (index << 2)
    store<u32>(at, u32(rowOf(load<u32>(at))))
  }
  if (ASC_FEATURE_SIMD) sumRows(place, count)
  else sumRowsSingly(place, count)
}

/** Adds the rows listed in TELLING, each times its weight. */
function sumRows(place: usize, count: i32): void {
  // 32 numbers at a time, which the processor keeps at hand
  for (let from: usize = 0; from < usize(DIMENSIONS * 4); from += 128) {
    let a = f32x4.splat(0)
    let b = a
    let c = a
    let d = a
    let e = a
    let f = a
    let g = a
    let h = a
    for (let index = 0; index < count; index++) {
      const row = usize(load<u32>(TELLING + (index << 2))) + from
      const weight = f32x4.splat(load<f32>(TELLING_WEIGHTS + (index << 2)))
      a = f32x4.add(a, f32x4.mul(weight, v128.load(row)))
      b = f32x4.add(b, f32x4.mul(weight, v128.load(row, 16)))
      c = f32x4.add(c, f32x4.mul(weight, v128.load(row, 32)))
      d = f32x4.add(d, f32x4.mul(weight, v128.load(row, 48)))
      e = f32x4.add(e, f32x4.mul(weight, v128.load(row, 64)))
      f = f32x4.add(f, f32x4.mul(weight, v128.load(row, 80)))
      g = f32x4.add(g, f32x4.mul(weight, v128.load(row, 96)))
      h = f32x4.add(h, f32x4.mul(weight, v128.load(row, 112)))
    }
    const to = place + from
    v128.store(to, a)
    v128.store(to, b, 16)
    v128.store(to, c, 32)
    v128.store(to, d, 48)
    v128.store(to, e, 64)
    v128.store(to, f, 80)
    v128.store(to, g, 96)
    v128.store(to, h, 112)
  }
}

function sumRowsSingly(place: usize, count: i32): void {
  memory.fill(place, 0, DIMENSIONS * 4)
  for (let index = 0; index < count; index++) {
    const row = usize(load<u32>(TELLING + (index << 2)))
    const weight = load<f32>(TELLING_WEIGHTS + (index << 2))
    for (let at: usize = 0; at < usize(DIMENSIONS * 4); at += 4)
      store<f32>(place + at, load<f32>(place + at) + weight * load<f32>(row + at))
  }
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
  const row = rowOfGram(code)
  if (row != 0) addToPlace(row, lengthOf(row), size)
  endPlace(place)
  return place
}
