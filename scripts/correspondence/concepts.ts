/**
 * Learns how near two words are in office talk, from what this project has written itself: subjects, kinds of fault with
 * their moves, and pairs of fault and answer.
 *   npx tsx scripts/correspondence/concepts.ts
 *
 * Every subject and every kind is a document. A gram is the row of its weights in those documents; the documents' own
 * likeness is taken out (latent semantic analysis, whitened), so that two words count as near when they stand in like
 * documents, not only in the same ones. Then the space is turned towards what the pairs say (tune.ts). Writes `data/concepts.ts`,
 * which the kernel reads (kernel/assembly/concepts.ts).
 */
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {eigenvectors} from './eigen.ts'
import {CONCEPT_BUCKETS, codeOf, extendCode, fingerprintOf, foldCharacter} from './grams.ts'
import {numberedKinds} from './kinds.ts'
import {readPairs, type WrittenPair} from './pairs.ts'
import {readSubjects} from './subjects.ts'
import {type Spot, tune} from './tune.ts'

const SINGLE = 0.3
const PROSE = 0.7
const DIMENSIONS = 96
/** A gram keeps its strongest documents only. */
const KEPT = 24
/** In how many documents a gram has to stand to tell something. */
const RARE = 2
/** Grams of three characters tell no more than the two in them. */
const LONGEST = 2
/** How much a single character of an item counts beside two, as in kernel/assembly/concepts.ts. */
const SINGLE_READ = 0.8

/** What stands in a document: how much of each gram, by its code. */
type Document = Map<number, number>

/** The grams of a text, each once: how many characters each code has. */
function gramsIn(text: string): Map<number, number> {
  const grams = new Map<number, number>()
  for (let start = 0; start < text.length; start++) {
    let code = 0
    for (let size = 1; size <= LONGEST && start + size <= text.length; size++) {
      const character = foldCharacter(text.charCodeAt(start + size - 1))
      if (!character) break
      code = extendCode(code, character)
      if (!grams.has(code)) grams.set(code, size)
    }
  }
  return grams
}

function addText(document: Document, text: string, amount: number, single = SINGLE): void {
  for (const [code, size] of gramsIn(text))
    document.set(code, (document.get(code) ?? 0) + amount * (size === 1 ? single : 1))
}

function addTerms(document: Document, terms: string, whole: boolean): void {
  for (const written of terms.split(/\s+/)) {
    const [term = '', weight] = written.split('^')
    const amount = weight === undefined ? 1 : Number(weight)
    for (const part of term.split('…')) {
      addText(document, part, amount)
      // a term as it stands tells more than its parts
      if (whole && part && part.length <= LONGEST)
        document.set(codeOf(part), (document.get(codeOf(part)) ?? 0) + amount)
    }
  }
}

export interface Concepts {
  readonly names: readonly string[]
  /** Rows: gram code → sparse weights by document. */
  readonly rows: ReadonlyMap<number, readonly (readonly [number, number])[]>
  /** `documents × DIMENSIONS`: from weights by document to a place in the space. */
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
  const {names, rows, basis} = whiten([...documents.keys()], [...documents.values()])
  const spot = (text: string): Spot => spotOf(text, rows)
  const lessons = pairs
    .filter(({answers}) => answers)
    .map(({field, problem, measure}) => ({field, problem: spot(problem), measure: spot(measure)}))
  return {names, rows, basis: tune(basis, lessons)}
}

/** What the grams of an item add up to. */
export function spotOf(text: string, rows: Concepts['rows']): Spot {
  const sums = new Map<number, number>()
  for (const [code, size] of gramsIn(text))
    for (const [document, weight] of rows.get(code) ?? [])
      sums.set(document, (sums.get(document) ?? 0) + weight * (size === 1 ? SINGLE_READ : 1))
  return {documents: Int32Array.from(sums.keys()), weights: Float64Array.from(sums.values())}
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
  for (const [code, row] of rows) rows.set(code, row.sort((a, b) => b[1] - a[1]).slice(0, KEPT))
  return {names, rows, basis}
}

/** As kernel/assembly has them: the square of a level is what it stands for. */
const WEIGHT_LEVELS = 128
const BASIS_LEVELS = 255
const DOCUMENT_BITS = 9

function write({names, rows, basis}: Concepts): void {
  let largest = 0
  for (const row of rows.values()) for (const [, value] of row) largest = Math.max(largest, value)
  const reach = basis.reduce((most, row) => row.reduce((high, value) => Math.max(high, Math.abs(value)), most), 0)
  const weight = (value: number): number => Math.max(1, Math.round((WEIGHT_LEVELS - 1) * Math.sqrt(value / largest)))
  const buckets: number[][] = Array.from({length: CONCEPT_BUCKETS}, () => [])
  for (const [code, row] of [...rows].sort((a, b) => a[0] - b[0])) {
    const entries = row.map(([document, value]) => document | (weight(value) << DOCUMENT_BITS))
    buckets[code & (CONCEPT_BUCKETS - 1)]?.push(fingerprintOf(code), row.length, ...entries)
  }
  const starts = new Uint32Array(CONCEPT_BUCKETS + 1)
  buckets.forEach((bucket, index) => {
    starts[index + 1] = (starts[index] as number) + bucket.length * Uint16Array.BYTES_PER_ELEMENT
  })
  const half = (BASIS_LEVELS - 1) >> 1
  const places = basis.flatMap((row) =>
    [...row].map((value) => half + Math.round(half * Math.sign(value) * Math.sqrt(Math.abs(value) / reach))),
  )
  const table = ({buffer}: {readonly buffer: ArrayBufferLike}): string =>
    `(into: Uint8Array): number =>\n  copyBytes('${Buffer.from(buffer).toString('base64')}', into)`
  writeFileSync(
    join(import.meta.dirname, '../../src/report/correspondence/data/concepts.ts'),
    `// Generated by scripts/correspondence/concepts.ts from the subjects, the kinds of fault and the written pairs.\n` +
      `import {copyBytes} from '../../../language/codec.ts'\n\n` +
      `export const CONCEPTS = {\n  dimensions: ${basis[0]?.length ?? 0},\n  largest: ${largest.toFixed(5)},\n  reach: ${reach.toFixed(5)},\n}\n\n` +
      `/** The documents; a kind of fault carries a ＊. */\nexport const conceptNames =\n  '${names.join(' ')}'\n\n` +
      `/** Where each bucket begins. */\nexport const conceptStarts = ${table(starts)}\n\n` +
      `/** Rows, see kernel/assembly/concepts.ts. */\nexport const conceptRows = ${table(Uint16Array.from(buckets.flat()))}\n\n` +
      `/** documents × dimensions */\nexport const conceptBasis = ${table(Uint8Array.from(places))}\n`,
  )
  console.log(`${names.length} documents, ${rows.size} grams, ${starts.at(-1)} bytes`)
}

if (process.argv[1] === import.meta.filename) write(learnConcepts(readPairs()))
