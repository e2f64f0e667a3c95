import {addToPlace, beginPlace, endPlace, lengthOf, rowOfGram, strongest} from './concepts'
import {findGrams, KEYS, levelOf, STEP} from './grams'
import {
  DIMENSIONS,
  HIT_KINDS,
  HIT_SPANS,
  HIT_VALUES,
  LONGEST_PLACED,
  MOST_DOCUMENTS,
  MOST_GRAMS,
  MOST_KINDS,
  READ,
  SUMS,
} from './memory'
import {emptyTone, findHits, generalTone} from './terms'

/**
 * What is known of an item's words, in one piece, so that it can be kept elsewhere and be put back: these numbers, its place
 * among the concepts (f32), then its lists.
 */
@unmanaged
export class Item {
  /** Of its place. */
  length: f64
  /** The sums of the squared weights of all grams, and of those in its head. */
  norm: f64
  headNorm: f64
  /** The sum of the weights of the grams of two and three characters. */
  mass: f64
  /** The sum of the squared strengths of its kinds. */
  kindSquares: f64
  /** How much it sounds like a general task, and how empty. */
  general: f64
  empty: f64
  // logarithms of these, and of how long it is
  generalLog: f64
  emptyLog: f64
  sizeLog: f64
  /** Where its first clause ends, which tells what the item is about. */
  headEnd: i32
  /** Characters. */
  words: i32
  grams: i32
  hits: i32
  kinds: i32
  subjects: i32

  @inline get place(): usize {
    return changetype<usize>(this) + HEADER
  }
  /** How much each hit counts, f64. */
  @inline get hitValues(): usize {
    return this.place + DIMENSIONS * 4
  }
  /** How strongly each kind is shown, f64; ascending by kind. */
  @inline get kindValues(): usize {
    return this.hitValues + (this.hits << 3)
  }
  /** Codes of the grams, i32, ascending. */
  @inline get codes(): usize {
    return this.kindValues + (this.kinds << 3)
  }
  /** Where each gram first stands and how long it is (2 bits), i32. */
  @inline get spots(): usize {
    return this.codes + (this.grams << 2)
  }
  /** Where each hit starts and ends, i32 each. */
  @inline get hitSpans(): usize {
    return this.spots + (this.grams << 2)
  }
  /** The documents that it is most about (i32), and how much it speaks of each (f32). */
  @inline get subjectSums(): usize {
    return this.hitSpans + (this.hits << 3)
  }
  /** How much each gram tells, in steps, u8. */
  @inline get levels(): usize {
    return this.subjectSums + (this.subjects << 3)
  }
  @inline get hitKinds(): usize {
    return this.levels + this.grams
  }
  @inline get kindNames(): usize {
    return this.hitKinds + this.hits
  }
  @inline get end(): usize {
    return this.kindNames + this.kinds
  }
}

const HEADER: usize = (offsetof<Item>() + 15) & ~15
export const GRAMS_FIELD: usize = offsetof<Item>('grams')
export const GENERAL_FIELD: usize = offsetof<Item>('general')
export const EMPTY_FIELD: usize = offsetof<Item>('empty')
export const LENGTH_FIELD: usize = offsetof<Item>('length')
export const PLACE_FIELD: usize = HEADER
/** Where the lists begin. */
export const LISTS_FIELD: usize = HEADER + DIMENSIONS * 4
export const HITS_FIELD: usize = offsetof<Item>('hits')
export const KINDS_FIELD: usize = offsetof<Item>('kinds')
export const SUBJECTS_FIELD: usize = offsetof<Item>('subjects')

/** From here on an item is about a document at all; and so much less than about the first may it be about another. */
const CLEAR: f32 = 0.6
const SHARE: f32 = 2

/** The rows of its grams, with their sizes (2 bits), i32. */
const GRAM_ROWS: usize = memory.data((MOST_GRAMS + 1) * 8, 16)
/** How strongly each kind is shown, f32; 0 between two calls. */
const STRENGTHS: usize = memory.data(MOST_KINDS * 4, 16)

/**
 * Makes the item at READ from the text at TEXT. @returns its bytes
 * @param side 0 for a problem, whose faults are looked for, 1 for a measure with its moves
 * @param whole how many characters it has in all
 */
