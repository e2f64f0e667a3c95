import {defineRule} from '../../src/lint/rule.ts'

const BASIS =
  /根据|按照|依据|遵照|按|为(?:了|深入|进一步|全面|切实|贯彻|落实|做好|加强)|现将|接到|收到|要求|部署|安排|通知|(?:报告|汇报|自查|情况)如下/

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
  ],
  *check(report) {
    const {frame, sections} = report
    if (!frame.title && !frame.addressee) return
    const first = sections.find(({start}) => start >= frame.body.start)
    const block = first && report.blockAt(first.start)
    if (!first || !block) return
    if (first.role !== 'lead' && first.title) {
      const at = {start: first.start, end: first.title.end}
      yield {at, message: 'none', data: {start: report.words(at)}}
      return
    }
    if (
      !BASIS.test(report.words({start: first.start, end: Math.max(block.end, Math.min(first.end, first.start + 300))}))
    )
      yield {at: {start: Math.max(block.start, first.start), end: block.end}, message: 'unclear'}
  },
})
