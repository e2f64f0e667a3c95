import {PLAIN_WORD} from '../../src/draft/word/facts.ts'
import {defineRule} from '../../src/lint/rule.ts'
import type {MarkKind} from '../../src/report/marks.ts'

export default defineRule({
  id: 'mixed-numbering',
  group: 'numbering',
  severity: 'info',
  fixes: 'none',
  ground: '实务',
  what: {
    zh: '同一层序号有的是 Word 自动编号，有的是手打的。',
    en: 'Numbers of one level are partly computed by Word, partly typed.',
  },
  why: {
    zh: '增删一条以后，自动的会变，手打的不变，序号就乱了；转发、复制时自动编号还可能丢失。',
    en: 'When an item is added or removed, the computed numbers change and the typed ones don’t; copying may lose the computed ones.',
  },
  how: {
    zh: '同一层统一用一种。比较少的那一种会被提示，每一组提示一处；表格里的不算。',
    en: 'Use one way for one level. The rarer way is reported, once a list; tables do not count.',
  },
  messages: {
    typed: {
      zh: '这一层多数是自动编号，这里的“{mark}”等 {n} 处是手打的，请统一。',
      en: 'Most numbers of this level are computed; “{mark}” (and {n} in all) is typed.',
    },
    computed: {
      zh: '这一层多数是手打的序号，这里的“{mark}”等 {n} 处是自动编号，请统一。',
      en: 'Most numbers of this level are typed; “{mark}” (and {n} in all) is computed by Word.',
    },
  },
  bad: [
    {
      text: '一、工作情况\n二、存在问题\n⟦三、⟧整改措施',
      facts: {
        blocks: [
          {kind: 'paragraph', start: 0, end: 6, generated: {start: 0, end: 2}},
          {kind: 'paragraph', start: 7, end: 13, generated: {start: 7, end: 9}},
          {kind: 'paragraph', start: 14, end: 20},
        ],
        word: PLAIN_WORD,
      },
    },
    {
      text: '1.学习不深。\n2.落实不严。\n⟦3.⟧作风不实。',
      facts: {
        blocks: [
          {kind: 'paragraph', start: 0, end: 7},
          {kind: 'paragraph', start: 8, end: 15},
          {kind: 'paragraph', start: 16, end: 23, generated: {start: 16, end: 18}},
        ],
        word: PLAIN_WORD,
      },
    },
  ],
  good: [
    {
      text: '一、工作情况\n二、存在问题\n1.学习不深。',
      facts: {
        blocks: [
          {kind: 'paragraph', start: 0, end: 6, generated: {start: 0, end: 2}},
          {kind: 'paragraph', start: 7, end: 13, generated: {start: 7, end: 9}},
          {kind: 'paragraph', start: 14, end: 21},
        ],
        word: PLAIN_WORD,
      },
    },
    {text: '一、工作情况\n二、存在问题', facts: {word: PLAIN_WORD}},
  ],
  *check(report) {
    const {blocks, series} = report
    if (!blocks.some(({generated}) => generated)) return
    const isComputed = (start: number): boolean => report.blockAt(start)?.generated?.start === start
    const byKind = new Map<MarkKind, {computed: number; typed: number}>()
    // marks inside a paragraph cannot be computed, and say nothing about how its level is written
    const listed = series.map(({kind, members}) => ({
      kind,
      members: members.filter(({piece}) => piece.opensBlock && piece.block.kind !== 'cell'),
    }))
    for (const {kind, members} of listed) {
      const count = byKind.get(kind) ?? {computed: 0, typed: 0}
      byKind.set(kind, count)
      for (const {mark} of members) count[isComputed(mark.start) ? 'computed' : 'typed']++
    }
    for (const {kind, members} of listed) {
      const {computed = 0, typed = 0} = byKind.get(kind) ?? {}
      if (!computed || !typed) continue
      const rarer = computed > typed ? 'typed' : 'computed'
      const odd = members.filter(({mark}) => isComputed(mark.start) === (rarer === 'computed'))
      const [first] = odd
      if (first)
        yield {
          at: {start: first.mark.start, end: first.mark.end},
          message: rarer,
          data: {mark: report.words(first.mark), n: odd.length},
        }
    }
  },
})
