import type {Span} from '../../src/draft/span.ts'
import {defineRule} from '../../src/lint/rule.ts'
import {isAllDone, isDone} from '../../src/report/done.ts'
import type {Measure} from '../../src/report/items.ts'
import type {Report} from '../../src/report/report.ts'

const SOFT = /长期坚持|持续(?:坚持|推进|整改)|常态化|长期|适时|尽快|立行立改并长期坚持|择机|条件成熟/

/** Matters that are never finished by their nature. */
const LASTING = /制度|机制|日常|学习|巡查|检查|监管|值守|保洁/

const FULL_DATE = /(20\d\d)年(?:(\d{1,2})月(?:(\d{1,2})日)?|([一二三四])季度)/

/** `20240531`: comparable; the last day of the month where none is given. */
function dayNumber(words: string): number | undefined {
  const match = FULL_DATE.exec(words)
  if (!match) return undefined
  const month = match[4] ? ('一二三四'.indexOf(match[4]) + 1) * 3 : Number(match[2])
  return Number(match[1]) * 10000 + month * 100 + Number(match[3] ?? 31)
}

/** In running text a date alone is a day on which something was; 3月底前签订的合同 tells which contracts. */
const LIMIT =
  /20\d\d年\d{1,2}月(?:\d{1,2}日|底|末|初|[上中下]旬)?(?=(?:之|以)?前(?!的|[^，。；完整]{1,8}的))|(?<=[时期]限[：:为]|预计|力争|争取|确保)20\d\d年\d{1,2}月(?:\d{1,2}日|底|末)?|20\d\d年[一二三四]季度[末底](?=前|[^，。；已了的]{0,8}(?:达到|完成|做完|降到))/

/** The time by which a measure must be carried out: in a field of its own, or told as a limit in its words. */
function limitOf(report: Report, measure: Measure): Span | undefined {
  const {deadline, start, end} = measure
  if (deadline && (deadline.start < start || deadline.start >= end)) return deadline
  const match = LIMIT.exec(report.words(measure))
  return match ? {start: start + match.index, end: start + match.index + match[0].length} : undefined
}

