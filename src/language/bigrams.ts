import {isHan} from './characters.ts'
import {powerOfTwo} from './power-of-two.ts'

/** Pairs of neighbouring Chinese characters as codes, ascending, each once. */
export type Bigrams = Uint32Array

/** The pairs of a text; a pair never crosses a mark. */
export function bigramsOf(words: string): Bigrams {
  const codes = new Uint32Array(words.length)
  let count = 0
  let before = 0
  for (let at = 0; at < words.length; at++) {
    const code = words.charCodeAt(at)
    if (!isHan(code)) {
      before = 0
      continue
    }
    if (before) codes[count++] = before * 0x10000 + code
    before = code
  }
  const sorted = codes.subarray(0, count).sort()
  let kept = 0
  for (let at = 0; at < count; at++)
    if (kept === 0 || sorted[at] !== sorted[kept - 1]) sorted[kept++] = sorted[at] as number
  return sorted.slice(0, kept)
}

/** The share (0 to 1) of `part`'s pairs that `whole` has too; 0 where `part` has none. */
export function containment(part: Bigrams, whole: Bigrams): number {
  if (!part.length) return 0
  let common = 0
  for (let i = 0, j = 0; i < part.length && j < whole.length; ) {
    const x = part[i] as number
    const y = whole[j] as number
    if (x <= y) i++
    if (y <= x) j++
    if (x === y) common++
  }
  return common / part.length
}

/** No more texts than these are held against another: of more those that share its rarest pairs. */
const MOST = 200

/** Finds, among many texts, those that may hold most of another's pairs, without comparing each with each. */
export class BigramIndex {
  readonly #texts: readonly Bigrams[]
  readonly #byPair = new Map<number, number[]>()

  /** @param asked what will be looked for: pairs that none of it has are left out */
  constructor(texts: readonly Bigrams[], asked: readonly Bigrams[]) {
    this.#texts = texts
    const buckets = powerOfTwo(4 * asked.reduce((sum, {length}) => sum + length, 0))
    const wanted = new Uint8Array(buckets)
    const bucketOf = (pair: number): number => (pair ^ (pair >>> 13)) & (buckets - 1)
    for (const pairs of asked) for (const pair of pairs) wanted[bucketOf(pair)] = 1
    texts.forEach((pairs, index) => {
      for (const pair of pairs) {
        if (!wanted[bucketOf(pair)]) continue
        const places = this.#byPair.get(pair)
        if (places) places.push(index)
        else this.#byPair.set(pair, [index])
      }
    })
  }

  /** The first text that holds at least this share (0 to 1) of `part`'s pairs; -1 where none does. */
  firstWith(part: Bigrams, share: number): number {
    // a text that holds that many holds one of any that are more than it may lack
    const enough = part.length - Math.ceil(share * part.length - 1e-9) + 1
    const lists = Array.from(part, (pair) => this.#byPair.get(pair) ?? []).sort((a, b) => a.length - b.length)
    const found = new Set<number>()
    for (const list of lists.slice(0, enough)) {
      for (const index of list) found.add(index)
      if (found.size >= MOST) break
    }
    let first = -1
    for (const index of found)
      if ((first < 0 || index < first) && containment(part, this.#texts[index] as Bigrams) >= share) first = index
    return first
  }
}
