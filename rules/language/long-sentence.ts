import {flatMap} from '../../src/draft/flat-map.ts'
import {type Span, touchesAny} from '../../src/draft/span.ts'
import {matchesOf} from '../../src/language/matches.ts'
import {defineRule} from '../../src/lint/rule.ts'

/** What a reader takes in at once: a sentence, or a part of it that ； ends. */
const STRETCH = /[^。！？；：\n]+/g

interface Stretch extends Span {
  /** Without the white space at its ends. */
  readonly length: number
}

type Find = (words: string) => readonly Stretch[]

/** What finds the stretches of a block that are longer than so many characters: one each, by which an editor knows what was found. */
const finders = new Map<number, Find>()

function finderOf(maximum: number): Find {
  const known = finders.get(maximum)
  if (known) return known
  // most blocks are shorter as a whole
  const find: Find = (words) => (words.length > maximum ? longerThan(maximum, words) : NONE)
  finders.set(maximum, find)
  return find
}

const NONE: readonly Stretch[] = []

const longerThan = (maximum: number, words: string): readonly Stretch[] =>
  flatMap(matchesOf(STRETCH, words), ({index, 0: stretch}): readonly Stretch[] => {
    const {length} = stretch.trim()
    return length > maximum ? [{start: index, end: index + stretch.length, length}] : NONE
  })

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
    for (const {start, end, length} of report.inBlocks(finderOf(maximum))) {
      const at = {start, end}
      if (report.blockAt(start)?.kind === 'paragraph' && !touchesAny(report.draft.verbatim, at))
        yield {at, message: 'found', data: {length, maximum}}
    }
  },
})
