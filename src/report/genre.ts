import type {Draft} from '../draft/draft.ts'
import {flatMap} from '../draft/flat-map.ts'
import type {Span} from '../draft/span.ts'
import type {Frame} from './frame.ts'
import type {Genre, Name, Part, PartRole} from './genres/genre.ts'
import {GENRES, general} from './genres/index.ts'

export type {Genre, Part, PartRole} from './genres/genre.ts'

/** Which kind of report a draft is, and how well that is known. */
export interface GenreGuess {
  readonly id: string
  readonly name: Name
  readonly genre: Genre
  /** 0 to 1. A structural rule may call something an error only from `SURE` upwards. */
  readonly confidence: number
  /** Told by the user, by the title, by the words of the text, or nothing better than the general genre. */
  readonly source: 'user' | 'title' | 'text' | 'fallback'
}

/** From this confidence on a missing part is a fact, not a guess. */
export const SURE = 0.8

export const isSure = ({confidence}: GenreGuess): boolean => confidence >= SURE

/** The names that `--genre` takes. */
export const GENRE_IDS: readonly string[] = GENRES.map(({id}) => id)

export const genreOf = (id: string): Genre | undefined => GENRES.find((genre) => genre.id === id)

/** The part of a genre by its role. */
export const partOf = (genre: Genre, role: PartRole): Part | undefined => genre.parts.find((part) => part.role === role)

/** A paper that looks for faults; a plain 工作总结 on the same subject need not list any. */
const SELF_INSPECTION = /自查|自评|自纠|自检|查摆|检视|对照检查|整改|述职|述责|述廉|回头看|排查|评价报告|生活会/

/** How much of the opening is read where there is no title, in characters. */
const OPENING = 300

/** Fewer of a genre's words than this in opening and headings show nothing. */
const FEWEST_WORDS = 2

const guess = (genre: Genre, confidence: number, source: GenreGuess['source']): GenreGuess => ({
  id: genre.id,
  name: genre.name,
  genre,
  confidence,
  source,
})

/**
 * Tells the genre of a draft: what the user said, else the title, else the words of the opening and the headings.
 * @param told an id of {@link GENRE_IDS} or a genre's Chinese name; one that is not known is left unheeded
 */
export function guessGenre(
  draft: Draft,
  frame: Pick<Frame, 'title' | 'body'>,
  sections: readonly {readonly title: Span | undefined}[],
  told?: string,
): GenreGuess {
  const named = told && GENRES.find(({id, name}) => id === told || name.zh === told)
  if (named) return guess(named, 1, 'user')
  return byTitle(draft, frame) ?? byWords(draft, frame, sections) ?? guess(general, 0.2, 'fallback')
}

function byTitle({text}: Draft, {title}: Pick<Frame, 'title'>): GenreGuess | undefined {
  if (!title) return undefined
  const words = text.slice(title.start, title.end).replace(/\s/g, '')
  const genre = GENRES.find((one) => one.title.test(words))
  if (!genre) return undefined
  // a subject alone is the title of any paper: 安全生产工作总结
  const isFixed = genre.ground === '规定' || SELF_INSPECTION.test(words)
  return guess(genre, isFixed ? 0.95 : 0.6, 'title')
}

function byWords(
  {text}: Draft,
  {body}: Pick<Frame, 'body'>,
  sections: readonly {readonly title: Span | undefined}[],
): GenreGuess | undefined {
  const opening = text.slice(body.start, Math.min(body.end, body.start + OPENING))
  const headings = flatMap(sections, ({title}) => (title ? [text.slice(title.start, title.end)] : []))
  const shown = [opening, ...headings].join('\n')
  if (!SELF_INSPECTION.test(shown)) return undefined
  const counted = GENRES.map((genre) => ({genre, count: shown.match(genre.words)?.length ?? 0}))
  const best = counted.filter(({genre}) => genre !== general).reduce((a, b) => (b.count > a.count ? b : a))
  if (best.count < FEWEST_WORDS) return guess(general, 0.5, 'text')
  return guess(best.genre, Math.min(0.75, 0.45 + 0.05 * best.count), 'text')
}
