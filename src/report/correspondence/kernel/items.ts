import {type Constant, type Item, loaded, type Side} from './kernel.ts'

/** A term in an item's words: which kind of fault or move it shows, where, and how much it counts. */
export interface KindHit {
  readonly kind: number
  readonly start: number
  readonly end: number
  readonly value: number
}

/**
 * What an item's words say, as far as the first 20,000 characters.
 * @param headEnd where its first clause ends, which tells what the item is about; infinite where it has but one
 */
export const readItem = (words: string, side: Side, headEnd: number): Item => loaded().read(words, side, headEnd)

const countOf = (item: Item, name: Constant): number => new Int32Array(item.buffer, loaded().at[name], 1)[0] as number
const numberOf = (item: Item, name: Constant): number =>
  new Float64Array(item.buffer, loaded().at[name], 1)[0] as number

/** How much an item sounds like a general task, and how empty. */
export const toneOf = (item: Item): {readonly general: number; readonly empty: number} => ({
  general: numberOf(item, 'GENERAL_FIELD'),
  empty: numberOf(item, 'EMPTY_FIELD'),
})

/** Runs of one to three characters in an item's words, each once. */
export interface Grams {
  /** 30 bits of a hash, ascending. */
  readonly codes: Int32Array
  /** Beside `codes`: where each first stands, and in the two lowest bits how many characters it has. */
  readonly spots: Int32Array
}

export function gramsOf(item: Item): Grams {
  const lists = loaded().at.LISTS_FIELD + (countOf(item, 'HITS_FIELD') + countOf(item, 'KINDS_FIELD')) * 8
  const count = countOf(item, 'GRAMS_FIELD')
  return {
    codes: new Int32Array(item.buffer, lists, count),
    spots: new Int32Array(item.buffer, lists + count * 4, count),
  }
}

/** The faults that a problem shows, or the moves that a measure shows. */
export function hitsOf(item: Item): KindHit[] {
  const {at} = loaded()
  const count = countOf(item, 'HITS_FIELD')
  const grams = countOf(item, 'GRAMS_FIELD')
  const values = new Float64Array(item.buffer, at.LISTS_FIELD, count)
  const from = at.LISTS_FIELD + (count + countOf(item, 'KINDS_FIELD') + grams) * 8
  const spans = new Int32Array(item.buffer, from, count * 2)
  const kinds = from + (count + countOf(item, 'SUBJECTS_FIELD')) * 8 + grams
  const hits: KindHit[] = []
  for (let index = 0; index < count; index++)
    hits.push({
      kind: item[kinds + index] as number,
      start: spans[index * 2] as number,
      end: spans[index * 2 + 1] as number,
      value: values[index] as number,
    })
  return hits
}

/** How strongly an item shows each kind of fault or move, ascending by kind. */
export function kindsOf(item: Item): {readonly kinds: Uint8Array; readonly strengths: Float64Array} {
  const count = countOf(item, 'KINDS_FIELD')
  return {
    kinds: item.subarray(item.length - count),
    strengths: new Float64Array(item.buffer, loaded().at.LISTS_FIELD + countOf(item, 'HITS_FIELD') * 8, count),
  }
}

/** A document of the concepts (index of CONCEPT_NAMES) that an item is about, and how much it speaks of it. */
export interface Subject {
  readonly document: number
  readonly sum: number
}

/** Those that it is most about. */
export function subjectsOf(item: Item): readonly Subject[] {
  const {spots} = gramsOf(item)
  const from = spots.byteOffset + spots.byteLength + countOf(item, 'HITS_FIELD') * 8
  const count = countOf(item, 'SUBJECTS_FIELD')
  const documents = new Int32Array(item.buffer, from, count * 2)
  const sums = new Float32Array(item.buffer, from, count * 2)
  const subjects: Subject[] = []
  for (let at = 0; at < count * 2; at += 2)
    subjects.push({document: documents[at] as number, sum: sums[at + 1] as number})
  return subjects
}
