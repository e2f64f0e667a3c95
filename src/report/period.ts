import type {Draft} from '../draft/draft.ts'
import {contains, type Span} from '../draft/span.ts'
import type {DateMention} from './dates.ts'
import type {Frame} from './frame.ts'
import type {UserData} from './user-data.ts'

/** The time that a report is about. */
export interface Period {
  readonly year: number
  readonly half: 1 | 2 | undefined
  readonly quarter: number | undefined
  /** A school year or a heating season (学年, 供热季): from `year` to the year after. */
  readonly intoNextYear: boolean
  /** The title, the sentence that announces the report or the user says so; else it is what the years around it suggest. */
  readonly isStated: boolean
  /** The words that say so. */
  readonly from: Span | 'user'
}

const USER_PERIOD = /^(\d{4})(?:H([12])|Q([1-4]))?$/
/** How far the announcing sentences (现将…报告如下) reach into the body. */
const INTRODUCTION = 400
const LATEST = 9999

/**
 * The reported period: the user's word, else the title's, else the introduction's, else the year of the date line.
 * @param planned where the first part begins that says what is to be done: the years in it are still to come
 */
export function findPeriod(
  draft: Draft,
  frame: Frame,
  dates: readonly DateMention[],
  user: UserData,
  planned?: number,
): Period | undefined {
  const told = USER_PERIOD.exec(user.period ?? '')
  if (told) {
    const half = told[2] ? (Number(told[2]) as 1 | 2) : undefined
    return {
      year: Number(told[1]),
      half,
      quarter: told[3] ? Number(told[3]) : undefined,
      intoNextYear: false,
      isStated: true,
      from: 'user',
    }
  }
  const inside = (span: Span | undefined): DateMention[] => (span ? dates.filter((date) => contains(span, date)) : [])
  const {text} = draft
  const title = [...inside(frame.title), ...inside(frame.subtitle)].filter((date) => namesPeriod(text, date))
  if (title.length) return periodOf(text, title, true)
  const {start} = frame.details ?? frame.body
  const opening = inside({start, end: Math.min(planned ?? frame.body.end, start + INTRODUCTION)}).filter((date) =>
    namesPeriod(text, date),
  )
  const announced = opening.filter((date) => /现将[^。]{0,30}$/.test(text.slice(start, date.start))).slice(0, 1)
  if (announced.length) return periodOf(text, announced, true)
  const signed = inside(frame.date)[0]
  const yearly = opening.filter(
    ({start: at, end, year, half, quarter}) =>
      (half || quarter || /年度$|学年$/.test(text.slice(at, end))) && (year ?? 0) <= (signed?.year ?? LATEST),
  )
  if (yearly.length) return periodOf(text, yearly, false)
  // a report signed in the first months is often about the year before
  if (!signed?.year || (signed.month ?? 0) < 4) return undefined
  const {year, end} = signed
  return {
    year,
    half: undefined,
    quarter: undefined,
    intoNextYear: false,
    isStated: false,
    from: {start: signed.start, end},
  }
}

/** A year, half or quarter of a year; not a day, and not 2023年以来. */
const namesPeriod = (text: string, date: DateMention): boolean =>
  date.year !== undefined &&
  date.month === undefined &&
  !/^(?:以来|起|之后|以后|以前|之前|底|初|版|修订)/.test(text.slice(date.end, date.end + 2))

function periodOf(text: string, dates: readonly DateMention[], isStated: boolean): Period | undefined {
  const first = dates[0]
  const last = dates.at(-1)
  if (first?.year === undefined || last?.year === undefined) return undefined
  const year = first.from?.year ?? first.year
  const intoNextYear =
    text.slice(first.start, first.end).includes('学年') ||
    (!first.half && last.from !== undefined && last.year === year + 1)
  // 2023年、2024年: no single period
  if (last.year !== year && !intoNextYear) return undefined
  // 2024年…上半年: the half may stand apart from the year
  const apart = first.half
    ? undefined
    : /^[^。《》]{0,12}?([上下])半年/.exec(text.slice(first.end, first.end + 16))?.[1]
  const half = first.half ?? (apart ? (apart === '上' ? 1 : 2) : undefined)
  return {year, half, quarter: first.quarter, intoNextYear, isStated, from: {start: first.start, end: first.end}}
}
