import {describe, expect, test} from 'vitest'
import {BLANK, workshop} from '../cli/zicha.ts'

const OFF = 'rules:\n  unfilled-placeholder: off\n'
const hasBlank = (rules: readonly string[] | undefined): boolean => rules?.includes('unfilled-placeholder') ?? false

describe('which configuration counts', () => {
  test.each([
    ['zicha.config.yaml', OFF],
    ['zicha.config.yml', OFF],
    ['zicha.config.json', '{"rules": {"unfilled-placeholder": "off"}}'],
    ['.zicharc', OFF],
    ['.zicharc.json', '{"rules": {"unfilled-placeholder": "off"}}'],
    ['package.json', '{"name": "x", "zicha": {"rules": {"unfilled-placeholder": "off"}}}'],
    ['zicha.config.js', 'module.exports = {rules: {"unfilled-placeholder": "off"}}'],
    ['zicha.config.mjs', 'export default {rules: {"unfilled-placeholder": "off"}}'],
  ])('%s in a folder above', async (name, content) => {
    const shop = workshop({[name]: content, '草稿/甲.txt': BLANK})
    expect(hasBlank((await shop.rulesFound('草稿/甲.txt'))['草稿/甲.txt'])).toBe(false)
    expect(hasBlank((await shop.rulesFound('草稿/甲.txt', '--no-config'))['草稿/甲.txt'])).toBe(true)
  })

  test('the nearest one, each draft its own; package.json only where it has our key', async () => {
    const shop = workshop({
      'zicha.config.yaml': OFF,
      '甲.txt': BLANK,
      '乙/zicha.config.yaml': 'profile: draft\n',
      '乙/乙.txt': BLANK,
      '丙/package.json': '{"name": "x", "description": "zicha"}',
      '丙/丙.txt': BLANK,
    })
    const found = await shop.rulesFound('.')
    expect(hasBlank(found['乙/乙.txt'])).toBe(true)
    expect(hasBlank(found['甲.txt'])).toBe(false)
    expect(hasBlank(found['丙/丙.txt'])).toBe(false)
  })

  test('one that is named, and flags above it', async () => {
    const shop = workshop({'自查.yaml': OFF, '甲.txt': BLANK})
    expect(hasBlank((await shop.rulesFound('甲.txt', '--config', '自查.yaml'))['甲.txt'])).toBe(false)
    const flag = ['--rule', 'unfilled-placeholder=error']
    expect(hasBlank((await shop.rulesFound('甲.txt', '--config', '自查.yaml', ...flag))['甲.txt'])).toBe(true)
  })

  test('extends: presets and files, the own settings last', async () => {
    const shop = workshop({
      'shared/base.yaml': `extends: strict\nunit: 市财政局\nperiod: 2025H1\n${OFF}`,
      'zicha.config.yaml': 'extends: [shared/base.yaml, final]\nperiod: 2025H2\n',
      '甲.txt': BLANK,
    })
    const printed = JSON.parse((await shop.zicha('--print-config', '甲.txt')).out)
    expect(printed).toMatchObject({
      files: ['shared/base.yaml', 'zicha.config.yaml'],
      preset: 'strict',
      profile: 'final',
      unit: '市财政局',
      period: '2025H2',
      rules: {'unfilled-placeholder': 'off'},
    })
  })

  test('overrides by pattern, options of a rule', async () => {
    const shop = workshop({
      'zicha.config.yaml': [
        'overrides:',
        '  - files: 草案/**',
        '    rules: {unfilled-placeholder: off}',
        '  - files: ["*.md", "定稿/"]',
        '    profile: final',
        'rules:',
        '  long-sentence: [warning, {}]',
        '',
      ].join('\n'),
      '草案/甲.txt': BLANK,
      '定稿/甲.txt': BLANK,
      '甲.md': BLANK,
    })
    const found = await shop.rulesFound('.')
    expect(hasBlank(found['草案/甲.txt'])).toBe(false)
    expect(hasBlank(found['定稿/甲.txt'])).toBe(true)
    const profile = async (file: string) => JSON.parse((await shop.zicha('--print-config', file)).out).profile
    expect(await profile('定稿/甲.txt')).toBe('final')
    expect(await profile('甲.md')).toBe('final')
    expect(await profile('草案/甲.txt')).toBe('draft')
  })

  test('a whole year may be a number', async () => {
    const shop = workshop({'zicha.config.yaml': 'period: 2025\n', '甲.txt': BLANK})
    expect(JSON.parse((await shop.zicha('--print-config', '甲.txt')).out).period).toBe('2025')
  })

  test('inspect takes the genre from it', async () => {
    const shop = workshop({'zicha.config.yaml': 'genre: safety\n', '甲.txt': BLANK})
    const {out} = await shop.zicha('inspect', '甲.txt', '--format', 'json')
    expect(JSON.parse(out)[0].genre).toBe('safety')
  })
})

