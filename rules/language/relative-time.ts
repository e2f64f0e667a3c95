import {defineRule} from '../../src/lint/rule.ts'
import {compileEntries} from '../../src/lint/word-list.ts'

const WORD = compileEntries([
  {word: '近日', notAfter: '最|临|将'},
  {word: '日前', notAfter: '[\\d一二三四五六七八九十XxＸ×*＊_○〇号即节目假止次作当生]|\\s'},
  {word: '前不久'},
  {word: '不久前'},
  {word: '前几天'},
  {word: '前些天'},
  {word: '昨天'},
  {word: '昨日'},
  {word: '上周', notBefore: '期'},
  {word: '上星期'},
])

export default defineRule({
  id: 'relative-time',
  group: 'language',
  severity: 'info',
  fixes: 'none',
  ground: '一般',
  what: {zh: '用了“近日”“日前”一类说不清的时间。', en: 'A time such as 近日 or 日前 that nobody can date later.'},
  why: {
    zh: '报告要归档，过一年再看，就不知道是哪一天。',
    en: 'The report is filed; a year later nobody knows which day it was.',
  },
  how: {zh: '写明日期。', en: 'Give the date.'},
  messages: {
    found: {zh: '“{word}”归档后说不清是哪天，请写明日期。', en: '“{word}” cannot be dated later; give the date.'},
  },
  bad: [{text: '⟦近日⟧召开专题会议。'}, {text: '⟦日前⟧，我局组织了自查。'}],
  good: [
    {text: '6月30日前完成整改，节假日前检查一次，次日前报送。'},
    {text: '目前正在推进，项目前期工作已完成。'},
    {text: '6月3日召开专题会议。'},
  ],
  *check(report) {
    for (const match of report.find(WORD)) yield {at: match, message: 'found', data: {word: match[0]}}
  },
})
