import {expect, it, vi} from 'vitest'
import {PLAIN} from '../../src/cli/commands/lint.ts'
import type {Io} from '../../src/cli/io.ts'
import {runProgram} from '../../src/cli/program.ts'
import {run} from '../../src/cli/run.ts'

const lintCommand = vi.hoisted(() => vi.fn(async () => 0))
vi.mock('../../src/cli/commands/lint.ts', async (original) => ({...(await original<object>()), lintCommand}))

const io: Io = {out: () => undefined, error: () => undefined, color: false, columns: 100}

it.each([
  {argv: ['稿.md', '稿.docx'], drafts: ['稿.md', '稿.docx']},
  {argv: ['lint', '稿.md'], drafts: ['稿.md']},
  {argv: ['lint'], drafts: []},
])('parses $argv as it is run without the parser', async ({argv, drafts}) => {
  await runProgram(argv, io, 'zh')
  // `color` is looked for among the arguments by src/cli/main.ts
  expect(lintCommand).toHaveBeenLastCalledWith(drafts, {...PLAIN, color: true}, io)
})

it('says in one line that a Node.js is too old', async () => {
  const told: string[] = []
  vi.stubGlobal('process', {...process, versions: {...process.versions, node: '18.20.4'}})
  const code = await run(['稿.md'], {...io, error: (line) => told.push(line)})
  vi.unstubAllGlobals()
  expect(code).toBe(2)
  expect(told).toEqual(['需要 Node.js 20.19 以上，这里的是 18.20.4。请装上新版再运行。\n'])
})
