import {afterEach, describe, expect, it} from 'vitest'
import type {ClientCapabilities, Hover} from 'vscode-languageserver'
import {CAPABILITIES, Client, ServerError} from './client.ts'
import {DRAFT, placeOf, temporaryFolder} from './drafts.ts'

const folder = temporaryFolder()
let client: Client

const INVALID_REQUEST = -32600
const INVALID_PARAMS = -32602
const NOT_INITIALIZED = -32002
const CANCELLED = -32800

/** Everything that a server can ask a client to look at again. */
const REFRESHES: ClientCapabilities = {
  ...CAPABILITIES,
  workspace: {
    ...CAPABILITIES.workspace,
    didChangeConfiguration: {dynamicRegistration: true},
    codeLens: {refreshSupport: true},
    inlayHint: {refreshSupport: true},
    semanticTokens: {refreshSupport: true},
    diagnostics: {refreshSupport: true},
  },
  textDocument: {...CAPABILITIES.textDocument, diagnostic: {relatedDocumentSupport: false}},
}

const hoverAt = (uri: string, words = '**次') =>
  client.request<Hover | null>('textDocument/hover', {textDocument: {uri}, position: placeOf(DRAFT, words).start})

/** Opens a draft for a client that asks for findings, and waits until they are there. */
async function opened(uri: string, text = DRAFT): Promise<void> {
  client.open(uri, text)
  await client.request('textDocument/diagnostic', {textDocument: {uri}})
}

afterEach(async () => {
  expect(await client.stop()).toBe(0)
})

describe('a server', () => {
  it('refuses requests before it knows its client, drops notices, and starts all the same', async () => {
    client = new Client()
    client.open('file:///früh.md', DRAFT)
    client.notify('initialized', {})
    client.notify('workspace/didChangeConfiguration', {settings: null})
    await expect(hoverAt('file:///früh.md')).rejects.toMatchObject({code: NOT_INITIALIZED})
    await client.start(REFRESHES)
    expect(await hoverAt('file:///früh.md')).toBeNull()
    await opened('file:///甲.md')
    expect(await hoverAt('file:///甲.md')).not.toBeNull()
  })

  it('starts once', async () => {
    client = new Client()
    await client.start(REFRESHES)
    await opened('file:///甲.md')
    await expect(client.start()).rejects.toMatchObject({code: INVALID_REQUEST})
    expect(await hoverAt('file:///甲.md')).not.toBeNull()
  })

  it('refuses requests after it was told to end', async () => {
    client = new Client()
    await client.start()
    client.open('file:///甲.md', DRAFT)
    await client.request('shutdown', undefined)
    await expect(hoverAt('file:///甲.md')).rejects.toMatchObject({code: INVALID_REQUEST})
  })

  it('serves a client that can do nothing', async () => {
    client = new Client()
    const {capabilities} = await client.start({})
    expect(capabilities.diagnosticProvider).toBeUndefined()
    client.open('file:///甲.md', DRAFT)
    expect((await client.diagnostics('file:///甲.md', 1)).length).toBeGreaterThan(0)
    expect(await hoverAt('file:///甲.md')).toMatchObject({contents: {kind: 'plaintext'}})
    expect(client.heard.filter(({id}) => id !== undefined)).toEqual([])
  })

  it('never asks an editor to wait with saving', async () => {
    client = new Client()
    const {capabilities} = await client.start()
    expect(capabilities.textDocumentSync).toEqual({openClose: true, change: 2, save: true})
  })
})

it('a client that refuses whatever it is asked does not end the server', async () => {
  client = new Client()
  const asked = [
    'workspace/configuration',
    'client/registerCapability',
    'workspace/diagnostic/refresh',
    'workspace/codeLens/refresh',
    'workspace/inlayHint/refresh',
    'workspace/semanticTokens/refresh',
  ]
  for (const method of asked)
    client.answers.set(method, () => {
      throw new Error('not today')
    })
  await client.start(REFRESHES)
  await opened('file:///甲.md')
  client.notify('workspace/didChangeConfiguration', {settings: null})
  for (const method of asked) await client.wait((message) => message.method === method)
  await opened('file:///乙.md')
  expect(await hoverAt('file:///甲.md')).not.toBeNull()
})

