import {readdirSync, readFileSync} from 'node:fs'
import {afterEach, describe, expect, it} from 'vitest'
import type {
  ClientCapabilities,
  CodeAction,
  CodeLens,
  LocationLink,
  Position,
  SymbolInformation,
  TextEdit,
} from 'vscode-languageserver'
import {rules} from '../../rules/index.ts'
import {readMarkdown} from '../../src/draft/markdown/read.ts'
import {readText} from '../../src/draft/text.ts'
import {DEFAULT_CONFIGURATION} from '../../src/lint/configuration.ts'
import {fix} from '../../src/lint/fix.ts'
import {lint} from '../../src/lint/lint.ts'
import {Positions} from '../../src/lsp/positions.ts'
import {CAPABILITIES, Client} from './client.ts'
import {DRAFT, placeOf, temporaryFolder} from './drafts.ts'

const folder = temporaryFolder()
let client: Client

const PULL: ClientCapabilities = {
  ...CAPABILITIES,
  textDocument: {...CAPABILITIES.textDocument, diagnostic: {relatedDocumentSupport: false}},
}

async function opened(uri: string, text: string): Promise<void> {
  client.open(uri, text)
  await client.request('textDocument/diagnostic', {textDocument: {uri}})
}

afterEach(async () => {
  expect(await client.stop()).toBe(0)
})

/** Every place in an answer as an offset of the text, whatever the client counts in. */
function offsets(value: unknown, positions: Positions): unknown {
  if (Array.isArray(value)) return value.map((one) => offsets(one, positions))
  if (typeof value !== 'object' || value === null) return value
  const {line, character} = value as Partial<Position>
  if (line !== undefined && character !== undefined) return positions.toOffset({line, character})
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, offsets(inner, positions)]))
}

describe('a client that counts in', () => {
  const text = DRAFT.replaceAll('公务用车', '𠮷车𡈽').replace('，，去年', '，，é去年').replaceAll('\n', '\r\n')
  let expected: unknown

  it.each(['utf-16', 'utf-8', 'utf-32'] as const)('%s gets every answer at the same characters', async (encoding) => {
    client = new Client()
    await client.start({...PULL, general: {positionEncodings: [encoding]}})
    const positions = new Positions(text, encoding)
    const uri = 'file:///𠮷.md'
    const textDocument = {uri}
    await opened(uri, text)
    const position = positions.toPosition(text.indexOf('没有登记台账'))
    const range = positions.toRange({start: 0, end: text.length})
    const context = {diagnostics: []}
    const ask = (method: string, more = {}) => client.request<never>(`textDocument/${method}`, {textDocument, ...more})
    const answers = await Promise.all([
      ask('diagnostic'),
      ask('hover', {position}),
      ask('definition', {position}),
      ask('references', {position, context: {includeDeclaration: true}}),
      ask('codeLens'),
      ask('documentSymbol'),
      ask('codeAction', {range, context}),
      ask('codeAction', {range, context: {...context, only: ['source.fixAll']}}),
    ])
    const {data} = await client.request<{data: number[]}>('textDocument/semanticTokens/full', {textDocument})
    const [line = 0, character = 0, length = 0] = data
    const token = {start: {line, character}, end: {line, character: character + length}}
    const seen = offsets([...answers, token], positions)
    expect(JSON.stringify(seen)).toContain(String(text.indexOf('**')))
    expect(seen).toEqual((expected ??= seen))
  })
})

