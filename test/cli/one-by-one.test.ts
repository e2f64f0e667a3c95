import {readdirSync} from 'node:fs'
import {describe, expect, test, vi} from 'vitest'
import {createLoader} from '../../src/cli/flags.ts'
import type {Input} from '../../src/cli/inputs.ts'
import type {Io} from '../../src/cli/io.ts'
import {lintOneByOne} from '../../src/cli/lint-inputs.ts'
import {Interrupted} from '../../src/cli/pace.ts'
import {AHEAD, Pool, workerCount} from '../../src/cli/pool.ts'
import {writeReport} from '../../src/cli/report.ts'
import {Failure} from '../../src/lint/failure.ts'
import {BLANK, workshop} from './zicha.ts'

const io = (more: Partial<Io> = {}): Io => ({out() {}, error() {}, color: false, columns: 100, ...more})

/** Drafts that note when they are read. */
const inputsOf = (count: number, read: string[]): Input[] =>
  Array.from({length: count}, (_, n) => ({
    path: `${n}.txt`,
    name: `${n}.txt`,
    bytes: () => {
      read.push(`${n}.txt`)
      return Buffer.from(BLANK)
    },
  }))

describe('a run', () => {
  test('hands each result on before it reads the next draft', async () => {
    const read: string[] = []
    const handed: string[] = []
    await lintOneByOne(inputsOf(5, read), createLoader({config: false, rule: []}), {}, io(), async (run) => {
      for await (const {filePath} of run.results()) {
        handed.push(filePath)
        expect(read).toEqual(handed)
      }
      expect(run.failures).toEqual([])
    })
    expect(handed).toHaveLength(5)
  })

  test('knows its language before its first result', async () => {
    const shop = workshop({'zicha.config.yaml': 'lang: en\n', 'a.txt': BLANK})
    const path = shop.path('a.txt')
    const lang = await lintOneByOne([{path, name: path}], createLoader({rule: []}), {}, io(), async (run) => run.lang)
    expect(lang).toBe('en')
  })

  test('reads no draft that nobody takes', async () => {
    const read: string[] = []
    await lintOneByOne(inputsOf(5, read), createLoader({config: false, rule: []}), {}, io(), async (run) => {
      for await (const _ of run.results()) break
    })
    expect(read).toEqual(['0.txt'])
  })
})

describe.skipIf(workerCount() === 0)('threads', () => {
  /** A thread that answers with the number of the draft, last of all to the first one that it gets. */
  const SLOW_FIRST = `
    import {parentPort} from 'node:worker_threads'
    const answer = ({id}) => parentPort.postMessage({id, found: {source: String(id), diagnostics: []}})
    let first
    parentPort.on('message', (job) => {
      if (first) answer(job)
      else first = job
      if (job.id >= ${AHEAD / 2}) answer(first)
    })
    setTimeout(() => first && answer(first), 200)
  `
  const setup = {configuration: {}, rules: [], files: []} as never
  const drafts = Array.from({length: 3 * AHEAD}, (_, n) => ({input: {path: `${n}`, name: `${n}`}, setup}))
  const nothing = async (): Promise<void> => {}

  test('run ahead by no more than a few drafts, and their results come in order', async () => {
    let handed = 0
    const lintHere = async ({input}: (typeof drafts)[number]) => {
      expect(Number(input.name)).toBeLessThan(handed + AHEAD)
      return {source: input.name, diagnostics: []}
    }
    const pool = new Pool(drafts, workshop({'thread.mjs': SLOW_FIRST}).path('thread.mjs'), lintHere)
    try {
      for (; handed < drafts.length; handed++) expect(await pool.next(nothing)).toMatchObject({source: String(handed)})
    } finally {
      await pool.close()
    }
  })

  test('a crash in one of them ends the run', async () => {
    const crash = `import {parentPort} from 'node:worker_threads'
      parentPort.on('message', ({id}) => parentPort.postMessage({id, crash: 'out of order'}))`
    const lintHere = async () => new Failure({zh: '', en: ''})
    const pool = new Pool(drafts, workshop({'thread.mjs': crash}).path('thread.mjs'), lintHere)
    const all = async () => {
      for (let n = 0; n < drafts.length; n++) await pool.next(nothing)
    }
    try {
      await expect(all()).rejects.toThrow('out of order')
    } finally {
      await pool.close()
    }
  })
})

describe('a report in pieces', () => {
  const LONG = `${'长'.repeat(100_000)}\n`

  test('waits until its reader has caught up', async () => {
    const told: string[] = []
    async function* pieces() {
      told.push('one')
      yield 'one\n'
      told.push('two')
      yield 'two\n'
    }
    const slow = io({out: (text) => told.push(`out ${text.trim()}`), drained: async () => void told.push('drained')})
    await writeReport(pieces(), undefined, slow)
    expect(told).toEqual(['one', 'out one', 'drained', 'two', 'out two', 'drained'])
  })

  test('a file holds the old report until the new one is complete', async () => {
    const shop = workshop({'结果.txt': 'old\n'})
    async function* pieces() {
      yield LONG
      expect(shop.read('结果.txt')).toBe('old\n')
      yield 'end\n'
    }
    await writeReport(pieces(), shop.path('结果.txt'), io())
    expect(shop.read('结果.txt')).toBe(`${LONG}end\n`)
    expect(readdirSync(shop.folder)).toEqual(['结果.txt'])
  })

  test('a run that is stopped leaves the old report, and nothing else', async () => {
    const shop = workshop({'结果.txt': 'old\n'})
    async function* pieces() {
      yield LONG
      throw new Interrupted(1, 2)
    }
    await expect(writeReport(pieces(), shop.path('结果.txt'), io())).rejects.toThrow(Interrupted)
    expect(shop.read('结果.txt')).toBe('old\n')
    expect(readdirSync(shop.folder)).toEqual(['结果.txt'])
  })
})

describe('the progress', () => {
  test('leaves the terminal’s last line to the report', async () => {
    vi.useFakeTimers({toFake: ['Date']})
    const shown: string[] = []
    const terminal = io({progress: (text) => shown.push(text)})
    try {
      await lintOneByOne(inputsOf(3, []), createLoader({config: false, rule: []}), {}, terminal, async (run) => {
        for await (const _ of run.results()) {
          run.clearLine()
          vi.advanceTimersByTime(1100)
        }
      })
    } finally {
      vi.useRealTimers()
    }
    expect(shown).toEqual(['\r正在检查 1/3', '\r\u001b[K', '\r正在检查 2/3', '\r\u001b[K'])
  })
})
