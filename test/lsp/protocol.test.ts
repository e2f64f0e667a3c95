import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, describe, expect, it} from 'vitest'
import type {
  ClientCapabilities,
  CodeAction,
  CodeLens,
  DocumentDiagnosticReport,
  FullDocumentDiagnosticReport,
  Hover,
  PublishDiagnosticsParams,
  Range,
  SemanticTokens,
  TextEdit,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver'
import {applyChanges, Positions} from '../../src/lsp/positions.ts'
import {CAPABILITIES, Client, ServerError} from './client.ts'
import {DRAFT, placeOf, temporaryFolder} from './drafts.ts'

const folder = temporaryFolder()
const PULL: ClientCapabilities = {
  ...CAPABILITIES,
  textDocument: {...CAPABILITIES.textDocument, diagnostic: {relatedDocumentSupport: false}},
}
let client: Client

async function started(capabilities?: ClientCapabilities, more: Record<string, unknown> = {}): Promise<Client> {
  client = new Client()
  await client.start(capabilities, {workspaceFolders: [{uri: folder.uri, name: '草稿'}], ...more})
  return client
}

const pushed = (uri: string): PublishDiagnosticsParams[] =>
  client.heard
    .filter(({method}) => method === 'textDocument/publishDiagnostics')
    .map(({params}) => params as PublishDiagnosticsParams)
    .filter((params) => params.uri === uri)

const pull = (uri: string, previousResultId?: string) =>
  client.request<DocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: {uri},
    ...(previousResultId === undefined ? {} : {previousResultId}),
  })

const codes = (diagnostics: readonly {code?: string | number}[]) => diagnostics.map(({code}) => code)
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

afterEach(async () => {
  expect(await client.stop()).toBe(0)
})

describe('a client that is told findings', () => {
  it('hears of each version that it paused at, once, and of none after closing', async () => {
    await started()
    const uri = `${folder.uri}/推送.md`
    client.open(uri, DRAFT)
    await client.diagnostics(uri, 1)
    // three changes in one go: only the last one counts
    for (const version of [2, 3, 4])
      client.change(uri, version, [{range: {start: {line: 0, character: 2}, end: {line: 0, character: 2}}, text: '字'}])
    await client.diagnostics(uri, 4)
    client.notify('textDocument/didClose', {textDocument: {uri}})
    await client.wait(
      ({method, params}) =>
        method === 'textDocument/publishDiagnostics' &&
        (params as PublishDiagnosticsParams).uri === uri &&
        (params as PublishDiagnosticsParams).version === undefined,
    )
    await pause(100)
    const versions = pushed(uri).map(({version}) => version)
    expect(new Set(versions).size).toBe(versions.length)
    expect(versions.at(-1)).toBeUndefined()
    expect(pushed(uri).at(-1)?.diagnostics).toEqual([])
  })

  it('hears nothing of it by asking as well', async () => {
    const {capabilities} = await (client = new Client()).start()
    expect(capabilities.diagnosticProvider).toBeUndefined()
  })
})

describe('a client that asks for findings', () => {
  it('is told nothing unasked, and when nothing has changed', async () => {
    await started(PULL)
    const uri = `${folder.uri}/询问.md`
    client.open(uri, DRAFT)
    const first = (await pull(uri)) as FullDocumentDiagnosticReport
    expect(first.kind).toBe('full')
    expect(codes(first.items)).toContain('problem-without-plan')
    const again = await pull(uri, first.resultId)
    expect(again).toEqual({kind: 'unchanged', resultId: first.resultId})
    client.change(uri, 2, [{range: placeOf(DRAFT, '**次'), text: '3次'}])
    const changed = (await pull(uri, first.resultId)) as FullDocumentDiagnosticReport
    expect(codes(changed.items)).not.toContain('unfilled-placeholder')
    expect(pushed(uri)).toEqual([])
  })

  it('learns of drafts that are not open, and of news only', async () => {
    await started(PULL)
    const uri = folder.write('另一份.txt', '档案工作自查报告\n一、存在的问题\n1.二号库房停用**个月。\n')
    const ask = (previousResultIds: readonly {uri: string; value: string}[]) =>
      client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {previousResultIds})
    const {items} = await ask([])
    const report = items.find((item) => item.uri === uri)
    expect(report).toMatchObject({kind: 'full', version: null})
    expect(codes((report as FullDocumentDiagnosticReport).items)).toContain('unfilled-placeholder')
    const known = items.map((item) => ({uri: item.uri, value: item.resultId ?? ''}))
    const waiting = ask(known)
    const early = await Promise.race([waiting, pause(300)])
    expect(early).toBeUndefined()
    rmSync(join(folder.path, '另一份.txt'))
    client.notify('workspace/didChangeWatchedFiles', {changes: [{uri, type: 3}]})
    const gone = (await waiting).items.find((item) => item.uri === uri)
    expect(gone).toMatchObject({kind: 'full', items: []})
  })
})

