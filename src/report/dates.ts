import type {Draft} from '../draft/draft.ts'
import type {Span} from '../draft/span.ts'
import {matchesOf} from '../language/matches.ts'
import {parseNumeral} from '../language/numerals.ts'

/** A day, month, quarter, half-year or year that the draft names. At least one of the parts is there. */
export interface DateMention extends Span {
  readonly form: 'arabic' | 'chinese' | 'dotted'
  /** Four digits, as written; undefined where only a month is named. */
  readonly year: number | undefined
  readonly half: 1 | 2 | undefined
  readonly quarter: number | undefined
  /** As written: 13月 is 13, 2月30日 has the day 30. */
  readonly month: number | undefined
  readonly day: number | undefined
  /** The first date of the range that this one ends: 3月1日 of 3月1日至5日. */
  readonly from: DateMention | undefined
  /** 次年 stands before it: the range ends in the year after its beginning. */
  readonly nextYear: boolean
  /** Inside 《》: part of a document's name. */
  readonly inName: boolean
}

const YEAR = '(?<year>(?:19|20)\\d{2})\\s?年度?'
const ARABIC = [
  // 2024年1—6月: the first month of a range has no 月 of its own
  `(?<![\\d.])(?:(?<year1>(?:19|20)\\d{2})\\s?年)?(?<first>\\d{1,2})月?(?=\\s?(?:至|到|—{1,2}|－|-|~|～)\\s?\\d{1,2}月(?!\\d))`,
  // 2024—2025学年: the year in which it begins
  '(?<![\\d.])(?<year2>(?:19|20)\\d{2})(?:\\s?[—–－~～-]{1,2}\\s?20\\d{2})?\\s?学年',
  // 2025—2026年供热季: the year in which it ends; the other is where it comes from
  '(?<![\\d.])(?<since>(?:19|20)\\d{2})\\s?[—–－~～-]{1,2}\\s?(?<year3>20\\d{2})\\s?年度?(?!\\s?\\d)',
  `${YEAR}(?:(?<half>[上下])半年|第?(?<quarter>[一二三四1-4])季度|\\s?(?<month>\\d{1,2})\\s?月份?(?:\\s?(?<day>\\d{1,2})\\s?[日号])?)?`,
  '(?<![\\d.])(?<month2>\\d{1,2})\\s?月份?(?:\\s?(?<day2>\\d{1,2})\\s?[日号])?',
  '(?<=[日号]\\s?(?:起)?(?:至|到|—{1,2}|－|-|~|～)\\s?)(?<day3>\\d{1,2})[日号]',
  '(?<![\\d.])(?<year4>(?:19|20)\\d{2})(?<mark>[./-])(?<month4>\\d{1,2})\\k<mark>(?<day4>\\d{1,2})(?![\\d.])',
]
const CHINESE =
  '(?<year5>[一二〇○零三四五六七八九](?<![一二三四五六七八九十].)[一二〇○零三四五六七八九]{3})年(?:(?<month5>[一二三四五六七八九十]{1,2})月(?:(?<day5>[一二三四五六七八九十]{1,3})日)?)?'
/** Whether a number begins that goes on as dates do is asked first: it tells most places apart. */
const IN_DIGITS = `(?=\\d{1,4}\\s?[年月学号日至到—–－~～./-])(?:${ARABIC.join('|')})`
const ARABIC_DATE = new RegExp(IN_DIGITS, 'g')
const DATE = new RegExp(`${IN_DIGITS}|${CHINESE}`, 'g')
/** The year of a date in Chinese digits, which few blocks hold. */
const MAY_BE_CHINESE = /年(?<=[一二〇○零三四五六七八九].)/

/** What no date is without. */
const MAY_DATE = /[年月日号]|\d[./-]\d/

/** What may stand between the two ends of a range. */
const UNTIL = /^\s?起?\s?(?:至|到|—{1,2}|－|-|~|～)\s?(次年|翌年|明年)?(?:的)?$/
const NAME = /《[^》\n]{0,80}》/g

type Parts = Readonly<Record<string, string | undefined>>
const numeral = (...texts: (string | undefined)[]): number | undefined => {
  const text = texts.find((part) => part !== undefined)
  return text === undefined ? undefined : parseNumeral(text.replace(/○/g, '〇'))
}

