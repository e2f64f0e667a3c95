import {LEVELS, readCell, readNumber} from './codec.ts'

/**
 * Terms of a table, packed by scripts/correspondence/terms.ts so that nothing is built when the program starts. A bucket
 * holds the terms that begin with the same two characters (or some others: it is a hash); an entry is the term, `|`, its
 * weight in tenths, how many rows of the table own it, and these rows, two cells each. `A…B` is a term with a gap.
 */
export interface TermIndex {
  /** Where each bucket begins in `entries`, three cells each, and one more for the end. */
  readonly starts: () => Uint8Array
  readonly entries: () => string
}

/** A term found in a text. */
export interface Hit {
  readonly start: number
  readonly end: number
  readonly weight: number
  /** Rows of the table. */
  readonly owners: readonly number[]
}

export const BUCKETS = 4096
/** Characters that a gap `…` may span. No mark may stand in it. */
const GAP = 8

/** The bucket of a term by its first two characters; a term of one character has 0 for the second. */
export const bucketOf = (first: number, second: number): number => (Math.imul(first, 0x6d25) + second) & (BUCKETS - 1)

/** Tables that were read: each once, when the first item asks. */
const opened = new WeakMap<TermIndex, {readonly starts: Uint8Array; readonly entries: string}>()

function open(index: TermIndex): {readonly starts: Uint8Array; readonly entries: string} {
  let table = opened.get(index)
  if (!table) opened.set(index, (table = {starts: index.starts(), entries: index.entries()}))
  return table
}

const startOf = (starts: Uint8Array, bucket: number): number =>
  ((starts[bucket * 3 + 2] as number) * LEVELS + (starts[bucket * 3 + 1] as number)) * LEVELS +
  (starts[bucket * 3] as number)

/** Every term that stands in the text, in the order of where they start. */
export function findTerms(index: TermIndex, text: string): Hit[] {
  const {starts, entries} = open(index)
  const hits: Hit[] = []
  for (let start = 0; start < text.length; start++) {
    const code = text.charCodeAt(start)
    collect(hits, starts, entries, text, start, bucketOf(code, 0))
    if (start + 1 < text.length) collect(hits, starts, entries, text, start, bucketOf(code, text.charCodeAt(start + 1)))
  }
  return hits
}

/** Adds the terms of one bucket that begin at `start`. */
function collect(hits: Hit[], starts: Uint8Array, entries: string, text: string, start: number, bucket: number): void {
  const end = startOf(starts, bucket + 1)
  for (let at = startOf(starts, bucket); at < end; ) {
    const bar = entries.indexOf('|', at)
    const owners = readCell(entries, bar + 2)
    const stop = matchTerm(entries, at, bar, text, start)
    if (stop > 0)
      hits.push({
        start,
        end: stop,
        weight: readCell(entries, bar + 1) / 10,
        owners: ownersAt(entries, bar + 3, owners),
      })
    at = bar + 3 + owners * 2
  }
}

function ownersAt(entries: string, at: number, count: number): number[] {
  const owners: number[] = []
  for (let k = 0; k < count; k++) owners.push(readNumber(entries, at + k * 2, 2))
  return owners
}

const ELLIPSIS = 0x2026

/** Where a term that is written at `at` ends when it begins at `start` of the text, or -1. */
function matchTerm(entries: string, at: number, bar: number, text: string, start: number): number {
  let position = start
  for (let k = at; k < bar; k++) {
    const code = entries.charCodeAt(k)
    if (code === ELLIPSIS) return tailEnd(text, position, entries.slice(k + 1, bar))
    if (code !== text.charCodeAt(position)) return -1
    position++
  }
  return position
}

function tailEnd(text: string, from: number, tail: string): number {
  for (let at = from; at <= from + GAP && at < text.length; at++) {
    if (text.startsWith(tail, at)) return at + tail.length
    if (MARKS.has(text.charCodeAt(at))) return -1
  }
  return -1
}

const MARKS = new Set([...'。；！？\n'].map((mark) => mark.charCodeAt(0)))
