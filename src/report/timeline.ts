import {bounded, leaning, sum} from '../language/leaning.ts'
import {parseNumeral} from '../language/numerals.ts'
import {admitsFault} from '../language/tone.ts'
import type {RawItem} from './items.ts'
import type {Piece} from './marks.ts'
import {tellsSound} from './sound.ts'
import {ofPiece} from './wording.ts'

const COUNTED = '\\d{1,2}|[一二两三四五六七八九十]{1,3}'
/** 6:50, 早上06：50, 下午三点半, 6点20分, 8点 */
const CLOCK = `(?<half>凌晨|清早|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|深夜)?\\s?(?:(?<hour>\\d{1,2})[:：](?<minute>[0-5]\\d)(?!\\d)|(?<told>${COUNTED})[点时](?:(?<part>半|整|一刻)|(?<late>${COUNTED})分)?)`
const OPENS = new RegExp(
  `^[【[]?${CLOCK}(?<until>\\s?[-–—~～至到]{1,2}\\s?\\d{1,2}[:：]\\d\\d)?(?<behind>[】\\]，,、：:\\s　]*)`,
)
/** What a paragraph that begins with an hour may begin with. */
const FIRST = '0123456789一二两三四五六七八九十【[凌清早上中下傍晚夜深'

const AFTERNOON = /下午|傍晚|晚上|夜里|深夜/
const PARTS: Readonly<Record<string, number>> = {半: 30, 整: 0, 一刻: 15}

type Told = Readonly<Record<string, string | undefined>>

/** Minutes from midnight on. */
function minutesOf({half = '', hour, minute, told, part, late}: Told): number {
  const hours = parseNumeral(hour ?? told ?? '') ?? 0
  const minutes = part ? (PARTS[part] ?? 0) : (parseNumeral(minute ?? late ?? '') ?? 0)
  return (AFTERNOON.test(half) && hours < 12 ? hours + 12 : hours) * 60 + minutes
}

/** 三点意见 and 一时疏忽 tell no hour; 下午三点, 三点半 and 8点， do. */
const isHour = ({half, hour, told, part, late, behind = ''}: Told): boolean =>
  hour !== undefined ||
  half !== undefined ||
  part !== undefined ||
  late !== undefined ||
  (/\d/.test(told ?? '') && behind !== '')

interface Hour {
  readonly minutes: number
  /** Up to the words behind it. */
  readonly length: number
}

/** The hour that a paragraph begins with. */
const hourOf = (text: string, piece: Piece): Hour | undefined =>
  piece.opensBlock && piece.block.kind !== 'cell' && FIRST.includes(text.charAt(piece.body))
    ? hourAt(text, piece)
    : undefined

const hourAt = ofPiece((text, {body, end}): Hour | undefined => {
  const found = OPENS.exec(text.slice(body, end))
  return found?.groups && isHour(found.groups) ? {minutes: minutesOf(found.groups), length: found[0].length} : undefined
})

/** What was seen on a day, hour by hour. */
export interface Timeline {
  readonly first: Piece
  /** What stands behind it. */
  readonly rest: Piece | undefined
  /** The faults, each with its hour as its number; hours at which nothing was wrong are left out. */
  readonly faults: readonly RawItem[]
}

/** So many hours one behind the other are a time-line. */
const LEAST = 3
/** What its entries lean to together where no heading says that they tell faults: 走访三户 is work. */
const FAULTS = -1

/**
 * The first time-line whose entries tell faults.
 * @param isTold a heading says that faults are told
 */
export function timeline(text: string, pieces: readonly Piece[], isTold = false): Timeline | undefined {
  const from = pieces.findIndex((piece) => hourOf(text, piece))
  const first = pieces[from]
  if (!first) return undefined
  const entries: {start: number; end: number; numbers: readonly string[]}[] = []
  let last = -1
  let at = from
  for (; at < pieces.length; at++) {
    const piece = pieces[at] as Piece
    const hour = hourOf(text, piece)
    if (hour && hour.minutes < last) break
    if (hour) entries.push({start: piece.body + hour.length, end: piece.end, numbers: [nameOf(hour.minutes)]})
    else if (piece.opensBlock && !isBetween(text, piece, pieces[at + 1])) break
    else (entries.at(-1) as {end: number}).end = piece.end
    last = hour?.minutes ?? last
  }
  if (entries.length < LEAST) return undefined
  const words = ({start, end}: {start: number; end: number}): string => text.slice(start, end)
  const told = entries.filter((entry) => !tellsSound(words(entry)))
  const faults = told.filter((entry) => leaning(words(entry)) < 0 || admitsFault(words(entry)))
  const scores = told.map((entry) => bounded(leaning(words(entry))))
  const isClear =
    isTold || (faults.length > 1 && faults.length * 3 >= told.length * 2 && sum(scores) <= FAULTS * scores.length)
  return faults.length && isClear ? {first, rest: pieces[at], faults} : undefined
}

/** One more paragraph of an entry. */
const isBetween = (text: string, {mark, block}: Piece, next: Piece | undefined): boolean =>
  !mark && block.kind === 'paragraph' && next !== undefined && hourOf(text, next) !== undefined

const nameOf = (minutes: number): string => `${Math.floor(minutes / 60)}:${minutes % 60}`

/** A measure that begins with the hours whose faults it answers: 对6:50：…, 针对10:10、12:30，…, 晚上九点半的事：… */
export function hoursNamed(words: string): readonly string[] {
  const lead = /^(?:针对|对应?|关于|就)/.exec(words)?.[0].length ?? 0
  const names: string[] = []
  let at = lead
  NEXT.lastIndex = at
  for (let found = NEXT.exec(words); found?.groups; found = NEXT.exec(words)) {
    if (isHour({...found.groups, behind: words.charAt(NEXT.lastIndex)})) names.push(nameOf(minutesOf(found.groups)))
    at = NEXT.lastIndex
  }
  return lead || /[：:的那这]/.test(words.charAt(at)) ? names : []
}
const NEXT = new RegExp(`[、和及与]?${CLOCK}`, 'y')
