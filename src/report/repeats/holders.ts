import {powerOfTwo} from '../../language/power-of-two.ts'
import type {Statement} from '../statements.ts'

/** Jaccard coefficient from which two sentences count as the same; numbers and one word may differ. */
export const NEAR = 0.8
/** A gram that stands in more sentences is a phrase of the trade and proposes no pair. */
const COMMON = 6

/** Two lists that have so much in common share one of their first so many grams: only these are looked up. */
const telling = ({length}: Int32Array): number => length - Math.ceil(NEAR * length) + 1

const NONE: readonly number[] = []

/** Which statements hold a gram among their first ones: a table in arrays, as a long draft holds thousands of grams. */
export class Holders {
  /** By a hash of the gram: how many may hold it; from 2 on it is not counted. Few grams are held by two. */
  readonly #few: Uint8Array
  readonly #mask: number
  /** By slot: the gram, whether there is one, and the latest of its entries, from 1 on. */
  readonly #grams: Int32Array
  readonly #isTaken: Uint8Array
  readonly #latest: Int32Array
  // by entry: the statement, the entry before, how many entries there are so far
  readonly #statements: Int32Array
  readonly #before: Int32Array
  readonly #counts: Uint8Array
  #entries = 0

  /** @param statements all that will be added, and perhaps some more */
  constructor(statements: readonly Statement[]) {
    let all = 0
    for (const {grams} of statements) if (grams) all += telling(grams)
    this.#few = new Uint8Array(powerOfTwo(all * 4))
    let shared = 0
    for (const {grams} of statements)
      for (let at = 0; grams && at < telling(grams); at++) {
        const place = this.#placeOf(grams[at] as number)
        const count = this.#few[place] as number
        if (count < 2) this.#few[place] = count + 1
        if (count > 0) shared += 2
      }
    const slots = powerOfTwo(shared * 2)
    this.#mask = slots - 1
    this.#grams = new Int32Array(slots)
    this.#isTaken = new Uint8Array(slots)
    this.#latest = new Int32Array(slots)
    this.#statements = new Int32Array(shared + 1)
    this.#before = new Int32Array(shared + 1)
    this.#counts = new Uint8Array(shared + 1)
  }

  #placeOf(gram: number): number {
    return (gram ^ (gram >>> 15)) & (this.#few.length - 1)
  }

  /** Those of the first grams of a statement that another one may hold too, by their slots. Mostly there are none. */
  tellingOf(grams: Int32Array): readonly number[] {
    let slots: number[] | undefined
    for (let at = 0; at < telling(grams); at++) {
      const gram = grams[at] as number
      if ((this.#few[this.#placeOf(gram)] as number) > 1) (slots ??= []).push(this.#slotOf(gram))
    }
    return slots ?? NONE
  }

  add(slots: readonly number[], statement: number): void {
    for (const slot of slots) {
      const before = this.#latest[slot] as number
      const count = this.#counts[before] as number
      if (count > COMMON) continue
      const entry = ++this.#entries
      this.#latest[slot] = entry
      this.#statements[entry] = statement
      this.#before[entry] = before
      this.#counts[entry] = count + 1
    }
  }

  /** Earlier statements that hold one of these grams, in reading order. */
  of(slots: readonly number[]): readonly number[] {
    const found: number[] = []
    for (const slot of slots) {
      let entry = this.#latest[slot] as number
      if ((this.#counts[entry] as number) > COMMON) continue
      for (; entry; entry = this.#before[entry] as number) {
        const statement = this.#statements[entry] as number
        if (!found.includes(statement)) found.push(statement)
      }
    }
    return found.length > 1 ? found.sort((a, b) => a - b) : found
  }

  /** The slot of a gram, which is its own from now on. */
  #slotOf(gram: number): number {
    let slot = (gram ^ (gram >>> 15)) & this.#mask
    while (this.#isTaken[slot] && this.#grams[slot] !== gram) slot = (slot + 1) & this.#mask
    this.#isTaken[slot] = 1
    this.#grams[slot] = gram
    return slot
  }
}
