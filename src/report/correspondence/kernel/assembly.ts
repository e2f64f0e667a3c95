// The arithmetic of comparing items, in AssemblyScript (https://www.assemblyscript.org): `npm run generate` compiles it
// into binary.ts. It is the one part of the program whose speed is that of its loops, and a run over one draft is over
// before V8 would have optimised them; WebAssembly is fast from the first call.
//
// Everything lives at fixed places of the memory. index.ts copies the tables there, writes a text and reads the results.

/** The longest text that is compared, in UTF-16 units. What an item says beyond, no measure answers. */
export const MOST: i32 = 20_000
/** Grams are runs of one to three characters. */
const LONGEST: i32 = 3

export const DIMENSIONS: i32 = 96
/** The most documents that there is room for. */
export const MOST_DOCUMENTS: i32 = 512

// tables, a byte a cell
export const STARTS: usize = 0x1000
export const FREQUENCIES: usize = 0x30000
export const BASIS_CELLS: usize = 0x50000
export const ROWS: usize = 0x60000
/** The end of the room for ROWS. */
export const ROWS_END: usize = 0xe0000

/** The value of each level of a cell of the basis, f32. */
export const BASIS_VALUES: usize = 0x200
/** The basis unpacked, f32, a row a document, as far as IS_UNPACKED says. */
const BASIS: usize = 0xe0000
const IS_UNPACKED: usize = 0x140000

/** How much is said of each document, f32. */
export const SUMS: usize = 0x141000
/** A place in the space of concepts, f32. */
export const PLACE: usize = 0x142000
const MADE: usize = 0x143000
/** The rows of the documents that tell something (u32) and their weights (f64). */
const TELLING: usize = 0x144000
const TELLING_WEIGHTS: usize = 0x145000

export const TEXT: usize = 0x150000
/** The grams of the text, ascending by code: i32, f32, u8, i32; before that, as keys: code and where it stands, u64. */
export const CODES: usize = 0x160000
export const WEIGHTS: usize = 0x1a0000
export const SIZES: usize = 0x1e0000
export const AT: usize = 0x1f0000
const KEYS: usize = 0x230000
/** A table of the codes met in a text, by slot; a slot counts where its stamp is that of now. */
const SLOT_CODES: usize = 0x2b0000
const STAMPS: usize = 0x330000
const SLOTS: i32 = 1 << 17
let stamp: u32 = 0

/** Places of single grams that were found before, f32, by slot, and whose they are (code and size; 0 for nobody's). */
const KNOWN: usize = 0x3b0000
const OWNERS: usize = 0x6b0000
const MOST_KNOWN: i32 = 1 << 13

// how the tables are made, see scripts/correspondence/
/** Cells have this many levels. */
export const LEVELS: i32 = 89
export const FREQUENCY_BITS: i32 = 17
export const BUCKETS: i32 = 1 << 15
const STEP: f32 = 8
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

/** What a character is for grams: nothing (0, ends a run), or its code, digits and marks left out, letters in lower case. */
function fold(code: i32): i32 {
  if (code >= 0x4e00 && code <= 0x9fff) return code
  if (code >= 0x61 && code <= 0x7a) return code
  if (code >= 0x41 && code <= 0x5a) return code + 32
  return 0
}

/** Adds a character to the code of the characters before it. 30 bits. */
@inline
function extend(code: i32, character: i32): i32 {
  return (((code ^ (character * 0x9e3b)) * 0x2545f491) ^ (character << 7) ^ (code >>> 11)) & 0x3fffffff
}

/** Notes a code. @returns whether it is new in this text */
function isNew(code: i32, mask: i32): bool {
  let slot = (code ^ (code >>> 15)) & mask
  while (load<u32>(STAMPS + (slot << 2)) == stamp) {
    if (load<i32>(SLOT_CODES + (slot << 2)) == code) return false
    slot = (slot + 1) & mask
  }
  store<u32>(STAMPS + (slot << 2), stamp)
  store<i32>(SLOT_CODES + (slot << 2), code)
  return true
}

