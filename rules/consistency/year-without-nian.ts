import {defineRule} from '../../src/lint/rule.ts'

/** 2000度 is also an amount of electricity: 度 only before the words of a working year. */
const YEAR =
  /(?<![\d.〔［[（(])20\d{2}(?=上半年|下半年|第?[一二三四1-4]季度|度(?:工作|考核|总结|目标|计划|报告|自查|预算|决算|绩效|全[省市县区]|党))/g

export default defineRule({
  id: 'year-without-nian',
  group: 'consistency',
  severity: 'error',
  fixes: 'safe',
  ground: '规定',
  what: {zh: '年份后面漏了“年”字。', en: 'The word 年 is missing behind a year.'},
  why: {zh: '“2025上半年”应写“2025年上半年”，漏字是笔误。', en: '2025上半年 is a slip for 2025年上半年.'},
  how: {
    zh: '四位年份后面直接写上半年、下半年、季度、度的，报告并补上“年”字。',
    en: 'A year of four digits right before 上半年, 下半年, a quarter or 度. The fix adds 年.',
  },
  messages: {missing: {zh: '“{year}”后面漏了“年”字。', en: '年 is missing behind {year}.'}},
  bad: [
    {text: '⟦2025⟧上半年完成培训两次。', fixed: '2025年上半年完成培训两次。'},
    {text: '⟦2024⟧第三季度检查和⟦2024⟧度考核均已完成。', fixed: '2024年第三季度检查和2024年度考核均已完成。'},
  ],
  good: [
    {text: '2025年上半年完成培训两次，2024年度考核优秀。'},
    {text: '办公楼用电2030度，通过〔2025〕上半年第3号文件部署。'},
  ],
  *check(report) {
    for (const match of report.find(YEAR)) {
      const at = {start: match.start, end: match.end}
      yield {at, message: 'missing', data: {year: match[0]}, fix: [{at: {start: at.end, end: at.end}, text: '年'}]}
    }
  },
})
