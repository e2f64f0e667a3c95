import {touchesAny} from '../../src/draft/span.ts'
import {matchesOf} from '../../src/language/matches.ts'
import {defineRule} from '../../src/lint/rule.ts'

/** What a reader takes in at once: a sentence, or a part of it that ； ends. */
const STRETCH = /[^。！？；：\n]+/g

export default defineRule({
  id: 'long-sentence',
  group: 'language',
  severity: 'info',
  fixes: 'none',
  ground: '一般',
  what: {zh: '一句话太长，中间没有句号或分号。', en: 'A very long sentence without 。 or ；.'},
  why: {
    zh: '超过一百多字的句子，读者读到后面已忘了前面。',
    en: 'Beyond a hundred characters the reader has lost the beginning.',
  },
  how: {zh: '拆成两三句，或用分号隔开并列的部分。', en: 'Split it, or separate parallel parts by ；.'},
  messages: {
    found: {
      zh: '这句话有{length}字，中间没有句号或分号（上限{maximum}字）。',
      en: 'This sentence has {length} characters without 。 or ； (limit {maximum}).',
    },
  },
  options: {
    maximum: {
      default: 150,
      minimum: 20,
      what: {zh: '一句话最多多少字', en: 'the longest sentence, in characters'},
    },
  },
  bad: [
    {text: '⟦我局坚持每周召开例会研究部署重点工作并由办公室逐项登记⟧。', options: {maximum: 20}},
    {
      text: '问题如下：⟦部分科室对制度学习不够重视没有组织集中学习导致执行中出现偏差⟧；其他科室较好。',
      options: {maximum: 25},
    },
  ],
  good: [
    {text: '我局坚持每周召开例会；重点工作逐项登记。', options: {maximum: 20}},
    {text: '短句。', options: {maximum: 20}},
  ],
  *check(report, {maximum}) {
    for (const {kind, start, end} of report.blocks) {
      // most paragraphs are shorter as a whole
      if (kind !== 'paragraph' || end - start <= maximum) continue
      for (const {index, 0: words} of matchesOf(STRETCH, report.text.slice(start, end))) {
        const length = words.trim().length
        const at = {start: start + index, end: start + index + words.length}
        if (length > maximum && !touchesAny(report.draft.verbatim, at))
          yield {at, message: 'found', data: {length, maximum}}
      }
    }
  },
})
