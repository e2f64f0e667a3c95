import {readCell} from '../../language/codec.ts'
import {FREQUENCY_BITS, frequencies} from './data/frequencies.ts'

/** Runs of one to three characters in a text, each counted once, sorted by code. */
export interface Grams {
  /** Codes of the grams (30 bits of a hash), ascending. */
  readonly codes: Int32Array
  /** How much each gram tells, beside `codes`: its inverse document frequency. */
  readonly weights: Float32Array
  /** How many characters it has. */
  readonly sizes: Uint8Array
  /** Where in the text each gram first stands. */
  readonly at: Int32Array
}

export const LONGEST = 3

/** What a character is for grams: nothing (0, ends a run), or its code, digits and marks left out, letters in lower case. */
export function foldCharacter(code: number): number {
  if (code >= 0x4e00 && code <= 0x9fff) return code
  if (code >= 0x61 && code <= 0x7a) return code
  if (code >= 0x41 && code <= 0x5a) return code + 32
  return 0
}

/** Adds a character to the code of the characters before it. */
export const extendCode = (code: number, character: number): number =>
  (Math.imul(code ^ (character * 0x9e3b), 0x2545f491) ^ (character << 7) ^ (code >>> 11)) & 0x3fffffff

/** The code of a short string. */
export function codeOf(gram: string): number {
  let code = 0
  for (let index = 0; index < gram.length; index++) code = extendCode(code, foldCharacter(gram.charCodeAt(index)))
  return code
}

const STEP = 8

/** log(documents / documents with this gram), from a table shipped with the program. Rare and unknown grams get the maximum. */
export const idf = (code: number): number => readCell(frequencies, slotOf(code)) / STEP

export const slotOf = (code: number): number => (code ^ (code >>> FREQUENCY_BITS)) & ((1 << FREQUENCY_BITS) - 1)

/** Scratch: a table of the codes met in a text, by slot, with where and how long; a slot holds what `stamps` says is of now. */
const SLOTS = 1 << 12
let slotCodes = new Int32Array(SLOTS)
let slotPlaces = new Int32Array(SLOTS)
let stamps = new Uint32Array(SLOTS)
let stamp = 0

/** The slot of a code, or the free one where it belongs. */
function slotIn(code: number, mask: number): number {
  let slot = (code ^ (code >>> 15)) & mask
  while (stamps[slot] === stamp && slotCodes[slot] !== code) slot = (slot + 1) & mask
  return slot
}

function prepare(length: number): number {
  let slots = slotCodes.length
  while (slots < length * LONGEST * 2) slots *= 2
  if (slots > slotCodes.length || stamp === 0xffffffff) {
    slotCodes = new Int32Array(slots)
    slotPlaces = new Int32Array(slots)
    stamps = new Uint32Array(slots)
    stamp = 0
  }
  stamp++
  return slots - 1
}

export function findGrams(text: string): Grams {
  const {length} = text
  const mask = prepare(length)
  const found = new Int32Array(length * LONGEST)
  let count = 0
  for (let start = 0; start < length; start++) {
    let code = 0
    for (let size = 1; size <= LONGEST && start + size <= length; size++) {
      const character = foldCharacter(text.charCodeAt(start + size - 1))
      if (character === 0) break
      code = extendCode(code, character)
      const slot = slotIn(code, mask)
      if (stamps[slot] === stamp) continue
      stamps[slot] = stamp
      slotCodes[slot] = code
      slotPlaces[slot] = start * 4 + size
      found[count++] = code
    }
  }
  const codes = found.slice(0, count).sort()
  const weights = new Float32Array(count)
  const sizes = new Uint8Array(count)
  const at = new Int32Array(count)
  for (let index = 0; index < count; index++) {
    const code = codes[index] as number
    const packed = slotPlaces[slotIn(code, mask)] as number
    weights[index] = idf(code)
    sizes[index] = packed & 3
    at[index] = packed >> 2
  }
  return {codes, weights, sizes, at}
}
