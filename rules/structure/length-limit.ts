import {defineRule} from '../../src/lint/rule.ts'
import {countCharacters} from '../../src/report/parts.ts'

export default defineRule({
  id: 'length-limit',
  group: 'structure',
  severity: 'warning',
  fixes: 'none',
  ground: '规定',
  what: {zh: '全文超过通知规定的字数。', en: 'The report is longer than the notice allows.'},
  why: {
    zh: '不少通知规定了字数上限，超过的会被退回压缩。',
    en: 'Many notices cap the length; longer reports come back.',
  },
  how: {
    zh: '按不含空白的字数（含标点）计算，上限写在配置 limits.maximumLength 里；没有配置就不检查。',
    en: 'Characters without white space are counted, marks included. The cap is the setting `limits.maximumLength`; without it nothing is checked.',
  },
  messages: {
    long: {
      zh: '全文{count}个字，超过规定的{most}个字，需压缩{over}个字。',
      en: 'The report has {count} characters, {over} more than the limit of {most}.',
    },
  },
  bad: [
    {
      text: '消防自查报告\n泵房灭火器三具过期⟦，没有更换。⟧',
      user: {limits: {maximumLength: 15}},
    },
    {
      text: '消防自查报告\n泵房灭火器三具过期。\n⟦通道堆物。⟧',
      user: {limits: {maximumLength: 16}},
    },
  ],
  good: [
    {text: '消防自查报告\n泵房灭火器三具过期，没有更换。', user: {limits: {maximumLength: 100}}},
    {text: '消防自查报告\n泵房灭火器三具过期。'},
  ],
  *check({user, text}) {
    const most = user.limits.maximumLength
    if (most === undefined) return
    const count = countCharacters(text)
    if (count <= most) return
    // the words from the limit on
    let start = 0
    for (let left = most; start < text.length; start++) {
      if (/\s/.test(text.charAt(start))) continue
      if (left === 0) break
      left--
    }
    yield {at: {start, end: text.trimEnd().length}, message: 'long', data: {count, most, over: count - most}}
  },
})
