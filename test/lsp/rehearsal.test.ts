import {afterEach, describe, expect, it, vi} from 'vitest'
import {CancellationTokenSource, type Connection} from 'vscode-languageserver'
import {rules} from '../../rules/index.ts'
import type {Analysis} from '../../src/lsp/analysis.ts'
import {LARGE} from '../../src/lsp/analyst.ts'
import {readClient} from '../../src/lsp/client.ts'
import {workspaceDiagnostic} from '../../src/lsp/methods/workspace-diagnostic.ts'
import {Publisher} from '../../src/lsp/publisher.ts'
import {ANALYSES, Rehearsal} from '../../src/lsp/rehearsal.ts'
import {Session} from '../../src/lsp/session.ts'
import {Workspace} from '../../src/lsp/workspace.ts'
import {Memory} from '../../src/report/memory.ts'
import {DRAFT} from './drafts.ts'

// no process of its own for large drafts: they are never answered
vi.mock('node:child_process', async (original) => ({
  ...(await original<object>()),
  fork: () => ({on() {}, send() {}, unref() {}, kill() {}}),
}))

const LONG = DRAFT.repeat(3)
const uri = 'file:///drafts/草稿.md'

/** Lets the event loop turn often enough for a slice or two. */
async function turns(count = 10): Promise<void> {
  for (let n = 0; n < count; n++) await new Promise((resolve) => setImmediate(resolve))
}

/** An analysis whose steps are counted. Without an end: there is always something left to rehearse. */
function endless() {
  const counted = {
    steps: 0,
    *rehearse(): Iterable<undefined> {
      for (;;) {
        counted.steps++
        yield
      }
    },
  }
  return counted
}

const open: Session[] = []
afterEach(() => {
  for (const session of open.splice(0)) session.analyst.close()
})

/** A session with a client that can do nothing, and what is published, with what `observe` says at that moment. */
function start(settings: object = {}, observe = (): unknown => undefined) {
  const published: {version: number; seen: unknown}[] = []
  const connection = {
    sendDiagnostics: async ({version}: {version: number}) => void published.push({version, seen: observe()}),
    console: {error: (words: string) => expect.fail(words)},
  } as unknown as Connection
  const client = readClient({processId: null, rootUri: null, capabilities: {}})
  const session = new Session(connection, client, new Workspace(connection, client, [], settings))
  open.push(session)
  const begin = vi.spyOn(session.analyst.rehearsal, 'begin')
  const openDraft = (text: string) => session.open({uri, languageId: 'markdown', version: 1, text})
  return {session, publisher: new Publisher(session), published, begin, openDraft}
}

