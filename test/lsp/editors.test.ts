import {execFile, execFileSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'
import {describe, expect, it} from 'vitest'
import {SERVER} from './client.ts'
import {DRAFT, temporaryFolder} from './drafts.ts'

const folder = temporaryFolder()
const script = (name: string): string => fileURLToPath(new URL(`editors/${name}`, import.meta.url))

/** Says why where an editor is missing: a test that is skipped in silence is no test. */
function isThere(program: string, ...args: readonly string[]): boolean {
  try {
    execFileSync(program, args, {stdio: 'pipe'})
    return true
  } catch {
    console.log(`skipped: ${program} ${args.join(' ')} does not run here`)
    return false
  }
}

interface Seen {
  readonly code?: string
  readonly words?: string
  readonly jumped?: string
  readonly repaired?: string
  readonly left?: readonly string[]
}

/** What an editor showed of a draft. */
async function run(program: string, args: readonly string[], draft: string): Promise<Seen[]> {
  folder.write(draft, DRAFT)
  const {stdout} = await promisify(execFile)(program, [...args], {
    env: {
      ...process.env,
      ZICHA_SERVER: JSON.stringify(SERVER),
      ZICHA_ROOT: folder.path,
      ZICHA_DRAFT: `${folder.path}/${draft}`,
      ZICHA_PROBLEM: '公务用车加油没有登记',
      ZICHA_MARK: '，，',
    },
    timeout: 60_000,
  })
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Seen)
}

function check(seen: readonly Seen[], codeOf: (seen: Seen) => string): void {
  const found = seen.filter(({words}) => words !== undefined)
  const words = (code: string): string | undefined => found.find((one) => codeOf(one).includes(code))?.words
  expect(words('unfilled-placeholder')).toBe('**')
  expect(words('repeated-mark')).toBe('，，')
  expect(words('problem-without-plan')).toBe('值班室灭火器压力不足，没有及时更换。')
  expect(seen.find(({jumped}) => jumped)?.jumped).toMatch(/^6月底前，由办公室建立/)
  expect(seen.find(({repaired}) => repaired)?.repaired).toBe('现有公务用车6辆，去年出车**次。')
  const left = seen.find((one) => one.left)?.left ?? []
  expect(left.length).toBe(found.length - 1)
}

describe('Neovim', () => {
  it.skipIf(!isThere('nvim', '--version'))('shows findings, repairs, jumps', async () => {
    const seen = await run(
      'nvim',
      ['--headless', '-u', 'NONE', '-i', 'NONE', '-c', `luafile ${script('neovim.lua')}`],
      '甲.md',
    )
    check(seen, ({code = ''}) => code)
    expect(seen.find((one) => one.left)?.left).not.toContain('repeated-mark')
  })
})

describe('Emacs', () => {
  const hasEglot = isThere('emacs', '-q', '--batch', '--eval', "(progn (package-initialize) (require 'eglot))")
  it.skipIf(!hasEglot)('shows findings, repairs, jumps', async () => {
    const seen = await run('emacs', ['-q', '--batch', '-l', script('eglot.el')], '乙.md')
    check(seen, ({code = ''}) => CODES.find(([, message]) => message.test(code))?.[0] ?? code)
  })
})

/** eglot shows messages without codes. */
const CODES: readonly (readonly [string, RegExp])[] = [
  ['unfilled-placeholder', /没有填写/],
  ['repeated-mark', /重复/],
  ['problem-without-plan', /没有找到针对这个问题的措施/],
]
