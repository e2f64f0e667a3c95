import {placeOf} from './concepts'
import {STEP} from './grams'
import {Item} from './item'
import {DIMENSIONS, LONGEST_PLACED, MEASURE, MEASURE_MARKS, MOST_KINDS, PROBLEM, PROBLEM_MARKS} from './memory'
import {setFeature} from './pairs'

/** Grams that say something: 的情, 了一 do not. */
const TELLING: f64 = 4.5
/** So many phrases of a pair count. */
const MOST_PHRASES: i32 = 4
/** Softens a cosine of kinds, so that one weak hit on either side is no certainty. */
const SOFT: f64 = 0.5

/** The place of the grams inside the common phrases, f32. */
const BESIDE: usize = memory.data(DIMENSIONS * 4, 16)
/** How strongly the hits outside of them show each kind, f64; 0 between two calls. */
const LEFT: usize = memory.data(MOST_KINDS * 8, 16)
const RIGHT: usize = memory.data(MOST_KINDS * 8, 16)
/** The kinds shown, u8, in the order in which they come. */
const LEFT_KINDS: usize = memory.data(MOST_KINDS, 16)
const RIGHT_KINDS: usize = memory.data(MOST_KINDS, 16)

/** The characters that may be marked from the last pair. */
let problemMarked: i32 = 0
let measureMarked: i32 = 0

// what comparing kinds, and looking for phrases, gives besides their result
let strongest: f64 = 0
let phraseLength: i32 = 0

/** Where the features of the pair go. */
let cell: usize = 0

/**
 * Compares PROBLEM and MEASURE: writes the features that come from their words to `to`, where those of a pair stand, and
 * leaves the common phrases marked in PROBLEM_MARKS.
 */
export function comparePair(to: usize): void {
  cell = to
  const a = changetype<Item>(PROBLEM)
  const b = changetype<Item>(MEASURE)
  const concepts = cosineOfPlaces(a, b)
  const moves = compareKinds(a, b)
  const isTelling = compareGrams(a, b)
  const phrases = isTelling ? min(MOST_PHRASES, countPhrases(a)) : 0
  const allPhrases = isTelling ? phraseCount : 0
  setFeature(cell, 10, concepts)
  setFeature(cell, 11, moves)
  setFeature(cell, 12, strongest)
  setFeature(cell, 13, isTelling ? conceptsBeside(a, b) : concepts)
  setFeature(cell, 14, isTelling ? movesBeside(a, b) : moves)
  setFeature(cell, 15, phrases)
  setFeature(cell, 16, allPhrases == 1 ? 1 : 0)
  setFeature(cell, 17, Math.log1p(isTelling ? f64(phraseLength) : 0))
  setFeature(cell, 19, b.generalLog)
  setFeature(cell, 20, b.emptyLog)
  setFeature(cell, 21, b.sizeLog)
  setFeature(cell, 22, f64(phrases) * b.generalLog)
}

@inline
function orOne(value: f64): f64 {
  return value == 0 ? 1 : value
}

/** Walks through the grams of both; marks the characters of the telling ones. @returns whether there are any */
function compareGrams(a: Item, b: Item): bool {
  memory.fill(PROBLEM_MARKS, 0, problemMarked)
  memory.fill(MEASURE_MARKS, 0, measureMarked)
  problemMarked = a.words
  measureMarked = b.words
  let squares: f64 = 0
  let headSquares: f64 = 0
  let headsSquares: f64 = 0
  let sum: f64 = 0
  let largest: f64 = 0
  let isTelling = false
  const codes = a.codes
  const others = b.codes
  const spots = a.spots
  const spotsB = b.spots
  const levels = a.levels
  const end = codes + (a.grams << 2)
  const endB = others + (b.grams << 2)
  for (let i = codes, j = others; i < end && j < endB; ) {
    const x = load<i32>(i)
    const y = load<i32>(j)
    if (x == y) {
      const weight = f64(f32(load<u8>(levels + ((i - codes) >> 2))) / STEP)
      const spot = load<i32>(spots + (i - codes))
      const size = spot & 3
      const start = spot >> 2
      const startB = load<i32>(spotsB + (j - others)) >> 2
      squares += weight * weight
      if (start + size <= a.headEnd) {
        headSquares += weight * weight
        if (startB + size <= b.headEnd) headsSquares += weight * weight
      }
      if (size != 1) {
        sum += weight
        if (weight > largest) largest = weight
        if (weight > TELLING) {
          isTelling = true
          memory.fill(PROBLEM_MARKS + start, 1, size)
          memory.fill(MEASURE_MARKS + startB, 1, size)
        }
      }
    }
    i += usize(x <= y) << 2
    j += usize(x >= y) << 2
  }
  setFeature(cell, 0, Math.sqrt(squares / Math.sqrt(orOne(a.norm * b.norm))))
  setFeature(cell, 1, sum / (a.mass + 20))
  setFeature(cell, 2, Math.log1p(largest))
  setFeature(cell, 3, Math.sqrt(headSquares / Math.sqrt(orOne(a.headNorm * b.norm))))
  setFeature(cell, 4, Math.sqrt(headsSquares / Math.sqrt(orOne(a.headNorm * b.headNorm))))
  return isTelling
}

