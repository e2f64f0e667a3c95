import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {rules} from '../../rules/index.ts'
import {readMarkdown} from '../../src/draft/markdown/read.ts'
import {type Configuration, DEFAULT_CONFIGURATION} from '../../src/lint/configuration.ts'
import {applyFixes} from '../../src/lint/edits.ts'
import {fix} from '../../src/lint/fix.ts'
import {lint} from '../../src/lint/lint.ts'
import {defineRule} from '../../src/lint/rule.ts'

/** Reports every 某 and, as another rule, every 错. */
const finds = (id: string, word: string, severity: 'warning' | 'off' = 'warning') =>
  defineRule({
    id,
    group: 'language',
    severity,
    fixes: 'none',
    ground: '实务',
    what: {zh: word, en: word},
    why: {zh: word, en: word},
    how: {zh: word, en: word},
    messages: {found: {zh: word, en: word}},
    bad: [],
    good: [],
    *check(report) {
      for (const {index} of report.draft.text.matchAll(new RegExp(word, 'g')))
        yield {at: {start: index, end: index + 1}, message: 'found'}
    },
  })
const ours = [finds('some-one', '某'), finds('wrong-word', '错'), finds('sleeping', '睡', 'off')]

const found = (text: string, configuration: Partial<Configuration> = {}): string[] =>
  lint(readMarkdown(text), {...DEFAULT_CONFIGURATION, ...configuration}, ours).map(
    ({ruleId, line}) => `${line} ${ruleId}`,
  )

const repaired = (text: string): string =>
  fix(readMarkdown(text), readMarkdown, (draft) => lint(draft, DEFAULT_CONFIGURATION, ours), false).source

