import {spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {REPORTERS} from '../../src/reporters/index.ts'
import {BLANK, workshop} from '../cli/zicha.ts'

describe('--format', () => {
  it.each(Object.keys(REPORTERS))('knows %s', async (format) => {
    const {code, out, err} = await workshop({'a.txt': BLANK}).zicha('a.txt', '--format', format)
    expect({code, err}).toEqual({code: 1, err: ''})
    expect(out).toContain('a.txt')
  })

  it('asks what a mistyped name was meant to be', async () => {
    const {code, out, err} = await workshop({'a.txt': BLANK}).zicha('a.txt', '--format', 'sarlf')
    expect({code, out}).toEqual({code: 2, out: ''})
    expect(err).toMatch(/^没有“sarlf”这种输出格式。是不是“sarif”？可用的有 pretty, .*\n$/)
  })

  it('takes a file or a package whose default export is a reporter', async () => {
    const own = 'export default ([{filePath, report}], {lang}) => [lang, filePath, report.problems.length].join()'
    const shop = workshop({
      'a.txt': BLANK,
      'own.mjs': own,
      'node_modules/zicha-reporter-own/package.json': '{"name":"zicha-reporter-own","main":"index.mjs"}',
      'node_modules/zicha-reporter-own/index.mjs': own,
      'broken.mjs': 'export const reporter = 1',
    })
    expect(await shop.zicha('a.txt', '--format', './own.mjs')).toEqual({code: 1, out: 'zh,a.txt,0', err: ''})
    expect((await shop.zicha('a.txt', '--format', 'own')).out).toBe('zh,a.txt,0')
    const {code, err} = await shop.zicha('a.txt', '--format', './broken.mjs')
    expect(code).toBe(2)
    expect(err).toContain('“./broken.mjs”无法使用')
  })

  it('shows problems and measures on the page only', async () => {
    const draft =
      '关于档案工作的自查报告\n一、存在的问题\n一是台账不全，缺少三月的记录。\n二、整改措施\n一是由办公室3月底前补齐台账。\n'
    const shop = workshop({'a.txt': draft})
    expect((await shop.zicha('a.txt', '--format', 'html')).out).toContain('<svg')
  })
})

describe('--output-file', () => {
  it('leaves standard output empty and colours out', async () => {
    const shop = workshop({'a.txt': BLANK})
    expect(await shop.zicha('a.txt', '-o', '结果 1.txt')).toEqual({code: 1, out: '', err: ''})
    expect(shop.read('结果 1.txt')).toContain('unfilled-placeholder')
    const {code, err} = await shop.zicha('a.txt', '-o', 'no/such/folder.txt')
    expect(code).toBe(2)
    expect(err).toContain('无法写入“no/such/folder.txt”')
    expect(existsSync(shop.path('no'))).toBe(false)
  })
})

describe('colours', () => {
  const run = (env: Record<string, string>, ...argv: string[]): string => {
    const shop = workshop({'a.txt': BLANK})
    const args = ['--import', 'tsx', 'src/cli/main.ts', shop.path('a.txt'), '--no-config', ...argv]
    return spawnSync(process.execPath, args, {encoding: 'utf8', env: {PATH: process.env.PATH ?? '', ...env}}).stdout
  }

  it('come only where they are wanted', () => {
    expect(run({FORCE_COLOR: '1'})).toContain('\u001b[')
    for (const plain of [run({}), run({FORCE_COLOR: '1', NO_COLOR: '1'}), run({FORCE_COLOR: '1'}, '--no-color')]) {
      expect(plain).toContain('unfilled-placeholder')
      expect(plain).not.toContain('\u001b')
    }
  })
})
