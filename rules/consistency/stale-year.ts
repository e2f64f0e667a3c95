import {indexAfter, type Span} from '../../src/draft/span.ts'
import {defineRule} from '../../src/lint/rule.ts'
import {type DateMention, lastDayOf} from '../../src/report/dates.ts'
import {isAllDone, isDone} from '../../src/report/done.ts'
import type {Period} from '../../src/report/period.ts'
import type {Report} from '../../src/report/report.ts'

/** A year that is spoken of, not worked in. */
const LOOKING_BACK =
  /^[^，。；]{0,6}(?:以来|至今|起|以前|之前|底前?的|版|制定|修订|印发|建成|投用|出台|遗留|审计|考核|评价|检查|反馈|巡察|督察|结转|历史|年?初?的)|^(?:度|的)/
const COMPARED = /同比|比上年|较上年|比\d{4}年|较\d{4}年|上年|去年|截至|自20\d\d年|从20\d\d年|延续|继续/
/** 同比 alone compares with the year before, whichever year is meant. */
const isCompared = (sentence: string, year: number): boolean =>
  COMPARED.test(sentence.includes(String(year)) ? sentence : sentence.replaceAll('同比', ''))
/** The report's own unit or nobody named, and then a deed. */
const ACTING =
  /^(?:度|全年)?[，,]?(?:我[一-鿿]{1,4}|全[局镇校院县站所馆园][一-鿿]{0,2}|[一-鿿]{2,12}(?:局|镇|校|院|公司|中心|站|馆|园|支行|支队))?(?:党[委组]|支部)?(?:以|将|坚持|始终|紧紧|认真|抓|开展|推行|实行|实施|建立|健全|举办|新增|投入|组织|召开|完成|落实|推进|强化|加强|围绕|聚焦|共|累计|先后)/
/** What belongs to one year's work, where buildings and rules last longer. */
const HELD = /^，?(?:我[一-鿿]{1,3}|全[局镇校院县])?(?:组织|召开|举办|开展)/
const FUTURE = /将|要|力争|计划|拟|打算|确保|争取|重点做好|重点抓|底前|月前|日前|安排/

/** A plan for a year that is over: in its heading, or at the start of a sentence that looks ahead. */
function isOverduePlan(report: Report, date: DateMention, before: number): boolean {
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
  if (isDeadline && isPlanDone(report, date)) return false
  const words = report.text.slice(date.end, sentence.end)
  const isFirst = NUMBER_MARK.test(report.text.slice(sentence.start, date.start))
  return isDeadline || (isFirst && (FUTURE.test(words) || isTask(words, date)))
}

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

/** The year of the date line, or of the month under the title (（2026年1月）). */
function signedIn({frame, dates}: Report): number | undefined {
  if (frame.date) return dates[indexAfter(dates, frame.date.start)]?.year
  const below = frame.subtitle && dates[indexAfter(dates, frame.subtitle.start)]
  return below && frame.subtitle && below.end <= frame.subtitle.end && below.month ? below.year : undefined
}

/** Before this year nothing can still be planned: that of the period, else the one before the date line's. */
function yearOf({period}: Report, signed: number | undefined): number | undefined {
  if (period) return period.year
  return signed === undefined ? undefined : signed - 1
}

/** 四、2025年工作安排 at the end of a report on 2025 that was signed in 2026. */
function isOver(report: Report, {start, end, year, month, half, quarter}: DateMention, signed: number): boolean {
  if (year !== signed - 1 || (month ?? half ?? quarter) !== undefined) return false
  const section = report.sectionAt(start)
  const {title} = section ?? {}
  if (section?.role !== 'plan' || !title || start < title.start || end > title.end) return false
  return /^(?:重点)?工作(?:任务)?(?:安排|计划|打算|思路)$/.test(report.text.slice(end, title.end).trim())
}

const DOCUMENT_NUMBER = /[〔［[](20\d\d)[〕］\]]\s?第?\s?\d{1,5}\s?号/g

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

/** 对2023年秋季学期…进行了自查, in the opening of a report whose title says 2025年秋季学期. */
function isOldTerm(report: Report, {start, year, from, inName}: DateMention): boolean {
  const {text, period} = report
  const {title} = report.frame
  if (!period || !title || period.from === 'user' || period.from.end > title.end) return false
  if (inName || from || year === undefined || year >= period.year || !/[对就绕]/.test(text.charAt(start - 1)))
    return false
  const words = text.slice(start, start + FARTHEST_INSPECTION)
  const term = TERM.exec(words)
  const own = TERM.exec(text.slice(period.from.start, period.from.start + 12))
  if (!term || term[1] !== own?.[1] || report.sectionAt(start)?.role !== 'lead') return false
  return INSPECTED.test(words.slice(term[0].length))
}

