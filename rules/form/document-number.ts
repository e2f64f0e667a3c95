import {defineRule} from '../../src/lint/rule.ts'

/** 县政发〔2025〕8号, with any kind of brackets, with 第 or leading zeros. */
const NUMBER = /([[［【(（〔])(?<=[一-鿿].)((?:19|20)\d{2})([\]］】)）〕])(第?)(0*)(\d{1,4})号/g

export default defineRule({
  id: 'document-number',
  group: 'form',
  severity: 'warning',
  fixes: 'safe',
  ground: '规定',
  what: {zh: '发文字号的写法不合规定。', en: 'A document number in the wrong form.'},
  why: {
    zh: '《党政机关公文格式》（GB/T 9704）7.2.5：年份用六角括号“〔〕”括入，顺序号不加“第”字，不编虚位。',
    en: 'GB/T 9704 7.2.5: the year stands in 〔〕; no 第, no leading zeros.',
  },
  how: {zh: '写成“县政发〔2025〕8号”的样子。', en: 'Write it like 县政发〔2025〕8号.'},
  messages: {found: {zh: '发文字号应写作“{right}”。', en: 'Write the document number as “{right}”.'}},
  bad: [
    {text: '根据县政发⟦[2025]第08号⟧文件要求。', fixed: '根据县政发〔2025〕8号文件要求。'},
    {text: '《关于开展自查的通知》（县安委发⟦（2025）6号⟧）', fixed: '《关于开展自查的通知》（县安委发〔2025〕6号）'},
  ],
  good: [
    {text: '根据县政发〔2025〕8号文件要求。'},
    {text: '第12号提案（2025）已办结。'},
    {text: '培训班（2025）共6期。'},
    {text: '案号：（2025）某01民初6号'},
  ],
  *check(report) {
    for (const match of report.find(NUMBER)) {
      const [words, , year, , , , number] = match
      const right = `〔${year}〕${number}号`
      if (words === right) continue
      yield {at: match, message: 'found', data: {right}, fix: [{at: match, text: right}]}
    }
  },
})
