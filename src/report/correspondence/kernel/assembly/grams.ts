import {FREQUENCIES, FREQUENCY_BITS, LONGEST, MOST_GRAMS, TEXT} from './memory'

/** The grams of a text as keys, u64: code, where it stands, how long it is (2 bits). */
export const KEYS: usize = memory.data(MOST_GRAMS * 8, 16)
const SORTED: usize = memory.data(MOST_GRAMS * 8, 16)
const CODE_BITS: i32 = 30
const MOST_BITS: i32 = 13
const BUCKET_ENDS: usize = memory.data((1 << MOST_BITS) * 4, 16)

/** A table of the codes met in a text, u64 by slot: the stamp of that text, and the code. */
const SLOTS: i32 = 1 << 17
const MET: usize = memory.data(SLOTS * 8, 16)
let stamp: u64 = 0

/** Weights of grams are kept in steps of this part of 1. */
export const STEP: f32 = 8

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
  const entry = (stamp << 32) | u64(code)
  for (;;) {
    const met = load<u64>(MET + (slot << 3))
    if (met == entry) return false
    if (met >> 32 != stamp) break
    slot = (slot + 1) & mask
  }
  store<u64>(MET + (slot << 3), entry)
  return true
}

/** Finds the grams of the text at TEXT, each once, where it first stands, ascending by code. @returns how many */
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
  return count
}

/** How much a gram tells, in steps. */
@inline
export function levelOf(code: i32): u8 {
  return load<u8>(FREQUENCIES + ((code ^ (code >>> FREQUENCY_BITS)) & ((1 << FREQUENCY_BITS) - 1)))
}

/** Codes are spread evenly: keys go into buckets by their highest bits, and few of them stand in the wrong order then. */
function sortKeys(count: i32): void {
  const bits = count < 256 ? 6 : count < 1024 ? 8 : MOST_BITS
  const shift = CODE_BITS - bits + 32
  memory.fill(BUCKET_ENDS, 0, (1 << bits) * 4)
  for (let index = 0; index < count; index++) {
    const end = BUCKET_ENDS + usize((load<u64>(KEYS + (index << 3)) >> shift) << 2)
    store<i32>(end, load<i32>(end) + 1)
  }
  let sum = 0
  for (let bucket = 0; bucket < 1 << bits; bucket++) {
    const end = BUCKET_ENDS + (bucket << 2)
    sum += load<i32>(end)
    store<i32>(end, sum)
  }
  for (let index = count - 1; index >= 0; index--) {
    const key = load<u64>(KEYS + (index << 3))
    const end = BUCKET_ENDS + usize((key >> shift) << 2)
    const at = load<i32>(end) - 1
    store<i32>(end, at)
    store<u64>(SORTED + (at << 3), key)
  }
  for (let index = 0; index < count; index++) {
    const key = load<u64>(SORTED + (index << 3))
    let at = index
    for (; at > 0; at--) {
      const other = load<u64>(KEYS + ((at - 1) << 3))
      if (other <= key) break
      store<u64>(KEYS + (at << 3), other)
    }
    store<u64>(KEYS + (at << 3), key)
  }
}
