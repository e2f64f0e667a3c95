import type {Content} from './profile.ts'

/**
 * What was found in one version of a draft, for the next one: most of its items are the same words. Everything is kept by
 * content, so that a result can't depend on what came before. An editor keeps one for each open draft.
 */
export class ItemMemory {
  #now = new Map<string, Content>()
  #before = new Map<string, Content>()
  readonly #pairs = new WeakMap<Content, WeakMap<Content, object>>()

  /** A new version begins: what the last one didn't use is forgotten. */
  turn(): void {
    this.#before = this.#now
    this.#now = new Map()
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
