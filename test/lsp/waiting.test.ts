import {afterEach, expect, it} from 'vitest'
import type {
  ClientCapabilities,
  CodeAction,
  CodeLens,
  DocumentSymbol,
  FoldingRange,
  Location,
} from 'vscode-languageserver'
import {CAPABILITIES, Client} from './client.ts'
import {placeOf} from './drafts.ts'

const PULL: ClientCapabilities = {
  ...CAPABILITIES,
  textDocument: {...CAPABILITIES.textDocument, diagnostic: {relatedDocumentSupport: false}},
}
const URI = 'file:///drafts/大.txt'
const textDocument = {uri: URI}
let client: Client

afterEach(async () => {
  expect(await client.stop()).toBe(0)
})

const THINGS = [
  '温湿度计',
  '借阅登记簿',
  '消防水带',
  '加油卡台账',
  '值班记录',
  '防汛沙袋',
  '配电箱标识',
  '公务接待清单',
]
const FAULTS = ['停用两个月，无人更换', '登记不全，有三处没有签字', '没有按月核对，账实不符', '缺少**份，原因没有查明']

/** A draft of problems and measures, no two alike, with blanks and repeated marks here and there. */
function draftOf(items: number): string {
  const lines = (what: (index: number, thing: string) => string) =>
    Array.from({length: items}, (_, index) => what(index, THINGS[index % THINGS.length] as string)).join('\n')
  return `档案工作自查报告
我馆对档案工作进行了自查，现将情况报告如下。
一、基本情况
现有库房${items}间，，去年检查4次。
二、存在的问题
${lines((index, thing) => `${index + 1}.第${index + 1}号库房的${thing}${FAULTS[index % 7] ?? '位置不当'}。`)}
三、整改措施
${lines((index, thing) => `${index + 1}.${(index % 6) + 5}月底前由档案科${(index % 9) + 1}组整改第${index + 1}号库房的${thing}，逐项销号。`)}
河口档案馆
2025年6月3日
`
}

it('outline, folds, lenses and jumps of a large draft are there for a client that asks once', async () => {
  client = new Client()
  await client.start(PULL)
  const text = draftOf(700)
  expect(text.length).toBeGreaterThan(30_000)
  client.open(URI, text)
  const ask = <Result>(method: string, more = {}) =>
    client.request<Result>(`textDocument/${method}`, {textDocument, ...more})
  const position = placeOf(text, '第3号库房').start
  const [symbols, folds, lenses, places] = await Promise.all([
    ask<DocumentSymbol[]>('documentSymbol'),
    ask<FoldingRange[]>('foldingRange'),
    ask<CodeLens[]>('codeLens'),
    ask<Location[]>('definition', {position}),
  ])
  expect(symbols.map(({name}) => name)).toContain('存在的问题')
  expect(folds.length).toBeGreaterThan(1)
  expect(lenses.length).toBeGreaterThan(150)
  expect(places[0]?.range.start).toEqual(placeOf(text, `${(2 % 6) + 5}月底前由档案科3组整改第3号`).start)
})

it('a request about a large draft that is taken back ends at once', async () => {
  client = new Client()
  await client.start(PULL)
  client.open(URI, draftOf(20_000))
  const asked = client.request('textDocument/documentSymbol', {textDocument})
  await new Promise((resolve) => setTimeout(resolve, 300))
  const since = performance.now()
  client.notify('$/cancelRequest', {id: asked.id})
  await expect(asked).rejects.toMatchObject({code: -32800})
  expect(performance.now() - since).toBeLessThan(500)
})

it('every safe fix of a large draft is there for a writer who asks, and a save waits for none', async () => {
  client = new Client()
  await client.start(PULL)
  const text = draftOf(700)
  client.open(URI, text)
  const range = {start: {line: 0, character: 0}, end: {line: 0, character: 0}}
  const fixAll = (triggerKind?: number) =>
    client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range,
      context: {diagnostics: [], only: ['source.fixAll'], ...(triggerKind && {triggerKind})},
    })
  const since = performance.now()
  await fixAll(2)
  expect(performance.now() - since).toBeLessThan(1000)
  const [action] = await fixAll(1)
  expect(JSON.stringify(action?.edit)).toContain('"newText":""')
})
