/**
 * Learns how near two words are in office talk, from what this project has written itself: subjects, kinds of fault with
 * their moves, and pairs of fault and answer.
 *   npx tsx scripts/correspondence/concepts.ts
 *
 * Every subject and every kind is a document. A gram is the row of its weights in those documents; the documents' own
 * likeness is taken out (latent semantic analysis, whitened), so that two words count as near when they stand in like
 * documents, not only in the same ones. Writes `data/concepts.ts`, which `concepts.ts` reads.
 */
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {cellsOf, LEVELS, writeCells} from '../../src/language/codec.ts'
import {eigenvectors} from './eigen.ts'
import {CONCEPT_BUCKETS, codeOf, extendCode, fingerprintOf, foldCharacter, LONGEST} from './grams.ts'
import {numberedKinds} from './kinds.ts'
import {readPairs, type WrittenPair} from './pairs.ts'
import {readSubjects} from './subjects.ts'

const SINGLE = 0.3
const PROSE = 0.7
const DIMENSIONS = 96
/** A gram keeps its strongest documents only. */
const KEPT = 24
const RARE = 2

type Document = Map<number, number>

function addText(document: Document, text: string, amount: number, single = SINGLE): void {
  const seen = new Set<number>()
  for (let start = 0; start < text.length; start++) {
    let code = 0
    for (let size = 1; size <= LONGEST && start + size <= text.length; size++) {
      const character = foldCharacter(text.charCodeAt(start + size - 1))
      if (!character) break
      code = extendCode(code, character)
      if (seen.has(code)) continue
      seen.add(code)
      document.set(code, (document.get(code) ?? 0) + amount * (size === 1 ? single : 1))
    }
  }
}

function addTerms(document: Document, terms: string, whole: boolean): void {
  for (const written of terms.split(/\s+/)) {
    const [term = '', weight] = written.split('^')
    const amount = weight === undefined ? 1 : Number(weight)
    for (const part of term.split('…')) {
      addText(document, part, amount)
      // a term as it stands tells more than its parts
      if (whole && part.length <= LONGEST && part)
        document.set(codeOf(part), (document.get(codeOf(part)) ?? 0) + amount)
    }
  }
}

export interface Concepts {
  readonly names: readonly string[]
  /** Rows: gram code → sparse weights by document. */
  readonly rows: ReadonlyMap<number, readonly (readonly [number, number])[]>
  /** `documents × DIMENSIONS`: from weights by document to the whitened space. */
  readonly basis: readonly Float64Array[]
}

export function learnConcepts(pairs: readonly WrittenPair[]): Concepts {
  const subjects = readSubjects()
  const documents = new Map<string, Document>()
  for (const [name, {terms}] of Object.entries(subjects)) {
    const document: Document = new Map()
    addTerms(document, terms, true)
    documents.set(name, document)
  }
  for (const {subject, problem, measure, answers} of pairs) {
    if (!answers) continue
    const document = documents.get(subject) ?? new Map()
    documents.set(subject, document)
    addText(document, `${problem}。${measure}`, PROSE, SINGLE * 2)
  }
  for (const [name, {fault, answer}] of numberedKinds()) {
    const document: Document = new Map()
    addTerms(document, fault, false)
    addTerms(document, answer, false)
    documents.set(`${name}＊`, document)
  }
  return whiten([...documents.keys()], [...documents.values()])
}

