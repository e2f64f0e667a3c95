import {CELL_VALUES, LEVELS} from '../../../language/codec.ts'
import {CONCEPTS, conceptBasis, conceptNames, conceptRows, conceptStarts} from '../data/concepts.ts'
import {FREQUENCY_BITS, frequencies} from '../data/frequencies.ts'
import {faultTerms, kindNames, moveTerms} from '../data/terms.ts'
import type {Network} from '../network.ts'
import {binary} from './binary.ts'

/**
 * Terms of a table, packed by scripts/correspondence/terms.ts so that nothing is built when the program starts
 * (assembly/terms.ts).
 */
export interface TermIndex {
  /** Where each bucket begins in `entries`, three cells each, and one more for the end. */
  readonly starts: () => Uint8Array
  readonly entries: () => string
}

/** A problem and a measure that are compared, by their places in their lists. */
export interface Pair {
  readonly problem: number
  readonly measure: number
  /** Whether the layout itself pairs or parts them. */
  readonly isLaidOut: boolean
}

/** The scores at which a measure answers nothing and at which a problem has no answer. */
export interface Nothing {
  readonly measure: number
  readonly problem: number
}

/** A logistic regression. */
export interface Regression {
  readonly weights: readonly number[]
  readonly bias: number
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
  comparePair(): void
  scoreCells(count: number, networks: number): void
  reservePairs(pairs: number, problems: number, measures: number): void
  compete(nothingOfMeasure: number, nothingOfProblem: number): void
  weigh(features: number, width: number, count: number, model: number): void
  doubt(): void
  setUp(documents: number, largest: number): void
  setTerms(kinds: number): void
}

/** Where its lists of pairs stand, which grow (assembly/matching.ts). */
type List = 'problemOf' | 'measureOf' | 'isLaidOut' | 'scores' | 'chances' | 'second' | 'third'

export type Constant =
  | 'BASIS_CELLS'
  | 'BASIS_VALUES'
  | 'CELL_VALUES'
  | 'CELLS'
  | 'DIMENSIONS'
  | 'EMPTY_FIELD'
  | 'ENTRIES'
  | 'FEATURES'
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
  | 'MOST_CELLS'
  | 'MOST_DOCUMENTS'
  | 'MOST_KINDS'
  | 'MOST_NETWORKS'
  | 'MOST_ROWS'
  | 'NETWORK'
  | 'NETWORKS'
  | 'PAIR'
  | 'PAIR_FEATURES'
  | 'PLACE_FIELD'
  | 'PROBLEM'
  | 'PROBLEM_MARKS'
  | 'READ'
  | 'ROWS'
  | 'SCORES'
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
}

/** The arithmetic of comparing items (assembly/), with its tables. */
class Kernel {
  readonly at: (name: Constant) => number
  readonly #exports: Exports
  // what the memory holds, seen anew where it has grown
  #bytes!: Uint8Array
  #text!: Buffer
  #pair!: Float64Array
  #cells!: Float64Array
  #scores!: Float64Array
  #problem: Item | undefined
  #networks: readonly Network[] | undefined

