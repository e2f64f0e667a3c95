import {indexAfter} from '../draft/span.ts'
import type {DateMention} from './dates.ts'
import {isCompared, LOOKING_BACK} from './looking-back.ts'
import type {Period} from './period.ts'
import type {Report} from './report.ts'

/** The report's own unit or nobody named, and then a deed. */
const ACTING =
  /^(?:度|全年)?[，,]?(?:我[一-鿿]{1,4}|全[局镇校院县站所馆园][一-鿿]{0,2}|[一-鿿]{2,12}(?:局|镇|校|院|公司|中心|站|馆|园|支行|支队))?(?:党[委组]|支部)?(?:以|将|坚持|始终|紧紧|认真|抓|开展|推行|实行|实施|建立|健全|举办|新增|投入|组织|召开|完成|落实|推进|强化|加强|围绕|聚焦|共|累计|先后)/

/** What belongs to one year's work, where buildings and rules last longer. */
const HELD = /^，?(?:我[一-鿿]{1,3}|全[局镇校院县])?(?:组织|召开|举办|开展)/

/** The report says of which year it is, and its date line does not only suggest it. */
const isNamed = (report: Report, {isStated, from}: Period): boolean =>
  isStated || (from !== 'user' && /年度|半年|季度|学年/.test(report.words(from)))

/** 二、2024年度工作开展情况 over the work of a report whose title says 2025年度, and no other heading names a year. */
function isOldHeading(report: Report, {start, end, year, month, half, quarter}: DateMention): boolean {
  const {period, sections, frame} = report
  const section = report.sectionAt(start)
  const {title} = section ?? {}
  if (!period?.isStated || period.half || period.quarter || period.intoNextYear || year !== period.year - 1)
    return false
  if ((month ?? half ?? quarter) !== undefined || section?.role !== 'work' || !title) return false
  if (start < title.start || end > title.end || !OWN_WORK.test(report.text.slice(end, title.end).trim())) return false
  // signed early in the year a report may well tell of the year before
  const signed = frame.date && report.dates[indexAfter(report.dates, frame.date.start)]
  if (signed?.year === period.year && (signed.month ?? 0) < 7) return false
  return (
    !/民主生活会|组织生活会|年检|年度考核|审计/.test(frame.title ? report.words(frame.title) : '') &&
    sections.every((other) => other === section || !other.title || !/20\d\d/.test(report.words(other.title)))
  )
}

const OWN_WORK = /^(?:主要|重点|总体)?工作(?:的?(?:开展|完成|落实|推进|进展|总体|基本))?(?:情况)?$/

/** 2023年，我局…, as this year's work, in a report about 2024. */
function isOldWork(report: Report, date: DateMention): boolean {
  const {period} = report
  const section = report.sectionAt(date.start)
  if (!period || date.year === undefined || date.inName || section?.role !== 'work') return false
  if (date.year >= period.year || date.year < period.year - 3 || date.from) return false
  if (section.title && /上年|上一年|去年|此前|历年|以前|20\d\d年/.test(report.words(section.title))) return false
  const sentence = report.sentenceAt(date.start)
  // 2024年投入1920万元…。2025年已下达1488万元: one year after the other
  const block = report.blockAt(date.start)
  if (block && report.text.slice(date.end, block.end).includes(`${period.year}年`)) return false
  const rest = report.text.slice(date.end, date.end + 30)
  return (
    sentence?.start === date.start &&
    (date.month === undefined || (isNamed(report, period) && date.day === undefined && HELD.test(rest))) &&
    !LOOKING_BACK.test(rest) &&
    ACTING.test(rest) &&
    !isCompared(report.words(sentence), period.year)
  )
}

/** A part of a year behind its number: 2025年秋季学期, 2025年上半年. */
const TERM = /^20\d\d年((?:[春秋]季?学期|[上下]半年|第?[一二三四1-4]季度))/
/** What was inspected, not what it is compared with. */
const INSPECTED = /^[^，。；、]{0,24}(?:进行|开展|组织)了?[^，。；]{0,8}(?:自查|检查|排查)/

/** 现将我局2024年上半年自查情况报告如下: what the paper says that it is about. */
const ANNOUNCED = /^[^，。；、]{0,24}(?:报告|汇报)如下/
const ANNOUNCING = /现[将把就][^，。；]{0,12}$/

/** 对2023年秋季学期…进行了自查, or 现将…报告如下, in the opening of a report whose title says 2025年秋季学期. */
export function isOldTerm(report: Report, {start, end, year, from, inName}: DateMention): boolean {
  const {text, period} = report
  const {title} = report.frame
  if (!period || !title || period.from === 'user' || period.from.end > title.end) return false
  if (inName || from || year === undefined || year >= period.year) return false
  const isAnnounced = ANNOUNCING.test(text.slice(Math.max(0, start - FARTHEST_INSPECTION), start))
  if (!isAnnounced && !/[对就绕]/.test(text.charAt(start - 1))) return false
  if (isAnnounced && isSameTopic(text, period.from.end, end)) return report.sectionAt(start)?.role === 'lead'
  const words = text.slice(start, start + FARTHEST_INSPECTION)
  const term = TERM.exec(words)
  const own = TERM.exec(text.slice(period.from.start, period.from.start + 12))
  if (!term || term[1] !== own?.[1] || report.sectionAt(start)?.role !== 'lead') return false
  const rest = words.slice(term[0].length)
  return INSPECTED.test(rest) || (isAnnounced && ANNOUNCED.test(rest))
}

