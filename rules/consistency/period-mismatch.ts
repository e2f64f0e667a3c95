import {defineRule} from '../../src/lint/rule.ts'
import {type DateMention, firstDayOf, isReversed, lastDayOf} from '../../src/report/dates.ts'
import {tellsWork} from '../../src/report/parts.ts'
import type {Report} from '../../src/report/report.ts'

const WHOLE_YEAR =
  /(?<!近|几|多|第|每|一)(?:一年来|全年(?=共|累计|先后|开展|组织|召开|举办|完成|未发生|没有发生|无)|年度内)/g
/** 今年上半年以来 tells when it began. */
const HALF_YEAR = /(?<!上|下|近|大)半年来|(?<=[。；\n])上半年以来(?=[，共])/g
const MORE_THAN_QUARTER = new RegExp(`${WHOLE_YEAR.source}|${HALF_YEAR.source}|[上下]半年(?=共|累计|先后)`, 'g')
const GOAL = /目标|任务|计划|预算|指标|将|力争|预计|有效期|期限|到期|届满|余下|剩余|其余|跨年|尚[未需有]|拟/

const DONE = /已|了|共|完成|开展|组织|召开|举办|检查|排查/

/** Told as done in a report about the first half of the year. */
const SECOND_HALF = /(?<![去上前]年?)(?:(\d{4})年)?下半年(?=已|共|累计|先后|以来)/g

/** The day of the date line, or the end of its month. */
function signedBy(report: Report): number | undefined {
  const {date} = report.frame
  const signed = date && report.dates.find(({start, end}) => date.start <= start && end <= date.end)
  return signed && lastDayOf(signed)
}

/** 2026年6月底前再完成3个, 到2026年6月底全部完成: to be done until then, unless it says 已. */
function isDeadline({text}: Report, {start, end}: DateMention): boolean {
  const behind = /^[底末初]?(?:以前|之前|前)?/.exec(text.slice(end, end + 4))?.[0] ?? ''
  const isLimit = behind.endsWith('前') || /(?:^|[^达得])到$/.test(text.slice(Math.max(0, start - 2), start))
  return isLimit && !/^[^。；]{0,12}(?:已|了)/.test(text.slice(end, end + 16))
}

/** Told as done, in a year later than the report's, and not over when it was signed. */
function isLater(report: Report, date: DateMention, signed: number | undefined): boolean {
  const {period} = report
  if (!period || signed === undefined || date.inName || !tellsWork(report, date.start)) return false
  const year = date.year ?? date.from?.year
  if (year === undefined || year <= period.year + (period.intoNextYear ? 1 : 0)) return false
  // 2024年11月至2025年4月: a season that goes on after the report
  if ((date.from?.year ?? year) <= period.year) return false
  const day = firstDayOf(date, year)
  if (day === undefined || day <= signed) return false
  if (isDeadline(report, date)) return false
  const sentence = report.sentenceAt(date.start)
  return sentence !== undefined && DONE.test(report.words(sentence)) && !GOAL.test(report.words(sentence))
}

/** Words of another length of time than the report's. */
function* otherLengths(report: Report) {
  const {period} = report
  if (!period) return
  // 半年来 is no slip where nothing says that the report is about a year, nor before the year is nearly over
  const isYear = !period.quarter && !period.half
  if (isYear && (!period.isStated || (signedBy(report) ?? Number.POSITIVE_INFINITY) < period.year * 10_000 + 1000))
    return
  const pattern = period.quarter ? MORE_THAN_QUARTER : period.half ? WHOLE_YEAR : HALF_YEAR
  for (const match of report.find(pattern)) {
    if (!tellsWork(report, match.start)) continue
    const sentence = report.sentenceAt(match.start)
    if (sentence && GOAL.test(report.words(sentence))) continue
    yield {start: match.start, end: match.end}
  }
}