export function findDates(draft: Draft): readonly DateMention[] {
  const dates: DateMention[] = []
  for (const block of draft.blocks) {
    const words = draft.text.slice(block.start, block.end)
    if (!MAY_DATE.test(words)) continue
    const names = matchesOf(NAME, words).map(({index, 0: name}) => ({start: index, end: index + name.length}))
    let last: DateMention | undefined
    for (const match of matchesOf(MAY_BE_CHINESE.test(words) ? DATE : ARABIC_DATE, words)) {
      const start = match.index
      const end = start + match[0].length
      const parts = match.groups as Parts
      const {form, year, half, quarter, month, day} = partsOf(parts)
      const until = last && UNTIL.exec(draft.text.slice(last.end, block.start + start))
      last = {
        form,
        year,
        half,
        quarter,
        // 3月1日至5日: the same month; 2024年3月至5月: the same year is for the reader to add
        month: month ?? (until && day !== undefined ? last?.month : undefined),
        day,
        start: block.start + start,
        end: block.start + end,
        from: until ? last : parts.since ? yearAlone(Number(parts.since), block.start + start) : undefined,
        nextYear: until?.[1] !== undefined,
        inName: names.some((name) => name.start < start && end < name.end),
      }
      dates.push(last)
    }
  }
  return dates
}

/** The four digits of a year that has no 年 of its own. */
const yearAlone = (year: number, start: number): DateMention => ({
  form: 'arabic',
  year,
  half: undefined,
  quarter: undefined,
  month: undefined,
  day: undefined,
  start,
  end: start + 4,
  from: undefined,
  nextYear: false,
  inName: false,
})

/** The same date further along the text. */
export const moveDate = (date: DateMention, by: number): DateMention =>
  by === 0
    ? date
    : {
        form: date.form,
        year: date.year,
        half: date.half,
        quarter: date.quarter,
        month: date.month,
        day: date.day,
        start: date.start + by,
        end: date.end + by,
        from: date.from && moveDate(date.from, by),
        nextYear: date.nextYear,
        inName: date.inName,
      }

function partsOf(parts: Parts): Pick<DateMention, 'form' | 'year' | 'half' | 'quarter' | 'month' | 'day'> {
  return {
    form: parts.year4 ? 'dotted' : parts.year5 ? 'chinese' : 'arabic',
    year: numeral(parts.year, parts.year1, parts.year2, parts.year3, parts.year4, parts.year5),
    half: parts.half ? (parts.half === '上' ? 1 : 2) : undefined,
    quarter: numeral(parts.quarter),
    month: numeral(parts.first, parts.month, parts.month2, parts.month4, parts.month5),
    day: numeral(parts.day, parts.day2, parts.day3, parts.day4, parts.day5),
  }
}

/** The day that a date names, for comparing: its last when only a month or year is named. undefined without a year. */
export function lastDayOf(date: DateMention, year = date.year): number | undefined {
  if (year === undefined) return undefined
  const month = date.month ?? (date.quarter ? date.quarter * 3 : date.half ? date.half * 6 : 12)
  return year * 10_000 + month * 100 + (date.day ?? 31)
}

/** The same, the first day. */
export function firstDayOf(date: DateMention, year = date.year): number | undefined {
  if (year === undefined) return undefined
  const month = date.month ?? (date.quarter ? date.quarter * 3 - 2 : date.half === 2 ? 7 : 1)
  return year * 10_000 + month * 100 + (date.day ?? 1)
}

/** The number of days of a month; of February 29 where the year is unknown. */
export const daysIn = (month: number, year: number | undefined): number =>
  month === 2 ? (year !== undefined && !isLeap(year) ? 28 : 29) : [4, 6, 9, 11].includes(month) ? 30 : 31

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Whether the date stands in no calendar: 13月, 2月30日. A month alone may be an age (36月龄). */
export function isImpossible(date: Pick<DateMention, 'year' | 'month' | 'day' | 'from'>): boolean {
  const {month, day} = date
  const year = date.year ?? date.from?.year
  if (month === undefined) return false
  if (month < 1 || month > 12) return day !== undefined || date.year !== undefined
  return day !== undefined && (day < 1 || day > daysIn(month, year))
}

/** Whether a range ends before it begins. A year that only the beginning names counts for both. */
export function isReversed(date: DateMention): boolean {
  const {from} = date
  if (!from || date.nextYear || date.month === undefined || from.month === undefined) return false
  const year = date.year ?? from.year
  if (date.year !== undefined && from.year === undefined) return false
  const first = firstDayOf(from, from.year ?? 0)
  const last = lastDayOf(date, year ?? 0)
  return first !== undefined && last !== undefined && last < first
}
