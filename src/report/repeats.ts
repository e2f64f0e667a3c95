import {flatMap} from '../draft/flat-map.ts'
import {contains, type Span} from '../draft/span.ts'
import {matchesOf} from '../language/matches.ts'
import {powerOfTwo} from '../language/power-of-two.ts'
import type {Report, Sentence} from './report.ts'

/** A sentence that says (nearly) what an earlier one says. `share` is that of common 5-grams, 1 where they are equal. */
export interface Repeat {
  readonly at: Span
  readonly first: Span
  readonly share: number
}

const GRAM = 5
/** Jaccard coefficient from which two sentences count as the same; numbers and one word may differ. */
const NEAR = 0.8
/** Only long sentences are compared by their grams: short ones of a list often differ by one word. */
const LONG = 36
/** A gram that stands in more sentences is a phrase of the trade and proposes no pair. */
const COMMON = 6

/** The number in front of a sentence. */
const LEAD = /^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．是要]/
const LEAD_STARTS = '（(一二三四五六七八九十0123456789'
const LONGEST_LEAD = 5

/** A sentence of running text that has an end, for comparing: what its words alone are, without marks. */
export interface Statement extends Span {
  /** In characters. */
  readonly length: number
  /** Two statements of other words hardly ever have the same. */
  readonly hash: number
  /** Of a long one: its runs of five characters as hashes, ascending, each once. */
  readonly grams: Int32Array | undefined
}

/** The same statement further along the text. */
export const moveStatement = (statement: Statement, by: number): Statement =>
  by === 0
    ? statement
    : {
        start: statement.start + by,
        end: statement.end + by,
        length: statement.length,
        hash: statement.hash,
        grams: statement.grams,
      }

/** What the running text states, sentence by sentence; headings and what is left unfinished state nothing. */
export const findStatements = (text: string, sentences: readonly Sentence[]): Statement[] =>
  flatMap(sentences, ({start, end, block}) => {
    if (block.kind !== 'paragraph' || !isEnd(text.charCodeAt(end - 1))) return []
    return [statementOf(text, start, end)]
  })

/** 。！？； */
const isEnd = (code: number): boolean => code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0xff1b

/** The words that were read last. */
let codes = new Uint16Array(1024)

/** Reads the words alone, without marks, spaces and the number in front. @returns how many characters they have */
function readWords(text: string, start: number, end: number): number {
  if (codes.length < end - start) codes = new Uint16Array(2 * (end - start))
  let length = 0
  for (let at = start + leadLength(text, start); at < end; at++) {
    const code = text.charCodeAt(at)
    if (isWord(code)) codes[length++] = code
  }
  return length
}

/** Most sentences begin with a word. */
const leadLength = (text: string, start: number): number =>
  LEAD_STARTS.includes(text.charAt(start)) ? (LEAD.exec(text.slice(start, start + LONGEST_LEAD))?.[0].length ?? 0) : 0

function statementOf(text: string, start: number, end: number): Statement {
  const length = readWords(text, start, end)
  let hash = 0
  for (let at = 0; at < length; at++) hash = mix(hash, codes[at] as number)
  return {start, end, length, hash, grams: length < LONG ? undefined : gramsOf(length)}
}

/** Whether two statements are the same words. */
function areSame(text: string, a: Statement, b: Statement): boolean {
  const length = readWords(text, a.start, a.end)
  const words = codes.slice(0, length)
  return readWords(text, b.start, b.end) === length && words.every((code, at) => code === codes[at])
}

/** A Chinese character, a digit or a letter. */
const isWord = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a)

const mix = (hash: number, code: number): number => Math.imul(hash ^ code, 0x2545f491) ^ (hash >>> 13)

function gramsOf(length: number): Int32Array {
  const count = length - GRAM + 1
  const grams = new Int32Array(count)
  for (let at = 0; at < count; at++) {
    let hash = 0
    for (let next = at; next < at + GRAM; next++) hash = mix(hash, codes[next] as number)
    grams[at] = hash
  }
  grams.sort()
  let kept = 1
  for (let at = 1; at < count; at++) if (grams[at] !== grams[at - 1]) grams[kept++] = grams[at] as number
  return grams.slice(0, kept)
}

