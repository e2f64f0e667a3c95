import type {Span} from '../../src/draft/span.ts'
import {defineRule} from '../../src/lint/rule.ts'
import {type DateMention, firstDayOf, isImpossible, isReversed, lastDayOf} from '../../src/report/dates.ts'
import type {Report} from '../../src/report/report.ts'

/** Where a range over the turn of the year is meant though 次年 is not written. */
const OVER_NEW_YEAR = /次年|翌年|跨年|学年|采暖|供暖|供热|冬|每年|去年|上年|历年/
const DONE = /(?:已|了|完成|召开|举办|开展|组织|印发|通过)/
const PLANNED =
  /将|拟|计划|预计|力争|确保|争取|安排|打算|之?前(?:完成|整改|到位|办结)|底前|为期|有效期|截止|期限|时限|到期|准备/

/** The last day on which the report can have been signed, as 20250603; undefined where it names no month. */
function signedOn(report: Report): number | undefined {
  const {date} = report.frame
  const signed = date && report.dates.find(({start, end}) => date.start <= start && end <= date.end)
  return signed?.month === undefined ? undefined : lastDayOf(signed)
}

/** 11月至4月, no year named: the cold season, over the turn of the year. */
const isWinter = ({from, month}: DateMention): boolean =>
  from?.year === undefined && (from?.month ?? 0) >= 9 && (month ?? 12) <= 5

/** 2月29日 without a year, where neither the report's year nor that of its signature or the next one has that day. */
function isLeapDayOfNone(report: Report, {start, year, from, month, day, inName}: DateMention): boolean {
  if (month !== 2 || day !== 29 || year !== undefined || from?.year !== undefined || inName) return false
  const signed = Math.floor((signedOn(report) ?? 0) / 10_000)
  const years = [report.period?.year, signed || undefined].flatMap((told) => told ?? [])
  if (!years.length || years.flatMap((told) => [told, told + 1]).some(isLeapYear)) return false
  const section = report.sectionAt(start)
  const words = section ? report.words(section) : report.text
  return (
    !/[去上前]年|往年/.test(words) &&
    ![...words.matchAll(/20\d\d(?=\s?年)/g)].some(([told]) => isLeapYear(Number(told)))
  )
}

const isLeapYear = (year: number): boolean => !isImpossible({...LEAP_DAY, year})
const LEAP_DAY = {month: 2, day: 29, from: undefined}

function sentenceAround(report: Report, {start}: Span): string {
  const sentence = report.sentenceAt(start)
  return sentence ? report.words(sentence) : ''
}

/** Told as done, on a day of the same year that comes after the signature; 已于 says so wherever it stands. */
function isAhead(report: Report, date: DateMention, signed: number | undefined): boolean {
  if (signed === undefined || date.day === undefined || date.inName) return false
  const isPast = /已[于在]$/.test(report.text.slice(Math.max(0, date.start - 2), date.start))
  if (!isPast && report.sectionAt(date.start)?.role !== 'work') return false
  const first = firstDayOf(date)
  if (first === undefined || first <= signed || Math.floor(first / 10_000) !== Math.floor(signed / 10_000)) return false
  if (isPast) return true
  const words = sentenceAround(report, date)
  return DONE.test(words) && !PLANNED.test(words)
}

