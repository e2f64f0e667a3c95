import type {Span} from '../draft/span.ts'
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

const LEAD = /^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．是要]/

/** The words alone: without marks, spaces and the number in front. */
const plain = (words: string): string => words.replace(LEAD, '').replace(/[^一-鿿\dA-Za-z]/g, '')

/** A sentence of running text that has an end, for comparing: what its words alone are, without marks. */
export interface Statement extends Span {
  /** In characters. */
  readonly length: number
  /** Two statements of other words hardly ever have the same. */
  readonly hash: number
  /** Of a long one: its runs of five characters as hashes, ascending, each once. */
  readonly grams: Int32Array | undefined
}

/** What the running text states, sentence by sentence; headings and what is left unfinished state nothing. */
export const findStatements = (text: string, sentences: readonly Sentence[]): Statement[] =>
  sentences.flatMap(({start, end, block}) => {
    if (block.kind !== 'paragraph' || !isEnd(text.charCodeAt(end - 1))) return []
    return [statementOf(text, start, end)]
  })

/** 。！？； */
const isEnd = (code: number): boolean => code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0xff1b

/** The characters of the statement that is read. */
let codes = new Uint16Array(1024)

function statementOf(text: string, start: number, end: number): Statement {
  if (codes.length < end - start) codes = new Uint16Array(2 * (end - start))
  let length = 0
  let hash = 0
  for (let at = start + (LEAD.exec(text.slice(start, start + 6))?.[0].length ?? 0); at < end; at++) {
    const code = text.charCodeAt(at)
    if (!isWord(code)) continue
    codes[length++] = code
    hash = mix(hash, code)
  }
  return {start, end, length, hash, grams: length < LONG ? undefined : gramsOf(length)}
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
  return kept === count ? grams : grams.slice(0, kept)
}

/** @param shortest in characters, marks not counted */
export function findRepeats({text, statements}: Report, shortest: number): readonly Repeat[] {
  const repeats: Repeat[] = []
  const firsts = new Map<number, Statement>()
  const seen: Statement[] = []
  const index = new Map<number, number[]>()
  const wordsOf = ({start, end}: Span): string => plain(text.slice(start, end))
  for (const statement of statements) {
    const {length, hash, grams} = statement
    if (length < shortest) continue
    const first = firsts.get(hash)
    if (first && wordsOf(first) === wordsOf(statement)) {
      repeats.push({at: statement, first, share: 1})
      continue
    }
    firsts.set(hash, statement)
    if (!grams) continue
    const near = nearest(grams, seen, index)
    if (near) repeats.push({at: statement, first: near.at, share: near.share})
    const number = seen.push(statement) - 1
    for (let at = 0; at < telling(grams); at++) {
      const gram = grams[at] as number
      const holders = index.get(gram)
      if (!holders) index.set(gram, [number])
      else if (holders.length <= COMMON) holders.push(number)
    }
  }
  return repeats
}

/** Two lists that have so much in common share one of their first so many grams: only these are looked up. */
const telling = ({length}: Int32Array): number => length - Math.ceil(NEAR * length) + 1

function nearest(
  grams: Int32Array,
  seen: readonly Statement[],
  index: ReadonlyMap<number, readonly number[]>,
): {at: Span; share: number} | undefined {
  const proposed = new Set<number>()
  for (let at = 0; at < telling(grams); at++) {
    const holders = index.get(grams[at] as number)
    if (holders && holders.length <= COMMON) for (const number of holders) proposed.add(number)
  }
  let best: {at: Span; share: number} | undefined
  for (const number of [...proposed].sort((a, b) => a - b)) {
    const other = seen[number] as Statement
    const share = shareOf(grams, other.grams as Int32Array)
    if (share >= NEAR && share > (best?.share ?? 0)) best = {at: other, share: Math.min(share, 0.99)}
  }
  return best
}

/** How much of both together stands in both. */
function shareOf(a: Int32Array, b: Int32Array): number {
  let common = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i] as number
    const y = b[j] as number
    if (x === y) common++
    if (x <= y) i++
    if (x >= y) j++
  }
  return common / (a.length + b.length - common)
}
