import type {Answers} from './answers.ts'
import type {Content, Profile} from './profile.ts'

/**
 * What was found in one version of a draft, for the next one: most of its items are the same words. Everything is kept by
 * content, so that a result can't depend on what came before. An editor keeps one for each open draft.
 */
export class ItemMemory {
  #now = new Map<string, Content>()
  #before = new Map<string, Content>()
  #last:
    | {readonly problems: readonly Profile[]; readonly measures: readonly Profile[]; readonly answers: Answers}
    | undefined

  /** A new version begins: what the last one didn't use is forgotten. */
  turn(): void {
    this.#before = this.#now
    this.#now = new Map()
  }

  content(key: string, make: () => Content): Content {
    const content = this.#now.get(key) ?? this.#before.get(key) ?? make()
    this.#now.set(key, content)
    return content
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
