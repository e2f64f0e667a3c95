import {describe, expect, it} from 'vitest'
import {readMarkdown} from '../../src/draft/markdown/read.ts'
import {readText} from '../../src/draft/text.ts'
import {DEFAULT_CONFIGURATION} from '../../src/lint/configuration.ts'
import {applyFixes} from '../../src/lint/edits.ts'
import {fix} from '../../src/lint/fix.ts'
import {Lines} from '../../src/lint/lines.ts'
import {CRASHED, lint} from '../../src/lint/lint.ts'
import {defineRule, type Rule} from '../../src/lint/rule.ts'

const TEXTS = {zh: '中文', en: 'English'}

/** A rule that replaces one word by another. */
const swap = (id: string, from: string, to: string, fixes: 'safe' | 'unsafe' = 'safe'): Rule =>
  defineRule({
    id,
    group: 'language',
    severity: 'warning',
    fixes,
    ground: '实务',
    what: TEXTS,
    why: TEXTS,
    how: TEXTS,
    messages: {found: {zh: '“{word}”', en: '“{word}”'}},
    bad: [],
    good: [],
    *check(report) {
      for (const match of report.find(new RegExp(from, 'g')))
        yield {
          at: match,
          message: 'found',
          data: {word: match[0]},
          fix: [{at: {start: match.start, end: match.end}, text: to}],
        }
    },
  })

const broken = defineRule({
  ...swap('broken', 'x', 'y'),
  *check() {
    yield* []
    throw new Error('out of order')
  },
})

describe('lint', () => {
  it('makes a finding of a rule that fails, and runs the others', () => {
    const found = lint(readText('甲乙'), DEFAULT_CONFIGURATION, [broken, swap('a', '乙', '丙')])
    expect(found.map(({ruleId, severity}) => [ruleId, severity])).toEqual([
      [CRASHED, 'error'],
      ['a', 'warning'],
    ])
    expect(found[0]?.message).toContain('broken')
  })
  it('sorts by place, then by rule', () => {
    const found = lint(readText('乙甲乙'), DEFAULT_CONFIGURATION, [swap('b', '乙', ''), swap('a', '乙|甲', '')])
    expect(found.map(({ruleId, start}) => `${start}${ruleId}`)).toEqual(['0a', '0b', '1a', '2a', '2b'])
  })
  it('follows the user’s severity before the rule’s', () => {
    const rules = [swap('a', '甲', '乙')]
    const as = (severity: 'error' | 'off') =>
      lint(readText('甲'), {...DEFAULT_CONFIGURATION, severities: new Map([['a', severity]])}, rules)
    expect(as('error')[0]?.severity).toBe('error')
    expect(as('off')).toEqual([])
  })
})

describe('fix', () => {
  const run = (source: string, rules: readonly Rule[], unsafe = false, read = readText) =>
    fix(read(source), read, (draft) => lint(draft, DEFAULT_CONFIGURATION, rules), unsafe)

  it('goes on until nothing is left', () => {
    expect(run('甲', [swap('a', '甲', '乙'), swap('b', '乙', '丙')])).toMatchObject({
      source: '丙',
      applied: 2,
      diagnostics: [],
    })
  })
  it('stops where two rules undo each other', () => {
    expect(['甲', '乙']).toContain(run('甲', [swap('a', '甲', '乙'), swap('b', '乙', '甲')]).source)
  })
  it('stops after ten rounds where a rule never ends', () => {
    expect(run('甲', [swap('a', '甲$', '乙甲')]).source).toBe(`${'乙'.repeat(10)}甲`)
  })
  it('keeps what may change the sense for those who ask', () => {
    const rules = [swap('a', '甲', '乙', 'unsafe')]
    expect(run('甲', rules).source).toBe('甲')
    expect(run('甲', rules, true).source).toBe('乙')
  })
  it.each([
    ['code', '正文`甲`'],
    ['a link’s address', '[正文](http://甲.cn)'],
    ['front matter', '---\n单位: 甲\n---\n正文'],
    ['HTML', '<b title="甲">正文</b>'],
    ['a fence', '```\n甲\n```\n正文'],
    ['a comment', '<!-- 甲 -->\n正文'],
  ])('never touches %s', (_, source) => {
    expect(run(source, [swap('a', '甲', '乙')], true, readMarkdown).source).toBe(source)
  })
  it('never touches a blank or the number of a list', () => {
    expect(run('召开会议*次', [swap('a', '\\*', '三')]).source).toBe('召开会议*次')
    expect(run('1. 甲\n2. 乙', [swap('a', '1\\.', '9.')], true, readMarkdown).source).toBe('1. 甲\n2. 乙')
  })
  it('never takes markup along', () => {
    expect(run('甲**乙**丙。甲乙丙。', [swap('a', '甲乙丙', '丁')], true, readMarkdown).source).toBe('甲**乙**丙。丁。')
  })
})

describe('applyFixes', () => {
  it('applies a fix wholly or not at all', () => {
    const result = applyFixes('abcdef', [
      [{start: 1, end: 3, text: 'X'}],
      [
        {start: 2, end: 4, text: 'Y'},
        {start: 5, end: 6, text: 'Z'},
      ],
      [{start: 4, end: 5, text: 'W'}],
    ])
    expect(result).toEqual({text: 'aXdWf', applied: 2})
  })
  it('applies equal insertions once', () => {
    const insert = [{start: 1, end: 1, text: '-'}]
    expect(applyFixes('ab', [insert, insert]).text).toBe('a-b')
  })
})

describe('Lines', () => {
  it('counts \\n, \\r\\n and a lone \\r', () => {
    const lines = new Lines('a\r\nb\rc\nd')
    expect([0, 3, 5, 7].map((offset) => lines.lineAt(offset))).toEqual([1, 2, 3, 4])
    expect(lines.place(3, 6)).toMatchObject({line: 2, column: 1, endLine: 3, endColumn: 2})
  })
})
