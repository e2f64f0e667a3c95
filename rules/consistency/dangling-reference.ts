import {parseNumeral} from '../../src/language/numerals.ts'
import {defineRule, type Finding} from '../../src/lint/rule.ts'
import {findAnnexes} from '../../src/report/annexes.ts'
import type {Report} from '../../src/report/report.ts'

const MENTION = /(?:详见|参见|见|附)(?:本报告)?(附件|附表)\s?(\d{1,2}|[一二三四五六七八九十])?(?![\d—-])/g
/** 附件1、附件2、附件3; 附件1、2 at the end of its clause. */
const NEXT = /[、和及与]\s?(?:(附件|附表)\s?(\d{1,2})(?![\d—-])|(\d{1,2})(?=[，。；）)]))/y

const CAPTION = /^[（(【《*\s]{0,3}表\s?(\d{1,2}|[一二三四五六七八九十])(?![\d.—-])/
/** 见表3; 见附表3 and 见通知表3 are tables of other papers. */
const TABLE_MENTION = /(?:详见|参见|另见|见|如)(表\s?(\d{1,2}|[一二三四五六七八九十]))(?![\d.—–~～-])/g

/** 见表3 where the captions go from 表1 to 表2 only. */
function* absentTables(report: Report): Generator<Finding<'table'>> {
  if (!report.text.includes('见表') && !report.text.includes('如表')) return
  const mentions = [...report.find(TABLE_MENTION)]
  const captions = report.blocks.flatMap(
    ({start}) => parseNumeral(CAPTION.exec(report.text.slice(start, start + 12))?.[1] ?? '') ?? [],
  )
  // the tables may stand in another paper
  if (!captions.includes(1)) return
  const highest = Math.max(...captions)
  for (const {1: words = '', 2: number = '', end} of mentions)
    if ((parseNumeral(number) ?? 0) > highest)
      yield {at: {start: end - words.length, end}, message: 'table', data: {words, highest}}
}

export default defineRule({
  id: 'dangling-reference',
  group: 'consistency',
  severity: 'error',
  fixes: 'none',
  ground: '规定',
  what: {
    zh: '文中说“见附件”“见表3”，却没有这个附件或表。',
    en: 'The text refers to an annex or table that is not there.',
  },
  why: {
    zh: '《党政机关公文格式》（GB/T 9704）7.3.4：有附件的，在正文之后标明附件的顺序号和名称。读者找不到附件，就不知道是漏附还是误写。',
    en: 'GB/T 9704 7.3.4: annexes are listed behind the text. A reader who finds none cannot tell whether it was forgotten.',
  },
  how: {
    zh: '在正文之后补上“附件：1.……”，或删去这处说明；表的序号只到2，却说“见表3”的，补上表或改正序号。',
    en: 'List it behind the text (附件：1.…), or delete the reference. A table whose number is higher than that of all captions is reported too.',
  },
  messages: {
    table: {
      zh: '文中提到“{words}”，各表的序号只到{highest}。',
      en: 'The text mentions “{words}”, but the tables are numbered up to {highest}.',
    },
    absent: {zh: '文中提到“{words}”，文后没有列出附件。', en: 'The text mentions “{words}”, but no annex is listed.'},
    number: {
      zh: '文中提到“{words}”，文后只列了{count}个附件。',
      en: 'The text mentions “{words}”, but only {count} are listed.',
    },
  },
  bad: [
    {text: '车辆情况见表1，油耗见⟦表3⟧。\n表1 车辆登记\n表2 驾驶员'},
    {text: '一、存在的问题\n病历收费不符，⟦详见附件2⟧。\n二、整改措施\n逐条整改。'},
    {text: '一、存在的问题\n明细⟦见附件3⟧。\n特此报告。\n附件：1.问题清单\n2.整改台账'},
    {text: '一、存在的问题\n明细见附件1、附件2、⟦附件3⟧。\n特此报告。\n附件：1.问题清单\n2.整改台账'},
    {text: '一、存在的问题\n明细见附件1和⟦2⟧。\n特此报告。\n附件：1.问题清单'},
  ],
  good: [
    {text: '车辆情况见表1，驾驶员如表2所示。\n表1 车辆登记\n表2 驾驶员'},
    {text: '油耗见表3，历年数据见通知表5。\n表2 驾驶员\n填报口径见表7—9。'},
    {text: '车辆情况见表1，分项见附件表4、附表5。\n表1：车辆登记\n附件：车辆清单'},
    {text: '一、存在的问题\n明细见附件2。\n特此报告。\n附件：1.问题清单\n2.整改台账'},
    {text: '明细见附件。\n附件：问题清单'},
    {text: '明细见附件1、附件2。\n附件：1.问题清单\n2.整改台账'},
    {text: '明细见附件1、2025年台账和5张照片，附件1、3户的签字另存。\n附件：1.问题清单'},
    {text: '通知要求“详见附件1”逐项对照。'},
    {text: '上传邮件时附件大小不超过10兆。'},
  ],
  *check(report) {
    yield* absentTables(report)
    const annexes = findAnnexes(report)
    const highest = Math.max(annexes.length, ...annexes.map(({number}) => number ?? 1))
    for (const match of report.find(MENTION)) {
      const block = report.blockAt(match.start)
      if (!block || isQuoted(report.text.slice(block.start, match.start))) continue
      if (annexes.some(({start, end}) => match.start >= start && match.start < end)) continue
      const mentions = [
        {start: match.start, end: match.end, number: parseNumeral(match[2] ?? '') ?? 1},
        ...(match[2] ? mentionsBehind(report.text, match.end) : []),
      ]
      for (const {number, ...at} of annexes.length ? mentions : mentions.slice(0, 1)) {
        const words = report.words(at)
        if (!annexes.length) yield {at, message: 'absent', data: {words}}
        else if (number > highest) yield {at, message: 'number', data: {words, count: annexes.length}}
      }
    }
  },
})

/** The other annexes that a mention names. */
function mentionsBehind(text: string, from: number): {start: number; end: number; number: number}[] {
  const found: {start: number; end: number; number: number}[] = []
  NEXT.lastIndex = from
  for (let match = NEXT.exec(text); match; match = NEXT.exec(text)) {
    const [words, , named, bare] = match
    const mark = /^[、和及与]\s?/.exec(words)?.[0].length ?? 0
    found.push({start: match.index + mark, end: NEXT.lastIndex, number: Number(named ?? bare)})
  }
  return found
}

/** Whether an opened quotation or title is still open at the end of these words. */
const isQuoted = (before: string): boolean =>
  before.lastIndexOf('“') > before.lastIndexOf('”') || before.lastIndexOf('《') > before.lastIndexOf('》')