describe('requests', () => {
  it('that are taken back end with the code for it', async () => {
    client = new Client()
    await client.start(REFRESHES, {workspaceFolders: [{uri: folder.uri, name: '草稿'}]})
    const uri = 'file:///大.md'
    client.open(uri, `${DRAFT}${'档案室的温湿度计停用，没有人更换。\n\n'.repeat(1500)}`)
    const asked = [
      client.request('textDocument/diagnostic', {textDocument: {uri}}),
      client.request('workspace/diagnostic', {previousResultIds: [{uri: 'file:///none.md', value: 'x'}]}),
      client.request('textDocument/codeLens', {textDocument: {uri}}),
    ]
    for (const {id} of asked) client.notify('$/cancelRequest', {id})
    for (const answer of asked) await expect(answer).rejects.toMatchObject({code: CANCELLED})
  })

  it('that wait for news end when they are taken back', async () => {
    client = new Client()
    await client.start(REFRESHES, {workspaceFolders: [{uri: folder.uri, name: '草稿'}]})
    const uri = folder.write('等.txt', DRAFT)
    const {items} = await client.request<{items: {uri: string; resultId: string}[]}>('workspace/diagnostic', {
      previousResultIds: [],
    })
    const previousResultIds = items.map((item) => ({uri: item.uri, value: item.resultId}))
    expect(previousResultIds.map((item) => item.uri)).toContain(uri)
    const waiting = client.request('workspace/diagnostic', {previousResultIds})
    await new Promise((resolve) => setTimeout(resolve, 100))
    client.notify('$/cancelRequest', {id: waiting.id})
    await expect(waiting).rejects.toMatchObject({code: CANCELLED})
  })

  it('with parameters of a wrong form are refused as such', async () => {
    client = new Client()
    await client.start(REFRESHES)
    const uri = 'file:///甲.md'
    const textDocument = {uri}
    await opened(uri)
    const wrong: [string, unknown][] = [
      ['hover', undefined],
      ['hover', {}],
      ['hover', {textDocument: null, position: {line: 0, character: 0}}],
      ['hover', {textDocument: {uri: 7}, position: {line: 0, character: 0}}],
      ['hover', {textDocument}],
      ['hover', {textDocument, position: {line: '0', character: 0}}],
      ['definition', {textDocument, position: []}],
      ['references', {textDocument, position: null}],
      ['codeAction', {textDocument, range: 3, context: {diagnostics: []}}],
      ['inlayHint', {textDocument, range: {start: {line: 0, character: 0}}}],
      ['codeLens', {textDocument: {}}],
      ['diagnostic', {textDocument: []}],
    ]
    for (const [method, params] of wrong) {
      const asked = client.request(`textDocument/${method}`, params)
      await expect(asked, `${method} ${JSON.stringify(params)}`).rejects.toMatchObject({code: INVALID_PARAMS})
    }
    const range = {start: {line: 0, character: 0}, end: {line: 99, character: 0}}
    // nobody knows of what is missing here
    for (const context of [undefined, null, {}, {only: 7}])
      expect(await client.request('textDocument/codeAction', {textDocument, range, context})).not.toBeNull()
    expect(await hoverAt(uri)).not.toBeNull()
  })

  it('about a draft that is not open give nothing', async () => {
    client = new Client()
    await client.start(REFRESHES)
    const textDocument = {uri: 'file:///zu.md'}
    const place = {textDocument, position: {line: 0, character: 0}}
    const range = {start: place.position, end: place.position}
    const ask = (method: string, params: object) => client.request(`textDocument/${method}`, params)
    for (const method of ['hover', 'definition', 'references']) expect(await ask(method, place)).toBeNull()
    for (const method of ['codeLens', 'foldingRange', 'documentSymbol'])
      expect(await ask(method, {textDocument})).toBeNull()
    expect(await ask('codeAction', {textDocument, range, context: {diagnostics: []}})).toBeNull()
    expect(await ask('inlayHint', {textDocument, range})).toBeNull()
    expect(await ask('semanticTokens/full', {textDocument})).toMatchObject({data: []})
    expect(await ask('diagnostic', {textDocument})).toEqual({kind: 'full', items: []})
  })

  it('about an empty draft give nothing', async () => {
    client = new Client()
    await client.start()
    const textDocument = {uri: 'file:///空.md'}
    const place = {textDocument, position: {line: 0, character: 0}}
    client.open(textDocument.uri, '')
    expect(await client.diagnostics(textDocument.uri, 1)).toEqual([])
    expect(await client.request('textDocument/hover', place)).toBeNull()
    expect(await client.request('textDocument/documentSymbol', {textDocument})).toEqual([])
    expect(await client.request('textDocument/foldingRange', {textDocument})).toEqual([])
    client.change(textDocument.uri, 2, [{range: {start: place.position, end: place.position}, text: DRAFT}])
    expect((await client.diagnostics(textDocument.uri, 2)).length).toBeGreaterThan(0)
    client.change(textDocument.uri, 3, [{text: ''}])
    expect(await client.diagnostics(textDocument.uri, 3)).toEqual([])
  })

  it('are answered although the draft is closed meanwhile', async () => {
    client = new Client()
    await client.start(REFRESHES)
    const uri = 'file:///大.md'
    client.open(uri, `${DRAFT}${'档案室的温湿度计停用，没有人更换。\n\n'.repeat(1500)}`)
    const hover = hoverAt(uri)
    const lenses = client.request('textDocument/codeLens', {textDocument: {uri}})
    const found = client.request('textDocument/diagnostic', {textDocument: {uri}}).catch((error) => error)
    client.notify('textDocument/didClose', {textDocument: {uri}})
    await hover
    await lenses
    const told = await found
    if (told instanceof ServerError) expect(told.code).toBe(-32802)
    else expect(told).toMatchObject({kind: 'full'})
    expect(await hoverAt(uri)).toBeNull()
  })
})

