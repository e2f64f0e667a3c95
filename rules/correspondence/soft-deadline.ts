import {defineRule} from '../../src/lint/rule.ts'

const SOFT = /长期坚持|持续(?:坚持|推进|整改)|常态化|长期|适时|尽快|立行立改并长期坚持|择机|条件成熟/

/** Matters that are never finished by their nature. */
const LASTING = /制度|机制|日常|学习|巡查|检查|监管|值守|保洁/

const FULL_DATE = /(20\d\d)年(\d{1,2})月(?:(\d{1,2})日)?/

/** `20240531`: comparable; the last day of the month where none is given. */
function dayNumber(words: string): number | undefined {
  const match = FULL_DATE.exec(words)
  return match ? Number(match[1]) * 10000 + Number(match[2]) * 100 + Number(match[3] ?? 31) : undefined
}

const DONE = /已(?:经)?|完成了|完毕|办结/

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
    zh: '写了时限的措施里，“长期坚持”一类占到多数时提示一次；日常性、制度性的事项不算。写明年月的时限早于成文日期的，按错误报告，已完成的不算。',
    en: 'One note where most of the stated deadlines are open-ended; matters that last by nature do not count. A dated deadline before the report’s date is an error, unless the measure is already done.',
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
  ],
  good: [
    {
      text: '一、存在的问题\n1.两盏灯不亮。\n2.通道堆物。\n二、整改措施\n1.6月5日前更换两盏照明灯。\n2.清走通道纸箱，长期坚持。',
    },
    {
      text: '消防自查报告\n一、存在的问题\n1.两盏灯不亮。\n二、整改措施\n1.已于2024年3月5日更换照明灯。\n河口站\n2024年5月8日',
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
    for (const measure of stated) {
      const {deadline} = measure
      if (!deadline || DONE.test(report.words(measure))) continue
      const words = report.words(deadline)
      const day = dayNumber(words)
      if (day !== undefined && day < today)
        yield {
          at: {start: deadline.start, end: deadline.end},
          message: 'past',
          severity: 'error',
          data: {deadline: words, date: signed},
        }
    }
  },
})