describe('mistakes are told in one line, with exit code 2', () => {
  const cases: [string, Record<string, string>, string[]][] = [
    ['an unknown key', {'zicha.config.yaml': 'unit: 某局\nrulez: {}\n'}, ['zicha.config.yaml', '第2行', '“rules”']],
    [
      'an unknown rule',
      {'zicha.config.json': '{\n "rules": {\n  "long-sentnce": "off"}}'},
      ['第3行', '“long-sentence”'],
    ],
    ['a wrong severity', {'zicha.config.yaml': 'rules:\n  long-sentence: errr\n'}, ['第2行', '“error”']],
    ['a wrong type', {'zicha.config.yaml': '\nanonymised: 是\n'}, ['第2行', 'anonymised', 'true']],
    ['a wrong period', {'zicha.config.yaml': 'period: 去年\n'}, ['第1行', 'period', '2025H1']],
    ['a wrong year', {'zicha.config.yaml': 'period: 25\n'}, ['第1行', 'period', '2025Q3，写成了 25']],
    ['JSON with a comment', {'zicha.config.json': '{"unit": "http://某局",\n  // 简称\n}'}, ['第2行', '注释', '.yaml']],
    ['a wrong genre', {'zicha.config.yaml': 'genre: saftey\n'}, ['第1行', '“safety”']],
    ['broken YAML', {'zicha.config.yaml': 'rules:\n\tlong-sentence: off\n'}, ['第2行', '空格']],
    ['broken JSON', {'zicha.config.json': '{\n "rules": {"long-sentence": "off"\n'}, ['zicha.config.json', '行']],
    ['JSON with a brace that stays open', {'zicha.config.json': '{"rules": {'}, ['第1行', '括号']],
    [
      'aliases that multiply',
      {'zicha.config.yaml': `a: &a [1,1,1]\nb: &b [${'*a,'.repeat(60)}]\nc: [${'*b,'.repeat(60)}]\n`},
      ['zicha.config.yaml'],
    ],
    ['extends a file that is missing', {'zicha.config.yaml': 'extends: ./上级.yaml\n'}, ['上级.yaml', '找不到']],
    ['extends a mistyped preset', {'zicha.config.yaml': 'extends: strct\n'}, ['“strict”']],
    ['extends itself', {'zicha.config.yaml': 'extends: b.yaml\n', 'b.yaml': 'extends: zicha.config.yaml\n'}, ['绕回']],
    [
      'a package that is missing',
      {'zicha.config.yaml': 'plugins: [nirgends]\n'},
      ['zicha-plugin-nirgends', 'npm install'],
    ],
    ['code that throws', {'zicha.config.mjs': 'throw new Error("no luck")'}, ['zicha.config.mjs', 'no luck']],
    ['an override without files', {'zicha.config.yaml': 'overrides:\n  - genre: safety\n'}, ['第2行', '“files”']],
  ]
  test.each(cases)('%s', async (_, files, told) => {
    const shop = workshop({
      ...Object.fromEntries(Object.entries(files).map(([n, c]) => [`坏/${n}`, c])),
      '坏/甲.txt': BLANK,
      '坏/乙.txt': BLANK,
      '好/丙.txt': BLANK,
    })
    const {code, out, err} = await shop.zicha('.')
    expect(code).toBe(2)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
    for (const words of told) expect(err).toContain(words)
    expect(err).not.toMatch(/\{\w+\}|undefined|at .*\.ts/)
    // the others are linted nevertheless
    expect(out).toContain('丙.txt')
    expect(out).not.toContain('甲.txt')
  })

  test('in English', async () => {
    const shop = workshop({'zicha.config.yaml': 'rulez: {}\n', '甲.txt': BLANK})
    expect((await shop.zicha('甲.txt', '--lang', 'en')).err).toBe(
      'Configuration “zicha.config.yaml”, line 1: “rulez” is not known; did you mean “rules”?\n',
    )
  })

  test('a named configuration that is missing', async () => {
    const {code, err} = await workshop({'甲.txt': BLANK}).zicha('甲.txt', '--config', '没有.yaml')
    expect(code).toBe(2)
    expect(err).toBe('找不到配置文件“没有.yaml”。\n')
  })
})

