import {execFileSync} from 'node:child_process'
import {readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, describe, expect, test, vi} from 'vitest'
import {Interrupted, Pace} from '../../src/cli/pace.ts'
import {run} from '../../src/cli/run.ts'
import {Changes} from '../../src/cli/watch.ts'
import {BLANK, type Workshop, workshop} from './zicha.ts'

afterEach(() => {
  vi.useRealTimers()
})

describe('--output-file', () => {
  test('takes the report; nothing on standard output, no colours', async () => {
    const shop = workshop({'甲.txt': BLANK})
    const {code, out} = await shop.zicha('甲.txt', '-o', '结果.txt')
    expect([code, out]).toEqual([1, ''])
    expect(shop.read('结果.txt')).toBe((await shop.zicha('甲.txt')).out)
  })

  test('is never one of the drafts, by whatever name', async () => {
    const shop = workshop({'甲.txt': BLANK, '乙.md': BLANK})
    symlinkSync('甲.txt', shop.path('链接.txt'))
    for (const argv of [
      ['甲.txt', '-o', './甲.txt'],
      ['甲.txt', '-o', '链接.txt'],
      ['--fix', '甲.txt', '-o', '甲.txt'],
      ['baseline', '甲.txt', '--baseline', '甲.txt'],
      ['baseline', '甲.txt', '--baseline', '乙.md'],
    ])
      expect(await shop.zicha(...argv), argv.join(' ')).toMatchObject({code: 2, out: ''})
    expect([shop.read('甲.txt'), shop.read('乙.md')]).toEqual([BLANK, BLANK])
  })

  test('that cannot be written is one line', async () => {
    const {code, err} = await workshop({'甲.txt': BLANK}).zicha('甲.txt', '-o', '没有/结果.txt')
    expect(code).toBe(2)
    expect(err).toBe('无法写入“没有/结果.txt”（所在的文件夹不存在）。\n')
  })
})

describe('--format', () => {
  test('of one’s own, by path and by package', async () => {
    const shop = workshop({
      '甲.txt': BLANK,
      'mine.mjs': 'export default ([{filePath, report}]) => filePath + (report ? " understood" : "")',
      'node_modules/zicha-reporter-count/package.json': '{"main": "index.cjs"}',
      'node_modules/zicha-reporter-count/index.cjs': 'module.exports = (results, {lang}) => lang + results.length',
    })
    expect((await shop.zicha('甲.txt', '--format', './mine.mjs')).out).toBe('甲.txt understood')
    expect((await shop.zicha('甲.txt', '--format', 'count')).out).toBe('zh1')
  })

  test('that is unknown or broken', async () => {
    const shop = workshop({'甲.txt': BLANK, 'mine.mjs': 'export const x = 1'})
    expect((await shop.zicha('甲.txt', '--format', 'sarrif')).err).toContain('“sarif”')
    expect(await shop.zicha('甲.txt', '--format', './mine.mjs')).toMatchObject({code: 2, out: ''})
  })
})

