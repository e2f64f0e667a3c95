import {indexAfter} from '../../src/draft/span.ts'
import {defineRule} from '../../src/lint/rule.ts'
import {isLongPast, isOver, isOverduePlan} from '../../src/report/past-plans.ts'
import {isBeforeLast, isOldTerm, isPastWork} from '../../src/report/past-work.ts'
import type {Report} from '../../src/report/report.ts'

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

const DOCUMENT_NUMBER = /[〔［[](20\d\d)[〕］\]]\s?第?\s?\d{1,5}\s?号/g

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
    zh: '先定报告所属的年份：配置、标题、开头、落款日期，依次取最先写明的。整改措施、下步打算里的年份早于它，就是错误；文号的年份晚于成文日期，也是错误；打算的标题写着成文时已经过去的年份，或者措施的时限在成文半年以前，作为提醒；引言说自查的学期、半年、季度，或者“现将……报告如下”的年度，早于标题写的，也是错误；讲上年度生活会的部分写着更早的年度，工作情况的标题写着上一年度，或者以往年的年份开头讲本单位的工作，“截至”的日子比落款正好早一年左右，标题的事项写着上一年度，作为提醒。文件名称、“以来”、同比、上年度整改等不算。',
    en: 'The year of the report is taken from the configuration, the title, the opening or the date line. A plan for an earlier year is an error, and so is a document number of a later year than the date line’s; a plan whose heading names a year that was over when the report was signed, or a limit half a year before it, is a warning; a term, half-year or quarter in the opening, or the year that it announces, that lies before the title’s is an error; a meeting of two years back in the part about the year before, own work told under an earlier year, or under a heading that names it, a base date (截至) a year too early for the signature, or the topic of the title with the year before is a warning. Names of documents, 以来, comparisons and last year’s rectification do not count.',
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
    last: {
      zh: '报告讲的是{period}年，这一部分讲上年度，这里却写“{words}”，早了一年以上，请核对。',
      en: 'The report is about {period} and this part about the year before, but it says {words}. Please check.',
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
    {
      text: '县水务局2025年上半年收费自查报告\n县发改局：\n按照通知要求，现将我局⟦2024年上半年⟧收费自查情况报告如下。\n一、存在的问题\n公示不全。',
    },
    {
      text: '县水务局2025年度供水安全自查报告\n县发改局：\n现将我局⟦2024年度⟧供水安全自查情况报告如下。\n一、存在的问题\n公示不全。',
    },
    {
      text: '县水务局关于县委巡察反馈意见整改情况的报告\n一、反馈问题整改落实情况\n1.关于“台账不全”的问题。已补齐台账8本，剩下的2本⟦2023年6月⟧底前补齐。\n2.关于“涵洞堵塞”的问题。已清淤9处。\n县水务局\n2025年3月4日',
    },
    {
      text: '县水务局党组2025年度民主生活会对照检查材料\n一、上年度民主生活会整改情况\n⟦2023年度⟧民主生活会查出的4个问题，改了3个。\n二、存在的问题\n只到泵站6次。',
    },
  ],
  good: [
    {
      text: '县水务局关于县委巡察反馈意见整改情况的报告\n一、反馈问题整改落实情况\n1.关于“台账不全”的问题。已补齐台账8本，剩下的2本也于2023年6月底前补齐了。\n2.关于“涵洞堵塞”的问题。余下3处2023年6月底前的淤泥已清。\n县水务局\n2025年3月4日',
    },
    {
      text: '县水务局党组2025年度民主生活会对照检查材料\n一、上年度民主生活会整改情况\n2024年度民主生活会查出的4个问题，改了3个；2023年度民主生活会遗留的1个也已改完。\n二、存在的问题\n只到泵站6次。',
    },
    {
      text: '县水务局2025年上半年收费自查报告\n县发改局：\n现将我局2024年下半年收费整改和2025年上半年收费自查情况报告如下。\n一、存在的问题\n公示不全。',
    },
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
      if (isOverduePlan(report, date, year))
        yield report.period
          ? {at, message: 'plan', data}
          : {at, message: 'over', data: {words: data.words, signed: year + 1}}
      else if (signed !== undefined && (isOver(report, date, signed) || isLongPast(report, date, signed)))
        yield {at, message: 'over', severity: 'warning', data: {words: data.words, signed}}
      else if (isOldTerm(report, date)) yield {at, message: 'term', data}
      else if (isBeforeLast(report, date)) yield {at, message: 'last', severity: 'warning', data}
      else if (isPastWork(report, date)) yield {at, message: 'work', severity: 'warning', data}
    }
  },
})
