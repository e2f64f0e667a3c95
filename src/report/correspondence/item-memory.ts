import {Kept} from '../kept.ts'
import type {Answers} from './answers.ts'
import type {Side} from './kernel/kernel.ts'
import type {Content, Profile} from './profile.ts'

/** What was found in the items of one version of a draft, for the next one. An editor keeps one for each open draft. */
export class ItemMemory {
  /** By side. */
  readonly #contents = {problem: new Kept<Content>(), measure: new Kept<Content>()}
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
    return other.content === content && other.party.under === party.under
  })
