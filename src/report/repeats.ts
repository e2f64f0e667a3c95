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

/** A sentence of running text that has an end, for comparing. */
export interface Statement extends Span {
  /** Its words without marks. */
  readonly words: string
  /** Of a long one. */
  readonly grams: ReadonlySet<number> | undefined
}

/** What the running text states, sentence by sentence; headings and what is left unfinished state nothing. */
export const findStatements = (text: string, sentences: readonly Sentence[]): Statement[] =>
  sentences.flatMap(({start, end, block}) => {
    if (block.kind !== 'paragraph' || !/[。！？；]/.test(text.charAt(end - 1))) return []
    const words = plain(text.slice(start, end))
    return [{start, end, words, grams: words.length < LONG ? undefined : gramsOf(words)}]
  })

/** @param shortest in characters, marks not counted */
export function findRepeats({statements}: Report, shortest: number): readonly Repeat[] {
  const repeats: Repeat[] = []
  const exact = new Map<string, Span>()
  const seen: Statement[] = []
  const index = new Map<number, number[]>()
  for (const statement of statements) {
    const {words, grams} = statement
    if (words.length < shortest) continue
    const first = exact.get(words)
    if (first) {
      repeats.push({at: statement, first, share: 1})
      continue
    }
    exact.set(words, statement)
    if (!grams) continue
    const near = nearest(grams, seen, index)
    if (near) repeats.push({at: statement, first: near.at, share: near.share})
    const number = seen.push(statement) - 1
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
  seen: readonly Statement[],
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
    const other = seen[number] as Statement
    const share = common / (grams.size + (other.grams?.size ?? 0) - common)
    if (share >= NEAR && share > (best?.share ?? 0)) best = {at: other, share: Math.min(share, 0.99)}
  }
  return best
}