/** 保密工作 behind both years: 2025年度保密工作自查报告, 现将2024年度保密工作…. */
const isSameTopic = (text: string, title: number, lead: number): boolean => {
  const topic = text.slice(title, title + 4)
  return /^[一-鿿]{4}$/.test(topic) && text.startsWith(topic, lead)
}

/** How far behind the term it is said that it was inspected. */
const FARTHEST_INSPECTION = 60

/** Of this year in the year before: so many days before the signature, had it the right year. */
const RECENT = 120
/** What is told of an earlier day. */
const OF_THEN =
  /同比|比上|较|相比|上年|去年|上[一轮次]|审计|反馈|整改|问题|结余|结转|历史|期限|合同|到期|尚未|此后|之后|其后/

/** 截至2024年8月31日，全局有车147辆, signed in September 2025: last year's day, where no other day of this year is told. */
function isOldBase(report: Report, {start, end, year, month, day, from, inName}: DateMention): boolean {
  if (year === undefined || year === report.period?.year || !month || month === 12 || from || inName) return false
  const lead = report.text.slice(Math.max(0, start - 3), start)
  if (!lead.includes('截') || !/截[至止]到?$/.test(lead)) return false
  const {date, title} = report.frame
  const signed = date && report.dates[indexAfter(report.dates, date.start)]
  const {period} = report
  if (signed?.year !== year + 1 || !signed.month || !period || period.intoNextYear) return false
  const role = report.sectionAt(start)?.role
  if ((role !== 'work' && role !== 'lead') || report.text.includes(`截至${year + 1}年`)) return false
  const days = (signed.month - month) * 30 + (signed.day ?? 30) - (day ?? 30)
  const sentence = report.sentenceAt(start)
  if (days < 0 || days > RECENT || !sentence) return false
  const words = report.text.slice(sentence.start, start) + report.text.slice(end, sentence.end)
  return !OF_THEN.test(words) && !/20\d\d/.test(words) && !(title && report.words(title).includes(String(year)))
}

/** So much of the title's topic must stand behind the wrong year. */
const TOPIC_LENGTH = 5

/** 2024年度民生实事项目 in a report whose title has 2025年度民生实事项目, and nowhere else the year before. */
function isOldTopic(report: Report, date: DateMention): boolean {
  const {period, text, frame} = report
  const {start, end, year, month, half, quarter, from, inName} = date
  if (!period?.isStated || period.from === 'user' || year !== period.year - 1) return false
  if (!frame.title || period.from.end > frame.title.end || from || inName || (month ?? half ?? quarter) !== undefined)
    return false
  const topic = text.slice(period.from.end, period.from.end + TOPIC_LENGTH)
  if (!/^[一-鿿]+$/.test(topic) || /自查|情况|工作/.test(topic) || !text.startsWith(topic, end)) return false
  const sentence = report.sentenceAt(start)
  if (report.sectionAt(start)?.role !== 'work' || !sentence) return false
  const words = report.words(sentence)
  const isOnly = report.dates.every((other) => other.year !== year || other.start === start)
  return isOnly && !isCompared(words, period.year) && !OF_THEN.test(words) && !words.includes(`${period.year}年`)
}

/** A heading that promises what became of the year before, and how its meetings are called. */
const LAST_YEAR = /上一?年度?(?!.*20\d\d)(?=[一-鿿]{4})/
const MEETING = /^(?:专题)?(?:民主|组织)生活会/

/** 2023年度民主生活会…, first in a part about 上年度民主生活会 in a report of 2025: two years back. */
export function isBeforeLast(report: Report, {start, end, year, month, from, inName}: DateMention): boolean {
  const {period, text, dates} = report
  if (!period?.isStated || year === undefined || year >= period.year - 1) return false
  if (from || inName || month !== undefined || text.charAt(end - 1) !== '度' || !MEETING.test(text.slice(end, end + 8)))
    return false
  const section = report.sectionAt(start)
  const sentence = report.sentenceAt(start)
  if (!section?.title || !sentence || !LAST_YEAR.test(report.words(section.title))) return false
  const isFirst = dates[indexAfter(dates, section.title.end)]?.start === start
  return isFirst && !/遗留|历年|连续|以来|20\d\d.*20\d\d/.test(report.words(sentence))
}

const OLD = [isOldWork, isOldHeading, isOldBase, isOldTopic]

/** Whether own work is told under an earlier year than the report's, by any of these signs. */
export const isPastWork = (report: Report, date: DateMention): boolean => OLD.some((isOld) => isOld(report, date))
