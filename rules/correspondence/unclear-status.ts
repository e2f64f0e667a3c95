import type {Span} from '../../src/draft/span.ts'
import {namesFact} from '../../src/language/vague.ts'
import {defineRule} from '../../src/lint/rule.ts'
import type {Measure} from '../../src/report/items.ts'
import type {Report} from '../../src/report/report.ts'

/** The statuses an item can have, as ledgers name them. They exclude each other for one item. */
const DONE =
  /(?:已|已经|均已|现已|全部)(?:整改)?(?:全部)?(?:完成(?:整改)?|整改(?:完成|完毕|到位)|销号|办结)(?!\d|率|的\d)|整改(?:已)?完成(?![率的前时])/
const GOING_ON =
  /(?:正在|正积极|仍在|尚在|目前在)(?:积极|抓紧|有序|持续)?(?:整改|推进|办理|落实|协调|实施)(?:中)?|尚未(?:完成|整改到位)|整改中/
const LASTING = /长期坚持|持续(?:推进|整改|坚持)/

/** Both may be true of parts: 3家中2家已完成，其余正在推进. */
const PARTS = /其中|其余|余下|剩余|另|\d+(?:个|家|处|项|条|户|台|人|份|名|件)|一部分|部分|第二步|第一步|前期|一期|二期/

const GENRES: ReadonlySet<string> = new Set([
  'inspection-rectification',
  'audit-rectification',
  'democratic-life-meeting',
])

const find = (report: Report, item: Span, pattern: RegExp): Span | undefined => {
  const match = pattern.exec(report.words(item))
  return match ? {start: item.start + match.index, end: item.start + match.index + match[0].length} : undefined
}

/** What shows that something was done, apart from the word itself: a figure, a date, a document, a thing that exists. */
const EVIDENCE =
  /制定|印发|出台|修订|更换|安装|配备|补(?:办|签|齐|录|缴)|退(?:回|还|缴)|收回|清理|拆除|建立|签订|培训|约谈|问责|处分|公示|验收|购置|调整|搬/

const isProved = (words: string): boolean => namesFact(words) || EVIDENCE.test(words)

const isOwned = ({owner, deadline}: Measure): boolean => owner !== undefined || deadline !== undefined

export default defineRule({
  id: 'unclear-status',
  group: 'correspondence',
  severity: 'error',
  fixes: 'none',
  ground: '一般',
  what: {
    zh: '整改状态自相矛盾，或者只写状态没有依据。',
    en: 'The status of a rectification contradicts itself, or stands without evidence.',
  },
  why: {
    zh: '“已完成，正在推进”说不清到底改没改；只写“已完成”拿不出依据，就是纸上整改。',
    en: '“Done, and in progress” leaves open whether it was done; “done” without evidence is rectification on paper.',
  },
  how: {
    zh: '逐条看状态用语：同一条里既写已完成、又写正在推进的，按错误报告（分成几部分说明的不报）。整改情况报告中，只写“已完成”而没有数字、日期、文件和具体做法的，或只写“正在推进”而没有责任人和时限的，作提醒。长期坚持的不报。',
    en: 'Each item’s words of status are read. Done and in progress in one item is an error, unless it speaks of several parts. In rectification reports “done” without a figure, date, document or deed, and “in progress” without owner and deadline, are warnings. Lasting matters are left alone.',
  },
  messages: {
    both: {
      zh: '同一条里既写“{done}”，又写“{going}”，请核对整改到底完成没有。',
      en: 'One item says both “{done}” and “{going}”: is it done or not?',
    },
    unproved: {
      zh: '只写了“{done}”，没有写做了什么、结果怎样，请补上日期、数字或文件。',
      en: 'It only says “{done}”. Add what was done, with a date, a figure or a document.',
    },
    open: {
      zh: '只写了“{going}”，没有写责任人和完成时限，请补上。',
      en: 'It only says “{going}”. Add who is responsible and until when.',
    },
  },
  bad: [
    {text: '一、存在的问题\n1.消防泵不能启动。\n二、整改措施\n1.消防泵⟦已完成整改，目前正在推进⟧。'},
    {
      text: '县供销社巡察反馈问题整改情况报告\n一、反馈问题整改落实情况\n1.接待费超标问题。整改情况：⟦已完成整改⟧。\n2.门面出租没有公示。整改情况：⟦正在推进⟧，将加大力度。',
    },
  ],
  good: [
    {
      text: '一、存在的问题\n1.消防泵不能启动。\n二、整改措施\n1.3台消防泵中2台已完成整改，其余1台正在推进，6月底前完成。',
    },
    {
      text: '县供销社巡察反馈问题整改情况报告\n一、反馈问题整改落实情况\n1.接待费超标问题。整改情况：已完成整改，5月8日退回2000元。\n2.门面出租没有公示。整改情况：正在推进，由资产科6月底前公示。\n3.值班脱岗问题。整改情况：长期坚持，正在推进。',
    },
  ],
  *check(report) {
    const isStatusReport = GENRES.has(report.genre.id)
    for (const measure of report.measures) {
      const words = report.words(measure)
      if (LASTING.test(words)) continue
      const done = find(report, measure, DONE)
      const going = find(report, measure, GOING_ON)
      if (done && going) {
        if (PARTS.test(words)) continue
        const at = {start: Math.min(done.start, going.start), end: Math.max(done.end, going.end)}
        yield {at, message: 'both', data: {done: report.words(done), going: report.words(going)}}
      } else if (!isStatusReport) {
        // a plan has no status to prove
      } else if (done && !isProved(words))
        yield {at: done, message: 'unproved', severity: 'warning', data: {done: report.words(done)}}
      else if (going && !isOwned(measure))
        yield {at: going, message: 'open', severity: 'warning', data: {going: report.words(going)}}
    }
  },
})
