import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect, it} from 'vitest'
import type {Diagnostic, PublishDiagnosticsParams, TextDocumentContentChangeEvent} from 'vscode-languageserver'
import {rules} from '../../rules/index.ts'
import {readMarkdown} from '../../src/draft/markdown/read.ts'
import {readText} from '../../src/draft/text.ts'
import {DEFAULT_CONFIGURATION} from '../../src/lint/configuration.ts'
import {lint} from '../../src/lint/lint.ts'
import {isChinese} from '../../src/lsp/analysis.ts'
import {toLsp} from '../../src/lsp/findings.ts'
import {findPages} from '../../src/lsp/pages.ts'
import {applyChanges, Positions} from '../../src/lsp/positions.ts'
import {Client, type ServerError} from './client.ts'
import {DRAFT} from './drafts.ts'

/** `ZICHA_SOAK=20000` for the long run. */
const OPERATIONS = Number(process.env.ZICHA_SOAK ?? 1500)
/** What the server may grow by after the first half, in MB. */
const GROWTH = 40

/** What a client does wrong, takes back or overtakes has codes of its own; a mistake of the server has another one. */
const CODES = [-32_801, -32_800, -32_602, -32_601]

/** So long that a process of its own analyses it. */
const LARGE = `${DRAFT.slice(0, DRAFT.indexOf('河口水文站'))}${Array.from(
  {length: 900},
  (_, n) => `${n + 2}. ${(n % 12) + 1}月前由后勤科检修第${n}号灭火器，登记造册。\n\n`,
).join('')}`

const PIECES = [
  '检查',
  '，',
  '。',
  '\n',
  '\r\n',
  '二、存在的问题\n',
  '1. ',
  '**',
  '（一）',
  '6月底前',
  '𠮷',
  '负责',
  '|',
  '<!-- zicha-disable -->',
  '',
]

/** A small generator, so that a failure can be seen again (Park and Miller). */
function randomFrom(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (state * 48_271) % 2_147_483_647
    return state % limit
  }
}

interface Open {
  version: number
  positions: Positions
}

class Soak {
  readonly client = new Client()
  readonly open = new Map<string, Open>()
  readonly last = new Map<string, PublishDiagnosticsParams>()
  /** Codes of errors that were answered, and what the server complained of. */
  readonly codes = new Set<number>()
  readonly complaints: unknown[] = []
  readonly random = randomFrom(20_251)
  #version = 0

  async run(operations: number, each: (index: number) => void): Promise<void> {
    const pending = new Set<Promise<unknown>>()
    for (let index = 0; index < operations; index++) {
      const answer = this.#operate()
      if (answer) {
        const settled = answer
          .catch((error: unknown) => this.codes.add((error as ServerError).code))
          .finally(() => pending.delete(settled))
        pending.add(settled)
      }
      // as fast as an editor, not faster than the pipe
      if (index % 10 === 9) {
        await this.client.request('textDocument/hover', this.#at('file:///none.md'))
        this.#hear()
      }
      each(index)
    }
    await Promise.all(pending)
    this.#hear()
  }

  #hear(): void {
    for (const {method, params} of this.client.heard.splice(0))
      if (method === 'textDocument/publishDiagnostics')
        this.last.set((params as PublishDiagnosticsParams).uri, params as PublishDiagnosticsParams)
      else if (method === 'window/logMessage' && /^zicha:/.test((params as {message: string}).message))
        this.complaints.push(params)
  }

