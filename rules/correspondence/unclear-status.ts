import type {Span} from '../../src/draft/span.ts'
import {namesFact} from '../../src/language/vague.ts'
import {defineRule} from '../../src/lint/rule.ts'
import type {Measure} from '../../src/report/items.ts'
import type {Report} from '../../src/report/report.ts'
import type {Section} from '../../src/report/sections.ts'

/** The statuses an item can have, as ledgers name them. They exclude each other for one item; 已销号的问题 names problems. */
const DONE =
  /(?:已|已经|均已|现已|全部)(?:整改)?(?:全部)?(?:完成(?:整改)?|整改(?:完成|完毕|到位)|销号|办结)(?!\d|率|的|整改)|整改(?:已)?完成(?![率的前时])/
const GOING_ON =
  /(?:正在|正积极|仍在|尚在|目前在)(?:积极|抓紧|有序|持续)?(?:整改|推进|办理|落实|协调|实施)(?!中?的)(?:中)?|尚未(?:完成|整改到位)(?!的)|(?<!在[^，。；]{0,6})整改中(?=[，。；、）)】]|$)/
const LASTING = /长期坚持|持续(?:推进|整改|坚持)/

/** Both may be true of parts: 3家中2家已完成，其余正在推进. */
const PARTS = /其中|其余|余下|剩余|另|\d+(?:个|家|处|项|条|户|台|人|份|名|件)|一部分|部分|第二步|第一步|前期|一期|二期/

/** A status that stands apart speaks of the whole: that of its own column, 【已完成整改】 in front. */
const STAMP = /^[【（(［[]\s?(?:已|已经)?(?:全部)?(?:完成(?:整改)?|整改(?:完成|到位)|销号|办结)\s?[】）)］\]]/
/** Told of the present, and of no thing that is merely so: not 对尚未办证的12户. */
const STILL_OPEN =
  /(?:目前|至今)?(?<!(?:当时|此前|原先|检查时)[^，。；]{0,6})(?:尚未|仍未|还未|仍在|还在)[^，。；：的]{1,14}(?=[，。；）]|$)/

const GENRES: ReadonlySet<string> = new Set([
  'inspection-rectification',
  'audit-rectification',
  'democratic-life-meeting',
])

const find = (report: Report, item: Span, pattern: RegExp): Span | undefined => {
  const match = pattern.exec(report.words(item))
  return match ? {start: item.start + match.index, end: item.start + match.index + match[0].length} : undefined
}

/** What a status is told of: a measure, or all measures of one problem with the status that stands beside them. */
interface Matter {
  readonly measures: readonly Measure[]
  /** Where its status is told. */
  readonly at: Span
}

function mattersOf({measures}: Report): Matter[] {
  const matters = new Map<number, {readonly measures: Measure[]; readonly at: Span}>()
  for (const measure of measures) {
    const {status, start, end} = measure
    const at = status && (status.start >= end || status.end <= start) ? status : measure
    const known = matters.get(at.start)
    if (known) known.measures.push(measure)
    else matters.set(at.start, {measures: [measure], at})
  }
  return [...matters.values()]
}

/** What a status of its own says is done, and the measure beside it is not. */
function openThough({measures, at}: Matter, report: Report): Span | undefined {
  for (const measure of measures) {
    const isApart = at !== measure
    if (!isApart && !STAMP.test(report.words(measure))) continue
    const open = find(report, measure, STILL_OPEN)
    if (open) return open
  }
  return undefined
}

/** What shows that something was done, apart from the word itself: a figure, a date, a document, a thing that exists. */
const EVIDENCE =
  /制定|印发|出台|修订|更换|安装|配备|补(?:办|签|齐|录|缴|做|报|交|订|登)|退(?:回|还|缴)|收回|清理|拆除|建立|签订|培训|约谈|批评教育|问责|处分|公示|验收|购置|调整|搬/

const isProved = (words: string): boolean => namesFact(words) || EVIDENCE.test(words)

const OWNED = /\d[月日]|[年月]底|年内|责任|负责|牵头/

/** A part of its own tells who closes what is still open, and when. */
const REMAINING = /(?:正在|仍在|尚未|仍未|还未|未)(?:完成|整改|落实|解决|销号|办结)/