describe('a rehearsal', () => {
  it('is over after so many analyses, each of a text with one character more, in all parts of it', async () => {
    const rehearsal = new Rehearsal()
    const texts = [LONG]
    const analysis = {
      *rehearse(text: string): Iterable<undefined> {
        texts.push(text)
        yield
      },
    }
    rehearsal.begin(LONG, 'markdown', analysis)
    await vi.waitUntil(() => texts.length > ANALYSES)
    rehearsal.begin(LONG, 'markdown', analysis)
    await turns()
    expect(texts).toHaveLength(ANALYSES + 1)
    const places = texts.slice(1).map((text, n) => {
      const before = texts[n] as string
      const at = [...text].findIndex((character, index) => character !== before[index])
      expect(text).toBe(`${before.slice(0, at)}水${before.slice(at)}`)
      return Math.floor((4 * at) / text.length)
    })
    expect(new Set(places)).toEqual(new Set([0, 1, 2, 3]))
  })

  it('of a longer draft takes fewer analyses, of a few words none', async () => {
    const rehearsal = new Rehearsal()
    let count = 0
    const analysis = {
      *rehearse(): Iterable<undefined> {
        count++
        yield
      },
    }
    rehearsal.begin(DRAFT, 'markdown', analysis)
    await turns()
    expect(count).toBe(0)
    rehearsal.begin(LONG.repeat(20), 'markdown', analysis)
    await vi.waitUntil(() => count > 1)
    await turns(100)
    expect(count).toBeLessThan(ANALYSES / 5)
  })

  it('ends where the analysis fails', async () => {
    const rehearsal = new Rehearsal()
    let count = 0
    const analysis = {
      rehearse(): Iterable<undefined> {
        count++
        throw new Error('not today')
      },
    }
    rehearsal.begin(LONG, 'markdown', analysis)
    await turns()
    rehearsal.begin(LONG, 'markdown', analysis)
    await turns()
    expect(count).toBe(1)
  })

  it('steps aside for a change until its findings are published', async () => {
    const rehearsed = endless()
    const {session, publisher, published, openDraft} = start({}, () => rehearsed.steps)
    session.analyst.rehearsal.begin(LONG, 'markdown', rehearsed)
    openDraft(LONG)
    for (let version = 2; version < 8; version += 2) {
      await turns()
      const before = rehearsed.steps
      expect(before).toBeGreaterThan((published.at(-1)?.seen as number) ?? 0)
      // the second comes before the first is answered
      for (const next of [version, version + 1]) {
        const snapshot = session.change(uri, next, [{text: `${LONG}第${next}稿。`}])
        if (snapshot) publisher.changed(snapshot)
      }
      await vi.waitUntil(() => published.at(-1)?.version === version + 1)
      expect(published.at(-1)).toEqual({version: version + 1, seen: before})
    }
  })

  it('steps aside for requests, whatever becomes of them', async () => {
    const rehearsal = new Rehearsal()
    const rehearsed = endless()
    rehearsal.begin(LONG, 'markdown', rehearsed)
    const ends: (() => void)[] = []
    rehearsal.pauseFor(new Promise<void>((resolve) => ends.push(resolve)))
    rehearsal.pauseFor(new Promise<void>((_, reject) => ends.push(() => reject(new Error('failed')))))
    for (const end of ends) {
      await turns()
      expect(rehearsed.steps).toBe(0)
      end()
    }
    await turns()
    expect(rehearsed.steps).toBeGreaterThan(0)
    rehearsal.stop()
  })

  it('goes on while a request waits for news', async () => {
    const {session} = start()
    const {rehearsal} = session.analyst
    const rehearsed = endless()
    rehearsal.begin(LONG, 'markdown', rehearsed)
    const source = new CancellationTokenSource()
    const previousResultIds = [{uri: 'file:///drafts/旧稿.md', value: 'gone'}]
    const answer = workspaceDiagnostic(session, {previousResultIds}, source.token)
    rehearsal.pauseFor(answer)
    await vi.waitUntil(() => rehearsed.steps > 0)
    source.cancel()
    await answer
    const before = rehearsed.steps
    await turns()
    expect(rehearsed.steps).toBeGreaterThan(before)
  })

  it('ends with the server', async () => {
    const {session} = start()
    const rehearsed = endless()
    session.analyst.rehearsal.begin(LONG, 'markdown', rehearsed)
    await turns()
    const before = rehearsed.steps
    expect(before).toBeGreaterThan(0)
    session.analyst.close()
    session.analyst.rehearsal.begin(LONG, 'markdown', rehearsed)
    await turns()
    expect(rehearsed.steps).toBe(before)
    expect(session.analyst.rehearsal.isTaken).toBe(true)
  })

  it('goes through all that an analysis does', async () => {
    const {session, begin, openDraft} = start()
    const {study} = await session.study(openDraft(LONG))
    await study.diagnostics()
    const [text, format, analysis] = begin.mock.calls[0] as [string, string, Required<Analysis>]
    expect({text, format}).toEqual({text: LONG, format: 'markdown'})
    expect([...analysis.rehearse(text, new Memory())].length).toBeGreaterThan(rules.length / 2)
  })

  it('takes the first draft that is analysed here', async () => {
    const {session, begin, openDraft} = start()
    const {study} = await session.study(openDraft('档案室的温湿度计停用。'.repeat(LARGE / 10)))
    void study.diagnostics()
    await turns()
    expect(begin).not.toHaveBeenCalled()
    const small = await session.study(openDraft(LONG))
    await small.study.diagnostics()
    expect(begin).toHaveBeenCalledOnce()
  })

  it('takes no draft that is switched off', async () => {
    const {publisher, published, begin, openDraft} = start({enable: false})
    publisher.changed(openDraft(LONG))
    await vi.waitUntil(() => published.length === 1)
    await turns()
    expect(begin).not.toHaveBeenCalled()
  })

  it('goes on with another analysis when the configuration has changed', async () => {
    const {session} = start()
    const {rehearsal} = session.analyst
    const [earlier, later] = [endless(), endless()]
    rehearsal.begin(LONG, 'markdown', earlier)
    await turns()
    expect(rehearsal.isTaken).toBe(true)
    session.forget()
    expect(rehearsal.isTaken).toBe(false)
    const before = earlier.steps
    rehearsal.begin(LONG, 'markdown', later)
    await turns()
    expect(earlier.steps).toBe(before)
    expect(later.steps).toBeGreaterThan(0)
  })
})