function whiten(names: readonly string[], documents: readonly Document[]): Concepts {
  const df = new Map<number, number>()
  for (const document of documents) for (const code of document.keys()) df.set(code, (df.get(code) ?? 0) + 1)
  const idf = (code: number): number => Math.log(documents.length / (df.get(code) as number))
  const vectors = documents.map((document) => {
    const vector = new Map<number, number>()
    let norm = 0
    for (const [code, amount] of document) {
      if ((df.get(code) as number) < RARE) continue
      const value = Math.log1p(amount) * idf(code)
      vector.set(code, value)
      norm += value * value
    }
    for (const [code, value] of vector) vector.set(code, value / Math.sqrt(norm || 1))
    return vector
  })
  const gram = vectors.map((a) =>
    Float64Array.from(vectors, (b) => {
      let sum = 0
      const [small, large] = a.size < b.size ? [a, b] : [b, a]
      for (const [code, value] of small) sum += value * (large.get(code) ?? 0)
      return sum
    }),
  )
  const {values, vectors: axes} = eigenvectors(gram)
  const kept = Math.min(DIMENSIONS, values.length)
  // X = U S Vᵀ: a gram's place is Vᵀ = S⁻¹ Uᵀ X, and the eigenvalues of X Xᵀ are S²
  const basis = documents.map((_, document) =>
    Float64Array.from(
      {length: kept},
      (_, axis) => (axes[axis]?.[document] ?? 0) / Math.sqrt(Math.max(values[axis] ?? 0, 1e-9)),
    ),
  )
  const rows = new Map<number, [number, number][]>()
  vectors.forEach((vector, document) => {
    for (const [code, value] of vector) {
      const row = rows.get(code)
      const entry: [number, number] = [document, value * idf(code)]
      if (row) row.push(entry)
      else rows.set(code, [entry])
    }
  })
  return {names, rows, basis}
}

function write({names, rows, basis}: Concepts): void {
  let largest = 0
  for (const row of rows.values()) for (const [, value] of row) largest = Math.max(largest, value)
  const reach = basis.reduce((most, row) => row.reduce((high, value) => Math.max(high, Math.abs(value)), most), 0)
  const half = (LEVELS - 1) >> 1
  const buckets: number[][] = Array.from({length: CONCEPT_BUCKETS}, () => [])
  for (const [code, all] of [...rows].sort((a, b) => a[0] - b[0])) {
    const row = [...all].sort((a, b) => b[1] - a[1]).slice(0, KEPT)
    const weight = (value: number): number => Math.max(1, Math.round(((LEVELS - 1) * value) / largest))
    const entries = row.flatMap(([document, value]) => [...cellsOf(document, 2), weight(value)])
    buckets[code & (CONCEPT_BUCKETS - 1)]?.push(...cellsOf(fingerprintOf(code), 2), row.length, ...entries)
  }
  let at = 0
  const starts = buckets.flatMap((bucket) => {
    const cells = cellsOf(at, 4)
    at += bucket.length
    return cells
  })
  starts.push(...cellsOf(at, 4))
  const cells = buckets.flat()
  // square roots keep more of the small values apart
  const places = basis.flatMap((row) =>
    [...row].map((value) => half + Math.round(half * Math.sign(value) * Math.sqrt(Math.abs(value) / reach))),
  )
  const table = (cells: Iterable<number>): string =>
    `(into: Uint8Array): number =>\n  copyTable('${writeCells(cells)}', into)`
  writeFileSync(
    join(import.meta.dirname, '../../src/report/correspondence/data/concepts.ts'),
    `// Generated by scripts/correspondence/concepts.ts from the subjects, the kinds of fault and the written pairs.\n` +
      `import {copyTable} from '../../../language/codec.ts'\n\n` +
      `export const CONCEPTS = {\n  dimensions: ${basis[0]?.length ?? 0},\n  largest: ${largest.toFixed(5)},\n  reach: ${reach.toFixed(5)},\n}\n\n` +
      `/** The documents; a kind of fault carries a ＊. */\nexport const conceptNames =\n  '${names.join(' ')}'\n\n` +
      `/** Where each bucket begins, four cells each. */\nexport const conceptStarts = ${table(starts)}\n\n` +
      `/** Rows, see kernel/assembly.ts. */\nexport const conceptRows = ${table(cells)}\n\n` +
      `/** documents × dimensions */\nexport const conceptBasis = ${table(places)}\n`,
  )
  console.log(
    `${names.length} documents, ${rows.size} grams, ${cells.length + starts.length + places.length} characters`,
  )
}

if (process.argv[1] === import.meta.filename) write(learnConcepts(readPairs()))