describe('--cache', () => {
  const argv = ['草稿', '--cache', '--cache-location', '缓存', '--format', 'json']
  const file = '缓存/zicha-cache.json'
  /** Changes what the cache says, so that its use shows. */
  const mark = (shop: Workshop) => shop.write({[file]: shop.read(file).replaceAll('没有填写', '由缓存记得')})
  const remembers = async (shop: Workshop, ...more: string[]) =>
    (await shop.zicha(...argv, ...more)).out.includes('由缓存记得')

  test('is used for what did not change', async () => {
    const shop = workshop({'草稿/甲.txt': BLANK, '草稿/乙.md': '# 自查报告\n'})
    const first = await shop.zicha(...argv)
    expect(await shop.zicha(...argv)).toEqual(first)
    expect(await remembers(mark(shop))).toBe(true)
    expect(await remembers(mark(shop), '--no-baseline')).toBe(true)
  })

  test.each<[string, (shop: Workshop) => void, string[]]>([
    ['the draft', (shop) => shop.write({'草稿/甲.txt': `${BLANK}\n`}), []],
    ['the configuration', (shop) => shop.write({'zicha.config.yaml': 'period: "2025"\n'}), []],
    ['an option', () => {}, ['--profile', 'final']],
    ['the build', (shop) => shop.write({[file]: shop.read(file).replace('"build":"', '"build":"0')}), []],
    ['the cache, which is broken,', (shop) => shop.write({[file]: '{'}), []],
  ])('is not used when %s changed', async (_, change, more) => {
    const shop = workshop({'草稿/甲.txt': BLANK})
    await shop.zicha(...argv)
    mark(shop)
    change(shop)
    expect(await remembers(shop, ...more)).toBe(false)
  })

  test('makes a second run five times as fast at least', async () => {
    const names = readdirSync('fixtures/annotated').filter((name) => /^d.*\.(txt|md)$/.test(name))
    const drafts = names.map((name) => [`草稿/${name}`, readFileSync(`fixtures/annotated/${name}`)] as const)
    const shop = workshop(Object.fromEntries(drafts))
    await shop.zicha('草稿')
    const timed = async (): Promise<number> => {
      const started = performance.now()
      await shop.zicha(...argv)
      return performance.now() - started
    }
    const first = await timed()
    expect(await timed()).toBeLessThan(first / 5)
  })

  test('knows nothing of suppressions beside the drafts', async () => {
    const shop = workshop({'草稿/甲.txt': BLANK})
    await shop.zicha(...argv)
    await shop.zicha('suppress', '草稿/甲.txt', '--rule', 'unfilled-placeholder')
    expect((await shop.rulesFound(...argv.slice(0, 4)))['草稿/甲.txt']).not.toContain('unfilled-placeholder')
  })

  test('forgets drafts that are gone, and is kept in node_modules by default', async () => {
    const shop = workshop({'package.json': '{}', '草稿/甲.txt': BLANK, '草稿/乙.txt': BLANK})
    await shop.zicha('草稿', '--cache')
    rmSync(shop.path('草稿/乙.txt'))
    shop.write({'草稿/甲.txt': `${BLANK}。\n`})
    await shop.zicha('草稿', '--cache')
    expect(Object.keys(JSON.parse(shop.read('node_modules/.cache/zicha/cache.json')).drafts)).toEqual([
      shop.path('草稿/甲.txt'),
    ])
  })
})

describe('--staged', () => {
  const repository = (files: Record<string, string>): Workshop => {
    const shop = workshop(files)
    git(shop, 'init', '-q')
    git(shop, 'add', '.')
    return shop
  }
  const git = (shop: Workshop, ...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@y', ...args], {cwd: shop.folder, stdio: 'pipe'})

  test('checks what is staged, not what stands in the file', async () => {
    const shop = repository({'草稿 一/报告（终）.txt': BLANK, '说明.json': '{}', '~$锁.docx': 'x'})
    shop.write({'草稿 一/报告（终）.txt': '好。\n'})
    const found = await shop.rulesFound('--staged')
    expect(Object.keys(found)).toEqual(['草稿 一/报告（终）.txt'])
    expect(found['草稿 一/报告（终）.txt']).toContain('unfilled-placeholder')
    git(shop, 'commit', '-qm', '一')
    // nothing is staged now
    expect(await shop.zicha('--staged')).toEqual({code: 0, out: '', err: ''})
  })

  test('deleted drafts are left out, renamed ones go by their new name; ignores count', async () => {
    const shop = repository({'甲.txt': `${BLANK}一\n二\n三\n`, '乙.txt': BLANK, '旧/丙.txt': BLANK})
    git(shop, 'commit', '-qm', '一')
    git(shop, 'mv', '甲.txt', '丁.txt')
    git(shop, 'rm', '-q', '乙.txt')
    shop.write({'旧/丙.txt': `${BLANK}${BLANK}`, '.zichaignore': '旧/\n'})
    git(shop, 'add', '.')
    expect(Object.keys(await shop.rulesFound('--staged'))).toEqual(['丁.txt'])
    expect(Object.keys(await shop.rulesFound('--staged', '--no-ignore'))).toEqual(['丁.txt', '旧/丙.txt'])
    expect(Object.keys(await shop.rulesFound('--staged', '--no-ignore', '旧'))).toEqual(['旧/丙.txt'])
  })

  test('outside a repository, or with --fix', async () => {
    const shop = workshop({'甲.txt': BLANK})
    expect(await shop.zicha('--staged')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^--staged 要在 git 仓库里使用.+\n$/),
    })
    expect(await shop.zicha('--staged', '--fix')).toMatchObject({code: 2, err: '--staged 和 --fix 不能同时使用。\n'})
  })
})

