import {execFileSync} from 'node:child_process'
import {cpSync, existsSync, readFileSync, symlinkSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {roomForYoung} from '../../src/cli/engine-flags.ts'
import {ENVIRONMENT, hookRepository, pack, Scratch} from './installed.ts'

const BAD = '今年以来，镇里共召开专题会议*次。\n'
const GOOD = '今年以来，镇里共召开专题会议4次。\n'

const scratches: Scratch[] = []
const scratch = (): Scratch => {
  const made = new Scratch()
  scratches.push(made)
  return made
}
let archive = ''
beforeAll(() => {
  archive = pack(scratch().folder)
}, 300_000)
afterAll(() => {
  for (const made of scratches) made.remove()
})

/** A folder with zicha installed from its archive. */
function installed(): Scratch {
  const made = scratch().write({'package.json': '{"name": "x", "type": "module"}'})
  expect(made.run('npm', 'install', '--save-dev', archive)).toMatchObject({code: 0})
  return made
}

test('publint and attw have nothing to say', () => {
  const bin = (name: string, ...args: string[]) =>
    execFileSync(`node_modules/.bin/${name}`, args, {encoding: 'utf8', env: ENVIRONMENT})
  expect(bin('publint', archive, '--strict')).toContain('All good')
  // fails with what is wrong
  expect(bin('attw', archive, '--profile', 'esm-only', '--no-emoji')).toContain('OK (ESM)')
}, 120_000)

test('holds what it needs and nothing of the sources', () => {
  const names = execFileSync('tar', ['tzf', archive], {encoding: 'utf8'}).trim().split('\n')
  const expected = [
    'package/package.json',
    'package/LICENSE',
    'package/README.md',
    'package/dist/zicha.cjs',
    'package/zicha.schema.json',
  ]
  expect(names).toEqual(
    expect.arrayContaining([...expected, 'package/dist/api/index.js', 'package/dist/api/index.d.ts']),
  )
  expect(names.filter((name) => /\/(?:src|rules|test|fixtures|node_modules)\//.test(name))).toEqual([])
})

describe('in an empty folder', () => {
  test('the command line and the API run, with types', () => {
    const made = installed().write({
      '甲.txt': BAD,
      'use.mjs': [
        "import {lintText, loadConfig} from 'zicha'",
        `const {diagnostics} = await lintText(${JSON.stringify(BAD)}, {filePath: 'x.md'})`,
        "const {files} = await loadConfig('甲.txt')",
        "console.log(diagnostics.filter(({severity}) => severity === 'error').map(({ruleId}) => ruleId).join(), files.length)",
      ].join('\n'),
      'use.ts': [
        "import {defineConfig, defineRule, type Diagnostic, lintText, RuleTester} from 'zicha'",
        "export default defineConfig({unit: '县水利局', rules: {'long-sentence': 'off'}})",
        'const found: readonly Diagnostic[] = (await lintText("x")).diagnostics',
        'console.log(found[0]?.line.toFixed(), typeof defineRule, new RuleTester())',
        '// @ts-expect-error: no such severity',
        "defineConfig({rules: {'long-sentence': 'loud'}})",
      ].join('\n'),
    })
    expect(made.run('npx', 'zicha', '甲.txt')).toMatchObject({
      code: 1,
      out: expect.stringContaining('unfilled-placeholder'),
    })
    expect(made.run('node', 'use.mjs')).toEqual({code: 0, out: 'unfilled-placeholder 0\n'})
    const tsc = resolve('node_modules/typescript/bin/tsc')
    const options = ['--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', '--lib', 'es2023,dom']
    expect(made.run('node', tsc, ...options, 'use.ts')).toEqual({code: 0, out: ''})
  }, 120_000)

  test('many drafts: threads find the same as one', () => {
    const made = installed()
    const drafts = Object.fromEntries(
      Array.from({length: 1600}, (_, n) => [`草稿/${n}.txt`, n % 7 ? GOOD : n % 2 ? '' : `${BAD}第${n}号\n`]),
    )
    made.write(drafts)
    const threads = made.run('npx', 'zicha', '草稿', '--format', 'json', '-o', 'threads.json')
    const one = made.run('npx', 'zicha', '草稿', '--format', 'json', '-o', 'one.json', '--stats')
    const read = (name: string) => JSON.parse(readFileSync(join(made.folder, name), 'utf8')) as unknown[]
    expect(read('threads.json')).toEqual(read('one.json'))
    expect(read('one.json').length).toBeGreaterThan(1400)
    expect([threads.code, one.code]).toEqual([2, 2])
    expect(one.out).toContain(threads.out)
  }, 240_000)
})

/** The steps of a page, with the exit code that each is said to have. */
const stepsOf = (page: string) =>
  [...readFileSync(page, 'utf8').matchAll(/```sh\n([\s\S]*?)```(?:\n<!-- (?:退出码|exit code) (\d+) -->)?/g)].map(
    ([, script, code]) => ({script: script ?? '', code: Number(code ?? 0)}),
  )

test.each(['docs/getting-started.md', 'docs/en/getting-started.md'])(
  '%s does what it says',
  (page) => {
    const made = scratch()
    const steps = stepsOf(page)
    expect(steps.length).toBeGreaterThan(3)
    for (const {script, code} of steps) {
      const {code: seen, out} = made.shell(script.replace('--save-dev zicha', `--save-dev '${archive}'`))
      expect({script, out, seen}).toEqual({script, out, seen: code})
    }
    expect(made.run('git', 'log', '--oneline').out.trim().split('\n')).toHaveLength(1)
  },
  180_000,
)

test.each(['docs/configuration.md', 'docs/en/configuration.md'])(
  'the example of %s is a right configuration',
  (page) => {
    const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(readFileSync(page, 'utf8')) ?? []
    const made = scratch().write({'zicha.config.yaml': example, 'shared.yaml': 'profile: draft\n', '甲.txt': GOOD})
    const {code, out} = made.run('node', resolve('dist/zicha.cjs'), '--print-config', '甲.txt')
    expect({code, out}).toMatchObject({code: 0})
    expect(JSON.parse(out)).toMatchObject({unit: '某某县水利局', rules: {'long-sentence': 'off'}})
  },
)

// V8 itself writes to standard error where it doesn't know a flag that is set (src/cli/boot.ts, src/cli/pool.ts)
test.each([1, 120])('a run over %i drafts is quiet', (count) => {
  const drafts = Object.fromEntries(Array.from({length: count}, (_, n) => [`${n}.txt`, GOOD]))
  const made = scratch().write(drafts)
  expect(made.run('node', resolve('dist/zicha.cjs'), ...Object.keys(drafts), '-o', '报告.txt')).toEqual({
    code: 0,
    out: '',
  })
})

describe('git hooks', () => {
  const repository = (): Scratch => {
    const made = scratch().write({'材料 一/自查报告（初稿）.txt': BAD, '~$锁.docx': 'x', '笔记.json': '{}'})
    made.run('git', 'init', '-q')
    made.run('git', 'commit', '-qm', '空', '--allow-empty')
    made.run('git', 'add', '材料 一', '笔记.json', '-f', '~$锁.docx')
    return made
  }
  const hasPreCommit = scratch().run('pre-commit', '--version').code === 0
  if (!hasPreCommit) console.warn('skipped: pre-commit is not installed (apt-get install pre-commit)')

  test.skipIf(!hasPreCommit)(
    'pre-commit blocks a bad draft and lets a good one pass',
    () => {
      const hook = hookRepository(scratch())
      const made = repository()
      const tried = () => made.run('pre-commit', 'try-repo', hook, 'zicha', '--all-files', '--verbose')
      const blocked = tried()
      expect(blocked).toMatchObject({code: 1, out: expect.stringContaining('材料 一/自查报告（初稿）.txt')})
      expect(blocked.out).toContain('unfilled-placeholder')
      expect(blocked.out).not.toContain('锁')
      made.write({'材料 一/自查报告（初稿）.txt': GOOD})
      expect(tried()).toMatchObject({code: 0, out: expect.stringContaining('Passed')})
    },
    300_000,
  )

  test('lint-staged likewise, with the configuration of the page', () => {
    const [, example = ''] = /"lint-staged": (\{[\s\S]*?\})\n\}/.exec(readFileSync('docs/integration.md', 'utf8')) ?? []
    const made = repository()
    made.write({'package.json': JSON.stringify({'lint-staged': JSON.parse(example), type: 'module'})})
    made.run('npm', 'install', '--save-dev', archive)
    made.write({'.gitignore': 'node_modules\n'})
    const staged = () => made.run('node', resolve('node_modules/lint-staged/bin/lint-staged.js'))
    made.shell('git add .')
    expect(staged()).toMatchObject({code: 1, out: expect.stringContaining('unfilled-placeholder')})
    made.write({'材料 一/自查报告（初稿）.txt': GOOD})
    made.shell('git add .; git rm -q --cached "~$锁.docx"')
    expect(staged()).toMatchObject({code: 0})
  }, 180_000)
})

test('the action checks what it is told to', () => {
  const action = parse(readFileSync('action.yml', 'utf8'))
  const [, step] = action.runs.steps
  expect(Object.keys(step.env)).toEqual(['FILES', 'ARGS', 'FORMAT'])
  const made = scratch().write({'材料 一/甲.txt': BAD, '乙.txt': GOOD})
  symlinkSync(resolve('.'), join(made.folder, 'action'))
  const run = (files: string, args = '') =>
    made.shell(
      `export GITHUB_ACTION_PATH='${made.folder}/action' FORMAT=github FILES='${files}' ARGS='${args}'\n${step.run}`,
    )
  expect(run('材料 一\n乙.txt\n')).toMatchObject({
    code: 1,
    out: expect.stringMatching(/^::error file=材料 一\/甲\.txt/m),
  })
  expect(run('材料 一', '--rule\nunfilled-placeholder=off\n--quiet\n')).toMatchObject({code: 0})
  expect(run('乙.txt')).toMatchObject({code: 0})
}, 60_000)

test('a path that can’t be is told in one line', () => {
  const made = scratch().write({'甲.txt': GOOD})
  symlinkSync('环', join(made.folder, '环'))
  for (const args of [
    ['甲.txt/乙.txt'],
    ['环'],
    ['甲'.repeat(300)],
    ['甲.txt', '-o', '甲.txt/乙'],
    ['甲.txt', '-o', '环'],
  ]) {
    const {code, out} = made.run('node', resolve('dist/zicha.cjs'), ...args)
    expect({args, code, lines: out.trim().split('\n').length}).toEqual({args, code: 2, lines: 1})
  }
})

// otherwise each run would compile the bundle anew, and nobody would see more of it than the time (src/cli/boot.ts)
test('a draft from standard input is repaired on standard output, which holds nothing else', () => {
  const made = scratch().write({'甲.txt': GOOD.replace('，', ',')})
  const zicha = `node '${resolve('dist/zicha.cjs')}'`
  made.shell(`${zicha} --fix - < 甲.txt > 乙.txt 2> 报告.txt || true`)
  expect(readFileSync(join(made.folder, '乙.txt'), 'utf8')).toBe(GOOD)
  expect(readFileSync(join(made.folder, '报告.txt'), 'utf8')).toContain('missing-signature')
})

const hasFull = existsSync('/dev/full')
if (!hasFull) console.warn('skipped: there is no /dev/full, a disk without room')
test.runIf(hasFull)('a disk without room is told in one line, and is no error of ours', () => {
  const made = scratch().write({'甲.txt': BAD})
  const zicha = `node '${resolve('dist/zicha.cjs')}'`
  expect(made.shell(`${zicha} 甲.txt > /dev/full`)).toEqual({code: 2, out: '结果没有写完（ENOSPC）。\n'})
  expect(made.shell(`${zicha} 没有.txt 2> /dev/full`)).toEqual({code: 2, out: ''})
})

test('V8 takes the code caches that an earlier run wrote', () => {
  // so many that threads lint beside the first one, which sets flags of V8 for it
  const drafts = Object.fromEntries(Array.from({length: 120}, (_, n) => [`稿/${n}.md`, GOOD]))
  const made = scratch().write({
    ...drafts,
    'hook.cjs': [
      "const vm = require('node:vm')",
      'vm.Script = class extends vm.Script {',
      '  constructor(...given) {',
      '    super(...given)',
      '    const what = this.cachedDataRejected ? "refused " : "taken "',
      '    process.stderr.write(given[1].cachedData ? what : "none ")',
      '  }',
      '}',
    ].join('\n'),
  })
  cpSync(resolve('dist'), join(made.folder, 'dist'), {
    recursive: true,
    filter: (path) => !/[\\/]v8-[^\\/]*$/.test(path),
  })
  /** What became of the cache of each chunk. */
  const caches = (flags: readonly string[], ...args: readonly string[]): string[] => {
    const {out} = made.run('node', ...flags, '-r', './hook.cjs', 'dist/zicha.cjs', ...args)
    return out.trim().split(/\s+/)
  }
  const each = (what: string, count: number): string[] => Array.from({length: count}, () => what)

  const first = caches([], '稿', '-o', '报告.txt')
  expect(first).toEqual(each('none', first.length))
  expect(caches([], '稿', '-o', '报告.txt')).not.toContain('refused')
  const short = caches([], '稿/0.md', '-o', '报告.txt')
  expect(short.length).toBeGreaterThan(2)
  expect(short).toEqual(each('taken', short.length))
  // the process beside a server, as that starts it; without one it ends at once
  const flags = roomForYoung(16).map(([, ours]) => ours)
  expect(caches(flags, 'lsp', '--helper')).not.toContain('refused')
  expect(caches(['--stack-trace-limit=20'], '稿/0.md', '-o', '报告.txt')).toEqual(each('refused', short.length))
  expect(caches(['--stack-trace-limit=20'], '稿/0.md', '-o', '报告.txt')).toEqual(each('taken', short.length))
}, 60_000)

test('code of the user is loaded, also by what V8 takes from its caches', () => {
  const made = installed().write({
    '甲.txt': BAD,
    'count.mjs': "export default () => '一份报告\\n'\n",
    'rules.mjs': [
      'export const rules = [{',
      "  id: 'short', group: 'language', severity: 'error', fixes: 'none', ground: '一般',",
      "  what: {zh: '短', en: 'short'}, why: {zh: '短', en: 'short'}, how: {zh: '短', en: 'short'},",
      "  messages: {found: {zh: '太短', en: 'short'}}, bad: [], good: [],",
      "  *check(report) { yield {at: {start: 0, end: 1}, message: 'found'} },",
      '}]',
    ].join('\n'),
    'zicha.config.mjs': "export default {lang: 'en', plugins: ['./rules.mjs']}\n",
  })
  const zicha = (...args: readonly string[]) => made.run('npx', 'zicha', ...args)
  for (const caches of ['none yet', 'those of the first run']) {
    expect(zicha('甲.txt', '--format', 'compact').out, caches).toContain('rules/short: short')
    expect(zicha('甲.txt', '--no-config', '--format', './count.mjs'), caches).toEqual({code: 1, out: '一份报告\n'})
    expect(zicha('甲.txt', '--format', 'jsn'), caches).toMatchObject({code: 2, out: expect.stringContaining('json')})
  }
}, 120_000)

test.each([
  ['zh', '需要 Node.js 20.19 以上，这里的是 12.22.9。请装上新版再运行。\n'],
  ['en', 'Node.js 20.19 or newer is needed; this is 12.22.9. Install a newer one.\n'],
])('says in one line (%s) that a Node.js is too old, and can be read by it', (lang, told) => {
  const made = scratch()
  const hook = `Object.defineProperty(process, 'versions', {value: {...process.versions, node: '12.22.9'}})`
  made.write({'hook.cjs': hook, '稿.txt': '自查报告'})
  const zicha = resolve('dist/zicha.cjs')
  expect(made.run('node', '-r', './hook.cjs', zicha, '--lang', lang, '稿.txt')).toEqual({code: 2, out: told})
  // syntax that came after Node.js 10
  expect(readFileSync(zicha, 'utf8')).not.toMatch(/\?\.[a-z[(]|\?\?|\|\|=|&&=|#[a-z]+[=;(]/i)
})
