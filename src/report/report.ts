import type {Block, Draft} from '../draft/draft.ts'
import type {Span} from '../draft/span.ts'
import type {Profile} from '../lint/rule.ts'
import type {Blank} from './blanks.ts'
import type {Claim} from './claims.ts'
import type {Answers} from './correspondence/answers.ts'
import type {DateMention} from './dates.ts'
import type {Figure} from './figures.ts'
import type {Frame} from './frame.ts'
import type {GenreGuess} from './genre.ts'
import type {Item, Measure} from './items.ts'
import type {Outline} from './outline.ts'
import type {Period} from './period.ts'
import type {Quantity} from './quantities.ts'
import type {Rate} from './rates.ts'
import type {Section} from './sections.ts'
import type {Series} from './series.ts'
import type {Statement} from './statements.ts'
import type {TableSum} from './sums/tables.ts'
import type {Sum} from './sums.ts'
import type {UserData} from './user-data.ts'

/**
 * What a careful reader understands of a draft. Every view is made when it is first asked for, once, and frozen.
 * All spans count in `text`, the draft's reading text.
 */
export interface Report {
  readonly draft: Draft
  readonly text: string
  readonly blocks: readonly Block[]
  readonly user: UserData
  readonly profile: Profile

  /** Title, addressee, annexes, signature and date around the body. */
  readonly frame: Frame
  /** Sentences in reading order, each within one block. */
  readonly sentences: readonly Sentence[]
  /** Sentences of the running text that have an end, without marks, for comparing. */
  readonly statements: readonly Statement[]
  /** Numbered headings and items at every level, as a tree. */
  readonly outline: Outline
  /** Runs of numbered siblings: 一、二、… / 1. 2. … / 一是 二是 …; what the numbering rules judge. */
  readonly series: readonly Series[]
  /** Numbers that announce a list: 三个方面, 以下4个问题. */
  readonly claims: readonly Claim[]
  readonly genre: GenreGuess
  /** The parts of the report by role, disjoint, covering the text from its first block to its last. */
  readonly sections: readonly Section[]
  readonly problems: readonly Item[]
  readonly measures: readonly Measure[]
  readonly causes: readonly Item[]
  /** Which measure answers which problem, with the evidence. */
  readonly answers: Answers
  /** What was never filled in, sorted, disjoint. */
  readonly blanks: readonly Blank[]
  /** The time that the report is about, as far as the draft or the user says. */
  readonly period: Period | undefined
  readonly dates: readonly DateMention[]
  readonly quantities: readonly Quantity[]
  /** Totals of what a report counts once: 查出隐患48处. */
  readonly figures: readonly Figure[]
  /** Totals and the parts that a sentence divides them into. */
  readonly sums: readonly Sum[]
  /** Rates whose two numbers stand beside them. */
  readonly rates: readonly Rate[]
  /** What tables say that can be computed: totals, rates, the number of rows. */
  readonly tableSums: readonly TableSum[]

  /** The words of a span. */
  words(span: Span): string
  /** Matches of a global expression in prose: not in code, addresses or HTML, and never over the end of a block. */
  find(pattern: RegExp): Iterable<RegExpExecArray & Span>
  /** What a function finds in the words of each block, by them alone; it counts from the beginning of the words. */
  inBlocks<Found extends Span>(find: (words: string) => readonly Found[]): readonly Found[]
  /** What a function finds in some words, by them alone: in an editor it is found once for the words of each item. */
  told<Value>(find: (words: string) => Value, words: string): Value
  /** The block that holds an offset (the next one, when the offset lies between blocks). */
  blockAt(offset: number): Block | undefined
  /** The sentence that holds an offset. */
  sentenceAt(offset: number): Sentence | undefined
  /** The section that holds an offset. */
  sectionAt(offset: number): Section | undefined
}

/** From its first character to its last mark, closing quotes and brackets included. */
export interface Sentence extends Span {
  readonly block: Block
}