let phraseCount: i32 = 0

/** Counts the runs of marked characters. */
function countPhrases(a: Item): i32 {
  phraseCount = 0
  phraseLength = 0
  let before: u8 = 0
  for (let at = 0; at < a.words; at++) {
    const mark = load<u8>(PROBLEM_MARKS + at)
    phraseLength += i32(mark)
    if (mark > before) phraseCount++
    before = mark
  }
  return phraseCount
}

function cosineOfPlaces(a: Item, b: Item): f64 {
  if (a.length == 0 || b.length == 0) return 0
  let sum: f64 = 0
  for (let axis = 0; axis < DIMENSIONS; axis++)
    sum += f64(load<f32>(a.place + (axis << 2))) * f64(load<f32>(b.place + (axis << 2)))
  return sum / (a.length * b.length)
}

/** Cosine of both places after that of the common phrases has been taken from each. */
function conceptsBeside(a: Item, b: Item): f64 {
  memory.fill(BESIDE, 0, DIMENSIONS * 4)
  for (let index = 0; index < a.grams; index++) {
    const spot = load<i32>(a.spots + (index << 2))
    const size = spot & 3
    if (size > LONGEST_PLACED) continue
    const marks = PROBLEM_MARKS + (spot >> 2)
    if (load<u8>(marks) == 0 || load<u8>(marks + size - 1) == 0) continue
    const place = placeOf(load<i32>(a.codes + (index << 2)), size)
    if (ASC_FEATURE_SIMD)
      for (let at: usize = 0; at < usize(DIMENSIONS * 4); at += 16)
        v128.store(BESIDE + at, f32x4.add(v128.load(BESIDE + at), v128.load(place + at)))
    else
      for (let at: usize = 0; at < usize(DIMENSIONS * 4); at += 4)
        store<f32>(BESIDE + at, load<f32>(BESIDE + at) + load<f32>(place + at))
  }
  let both: f64 = 0
  let withA: f64 = 0
  let withB: f64 = 0
  let squares: f64 = 0
  for (let axis = 0; axis < DIMENSIONS; axis++) {
    const x = f64(load<f32>(a.place + (axis << 2)))
    const y = f64(load<f32>(b.place + (axis << 2)))
    const z = f64(load<f32>(BESIDE + (axis << 2)))
    both += x * y
    withA += x * z
    withB += y * z
    squares += z * z
  }
  const lengthA = a.length * a.length - 2 * withA + squares
  const lengthB = b.length * b.length - 2 * withB + squares
  return lengthA <= 0 || lengthB <= 0 ? 0 : (both - withA - withB + squares) / Math.sqrt(lengthA * lengthB)
}

/** How alike the kinds are that both show; the strength of the kind that both show most clearly goes to `strongest`. */
function compareKinds(a: Item, b: Item): f64 {
  let sum: f64 = 0
  strongest = 0
  for (let i = 0, j = 0; i < a.kinds && j < b.kinds; ) {
    const x = load<u8>(a.kindNames + i)
    const y = load<u8>(b.kindNames + j)
    if (x < y) i++
    else if (x > y) j++
    else {
      const p = load<f64>(a.kindValues + (i++ << 3))
      const q = load<f64>(b.kindValues + (j++ << 3))
      sum += p * q
      strongest = max(strongest, min(p, q))
    }
  }
  return sum / Math.sqrt(a.kindSquares * b.kindSquares + SOFT)
}

/** Likewise without the words inside the common phrases. */
function movesBeside(a: Item, b: Item): f64 {
  const kinds = sumUnmarked(a, PROBLEM_MARKS, LEFT, LEFT_KINDS)
  const others = sumUnmarked(b, MEASURE_MARKS, RIGHT, RIGHT_KINDS)
  let sum: f64 = 0
  let x: f64 = 0
  let y: f64 = 0
  for (let index = 0; index < kinds; index++) {
    const kind = usize(load<u8>(LEFT_KINDS + index)) << 3
    const value = load<f64>(LEFT + kind)
    sum += value * load<f64>(RIGHT + kind)
    x += value * value
  }
  for (let index = 0; index < others; index++) {
    const value = load<f64>(RIGHT + (usize(load<u8>(RIGHT_KINDS + index)) << 3))
    y += value * value
  }
  memory.fill(LEFT, 0, MOST_KINDS * 8)
  memory.fill(RIGHT, 0, MOST_KINDS * 8)
  return sum / Math.sqrt(x * y + SOFT)
}

/** Sums the hits that don't touch a mark, by kind. @returns how many kinds they show */
function sumUnmarked(item: Item, marks: usize, sums: usize, shown: usize): i32 {
  let count = 0
  for (let index = 0; index < item.hits; index++) {
    const start = load<i32>(item.hitSpans + (index << 3))
    const end = load<i32>(item.hitSpans + (index << 3) + 4)
    if (load<u8>(marks + start) != 0 || load<u8>(marks + end - 1) != 0) continue
    const kind = load<u8>(item.hitKinds + index)
    const at = sums + (usize(kind) << 3)
    const before = load<f64>(at)
    if (before == 0) store<u8>(shown + count++, kind)
    store<f64>(at, before + load<f64>(item.hitValues + (index << 3)))
  }
  return count
}
