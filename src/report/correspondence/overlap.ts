import {addGram, DIMENSIONS, newSums, project} from './concepts.ts'
import type {Grams} from './grams.ts'
import {type Content, type KindHit, SINGLE} from './profile.ts'

/** What two texts have in common, gram by gram. */
export interface Overlap {
  /** Sum of the squared weights of all common grams. */
  readonly squares: number
  /** Sum of the weights of the common grams of two and three characters, and the largest of them. */
  readonly sum: number
  readonly largest: number
}

export function overlap(a: Grams, b: Grams): Overlap {
  let squares = 0
  let sum = 0
  let largest = 0
  const {codes, weights, sizes} = a
  const others = b.codes
  for (let i = 0, j = 0; i < codes.length && j < others.length; ) {
    const x = codes[i] as number
    const y = others[j] as number
    if (x < y) i++
    else if (x > y) j++
    else {
      const weight = weights[i] as number
      squares += weight * weight
      if (sizes[i] !== 1) {
        sum += weight
        if (weight > largest) largest = weight
      }
      i++
      j++
    }
  }
  return {squares, sum, largest}
}

/** Grams that say something: 的情, 了一 do not. */
const TELLING = 4.5

/** The phrases that both texts hold, and how near the texts still are when these are left out. */
export interface Remainder {
  /** Common phrases as they stand in the first text. */
  readonly phrases: readonly string[]
  /** Cosine in the space of concepts without the common phrases. */
  readonly concepts: number
  /** Cosine of fault and move without the words inside the common phrases. */
  readonly moves: number
}

export function remainder(a: Content, b: Content, known: GramPlaces): Remainder {
  const inA = new Uint8Array(a.words.length)
  const inB = new Uint8Array(b.words.length)
  markCommon(a.grams, b.grams, inA, inB)
  const phrases = runs(a.words, inA)
  if (!phrases.length)
    return {phrases, concepts: cosineOfPlaces(a.place, a.length, b.place, b.length), moves: cosine(a.kinds, b.kinds)}
  return {
    phrases,
    concepts: cosineBeside(a, b, placeOf(a.grams, inA, known)),
    moves: cosineOfHits(without(a.hits, inA), without(b.hits, inB)),
  }
}

/** Marks the characters of the telling grams that both texts hold. */
function markCommon(a: Grams, b: Grams, inA: Uint8Array, inB: Uint8Array): void {
  for (let i = 0, j = 0; i < a.codes.length && j < b.codes.length; ) {
    const x = a.codes[i] as number
    const y = b.codes[j] as number
    if (x < y) i++
    else if (x > y) j++
    else {
      const size = a.sizes[i] as number
      if (size !== 1 && (a.weights[i] as number) > TELLING) {
        inA.fill(1, a.at[i], (a.at[i] as number) + size)
        inB.fill(1, b.at[j], (b.at[j] as number) + size)
      }
      i++
      j++
    }
  }
}

/** Cosine of two places after the same third one has been taken from both. */
function cosineBeside(a: Content, b: Content, common: Float32Array): number {
  let both = 0
  let withA = 0
  let withB = 0
  let own = 0
  for (let axis = 0; axis < common.length; axis++) {
    const x = a.place[axis] as number
    const y = b.place[axis] as number
    const z = common[axis] as number
    both += x * y
    withA += x * z
    withB += y * z
    own += z * z
  }
  const lengthA = a.length * a.length - 2 * withA + own
  const lengthB = b.length * b.length - 2 * withB + own
  return lengthA <= 0 || lengthB <= 0 ? 0 : (both - withA - withB + own) / Math.sqrt(lengthA * lengthB)
}

function runs(words: string, marked: Uint8Array): string[] {
  const phrases: string[] = []
  for (let start = 0; start < marked.length; start++) {
    if (!marked[start]) continue
    let end = start
    while (marked[end]) end++
    phrases.push(words.slice(start, end))
    start = end
  }
  return phrases
}

/** Where single grams stand in the space of concepts. The same phrases come back in many pairs of a draft. */
export type GramPlaces = Map<number, Float32Array>

const scratch = newSums()

function placeOfGram(code: number, size: number, known: GramPlaces): Float32Array {
  const key = code * 4 + size
  const place = known.get(key)
  if (place) return place
  scratch.fill(0)
  addGram(scratch, code, size === 1 ? SINGLE : 1)
  const made = project(scratch)
  known.set(key, made)
  return made
}

/** The place of the grams that lie wholly inside the marked characters. */
function placeOf(grams: Grams, marked: Uint8Array, known: GramPlaces): Float32Array {
  const place = new Float32Array(DIMENSIONS)
  for (let index = 0; index < grams.codes.length; index++) {
    const at = grams.at[index] as number
    const size = grams.sizes[index] as number
    if (!marked[at] || !marked[at + size - 1] || !marked[at + (size >> 1)]) continue
    const own = placeOfGram(grams.codes[index] as number, size, known)
    for (let axis = 0; axis < place.length; axis++) place[axis] = (place[axis] as number) + (own[axis] as number)
  }
  return place
}

const without = (hits: readonly KindHit[], marked: Uint8Array): KindHit[] =>
  hits.filter(({start, end}) => !marked[start] && !marked[end - 1])

export function cosineOfPlaces(a: Float32Array, lengthA: number, b: Float32Array, lengthB: number): number {
  if (lengthA === 0 || lengthB === 0) return 0
  let sum = 0
  for (let axis = 0; axis < a.length; axis++) sum += (a[axis] as number) * (b[axis] as number)
  return sum / (lengthA * lengthB)
}

/** Softened, so that one weak hit on either side is no certainty. */
const SOFT = 0.5

export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0
  let x = 0
  let y = 0
  for (let index = 0; index < a.length; index++) {
    const p = a[index] as number
    const q = b[index] as number
    sum += p * q
    x += p * p
    y += q * q
  }
  return sum / Math.sqrt(x * y + SOFT)
}

function cosineOfHits(a: readonly KindHit[], b: readonly KindHit[]): number {
  const sums = new Map<number, number>()
  for (const {kind, value} of a) sums.set(kind, (sums.get(kind) ?? 0) + value)
  const others = new Map<number, number>()
  for (const {kind, value} of b) others.set(kind, (others.get(kind) ?? 0) + value)
  let sum = 0
  let x = 0
  let y = 0
  for (const [kind, value] of sums) {
    sum += value * (others.get(kind) ?? 0)
    x += value * value
  }
  for (const value of others.values()) y += value * value
  return sum / Math.sqrt(x * y + SOFT)
}