describe('changes', () => {
  const range = (line: number, from: number, to: number) => ({
    start: {line, character: from},
    end: {line, character: to},
  })

  it('of a wrong form leave the draft as it was', async () => {
    client = new Client()
    await client.start()
    const uri = 'file:///甲.md'
    client.open(uri, DRAFT)
    await client.diagnostics(uri, 1)
    for (const changes of [null, undefined, 'all', [null], [{}], [{text: 7}], [{range: 'all', text: '字'}]])
      client.change(uri, 2, changes as never)
    client.notify('textDocument/didOpen', {textDocument: {uri: 'file:///乙.md', languageId: 'markdown', version: 1}})
    client.notify('textDocument/didOpen', {})
    client.notify('textDocument/didClose', {})
    client.notify('workspace/didChangeWatchedFiles', {changes: [{uri: 'file:///%E0%A4%A', type: 1}]})
    client.notify('workspace/didChangeWatchedFiles', null)
    client.notify('workspace/didChangeWorkspaceFolders', {event: null})
    expect(await hoverAt(uri)).not.toBeNull()
    expect(await hoverAt('file:///乙.md')).toBeNull()
  })

  it('count one after the other, overlapping or not', async () => {
    client = new Client()
    await client.start()
    const uri = 'file:///甲.md'
    client.open(uri, DRAFT)
    const {line, character} = placeOf(DRAFT, '**次').start
    client.change(uri, 2, [
      {range: range(line, character, character + 2), text: '一二三'},
      {range: range(line, character + 1, character + 3), text: '＊＊'},
      {range: range(line, character, character + 1), text: ''},
      {range: null, text: DRAFT.replace('，，', '，')},
      {range: range(0, 0, 0), text: ''},
    ])
    const codes = (await client.diagnostics(uri, 2)).map(({code}) => code)
    expect(codes).toContain('unfilled-placeholder')
    expect(codes).not.toContain('repeated-mark')
  })
})
