import {defineRule} from '../../src/lint/rule.ts'
import {findAnnexes} from '../../src/report/annexes.ts'

export default defineRule({
  id: 'attachment-form',
  group: 'form',
  severity: 'warning',
  fixes: 'safe',
  ground: '规定',
  what: {
    zh: '附件名称后面用了标点，或“附件”后用了半角冒号。',
    en: 'Punctuation behind an annex’s name, or a half-width colon behind 附件.',
  },
  why: {
    zh: '《党政机关公文格式》（GB/T 9704）7.3.4：“附件”后标全角冒号，附件名称后不加标点符号。',
    en: 'GB/T 9704 7.3.4: a full-width colon behind 附件, no mark behind an annex’s name.',
  },
  how: {zh: '删去名称后的标点，冒号用全角。', en: 'Delete the mark; use the full-width colon.'},
  messages: {
    mark: {zh: '附件名称后不加标点，请删去“{mark}”。', en: 'No mark stands behind an annex’s name: delete “{mark}”.'},
    colon: {zh: '“附件”后应为全角冒号。', en: 'Use a full-width colon behind 附件.'},
  },
  bad: [
    {text: '特此报告。\n附件：1.问题清单⟦；⟧\n2.整改台账⟦。⟧', fixed: '特此报告。\n附件：1.问题清单\n2.整改台账'},
    {text: '特此报告。\n附件⟦:⟧问题清单', fixed: '特此报告。\n附件：问题清单'},
  ],
  good: [{text: '特此报告。\n附件：1.问题清单\n2.整改台账'}, {text: '附件材料齐全，装订成册。'}, {text: '详见附件。'}],
  *check(report) {
    for (const {start, end} of findAnnexes(report)) {
      const words = report.text.slice(start, end)
      const mark = /[；。，;,.]$/.exec(words)?.[0]
      const colon = /^附\s?件[\s\d]*:/.exec(words)?.[0]
      const at = {start: end - 1, end}
      if (colon) {
        const place = {start: start + colon.length - 1, end: start + colon.length}
        yield {at: place, message: 'colon', fix: [{at: place, text: '：'}]}
      }
      if (mark) yield {at, message: 'mark', data: {mark}, fix: [{at, text: ''}]}
    }
  },
})
