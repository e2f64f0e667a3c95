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

export function findGrams(text: string): Grams {
  const seen = new Map<number, number>()
  const {length} = text
  const folded = new Uint16Array(length)
  for (let index = 0; index < length; index++) folded[index] = foldCharacter(text.charCodeAt(index))
  for (let start = 0; start < length; start++) {
    let code = 0
    for (let size = 1; size <= LONGEST && start + size <= length; size++) {
      const character = folded[start + size - 1] as number
      if (character === 0) break
      code = extendCode(code, character)
      if (!seen.has(code)) seen.set(code, start * 4 + size)
    }
  }
  const codes = Int32Array.from(seen.keys()).sort()
  const weights = new Float32Array(codes.length)
  const sizes = new Uint8Array(codes.length)
  const at = new Int32Array(codes.length)
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index] as number
    const packed = seen.get(code) as number
    weights[index] = idf(code)
    sizes[index] = packed & 3
    at[index] = packed >> 2
  }
  return {codes, weights, sizes, at}
}
