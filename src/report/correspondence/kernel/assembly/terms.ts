import {CELL_VALUES, HIT_KINDS, HIT_SPANS, HIT_VALUES, LEVELS, MOST, MOST_HITS, TERM_TABLE, TERMS, TEXT} from './memory'

// A table begins with where each bucket begins in its entries, three cells each; the entries (UTF-16) follow. A bucket
// holds the terms that begin with the same two characters (or some others: it is a hash); an entry is the term, `|`, its
// weight in tenths, how many rows of the table own it, and these rows, two cells each. `A…B` is a term with a gap.

const TERM_BUCKETS: i32 = 4096
export const ENTRIES: usize = ((TERM_BUCKETS + 1) * 3 + 15) & ~15
/** Characters that a gap may span. No mark may stand in it. */
const GAP: i32 = 8
const BAR: u16 = 0x7c
const ELLIPSIS: u16 = 0x2026
/** No term reaches further. */
const REACH: i32 = 24

/** The terms found: where each starts and ends, and the bar of its entry, i32 each. */
const MOST_FOUND: i32 = 1 << 16
const FOUND: usize = memory.data(MOST_FOUND * 12, 16)
let found: i32 = 0

/** Rows of a table from this one on are no kinds: general tasks, then empty words. */
let general: i32 = 0

/** How much the text that was read last sounds like a general task, and how empty. */
export let generalTone: f64 = 0
export let emptyTone: f64 = 0

/** Takes note of the tables that were written. */
export function setTerms(kinds: i32): void {
  general = kinds
  for (let side = 0; side < 2; side++) {
    setStarts(side)
    setFilter(side)
  }
}

/** Where the buckets of both tables begin, as addresses. */
const STARTS: usize = memory.data((TERM_BUCKETS + 1) * 8, 16)
/** A bit for each pair of first characters of a table's terms, by its hash: half of all buckets hold terms that begin otherwise. */
const FILTER_BITS: i32 = 1 << 16
const FILTERS: usize = memory.data((FILTER_BITS >> 3) * 2, 16)

@inline
function filterOf(side: i32): usize {
  return FILTERS + side * (FILTER_BITS >> 3)
}

@inline
function mayBegin(filter: usize, hash: i32): bool {
  const bit = hash & (FILTER_BITS - 1)
  return ((i32(load<u8>(filter + (bit >> 3))) >> (bit & 7)) & 1) != 0
}

function setFilter(side: i32): void {
  const filter = filterOf(side)
  const end = usize(load<u32>(startsOf(side) + (TERM_BUCKETS << 2)))
  for (let at = usize(load<u32>(startsOf(side))); at < end; ) {
    const bit = hashOf(load<u16>(at), beginsAlone(at) ? 0 : load<u16>(at, 2)) & (FILTER_BITS - 1)
    const byte = filter + (bit >> 3)
    const mask = 1 << (bit & 7)
    store<u8>(byte, u8(i32(load<u8>(byte)) | mask))
    at = behindEntry(barOf(at))
  }
}

/** Whether a gap stands behind the first character of a term, or nothing. */
@inline
function beginsAlone(term: usize): bool {
  const second = load<u16>(term, 2)
  return second == BAR || second == ELLIPSIS
}

/** Where a term ends. */
@inline
function barOf(term: usize): usize {
  let bar = term
  while (load<u16>(bar) != BAR) bar += 2
  return bar
}

@inline
function behindEntry(bar: usize): usize {
  return bar + 6 + (cellAt(bar + 4) << 2)
}

function setStarts(side: i32): void {
  const table = TERMS + side * TERM_TABLE
  for (let bucket = 0; bucket <= TERM_BUCKETS; bucket++) {
    const at = table + bucket * 3
    const start = (i32(load<u8>(at + 2)) * LEVELS + i32(load<u8>(at + 1))) * LEVELS + i32(load<u8>(at))
    store<u32>(startsOf(side) + (bucket << 2), u32(table + ENTRIES + (start << 1)))
  }
}

@inline
function startsOf(side: i32): usize {
  return STARTS + side * (TERM_BUCKETS + 1) * 4
}

/** Of the characters that a term begins with; 0 for the second where it begins alone. The low bits name its bucket. */
@inline
function hashOf(first: u16, second: u16): i32 {
  return i32(first) * 0x6d25 + i32(second)
}

@inline
function cellAt(at: usize): i32 {
  return i32(load<u8>(CELL_VALUES + (load<u16>(at) & 127)))
}

@inline
function character(index: i32): u16 {
  return load<u16>(TEXT + (index << 1))
}

