import type {ChildProcess} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {afterAll, afterEach, beforeAll, describe, expect, it, vi} from 'vitest'
import {rules} from '../../rules/index.ts'
import {analyse, type DraftText} from '../../src/lsp/analysis.ts'
import {Analyst, LARGE, Superseded} from '../../src/lsp/analyst.ts'
import type {Answer, Question} from '../../src/lsp/helper.ts'
import {createLoader, readSettings, type Settings} from '../../src/lsp/settings.ts'
import {DRAFT} from './drafts.ts'

interface Helper {
  readonly process: ChildProcess
  readonly asked: Question[]
  readonly answered: Answer[]
}

const helpers: Helper[] = vi.hoisted(() => [])

// the helper is a real one; what is said to it and by it is written down
vi.mock('node:child_process', async (original) => {
  const {fork, ...others} = await original<typeof import('node:child_process')>()
  return {
    ...others,
    fork: (...args: Parameters<typeof fork>) => {
      const process = fork(...args)
      const helper: Helper = {process, asked: [], answered: []}
      helpers.push(helper)
      const send = process.send.bind(process) as (question: Question) => boolean
      process.send = (question: Question) => {
        helper.asked.push(question)
        return send(question)
      }
      process.on('message', (answer: Answer) => helper.answered.push(answer))
      return process
    },
  }
})

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
const {argv, execArgv} = process

beforeAll(() => {
  process.argv = [argv[0] as string, MAIN]
  process.execArgv = ['--import', import.meta.resolve('tsx')]
})

afterAll(() => {
  process.argv = argv
  process.execArgv = execArgv
})

let analyst = new Analyst()
afterEach(() => {
  analyst.close()
  analyst = new Analyst()
  helpers.length = 0
})

const SETTINGS = readSettings({}, 'zh', '/')

/** With so many findings that they are told in several parts. */
const FULL = `${DRAFT.slice(0, DRAFT.indexOf('河口水文站'))}${Array.from(
  {length: 1100},
  (_, n) => `${n + 2}. ${(n % 12) + 1}月前由后勤科检修第${n}号灭火器，，登记造册。\n\n`,
).join('')}河口水文站\n2025年6月3日\n`

const draftOf = (text: string, name = '长.md'): DraftText => ({
  path: `/drafts/${name}`,
  format: name.endsWith('.md') ? 'markdown' : 'text',
  text,
})

/** What is found by who knows nothing of earlier texts, and is told nothing in parts. */
async function found(draft: DraftText, settings: Settings = SETTINGS) {
  return (await analyse(draft, createLoader(settings, rules), 'zh')).diagnostics
}

const ask = (draft: DraftText, settings: Settings = SETTINGS) => analyst.study(draft, settings, undefined).diagnostics()

const lastText = () => helpers.at(-1)?.asked.at(-1)?.text
const lastAnswer = (): Answer | undefined => helpers.at(-1)?.answered.at(-1)

it('a helper has more memory for young objects, unless the server was told otherwise', async () => {
  const given = process.execArgv
  process.execArgv = [...given, '--max-semi-space-size=8']
  const picture = analyst.study(draftOf(FULL), SETTINGS).picture()
  process.execArgv = given
  const args = helpers[0]?.process.spawnargs as string[]
  expect(args.filter((arg) => arg.includes('semi-space'))).toEqual([
    '--min-semi-space-size=32',
    '--max-semi-space-size=32',
    '--max-semi-space-size=8',
  ])
  expect(await picture).toContain('公务用车')
})

describe('the text of a large draft', () => {
  it('goes over whole once, then as a change', {timeout: 60_000}, async () => {
    const later = FULL.replace('第600号', '第6水00号')
    const [first, second] = [FULL, later].map((text) => analyst.study(draftOf(text), SETTINGS))
    await first?.understanding()
    expect(lastText()).toBe(FULL)
    await first?.diagnostics()
    expect(lastText()).toMatchObject({insert: ''})
    const understood = await second?.understanding()
    const from = FULL.indexOf('第600号') + 2
    expect(lastText()).toMatchObject({from, before: from, insert: '水'})
    expect(await second?.diagnostics()).toEqual(await found(draftOf(later)))
    const fresh = await analyse(draftOf(later), createLoader(SETTINGS, rules), 'zh')
    expect(understood).toEqual(structuredClone(fresh.understanding))
  })

  it('goes over whole after a failure', {timeout: 60_000}, async () => {
    await ask(draftOf(FULL))
    const {process} = helpers[0] as Helper
    const send = process.send.bind(process) as (question: object) => boolean
    vi.spyOn(process, 'send').mockImplementationOnce((question) =>
      send({...(question as Question), text: {since: 99, from: 0, before: 0, insert: ''}}),
    )
    const later = draftOf(FULL.replace('第600号', '第6号'))
    await expect(ask(later)).rejects.toThrow('not here')
    expect(await ask(later)).toEqual(await found(later))
    expect(lastText()).toBe(later.text)
  })
})

