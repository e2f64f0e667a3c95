/**
 * What was found in one version of a draft, for the next one: most of its words are the same. Everything is kept by
 * content, so that a result can't depend on what came before.
 */
export class Kept<Value> {
  #now = new Map<string, Value>()
  #before = new Map<string, Value>()

  /** A new version begins: what the last one didn't use is forgotten. */
  turn(): void {
    this.#before = this.#now
    this.#now = new Map()
  }

  of(words: string, find: (words: string) => Value): Value {
    let found = this.#now.get(words)
    if (found !== undefined || this.#now.has(words)) return found as Value
    found = this.#before.get(words)
    if (found === undefined && !this.#before.has(words)) found = find(words)
    // under the words of this version: those of an earlier one would keep its whole text in memory
    this.#now.set(words, found as Value)
    return found as Value
  }
}
