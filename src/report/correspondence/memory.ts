import type {Content} from './profile.ts'

/** From so many places of single grams on they are forgotten: each takes some 400 bytes. */
export const MOST_PLACES = 20_000

/**
 * What was found in one version of a draft, for the next one: most of its items are the same words. Everything is kept by
 * content, so that a result can't depend on what came before. An editor keeps one for each open draft.
 */
export class Memory {
  #now = new Map<string, Content>()
  #before = new Map<string, Content>()
  readonly #pairs = new WeakMap<Content, WeakMap<Content, object>>()
  /** Where single grams stand in the space of concepts. */
  readonly places = new Map<number, Float32Array>()

  /** A new version begins: what the last one didn't use is forgotten. */
  turn(): void {
    this.#before = this.#now
    this.#now = new Map()
    if (this.places.size > MOST_PLACES) this.places.clear()
  }

  content(key: string, make: () => Content): Content {
    const content = this.#now.get(key) ?? this.#before.get(key) ?? make()
    this.#now.set(key, content)
    return content
  }

  pair<Pair extends object>(a: Content, b: Content, make: () => Pair): Pair {
    let row = this.#pairs.get(a)
    if (!row) this.#pairs.set(a, (row = new WeakMap()))
    let pair = row.get(b) as Pair | undefined
    if (!pair) row.set(b, (pair = make()))
    return pair
  }
}
