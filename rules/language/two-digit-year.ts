import {defineRule} from '../../src/lint/rule.ts'

const YEAR =
  /(?<![\d第近来续超满达余共约—～至~.个每])([1-3]\d)年(?=底|年初|初(?![心衷中级步])|末|[上下]半年|[1-9]\d?月|第[一二三四]季度)/g

export default defineRule({
  id: 'two-digit-year',
  group: 'language',
  severity: 'warning',
  fixes: 'suggestion',
  ground: '规定',
  what: {zh: '年份只写了后两位。', en: 'A year cut to two digits.'},
  why: {
    zh: '《出版物上数字用法》（GB/T 15835）规定年份一般不简写；“25年”也可读作二十五年。',
    en: 'GB/T 15835: years are written in full; “25年” can also mean twenty-five years.',
  },
  how: {zh: '写全四位年份。', en: 'Write all four digits.'},
  messages: {
    found: {zh: '年份应写全四位，如“20{year}年”。', en: 'Write the year in full, such as 20{year}年.'},
    full: {zh: '改为“20{year}年”', en: 'Change to 20{year}年'},
  },
  bad: [{text: '⟦25年⟧底前完成改造。'}, {text: '自⟦24年⟧3月起实行登记制度。'}],
  good: [
    {text: '连续16年底线不破。'},
    {text: '从业20年初心不改。'},
    {text: '2025年底前完成。'},
    {text: '工作满12年以上的人员。'},
  ],
  *check(report) {
    for (const match of report.find(YEAR)) {
      const year = match[1] as string
      const at = {start: match.start, end: match.start}
      yield {
        at: match,
        message: 'found',
        data: {year},
        suggestions: [{message: 'full', data: {year}, edits: [{at, text: '20'}]}],
      }
    }
  },
})