export default defineRule({
  id: 'impossible-date',
  group: 'consistency',
  severity: 'error',
  fixes: 'none',
  ground: '规定',
  what: {zh: '日期不存在，或者起止颠倒。', en: 'A date that does not exist, or a range that ends before it begins.'},
  why: {
    zh: '“4月31日”“自6月至3月”只能是笔误，写错一个日期，整段事实都会被怀疑。',
    en: '4月31日 can only be a slip, and one wrong date casts doubt on the facts around it.',
  },
  how: {
    zh: '按日历检查月、日（闰年在内；没写年份的2月29日，看报告和落款的年份），比较起止日期。没写年份的跨年时段（如采暖期、学年）不算颠倒。正文说已经做完的事，日期却在落款之后的，作为提醒。',
    en: 'Months and days are checked against the calendar, leap years included (of 2月29日 without a year those of the report and its signature), and the two ends of a range compared. Seasons over the turn of the year are let alone. A thing told as done on a day after the signature is a warning.',
  },
  messages: {
    impossible: {zh: '没有“{words}”这个日期。', en: 'There is no such date as {words}.'},
    reversed: {
      zh: '起止时间颠倒：“{words}”在开始时间“{from}”之前。',
      en: 'The range ends ({words}) before it begins ({from}).',
    },
    ahead: {
      zh: '这里说已经做完，日期却在落款日期之后，请核对。',
      en: 'This is told as done, but the day is after the signature. Please check.',
    },
  },
  bad: [
    {text: '我局于⟦2025年2月30日⟧召开动员会。'},
    {text: '检查组于11月20日至⟦11月31日⟧开展自查，3月15日至⟦10日⟧复查。'},
    {text: '整治工作自6月至⟦3月⟧开展。'},
    {
      text: '河东小学2026年春季学期安全自查报告\n一、自查情况\n⟦2月29日⟧前换好窗扣22处。\n二、存在的问题\n台账不全。\n河东小学\n2026年3月9日',
    },
    {
      text: '县水务局自查报告\n一、工作情况\n⟦2025年6月20日⟧召开了专题会议。\n二、存在的问题\n台账不全。\n县水务局\n2025年6月3日',
    },
    {
      text: '县水务局自查报告\n一、存在的问题\n台账不全。\n二、后续安排\n检查组已于⟦2025年6月20日⟧复查一次。\n县水务局\n2025年6月3日',
    },
    {
      text: '县水务局自查报告\n一、存在的问题\n台账不全。\n二、后续安排\n检查组已于2025年6月20日复查一次，已于⟦2025年7月2日⟧验收。\n县水务局\n2025年6月',
    },
  ],
  good: [
    {text: '我局于2024年2月29日召开会议，4月30日报送材料。'},
    {text: '采暖期为11月至3月，防火期为10月至4月，监测时段为2024年10月至次年3月。'},
    {
      text: '县水务局自查报告\n一、工作情况\n2025年6月20日前完成整改。\n二、存在的问题\n台账不全。\n县水务局\n2025年6月3日',
    },
    {text: '儿童满36月龄后随访。'},
    {text: '安全自查报告\n一、自查情况\n2月29日前换好窗扣22处。'},
    {text: '河东小学2024年春季学期安全自查报告\n一、自查情况\n2月29日前换好窗扣22处。\n河东小学\n2024年3月9日'},
    {text: '河东小学安全自查报告\n一、自查情况\n2024年1月至2月29日换好窗扣22处。\n河东小学\n2025年3月9日'},
    {text: '河东小学安全自查报告\n一、自查情况\n前年2月29日换好窗扣22处。\n河东小学\n2026年3月9日'},
    {text: '河东小学2027年安全自查报告\n一、整改措施\n2月29日前换好窗扣22处。\n河东小学\n2027年12月9日'},
    {
      text: '县水务局自查报告\n一、存在的问题\n台账不全。\n二、后续安排\n检查组已于2025年5月20日复查一次，将于2025年6月20日再次复查，已定在2025年7月1日验收。\n县水务局\n2025年6月3日',
    },
  ],
  *check(report) {
    const signed = signedOn(report)
    for (const date of report.dates) {
      const at = {start: date.start, end: date.end}
      const words = report.words(at)
      if (isImpossible(date) || isLeapDayOfNone(report, date)) yield {at, message: 'impossible', data: {words}}
      else if (isReversed(date) && date.from) {
        // with two years written one of the years is wrong: period-mismatch
        if (date.year !== undefined || isWinter(date) || OVER_NEW_YEAR.test(sentenceAround(report, date))) continue
        const isSure = date.from.year !== undefined || date.from.month === date.month
        yield {
          at,
          message: 'reversed',
          data: {words, from: report.words(date.from)},
          ...(isSure ? {} : {severity: 'warning'}),
        }
      } else if (isAhead(report, date, signed)) yield {at, message: 'ahead', severity: 'warning'}
    }
  },
})