  #operate(): Promise<unknown> | undefined {
    // a large draft now and then
    const name = this.random(40) ? `${this.random(6)}` : '大'
    const uri = `file:///soak/${name}.${this.random(2) ? 'md' : 'txt'}`
    const what = this.random(100)
    const known = this.open.get(uri)
    if (!known || what < 3) return this.#reopen(uri)
    if (what < 60) return this.#edit(uri, known)
    if (what < 63) return this.#close(uri)
    if (what < 85) return this.#ask(uri)
    if (what < 92) return this.#break(uri)
    const asked = this.client.request('textDocument/documentSymbol', {textDocument: {uri}})
    this.client.notify('$/cancelRequest', {id: asked.id})
    return asked
  }

  #reopen(uri: string): undefined {
    if (this.open.has(uri)) this.#close(uri)
    const short = DRAFT.repeat(this.random(3)).slice(0, this.random(1200))
    const text = uri.includes('大') ? LARGE : short
    this.open.set(uri, {version: ++this.#version, positions: new Positions(text, 'utf-16')})
    this.client.open(uri, text, undefined, this.#version)
  }

  #edit(uri: string, known: Open): undefined {
    const {length} = known.positions.text
    const changes = Array.from({length: 1 + this.random(2)}, (): TextDocumentContentChangeEvent => {
      const start = this.random(length + 1)
      const end = Math.min(length, start + this.random(length > 1500 && length < 20_000 ? 400 : 12))
      const text = PIECES[this.random(PIECES.length)] as string
      return this.random(60) ? {range: known.positions.toRange({start, end}), text} : {text: DRAFT}
    })
    known.positions = applyChanges(known.positions, changes)
    known.version = ++this.#version
    this.client.change(uri, known.version, changes)
  }

  #close(uri: string): undefined {
    this.open.delete(uri)
    this.client.notify('textDocument/didClose', {textDocument: {uri}})
  }

  #ask(uri: string): Promise<unknown> {
    const methods = [
      ...['hover', 'definition', 'references', 'codeLens', 'foldingRange', 'documentSymbol', 'codeAction'],
      ...['semanticTokens/full', 'inlayHint'],
    ]
    const method = `textDocument/${methods[this.random(methods.length)]}`
    const {position} = this.#at(uri)
    return this.client.request(method, {
      ...this.#at(uri),
      range: {start: {line: 0, character: 0}, end: position},
      context: {diagnostics: [], includeDeclaration: true, ...(this.random(4) ? {} : {only: ['source.fixAll']})},
    })
  }

  #at(uri: string) {
    return {textDocument: {uri}, position: {line: this.random(30), character: this.random(40)}}
  }

  #break(uri: string): Promise<unknown> | undefined {
    switch (this.random(6)) {
      case 0:
        return this.client.request('textDocument/hover', {textDocument: this.random(2) ? null : {uri: 7}})
      case 1:
        return this.client.request('nobody/knows', [1, 2])
      case 2:
        this.client.sendRaw('Content-Length: 5\r\n\r\n{"a":')
        return undefined
      case 3:
        this.client.notify('textDocument/didChange', {
          textDocument: {uri: 'file:///closed.md', version: 1},
          contentChanges: [],
        })
        return undefined
      case 4:
        return this.client.request('textDocument/codeAction', {textDocument: {uri}, range: 3, context: null})
      default:
        this.client.notify('workspace/didChangeConfiguration', {settings: null})
        return undefined
    }
  }
}

const memoryOf = (pid: number): number => {
  try {
    return (Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]) || 0) / 1024
  } catch {
    return 0
  }
}

/** What a run over the same text finds. */
function fresh(uri: string, positions: Positions): Diagnostic[] {
  const {text} = positions
  if (!isChinese(text)) return []
  const read = uri.endsWith('.md') ? readMarkdown : readText
  const features = {related: true, links: true, pages: PAGES}
  const snapshot = {id: 0, uri, path: '', format: 'text', version: 0, positions} as const
  return lint(read(text), DEFAULT_CONFIGURATION, rules).map((one) => toLsp(one, snapshot, features))
}

const PAGES = findPages(fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url)))

it(`survives ${OPERATIONS} operations`, {timeout: 60_000 + OPERATIONS * 60}, async () => {
  const soak = new Soak()
  const {client, open, last} = soak
  await client.start()
  const memory: number[] = []
  await soak.run(OPERATIONS, (index) => {
    if (index % Math.ceil(OPERATIONS / 40) === 0) memory.push(memoryOf(client.server.pid as number))
  })
  // the last word on each open draft
  for (const [uri, {version, positions}] of open) {
    const found = last.get(uri)
    const diagnostics = found?.version === version ? found.diagnostics : await client.diagnostics(uri, version)
    expect(diagnostics, uri).toEqual(fresh(uri, positions))
  }
  const highest = (from: number, to: number): number =>
    Math.max(...memory.slice(Math.floor(memory.length * from), Math.floor(memory.length * to)))
  console.log(`memory of the server: ${memory.map(Math.round).join(' ')} MB`)
  expect(CODES).toEqual(expect.arrayContaining([...soak.codes]))
  expect(soak.complaints).toEqual([])
  expect(highest(0.75, 1)).toBeLessThan(highest(0.25, 0.5) + GROWTH)
  expect(await client.stop()).toBe(0)
})
