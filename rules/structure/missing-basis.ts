import {defineRule} from '../../src/lint/rule.ts'
import type {Report} from '../../src/report/report.ts'
import type {Section} from '../../src/report/sections.ts'

const BASIS =
  /根据|按照|依据|遵照|按|为(?:了|深入|进一步|全面|切实|贯彻|落实|做好|加强)|^\s*为(?![人止])[^，。；]{4,60}[，,]|现将|接到|收到|要求|部署|安排|通知|(?:报告|汇报|自查|情况|述职|说明)如下/

/** A first part that states it under a heading of its own: 一、前言 根据《…》；二、自查依据 按照…通知 */
const BASIS_BELOW = /(?:根据|按照|依据|遵照)[^，。；]{0,40}(?:[《〔]|通知|要求|部署|方案|意见|计划)|现将/
/** How many parts from the first may state it, and within how many characters. */
const FIRST_PARTS = 2
const FIRST_WORDS = 200

/** Whether one of the first parts states the basis, though under a heading. */
const statesBelow = (report: Report, first: Section): boolean => {
  const from = report.sections.indexOf(first)
  return report.sections.slice(from, from + FIRST_PARTS).some(({start, end, title}, index) => {
    const isNamed = title !== undefined && /前言|引言|依据|背景|总则/.test(report.words(title))
    return (index === 0 || isNamed) && BASIS_BELOW.test(report.words({start, end: Math.min(end, start + FIRST_WORDS)}))
  })
}

export default defineRule({
  id: 'missing-basis',
  group: 'structure',
  severity: 'info',
  fixes: 'none',
  ground: '一般',
  what: {zh: '开头没有交代自查的依据和范围。', en: 'The opening does not say what the inspection is based on.'},
  why: {
    zh: '收文单位要知道这份报告是按哪个通知、为哪件事写的。',
    en: 'The receiving body wants to see which notice the report answers.',
  },
  how: {
    zh: '有标题的报告，正文开头直接是“一、”，或者第一段里没有“根据”“按照”“现将…报告如下”一类的话。没有标题的内部稿不报。',
    en: 'In a report with a title, the body begins with a heading, or its first paragraph has no words such as 根据, 按照, 现将…报告如下. Internal drafts without a title are left alone.',
  },
  messages: {
    none: {
      zh: '正文直接从“{start}”写起，一般先用一段话交代依据、时间和范围，如“根据……，现将……报告如下”。',
      en: 'The text begins with “{start}”. Usually a paragraph first names the notice, the time and the scope (根据……，现将……报告如下).',
    },
    unclear: {
      zh: '第一段没有说明自查的依据（根据哪个通知、哪项要求），请看是否需要补写。',
      en: 'The first paragraph does not say on what notice or duty the inspection rests.',
    },
  },
  bad: [
    {text: '河口站消防自查报告\n⟦一、基本情况⟧\n我站有泵房两间。\n二、存在的问题\n1.泵房灭火器过期。'},
    {text: '河口站消防自查报告\n⟦我站有泵房两间、仓库一间，共有员工12名。⟧\n一、存在的问题\n1.泵房灭火器过期。'},
  ],
  good: [
    {
      text: '河口站消防自查报告\n按照公司5月的通知，我站检查了两间泵房，现将情况报告如下。\n一、存在的问题\n1.泵房灭火器过期。',
    },
    {text: '一、基本情况\n我站有泵房两间。\n二、存在的问题\n1.泵房灭火器过期。'},
    {
      text: '河口站消防整改方案\n为把去年没有做完的消防改造做完，结合本站情况，制定本方案。\n一、存在的问题\n1.泵房灭火器过期。',
    },
    {
      text: '河口站消防自查报告\n一、基本情况\n我站有泵房两间。\n二、自查依据\n依据《消防安全管理规定》和公司5月的通知，检查了两间泵房。\n三、存在的问题\n1.泵房灭火器过期。',
    },
    {
      text: '河口站消防自查报告\n一、前言\n根据公司年度检查计划，检查了两间泵房。\n二、存在的问题\n1.泵房灭火器过期。',
    },
    {
      text: '河口站消防工作述职报告\n河口站站长\n一年来，我检查泵房12次。现述职如下。\n一、存在的问题\n1.泵房灭火器过期。',
    },
  ],
  *check(report) {
    const {frame, sections} = report
    if (!frame.title && !frame.addressee) return
    const first = sections.find(({start}) => start >= frame.body.start)
    const block = first && report.blockAt(first.start)
    if (!first || !block) return
    if (first.role !== 'lead' && first.title) {
      if (statesBelow(report, first)) return
      const at = {start: first.start, end: first.title.end}
      yield {at, message: 'none', data: {start: report.words(at)}}
      return
    }
    // the author's name may stand on a line of its own
    const line = report.words(block)
    const second = /[，。；：]/.test(line) ? undefined : report.blocks[report.blocks.indexOf(block) + 1]
    const end = Math.max(second?.end ?? block.end, Math.min(first.end, first.start + 300))
    if (!BASIS.test(report.words({start: first.start, end})))
      yield {at: {start: Math.max(block.start, first.start), end: block.end}, message: 'unclear'}
  },
})