describe('--no-js-config', () => {
  test.each([
    ['zicha.config.mjs', 'export default {}'],
    ['zicha.config.js', 'process.exit(9)'],
    ['zicha.config.ts', 'export default {}'],
  ])('refuses %s', async (name, content) => {
    const {code, err} = await workshop({[name]: content, '甲.txt': BLANK}).zicha('甲.txt', '--no-js-config')
    expect(code).toBe(2)
    expect(err).toContain('--no-js-config')
    expect(err).toContain(name)
  })

  test('refuses plugins and code that a data file extends', async () => {
    const shop = workshop({
      '甲/zicha.config.yaml': 'plugins: [x]\n',
      '甲/甲.txt': BLANK,
      '乙/zicha.config.yaml': 'extends: ../base.mjs\n',
      '乙/乙.txt': BLANK,
      'base.mjs': 'process.exit(9)',
    })
    const {code, err} = await shop.zicha('甲', '乙', '--no-js-config')
    expect(code).toBe(2)
    expect(err.trimEnd().split('\n')).toHaveLength(2)
  })

  test('lets data through', async () => {
    const shop = workshop({'zicha.config.yaml': OFF, '甲.txt': BLANK})
    expect((await shop.zicha('甲.txt', '--no-js-config')).code).toBe(0)
  })
})

describe('what is left out', () => {
  const tree = {
    '.gitignore': '/输出\n*.bak.txt\n',
    '.zichaignore': '旧稿/\n',
    'zicha.config.yaml': 'ignores: [模板/, "!模板/要查.txt", "草稿-*.md"]\n',
    '输出/甲.txt': BLANK,
    '旧稿/乙.txt': BLANK,
    '模板/丙.txt': BLANK,
    '草稿-一.md': BLANK,
    '报告.bak.txt': BLANK,
    '子/.gitignore': '!重要.bak.txt\n',
    '子/重要.bak.txt': BLANK,
    '子/报告.txt': BLANK,
    '~$报告.docx': 'x',
    'node_modules/x/说明.md': BLANK,
  }

  test('from folders and patterns', async () => {
    const shop = workshop(tree)
    const kept = ['子/报告.txt', '子/重要.bak.txt']
    expect(Object.keys(await shop.rulesFound('.'))).toEqual(kept)
    expect(Object.keys(await shop.rulesFound('**/*.txt')).sort()).toEqual(kept)
    expect(Object.keys(await shop.rulesFound('.', '--no-ignore'))).toHaveLength(7)
  })

  test('a draft that is named: git’s list does not count, ours does and is told', async () => {
    const shop = workshop(tree)
    expect(Object.keys(await shop.rulesFound('报告.bak.txt'))).toEqual(['报告.bak.txt'])
    const {code, err} = await shop.zicha('旧稿/乙.txt', '草稿-一.md')
    expect(code).toBe(0)
    expect(err.split('\n').filter((line) => line.includes('没有检查'))).toHaveLength(2)
    expect(Object.keys(await shop.rulesFound('旧稿/乙.txt', '--no-ignore'))).toEqual(['旧稿/乙.txt'])
  })

  test('a folder that is named although git ignores it', async () => {
    expect(Object.keys(await workshop(tree).rulesFound('输出'))).toEqual(['输出/甲.txt'])
  })

  test('a folder of which nothing remains', async () => {
    const {code, err} = await workshop(tree).zicha('旧稿')
    expect(code).toBe(2)
    expect(err).toContain('--no-ignore')
  })
})