describe('what a comment leaves out', () => {
  test.each([
    ['nothing', '某错\n', ['1 some-one', '1 wrong-word']],
    ['the next line', '<!-- zicha-disable-next-line some-one -->\n某错\n\n某\n', ['2 wrong-word', '4 some-one']],
    ['the next line behind empty ones', '<!-- zicha-disable-next-line -->\n\n\n某错\n\n某\n', ['6 some-one']],
    [
      'several comments for one line',
      '<!-- zicha-disable-next-line some-one -->\n<!-- zicha-disable-next-line wrong-word -->\n某错\n',
      [],
    ],
    ['its own line', '某错 <!-- zicha-disable-line some-one，wrong-word -->\n某\n', ['2 some-one']],
    ['the whole file', '某\n\n<!-- zicha-disable-file some-one -->\n\n某错\n', ['5 wrong-word']],
    [
      'a range',
      '某\n\n<!-- zicha-disable some-one -- 引文 -->\n\n某错\n\n<!-- zicha-enable some-one -->\n\n某\n',
      ['1 some-one', '5 wrong-word', '9 some-one'],
    ],
    [
      'a range of all, less one rule',
      '<!-- zicha-disable -->\n\n某错\n\n<!-- zicha-enable wrong-word -->\n\n某错\n\n<!-- zicha-enable -->\n\n某\n',
      ['7 wrong-word', '11 some-one'],
    ],
    ['a range up to the end', '<!-- zicha-disable -->\n\n某\n\n错\n', []],
    ['not in code', '```\n<!-- zicha-disable-file -->\n```\n\n某\n', ['5 some-one']],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  test('line ends do not matter', () => {
    expect(found('<!-- zicha-disable-next-line -->\r\n\r\n某错\r\n\r\n某\r\n')).toEqual(['5 some-one'])
  })
})

describe('what is reported about comments', () => {
  test.each([
    ['an unknown rule', '<!-- zicha-disable-next-line some-won -->\n某\n', ['1 unknown-suppression', '2 some-one']],
    ['an unknown instruction', '<!-- zicha-disable-nextline -->\n某\n', ['1 unknown-suppression', '2 some-one']],
    ['an unused one', '<!-- zicha-disable-next-line -->\n好\n', ['1 unused-suppression']],
    ['an unused rule of two', '<!-- zicha-disable-next-line some-one, wrong-word -->\n某\n', ['1 unused-suppression']],
    [
      'an unused range and its end',
      '<!-- zicha-disable some-one -->\n\n好\n\n<!-- zicha-enable some-one -->\n',
      ['1 unused-suppression'],
    ],
    ['an end without a beginning', '好\n\n<!-- zicha-enable -->\n', ['3 unused-suppression']],
    ['not a rule that is off in this run', '<!-- zicha-disable-next-line sleeping -->\n好\n', []],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  test('a typo says what was meant, and offers it', () => {
    const text = '<!-- zicha-disable-next-line some-won, wrong-word -- 引文 -->\n某错\n'
    const [typo] = lint(readMarkdown(text), DEFAULT_CONFIGURATION, ours)
    expect(typo?.message).toContain('是不是“some-one”？')
    const edits = typo?.suggestions[0]?.edits ?? []
    const better = applyFixes(text, [edits]).text
    expect(better).toBe('<!-- zicha-disable-next-line some-one, wrong-word -- 引文 -->\n某错\n')
    expect(found(better)).toEqual([])
  })

  test('a reason is asked for where the configuration wants one', () => {
    const text = '<!-- zicha-disable-next-line some-one -->\n某\n'
    expect(found(text)).toEqual([])
    expect(found(text, {requireReasons: true})).toEqual(['1 suppression-without-reason'])
    expect(found(text.replace(' -->', ' -- 引文如此 -->'), {requireReasons: true})).toEqual([])
    expect(found(text.replace(' -->', '——引文如此 -->'), {requireReasons: true})).toEqual([])
  })

  test('each of them can be switched off', () => {
    const severities = new Map([['unused-suppression', 'off' as const]])
    expect(found('<!-- zicha-disable-next-line -->\n好\n', {severities})).toEqual([])
  })
})

describe('unused comments are removed by a fix', () => {
  test.each([
    ['a line of its own', '好\n\n<!-- zicha-disable-next-line -->\n好\n', '好\n\n好\n'],
    ['between two paragraphs, which stay apart', '好\n<!-- zicha-disable-next-line -->\n好\n', '好\n\n好\n'],
    ['behind words', '好 <!-- zicha-disable-line some-one -->\n好\n', '好\n好\n'],
    ['the last line', '好\n\n<!-- zicha-disable-next-line -->', '好\n\n'],
    ['Windows line ends', '好\r\n\r\n<!-- zicha-enable -->\r\n好\r\n', '好\r\n\r\n好\r\n'],
    [
      'one rule of several',
      '<!-- zicha-disable-next-line some-one, wrong-word -- 引文 -->\n某\n',
      '<!-- zicha-disable-next-line some-one -- 引文 -->\n某\n',
    ],
    [
      'a whole range, in two steps',
      '<!-- zicha-disable some-one -->\n\n好\n\n<!-- zicha-enable some-one -->\n',
      '\n好\n\n',
    ],
  ])('%s', (_, text, expected) => {
    expect(repaired(text)).toBe(expected)
    expect(found(expected)).toEqual([])
  })
})

const fixtures = ['annotated', 'sound', 'drafts'].flatMap((folder) =>
  readdirSync(`fixtures/${folder}`)
    .filter((name) => name.endsWith('.md') && name !== 'ANNOTATION.md')
    .map((name) => `fixtures/${folder}/${name}`),
)

test.each(fixtures)('%s: suppressing what is found silences it, and an unused suppression goes away again', (file) => {
  const draft = readMarkdown(readFileSync(file, 'utf8'))
  const source = draft.source.trimEnd()
  const reported = [...new Set(lint(draft, DEFAULT_CONFIGURATION, rules).map(({ruleId}) => ruleId))]
  const silent = reported.length ? `${source}\n\n<!-- zicha-disable-file ${reported.join(', ')} -->\n` : `${source}\n`
  const again = lint(readMarkdown(silent), DEFAULT_CONFIGURATION, rules)
  expect(again.map(({ruleId}) => ruleId)).toEqual([])
  const unused = `${silent}\n<!-- zicha-disable-next-line length-limit -->\n`
  const [complaint, ...others] = lint(readMarkdown(unused), DEFAULT_CONFIGURATION, rules)
  expect([complaint?.ruleId, others.length]).toEqual(['unused-suppression', 0])
  expect(applyFixes(unused, [complaint?.fix?.edits ?? []]).text.trimEnd()).toBe(silent.trimEnd())
})