  constructor() {
    const {exports} = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(binary, 'base64')))
    const at = (name: Constant): number => exports[name].value
    const rows = conceptRows()
    if (
      at('LEVELS') !== LEVELS ||
      at('FREQUENCY_BITS') !== FREQUENCY_BITS ||
      at('DIMENSIONS') !== CONCEPTS.dimensions ||
      CONCEPT_NAMES.length > at('MOST_DOCUMENTS') ||
      rows.length > at('MOST_ROWS') ||
      KIND_NAMES.length > at('MOST_KINDS')
    )
      throw new Error('the tables of correspondence do not fit the kernel')
    this.at = at
    this.#exports = exports
    this.#look()
    this.#bytes.set(conceptStarts(), at('STARTS'))
    this.#bytes.set(rows, at('ROWS'))
    this.#bytes.set(frequencies(), at('FREQUENCIES'))
    this.#bytes.set(conceptBasis(), at('BASIS_CELLS'))
    new Float32Array(exports.memory.buffer, at('BASIS_VALUES'), LEVELS).set(basisValues())
    exports.setUp(CONCEPT_NAMES.length, CONCEPTS.largest)
    this.#bytes.set(CELL_VALUES, at('CELL_VALUES'))
    this.#takeTerms(faultTerms, 'problem')
    this.#takeTerms(moveTerms, 'measure')
    exports.setTerms(KIND_NAMES.length)
  }

  #look(): void {
    const {at} = this
    const {buffer} = this.#exports.memory
    this.#bytes = new Uint8Array(buffer)
    this.#text = Buffer.from(buffer, at('TEXT'), at('MOST') * 2)
    this.#pair = new Float64Array(buffer, at('PAIR'), at('PAIR_FEATURES'))
    this.#cells = new Float64Array(buffer, at('CELLS'), at('MOST_CELLS') * at('FEATURES'))
    this.#scores = new Float64Array(buffer, at('SCORES'), at('MOST_CELLS'))
  }

  #takeTerms({starts, entries}: TermIndex, side: Side): void {
    const size = this.at('TERM_TABLE')
    const from = this.at('TERMS') + SIDES[side] * size
    const written = entries()
    const begin = this.at('ENTRIES')
    if (begin + written.length * 2 > size) throw new Error('the terms of correspondence do not fit the kernel')
    this.#bytes.set(starts(), from)
    Buffer.from(this.#bytes.buffer, from + begin).write(written, 'utf16le')
  }

  read(text: string, side: Side, headEnd: number): Item {
    const most = this.at('MOST')
    const words = text.length > most ? text.slice(0, most) : text
    this.#text.write(words, 'utf16le')
    const head = Math.min(headEnd, text.length + 1)
    const size = this.#exports.readItem(SIDES[side], words.length, head, text.length)
    const from = this.at('READ')
    return this.#bytes.slice(from, from + size)
  }

  compare(problem: Item, measure: Item): Float64Array {
    // pairs come row by row
    if (this.#problem !== problem) this.#bytes.set((this.#problem = problem), this.at('PROBLEM'))
    this.#bytes.set(measure, this.at('MEASURE'))
    this.#exports.comparePair()
    return this.#pair
  }

  marks(length: number): Uint8Array {
    const from = this.at('PROBLEM_MARKS')
    return this.#bytes.subarray(from, from + Math.min(length, this.at('MOST')))
  }

  score(rows: readonly Float64Array[], networks: readonly Network[]): Float64Array {
    if (this.#networks !== networks) this.#takeNetworks(networks)
    const scores = new Float64Array(rows.length)
    const width = this.at('FEATURES')
    const most = this.#scores.length
    for (let from = 0; from < rows.length; from += most) {
      const count = Math.min(most, rows.length - from)
      for (let k = 0; k < count; k++) this.#cells.set(rows[from + k] as Float64Array, k * width)
      this.#exports.scoreCells(count, networks.length)
      scores.set(this.#scores.subarray(0, count), from)
    }
    return scores
  }

  /** The pairs of a draft, sorted by problem, then measure. */
  #takePairs(pairs: readonly Pair[], problems: number, measures: number): void {
    const exports = this.#exports
    exports.reservePairs(pairs.length, problems, measures)
    if (this.#bytes.buffer !== exports.memory.buffer) this.#look()
    const {buffer} = exports.memory
    const ofProblem = new Int32Array(buffer, exports.problemOf.value, pairs.length)
    const ofMeasure = new Int32Array(buffer, exports.measureOf.value, pairs.length)
    for (let index = 0; index < pairs.length; index++) {
      const {problem, measure} = pairs[index] as Pair
      ofProblem[index] = problem
      ofMeasure[index] = measure
    }
  }

  #numbers(at: number, count: number): Float64Array {
    return new Float64Array(this.#exports.memory.buffer, at, count)
  }

  compete(
    pairs: readonly Pair[],
    scores: Float64Array,
    nothing: Nothing,
    problems: number,
    measures: number,
  ): Float64Array {
    const exports = this.#exports
    this.#takePairs(pairs, problems, measures)
    this.#numbers(exports.scores.value, pairs.length).set(scores)
    const from = exports.isLaidOut.value
    for (let index = 0; index < pairs.length; index++) this.#bytes[from + index] = pairs[index]?.isLaidOut ? 1 : 0
    exports.compete(nothing.measure, nothing.problem)
    return this.#numbers(exports.second.value, pairs.length * this.at('SECOND')).slice()
  }

  /** @param rows one after the other, as many numbers each as there are weights */
  weigh(rows: Float64Array, {weights, bias}: Regression): Float64Array {
    const exports = this.#exports
    const count = rows.length / weights.length
    // as many rows of six as there are pairs, or of five as there are problems
    exports.reservePairs(count, count, 0)
    if (this.#bytes.buffer !== exports.memory.buffer) this.#look()
    this.#numbers(exports.second.value, rows.length).set(rows)
    const model = this.at('MODEL')
    this.#numbers(model, weights.length + 1).set([...weights, bias])
    exports.weigh(exports.second.value, weights.length, count, model)
    return this.#numbers(exports.chances.value, count).slice()
  }

  doubt(pairs: readonly Pair[], chances: Float64Array, second: Float64Array, problems: number): Float64Array {
    const exports = this.#exports
    this.#takePairs(pairs, problems, 0)
    this.#numbers(exports.chances.value, pairs.length).set(chances)
    this.#numbers(exports.second.value, second.length).set(second)
    exports.doubt()
    return this.#numbers(exports.third.value, problems * this.at('THIRD')).slice()
  }

  #takeNetworks(networks: readonly Network[]): void {
    const size = this.at('NETWORK')
    const units = this.at('UNITS')
    if (networks.length > this.at('MOST_NETWORKS') || networks.some(({out}) => out.length !== units))
      throw new Error('the networks of correspondence do not fit the kernel')
    const numbers = new Float64Array(this.#bytes.buffer, this.at('NETWORKS'), size * networks.length)
    networks.forEach(({mean, spread, direct, hidden, out}, index) => {
      const features = mean.flatMap((_, k) => hidden.map((row) => row[k] as number))
      const biases = hidden.map((row) => row[mean.length] as number)
      numbers.set([...mean, ...spread, ...direct, ...features, ...biases, ...out], index * size)
    })
    this.#networks = networks
  }
}

/** The value that each level of a cell of the basis stands for: square roots keep more of the small values apart. */
const basisValues = (): Float32Array =>
  Float32Array.from({length: LEVELS}, (_, level) => {
    const half = (LEVELS - 1) >> 1
    const root = (level - half) / half
    return Math.sign(root) * root * root * CONCEPTS.reach
  })

let kernel: Kernel | undefined

/** The kernel, with its tables from the first call on. */
export const loaded = (): Kernel => (kernel ??= new Kernel())