function isOwned(report: Report, {measures, at}: Matter): boolean {
  // a lasting matter has no end to name
  if (measures.some((measure) => LASTING.test(report.words(measure)))) return true
  const told = ({title, start}: Section): boolean =>
    title !== undefined && start > at.end && REMAINING.test(report.words(title))
  return (
    measures.some(({owner, deadline}) => owner !== undefined || deadline !== undefined) ||
    OWNED.test(report.words(at)) ||
    report.sections.some(told)
  )
}

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
    zh: '逐条看状态用语，单列的“整改状态”“完成情况”也看：同一条里既写已完成、又写正在推进的，按错误报告（分成几部分说明的不报，“已销号的问题”一类说法不算状态）。整改情况报告中，只写“已完成”而没有数字、日期、文件和具体做法的，或只写“正在推进”而没有责任人和时限、后文也没有专门交代未完成事项的，作提醒。长期坚持的不报。',
    en: 'Each item’s words of status are read, those behind a label of their own too. Done and in progress in one item is an error, unless it speaks of several parts. In rectification reports “done” without a figure, date, document or deed, and “in progress” without owner and deadline, where no later part is about what is still open, are warnings. Lasting matters are left alone.',
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
    {
      text: '一、问题清单\n\n| 问题 | 整改措施 | 整改状态 |\n| --- | --- | --- |\n| 多头检查 | 合并检查；平台⟦目前尚未接通⟧ | 已完成 |\n| 门锁坏了2把 | 5月8日更换 | 已完成 |',
      file: 'md',
    },
    {text: '一、存在的问题\n1.消防泵不能启动。\n二、整改措施\n1.消防泵⟦已完成整改，目前正在推进⟧。'},
    {
      text: '县供销社巡察反馈问题整改情况报告\n一、反馈问题整改落实情况\n1.接待费超标问题。整改情况：⟦已完成整改⟧。\n2.门面出租没有公示。整改情况：⟦正在推进⟧，将加大力度。',
    },
    {
      text: '县供销社巡察反馈问题整改情况报告\n一、反馈问题整改落实情况\n1.接待费超标问题。\n整改措施：退回接待费2000元。\n整改状态：⟦已完成，目前正在推进⟧。',
    },
  ],
  good: [
    {
      text: '一、问题清单\n\n| 问题 | 整改措施 | 整改状态 |\n| --- | --- | --- |\n| 12户没有办证 | 对尚未办证的12户逐户上门，5月底前办完 | 已完成 |\n| 门锁坏了2把 | 5月8日更换 | 已完成 |',
      file: 'md',
    },
    {
      text: '一、存在的问题\n1.消防泵不能启动。\n二、整改措施\n1.3台消防泵中2台已完成整改，其余1台正在推进，6月底前完成。',
    },
    {
      text: '县供销社巡察反馈问题整改情况报告\n一、反馈问题整改落实情况\n1.接待费超标问题。整改情况：已完成整改，5月8日退回2000元。\n2.门面出租没有公示。整改情况：正在推进，由资产科6月底前公示。\n3.值班脱岗问题。整改情况：长期坚持，正在推进。',
    },
    {
      text: '县供销社巡察反馈问题整改情况报告\n一、反馈问题整改落实情况\n1.门面出租没有公示。整改情况：公示门面12间，其余2间正在推进。\n2.仓库漏雨。整改情况：正在办理招标。\n二、尚未完成的事项\n仓库维修由资产科负责，6月底前完成。\n三、下一步打算\n1.对1个正在推进的问题每周调度，对已销号的问题组织回头看。\n2.把整改中形成的制度编成一册。',
    },
    {
      text: '县供销社巡察反馈问题整改情况报告\n一、反馈问题整改落实情况\n1.接待费超标问题。整改情况：5月8日退回2000元。\n二、下一步打算\n1.对正在推进的事项实行调度，完成一个、销号一个。\n2.把整改中形成的制度汇编成册。',
    },
  ],
  *check(report) {
    const isStatusReport = GENRES.has(report.genre.id)
    for (const matter of mattersOf(report)) {
      const words = report.words(matter.at)
      if (LASTING.test(words)) continue
      const done = find(report, matter.at, DONE)
      const going = find(report, matter.at, GOING_ON)
      const open = done && !going ? openThough(matter, report) : undefined
      if (done && open) yield {at: open, message: 'both', data: {done: report.words(done), going: report.words(open)}}
      else if (done && going) {
        if (PARTS.test(words)) continue
        const at = {start: Math.min(done.start, going.start), end: Math.max(done.end, going.end)}
        yield {at, message: 'both', data: {done: report.words(done), going: report.words(going)}}
      } else if (!isStatusReport) {
        // a plan has no status to prove
      } else if (done && !isProved(words) && !matter.measures.some((measure) => isProved(report.words(measure))))
        yield {at: done, message: 'unproved', severity: 'warning', data: {done: report.words(done)}}
      else if (going && !isOwned(report, matter))
        yield {at: going, message: 'open', severity: 'warning', data: {going: report.words(going)}}
    }
  },
})