describe('configuration', () => {
  it('counts from the next request on, without a new start', async () => {
    await started(PULL)
    const uri = `${folder.uri}/配置.md`
    client.open(uri, DRAFT)
    const first = (await pull(uri)) as FullDocumentDiagnosticReport
    expect(codes(first.items)).toContain('repeated-mark')
    const config = folder.write('zicha.config.json', '{"rules": {"repeated-mark": "off"}}')
    client.notify('workspace/didChangeWatchedFiles', {changes: [{uri: config, type: 1}]})
    await client.wait(({method}) => method === 'workspace/diagnostic/refresh')
    const second = (await pull(uri, first.resultId)) as FullDocumentDiagnosticReport
    expect(codes(second.items)).not.toContain('repeated-mark')
    folder.write('zicha.config.json', '{"rules": {"repeated-marks": "off"}}')
    client.notify('workspace/didChangeWatchedFiles', {changes: [{uri: config, type: 2}]})
    const broken = (await pull(uri, second.resultId)) as FullDocumentDiagnosticReport
    expect(codes(broken.items)).toEqual(['not-checked'])
    expect(broken.items[0]?.message).toContain('repeated-mark')
    rmSync(join(folder.path, 'zicha.config.json'))
  })

  it('is read again on saving, where the client watches nothing', async () => {
    const {didChangeWatchedFiles: _, ...workspace} = CAPABILITIES.workspace ?? {}
    await started({...CAPABILITIES, workspace})
    const uri = `${folder.uri}/保存.md`
    client.open(uri, DRAFT)
    expect(codes(await client.diagnostics(uri, 1))).toContain('repeated-mark')
    client.heard.length = 0
    folder.write('zicha.config.json', '{"rules": {"repeated-mark": "off"}}')
    client.notify('textDocument/didSave', {textDocument: {uri}})
    expect(codes(await client.diagnostics(uri, 1))).not.toContain('repeated-mark')
    rmSync(join(folder.path, 'zicha.config.json'))
  })

  it('comes from the settings of the editor, by folder', async () => {
    client = new Client()
    client.answers.set('workspace/configuration', (params) =>
      (params as {items: {scopeUri?: string}[]}).items.map(({scopeUri}) =>
        scopeUri === `${folder.uri}/b` ? {lang: 'en'} : {enable: false},
      ),
    )
    const workspaceFolders = ['a', 'b'].map((name) => ({uri: `${folder.uri}/${name}`, name}))
    await client.start(CAPABILITIES, {workspaceFolders})
    client.open(`${folder.uri}/a/甲.md`, DRAFT)
    client.open(`${folder.uri}/b/乙.md`, DRAFT)
    expect(await client.diagnostics(`${folder.uri}/a/甲.md`, 1)).toEqual([])
    const [found] = await client.diagnostics(`${folder.uri}/b/乙.md`, 1)
    expect(found?.message).toMatch(/^[\x20-\x7e“”，]+$/)
  })

  it.each([[null], [[null]], ['nonsense'], [[{lang: 3, genre: 'nothing'}]]])(
    'survives the answer %j',
    async (answer) => {
      client = new Client()
      client.answers.set('workspace/configuration', () => answer)
      await client.start()
      client.open('untitled:Untitled-1', DRAFT, 'markdown')
      expect(codes(await client.diagnostics('untitled:Untitled-1', 1))).toContain('repeated-mark')
    },
  )
})

describe('positions', () => {
  const text = '# 𠮷川站自查报告\r\n\r\n一、存在的问题\r\n\r\n1. “𠮷川”分站去年只检查**次。\r\n'

  it.each([
    ['utf-8', 37, 39],
    ['utf-16', 15, 17],
    ['utf-32', 14, 16],
  ])('are in %s, where the client counts so', async (encoding, start, end) => {
    const {capabilities} = await (client = new Client()).start({
      ...CAPABILITIES,
      general: {positionEncodings: [encoding]},
    })
    expect(capabilities.positionEncoding).toBe(encoding)
    const uri = `${folder.uri}/换行.md`
    client.open(uri, text)
    const found = (await client.diagnostics(uri, 1)).find(({code}) => code === 'unfilled-placeholder')
    expect(found?.range).toEqual({start: {line: 4, character: start}, end: {line: 4, character: end}})
    const hover = await client.request<Hover>('textDocument/hover', {
      textDocument: {uri},
      position: {line: 4, character: start},
    })
    expect(hover.range?.start).toEqual({line: 4, character: start})
    client.change(uri, 2, [{range: found?.range, text: '3'}])
    expect(codes(await client.diagnostics(uri, 2))).not.toContain('unfilled-placeholder')
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: {uri},
      range: {start: {line: 4, character: 0}, end: {line: 4, character: 40}},
      context: {diagnostics: []},
    })
    const edits = actions.flatMap(
      ({edit}) => (edit?.documentChanges?.[0] as {edits?: TextEdit[]} | undefined)?.edits ?? [],
    )
    const comments = edits.filter(({newText}) => newText.startsWith('<!--'))
    expect(comments.length).toBeGreaterThan(0)
    expect(comments.every(({newText}) => newText.endsWith('-->\r\n'))).toBe(true)
  })
})