export function readItem(side: i32, words: i32, headEnd: i32, whole: i32): i32 {
  const item = changetype<Item>(READ)
  item.words = words
  item.headEnd = headEnd
  item.hits = findHits(side, words)
  item.general = generalTone
  item.empty = emptyTone
  item.generalLog = Math.log1p(generalTone)
  item.emptyLog = Math.log1p(emptyTone)
  item.sizeLog = Math.log1p(whole)
  item.kinds = sumHits(item.hits)
  item.grams = findGrams(words)
  beginPlace()
  // looked up before any is added: the processor waits for several rows at once then
  let rows = 0
  for (let index = 0; index < item.grams; index++) {
    const key = load<u64>(KEYS + (index << 3))
    const size = i32(key) & 3
    if (size > LONGEST_PLACED) continue
    const row = rowOfGram(i32(key >> 32))
    store<i32>(GRAM_ROWS + (rows << 3), (row << 2) | size)
    store<i32>(GRAM_ROWS + (rows << 3), lengthOf(row), 4)
    rows += i32(row != 0)
  }
  for (let index = 0; index < rows; index++) {
    const row = load<i32>(GRAM_ROWS + (index << 3))
    addToPlace(row >> 2, load<i32>(GRAM_ROWS + (index << 3), 4), row & 3)
  }
  endPlace(item.place)
  // the lists behind stand where their number lets them
  copySubjects(item)
  copyHits(item)
  copyGrams(item)
  const place = item.place
  let square: f64 = 0
  for (let axis = 0; axis < DIMENSIONS; axis++) {
    const value = f64(load<f32>(place + (axis << 2)))
    square += value * value
  }
  item.length = Math.sqrt(square)
  return i32(item.end - READ)
}

/** Adds the hits of each kind to STRENGTHS. @returns how many kinds there are */
function sumHits(hits: i32): i32 {
  for (let index = 0; index < hits; index++) {
    const at = STRENGTHS + (usize(load<u8>(HIT_KINDS + index)) << 2)
    store<f32>(at, f32(f64(load<f32>(at)) + load<f64>(HIT_VALUES + (index << 3))))
  }
  let kinds = 0
  for (let kind = 0; kind < MOST_KINDS; kind++) if (load<f32>(STRENGTHS + (kind << 2)) != 0) kinds++
  return kinds
}

function copyHits(item: Item): void {
  memory.copy(item.hitValues, HIT_VALUES, item.hits << 3)
  memory.copy(item.hitKinds, HIT_KINDS, item.hits)
  memory.copy(item.hitSpans, HIT_SPANS, item.hits << 3)
  let squares: f64 = 0
  for (let kind = 0, index = 0; kind < MOST_KINDS; kind++) {
    const value = f64(load<f32>(STRENGTHS + (kind << 2)))
    if (value == 0) continue
    store<f64>(item.kindValues + (index << 3), value)
    store<u8>(item.kindNames + index, u8(kind))
    squares += value * value
    index++
  }
  item.kindSquares = squares
  memory.fill(STRENGTHS, 0, MOST_KINDS * 4)
}

function copySubjects(item: Item): void {
  const least = max(CLEAR, strongest / SHARE)
  item.subjects = 0
  for (let document = 0; document < MOST_DOCUMENTS; document++) {
    // four at a time: few are reached
    if ((document & 3) == 0 && !reachesOne(SUMS + (document << 2), least)) {
      document += 3
      continue
    }
    const sum = load<f32>(SUMS + (document << 2))
    if (sum < least) continue
    const at = item.subjectSums + (item.subjects++ << 3)
    store<i32>(at, document)
    store<f32>(at + 4, sum)
  }
}

/** Whether one of four sums reaches `least`. */
@inline
function reachesOne(sums: usize, least: f32): bool {
  if (ASC_FEATURE_SIMD) return v128.any_true(f32x4.ge(v128.load(sums), f32x4.splat(least)))
  return load<f32>(sums) >= least || load<f32>(sums, 4) >= least || load<f32>(sums, 8) >= least || load<f32>(sums, 12) >= least
}

/** Copies the grams that were found and sums their weights. */
function copyGrams(item: Item): void {
  let norm: f64 = 0
  let headNorm: f64 = 0
  let mass: f64 = 0
  for (let index = 0; index < item.grams; index++) {
    const key = load<u64>(KEYS + (index << 3))
    const code = i32(key >> 32)
    const spot = i32(key)
    const size = spot & 3
    const level = levelOf(code)
    store<i32>(item.codes + (index << 2), code)
    store<i32>(item.spots + (index << 2), spot)
    store<u8>(item.levels + index, level)
    const weight = f64(f32(level) / STEP)
    norm += weight * weight
    if ((spot >> 2) + size <= item.headEnd) headNorm += weight * weight
    if (size != 1) mass += weight
  }
  item.norm = norm
  item.headNorm = headNorm
  item.mass = mass
}
