import {expect, it, vi} from 'vitest'
import {PLAIN} from '../../src/cli/commands/lint.ts'
import type {Io} from '../../src/cli/io.ts'
import {runProgram} from '../../src/cli/program.ts'

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
