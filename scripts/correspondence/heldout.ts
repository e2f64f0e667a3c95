/**
 * Judges the knowledge by itself: concepts learned without the pairs of some fields, tried on the pairs of those fields.
 *   npx tsx scripts/correspondence/heldout.ts
 * Each measure must find its own problem among six of its field (chance: 0.167).
 */
import {type Concepts, learnConcepts, spotOf} from './concepts.ts'
import {randomFrom} from './descent.ts'
import {readPairs, type WrittenPair} from './pairs.ts'

const FOLDS = 3
const CHOICES = 6

function placeIn({rows, basis}: Concepts, text: string): Float64Array {
  const {documents, weights} = spotOf(text, rows)
  const place = new Float64Array(basis[0]?.length ?? 0)
  documents.forEach((document, at) => {
    const line = basis[document] as Float64Array
    for (let axis = 0; axis < place.length; axis++)
      place[axis] = (place[axis] as number) + (weights[at] as number) * (line[axis] as number)
  })
  return place
}

function cosine(a: Float64Array, b: Float64Array): number {
  let sum = 0
  let x = 0
  let y = 0
  a.forEach((value, axis) => {
    const other = b[axis] as number
    sum += value * other
    x += value * value
    y += other * other
  })
  return sum / Math.sqrt(x * y || 1)
}

/** How many measures find their own problem nearest. */
function accuracy(concepts: Concepts, pairs: readonly WrittenPair[]): {hits: number; tried: number} {
  let hits = 0
  const random = randomFrom(7)
  const places = new Map<string, Float64Array>()
  const place = (text: string): Float64Array => {
    const known = places.get(text) ?? placeIn(concepts, text)
    places.set(text, known)
    return known
  }
  for (const pair of pairs) {
    const field = pairs.filter((other) => other.field === pair.field && other.problem !== pair.problem)
    const own = cosine(place(pair.problem), place(pair.measure))
    const others = Array.from({length: CHOICES - 1}, () => field[Math.floor(random() * field.length)] as WrittenPair)
    if (others.every((other) => cosine(place(other.problem), place(pair.measure)) < own)) hits++
  }
  return {hits, tried: pairs.length}
}

const pairs = readPairs()
const fields = [...new Set(pairs.map(({field}) => field))]
const totals = {unseen: 0, seen: 0, tried: 0}
const all = learnConcepts(pairs)
for (let fold = 0; fold < FOLDS; fold++) {
  const left = new Set(fields.filter((_, index) => index % FOLDS === fold))
  const test = pairs.filter(({field, answers}) => answers && left.has(field))
  const found = accuracy(learnConcepts(pairs.filter(({field}) => !left.has(field))), test)
  totals.unseen += found.hits
  totals.tried += found.tried
  totals.seen += accuracy(all, test).hits
}
console.log(
  `own problem among ${CHOICES} of its field: pairs of the field unseen ${(totals.unseen / totals.tried).toFixed(3)}, seen ${(totals.seen / totals.tried).toFixed(3)} (${totals.tried} pairs)`,
)
