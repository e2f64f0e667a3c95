import type {Span} from '../draft/span.ts'
import type {Report} from './report.ts'

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

/** The words alone: without marks, spaces and the number in front. */
const plain = (words: string): string =>
  words.replace(/^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．是要]/, '').replace(/[^一-鿿\dA-Za-z]/g, '')

/** Runs of five characters as hashes: millions of them are looked up. */
function gramsOf(words: string): Set<number> {
  const grams = new Set<number>()
  for (let at = 0; at + GRAM <= words.length; at++) {
    let code = 0
    for (let next = at; next < at + GRAM; next++)
      code = Math.imul(code ^ words.charCodeAt(next), 0x2545f491) ^ (code >>> 13)
    grams.add(code & 0x3fffffff)
  }
  return grams
}

interface Seen {
  readonly at: Span
  readonly size: number
}

/** @param shortest in characters, marks not counted */
export function findRepeats(report: Report, shortest: number): readonly Repeat[] {
  const repeats: Repeat[] = []
  const exact = new Map<string, Span>()
  const seen: Seen[] = []
  const index = new Map<number, number[]>()
  for (const sentence of report.sentences) {
    if (sentence.block.kind !== 'paragraph') continue
    const words = report.words(sentence)
    const key = plain(words)
    if (key.length < shortest || !/[。！？；]$/.test(words)) continue
    const first = exact.get(key)
    if (first) {
      repeats.push({at: sentence, first, share: 1})
      continue
    }
    exact.set(key, sentence)
    if (key.length < LONG) continue
    const grams = gramsOf(key)
    const near = nearest(grams, seen, index)
    if (near) repeats.push({at: sentence, first: near.at, share: near.share})
    const number = seen.push({at: sentence, size: grams.size}) - 1
    for (const gram of grams) {
      const holders = index.get(gram)
      if (!holders) index.set(gram, [number])
      else if (holders.length <= COMMON) holders.push(number)
    }
  }
  return repeats
}

function nearest(
  grams: ReadonlySet<number>,
  seen: readonly Seen[],
  index: ReadonlyMap<number, readonly number[]>,
): {at: Span; share: number} | undefined {
  const shared = new Map<number, number>()
  for (const gram of grams) {
    const holders = index.get(gram)
    if (!holders || holders.length > COMMON) continue
    for (const number of holders) shared.set(number, (shared.get(number) ?? 0) + 1)
  }
  let best: {at: Span; share: number} | undefined
  for (const [number, common] of shared) {
    const other = seen[number] as Seen
    const share = common / (grams.size + other.size - common)
    if (share >= NEAR && share > (best?.share ?? 0)) best = {at: other.at, share: Math.min(share, 0.99)}
  }
  return best
}
