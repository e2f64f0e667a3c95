import {CLICHES} from '../../src/language/cliches.ts'
import {needing, needsOfWords} from '../../src/language/needs.ts'
import {defineRule} from '../../src/lint/rule.ts'

const CLICHE = needing(new RegExp(CLICHES.join('|'), 'g'), needsOfWords(CLICHES))

export default defineRule({
  id: 'cliche-density',
  group: 'language',
  severity: 'info',
  fixes: 'none',
  ground: '实务',
  what: {zh: '套话太密（一份报告只提示一次）。', en: 'Too many stock phrases (one message a report).'},
  why: {
    zh: '“进一步”“切实”“不断”堆得越多，读者越找不到做了什么、要做什么。',
    en: 'The more 进一步, 切实 and 不断, the harder it is to find what was done and what will be.',
  },
  how: {
    zh: '删去套话，换成数字、时间、责任人和具体做法。',
    en: 'Cut them; give figures, dates, owners and concrete steps instead.',
  },
  messages: {
    found: {
      zh: '全文套话{count}处，平均每万字{density}处（上限{limit}处）；最多的是{words}。',
      en: '{count} stock phrases, {density} in ten thousand characters (limit {limit}); most often {words}.',
    },
  },
  options: {
    limit: {default: 220, minimum: 1, what: {zh: '每万字最多多少处', en: 'how many in ten thousand characters'}},
    shortest: {
      default: 600,
      minimum: 0,
      what: {zh: '少于这个字数的报告不检查', en: 'reports shorter than this are not judged'},
    },
  },
  bad: [
    {text: '⟦进一步⟧提高认识，切实加强领导，不断强化措施。', options: {shortest: 10}},
    {text: '坚持⟦认真⟧学习，积极整改，扎实推进，稳步提升。', options: {shortest: 10, limit: 500}},
  ],
  good: [
    {text: '进一步提高认识，切实加强领导，不断强化措施。'},
    {
      text: '7月15日前由办公室完成台账补录32份，逐份核对签字，进一步压缩办理时间。',
      options: {shortest: 10, limit: 500},
    },
  ],
  *check(report, {limit, shortest}) {
    const length = report.blocks.reduce((sum, {start, end}) => sum + end - start, 0)
    if (length < shortest) return
    const found = [...report.find(CLICHE)]
    const density = Math.round((10_000 * found.length) / length)
    const first = found[0]
    if (!first || density <= limit) return
    const counts = new Map<string, number>()
    for (const [word] of found) counts.set(word, (counts.get(word) ?? 0) + 1)
    const most = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 3)
    const words = most.map(([word, times]) => `“${word}”${times}`).join('、')
    yield {at: first, message: 'found', data: {count: found.length, density, limit, words}}
  },
})