describe('a long run', () => {
  test('draws its progress after one second, and wipes it', async () => {
    vi.useFakeTimers({toFake: ['Date']})
    const drawn: string[] = []
    const pace = new Pace(500, 'zh', {
      out() {},
      error() {},
      color: false,
      columns: 80,
      progress: (text) => drawn.push(text),
    })
    vi.advanceTimersByTime(900)
    await pace.step(100)
    expect(drawn).toEqual([])
    vi.advanceTimersByTime(200)
    await pace.step(120)
    pace.end()
    expect(drawn).toEqual(['\r正在检查 120/500', '\r\u001b[K'])
  })

  test('stops between two drafts on Ctrl-C', async () => {
    vi.useFakeTimers({toFake: ['Date']})
    const before = process.listenerCount('SIGINT')
    const pace = new Pace(500, 'en', {out() {}, error() {}, color: false, columns: 80})
    process.listeners('SIGINT').at(-1)?.('SIGINT')
    vi.advanceTimersByTime(100)
    await expect(pace.step(3)).rejects.toThrow(Interrupted)
    pace.end()
    expect(process.listenerCount('SIGINT')).toBe(before)
    expect(new Interrupted(3, 500).in('en')).toBe('Stopped after 3 of 500 files; there is no complete report.')
  })

  test('leaves no temporary file', async () => {
    const shop = workshop({'草稿/甲.txt': '自查,整改。\n'})
    await shop.zicha('草稿', '--fix', '-o', '结果.txt')
    expect(readdirSync(shop.folder).sort()).toEqual(['结果.txt', '草稿'].sort())
    expect(readdirSync(shop.path('草稿'))).toEqual(['甲.txt'])
  })
})

describe('--watch', () => {
  test('lints again when a draft or the configuration changes, until Ctrl-C', async () => {
    const shop = workshop({'草稿/甲.txt': BLANK})
    const before = process.cwd()
    process.chdir(shop.folder)
    let out = ''
    let waiting = 0
    const io = {
      out: (text: string) => {
        out += text
      },
      error: () => {
        waiting++
      },
      color: false,
      columns: 80,
    }
    const ended = run(['草稿', '--watch', '--format', 'compact'], io)
    const change = async (name: string, content: string) => {
      const [seen, runs] = [out.length, waiting]
      writeFileSync(join(shop.folder, name), content)
      await vi.waitFor(() => expect(waiting).toBeGreaterThan(runs), 10_000)
      return out.slice(seen)
    }
    try {
      await vi.waitFor(() => expect(waiting).toBe(1), 10_000)
      expect(out).toContain('unfilled-placeholder')
      expect(await change('草稿/乙.txt', BLANK)).toContain('乙.txt')
      expect(await change('zicha.config.yaml', 'rules: {unfilled-placeholder: off}\n')).not.toContain(
        'unfilled-placeholder',
      )
    } finally {
      process.listeners('SIGINT').at(-1)?.('SIGINT')
      process.chdir(before)
    }
    expect(await ended).toBe(130)
  })

  test('what the run itself writes is no change', async () => {
    const shop = workshop({'甲.txt': BLANK})
    const changes = new Changes(shop.path('结果.md'))
    changes.watch(new Set([shop.folder]))
    let count = 0
    const stop = new AbortController()
    const counting = (async () => {
      while (!stop.signal.aborted) {
        await changes.next(stop.signal)
        count++
      }
    })()
    shop.write({'结果.md': '一', '别的.json': '{}'})
    await new Promise((wake) => setTimeout(wake, 400))
    expect(count).toBe(0)
    shop.write({'甲.txt': '二'})
    await vi.waitFor(() => expect(count).toBe(1), 10_000)
    stop.abort()
    changes.close()
    await counting
  })
})
