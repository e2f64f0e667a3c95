import {Kept} from '../kept.ts'
import type {Answers} from './answers.ts'
import type {Side} from './kernel/kernel.ts'
import type {Pairs, PairTable} from './kernel/pairs.ts'
import type {Content, Profile} from './profile.ts'

/** The rows of features that pairs had before they were compared with their rivals. */
export class Compared {
  readonly #pairs: Pairs
  readonly #features: Float64Array
  /** Items of the same words have the same row. */
  readonly #problems: ReadonlyMap<Content, number>
  readonly #measures: ReadonlyMap<Content, number>

  constructor({pairs, features}: PairTable, problems: readonly Profile[], measures: readonly Profile[]) {
    this.#pairs = pairs
    this.#features = features.slice()
    this.#problems = new Map(problems.map(({content}, index) => [content, index]))
    this.#measures = new Map(measures.map(({content}, index) => [content, index]))
  }

  /** What of a row the words of the two items tell stands in its place; the rest tells of another draft. */
  rowOf(problem: Content, measure: Content): Float64Array | undefined {
    const row = this.#problems.get(problem)
    const column = this.#measures.get(measure)
    if (row === undefined || column === undefined) return undefined
    const {problemOf, measureOf} = this.#pairs
    let low = 0
    let high = problemOf.length
    while (low < high) {
      const middle = (low + high) >> 1
      const before = (problemOf[middle] as number) - row || (measureOf[middle] as number) - column
      if (before < 0) low = middle + 1
      else high = middle
    }
    if (problemOf[low] !== row || measureOf[low] !== column) return undefined
    const width = this.#features.length / problemOf.length
    return this.#features.subarray(low * width, (low + 1) * width)
  }
}

/** What was found in the items of one version of a draft, for the next one. An editor keeps one for each open draft. */
export class ItemMemory {
  /** By side. */
  readonly #contents = {problem: new Kept<Content>(), measure: new Kept<Content>()}
  /** The pairs that were compared last. */
  compared: Compared | undefined
  #last:
    | {readonly problems: readonly Profile[]; readonly measures: readonly Profile[]; readonly answers: Answers}
    | undefined

  /** A new version begins: what the last one didn't use is forgotten. */
  turn(): void {
    for (const contents of Object.values(this.#contents)) contents.turn()
  }

  content(words: string, side: Side, make: (words: string) => Content): Content {
    return this.#contents[side].of(words, make)
  }

  /** The answers depend on the words of the items and on what is written under what, not on where in the text they stand. */
  answers(problems: readonly Profile[], measures: readonly Profile[], make: () => Answers): Answers {
    if (!this.#last || !areSame(this.#last.problems, problems) || !areSame(this.#last.measures, measures))
      this.#last = {problems, measures, answers: make()}
    return this.#last.answers
  }
}

const areSame = (before: readonly Profile[], now: readonly Profile[]): boolean =>
  before.length === now.length &&
  now.every(({content, party}, index) => {
    const other = before[index] as Profile
    return (
      other.content === content &&
      other.party.under === party.under &&
      String(other.party.named) === String(party.named)
    )
  })
