import {placeOfGrams} from './kernel/index.ts'
import type {Content, KindHit, Kinds} from './profile.ts'

/** What two texts have in common, gram by gram. */
export interface Overlap {
  /** Sums of the squared weights of all common grams, of those in the head of the first text, of those in both heads. */
  readonly squares: number
  readonly headSquares: number
  readonly headsSquares: number
  /** Sum of the weights of the common grams of two and three characters, and the largest of them. */
  readonly sum: number
  readonly largest: number
  /** The phrases that both texts hold, and how near the texts still are when these are left out. */
  readonly rest: Remainder
}

export interface Remainder {
  /** Common phrases as they stand in the first text. */
  readonly phrases: readonly string[]
  /** Cosine in the space of concepts without the common phrases. */
  readonly concepts: number
  /** Cosine of fault and move without the words inside the common phrases. */
  readonly moves: number
}

/** Grams that say something: 的情, 了一 do not. */
const TELLING = 4.5

/** Scratch: the characters of each text that stand in a common phrase; all 0 between two calls. */
let inA = new Uint8Array(1024)
let inB = new Uint8Array(1024)

/** @param concepts how near the texts are with all they say, @param moves likewise */
export function overlap(a: Content, b: Content, concepts: number, moves: number): Overlap {
  if (inA.length < a.words.length) inA = new Uint8Array(a.words.length * 2)
  if (inB.length < b.words.length) inB = new Uint8Array(b.words.length * 2)
  // one walk through the grams of both, which marks the characters of the telling ones
  let squares = 0
  let headSquares = 0
  let headsSquares = 0
  let sum = 0
  let largest = 0
  let isTelling = false
  const {codes, weights, sizes, at} = a.grams
  const others = b.grams.codes
  const atB = b.grams.at
  for (let i = 0, j = 0; i < codes.length && j < others.length; ) {
    const x = codes[i] as number
    const y = others[j] as number
    if (x < y) i++
    else if (x > y) j++
    else {
      const weight = weights[i] as number
      const size = sizes[i] as number
      const start = at[i] as number
      const startB = atB[j] as number
      squares += weight * weight
      if (start + size <= a.headEnd) {
        headSquares += weight * weight
        if (startB + size <= b.headEnd) headsSquares += weight * weight
      }
      if (size !== 1) {
        sum += weight
        if (weight > largest) largest = weight
        if (weight > TELLING) {
          isTelling = true
          for (let k = 0; k < size; k++) {
            inA[start + k] = 1
            inB[startB + k] = 1
          }
        }
      }
      i++
      j++
    }
  }
  const rest = isTelling ? remainder(a, b) : {phrases: [], concepts, moves}
  if (isTelling) {
    unmark(inA, a.words.length)
    unmark(inB, b.words.length)
  }
  return {squares, headSquares, headsSquares, sum, largest, rest}
}

/** Quicker than `fill` for the length of an item. */
function unmark(marked: Uint8Array, length: number): void {
  for (let at = 0; at < length; at++) marked[at] = 0
}

function remainder(a: Content, b: Content): Remainder {
  return {
    phrases: runs(a.words),
    concepts: cosineBeside(a, b, beside(a)),
    moves: cosineOfHits(without(a.hits, inA), without(b.hits, inB)),
  }
}

/** The place of the grams that lie wholly inside the marked characters of a text, and what its own place makes of it. */
interface Beside {
  readonly place: Float32Array
  readonly withOwn: number
  readonly squares: number
}

/** By the marked grams: the same phrases come back in many pairs of a draft. */
const known = new WeakMap<Content, Map<number, Beside>>()

function beside(a: Content): Beside {
  const {codes, sizes, at} = a.grams
  const chosen: number[] = []
  // which grams they are, as a number: 53 bits of two hashes
  let low = 0
  let high = 0
  for (let index = 0; index < codes.length; index++) {
    const start = at[index] as number
    const size = sizes[index] as number
    if (!inA[start] || !inA[start + size - 1] || !inA[start + (size >> 1)]) continue
    chosen.push(index)
    low = Math.imul(low ^ index, 0x2545f491) ^ (low >>> 15)
    high = Math.imul(high + index, 0x9e3779b1) ^ (high >>> 13)
  }
  const key = (high & 0x1fffff) * 0x100000000 + (low >>> 0)
  let places = known.get(a)
  if (!places) known.set(a, (places = new Map()))
  let found = places.get(key)
  if (!found) places.set(key, (found = besideOf(a, placeOfGrams(a.grams, chosen))))
  return found
}

function besideOf(a: Content, place: Float32Array): Beside {
  let withOwn = 0
  let squares = 0
  for (let axis = 0; axis < place.length; axis++) {
    const z = place[axis] as number
    withOwn += (a.place[axis] as number) * z
    squares += z * z
  }
  return {place, withOwn, squares}
}

/** Cosine of two places after the same third one has been taken from both. */
function cosineBeside(a: Content, b: Content, {place, withOwn, squares}: Beside): number {
  let both = 0
  let withB = 0
  for (let axis = 0; axis < place.length; axis++) {
    const y = b.place[axis] as number
    both += (a.place[axis] as number) * y
    withB += y * (place[axis] as number)
  }
  const lengthA = a.length * a.length - 2 * withOwn + squares
  const lengthB = b.length * b.length - 2 * withB + squares
  return lengthA <= 0 || lengthB <= 0 ? 0 : (both - withOwn - withB + squares) / Math.sqrt(lengthA * lengthB)
}

function runs(words: string): string[] {
  const phrases: string[] = []
  for (let start = 0; start < words.length; start++) {
    if (!inA[start]) continue
    let end = start
    while (end < words.length && inA[end]) end++
    phrases.push(words.slice(start, end))
    start = end
  }
  return phrases
}

const without = (hits: readonly KindHit[], marked: Uint8Array): readonly KindHit[] =>
  hits.some(({start, end}) => marked[start] || marked[end - 1])
    ? hits.filter(({start, end}) => !marked[start] && !marked[end - 1])
    : hits

export function cosineOfPlaces(a: Float32Array, lengthA: number, b: Float32Array, lengthB: number): number {
  if (lengthA === 0 || lengthB === 0) return 0
  let sum = 0
  for (let axis = 0; axis < a.length; axis++) sum += (a[axis] as number) * (b[axis] as number)
  return sum / (lengthA * lengthB)
}

/** Softened, so that one weak hit on either side is no certainty. */
const SOFT = 0.5

/** How alike the kinds are that two texts show, and the strength of the kind that both show most clearly. */
export function compareKinds(a: Kinds, b: Kinds): {readonly moves: number; readonly strongest: number} {
  let sum = 0
  let strongest = 0
  for (let i = 0, j = 0; i < a.kinds.length && j < b.kinds.length; ) {
    const x = a.kinds[i] as number
    const y = b.kinds[j] as number
    if (x < y) i++
    else if (x > y) j++
    else {
      const p = a.values[i++] as number
      const q = b.values[j++] as number
      sum += p * q
      strongest = Math.max(strongest, Math.min(p, q))
    }
  }
  return {moves: sum / Math.sqrt(a.squares * b.squares + SOFT), strongest}
}

function cosineOfHits(a: readonly KindHit[], b: readonly KindHit[]): number {
  const sums = sumsOf(a)
  const others = sumsOf(b)
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

function sumsOf(hits: readonly KindHit[]): ReadonlyMap<number, number> {
  const sums = new Map<number, number>()
  for (const {kind, value} of hits) sums.set(kind, (sums.get(kind) ?? 0) + value)
  return sums
}
