import {isHan} from './characters.ts'
import {powerOfTwo} from './power-of-two.ts'

/** Pairs of neighbouring Chinese characters as codes, ascending, each once. */
export type Bigrams = Uint32Array

/** The pairs that are being read. */
let codes = new Uint32Array(1024)
/** Up to so many, sorting them in place is done before the typed array's own sort has begun. */
const FEW_PAIRS = 64

/** The pairs of a text; a pair never crosses a mark. */
export function bigramsOf(words: string): Bigrams {
  if (codes.length < words.length) codes = new Uint32Array(2 * words.length)
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
  if (count > FEW_PAIRS) codes.subarray(0, count).sort()
  else sortFew(codes, count)
  let kept = 0
  for (let at = 0; at < count; at++)
    if (kept === 0 || codes[at] !== codes[kept - 1]) codes[kept++] = codes[at] as number
  return codes.slice(0, kept)
}

function sortFew(numbers: Uint32Array, count: number): void {
  for (let next = 1; next < count; next++) {
    const number = numbers[next] as number
    let at = next
    for (; at > 0 && (numbers[at - 1] as number) > number; at--) numbers[at] = numbers[at - 1] as number
    numbers[at] = number
  }
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

/** Whether `whole` has at least this share (0 to 1) of `part`'s pairs; `part` has some. */
function holds(whole: Bigrams, part: Bigrams, share: number): boolean {
  let mayLack = part.length - leastOf(part, share)
  for (let i = 0, j = 0; i < part.length; i++) {
    const pair = part[i] as number
    while (j < whole.length && (whole[j] as number) < pair) j++
    if (whole[j] !== pair && --mayLack < 0) return false
  }
  return true
}

/** How many of `part`'s pairs are this share of them. */
const leastOf = ({length}: Bigrams, share: number): number => Math.ceil(share * length - 1e-9)

/** So many texts are gone through faster than any list of their pairs is made. */
const FEW_TEXTS = 32

/** For each of `parts` the first of `wholes` that has at least this share (0 to 1) of its pairs; -1 where none does. */
export function firstHolders(parts: readonly Bigrams[], wholes: readonly Bigrams[], share: number): number[] {
  const holder =
    wholes.length <= FEW_TEXTS
      ? (part: Bigrams) => wholes.findIndex((whole) => holds(whole, part, share))
      : indexed(parts, wholes, share)
  return parts.map((part) => (part.length ? holder(part) : -1))
}

/** No more texts than these are held against another: of more those that share its rarest pairs. */
const MOST = 200

/** The same among many texts, by lists of those that have a pair: most need not be looked at. */
function indexed(parts: readonly Bigrams[], wholes: readonly Bigrams[], share: number): (part: Bigrams) => number {
  const buckets = powerOfTwo(4 * parts.reduce((sum, {length}) => sum + length, 0))
  const wanted = new Uint8Array(buckets)
  const bucketOf = (pair: number): number => (pair ^ (pair >>> 13)) & (buckets - 1)
  for (const pairs of parts) for (const pair of pairs) wanted[bucketOf(pair)] = 1
  const byPair = new Map<number, number[]>()
  wholes.forEach((pairs, index) => {
    for (const pair of pairs) {
      if (!wanted[bucketOf(pair)]) continue
      const places = byPair.get(pair)
      if (places) places.push(index)
      else byPair.set(pair, [index])
    }
  })
  return (part) => {
    // a text that has enough has one of any that are more than it may lack
    const telling = part.length - leastOf(part, share) + 1
    const lists = Array.from(part, (pair) => byPair.get(pair) ?? []).sort((a, b) => a.length - b.length)
    const found = new Set<number>()
    for (const list of lists.slice(0, telling)) {
      for (const index of list) found.add(index)
      if (found.size >= MOST) break
    }
    let first = -1
    for (const index of found)
      if ((first < 0 || index < first) && holds(wholes[index] as Bigrams, part, share)) first = index
    return first
  }
}
