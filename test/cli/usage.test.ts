import {readFileSync} from 'node:fs'
import {beforeEach, describe, expect, it} from 'vitest'
import {encodeText} from '../../src/draft/decode.ts'
import {type Workshop, workshop} from './zicha.ts'

const DRAFT =
  '工作自查报告\n一、存在的问题\n一是召开会议*次，没有记录。\n二、整改措施\n一是由办公室在6月底前补齐会议记录，逐次签字存档。\n'
let shop: Workshop
beforeEach(() => {
  shop = workshop({'报告.txt': DRAFT})
})

describe('what is wrong is said in one line, with exit code 2', () => {
  it.each([
    ['a missing file', ['没有.txt'], '没有.txt'],
    ['a mistyped command', ['ledgr'], '是不是命令“ledger”？'],
    ['a pattern that matches nothing', ['*.docx'], '*.docx'],
    ['an unknown option', ['--fromat', 'json', '报告.txt'], '--format'],
    ['an unknown rule', ['--rule', 'number-gaps=off', '报告.txt'], 'number-gap'],
    ['a wrong severity', ['--rule', 'number-gap=loud', '报告.txt'], 'number-gap=loud'],
    ['an unknown genre', ['--genre', 'x', '报告.txt'], '--genre'],
    ['an unknown format', ['--format', 'yml', '报告.txt'], 'yml'],
    ['no file at all', [], '--help'],
    ['a rule to explain that is none', ['explain', 'number-gaps'], 'number-gap'],
    ['no rule to explain', ['explain'], '规则名'],
    ['no file to annotate', ['annotate'], 'Word'],
    ['a number that is none', ['--max-warnings', 'many', '报告.txt'], 'many'],
    ['unsafe repairs without any', ['--unsafe-fixes', '报告.txt'], '--fix-dry-run'],
    ['a draft too many', ['--print-config', '报告.txt', '乙.txt'], '“乙.txt”是多余的'],
    ['standard input that is staged', ['--staged', '-'], '--staged 和 - 不能'],
    ['a folder for the cache that is a file', ['--cache', '--cache-location', '报告.txt', '报告.txt'], '应是文件夹'],
    ['a folder for no cache', ['--cache-location', '缓存', '报告.txt'], '--cache 一起使用'],
    ['two ways to write', ['annotate', '报告.docx', '--in-place', '-o', '乙.docx'], '--in-place 和 -o 不能'],
    ['a Word file that is missing', ['annotate', '没有.docx', '-o', '乙.docx'], '找不到文件“没有.docx”'],
    ['one to be converted', ['annotate', '没有.doc', '--convert', '-o', '乙.docx'], '找不到文件“没有.doc”'],
    ['a line that is no number', ['suppress', '报告.txt', '--line', '7x'], '行号'],
    ['a line before the first', ['suppress', '报告.txt', '--line', '0'], '行号'],
    ['a line far before the first', ['suppress', '报告.txt', '--line', '-3'], '行号'],
    ['a rule to suppress that is none', ['suppress', '报告.txt', '--rule', 'number-gaps'], '是不是“number-gap”'],
    ['a period that is none', ['init', '--period', '2025H3'], '2025Q3，写成了'],
  ])('%s', async (_, argv, told) => {
    const {code, out, err} = await shop.zicha(...argv)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err.trimEnd().split('\n')).toHaveLength(1)
    expect(err).toContain(told)
    expect(err).not.toMatch(/ {4}at |Error:/)
  })

  it.each([
    ['empty', new Uint8Array()],
    ['binary', Uint8Array.from({length: 600}, (_, at) => (at * 37) % 256)],
    ['neither UTF-8 nor GB18030', Uint8Array.of(0xe4, 0xb8, 0xff, 0xff, 0x20, 0xff, 0xe4, 0x20)],
    ['an empty folder', undefined],
  ])('a file that is %s, while the others are still linted', async (_, bytes) => {
    shop.write(bytes ? {'坏.txt': bytes} : {'文件夹/说明.pdf': '-'})
    const {code, out, err} = await shop.zicha('--format', 'compact', bytes ? '坏.txt' : '文件夹', '报告.txt')
    expect(code).toBe(2)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
    expect(out).toContain('unfilled-placeholder')
  })
})

describe('encodings and line ends', () => {
  it.each(['utf-8', 'utf-8-bom', 'gb18030', 'utf-16le', 'utf-16be'] as const)(
    '%s, with Windows line ends, gives the same places',
    async (encoding) => {
      shop.write({'甲.txt': encodeText(DRAFT.replaceAll('\n', '\r\n'), encoding)})
      const {out} = await shop.zicha('--format', 'compact', '甲.txt')
      const {out: plain} = await shop.zicha('--format', 'compact', '报告.txt')
      expect(out.replaceAll('甲.txt', '报告.txt')).toBe(plain)
    },
  )

  it.each(['utf-8-bom', 'gb18030'] as const)('--fix keeps %s and the line ends', async (encoding) => {
    const source = DRAFT.replace('*', '三').replace('，没有', ',没有').replaceAll('\n', '\r\n')
    shop.write({'甲.txt': encodeText(source, encoding)})
    await shop.zicha('--fix', '甲.txt')
    expect([...readFileSync(shop.path('甲.txt'))]).toEqual([...encodeText(source.replace(',没有', '，没有'), encoding)])
  })
})

describe('exit codes and options', () => {
  it('is 1 with an error, 0 without one', async () => {
    expect((await shop.zicha('报告.txt')).code).toBe(1)
    expect((await shop.zicha('--rule', 'unfilled-placeholder=off', '报告.txt')).code).toBe(0)
  })
  it('is 1 with more warnings than --max-warnings', async () => {
    const argv = ['--rule', 'unfilled-placeholder=warning', '报告.txt']
    expect((await shop.zicha('--max-warnings', '50', ...argv)).code).toBe(0)
    expect((await shop.zicha('--max-warnings', '0', ...argv)).code).toBe(1)
  })
  it('takes a file whose name looks like a pattern as it is', async () => {
    shop.write({'(a)[b]*.txt': DRAFT})
    expect((await shop.zicha('--format', 'compact', '(a)[b]*.txt')).out).toContain('(a)[b]*.txt:3:')
  })
  it('finds the drafts of a folder, not the locks of a word processor', async () => {
    shop.write({'材料/甲.md': DRAFT, '材料/~$乙.docx': 'x', '材料/.~lock.丙.docx#': 'x', '材料/表.pdf': 'x'})
    const {out, err} = await shop.zicha('--format', 'json', '材料')
    expect(err).toBe('')
    expect((JSON.parse(out) as {filePath: string}[]).map(({filePath}) => filePath.replaceAll('\\', '/'))).toEqual([
      '材料/甲.md',
    ])
  })
  it('says what a sound draft has: nothing', async () => {
    shop.write({
      '好.txt':
        '县水务局关于节水工作的自查报告\n根据通知要求，我局进行了自查，现报告如下。\n一、工作情况\n检查单位12家，更换水表30只。\n二、存在的问题\n两家单位的水表没有按期检定。\n三、整改措施\n由节水办在2026年6月底前送检水表2只，以后每年3月检定一次。\n县水务局\n2026年5月8日\n',
    })
    const {code, out} = await shop.zicha('好.txt')
    expect([code, out.trim()]).toEqual([0, '未发现问题（1 个文件）'])
  })
})
