import {LEVELS} from '../../../language/codec.ts'
import {CONCEPTS, conceptBasis, conceptNames, conceptRows, conceptStarts} from '../data/concepts.ts'
import {FREQUENCY_BITS, frequencies} from '../data/frequencies.ts'
import {binary} from './binary.ts'

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

/** The grams of a text, and where it stands among the concepts. */
export interface Reading {
  readonly grams: Grams
  /** How much it speaks of each document of the concepts. */
  readonly sums: Float32Array
  /** Its place in the space of concepts, not normalised. */
  readonly place: Float32Array
}

export const CONCEPT_NAMES: readonly string[] = conceptNames.split(' ')

/** What assembly.ts exports. */
interface Exports {
  readonly memory: {readonly buffer: ArrayBuffer}
  findGrams(length: number): number
  findPlace(count: number): void
  addPlaces(count: number): void
  setUp(documents: number, largest: number): void
}

type Address =
  | 'STARTS'
  | 'FREQUENCIES'
  | 'BASIS_CELLS'
  | 'BASIS_VALUES'
  | 'ROWS'
  | 'ROWS_END'
  | 'SUMS'
  | 'PLACE'
  | 'TEXT'
  | 'CODES'
  | 'WEIGHTS'
  | 'SIZES'
  | 'AT'
type Constant = 'MOST' | 'DIMENSIONS' | 'MOST_DOCUMENTS' | 'LEVELS' | 'FREQUENCY_BITS'

// not among Node's types
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object
  Instance: new (
    module: object,
  ) => {readonly exports: Exports & Readonly<Record<Address | Constant, {readonly value: number}>>}
}

/** The arithmetic of comparing items (assembly.ts), with its tables. */
class Kernel {
  readonly most: number
  readonly #exports: Exports
  readonly #text: Buffer
  readonly #codes: Int32Array
  readonly #weights: Float32Array
  readonly #sizes: Uint8Array
  readonly #at: Int32Array
  readonly #sums: Float32Array
  readonly #place: Float32Array

  constructor() {
    const {exports} = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(binary, 'base64')))
    const {buffer} = exports.memory
    const at = (name: Address | Constant): number => exports[name].value
    const rows = conceptRows()
    if (
      at('LEVELS') !== LEVELS ||
      at('FREQUENCY_BITS') !== FREQUENCY_BITS ||
      at('DIMENSIONS') !== CONCEPTS.dimensions ||
      CONCEPT_NAMES.length > at('MOST_DOCUMENTS') ||
      rows.length > at('ROWS_END') - at('ROWS')
    )
      throw new Error('the tables of correspondence do not fit assembly.ts')
    const bytes = new Uint8Array(buffer)
    bytes.set(conceptStarts(), at('STARTS'))
    bytes.set(rows, at('ROWS'))
    bytes.set(frequencies(), at('FREQUENCIES'))
    bytes.set(conceptBasis(), at('BASIS_CELLS'))
    new Float32Array(buffer, at('BASIS_VALUES'), LEVELS).set(basisValues())
    exports.setUp(CONCEPT_NAMES.length, CONCEPTS.largest)
    this.most = at('MOST')
    const grams = this.most * 3
    this.#exports = exports
    this.#text = Buffer.from(buffer, at('TEXT'), this.most * 2)
    this.#codes = new Int32Array(buffer, at('CODES'), grams)
    this.#weights = new Float32Array(buffer, at('WEIGHTS'), grams)
    this.#sizes = new Uint8Array(buffer, at('SIZES'), grams)
    this.#at = new Int32Array(buffer, at('AT'), grams)
    this.#sums = new Float32Array(buffer, at('SUMS'), CONCEPT_NAMES.length)
    this.#place = new Float32Array(buffer, at('PLACE'), at('DIMENSIONS'))
  }

  read(text: string): Reading {
    const words = text.length > this.most ? text.slice(0, this.most) : text
    this.#text.write(words, 'utf16le')
    const count = this.#exports.findGrams(words.length)
    this.#exports.findPlace(count)
    return {
      grams: {
        codes: this.#codes.slice(0, count),
        weights: this.#weights.slice(0, count),
        sizes: this.#sizes.slice(0, count),
        at: this.#at.slice(0, count),
      },
      sums: this.#sums.slice(),
      place: this.#place.slice(),
    }
  }

  placeOf({codes, sizes}: Grams, chosen: readonly number[]): Float32Array {
    for (let index = 0; index < chosen.length; index++) {
      this.#codes[index] = codes[chosen[index] as number] as number
      this.#sizes[index] = sizes[chosen[index] as number] as number
    }
    this.#exports.addPlaces(chosen.length)
    return this.#place.slice()
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
const loaded = (): Kernel => (kernel ??= new Kernel())

/** The grams of a text and where it stands among the concepts; as far as its first 20,000 characters say. */
export const readWords = (text: string): Reading => loaded().read(text)

/** The sum of the places of some of a text's grams (indexes), each for itself. */
export const placeOfGrams = (grams: Grams, chosen: readonly number[]): Float32Array => loaded().placeOf(grams, chosen)
