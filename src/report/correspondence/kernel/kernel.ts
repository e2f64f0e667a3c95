import {CELL_VALUES, LEVELS} from '../../../language/codec.ts'
import {CONCEPTS, conceptBasis, conceptNames, conceptRows, conceptStarts} from '../data/concepts.ts'
import {FREQUENCY_BITS, frequencies} from '../data/frequencies.ts'
import {faultTerms, kindNames, moveTerms} from '../data/terms.ts'
import {binary, plainBinary} from './binary.ts'

/**
 * Terms of a table, packed by scripts/correspondence/terms.ts so that nothing is built when the program starts
 * (assembly/terms.ts).
 */
export interface TermIndex {
  /** Where each bucket begins in `entries`, three cells each, and one more for the end. */
  readonly starts: (into: Uint8Array) => number
  readonly entries: (into: Uint8Array) => number
}

/** A problem shows faults, a measure moves. */
export type Side = 'problem' | 'measure'

/** What the kernel knows of an item, in its own layout (assembly/item.ts). */
export type Item = Uint8Array

export const CONCEPT_NAMES: readonly string[] = conceptNames.split(' ')
const KIND_NAMES: readonly string[] = kindNames.split(' ')
const SIDES: Readonly<Record<Side, number>> = {problem: 0, measure: 1}

/** What assembly/ exports. */
interface Exports extends Readonly<Record<Constant | List, {readonly value: number}>> {
  readonly memory: {readonly buffer: ArrayBuffer}
  readItem(side: number, words: number, headEnd: number, whole: number): number
  reservePairs(pairs: number, problems: number, measures: number): void
  comparePair(to: number): void
  compareRivals(): void
  reservePlaces(problems: number): void
  findNearest(count: number): number
  scorePairs(networks: number): void
  compete(nothingOfMeasure: number, nothingOfProblem: number): void
  weigh(features: number, width: number, count: number, model: number): void
  doubt(): void
  setUp(documents: number, largest: number, reach: number): void
  setTerms(kinds: number): void
}

/** Where its lists of pairs and of places stand, which move as they grow (assembly/pairs.ts, assembly/nearest.ts). */
type List =
  | 'places'
  | 'lengths'
  | 'listed'
  | 'problemOf'
  | 'measureOf'
  | 'isLaidOut'
  | 'cells'
  | 'scores'
  | 'chances'
  | 'second'
  | 'third'

export type Constant =
  | 'BASIS'
  | 'BUCKETS'
  | 'CELL_VALUES'
  | 'DIMENSIONS'
  | 'EMPTY_FIELD'
  | 'ENTRIES'
  | 'FEATURES'
  | 'FOUND'
  | 'FREQUENCIES'
  | 'FREQUENCY_BITS'
  | 'GENERAL_FIELD'
  | 'GRAMS_FIELD'
  | 'HITS_FIELD'
  | 'KINDS_FIELD'
  | 'LENGTH_FIELD'
  | 'LEVELS'
  | 'LISTS_FIELD'
  | 'MEASURE'
  | 'MODEL'
  | 'MOST'
  | 'MOST_DOCUMENTS'
  | 'MOST_KINDS'
  | 'MOST_NETWORKS'
  | 'MOST_ROWS'
  | 'NEAREST'
  | 'NETWORK'
  | 'NETWORKS'
  | 'OWN'
  | 'PAIR'
  | 'PLACE_FIELD'
  | 'PROBLEM'
  | 'PROBLEM_MARKS'
  | 'READ'
  | 'ROWS'
  | 'SECOND'
  | 'STARTS'
  | 'SUBJECTS_FIELD'
  | 'TERM_TABLE'
  | 'TERMS'
  | 'TEXT'
  | 'THIRD'
  | 'UNITS'

// not among Node's types
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object
  Instance: new (module: object) => {readonly exports: Exports}
  CompileError: new () => Error
}

/** V8 has no vectors for LoongArch, among others, nor for old x64 processors. */
function compiled(): object {
  try {
    return new WebAssembly.Module(binary())
  } catch (error) {
    if (error instanceof WebAssembly.CompileError) return new WebAssembly.Module(plainBinary())
    throw error
  }
}

