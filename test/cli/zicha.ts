import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterEach} from 'vitest'
import {run} from '../../src/cli/run.ts'

export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** A folder of its own for a test, with the command line running in it. */
export class Workshop {
  readonly folder = mkdtempSync(join(tmpdir(), 'zicha 测试 '))

  write(files: Readonly<Record<string, string | Uint8Array>>): this {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(this.path(name)), {recursive: true})
      writeFileSync(this.path(name), content)
    }
    return this
  }

  path(name: string): string {
    return join(this.folder, name)
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8')
  }

  async zicha(...argv: string[]): Promise<Outcome> {
    const before = process.cwd()
    let out = ''
    let err = ''
    process.chdir(this.folder)
    try {
      const code = (await run(argv, {
        out: (text) => {
          out += text
        },
        error: (text) => {
          err += text
        },
        color: false,
        columns: 100,
      })) as number
      return {code, out, err}
    } finally {
      process.chdir(before)
    }
  }

  /** The rules that are reported, by file. */
  async rulesFound(...argv: string[]): Promise<Record<string, string[]>> {
    const {out} = await this.zicha(...argv, '--format', 'json')
    const results = JSON.parse(out) as {filePath: string; messages: {ruleId: string}[]}[]
    return Object.fromEntries(results.map(({filePath, messages}) => [filePath, messages.map(({ruleId}) => ruleId)]))
  }
}

const open: Workshop[] = []

/** A new workshop; it goes away after the test. */
export function workshop(files: Readonly<Record<string, string | Uint8Array>> = {}): Workshop {
  const made = new Workshop().write(files)
  open.push(made)
  return made
}

afterEach(() => {
  for (const {folder} of open.splice(0)) rmSync(folder, {recursive: true, force: true})
})

/** A draft that one rule surely finds fault with (`unfilled-placeholder`), once. */
export const BLANK = '今年以来，镇里共召开专题会议*次。\n'
