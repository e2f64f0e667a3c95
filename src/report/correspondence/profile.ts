import {matchesOf} from '../../language/matches.ts'
import {findTerms, type Hit} from '../../language/term-index.ts'
import {emptiness, namesFact} from '../../language/vague.ts'
import type {Party} from './answers.ts'
import {faultTerms, kindNames, moveTerms} from './data/terms.ts'
import type {ItemMemory} from './item-memory.ts'
import {type Grams, readWords} from './kernel/index.ts'

/** A kind of fault (or of move) that a text shows, with the words that show it. */
export interface KindHit {
  readonly kind: number
  readonly start: number
  readonly end: number
  readonly value: number
}

/** How strongly each kind is shown; kinds that aren't shown are left out. */
export interface Kinds {
  /** Ascending. */
  readonly kinds: readonly number[]
  readonly values: readonly number[]
  /** Sum of the squared values. */
  readonly squares: number
}

/** What an item's words alone say. */
export interface Content {
  /** The item's words without its mark (一是, 第一，). */
  readonly words: string
  readonly grams: Grams
  /** Where its first clause ends, which tells what the item is about; infinite where it has but one. */
  readonly headEnd: number
  /** Sums of the squared weights. */
  readonly norm: number
  readonly headNorm: number
  /** Sum of the weights of the grams of two and three characters. */
  readonly mass: number
  /** How much it speaks of each document of the concepts. */
  readonly sums: Float32Array
  /** Place in the space of concepts, not normalised, and its length. */
  readonly place: Float32Array
  readonly length: number
  /** Faults that a problem shows, moves that a measure shows. */
  readonly hits: readonly KindHit[]
  readonly kinds: Kinds
  /** How much it sounds like a general task, and how empty. */
  readonly general: number
  readonly empty: number
  /** A measure that only promises. */
  readonly isPromise: boolean
  /** Figures with what they count: 3台, 12楼. */
  readonly figures: readonly string[]
  /** Problems that it names by number (针对第二个问题), from 0. */
  readonly refersTo: readonly number[]
}

/** What is known about one item before it is compared with any other. */
export interface Profile {
  readonly party: Party
  readonly content: Content
}

export const KIND_NAMES: readonly string[] = kindNames.split(' ')
/** Rows of the table of moves that are no moves. */
const GENERAL = KIND_NAMES.length
const EMPTY = KIND_NAMES.length + 1

const LEAD =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*|第[一二三四五六七八九十]{1,2}[，,、]|其?[一二三四五六七八九十]{1,2}(?:是|要|个是)|首先[，,]?|其次[，,]?|再次[，,]?|再者[，,]?|另外[，,]?|此外[，,]?|最后[，,]?|还有[，,]?)/
const REFERENCE =
  /(?:针对|对|对照|关于|解决)(?:上述|以上|自查发现的|前述)?(?:第([一二三四五六七八九十]|\d{1,2})(?:个|项|条|类|方面)?(?:的)?问题|问题([一二三四五六七八九十]|\d{1,2}))/g
const FIGURE = /(?<!\d)\d+(?:\.\d+)?[一-鿿]|[一二两三四五六七八九十]{2,4}[个名台套件处户人项笔份]/g

/**
 * From this emptiness on a measure that names no fact is a promise (进一步加强领导，狠抓落实): it touches a problem at most,
 * wherever it stands.
 */
const PROMISE = 0.65

type Side = 'problem' | 'measure'

export function profileOf(party: Party, side: Side, memory?: ItemMemory): Profile {
  const make = (): Content => contentOf(party.words, side)
  return {party, content: memory ? memory.content(`${side} ${party.words}`, make) : make()}
}

function contentOf(whole: string, side: Side): Content {
  const words = whole.replace(LEAD, '')
  const stop = words.search(/[。；：！？\n]/)
  const headEnd = stop > 0 && stop < words.length - 1 ? stop : Number.POSITIVE_INFINITY
  const {grams, sums, place} = readWords(words)
  const terms = findTerms(side === 'problem' ? faultTerms : moveTerms, words)
  const hits = kindHits(terms)
  const tone = (row: number): number => terms.reduce((sum, hit) => sum + (hit.owners.includes(row) ? hit.weight : 0), 0)
  return {
    words,
    grams,
    headEnd,
    norm: squares(grams, Number.POSITIVE_INFINITY),
    headNorm: squares(grams, headEnd),
    mass: massOf(grams),
    sums,
    place,
    length: lengthOf(place),
    hits,
    kinds: sumHits(hits),
    general: tone(GENERAL),
    empty: tone(EMPTY),
    isPromise: side === 'measure' && emptiness(whole) >= PROMISE && !namesFact(whole),
    figures: words.match(FIGURE) ?? [],
    refersTo: side === 'measure' ? references(words) : [],
  }
}

/** Hits of every kind; a term inside a longer one of the same kind does not count again. */
function kindHits(hits: readonly Hit[]): KindHit[] {
  const found: KindHit[] = []
  // hits come in the order of their starts: one that holds another lies near it
  hits.forEach((hit, position) => {
    let kinds = 0
    for (const owner of hit.owners) if (owner < GENERAL) kinds++
    for (const kind of hit.owners) {
      if (kind >= GENERAL) continue
      let covered = false
      for (let k = position - 1; k >= 0 && (hits[k] as Hit).start > hit.start - REACH && !covered; k--)
        covered = holds(hits[k] as Hit, hit, kind)
      for (let k = position + 1; k < hits.length && (hits[k] as Hit).start === hit.start && !covered; k++)
        covered = holds(hits[k] as Hit, hit, kind)
      if (!covered) found.push({kind, start: hit.start, end: hit.end, value: hit.weight / Math.sqrt(kinds)})
    }
  })
  return found
}

/** No term reaches further. */
const REACH = 24

const holds = (outer: Hit, inner: Hit, kind: number): boolean =>
  outer.end >= inner.end && outer.end - outer.start > inner.end - inner.start && outer.owners.includes(kind)

/** Scratch: the strength of every kind; 0 between two calls. */
const strengths = new Float32Array(KIND_NAMES.length)

function sumHits(hits: readonly KindHit[]): Kinds {
  for (const {kind, value} of hits) strengths[kind] = (strengths[kind] as number) + value
  const kinds = [...new Set(hits.map(({kind}) => kind))].sort((a, b) => a - b)
  const values = kinds.map((kind) => strengths[kind] as number)
  for (const kind of kinds) strengths[kind] = 0
  return {kinds, values, squares: values.reduce((sum, value) => sum + value * value, 0)}
}

function references(words: string): number[] {
  return matchesOf(REFERENCE, words).map((match) => {
    const written = match[1] ?? match[2] ?? ''
    return (/\d/.test(written) ? Number(written) : '一二三四五六七八九十'.indexOf(written) + 1) - 1
  })
}

/** The sum of the squared weights of the grams that lie before `end`. */
function squares({weights, sizes, at}: Grams, end: number): number {
  let sum = 0
  for (let index = 0; index < weights.length; index++) {
    const weight = weights[index] as number
    if ((at[index] as number) + (sizes[index] as number) <= end) sum += weight * weight
  }
  return sum
}

function massOf({weights, sizes}: Grams): number {
  let sum = 0
  for (let index = 0; index < weights.length; index++) if (sizes[index] !== 1) sum += weights[index] as number
  return sum
}

function lengthOf(place: Float32Array): number {
  let sum = 0
  for (const value of place) sum += value * value
  return Math.sqrt(sum)
}
