import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

/** A fault with a measure that answers it, or (`answers: false`) one that only sounds like it. */
export interface WrittenPair {
  readonly field: string
  readonly subject: string
  readonly problem: string
  readonly measure: string
  readonly answers: boolean
}

/** Reads the pairs written field by field: `problem ⇒ measure`, `problem ⊘ measure`, `# subject`. Throws at a line that is neither. */
export function readPairs(folder: string = join(import.meta.dirname, 'pairs')): WrittenPair[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => parsePairs(readFileSync(join(folder, name), 'utf8'), name.replace(/\.txt$/, '')))
}

export function parsePairs(text: string, field: string): WrittenPair[] {
  const pairs: WrittenPair[] = []
  let subject = ''
  text.split('\n').forEach((raw, index) => {
    const line = raw.trim()
    if (!line) return
    if (line.startsWith('#')) {
      subject = line.replace(/^#+\s*/, '')
      return
    }
    const match = /^(.+?)\s*(⇒|⊘)\s*(.+)$/.exec(line)
    if (!match)
      throw new Error(`${field}.txt:${index + 1}: expected "problem ⇒ measure" or "problem ⊘ measure", found: ${line}`)
    pairs.push({field, subject, problem: match[1] as string, measure: match[3] as string, answers: match[2] === '⇒'})
  })
  return pairs
}
