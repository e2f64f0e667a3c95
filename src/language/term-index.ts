/** A term as a table writes it: `灭火器^2`, or `没…记录` with a gap. */
interface Term {
  readonly head: string
  /** What must follow within the gap; empty without a gap. */
  readonly tail: string
  readonly weight: number
  /** The tables' rows that hold it, as numbers given by the caller. */
  readonly owners: number[]
}

/** A term found in a text. */
export interface Hit {
  readonly start: number
  readonly end: number
  readonly weight: number
  readonly owners: readonly number[]
}

/** Characters that a gap `…` may span. No mark may stand in it. */
const GAP = 8

/** Finds all terms of several tables in one pass over a text: terms are looked up by their first two characters. */
export class TermIndex {
  readonly #byStart = new Map<number, Term[]>()
  readonly #known = new Map<string, Term>()

  /** Adds the terms of one row (see `Subject.terms`). */
  add(owner: number, terms: string): void {
    for (const written of terms.split(/\s+/)) {
      if (!written) continue
      const [term = '', weight] = written.split('^')
      const id = weight === undefined ? `${term}^1` : written
      const known = this.#known.get(id)
      if (known) {
        if (!known.owners.includes(owner)) known.owners.push(owner)
        continue
      }
      const [head = '', tail = ''] = term.split('…')
      const made: Term = {head, tail, weight: weight === undefined ? 1 : Number(weight), owners: [owner]}
      this.#known.set(id, made)
      const key = keyOf(head, 0)
      const row = this.#byStart.get(key)
      if (row) row.push(made)
      else this.#byStart.set(key, [made])
    }
  }

  /** Every term that stands in the text, in the order of where they start. */
  find(text: string): Hit[] {
    const hits: Hit[] = []
    for (let start = 0; start < text.length; start++) {
      collect(hits, text, start, this.#byStart.get(text.charCodeAt(start)))
      if (start + 1 < text.length) collect(hits, text, start, this.#byStart.get(keyOf(text, start)))
    }
    return hits
  }
}

function collect(hits: Hit[], text: string, start: number, row: readonly Term[] | undefined): void {
  if (!row) return
  for (const term of row) {
    const end = endOf(text, start, term)
    if (end > 0) hits.push({start, end, weight: term.weight, owners: term.owners})
  }
}

/** Two characters as one number; a term of one character has that character's code. */
function keyOf(text: string, start: number): number {
  const first = text.charCodeAt(start)
  return start + 1 < text.length ? 0x10000 + ((first * 0x6d25 + text.charCodeAt(start + 1)) & 0x3fffffff) : first
}

/** Where a term that starts here ends, or -1. */
function endOf(text: string, start: number, {head, tail}: Term): number {
  if (!text.startsWith(head, start)) return -1
  const end = start + head.length
  if (!tail) return end
  for (let at = end; at <= end + GAP && at < text.length; at++) {
    if (text.startsWith(tail, at)) return at + tail.length
    if (MARK.test(text.charAt(at))) return -1
  }
  return -1
}

const MARK = /[。；！？\n]/
