import {readFileSync} from 'node:fs'
import {pathToFileURL} from 'node:url'
import {describe, expect, test} from 'vitest'
import {createLinter, defineRule, Failure, lintFiles, lintText, loadConfig, RuleTester} from '../../src/api/index.ts'
import {BLANK, workshop} from '../cli/zicha.ts'

const ids = ({diagnostics}: {readonly diagnostics: readonly {readonly ruleId: string}[]}): string[] =>
  diagnostics.map(({ruleId}) => ruleId)

const shouting = defineRule({
  id: 'no-shouting',
  group: 'language',
  severity: 'warning',
  fixes: 'safe',
  ground: '实务',
  what: {zh: '感叹号', en: 'an exclamation mark'},
  why: {zh: '报告不喊口号。', en: 'A report does not shout.'},
  how: {zh: '改为句号。', en: 'Write a full stop.'},
  messages: {found: {zh: '改为句号。', en: 'Write a full stop.'}},
  bad: [
    {text: '坚决整改到位⟦！⟧', fixed: '坚决整改到位。'},
    {text: '成效显著⟦！⟧再接再厉。', fixed: '成效显著。再接再厉。'},
  ],
  good: [{text: '坚决整改到位。'}, {text: '已整改到位'}],
  *check(report) {
    for (const {index} of report.draft.text.matchAll(/！/g)) {
      const at = {start: index, end: index + 1}
      yield {at, message: 'found', fix: [{at, text: '。'}]}
    }
  },
})

describe('lintText', () => {
  test('plain text, Markdown by its name, bytes of any encoding', async () => {
    expect(ids(await lintText(BLANK))).toContain('unfilled-placeholder')
    expect(ids(await lintText('`会议*次`\n', {filePath: 'x.md'}))).not.toContain('unfilled-placeholder')
    const utf16 = Buffer.from(`\ufeff${BLANK}`, 'utf16le')
    expect((await lintText(utf16)).source).toBe(BLANK)
  })

  test('settings, rules of one’s own, the configuration beside the draft', async () => {
    const shop = workshop({'zicha.config.yaml': 'rules: {unfilled-placeholder: off}\n'})
    const filePath = shop.path('甲.txt')
    expect(ids(await lintText(BLANK, {filePath}))).not.toContain('unfilled-placeholder')
    expect(ids(await lintText(BLANK, {filePath, config: false}))).toContain('unfilled-placeholder')
    const settings = {rules: {'unfilled-placeholder': 'error', 'no-shouting': 'error'}} as const
    const found = await lintText(`${BLANK}好！`, {filePath, settings, rules: [shouting]})
    expect(ids(found)).toEqual(expect.arrayContaining(['unfilled-placeholder', 'no-shouting']))
  })

  test('repairs, safely unless told otherwise', async () => {
    const {source, diagnostics} = await lintText('坚决整改！\n', {fix: true, rules: [shouting]})
    expect(source).toBe('坚决整改。\n')
    expect(ids({diagnostics})).not.toContain('no-shouting')
  })

  test('throws a Failure in both languages', async () => {
    await expect(lintText('')).rejects.toThrow(Failure)
    const wrong = {rules: {'long-sentnce': 'off'}} as const
    expect(() => createLinter({settings: wrong})).toThrow('did you mean “long-sentence”')
    const failure = await lintText(new Uint8Array([0, 1, 2])).catch((error: unknown) => error as Failure)
    expect((failure as Failure).in('zh')).toContain('二进制')
  })
})