/** The arithmetic of comparing items (assembly/), with its tables. */
class Kernel {
  readonly at: Readonly<Record<Constant, number>>
  readonly exports: Exports
  // what the memory holds, seen anew where it has grown
  #bytes!: Uint8Array
  #text!: Buffer
  #problem: Item | undefined

  constructor() {
    const {exports} = new WebAssembly.Instance(compiled())
    const at = constantsOf(exports)
    if (
      at.LEVELS !== LEVELS ||
      at.FREQUENCY_BITS !== FREQUENCY_BITS ||
      at.DIMENSIONS !== CONCEPTS.dimensions ||
      CONCEPT_NAMES.length > at.MOST_DOCUMENTS ||
      KIND_NAMES.length > at.MOST_KINDS
    )
      throw new Error('the tables of correspondence do not fit the kernel')
    this.at = at
    this.exports = exports
    this.#look()
    conceptStarts(this.#room(at.STARTS, (at.BUCKETS + 1) * 4))
    conceptRows(this.#room(at.ROWS, at.MOST_ROWS))
    frequencies(this.#room(at.FREQUENCIES, 1 << FREQUENCY_BITS))
    conceptBasis(this.#room(at.BASIS, at.MOST_DOCUMENTS * at.DIMENSIONS))
    exports.setUp(CONCEPT_NAMES.length, CONCEPTS.largest, CONCEPTS.reach)
    this.#bytes.set(CELL_VALUES, at.CELL_VALUES)
    this.#takeTerms(faultTerms, 'problem')
    this.#takeTerms(moveTerms, 'measure')
    exports.setTerms(KIND_NAMES.length)
  }

  #look(): void {
    const {buffer} = this.exports.memory
    this.#bytes = new Uint8Array(buffer)
    this.#text = Buffer.from(buffer, this.at.TEXT, this.at.MOST * 2)
  }

  #takeTerms({starts, entries}: TermIndex, side: Side): void {
    const {TERMS, TERM_TABLE, ENTRIES} = this.at
    const from = TERMS + SIDES[side] * TERM_TABLE
    starts(this.#room(from, ENTRIES))
    entries(this.#room(from + ENTRIES, TERM_TABLE - ENTRIES))
  }

  #room(at: number, size: number): Uint8Array {
    return this.#bytes.subarray(at, at + size)
  }

  read(text: string, side: Side, headEnd: number): Item {
    const most = this.at.MOST
    const words = text.length > most ? text.slice(0, most) : text
    this.#text.write(words, 'utf16le')
    const head = Math.min(headEnd, text.length + 1)
    const size = this.exports.readItem(SIDES[side], words.length, head, text.length)
    const from = this.at.READ
    return this.#bytes.slice(from, from + size)
  }

  /** Puts two items where they are compared. */
  hold(problem: Item, measure: Item): void {
    // pairs come row by row
    if (this.#problem !== problem) this.#bytes.set((this.#problem = problem), this.at.PROBLEM)
    this.#bytes.set(measure, this.at.MEASURE)
  }

  /** Numbers in its memory, valid until it grows. */
  numbers(at: number, count: number): Float64Array {
    return new Float64Array(this.exports.memory.buffer, at, count)
  }

  bytes(at: number, count: number): Uint8Array {
    return new Uint8Array(this.exports.memory.buffer, at, count)
  }

  reservePairs(pairs: number, problems: number, measures: number): void {
    this.exports.reservePairs(pairs, problems, measures)
    this.#lookAgain()
  }

  reservePlaces(problems: number): void {
    this.exports.reservePlaces(problems)
    this.#lookAgain()
  }

  #lookAgain(): void {
    if (this.#bytes.buffer !== this.exports.memory.buffer) this.#look()
  }
}

/** Copied once: reading a global of WebAssembly is slow. */
const constantsOf = (exports: Exports): Readonly<Record<Constant, number>> =>
  Object.fromEntries(Object.entries(exports).map(([name, {value}]) => [name, value])) as Record<Constant, number>

let kernel: Kernel | undefined

/** The kernel, with its tables from the first call on. */
export const loaded = (): Kernel => (kernel ??= new Kernel())
