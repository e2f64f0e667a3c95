/**
 * A set of words that finds the longest one at a place. Where hundreds of words are meant, a regular expression of all of
 * them takes V8 longer to compile than a draft to check.
 */
export class WordSet {
  /** By first character; sorted when first asked for. */
  readonly #byFirst = new Map<number, string[]>()
  readonly #sorted = new Set<string[]>()

  constructor(words: Iterable<string>) {
    for (const word of words) {
      const first = word.charCodeAt(0)
      const row = this.#byFirst.get(first)
      if (row) row.push(word)
      else this.#byFirst.set(first, [word])
    }
  }

  /** The length of the longest word that begins at `at`, in UTF-16 units; 0 where none does. */
  lengthAt(text: string, at: number): number {
    if (at >= text.length) return 0
    const row = this.#byFirst.get(text.charCodeAt(at))
    if (!row) return 0
    if (!this.#sorted.has(row)) {
      row.sort((a, b) => b.length - a.length)
      this.#sorted.add(row)
    }
    for (const word of row) if (text.startsWith(word, at)) return word.length
    return 0
  }
}