describe('what is given wrong is told by a Failure', () => {
  // as from JavaScript, which has no types
  const api = {createLinter, lintFiles, lintText, loadConfig} as unknown as Record<
    string,
    (...given: readonly unknown[]) => unknown
  >
  const {severity: _, ...quiet} = shouting
  const wrong: readonly [string, readonly unknown[], string][] = [
    ['lintText', [], '要检查的内容应为文字或字节（Uint8Array），给的是 undefined。'],
    ['lintText', [BLANK, null], '选项应为对象，给的是 null。'],
    ['lintText', [BLANK, {filePath: 5}], 'filePath 应为路径（文字或 file: 地址），给的是 5。'],
    [
      'lintText',
      [BLANK, {filePath: new URL('https://example.org/a.md')}],
      '“https://example.org/a.md”不是文件的地址。',
    ],
    ['lintText', [BLANK, {fixx: true}], '没有“fixx”这个选项，是不是“fix”？'],
    ['lintText', [BLANK, {settings: {lang: 'en-US'}}], 'settings.lang 应为 zh, en 之一，写成了 "en-US"'],
    ['lintText', [BLANK, {settings: {baseline: 'a.json'}}], 'settings 没有“baseline”这一项；可用的有'],
    ['lintText', [BLANK, {rules: [null]}], 'rules 的第 1 项不是规则：规则的 id 应为'],
    [
      'lintText',
      [BLANK, {rules: [shouting, quiet]}],
      'rules 的第 2 项不是规则：规则 no-shouting 没有合用的 severity。',
    ],
    ['lintFiles', [], '要检查的文件应为路径或路径的列表，给的是 undefined。'],
    ['lintFiles', [['甲.txt', 5]], '要检查的文件应为路径或路径的列表'],
    ['loadConfig', [], '文件应为路径（文字或 file: 地址），给的是 undefined。'],
    ['createLinter', [{config: true}], 'config 应为配置文件的路径或 false，给的是 true。'],
    ['createLinter', [{filePath: '甲.txt'}], '没有“filePath”这个选项'],
  ]
  test.each(wrong)('%s %j', async (name, given, told) => {
    const failure = await Promise.resolve()
      .then(() => api[name]?.(...given))
      .catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Failure)
    expect((failure as Failure).in('zh')).toContain(told)
  })

  test('a rule to be tested that is none', () => {
    const tester = new RuleTester((_, body) => body())
    expect(() => tester.run({} as never)).toThrow(Failure)
    expect(() => tester.run({...shouting, bad: undefined} as never)).toThrow('The rule no-shouting has no `bad`.')
  })
})

test('a file may be named by its address', async () => {
  const shop = workshop({'zicha.config.yaml': 'unit: 县水利局\n', '甲.md': BLANK})
  const filePath = pathToFileURL(shop.path('甲.md'))
  expect((await lintText(BLANK, {filePath})).filePath).toBe(shop.path('甲.md'))
  expect((await lintText(BLANK, {filePath: filePath.href})).filePath).toBe(shop.path('甲.md'))
  expect((await lintFiles(filePath)).results.map((result) => result.filePath)).toEqual([shop.path('甲.md')])
  expect((await loadConfig(filePath)).configuration.user.unit).toBe('县水利局')
})

test('lintFiles gives results and failures, and repairs files', async () => {
  const shop = workshop({
    '一.txt': '坚决整改！\n',
    '二.txt': '',
    '三/.zichaignore': '*.md',
    '三/四.md': BLANK,
    '三/五.txt': BLANK,
  })
  const {results, failures} = await lintFiles(shop.folder, {fix: true, rules: [shouting]})
  expect(results.map(({filePath}) => filePath)).toEqual([shop.path('一.txt'), shop.path('三/五.txt')])
  expect(failures.map((failure) => failure.in('zh'))).toEqual([expect.stringContaining('文件是空的')])
  expect(shop.read('一.txt')).toBe('坚决整改。\n')
})

test('loadConfig says what a draft is linted with', async () => {
  const shop = workshop({'zicha.config.yaml': 'unit: 县水利局\nprofile: final\n'})
  const {configuration, files} = await loadConfig(shop.path('甲.txt'))
  expect([configuration.user.unit, configuration.profile, files]).toEqual([
    '县水利局',
    'final',
    [shop.path('zicha.config.yaml')],
  ])
})