export default defineRule({
  id: 'soft-deadline',
  group: 'correspondence',
  severity: 'info',
  fixes: 'none',
  ground: '实务',
  what: {
    zh: '时限都是“长期坚持”“适时”，或者早于成文日期。',
    en: 'All deadlines are open-ended, or one lies before the date of the report.',
  },
  why: {
    zh: '没有一条能到期销号，整改就没有尽头；时限早于成文日期，一交出去就是超期。',
    en: 'Without an end nothing can be closed; a deadline before the report’s own date is missed on the day it is handed in.',
  },
  how: {
    zh: '写了时限的措施里，“长期坚持”一类占到多数时提示一次；日常性、制度性的事项不算。写明年月的时限早于成文日期的，按错误报告；措施、整改状态或全文写明已完成的，和只写“完成时间”的日期，不算。',
    en: 'One note where most of the stated deadlines are open-ended; matters that last by nature do not count. A dated deadline before the report’s date is an error, unless the measure, its status or the report says that it is done; a bare day under 完成时间 may be the day on which it was.',
  },
  messages: {
    soft: {
      zh: '{total}条写了时限的措施，{soft}条是“{word}”一类，没有完成时间。能定时间的请写明年月。',
      en: 'Of {total} measures with a deadline {soft} are open-ended (“{word}”). Give a date where there can be one.',
    },
    past: {
      zh: '时限“{deadline}”早于成文日期“{date}”，请核对。',
      en: 'The deadline “{deadline}” lies before the date of the report, “{date}”.',
    },
  },
  options: {
    share: {
      default: 80,
      minimum: 1,
      maximum: 100,
      what: {zh: '没有完成时间的占百分之几才提示', en: 'percent of open-ended deadlines from which a note is given'},
    },
    fewest: {default: 2, minimum: 1, what: {zh: '至少几条措施写了时限才判断', en: 'the fewest deadlines to judge by'}},
  },
  bad: [
    {
      text: '一、存在的问题\n1.两盏灯不亮。\n2.通道堆物。\n二、整改措施\n1.更换两盏照明灯，⟦长期坚持⟧。\n2.清走通道纸箱，长期坚持。',
    },
    {
      text: '消防自查报告\n一、存在的问题\n1.两盏灯不亮。\n二、整改措施\n1.⟦2024年3月5日⟧前由后勤科更换照明灯。\n河口站\n2024年5月8日',
    },
    {
      text: '消防自查报告\n一、存在的问题\n1.两盏灯不亮。\n2.通道堆物。\n二、整改措施\n1.更换照明灯两盏，预计⟦2023年6月底⟧换完。\n2.清走通道纸箱，⟦2024年一季度末⟧完好率达到100%。\n河口站\n2024年5月8日',
    },
    {
      text: '消防自查报告\n一、问题及整改措施\n1.两盏灯不亮。\n整改措施：更换照明灯。\n整改时限：⟦2024年3月5日前⟧\n整改结果：正在推进。\n2.通道堆物。\n整改措施：清走纸箱。\n整改时限：2024年3月5日前\n整改结果：已完成，3月4日复查合格。\n河口站\n2024年5月8日',
    },
    {
      text: '# 消防自查报告\n\n## 一、问题及整改措施\n\n| 问题 | 整改措施 | 整改时限 | 整改状态 |\n| --- | --- | --- | --- |\n| 两盏灯不亮 | 更换照明灯两盏 | ⟦2024年3月5日⟧ | 整改中 |\n| 通道堆物 | 清走通道纸箱 | 2024年3月5日 | 已整改 |\n\n河口站\n\n2024年5月8日',
      file: 'md',
    },
  ],
  good: [
    {
      text: '一、存在的问题\n1.两盏灯不亮。\n2.通道堆物。\n二、整改措施\n1.6月5日前更换两盏照明灯。\n2.清走通道纸箱，长期坚持。',
    },
    {
      text: '消防自查报告\n一、存在的问题\n1.两盏灯不亮。\n二、整改措施\n1.已于2024年3月5日更换照明灯。\n河口站\n2024年5月8日',
    },
    {
      text: '消防自查报告\n隐患已全部整改完毕，现报告如下。\n一、存在的问题\n1.两盏灯不亮。\n二、整改措施\n1.2024年3月5日前更换照明灯。\n河口站\n2024年5月8日',
    },
    {
      text: '水质自查报告\n一、问题及整改措施\n1.两口井浊度超标。\n整改情况：清洗水井，2024年2月、3月两次检测合格。\n2.三份2024年1月底前签订的合同缺页。\n整改措施：对2024年1月底前签订的合同逐份核对。\n河口站\n2024年5月8日',
    },
    {
      text: '# 消防自查报告\n\n## 一、问题及整改措施\n\n| 问题 | 整改措施 | 完成时间 |\n| --- | --- | --- |\n| 两盏灯不亮 | 更换照明灯两盏 | 2024年3月5日 |\n\n河口站\n\n2024年5月8日',
      file: 'md',
    },
    {
      text: '一、存在的问题\n1.登记制度不全。\n2.夜间巡查少。\n二、整改措施\n1.完善登记制度，长期坚持。\n2.夜间巡查四次，常态化开展。',
    },
  ],
  *check(report, {share, fewest}) {
    const stated = report.measures.filter(({deadline}) => deadline)
    const isSoft = (words: string): boolean => SOFT.test(words) && !/\d月|\d日|月底|年底/.test(words)
    const soft = stated.filter(
      (measure) => measure.deadline && isSoft(report.words(measure.deadline)) && !LASTING.test(report.words(measure)),
    )
    const at = soft[0]?.deadline
    if (at && stated.length >= fewest && soft.length * 100 >= stated.length * share)
      yield {
        at: {start: at.start, end: at.end},
        message: 'soft',
        data: {total: stated.length, soft: soft.length, word: report.words(at)},
      }
    const signed = report.frame.date && report.words(report.frame.date)
    const today = signed && dayNumber(signed)
    if (!signed || !today) return
    const past = new Map<number, Span>()
    for (const measure of stated) {
      const limit = isDone(report, measure) ? undefined : limitOf(report, measure)
      const day = limit && dayNumber(report.words(limit))
      // measures of one problem share its limit
      if (limit && day !== undefined && day < today) past.set(limit.start, limit)
    }
    if (!past.size || isAllDone(report)) return
    for (const {start, end} of past.values())
      yield {
        at: {start, end},
        message: 'past',
        severity: 'error',
        data: {deadline: report.words({start, end}), date: signed},
      }
  },
})
