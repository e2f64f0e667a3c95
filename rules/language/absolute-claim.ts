import {defineRule} from '../../src/lint/rule.ts'
import {compileEntries} from '../../src/lint/word-list.ts'

const CLAIM = compileEntries([
  {word: '从未', notAfter: '[^，。；]{0,2}我'},
  {word: '从来没有'},
  {word: '百分之百'},
  {word: '100%', notAfter: '[\\d.]'},
  {word: '毫无'},
  {word: '没有任何'},
  {word: '不存在任何'},
  {word: '无一例外'},
  {word: '绝对没有'},
  {word: '彻底杜绝'},
  {word: '完全杜绝'},
])
/** What lets a reader check a claim: a number, a name of a document, a period. */
const EVIDENCE = /\d(?!00%)|[一二三四五六七八九十百千]+(?:次|人|项|个|份|件|家|户)|《/

export default defineRule({
  id: 'absolute-claim',
  group: 'language',
  severity: 'info',
  fixes: 'none',
  ground: '实务',
  what: {zh: '话说得太满，又没有数字可查。', en: 'An absolute claim that no figure supports.'},
  why: {
    zh: '“从未”“没有任何”一查就破，反而让人怀疑其他内容。',
    en: 'One counterexample breaks it, and casts doubt on the rest.',
  },
  how: {
    zh: '写明检查了多少、查到什么时间为止，或改用有分寸的说法。',
    en: 'Say how many were checked and up to when, or claim less.',
  },
  messages: {
    found: {
      zh: '“{word}”说得太满，同一句里没有可查的数字。',
      en: '“{word}” claims too much; the sentence gives no figure to check.',
    },
  },
  bad: [{text: '我局⟦从未⟧发生违规收费问题。'}, {text: '干部职工⟦没有任何⟧违纪行为。'}],
  good: [{text: '抽查票据120份，没有任何一份超标。'}, {text: '合格率100%，共检查42批次。'}, {text: '未发现违规收费。'}],
  *check(report) {
    for (const match of report.find(CLAIM)) {
      const block = report.blockAt(match.start)
      if (!block) continue
      const before = report.text.slice(block.start, match.start)
      const after = report.text.slice(match.end, block.end)
      const sentence = `${before.slice(before.search(/[^。！？]*$/))}${/^[^。！？]*/.exec(after)?.[0] ?? ''}`
      if (!EVIDENCE.test(sentence)) yield {at: match, message: 'found', data: {word: match[0]}}
    }
  },
})
