import {spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {resolve} from 'node:path'
import {describe, expect, test} from 'vitest'
import {docx, paragraph} from '../../scripts/fixtures/docx.ts'
import {BLANK, workshop} from './zicha.ts'

const RULE = `id: 'own-rule', severity: 'error', fixes: 'safe',
  what: {zh: '甲', en: 'a'}, why: {zh: '甲', en: 'a'}, how: {zh: '甲', en: 'a'}, messages: {one: {zh: '甲\\n乙', en: 'a'}}`

describe('code of the user that fails is told in one line', () => {
  test.each([
    ['throw null', '运行出错：null'],
    ['throw Object.create(null)', '运行出错：[object Object]'],
    ["throw new Error('\\n一\\n二')", '运行出错：一'],
    ['const unit = {}\nunit.unit = unit\nexport default {unit}', 'unit 应为文字，写成了 {…}'],
    ['export default {unit: 2n}', 'unit 应为文字，写成了 2'],
    ["export default {get unit() { throw new Error('一') }}", '运行出错：一'],
    ["export default Promise.resolve({unti: '某局'})", '没有“unti”这一项，是不是“unit”？'],
  ])('a configuration: %s', async (code, told) => {
    const shop = workshop({'甲.txt': BLANK, 'zicha.config.mjs': code})
    expect(await shop.zicha('甲.txt')).toEqual({code: 2, out: '', err: `配置文件“zicha.config.mjs”：${told}\n`})
  })

  test.each([
    ['export default 5', '默认导出的不是函数。'],
    ['throw null', 'null'],
    ['export default () => 5', '它给出的不是文字。'],
    ['export default async () => undefined', '它给出的不是文字。'],
    ["export default () => { throw new Error('一\\n二') }", '一'],
  ])('a format: %s', async (code, told) => {
    const shop = workshop({'甲.txt': BLANK, 'own.mjs': code})
    const err = `输出格式“./own.mjs”无法使用：${told}\n`
    expect(await shop.zicha('甲.txt', '--format', './own.mjs', '-o', '结果.txt')).toEqual({code: 2, out: '', err})
    expect(existsSync(shop.path('结果.txt'))).toBe(false)
  })

  test.each([
    ["check() { throw new Error('一\\n二') }", '（一）'],
    ["*check() { yield {at: {start: NaN, end: 2}, message: 'one'} }", 'no such place: NaN–2'],
    ["*check() { yield {at: {start: 0, end: 2000}, message: 'one'} }", 'no such place: 0–2000'],
    ["*check() { const at = {start: 0, end: 1}; yield {at, message: 'one', fix: [{at}]} }", 'an edit without a text'],
  ])('a rule: %s', async (check, told) => {
    const shop = workshop({
      '甲.txt': BLANK,
      'own.mjs': `export const rules = [{${RULE}, ${check}}]`,
      'zicha.config.yaml': 'plugins: [./own.mjs]\n',
    })
    const {code, out, err} = await shop.zicha('甲.txt', '--fix', '--format', 'compact')
    expect([code, err, shop.read('甲.txt')]).toEqual([2, '', BLANK])
    expect(out.split('\n')).toContainEqual(
      expect.stringMatching(/^甲\.txt:1:1: error rule-crashed: 规则 own\/own-rule /),
    )
    expect(out).toContain(told)
    expect(out.trimEnd().split('\n')).toSatisfy((lines: string[]) => lines.every((line) => line.startsWith('甲.txt:')))
  })
})

describe('a run that ends before it is done', () => {
  const run = (files: Record<string, string>, ...argv: string[]) => {
    const shop = workshop({'甲.txt': BLANK, ...files})
    const main = resolve('src/cli/main.ts')
    const args = ['--import', import.meta.resolve('tsx'), main, '甲.txt', ...argv]
    const {status, stdout, stderr} = spawnSync(process.execPath, args, {cwd: shop.folder, encoding: 'utf8'})
    return {code: status, out: stdout, err: stderr}
  }
  const told = (file: string) => `没有做完就结束了：“${file}”的代码一直没有结果，或者自己结束了程序。\n`

  test.each([
    ['a configuration that waits', 'zicha.config.mjs', 'await new Promise(() => {})', []],
    ['one that ends the process', 'zicha.config.mjs', 'process.exit(0)', []],
    ['a format that waits', './own.mjs', 'export default () => new Promise(() => {})', ['--format', './own.mjs']],
  ])('%s is not green', (_, file, code, argv) => {
    expect(run({[file]: code}, ...argv)).toEqual({code: 2, out: '', err: told(file)})
  })

  test('says so in English as well', () => {
    expect(run({'zicha.config.mjs': 'process.exit(0)'}, '--lang', 'en').err).toMatch(/^Ended before it was done: .+\n$/)
  })
})

describe('names', () => {
  // Windows allows no such names
  test.skipIf(process.platform === 'win32')('with marks that a terminal obeys are shown, not obeyed', async () => {
    const shop = workshop({'甲\n乙\u001b[31m.txt': BLANK})
    const shown = '甲\\n乙\\u001b[31m.txt'
    expect((await shop.zicha('.')).out.split('\n')[0]).toBe(shown)
    const {out} = await shop.zicha('.', '--format', 'compact')
    expect(out.trimEnd().split('\n')).toSatisfy((lines: string[]) =>
      lines.every((line) => line.startsWith(`${shown}:`)),
    )
    expect((await shop.zicha('inspect', '.')).out.split('\n')[0]).toBe(shown)
    expect((await shop.zicha('丙\n.txt')).err).toBe('找不到文件“丙\\n.txt”，请检查路径和文件名。\n')
  })
})

test('a list of suppressions that holds itself', async () => {
  const shop = workshop({'甲.txt': BLANK, 'zicha.ignore.yaml': 'a: &a [*a]\n'})
  const err = '配置文件“zicha.ignore.yaml”第1行：应为列表，写成了 {…}\n'
  expect(await shop.zicha('甲.txt')).toEqual({code: 2, out: '', err})
})

test.each([['甲.docx'], ['--fix', '甲.docx'], ['annotate', '甲.docx', '-o', '乙.docx']])(
  'a Word file with broken comments is broken: %s',
  async (...argv) => {
    const body = paragraph('根据《》的要求，全年开展检查12次。')
    const bytes = docx({body, comments: '<w:comment>'})
    const shop = workshop({'甲.docx': bytes})
    const {code, out, err} = await shop.zicha(...argv)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^无法检查“甲\.docx”：文件已损坏.+\n$/)
    expect(existsSync(shop.path('乙.docx'))).toBe(false)
  },
)