describe('a client that cannot', () => {
  const uri = 'file:///甲.md'
  const textDocument = {uri}
  const range = {start: {line: 0, character: 0}, end: {line: 99, character: 0}}
  const actions = (uri: string) =>
    client.request<CodeAction[]>('textDocument/codeAction', {textDocument: {uri}, range, context: {diagnostics: []}})

  it('run commands gets no action that needs one, and lenses that are labels', async () => {
    client = new Client()
    const {executeCommand: _, ...workspace} = PULL.workspace ?? {}
    await client.start({...PULL, workspace})
    await opened(uri, DRAFT)
    await opened('file:///乙.txt', DRAFT)
    const all = [...(await actions(uri)), ...(await actions('file:///乙.txt'))]
    expect(all.length).toBeGreaterThan(0)
    expect(all.filter(({command}) => command)).toEqual([])
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', {textDocument})
    expect(lenses.map(({command}) => command)).toEqual([
      {title: '1 项措施', command: ''},
      {title: '无对应措施', command: ''},
      {title: '针对 1 个问题', command: ''},
    ])
  })

  it('check versions gets plain changes', async () => {
    client = new Client()
    await client.start({...PULL, workspace: {...PULL.workspace, workspaceEdit: {}}})
    await opened(uri, DRAFT)
    const [fixed] = (await actions(uri)).filter(({isPreferred}) => isPreferred)
    expect(fixed?.edit).toEqual({changes: {[uri]: [{range: expect.anything(), newText: expect.any(String)}]}})
  })

  it('read action literals gets no actions', async () => {
    client = new Client()
    await client.start({...PULL, textDocument: {...PULL.textDocument, codeAction: {}}})
    await opened(uri, DRAFT)
    expect(await actions(uri)).toBeNull()
  })

  it('draw trees gets a list of symbols', async () => {
    client = new Client()
    await client.start({...PULL, textDocument: {...PULL.textDocument, documentSymbol: {}}})
    await opened(uri, DRAFT)
    const symbols = await client.request<SymbolInformation[]>('textDocument/documentSymbol', {textDocument})
    expect(symbols.map(({name, containerName}) => [name, containerName])).toEqual(
      expect.arrayContaining([
        ['存在的问题', undefined],
        ['值班室灭火器压力不足，没有及时更换', '存在的问题'],
      ]),
    )
    expect(symbols.every(({location}) => location.uri === uri)).toBe(true)
  })
})

describe('a client that can', () => {
  it('show links gets them with the words that it comes from', async () => {
    client = new Client()
    await client.start({...PULL, textDocument: {...PULL.textDocument, definition: {linkSupport: true}}})
    await opened('file:///甲.md', DRAFT)
    const position = placeOf(DRAFT, '公务用车加油没有').start
    const [link, ...others] = await client.request<LocationLink[]>('textDocument/definition', {
      textDocument: {uri: 'file:///甲.md'},
      position,
    })
    expect(others).toEqual([])
    expect(link?.originSelectionRange?.start).toEqual(position)
    expect(link?.targetSelectionRange.start).toEqual(placeOf(DRAFT, '6月底前，由办公室').start)
  })

  it('apply all fixes gets what the command line would write, whatever overlaps', async () => {
    client = new Client()
    await client.start(PULL, {workspaceFolders: [{uri: folder.uri, name: '草稿'}]})
    const fixtures = new URL('../../fixtures/annotated/', import.meta.url)
    const names = readdirSync(fixtures).filter((name) => /^d[1-3]\d\.(?:md|txt)$/.test(name))
    const drafts: [string, string][] = [
      ...names.map((name): [string, string] => [name, readFileSync(new URL(name, fixtures), 'utf8')]),
      [
        'overlap.txt',
        '档案自查报告\r\n一、存在的问题\r\n1.二号库房,,停用，，。。三个月,,无人更换 。\r\n2、 三号库房(漏雨).\r\n',
      ],
    ]
    let changed = 0
    for (const [name, text] of drafts) {
      const uri = `${folder.uri}/${name}`
      const read = name.endsWith('.md') ? readMarkdown : readText
      const again = (draft: ReturnType<typeof read>) => lint(draft, DEFAULT_CONFIGURATION, rules)
      const expected = fix(read(text), read, again, false).source
      await opened(uri, text)
      const ask = () =>
        client.request<CodeAction[]>('textDocument/codeAction', {
          textDocument: {uri},
          range: {start: {line: 0, character: 0}, end: {line: 0, character: 0}},
          context: {diagnostics: [], only: ['source.fixAll'], triggerKind: 1},
        })
      const [action] = await ask()
      if (!action) {
        expect(expected, name).toBe(text)
        continue
      }
      changed++
      const [change] = (action.edit?.documentChanges ?? []) as {edits: TextEdit[]}[]
      const positions = new Positions(text, 'utf-16')
      const edits = (change?.edits ?? []).map(({range, newText}) => ({...positions.toSpan(range), newText}))
      edits.sort((a, b) => a.start - b.start)
      for (const [index, edit] of edits.entries())
        expect(edit.start, name).toBeGreaterThanOrEqual(edits[index - 1]?.end ?? 0)
      const after = edits.reduceRight(
        (left, {start, end, newText}) => left.slice(0, start) + newText + left.slice(end),
        text,
      )
      expect(after, name).toBe(expected)
      client.change(uri, 2, [{text: after}])
      expect(await ask(), name).toEqual([])
    }
    expect(changed).toBeGreaterThan(3)
  })
})
