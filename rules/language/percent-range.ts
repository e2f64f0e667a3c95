import {defineRule} from '../../src/lint/rule.ts'

const RANGE = /(?<![\d.\-/年第])(\d{1,3}(?:\.\d{1,2})?)(?:——|[—~～–至-])\d{1,3}(?:\.\d{1,2})?[%％]/g

export default defineRule({
  id: 'percent-range',
  group: 'language',
  severity: 'warning',
  fixes: 'safe',
  ground: '规定',
  what: {zh: '百分数的范围，前一个数漏了百分号。', en: 'A range of percentages whose first number lacks its sign.'},
  why: {
    zh: '《出版物上数字用法》（GB/T 15835）规定：用百分数表示范围时，前后两个数都要带百分号，否则“4—5%”可读作“4到0.05”。',
    en: 'GB/T 15835: both ends of a range take the sign; “4—5%” could be read as “4 to 0.05”.',
  },
  how: {zh: '给前一个数补上百分号。', en: 'Add the sign to the first number.'},
  messages: {found: {zh: '“{range}”前一个数漏了百分号。', en: 'The first number of “{range}” lacks its percent sign.'}},
  bad: [
    {text: '损耗率控制在⟦4.5—5%⟧以内。', fixed: '损耗率控制在4.5%—5%以内。'},
    {text: '覆盖率为⟦60～70%⟧。', fixed: '覆盖率为60%～70%。'},
  ],
  good: [{text: '损耗率控制在4.5%—5%。'}, {text: '2024-2025年增长5%。'}, {text: '得分为80—90分，占5%。'}],
  *check(report) {
    for (const match of report.find(RANGE)) {
      const at = match.start + (match[1] as string).length
      yield {at: match, message: 'found', data: {range: match[0]}, fix: [{at: {start: at, end: at}, text: '%'}]}
    }
  },
})
