import {type ChildProcess, spawn} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import type {ClientCapabilities, Diagnostic, InitializeResult, PublishDiagnosticsParams} from 'vscode-languageserver'

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
/** How the server is started from its source. */
export const SERVER: readonly string[] = [
  process.execPath,
  '--import',
  import.meta.resolve('tsx'),
  MAIN,
  'lsp',
  '--stdio',
]

interface Message {
  readonly jsonrpc: '2.0'
  readonly id?: number | string | null
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: {readonly code: number; readonly message: string; readonly data?: unknown}
}

/** What a server answered instead of a result. */
export class ServerError extends Error {
  readonly code: number
  readonly data: unknown

  constructor({code, message, data}: NonNullable<Message['error']>) {
    super(message)
    this.code = code
    this.data = data
  }
}

/** What an editor of today can do; tests take away from it. */
export const CAPABILITIES: ClientCapabilities = {
  workspace: {
    workspaceFolders: true,
    configuration: true,
    executeCommand: {},
    workspaceEdit: {documentChanges: true},
    diagnostics: {refreshSupport: true},
    didChangeWatchedFiles: {dynamicRegistration: true},
  },
  textDocument: {
    publishDiagnostics: {relatedInformation: true, codeDescriptionSupport: true},
    codeAction: {codeActionLiteralSupport: {codeActionKind: {valueSet: ['quickfix']}}, isPreferredSupport: true},
    documentSymbol: {hierarchicalDocumentSymbolSupport: true},
    definition: {linkSupport: false},
    hover: {contentFormat: ['markdown']},
  },
}

/** A language client that does nothing but speak the protocol. */
export class Client {
  readonly server: ChildProcess
  /** Everything the server said that is no answer. */
  readonly heard: Message[] = []
  /** What it answers to the server's own requests; what is thrown becomes an error. */
  readonly answers = new Map<string, (params: unknown) => unknown>()
  readonly exited: Promise<number | null>
  #chunks: Buffer[] = []
  #held = 0
  /** How many bytes have to be there before it is worth looking. */
  #wanted = 1
  #id = 0
  readonly #waiting = new Map<number, {resolve(value: never): void; reject(error: Error): void}>()
  readonly #listeners = new Set<(message: Message) => void>()

  constructor(command: readonly string[] = SERVER, env: Readonly<Record<string, string>> = {}) {
    const [program, ...args] = command
    this.server = spawn(program as string, args, {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: {...process.env, ...env},
    })
    this.server.stdout?.on('data', (data: Buffer) => this.#read(data))
    this.exited = new Promise((resolve) => this.server.on('exit', resolve))
  }

  /** Starts the server and says what the editor can do. */
  async start(
    capabilities: ClientCapabilities = CAPABILITIES,
    more: Record<string, unknown> = {},
  ): Promise<InitializeResult> {
    const result = await this.request<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: null,
      capabilities,
      ...more,
    })
    this.notify('initialized', {})
    return result
  }

  /** Ends the server as the protocol has it. @returns its exit code */
  async stop(): Promise<number | null> {
    await this.request('shutdown', undefined)
    this.notify('exit', undefined)
    return this.exited
  }

  request<Result>(method: string, params: unknown): Promise<Result> & {readonly id: number} {
    const id = ++this.#id
    const answer = new Promise<Result>((resolve, reject) => this.#waiting.set(id, {resolve, reject}))
    this.#send({jsonrpc: '2.0', id, method, params})
    return Object.assign(answer, {id})
  }

  notify(method: string, params: unknown): void {
    this.#send({jsonrpc: '2.0', method, params})
  }

  /** Bytes that need not be a message. */
  sendRaw(text: string): void {
    this.server.stdin?.write(text)
  }

  open(uri: string, text: string, languageId = uri.endsWith('.md') ? 'markdown' : 'plaintext', version = 1): void {
    this.notify('textDocument/didOpen', {textDocument: {uri, languageId, version, text}})
  }

  change(uri: string, version: number, contentChanges: readonly unknown[]): void {
    this.notify('textDocument/didChange', {textDocument: {uri, version}, contentChanges})
  }

  /** The next message without answer that passes a test, among those already heard as well. */
  async wait(test: (message: Message) => boolean, patience = 15_000): Promise<Message> {
    const found = this.heard.find(test)
    if (found) return found
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#listeners.delete(listen)
        reject(new Error('the server did not say what was waited for'))
      }, patience)
      const listen = (message: Message): void => {
        if (!test(message)) return
        clearTimeout(timer)
        this.#listeners.delete(listen)
        resolve(message)
      }
      this.#listeners.add(listen)
    })
  }

  /** What the server pushes about a version of a draft. */
  async diagnostics(uri: string, version?: number): Promise<Diagnostic[]> {
    const {params} = await this.wait(
      (message) =>
        message.method === 'textDocument/publishDiagnostics' &&
        (message.params as PublishDiagnosticsParams).uri === uri &&
        (version === undefined || (message.params as PublishDiagnosticsParams).version === version),
    )
    return (params as PublishDiagnosticsParams).diagnostics
  }

  #send(message: Message): void {
    const body = JSON.stringify(message)
    this.server.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }

  #read(data: Buffer): void {
    this.#chunks.push(data)
    this.#held += data.length
    // a long message comes in many pieces, and is put together once
    while (this.#held >= this.#wanted) {
      const held = Buffer.concat(this.#chunks)
      this.#chunks = [held]
      const head = held.indexOf('\r\n\r\n')
      if (head < 0) return
      const end = head + 4 + Number(/Content-Length: (\d+)/i.exec(held.toString('latin1', 0, head))?.[1])
      this.#wanted = end
      if (held.length < end) return
      const message = JSON.parse(held.toString('utf8', head + 4, end)) as Message
      this.#chunks = [held.subarray(end)]
      this.#held -= end
      this.#wanted = 1
      this.#take(message)
    }
  }

  #answer(id: number | string, method: string, params: unknown): void {
    try {
      this.#send({jsonrpc: '2.0', id, result: this.answers.get(method)?.(params) ?? null})
    } catch (error) {
      this.#send({jsonrpc: '2.0', id, error: {code: -32603, message: String(error)}})
    }
  }

  #take(message: Message): void {
    const {id, method} = message
    if (method === undefined) {
      const waiting = this.#waiting.get(id as number)
      this.#waiting.delete(id as number)
      if (message.error) waiting?.reject(new ServerError(message.error))
      else waiting?.resolve(message.result as never)
      return
    }
    this.heard.push(message)
    if (id !== undefined && id !== null) this.#answer(id, method, message.params)
    for (const listener of [...this.#listeners]) listener(message)
  }
}