/** @param shortest in characters, marks not counted */
export function findRepeats({text, statements}: Report, shortest: number): readonly Repeat[] {
  const repeats: Repeat[] = []
  const firsts = new Map<number, Statement>()
  const seen: Statement[] = []
  const holders = new Holders(statements)
  for (const statement of statements) {
    const {length, hash, grams} = statement
    if (length < shortest) continue
    const first = firsts.get(hash)
    if (first && areSame(text, first, statement)) {
      repeats.push({at: statement, first, share: 1})
      continue
    }
    firsts.set(hash, statement)
    if (!grams) continue
    const number = seen.push(statement) - 1
    const told = holders.tellingOf(grams)
    if (!told.length) continue
    const near = nearest(grams, seen, holders.of(told))
    if (near) repeats.push({at: statement, first: near.at, share: near.share})
    holders.add(told, number)
  }
  return repeats
}

const CLAUSE = /[^，。；：！？\n]+/g
/** 37处, and not only 2025年 or 6月3日. */
const COUNTED = /\d(?![\d.]*\s?[年月日号])/
/** Shorter ones may sum up what was said before. */
const SHORTEST_RUN = 24

/** What the last paragraph repeats word for word within a sentence: two clauses and a number that stand further above. */
export function closingRepeats({text, blocks, frame}: Report): readonly Repeat[] {
  const last = blocks.findLast(({kind, end}) => kind === 'paragraph' && end <= frame.body.end)
  if (!last || last.list || LEAD.test(text.slice(last.start, last.start + LONGEST_LEAD))) return []
  const words = text.slice(last.start, last.end)
  if (!COUNTED.test(words)) return []
  const clauses = matchesOf(CLAUSE, words).map(({index, 0: clause}) => ({
    start: last.start + index,
    end: last.start + index + clause.length,
  }))
  const repeats: Repeat[] = []
  clauses.forEach(({start}, index) => {
    const end = clauses[index + 1]?.end ?? start
    if (end - start < SHORTEST_RUN || start < (repeats.at(-1)?.at.end ?? 0)) return
    const run = text.slice(start, end)
    const first = COUNTED.test(run) ? text.indexOf(run) : -1
    if (first >= 0 && first < last.start)
      repeats.push({at: {start, end}, first: {start: first, end: first + run.length}, share: 1})
  })
  return repeats
}

/** Those that are no part of others. */
export const apartFrom = (others: readonly Repeat[], repeats: readonly Repeat[]): readonly Repeat[] =>
  repeats.filter(({at}) => !others.some((other) => contains(other.at, at)))

/** Two lists that have so much in common share one of their first so many grams: only these are looked up. */
const telling = ({length}: Int32Array): number => length - Math.ceil(NEAR * length) + 1

const NONE: readonly number[] = []

/** Which statements hold a gram among their first ones: a table in arrays, as a long draft holds thousands of grams. */
class Holders {
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

function nearest(
  grams: Int32Array,
  seen: readonly Statement[],
  near: readonly number[],
): {at: Span; share: number} | undefined {
  let best: {at: Span; share: number} | undefined
  for (const number of near) {
    const other = seen[number] as Statement
    const share = shareOf(grams, other.grams as Int32Array)
    if (share >= NEAR && share > (best?.share ?? 0)) best = {at: other, share: Math.min(share, 0.99)}
  }
  return best
}

/** How much of both together stands in both; 0 where it is less than NEAR. */
function shareOf(a: Int32Array, b: Int32Array): number {
  const most = a.length - (NEAR / (1 + NEAR)) * (a.length + b.length)
  let common = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i] as number
    const y = b[j] as number
    if (x === y) common++
    if (x <= y) i++
    if (x >= y) j++
    // so many of `a` alone are too many, whatever follows
    if (i - common > most + 1) return 0
  }
  return common / (a.length + b.length - common)
}