describe('plugins', () => {
  const plugin = [
    'const rule = {id: "no-shouting", group: "language", severity: "warning", fixes: "none", ground: "实务",',
    '  what: {zh: "", en: ""}, why: {zh: "", en: ""}, how: {zh: "", en: ""}, bad: [], good: [],',
    '  messages: {found: {zh: "不要喊", en: "No shouting"}}, options: {mark: {default: "！", what: {zh: "", en: ""}}},',
    '  *check({draft}, {mark}) { const at = draft.text.indexOf(mark); if (at >= 0) yield {at: {start: at, end: at + 1}, message: "found"} }}',
    'module.exports = {rules: [rule]}',
  ].join('\n')
  const installed = {
    'node_modules/zicha-plugin-office/package.json': '{"main": "index.cjs"}',
    'node_modules/zicha-plugin-office/index.cjs': plugin,
    '甲.md': '好！\n',
  }

  test.each(['office', 'zicha-plugin-office', './node_modules/zicha-plugin-office/index.cjs'])(
    'named %s',
    async (name) => {
      const shop = workshop({...installed, 'zicha.config.yaml': `plugins: [${name}]\n`})
      const prefix = name.startsWith('.') ? 'index' : 'office'
      expect((await shop.rulesFound('甲.md'))['甲.md']).toContain(`${prefix}/no-shouting`)
    },
  )

  test('are configured, suppressed and checked like ours', async () => {
    const shop = workshop(installed)
    const found = async (config: string, draft = '好！\n') => {
      shop.write({'zicha.config.yaml': config, '甲.md': draft})
      return shop.zicha('甲.md', '--format', 'compact')
    }
    expect((await found('plugins: [office]\nrules: {office/no-shouting: error}\n')).code).toBe(1)
    expect((await found('plugins: [office]\nrules: {office/no-shouting: [error, {mark: 好}]}\n')).out).toContain('1:1')
    expect((await found('plugins: [office]\nrules: {office/no-shuting: off}\n')).err).toContain('“office/no-shouting”')
    const suppressed = await found('plugins: [office]\n', '<!-- zicha-disable-next-line office/no-shouting -->\n好！\n')
    expect(suppressed.out).not.toContain('shouting')
    expect((await shop.zicha('甲.md', '--rule', 'office/no-shouting=off')).out).not.toContain('不要喊')
  })

  test('that are no plugins are told in one line', async () => {
    const shop = workshop({
      ...installed,
      'node_modules/zicha-plugin-office/index.cjs': 'module.exports = {rules: [{id: "X"}]}',
      'zicha.config.yaml': 'plugins: [office]\n',
    })
    expect(await shop.zicha('甲.md')).toMatchObject({
      code: 2,
      err: '规则包“zicha-plugin-office”无法使用：规则的 id 应为小写字母和连字符，给的是“X”。\n',
    })
  })
})

describe('RuleTester', () => {
  test('passes a good rule', () => {
    const names: string[] = []
    new RuleTester((name, body) => {
      names.push(name)
      body()
    }).run(shouting)
    expect(names).toHaveLength(5)
  })

  test.each([
    [
      'a span that is not exact',
      {bad: [{text: '坚决⟦整改！⟧', fixed: '坚决整改。'}, ...shouting.bad.slice(1)]},
      'found',
    ],
    ['a fix that is another', {bad: [{text: '坚决整改⟦！⟧', fixed: '坚决整改'}, ...shouting.bad.slice(1)]}, 'repairs'],
    ['a false alarm', {good: [{text: '好！'}, {text: '好'}]}, '好！'],
    ['too few examples', {good: []}, 'two good examples'],
  ])('refuses %s', (_, wrong, told) => {
    const rule = {...shouting, check: shouting.check, ...wrong}
    expect(() => new RuleTester((_, body) => body()).run(rule)).toThrow(told)
  })
})

/** The examples of the documentation do what they say: each is run as a module and prints what stands behind it. */
describe.each(['docs/api.md', 'docs/en/api.md'])('%s', (page) => {
  const blocks = [...readFileSync(page, 'utf8').matchAll(/```js\n([\s\S]*?)```/g)].map(([, code]) => code ?? '')
  test('has examples', () => expect(blocks.length).toBeGreaterThan(3))
  test.each(blocks)('%s', async (code) => {
    const shop = workshop({'草稿/自查报告.txt': BLANK, 'zicha.config.yaml': 'unit: 县水利局\n'})
    const printed: string[] = []
    const before = process.cwd()
    process.chdir(shop.folder)
    try {
      const body = code
        .replace(/^import \{(.*)\} from 'zicha'$/gm, 'const {$1} = zicha')
        .replace(/^export default /gm, 'return ')
      const AsyncFunction = (async () => {}).constructor as new (
        ...args: string[]
      ) => (...args: unknown[]) => Promise<unknown>
      const api = await import('../../src/api/index.ts')
      await new AsyncFunction('zicha', 'console', body)(api, {
        log: (...words: unknown[]) => printed.push(words.join(' ')),
      })
    } finally {
      process.chdir(before)
    }
    const expected = [...code.matchAll(/\/\/ → (.*)/g)].map(([, words]) => words)
    expect(printed.slice(0, expected.length)).toEqual(expected)
  })
})
