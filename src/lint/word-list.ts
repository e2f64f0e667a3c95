import {needing, needsOfWords} from '../language/needs.ts'

/** A word that a rule reports, with the neighbours that make it harmless. */
export interface Entry {
  readonly word: string
  /** What to write instead, where there is one answer. */
  readonly instead?: string
  /** Not behind one of these characters or words (alternatives of a regular expression). */
  readonly notAfter?: string
  /** Not before one of these. */
  readonly notBefore?: string
}

const quote = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** One expression that finds any entry of a table where its neighbours allow it; longer words win. */
export function compileEntries(entries: readonly Entry[]): RegExp {
  const alternatives = [...entries]
    .sort((a, b) => b.word.length - a.word.length)
    .map(({word, notAfter, notBefore}) => {
      const before = notAfter ? `(?<!${notAfter})` : ''
      const after = notBefore ? `(?!${notBefore})` : ''
      return `${before}${quote(word)}${after}`
    })
  return needing(new RegExp(alternatives.join('|'), 'g'), needsOfWords(entries.map(({word}) => word)))
}

/** The table by word, for what a match found. */
export const byWord = (entries: readonly Entry[]): ReadonlyMap<string, Entry> =>
  new Map(entries.map((entry) => [entry.word, entry]))
