import type {Block, Draft} from '../draft/draft.ts'
import {flatMap} from '../draft/flat-map.ts'
import {indexAfter, moved, type Span} from '../draft/span.ts'
import {splitSentences} from '../language/sentences.ts'
import type {Profile} from '../lint/rule.ts'
import {type Blank, findBlanks} from './blanks.ts'
import {type Claim, findClaims} from './claims.ts'
import type {Answers, Party} from './correspondence/answers.ts'
import {correspond} from './correspondence/correspond.ts'
import {type DateMention, findDates, moveDate} from './dates.ts'
import {type Figure, findFigures} from './figures.ts'
import {type Match, matchesIn, moveMatch} from './find.ts'
import {type Frame, findFrame} from './frame.ts'
import {type GenreGuess, guessGenre} from './genre.ts'
import {findItems, type Item, type Items, type Measure} from './items.ts'
import {findPieces, movePiece, type Piece} from './marks.ts'
import type {Find, Memory, Move, Reach, Version} from './memory.ts'
import {buildOutline, type Outline} from './outline.ts'
import {findPeriod, type Period} from './period.ts'
import {findQuantities, moveQuantity, type Quantity} from './quantities.ts'
import {findRates, moveRate, type Rate} from './rates.ts'
import type {Report, Sentence} from './report.ts'
import {findSections, type Section} from './sections.ts'
import {findSeries, type Series} from './series.ts'
import {settle} from './settle.ts'
import {findStatements, moveStatement, type Statement} from './statements.ts'
import {findTableSums, type TableSum} from './sums/tables.ts'
import {findSums, moveSum, type Sum} from './sums.ts'
import {NO_USER_DATA, type UserData} from './user-data.ts'

export interface ReportContext {
  readonly user?: UserData
  readonly profile?: Profile
  /** The genre (文种), when the user names it. */
  readonly genre?: string | undefined
  /** What an earlier version of the same draft left. */
  readonly memory?: Memory
}

/** Understands a draft. Nothing is computed before a view is asked for. */
export const createReport = (draft: Draft, context: ReportContext = {}): Report => new LazyReport(draft, context)

const findSentences = ({text, blocks}: Draft): Sentence[] =>
  flatMap(blocks, (block) => splitSentences(text, block).map(({start, end}) => ({start, end, block})))

/** The same sentence further along the text. */
function moveSentence(sentence: Sentence, by: number, blockOf: (block: Block) => Block): Sentence {
  const block = blockOf(sentence.block)
  return by === 0 && block === sentence.block ? sentence : {start: sentence.start + by, end: sentence.end + by, block}
}

class LazyReport implements Report {
  readonly draft: Draft
  readonly text: string
  readonly blocks: readonly Block[]
  readonly user: UserData
  readonly profile: Profile
  readonly #told: string | undefined
  readonly #memory: Memory | undefined
  /** What is carried over from the version before. */
  readonly #version: Version | undefined

  #pieces: readonly Piece[] | undefined
  #frame: Frame | undefined
  #sentences: readonly Sentence[] | undefined
  #statements: readonly Statement[] | undefined
  #outline: Outline | undefined
  #series: readonly Series[] | undefined
  #claims: readonly Claim[] | undefined
  #genre: GenreGuess | undefined
  #sections: readonly Section[] | undefined
  #items: Items | undefined
  #answers: Answers | undefined
  #blanks: readonly Blank[] | undefined
  #period: {readonly value: Period | undefined} | undefined
  #dates: readonly DateMention[] | undefined
  #quantities: readonly Quantity[] | undefined
  #figures: readonly Figure[] | undefined
  #sums: readonly Sum[] | undefined
  #rates: readonly Rate[] | undefined
  #tableSums: readonly TableSum[] | undefined

  constructor(draft: Draft, {user = NO_USER_DATA, profile = 'draft', genre, memory}: ReportContext) {
    this.draft = draft
    this.text = draft.text
    this.blocks = draft.blocks
    this.user = user
    this.profile = profile
    this.#memory = memory
    this.#version = memory?.begin(draft, user)
    this.#told = genre ?? draft.frontMatter.get('genre')
  }