describe('edits and tokens behind characters beyond the first plane', () => {
  const text =
    '# 𠮷川站自查报告\n\n## 一、存在的问题\n\n1. “𠮷川”分站去年只检查**次，，𠮷林分站没有登记，，没有归档。\n'

  it.each(['utf-8', 'utf-16', 'utf-32'] as const)('stand where the client counts in %s', async (encoding) => {
    client = new Client()
    await client.start({...CAPABILITIES, general: {positionEncodings: [encoding]}})
    const uri = `${folder.uri}/字.md`
    const textDocument = {uri}
    const positions = new Positions(text, encoding)
    const rangeOf = (words: string, from = 0) => {
      const start = text.indexOf(words, from)
      return positions.toRange({start, end: start + words.length})
    }
    client.open(uri, text)
    const found = await client.diagnostics(uri, 1)
    const marks = found.filter(({code}) => code === 'repeated-mark').map(({range}) => range)
    const second = rangeOf('，，', text.indexOf('登记'))
    expect(marks).toEqual([rangeOf('，，'), second])

    const actions = (range: unknown, only: readonly string[]) =>
      client.request<CodeAction[]>('textDocument/codeAction', {textDocument, range, context: {diagnostics: [], only}})
    /** The text after an action, by the client's own way of counting. */
    const outcome = (action: CodeAction | undefined): string => {
      const [change] = action?.edit?.documentChanges ?? []
      const edits = (change as {edits: TextEdit[]}).edits.map(({range, newText}) => ({range, text: newText}))
      const last = (a: {range: Range}, b: {range: Range}): number =>
        b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character
      return applyChanges(positions, edits.sort(last)).text
    }
    const fixes = await actions(second, ['quickfix'])
    expect(outcome(fixes.find(({isPreferred}) => isPreferred))).toBe(text.replace('登记，，', '登记，'))
    const [all] = await actions(second, ['source.fixAll'])
    expect(outcome(all)).not.toContain('，，')
    expect(outcome(all)).toContain('**次，𠮷林分站没有登记，没有归档')

    const blank = rangeOf('**')
    const {data} = await client.request<SemanticTokens>('textDocument/semanticTokens/full', {textDocument})
    expect(data).toEqual([4, blank.start.character, blank.end.character - blank.start.character, 0, 0])
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', {textDocument})
    expect(lenses[0]?.range.start).toEqual(rangeOf('“𠮷川”').start)
  })
})

describe('what goes wrong', () => {
  it('is answered with an error, and the next request is served', async () => {
    await started()
    const uri = `${folder.uri}/坏.md`
    client.open(uri, DRAFT)
    await client.diagnostics(uri, 1)
    for (const params of [undefined, {}, {textDocument: null}, {textDocument: {uri}, position: 'here'}])
      await client.request('textDocument/hover', params).catch((error) => expect(error).toBeInstanceOf(ServerError))
    await expect(client.request('textDocument/none', {})).rejects.toMatchObject({code: -32601})
    client.change('file:///not/open.md', 2, [{text: '文'}])
    client.change(uri, 5, [{range: {start: {line: 999, character: -4}, end: {line: -1, character: 3}}, text: '字'}])
    client.notify('textDocument/didClose', {textDocument: {uri: 'file:///never/open.md'}})
    const hover = await client.request<Hover | null>('textDocument/hover', {
      textDocument: {uri},
      position: placeOf(DRAFT, '**次').start,
    })
    expect(hover).not.toBeNull()
  })

  it('is not a request that is taken back', async () => {
    await started()
    const uri = `${folder.uri}/取消.md`
    client.open(uri, DRAFT)
    const hover = client.request('textDocument/hover', {textDocument: {uri}, position: {line: 0, character: 0}})
    client.notify('$/cancelRequest', {id: hover.id})
    await hover.catch((error: ServerError) => expect(error.code).toBe(-32800))
    expect(codes(await client.diagnostics(uri, 1))).toContain('repeated-mark')
  })

  it('says nothing about texts that are not Chinese', async () => {
    await started()
    const uri = `${folder.uri}/README.md`
    client.open(uri, '# A tool\n\nIt does something, , really.\n')
    expect(await client.diagnostics(uri, 1)).toEqual([])
  })
})

describe('large drafts', () => {
  it('are checked in a thread, and never keep the editor waiting', async () => {
    await started()
    const uri = `${folder.uri}/大.txt`
    const lines = Array.from({length: 1500}, (_, index) => `第${index}号库房温湿度计停用两个月，登记簿缺页，无人更换。`)
    const text = `档案工作自查报告\n一、存在的问题\n${lines.join('\n')}\n二、整改措施\n1.档案科5月底前更换温湿度计**个。\n`
    client.open(uri, text)
    const started_ = performance.now()
    await client.request('textDocument/hover', {textDocument: {uri}, position: {line: 0, character: 0}})
    expect(performance.now() - started_).toBeLessThan(1000)
    expect(codes(await client.diagnostics(uri, 1))).toContain('unfilled-placeholder')
    client.change(uri, 2, [{range: placeOf(text, '**'), text: '三'}])
    expect(codes(await client.diagnostics(uri, 2))).not.toContain('unfilled-placeholder')
  })
})