/** The second half of the year, told as done in a report about the first. */
function* secondHalf(report: Report) {
  const {period} = report
  if (period?.half !== 1) return
  for (const match of report.find(SECOND_HALF)) {
    if (match[1] && Number(match[1]) !== period.year) continue
    // a report that was signed late may go on a little
    const isLate = (signedBy(report) ?? 0) > period.year * 10_000 + 731
    if (isLate && report.text.startsWith('以来', match.end)) continue
    if (tellsWork(report, match.start)) yield {start: match.end - 3, end: match.end}
  }
}

const nameOf = ({half, quarter}: {half: 1 | 2 | undefined; quarter: number | undefined}): string =>
  half ? (half === 1 ? '上半年' : '下半年') : quarter ? `第${'一二三四'.charAt(quarter - 1)}季度` : '全年'

export default defineRule({
  id: 'period-mismatch',
  group: 'consistency',
  severity: 'warning',
  fixes: 'none',
  ground: '规定',
  what: {
    zh: '时间段前后不一：半年、全年混用，或者年份不可能。',
    en: 'Periods do not agree: half a year and a year are mixed, or a year cannot be right.',
  },
  why: {
    zh: '标题写“上半年”，正文写“一年来”，多半是从年度报告抄来的。',
    en: 'A title that says 上半年 over a text that says 一年来 was copied from a yearly report.',
  },
  how: {
    zh: '标题（或开头、配置）写明上半年、季度的，看工作情况里有没有“一年来”“全年共”；写明全年的，看有没有“半年来”。起止年份颠倒、已经做完的事写到落款之后的年份，是错误。全年目标、近年来、下步打算不算。',
    en: 'In a report about half a year or a quarter, 一年来 and 全年共; in one about a year, 半年来. A range whose years run backwards, and work told as done in a year after the signature, are errors. Goals for the year, 近年来 and plans do not count.',
  },
  messages: {
    length: {
      zh: '报告讲的是{period}的工作，这里却说“{words}”。',
      en: 'The report is about {period}, but “{words}” is written here.',
    },
    reversed: {
      zh: '起止年份颠倒：从“{from}”到“{words}”，请核对年份。',
      en: 'The years run backwards, from {from} to {words}. Check the years.',
    },
    later: {
      zh: '“{words}”在落款之后，不会已经做完，年份可能写错。',
      en: '{words} lies after the signature, so this cannot be done yet. Is the year right?',
    },
    plan: {
      zh: '报告讲的就是{period}，下步打算的标题也写“{words}”，请核对。',
      en: 'The report is about {period}, and so is the heading of its plan ({words}). Please check.',
    },
  },
  bad: [
    {text: '县水务局2025年上半年安全自查报告\n一、工作情况\n⟦一年来⟧共检查水厂6座。\n二、存在的问题\n台账不全。'},
    {text: '县水务局2025年度安全自查报告\n一、工作情况\n⟦半年来⟧共检查水厂6座。\n二、存在的问题\n台账不全。'},
    {
      text: '县水务局2025年度安全自查报告\n一、工作情况\n（一）勤检查。⟦上半年以来⟧，检查水厂6座。\n二、存在的问题\n台账不全。\n县水务局\n2025年12月8日',
    },
    {text: '县水务局2025年上半年安全自查报告\n一、工作情况\n⟦下半年⟧已检查水厂6座。\n二、存在的问题\n台账不全。'},
    {
      text: '县水务局2025年上半年安全自查报告\n一、工作情况\n2025年⟦下半年⟧以来，召开例会4次。\n二、存在的问题\n台账不全。\n县水务局\n2025年7月8日',
    },
    {text: '整治期为2025年10月至⟦2025年3月⟧。'},
    {text: '县水务局2025年第一季度安全自查报告\n一、工作情况\n⟦上半年⟧共检查水厂6座。\n二、存在的问题\n台账不全。'},
    {
      text: '县水务局2024年度安全自查报告\n一、工作情况\n2025年1—⟦12月⟧检查水厂6座。\n二、存在的问题\n台账不全。\n县水务局\n2025年1月8日',
    },
    {text: '县水务局2025年上半年安全自查报告\n一、存在的问题\n台账不全。\n二、⟦上半年⟧工作打算\n补齐台账。'},
  ],
  good: [
    {
      text: '县水务局2025年上半年安全自查报告\n一、工作情况\n2024年下半年以来，召开例会4次；下半年以来又召开2次。\n二、存在的问题\n台账不全。\n县水务局\n2025年8月28日',
    },
    {
      text: '县水务局2025年度安全自查报告\n一、工作情况\n（一）勤检查。今年上半年以来，检查水厂6座；2025年上半年以来，培训2次。上半年，检查水厂4座。\n二、存在的问题\n台账不全。\n县水务局\n2025年12月8日',
    },
    {
      text: '县水务局2025年上半年安全自查报告\n一、工作情况\n近年来持续投入，全年目标任务过半，检查水厂6座。\n二、存在的问题\n台账不全。\n三、下半年工作打算\n补齐台账，全年开展培训4次。',
    },
    {
      text: '县水务局2024年度安全自查报告\n一、工作情况\n签订责任书，明确2024年11月至2025年4月为防火期。\n二、存在的问题\n台账不全。\n县水务局\n2025年1月8日',
    },
    {
      text: '县水务局2025年上半年安全自查报告\n一、工作情况\n2024年下半年共检查水厂4座，今年以来检查6座。\n二、存在的问题\n台账不全。',
    },
    {
      text: '县水务局安全自查报告\n一、工作情况\n2月成立专班，半年来共检查水厂6座。\n二、存在的问题\n台账不全。\n县水务局\n2025年8月8日',
    },
    {
      text: '县水务局供热安全自查报告\n为保障2025—2026年供热季，我局完成了检查。\n一、工作情况\n围绕2025-2026年度采暖期，检查泵站6座。\n二、存在的问题\n台账不全。\n县水务局\n2025年10月8日',
    },
    {
      text: '青禾镇环保督察反馈意见整改方案\n2025年4月反馈问题5个。\n一、工作目标\n2025年12月底前完成3个，2026年6月底前再完成2个，到2026年6月底全部完成。\n青禾镇\n2025年7月8日',
    },
    {
      text: '县水务局2024年度安全自查报告\n一、工作情况\n任务完成6项，余下2项跨年，于2025年6月完成。\n二、存在的问题\n台账不全。\n县水务局\n2025年1月8日',
    },
    {text: '整治期为2024年10月至2025年3月，监测期为2024年11月至次年2月。'},
    {
      text: '县水务局2024年度安全自查报告\n一、工作情况\n一年来共检查水厂6座，2025年1月5日组织了复查。\n二、存在的问题\n台账不全。\n县水务局\n2025年1月8日',
    },
  ],
  *check(report) {
    const {period} = report
    for (const at of [...otherLengths(report), ...secondHalf(report)]) {
      if (period) yield {at, message: 'length', data: {period: nameOf(period), words: report.words(at)}}
    }
    const signed = signedBy(report)
    for (const date of report.dates) {
      const at = {start: date.start, end: date.end}
      const data = {words: report.words(at), from: date.from ? report.words(date.from) : ''}
      if (isReversed(date) && date.year !== undefined) yield {at, message: 'reversed', severity: 'error', data}
      else if (isLater(report, date, signed)) yield {at, message: 'later', severity: 'error', data}
    }
    if (!period?.half) return
    for (const {role, title} of report.sections) {
      const found = role === 'plan' && title ? report.words(title).indexOf(nameOf(period)) : -1
      if (!title || found < 0) continue
      const at = {start: title.start + found, end: title.start + found + 3}
      yield {at, message: 'plan', data: {period: nameOf(period), words: report.words(at)}}
    }
  },
})
