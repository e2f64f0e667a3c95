import {indexAfter, type Span} from '../draft/span.ts'
import {type DateMention, lastDayOf} from './dates.ts'
import {isAllDone, isDone} from './done.ts'
import {COMPARED, LOOKING_BACK} from './looking-back.ts'
import type {Report} from './report.ts'

const FUTURE = /将|要|力争|计划|拟|打算|确保|争取|重点做好|重点抓|底前|月前|日前|安排/

/** A plan for a year that is over: in its heading, or at the start of a sentence that looks ahead. */
export function isOverduePlan(report: Report, date: DateMention, before: number): boolean {
  if (date.inName || date.year === undefined || date.year >= before) return false
  const section = report.sectionAt(date.start)
  const isField = isDeadlineField(report, date)
  if (section?.role !== 'plan' && !(section?.role === 'problems-plan' && (isField || inMeasure(report, date))))
    return false
  const rest = report.text.slice(date.end, date.end + 12)
  if (section.title && section.title.start <= date.start && date.end <= section.title.end)
    return /工作|计划|打算|安排|措施|思路|重点/.test(report.words(section.title))
  const sentence = report.sentenceAt(date.start)
  if (!sentence || LOOKING_BACK.test(rest) || COMPARED.test(report.words(sentence))) return false
  const isDeadline =
    /^(?:底)?(?:之?前|以前|内|先(?:行|期)?(?:完成|建成|办理|做))/.test(rest) || isField || isAwaited(report, date)
  // in the year before, and kept
  if (isDeadline && !isForTheRest(report, date, sentence) && isPlanDone(report, date)) return false
  const words = report.text.slice(date.end, sentence.end)
  const isFirst = NUMBER_MARK.test(report.text.slice(sentence.start, date.start))
  return isDeadline || (isFirst && (FUTURE.test(words) || isTask(words, date)))
}

/** 已补齐8本，剩下的2本2025年6月底前补齐: done is what stands before. */
const isForTheRest = ({text}: Report, {start, end}: DateMention, sentence: Span): boolean =>
  REST.test(text.slice(Math.max(sentence.start, start - FARTHEST_REST), start)) &&
  !/已|了|均|都/.test(text.slice(end, sentence.end))

const REST = /(?:余下|剩下|剩余|其余|还有|尚有)(?![^。；]*[也均都已于])/
const FARTHEST_REST = 40

/** Nothing, or the number of an item. */
const NUMBER_MARK = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*|[一二三四五六七八九十]{1,2}[是要])?$/

/** 2024年第二季度组织培训…: a deed in a part of the year, and no word that it is done. */
const isTask = (words: string, {quarter, half, month, day}: DateMention): boolean =>
  (quarter ?? half ?? month) !== undefined && day === undefined && TASK.test(words) && !TOLD_AS_DONE.test(words)

const TASK =
  /^[底末初]?，?(?:全面|集中|统一|再)?(?:召开|组织|举办|开展|完成|建成|启动|实施|出台|制定|修订|印发|建立|举行|邀请|安排)(?![^，。；]{0,30}的(?:问题|隐患|任务|事项|意见|检查|项目|会议|方案|制度|工程|活动|工作))/
const TOLD_AS_DONE = /已|了|曾|未|没|因|经|均|时[，发查]|中[，发查]|后[，发]|发现|查出|暴露|问题|共|累计/

/** 预计2025年6月底做完, 到2025年6月底还找不到就报镇里: looked forward to. */
function isAwaited({text}: Report, {start, end, from}: DateMention): boolean {
  const before = text.slice(Math.max(0, start - 4), start)
  if (/(?:预计|力争|争取|确保|拟)(?:在|于|到)?$/.test(before)) return true
  return (
    from === undefined &&
    /(?:^|[，。；：、\s])到$/.test(before) &&
    /^[底末]?(?:还|再|前|力争|实现|完成)/.test(text.slice(end, end + 4))
  )
}

/** The whole of a column or label that tells until when. */
const isDeadlineField = ({measures}: Report, {start, end}: DateMention): boolean =>
  measures.some(({deadline, ...measure}) => {
    const isApart = deadline && (deadline.start >= measure.end || deadline.end <= measure.start)
    return isApart && deadline.start <= start && end <= deadline.end
  })

/** A limit in a measure that was carried out, by what stands from a place on. */
function isPlanDone(report: Report, date: DateMention, from = 0): boolean {
  const within = ({start, end}: Span): boolean => start <= date.start && date.end <= end
  const measure = report.measures.find((item) => within(item) || (item.deadline && within(item.deadline)))
  return (measure !== undefined && isDone(report, measure, Math.max(from, measure.start))) || isAllDone(report)
}

const inMeasure = ({measures}: Report, date: DateMention): boolean => {
  const next = measures[indexAfter(measures, date.start)]
  return next !== undefined && next.start <= date.start
}

/** 四、2025年工作安排 at the end of a report on 2025 that was signed in 2026. */
export function isOver(report: Report, {start, end, year, month, half, quarter}: DateMention, signed: number): boolean {
  if (year !== signed - 1 || (month ?? half ?? quarter) !== undefined) return false
  const section = report.sectionAt(start)
  const {title} = section ?? {}
  if (section?.role !== 'plan' || !title || start < title.start || end > title.end) return false
  return /^(?:重点)?工作(?:任务)?(?:安排|计划|打算|思路)$/.test(report.text.slice(end, title.end).trim())
}

/** 2025年一季度末使用率达到50%, as a plan that was signed in 2026: half a year ago at least, and nothing says that it is done. */
export function isLongPast(report: Report, date: DateMention, signed: number): boolean {
  if (date.year !== signed - 1 || date.from || date.inName || report.sectionAt(date.start)?.role !== 'plan')
    return false
  if ((lastDayOf(date) ?? Number.POSITIVE_INFINITY) > date.year * 10_000 + 631) return false
  const sentence = report.sentenceAt(date.start)
  if (!sentence || isDeadlineField(report, date) || isPlanDone(report, date, sentence.start)) return false
  const words = report.words(sentence)
  return LIMIT.test(report.text.slice(date.end, sentence.end)) && !COMPARED.test(words) && !/已|了|曾|因/.test(words)
}

const LIMIT =
  /^(?=[底末前以之])[底末]?(?:之?前|以前)?(?:[把将要再](?<=前.)|(?![^，。；]{0,14}的)[^，。；]{0,10}(?:完成|达到|实现|建成|到位|办结))/
