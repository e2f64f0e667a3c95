import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver'
import {keyOf, pathOf} from '../../src/lsp/workspace.ts'
import {CAPABILITIES, Client} from './client.ts'
import {DRAFT, placeOf, temporaryFolder} from './drafts.ts'

const root = temporaryFolder()
let client: Client
/** The two folders that are open, by the names `甲 (1)` and `乙`. */
let folders: readonly {readonly path: string; readonly uri: string; readonly name: string}[]
let count = 0

const PULL: ClientCapabilities = {
  ...CAPABILITIES,
  textDocument: {...CAPABILITIES.textDocument, diagnostic: {relatedDocumentSupport: false}},
}

/** The address of a path as VS Code writes it: with `%28` and `%3A`. */
const vscodeUri = (path: string): string =>
  `file://${path
    .split('/')
    .map((part) => encodeURIComponent(part).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`))
    .join('/')}`

const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({code}) => code)

/** Findings of a draft that a client asks for. */
async function pull(uri: string): Promise<(string | number | undefined)[]> {
  const {items} = await client.request<{items: Diagnostic[]}>('textDocument/diagnostic', {textDocument: {uri}})
  return codes(items)
}

const ask = (previous: readonly {uri: string; resultId?: string}[] = [], more = {}) =>
  client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
    previousResultIds: previous.map(({uri, resultId = ''}) => ({uri, value: resultId})),
    ...more,
  })

const write = (folder: number, name: string, text = DRAFT): string => {
  const path = join(folders[folder]?.path as string, name)
  writeFileSync(path, text)
  return vscodeUri(path)
}

const key = ({uri}: {uri: string}): string => keyOf(uri)

beforeEach(() => {
  const names = ['甲 (1)', '乙']
  folders = names.map((name) => {
    const path = join(root.path, String(++count), name)
    mkdirSync(path, {recursive: true})
    return {path, uri: vscodeUri(path), name}
  })
})
afterEach(async () => {
  expect(await client.stop()).toBe(0)
})

async function start(settings: (scope: string | undefined) => unknown = () => null): Promise<void> {
  client = new Client()
  client.answers.set('workspace/configuration', (params) =>
    (params as {items: {scopeUri?: string}[]}).items.map(({scopeUri}) => settings(scopeUri)),
  )
  await client.start(PULL, {workspaceFolders: folders.map(({uri, name}) => ({uri, name}))})
}

describe('several folders', () => {
  it('have each their own configuration file', async () => {
    const first = write(0, '报告.md')
    const second = write(1, '报告.md')
    write(1, 'zicha.config.json', '{"rules": {"repeated-mark": "off"}}')
    await start()
    client.open(first, DRAFT)
    client.open(second, DRAFT)
    expect(await pull(first)).toContain('repeated-mark')
    expect(await pull(second)).not.toContain('repeated-mark')
  })

  it('have each their own setting of a configuration file, from the folder on', async () => {
    const first = write(0, '报告.md')
    const second = write(1, '报告.md')
    write(0, '检查.json', '{"rules": {"unfilled-placeholder": "off"}}')
    write(1, '检查.json', '{"rules": {"repeated-mark": "off"}}')
    await start(() => ({config: '检查.json'}))
    client.open(first, DRAFT)
    client.open(second, DRAFT)
    expect(await pull(first)).toContain('repeated-mark')
    expect(await pull(first)).not.toContain('unfilled-placeholder')
    expect(await pull(second)).not.toContain('repeated-mark')
    expect(await pull(second)).toContain('unfilled-placeholder')
  })

  it('may call a genre by its Chinese name, in a file and in settings', async () => {
    const text = '档案工作自查报告\n一、存在的问题\n1.二号库房停用**个月。\n'
    const first = write(0, '甲.txt', text)
    const second = write(1, '乙.txt', text)
    write(0, 'zicha.config.json', '{"genre": "个人对照检查材料"}')
    await start((scope) => (scope === folders[1]?.uri ? {genre: '个人对照检查材料'} : null))
    client.open(first, text)
    client.open(second, text)
    expect(await pull(first)).toContain('unfilled-placeholder')
    expect(await pull(second)).toEqual(await pull(first))
    const [a, b] = await Promise.all(
      [first, second].map((uri) =>
        client.request<string>('workspace/executeCommand', {
          command: 'zicha.server.understanding',
          arguments: [uri],
        }),
      ),
    )
    for (const page of [a, b]) expect(page).toContain('个人对照检查材料')
  })

  it('may configure by files of any name, whose changes count at once', async () => {
    const uri = write(0, '报告.md')
    const base = write(0, '共用.yaml', 'rules:\n  repeated-mark: off\n')
    const other = write(0, '别的.json', '{}')
    write(0, 'zicha.config.json', '{"extends": "./共用.yaml", "baseline": "./旧.json"}')
    const baseline = write(0, '旧.json', '{"version": 1, "findings": {}}')
    await start()
    client.open(uri, DRAFT)
    expect(await pull(uri)).not.toContain('repeated-mark')
    client.heard.length = 0
    const saved = (uri: string) => client.notify('workspace/didChangeWatchedFiles', {changes: [{uri, type: 2}]})
    const refreshed = () => client.wait(({method}) => method === 'workspace/diagnostic/refresh')
    saved(other)
    await pull(uri)
    expect(client.heard.filter(({method}) => method === 'workspace/diagnostic/refresh')).toEqual([])
    write(0, '共用.yaml', 'rules:\n  unfilled-placeholder: off\n')
    saved(base)
    await refreshed()
    expect(await pull(uri)).toContain('repeated-mark')
    client.heard.length = 0
    saved(baseline)
    await refreshed()
    write(0, '共用.yaml', 'rules: [')
    saved(base)
    await pull(uri)
    expect(await pull(uri)).toEqual(['not-checked'])
    write(0, '共用.yaml', 'lang: zh\n')
    saved(base)
    await pull(uri)
    expect(await pull(uri)).toContain('repeated-mark')
  })

  it('may come and go', async () => {
    await start((scope) => (scope === folders[1]?.uri ? {enable: false} : null))
    const uri = write(1, '报告.md')
    client.open(uri, DRAFT)
    expect(await pull(uri)).toEqual([])
    const folder = {uri: folders[1]?.uri, name: '乙'}
    client.notify('workspace/didChangeWorkspaceFolders', {event: {added: [], removed: [folder]}})
    expect(await pull(uri)).toContain('repeated-mark')
    client.notify('workspace/didChangeWorkspaceFolders', {event: {added: [folder], removed: []}})
    expect(await pull(uri)).toEqual([])
  })

  it('get a new configuration or list each where it counts', async () => {
    await start()
    for (const [name, title, made] of [
      ['名称.txt', '是名称', 'zicha.config.json'],
      ['保留.txt', '在此处忽略', 'zicha.ignore.yaml'],
    ] as const) {
      const text = '机关党建自查报告\n一、存在的问题\n1.党建品牌XX支部没有参加。\n'
      const uri = write(1, name, text)
      client.open(uri, text)
      expect(await pull(uri)).toContain('unfilled-placeholder')
      const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
        textDocument: {uri},
        range: placeOf(text, 'XX'),
        context: {diagnostics: []},
      })
      const action = actions.find((one) => one.title.includes(title) && one.title.match(/XX|unfilled/))
      await client.request('workspace/executeCommand', action?.command)
      expect(await pull(uri)).not.toContain('unfilled-placeholder')
      expect(readdirSync(folders[1]?.path as string)).toContain(made)
      rmSync(join(folders[1]?.path as string, made))
      client.notify('workspace/didChangeWatchedFiles', {changes: [{uri: vscodeUri(made), type: 3}]})
    }
    expect(readdirSync(folders[0]?.path as string)).toEqual([])
  })

  it('leave alone what stands outside of them', async () => {
    await start()
    const text = '机关党建自查报告\n一、存在的问题\n1.党建品牌XX支部没有参加。\n'
    const path = join(root.path, `${++count}`)
    mkdirSync(path)
    const uri = vscodeUri(join(path, '外.txt'))
    client.open(uri, text)
    await pull(uri)
    await client.request('workspace/executeCommand', {command: 'zicha.server.addName', arguments: [uri, 'XX支部']})
    expect(JSON.parse(readFileSync(join(path, 'zicha.config.json'), 'utf8'))).toEqual({names: ['XX支部']})
    expect(await pull(uri)).not.toContain('unfilled-placeholder')
  })
})

describe('drafts that are not open', () => {
  it('are listed once, by the address that the client uses', async () => {
    const closed = write(0, '自查报告(定稿)+1.md')
    const open = write(0, '在写(2).md')
    await start()
    client.open(open, DRAFT)
    const {items} = await ask()
    expect(items.map(key)).toEqual([keyOf(closed)])
    // the client tells what it knows, in its own way of writing
    const known = items.map(({resultId}) => ({uri: closed, resultId: resultId as string}))
    const waiting = ask(known)
    expect(await Promise.race([waiting, new Promise((resolve) => setTimeout(resolve, 300, 'waits'))])).toBe('waits')
    write(0, '自查报告(定稿)+1.md', DRAFT.replace('，，', '，'))
    client.notify('workspace/didChangeWatchedFiles', {changes: [{uri: closed, type: 2}]})
    const [report, ...others] = (await waiting).items as (WorkspaceDocumentDiagnosticReport & {items: Diagnostic[]})[]
    expect(others).toEqual([])
    expect(report?.uri).toBe(closed)
    expect(codes(report?.items ?? [])).not.toContain('repeated-mark')
  })

  it('are those of folders that want it', async () => {
    write(0, '甲.md')
    const wanted = write(1, '乙.md')
    await start((scope) => (scope === folders[0]?.uri ? {workspaceDiagnostics: false} : null))
    expect((await ask()).items.map(key)).toEqual([keyOf(wanted)])
  })

  it('are those of an inner folder only where that wants it', async () => {
    const outer = write(0, '外.md')
    const path = join(folders[0]?.path as string, '内')
    mkdirSync(path)
    writeFileSync(join(path, '内.md'), DRAFT)
    folders = [...folders, {path, uri: vscodeUri(path), name: '内'}]
    await start((scope) => (scope === vscodeUri(path) ? {enable: false} : null))
    expect((await ask()).items.map(key)).toEqual([keyOf(outer)])
  })

  it('come one by one where the client takes them so', async () => {
    const all = ['一.md', '二.txt', '三.md'].map((name) => write(0, name))
    await start()
    expect(await ask([], {partialResultToken: 'part'})).toEqual({items: []})
    const parts = client.heard
      .filter(({method}) => method === '$/progress')
      .map(({params}) => params as {token: string; value: WorkspaceDiagnosticReport})
    expect(parts.every(({token}) => token === 'part')).toBe(true)
    expect(parts.map(({value}) => value.items.length)).toEqual([1, 1, 1])
    expect(parts.flatMap(({value}) => value.items.map(key)).sort()).toEqual(all.map(keyOf).sort())
  })

  it('are told gone once', async () => {
    const uri = write(0, '一.md')
    write(0, '二.md')
    await start()
    const {items} = await ask()
    rmSync(join(folders[0]?.path as string, '一.md'))
    const news = await ask(items)
    expect(news.items).toContainEqual(expect.objectContaining({uri: pathToFileURL(pathOf(uri, '')).href, items: []}))
    const waiting = ask(news.items)
    expect(await Promise.race([waiting, new Promise((resolve) => setTimeout(resolve, 300, 'waits'))])).toBe('waits')
    write(0, '一.md')
    client.notify('workspace/didChangeWatchedFiles', {changes: [{uri, type: 1}]})
    expect((await waiting).items.find((one) => key(one) === keyOf(uri))).toMatchObject({kind: 'full'})
  })

  it('are not looked for again and again where there are none', async () => {
    await start()
    expect(await ask()).toEqual({items: []})
    const waiting = ask()
    expect(await Promise.race([waiting, new Promise((resolve) => setTimeout(resolve, 300, 'waits'))])).toBe('waits')
    const uri = write(1, '新.md')
    client.notify('workspace/didChangeWatchedFiles', {changes: [{uri, type: 1}]})
    expect((await waiting).items.map(key)).toEqual([keyOf(uri)])
  })

  it('are listed although one of them cannot be read', async () => {
    const good = write(0, '好.md')
    writeFileSync(join(folders[0]?.path as string, '坏.md'), Buffer.from([0, 1, 2, 0xff, 0xfe, 0, 0, 0, 7]))
    await start()
    expect((await ask()).items.map(key)).toContain(keyOf(good))
  })
})

describe('addresses', () => {
  it('of Windows are served', async () => {
    client = new Client()
    await client.start(PULL, {workspaceFolders: [{uri: 'file:///c%3A/Users/me', name: 'me'}]})
    const uri = 'file:///c%3A/Users/me/%E8%87%AA%E6%9F%A5.md'
    client.open(uri, DRAFT)
    expect(await pull(uri)).toContain('repeated-mark')
  })

  it('of what was never saved are served, and nothing is written for them', async () => {
    client = new Client()
    await client.start(PULL)
    const text = '机关党建自查报告\n一、存在的问题\n1.党建品牌XX支部没有参加。\n'
    for (const [uri, language] of [
      ['untitled:Untitled-1', 'markdown'],
      ['untitled:Untitled-2', 'plaintext'],
    ] as const) {
      client.open(uri, text, language)
      expect(await pull(uri)).toContain('unfilled-placeholder')
      const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
        textDocument: {uri},
        range: placeOf(text, 'XX'),
        context: {diagnostics: []},
      })
      expect(actions.filter(({command}) => command)).toEqual([])
      const told = await client.request('workspace/executeCommand', {
        command: 'zicha.server.addName',
        arguments: [uri, 'XX支部'],
      })
      expect(told).toMatchObject({ok: false})
    }
  })
})
