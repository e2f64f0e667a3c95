import {contains} from '../../src/draft/span.ts'
import {defineRule} from '../../src/lint/rule.ts'
import type {DateMention} from '../../src/report/dates.ts'
import type {Report} from '../../src/report/report.ts'

const arabic = ({year, month, day}: DateMention): string =>
  `${year ?? ''}${year ? '年' : ''}${month ?? ''}${month ? '月' : ''}${day ?? ''}${day ? '日' : ''}`

/** GB/T 9704 binds organs of party and state; a firm may sign by the older form. */
const FIRM = /公司|集团|[工总分]厂|合作社|事务所|商会|协会/

/** 二〇二五年六月三日 under a firm's own report. */
const isSignedByFirm = ({frame, text}: Report, date: DateMention): boolean =>
  date.form === 'chinese' &&
  frame.date !== undefined &&
  contains(frame.date, date) &&
  [frame.signature, frame.title].some((span) => span && FIRM.test(text.slice(span.start, span.end)))

export default defineRule({
  id: 'date-form',
  group: 'form',
  severity: 'warning',
  fixes: 'safe',
  ground: '规定',
  what: {zh: '日期用了汉字数字，或用点、横线分隔。', en: 'A date in Chinese numerals, or with dots or dashes.'},
  why: {
    zh: '《党政机关公文格式》（GB/T 9704）7.3.5.4：成文日期用阿拉伯数字将年、月、日标全，年份标全称，月、日不编虚位。',
    en: 'GB/T 9704 7.3.5.4: dates are written in Arabic numerals with 年, 月 and 日.',
  },
  how: {
    zh: '写成“2025年6月3日”的样子。公司等单位落款用汉字数字的，只作为提示。',
    en: 'Write it like 2025年6月3日. A firm that signs in Chinese numerals gets no more than a hint.',
  },
  messages: {found: {zh: '日期“{words}”应写作“{right}”。', en: 'Write the date “{words}” as “{right}”.'}},
  bad: [
    {text: '青禾镇人民政府\n⟦二〇二五年六月三日⟧', fixed: '青禾镇人民政府\n2025年6月3日'},
    {text: '⟦2025.6.3⟧召开专题会议。', fixed: '2025年6月3日召开专题会议。'},
  ],
  good: [
    {text: '青禾镇人民政府\n2025年6月3日'},
    {text: '根据《关于二〇二五年六月三日会议的通知》要求。'},
    {text: '版本号2.6.3，地址10.6.3.1。'},
    {text: '| 问题 | 期限 |\n| --- | --- |\n| 门锁坏了 | 2025-06-03 |', file: 'md'},
  ],
  *check(report) {
    for (const date of report.dates) {
      if (date.form === 'arabic' || date.inName || !date.year || !date.month || !date.day) continue
      // GB/T 7408 in a table's column: 2025-06-03
      if (report.words(date).includes('-') && report.blockAt(date.start)?.kind === 'cell') continue
      const right = arabic(date)
      yield {
        at: date,
        message: 'found',
        data: {words: report.words(date), right},
        fix: [{at: date, text: right}],
        ...(isSignedByFirm(report, date) ? {severity: 'info' as const} : {}),
      }
    }
  },
})