describe('findings of a large draft', () => {
  it('are told as a change, and are what they would be without', {timeout: 120_000}, async () => {
    let text = FULL
    expect(text.length).toBeGreaterThan(LARGE)
    expect(await ask(draftOf(text))).toEqual(await found(draftOf(text)))
    expect(helpers[0]?.answered.length).toBeGreaterThan(1)
    const edits: readonly (readonly [string, string])[] = [
      ['第550号', '第字550号'],
      ['第550号，，', '第550号，'],
      ['## 二、存在的问题', '## 二、存在的问题\n\n新的**一段**，，有**个。'],
      ['第900号灭火器', '第900号灭火器。\n\n\n由办公室'],
      ['# 公务', '公务'],
      ['河口水文站', '河口水文站，，'],
      ['第3号', '𠮷第3号\r\n'],
      ['𠮷第3号', '𠮸第3号'],
      ['2025年6月3日', ''],
    ]
    for (const [old, put] of edits) {
      text = text.replace(old, put)
      expect(await ask(draftOf(text))).toEqual(await found(draftOf(text)))
      expect(lastAnswer()?.kept).toBeDefined()
    }
  })

  it('are kept for the most part while somebody types', {timeout: 60_000}, async () => {
    await ask(draftOf(FULL))
    const total = (await ask(draftOf(FULL.replace('第600号', '第6水00号')))).length
    const {kept, value} = lastAnswer() as Answer & {kept: object; value: unknown[]}
    expect(kept).toMatchObject({by: 1, lines: 0})
    expect(value.length).toBeLessThan(total / 10)
  })

  it('are told whole where the helper or the draft is another', {timeout: 60_000}, async () => {
    const other = draftOf(FULL.replaceAll('灭火器', '应急灯'), '另.txt')
    await ask(draftOf(FULL))
    expect(await ask(other)).toEqual(await found(other))
    expect(lastText()).toBe(other.text)
    expect(lastAnswer()?.kept).toBeUndefined()
    const later = draftOf(FULL.replace('第700号', '第7号'))
    expect(await ask(later)).toEqual(await found(later))
    expect(lastAnswer()?.kept).toBeUndefined()
    const {process: first} = helpers[0] as Helper
    const gone = new Promise((resolve) => first.once('exit', resolve))
    first.kill('SIGKILL')
    await gone
    const last = draftOf(FULL.replace('第800号', '第8号'))
    expect(await ask(last)).toEqual(await found(last))
    expect(helpers).toHaveLength(2)
    expect(lastText()).toBe(last.text)
    expect(lastAnswer()?.kept).toBeUndefined()
  })

  it('are right under other settings and after the configuration has changed', {timeout: 60_000}, async () => {
    const english = {...SETTINGS, lang: 'en'} as const
    const draft = draftOf(FULL)
    expect(await ask(draft)).toEqual(await found(draft))
    expect(await ask(draft, english)).toEqual(await found(draft, english))
    analyst.forget()
    expect(await ask(draft)).toEqual(await found(draft))
    expect(helpers).toHaveLength(1)
  })

  it('are right when questions are overtaken and others asked between', {timeout: 60_000}, async () => {
    const texts = Array.from({length: 12}, (_, n) => draftOf(FULL.replace(`第${n * 80}号`, `，，${n}号`)))
    const asked: Promise<PromiseSettledResult<unknown>[]>[] = []
    const note = (answer: Promise<unknown>): void => void asked.push(Promise.allSettled([answer]))
    for (const [n, draft] of texts.entries()) {
      const study = analyst.study(draft, SETTINGS)
      if (n % 3 === 1) note(study.understanding())
      if (n % 4 !== 2) note(study.diagnostics())
      await new Promise((resolve) => setTimeout(resolve, n % 2 ? 60 : 5))
    }
    const ends = (await Promise.all(asked)).flat()
    for (const end of ends) if (end.status === 'rejected') expect(end.reason).toBeInstanceOf(Superseded)
    expect(ends.at(-1)).toMatchObject({status: 'fulfilled', value: await found(texts.at(-1) as DraftText)})
    const draft = draftOf(FULL)
    const study = analyst.study(draft, SETTINGS)
    await study.understanding()
    expect(await study.diagnostics()).toEqual(await found(draft))
    expect(lastAnswer()?.kept).toBeDefined()
  })
})
