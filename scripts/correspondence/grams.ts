// How the tables of src/report/correspondence/data are addressed. kernel/assembly/ does the same when it
// reads them; a test compares the two.
import {FREQUENCY_BITS} from '../../src/report/correspondence/data/frequencies.ts'

/** A gram is a run of one to three characters. */
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

/** Where a gram's frequency stands. */
export const slotOf = (code: number): number => (code ^ (code >>> FREQUENCY_BITS)) & ((1 << FREQUENCY_BITS) - 1)

/** A gram's row of weights stands in the bucket of its code's low bits, under the others. */
export const CONCEPT_BUCKETS = 1 << 15
export const fingerprintOf = (code: number): number => code >>> 15