  get pieces(): readonly Piece[] {
    return (this.#pieces ??= settle(this.text, this.#view('pieces', 'block', findPieces, movePiece)))
  }

  get frame(): Frame {
    return (this.#frame ??= findFrame(this.draft))
  }

  get sentences(): readonly Sentence[] {
    return (this.#sentences ??= this.#view('sentences', 'block', findSentences, moveSentence))
  }

  get statements(): readonly Statement[] {
    return (this.#statements ??= this.#view(
      'statements',
      'block',
      (part) => findStatements(this.text, part === this.draft ? this.sentences : findSentences(part)),
      moveStatement,
    ))
  }

  get outline(): Outline {
    return (this.#outline ??= buildOutline(this.draft, this.pieces))
  }

  get series(): readonly Series[] {
    return (this.#series ??= findSeries(this.draft, this.outline))
  }

  get claims(): readonly Claim[] {
    return (this.#claims ??= findClaims(this.draft, this.pieces, this.series))
  }

  get genre(): GenreGuess {
    return (this.#genre ??= guessGenre(this.draft, this.frame, this.sections, this.#told))
  }

  get sections(): readonly Section[] {
    return (this.#sections ??= findSections(this.draft, this.pieces, this.frame, this.user))
  }

  get #found(): Items {
    return (this.#items ??= findItems(this.draft, this.sections, (find, words) => this.told(find, words)))
  }

  get problems(): readonly Item[] {
    return this.#found.problems
  }

  get measures(): readonly Measure[] {
    return this.#found.measures
  }

  get causes(): readonly Item[] {
    return this.#found.causes
  }

  get answers(): Answers {
    return (this.#answers ??= correspond(
      this.problems.map(this.#party),
      this.measures.map(this.#party),
      this.#memory?.items,
    ))
  }

  get blanks(): readonly Blank[] {
    return (this.#blanks ??= this.#view('blanks', 'neighbours', (part) => findBlanks(part, this.user), moved))
  }

  get period(): Period | undefined {
    if (this.#period) return this.#period.value
    const planned = this.sections.find(({role}) => role === 'plan' || role === 'problems-plan')?.start
    this.#period = {value: findPeriod(this.draft, this.frame, this.dates, this.user, planned)}
    return this.#period.value
  }

  get dates(): readonly DateMention[] {
    return (this.#dates ??= this.#view('dates', 'block', findDates, moveDate))
  }

  get quantities(): readonly Quantity[] {
    return (this.#quantities ??= this.#view('quantities', 'block', findQuantities, moveQuantity))
  }

  get figures(): readonly Figure[] {
    return (this.#figures ??= this.#view('figures', 'block', (part) => findFigures(part, this.quantities), moved))
  }

  get sums(): readonly Sum[] {
    return (this.#sums ??= this.#view('sums', 'neighbours', (part) => findSums(part, this.quantities), moveSum))
  }

  get rates(): readonly Rate[] {
    return (this.#rates ??= this.#view('rates', 'neighbours', (part) => findRates(part, this.quantities), moveRate))
  }

  get tableSums(): readonly TableSum[] {
    return (this.#tableSums ??= findTableSums(this.draft))
  }

  words({start, end}: Span): string {
    return this.text.slice(start, end)
  }

  find(pattern: RegExp): Iterable<Match> {
    return this.#version
      ? this.#version.view(
          pattern,
          'neighbours',
          (part, from, to) => [...matchesIn(part, pattern, from, to)],
          moveMatch,
        )
      : matchesIn(this.draft, pattern, 0, this.text.length)
  }

  inBlocks<Found extends Span>(find: (words: string) => readonly Found[]): readonly Found[] {
    return this.#view(
      find,
      'block',
      ({text, blocks}) =>
        flatMap(blocks, ({start, end}) => find(text.slice(start, end)).map((found) => moved(found, start))),
      moved,
    )
  }

  told<Value>(find: (words: string) => Value, words: string): Value {
    return this.#memory ? this.#memory.told(find, words) : find(words)
  }

  /** A view whose entries the words of one block tell, perhaps with its neighbours. */
  #view<Entry extends Span>(key: unknown, reach: Reach, find: Find<Entry>, move: Move<Entry>): readonly Entry[] {
    return this.#version ? this.#version.view(key, reach, find, move) : find(this.draft, 0, this.text.length)
  }

  blockAt(offset: number): Block | undefined {
    return this.blocks[indexAfter(this.blocks, offset)]
  }

  sentenceAt(offset: number): Sentence | undefined {
    const sentence = this.sentences[indexAfter(this.sentences, offset)]
    return sentence && sentence.start <= offset ? sentence : undefined
  }

  sectionAt(offset: number): Section | undefined {
    const section = this.sections[indexAfter(this.sections, offset)]
    return section && section.start <= offset ? section : undefined
  }

  readonly #party = (item: Item | Measure): Party => ({
    start: item.start,
    end: item.end,
    words: this.words(item),
    context: item.group ? this.words(item.group) : '',
    ...('under' in item && item.under !== undefined ? {under: item.under} : {}),
    ...('named' in item && item.named ? {named: item.named} : {}),
  })
}