/** Finds the grams of the text at TEXT, each once, where it first stands. @returns how many */
export function findGrams(length: i32): i32 {
  let mask = 1 << 10
  while (mask < length * LONGEST * 2) mask <<= 1
  mask = min(mask, SLOTS) - 1
  stamp++
  let count = 0
  for (let start = 0; start < length; start++) {
    let code = 0
    for (let size = 1; size <= LONGEST && start + size <= length; size++) {
      const character = fold(load<u16>(TEXT + ((start + size - 1) << 1)))
      if (character == 0) break
      code = extend(code, character)
      if (isNew(code, mask)) store<u64>(KEYS + (count++ << 3), (u64(code) << 32) | u64((start << 2) | size))
    }
  }
  sortKeys(count)
  for (let index = 0; index < count; index++) {
    const key = load<u64>(KEYS + (index << 3))
    const code = i32(key >> 32)
    const place = i32(key)
    store<i32>(CODES + (index << 2), code)
    const slot = (code ^ (code >>> FREQUENCY_BITS)) & ((1 << FREQUENCY_BITS) - 1)
    store<f32>(WEIGHTS + (index << 2), f32(cell(FREQUENCIES, slot)) / STEP)
    store<u8>(SIZES + index, u8(place & 3))
    store<i32>(AT + (index << 2), place >> 2)
  }
  return count
}

/** Shell's sort: short, and quick enough for some hundred keys. */
function sortKeys(count: i32): void {
  let gap = 1
  while (gap < count / 3) gap = gap * 3 + 1
  for (; gap > 0; gap /= 3)
    for (let index = gap; index < count; index++) {
      const key = load<u64>(KEYS + (index << 3))
      let at = index
      for (; at >= gap; at -= gap) {
        const other = load<u64>(KEYS + ((at - gap) << 3))
        if (other <= key) break
        store<u64>(KEYS + (at << 3), other)
      }
      store<u64>(KEYS + (at << 3), key)
    }
}

/**
 * Adds a gram's weights to SUMS. Its code's low bits name a bucket, where each row begins with a fingerprint of the code
 * (two cells), then how many documents, then document (two cells) and weight.
 */
function addGram(code: i32, times: f64): void {
  const bucket = code & (BUCKETS - 1)
  const end = startOf(bucket + 1)
  const fingerprint = (code >>> 15) % (LEVELS * LEVELS)
  const each = unit * times
  for (let at = startOf(bucket); at < end; ) {
    const next = at + 3 + cell(ROWS, at + 2) * 3
    if (cell(ROWS, at) + cell(ROWS, at + 1) * LEVELS == fingerprint) {
      for (let entry = at + 3; entry < next; entry += 3) {
        const sum = SUMS + ((cell(ROWS, entry) + cell(ROWS, entry + 1) * LEVELS) << 2)
        store<f32>(sum, f32(f64(load<f32>(sum)) + f64(cell(ROWS, entry + 2)) * each))
      }
      return
    }
    at = next
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

/** The place of the text whose grams were found last, in the space of concepts; not normalised. Fills SUMS and PLACE. */
export function findPlace(count: i32): void {
  memory.fill(SUMS, 0, documents * 4)
  for (let index = 0; index < count; index++)
    addGram(load<i32>(CODES + (index << 2)), load<u8>(SIZES + index) == 1 ? SINGLE : 1)
  project()
  for (let axis = 0; axis < DIMENSIONS; axis++) store<f32>(PLACE + (axis << 2), f32(load<f64>(MADE + (axis << 3))))
}

/** The sum of the places of single grams, whose codes and sizes stand at CODES and SIZES. Fills PLACE. */
export function addPlaces(count: i32): void {
  memory.fill(PLACE, 0, DIMENSIONS * 4)
  for (let index = 0; index < count; index++) {
    const place = placeOf(load<i32>(CODES + (index << 2)), load<u8>(SIZES + index))
    for (let at: usize = 0; at < usize(DIMENSIONS * 4); at += 16)
      v128.store(PLACE + at, f32x4.add(v128.load(PLACE + at), v128.load(place + at)))
  }
}

/** Where the place of a single gram stands. The same phrases come back in many pairs and drafts. */
function placeOf(code: i32, size: u8): usize {
  const slot = (code ^ (code >>> 13)) & (MOST_KNOWN - 1)
  const place = KNOWN + slot * DIMENSIONS * 4
  const owner = OWNERS + (slot << 2)
  const own = (u32(code) << 2) | u32(size)
  if (load<u32>(owner) == own) return place
  store<u32>(owner, own)
  memory.fill(SUMS, 0, documents * 4)
  addGram(code, size == 1 ? SINGLE : 1)
  project()
  for (let axis = 0; axis < DIMENSIONS; axis++) store<f32>(place + (axis << 2), f32(load<f64>(MADE + (axis << 3))))
  return place
}