/** Finds the terms of a side's table in the text at TEXT, and writes the kinds that they show to HIT_…. @returns how many hits */
export function findHits(side: i32, length: i32): i32 {
  const filter = filterOf(side)
  found = 0
  for (let start = 0; start < length; start++) {
    const alone = hashOf(character(start), 0)
    if (mayBegin(filter, alone)) collect(side, alone, true, start, length)
    if (start + 1 == length) break
    const pair = hashOf(character(start), character(start + 1))
    if (mayBegin(filter, pair)) collect(side, pair, false, start, length)
  }
  return writeHits()
}

/** Notes the terms of one bucket that begin at `start`: by their first character alone, or by the first two. */
function collect(side: i32, hash: i32, alone: bool, start: i32, length: i32): void {
  const bucket = startsOf(side) + ((hash & (TERM_BUCKETS - 1)) << 2)
  const end = usize(load<u32>(bucket + 4))
  for (let at = usize(load<u32>(bucket)); at < end; ) {
    const bar = barOf(at)
    // most terms of a bucket begin otherwise
    const fits = load<u16>(at) == character(start) && beginsAlone(at) == alone
    const stop = fits ? matchTerm(at, bar, start, length) : -1
    if (stop > 0 && found < MOST_FOUND) {
      const hit = FOUND + found++ * 12
      store<i32>(hit, start)
      store<i32>(hit + 4, stop)
      store<u32>(hit + 8, u32(bar))
    }
    at = behindEntry(bar)
  }
}

/** Where a term ends when it begins at `start` of the text, or -1. */
function matchTerm(at: usize, bar: usize, start: i32, length: i32): i32 {
  let position = start
  for (; at < bar; at += 2) {
    const code = load<u16>(at)
    if (code == ELLIPSIS) return tailEnd(at + 2, bar, position, length)
    if (position >= length || code != character(position)) return -1
    position++
  }
  return position
}

function tailEnd(tail: usize, bar: usize, from: i32, length: i32): i32 {
  const size = i32(bar - tail) >> 1
  const first = load<u16>(tail)
  for (let at = from; at <= from + GAP && at < length; at++) {
    const code = character(at)
    if (code == first && at + size <= length && memory.compare(TEXT + (at << 1), tail, size << 1) == 0) return at + size
    if (isMark(code)) return -1
  }
  return -1
}

@inline
function isMark(code: u16): bool {
  // 。；！？ and the end of a line
  return code == 0x3002 || code == 0xff1b || code == 0xff01 || code == 0xff1f || code == 0x0a
}

@inline
function owners(hit: i32): i32 {
  return cellAt(usize(load<u32>(FOUND + hit * 12 + 8)) + 4)
}

@inline
function owner(hit: i32, index: i32): i32 {
  const at = usize(load<u32>(FOUND + hit * 12 + 8)) + 6 + (index << 2)
  return cellAt(at + 2) * LEVELS + cellAt(at)
}

/** Hits of every kind; a term inside a longer one of the same kind does not count again. */
function writeHits(): i32 {
  generalTone = 0
  emptyTone = 0
  let count = 0
  for (let hit = 0; hit < found; hit++) {
    const weight = f64(cellAt(usize(load<u32>(FOUND + hit * 12 + 8)) + 2)) / 10
    const all = owners(hit)
    let kinds = 0
    for (let index = 0; index < all; index++) {
      const row = owner(hit, index)
      if (row < general) kinds++
      else if (row == general) generalTone += weight
      else emptyTone += weight
    }
    for (let index = 0; index < all; index++) {
      const kind = owner(hit, index)
      if (kind >= general || isCovered(hit, kind) || count == MOST_HITS) continue
      store<f64>(HIT_VALUES + (count << 3), weight / Math.sqrt(f64(kinds)))
      store<u8>(HIT_KINDS + count, u8(kind))
      store<i32>(HIT_SPANS + (count << 3), load<i32>(FOUND + hit * 12))
      store<i32>(HIT_SPANS + (count << 3) + 4, load<i32>(FOUND + hit * 12 + 4))
      count++
    }
  }
  return count
}

function isCovered(hit: i32, kind: i32): bool {
  // hits come in the order of their starts: one that holds another lies near it
  const start = load<i32>(FOUND + hit * 12)
  for (let k = hit - 1; k >= 0 && load<i32>(FOUND + k * 12) > start - REACH; k--) if (holds(k, hit, kind)) return true
  for (let k = hit + 1; k < found && load<i32>(FOUND + k * 12) == start; k++) if (holds(k, hit, kind)) return true
  return false
}

function holds(outer: i32, inner: i32, kind: i32): bool {
  const a = FOUND + outer * 12
  const b = FOUND + inner * 12
  const end = load<i32>(a + 4)
  const innerEnd = load<i32>(b + 4)
  if (end < innerEnd || end - load<i32>(a) <= innerEnd - load<i32>(b)) return false
  const all = owners(outer)
  for (let index = 0; index < all; index++) if (owner(outer, index) == kind) return true
  return false
}
