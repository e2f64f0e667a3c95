import {matchesOf} from './matches.ts'

const HAN_RUN = /[一-鿿]+/g

/** Pairs of neighbouring Chinese characters; a pair never crosses a mark, and each counts once. */
export function bigramsOf(words: string): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (const [run] of matchesOf(HAN_RUN, words))
    for (let at = 0; at + 1 < run.length; at++) pairs.add(run.slice(at, at + 2))
  return pairs
}

/** The share (0 to 1) of `part`'s pairs that `whole` has too; 0 where `part` has none. */
export function containment(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  if (!part.size) return 0
  let common = 0
  for (const pair of part) if (whole.has(pair)) common++
  return common / part.size
}

/** Among so many texts each is looked at; among more, so many of those that share a rare pair. */
const MOST = 200

/** Finds, among many texts, those that may hold most of another's pairs, without comparing each with each. */
export class BigramIndex {
  readonly #texts: readonly ReadonlySet<string>[]
  readonly #byPair = new Map<string, number[]>()

  constructor(texts: readonly ReadonlySet<string>[]) {
    this.#texts = texts
    if (texts.length <= MOST) return
    texts.forEach((pairs, index) => {
      for (const pair of pairs) {
        const places = this.#byPair.get(pair)
        if (!places) this.#byPair.set(pair, [index])
        else if (places.length < MOST) places.push(index)
      }
    })
  }

  /** The first text that holds at least this share (0 to 1) of `part`'s pairs; -1 where none does. */
  firstWith(part: ReadonlySet<string>, share: number): number {
    return this.#candidates(part).find((index) => containment(part, this.#texts[index] as typeof part) >= share) ?? -1
  }

  #candidates(part: ReadonlySet<string>): readonly number[] {
    if (this.#texts.length <= MOST) return this.#texts.map((_, index) => index)
    const found = new Set<number>()
    // the rarest pairs first
    for (const list of [...part].map((pair) => this.#byPair.get(pair) ?? []).sort((a, b) => a.length - b.length)) {
      for (const index of list) found.add(index)
      if (found.size >= MOST) break
    }
    return [...found].sort((a, b) => a - b)
  }
}