/** How far behind the term it is said that it was inspected. */
const FARTHEST_INSPECTION = 60

/** 2025年一季度末使用率达到50%, as a plan that was signed in 2026: half a year ago at least, and nothing says that it is done. */
function isLongPast(report: Report, date: DateMention, signed: number): boolean {
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

export default defineRule({
  id: 'stale-year',
  group: 'consistency',
  severity: 'error',
  fixes: 'none',
  ground: '规定',
  what: {zh: '留着旧稿的年份。', en: 'The year of an older version was left in.'},
  why: {
    zh: '报告讲2025年的事，下一步却写“2024年下半年工作打算”，说明是拿旧稿改的。有单位因此被通报。',
    en: 'A report about 2025 that plans for 2024 was made from an old one. Units have been named in public for it.',
  },
  how: {
    zh: '先定报告所属的年份：配置、标题、开头、落款日期，依次取最先写明的。整改措施、下步打算里的年份早于它，就是错误；文号的年份晚于成文日期，也是错误；打算的标题写着成文时已经过去的年份，或者措施的时限在成文半年以前，作为提醒；引言说自查的学期、半年、季度早于标题写的，也是错误；工作情况的标题写着上一年度，或者以往年的年份开头讲本单位的工作，“截至”的日子比落款正好早一年左右，标题的事项写着上一年度，作为提醒。文件名称、“以来”、同比、上年度整改等不算。',
    en: 'The year of the report is taken from the configuration, the title, the opening or the date line. A plan for an earlier year is an error, and so is a document number of a later year than the date line’s; a plan whose heading names a year that was over when the report was signed, or a limit half a year before it, is a warning; a term, half-year or quarter in the opening that lies years before the title’s is an error; own work told under an earlier year, or under a heading that names it, a base date (截至) a year too early for the signature, or the topic of the title with the year before is a warning. Names of documents, 以来, comparisons and last year’s rectification do not count.',
  },
  messages: {
    plan: {
      zh: '报告讲的是{period}年，这里的打算却写“{words}”，像是旧稿的年份。',
      en: 'The report is about {period}, but this plan says {words}: the year of an older version?',
    },
    over: {
      zh: '成文日期在{signed}年，这里的打算却写“{words}”，这一年已经过去，请核对。',
      en: 'The report was signed in {signed}, but this plan says {words}, a year that is over. Please check.',
    },
    number: {
      zh: '文号“{words}”的年份晚于成文日期（{signed}年），其中一个写错了。',
      en: 'The document number {words} is of a later year than the date of the report ({signed}): one of them is wrong.',
    },
    term: {
      zh: '标题写的是{period}年，这里说自查的却是“{words}”，像是旧稿的年份。',
      en: 'The title is about {period}, but what was inspected is of {words}: the year of an older version?',
    },
    work: {
      zh: '报告讲的是{period}年，这里却按“{words}”写本单位的工作，请核对。',
      en: 'The report is about {period}, but this work is told under {words}. Please check.',
    },
  },
  bad: [
    {
      text: '县水务局车辆管理自查报告\n一、基本情况\n截至⟦2024年8月31日⟧，全局有车47辆。\n二、存在的问题\n台账不全。\n县水务局\n2025年9月12日',
    },
    {
      text: '县水务局2025年度水质提升项目自查报告\n一、工作情况\n开会4次，⟦2024年度⟧水质提升项目资金全部拨付。\n二、存在的问题\n台账不全。\n县水务局\n2025年12月12日',
    },
    {
      text: '县水务局2025年度安全自查报告\n一、存在的问题\n水费多收，门锁损坏。\n二、整改措施\n1.坏的门锁已于去年10月换好。多收的逐户核对，⟦2025年3月⟧底前把差额退给用户。\n县水务局\n2026年1月15日',
    },
    {
      text: '县水务局2025年度安全自查报告\n一、存在的问题\n台账不全。\n二、下一步工作打算\n（一）⟦2024年第二季度⟧组织泵站操作培训，把规程讲到每一个班组。\n县水务局\n2025年12月3日',
    },
    {
      text: '县水务局2025年度安全自查报告\n一、存在的问题\n台账不全。\n二、整改措施\n1.每周核对一次，⟦2025年4月⟧底前把缺的页补上。\n县水务局\n2026年1月15日',
    },
    {
      text: '县水务局2025年度安全自查报告\n一、⟦2024年度⟧工作开展情况\n检查水厂6座。\n二、存在的问题\n台账不全。\n三、整改措施\n补齐台账。\n县水务局\n2025年12月3日',
    },
    {
      text: '县水务局2025年上半年安全自查报告\n一、存在的问题\n台账不全。\n二、⟦2024年下半年⟧工作打算\n补齐台账，开展培训。',
    },
    {
      text: '县水务局2025年度安全自查报告\n一、存在的问题\n台账不全。\n二、整改措施\n⟦2024年⟧，我局将重点做好以下工作，逐项补齐台账。',
    },
    {
      text: '县水务局2025年度安全自查报告\n一、工作情况\n⟦2024年⟧，我局推行夜间巡查，事故同比下降两成。\n二、存在的问题\n台账不全。',
    },
    {
      text: '县水务局2025年度安全自查报告\n一、工作情况\n⟦2024年⟧，我局坚持月月检查，消除隐患12处。\n二、存在的问题\n台账不全。',
    },
    {
      text: '县水务局2025年度安全自查报告\n一、工作情况\n⟦2024年⟧全年共接到来电12件，均已回复。\n二、存在的问题\n台账不全。',
    },
    {
      text: '县水务局2025年度安全自查报告\n一、工作情况\n⟦2023年7月⟧，组织科室经办人参加培训，62人参加。\n二、存在的问题\n台账不全。',
    },
    {
      text: '# 县水务局2025年度安全自查报告\n\n## 一、问题整改清单\n\n| 问题 | 整改措施 | 完成时限 | 整改情况 |\n| --- | --- | --- | --- |\n| 2人证书过期 | 调岗并报名复审 | ⟦2024年6月30日⟧ | 整改中 |\n| 排风扇坏了 | 更换 | 2025年6月5日 | 整改中 |',
      file: 'md',
    },
    {
      text: '县水务局2025年度安全自查报告\n一、存在的问题\n台账不全。\n二、⟦2025年⟧工作安排\n补齐台账。\n县水务局\n2026年2月3日',
    },
    {
      text: '县水务局安全自查报告\n根据县安办⟦〔2025〕12号⟧文件，我局开展了自查。\n一、存在的问题\n台账不全。\n县水务局\n2024年6月30日',
    },
    {
      text: '河东小学2025年秋季学期收费自查报告\n县教育局：\n按照通知要求，学校对⟦2023年⟧秋季学期收费情况进行了自查，现报告如下。\n一、存在的问题\n公示不全。',
    },
    {
      text: '县水务局2025年度安全自查报告\n一、存在的问题\n台账不全。\n二、整改措施\n1.缺的页分头去找，到⟦2023年6月⟧底还找不到就重新盘点。\n2.预计⟦2024年6月⟧底补齐。',
    },
    {
      text: '县水务局2025年度安全自查报告\n一、存在的问题\n台账不全。\n二、整改措施\n1.每月盘点一次，⟦2025年一季度⟧末账实相符率达到98%。\n县水务局\n2026年1月15日',
    },
  ],
  good: [
    {
      text: '县水务局车辆管理自查报告\n一、基本情况\n截至2024年8月31日，全局有车47辆。截至2025年8月31日，全局有车45辆。\n二、存在的问题\n台账不全。\n县水务局\n2025年9月12日',
    },
    {
      text: '县水务局车辆管理自查报告\n一、基本情况\n截至2024年10月31日，上年检查指出的问题全部整改。\n二、存在的问题\n台账不全。\n县水务局\n2025年12月12日',
    },
    {
      text: '县水务局国有资产管理自查报告\n一、基本情况\n截至2024年12月31日，资产总额47万元。\n二、存在的问题\n台账不全。\n县水务局\n2025年3月12日',
    },
    {
      text: '县水务局2024年度车辆管理自查报告\n一、基本情况\n截至2024年11月底，全局有车47辆。\n二、存在的问题\n台账不全。\n县水务局\n2025年1月12日',
    },
    {
      text: '县水务局2025年度水质提升项目自查报告\n一、工作情况\n2024年度水质提升项目结余4万元，转入本年。\n二、存在的问题\n台账不全。\n县水务局\n2025年12月12日',
    },
    {
      text: '县水务局2025年度水质提升项目自查报告\n一、工作情况\n资金比2024年度水质提升项目多8万元。\n二、存在的问题\n台账不全。\n县水务局\n2025年12月12日',
    },
    {
      text: '县水务局2025年度水质提升项目自查报告\n一、工作情况\n2024年度水质提升项目审计已反馈。\n二、存在的问题\n台账不全。\n县水务局\n2025年12月12日',
    },
    {
      text: '县水务局2025年度安全自查报告\n一、存在的问题\n台账不全。\n二、整改措施\n1.缺的页2025年4月底前全部补齐。目前已补齐，请办公室核对过。\n2.逐户核对，2026年4月底前把差额补给农户。\n3.2025年11月底前把泵站台账补上。\n县水务局\n2026年1月15日',
    },
    {
      text: '县水务局2025年度安全自查报告\n一、存在的问题\n台账不全。\n二、下一步工作打算\n1.2024年第二季度组织检查时发现的12处隐患逐项复查。\n2.2024年下半年开展的培训，请人补课。\n3.2024年第四季度完成了首批改造，第二批明年做完。\n4.2024年6月制定的台账样式，统一换新。\n县水务局\n2025年12月3日',
    },
    {
      text: '县水务局2025年度安全自查报告\n一、2024年度工作开展情况\n检查水厂6座。\n二、2025年度工作开展情况\n检查水厂7座。\n三、存在的问题\n台账不全。\n县水务局\n2025年12月3日',
    },
    {
      text: '县水务局2025年度安全自查报告\n一、2024年度工作开展情况\n检查水厂6座。\n二、存在的问题\n台账不全。\n县水务局\n2025年3月3日',
    },
    {
      text: '县水务局2025年度安全自查报告\n一、2024年度问题整改情况\n问题销号。\n二、存在的问题\n台账不全。\n三、整改措施\n1.2025年3月底前把缺的页都补上了，今年接着核对。\n县水务局\n2026年1月3日',
    },
    {
      text: '县水务局2025年度安全自查报告\n一、存在的问题\n台账不全。\n二、整改措施\n1.台账从2022年记到2024年6月底，缺的页补齐。\n2.原来预计的2024年6月底完工没有实现，改为2026年6月底前。\n3.2025年3月底前已补齐一季度的台账。\n4.2025年3月底前完成的12项任务逐项复查。\n5.2025年12月底前补齐其余台账。\n县水务局\n2026年1月15日',
    },
    {
      text: '河东小学2025年秋季学期收费自查报告\n县教育局：\n学校对照2024年秋季学期的公示，对2025年春季学期、2024年秋季学期结余和2025年秋季学期收费情况进行了自查，现报告如下。\n一、存在的问题\n公示不全。',
    },
    {
      text: '河东小学2025年秋季学期收费自查报告\n县教育局：\n学校对2024年收费项目清单执行情况进行了自查，现报告如下。\n一、存在的问题\n公示不全。',
    },
    {
      text: '县水务局2025年度安全自查报告\n根据县安办〔2024〕12号、〔2026〕1号文件，现报告如下。\n一、2025年工作安排落实情况\n检查两次。\n二、存在的问题\n台账不全。\n三、2026年工作安排\n补齐台账。\n县水务局\n2026年2月3日',
    },
    {
      text: '县水务局2025年度安全自查报告\n一、工作情况\n2023年以来，我局坚持月月检查。落实《2024年安全生产工作要点》。\n二、存在的问题\n台账不全。\n三、2026年工作打算\n补齐台账。',
    },
    {
      text: '县水务局2025年度安全自查报告\n一、资金使用\n2024年投入维修资金90万元。2025年已投入40万元。\n二、存在的问题\n台账不全。',
    },
    {
      text: '县水务局2025年度安全自查报告\n一、上年度问题整改情况\n2024年，我局坚持月月检查，问题全部销号。\n二、存在的问题\n台账不全。',
    },
    {
      text: '局班子2024年度民主生活会对照检查材料\n一、2023年度民主生活会整改措施落实情况\n2023年12月底前补齐台账，完成培训4次。\n二、存在的问题\n只到基层6次。',
    },
    {
      text: '县水务局2025年度安全自查报告\n一、存在的问题\n台账不全。\n二、整改措施\n对2024年审计反馈的问题逐项销号，2025年12月底前完成。',
    },
  ],
  *check(report) {
    const signed = signedIn(report)
    if (signed !== undefined)
      for (const match of report.find(DOCUMENT_NUMBER)) {
        const at = {start: match.start, end: match.end}
        if (Number(match[1]) > signed) yield {at, message: 'number', data: {words: match[0], signed}}
      }
    const year = yearOf(report, signed)
    if (year === undefined) return
    for (const date of report.dates) {
      const at = {start: date.start, end: date.end}
      const data = {period: year, words: report.words(at)}
      if (isOverduePlan(report, date, year)) yield {at, message: 'plan', data}
      else if (signed !== undefined && (isOver(report, date, signed) || isLongPast(report, date, signed)))
        yield {at, message: 'over', severity: 'warning', data: {words: data.words, signed}}
      else if (isOldTerm(report, date)) yield {at, message: 'term', data}
      else if ([isOldWork, isOldHeading, isOldBase, isOldTopic].some((isOld) => isOld(report, date)))
        yield {at, message: 'work', severity: 'warning', data}
    }
  },
})
