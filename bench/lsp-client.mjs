// An editor, as far as a language server can tell: it opens a draft, types, and takes the findings that are pushed.
import {spawn} from 'node:child_process'
import {pathToFileURL} from 'node:url'
import {promiseWith} from './measure.mjs'

/** How long an answer may take, and the first one, in milliseconds. */
const LIMIT = 60_000
const START = 10_000
const HEAD_END = Buffer.from('\r\n\r\n')

/** Cuts a stream into messages, each behind a head that tells its length. */
export function messages(stream, take) {
  let pieces = []
  let size = 0
  let wanted = -1 // the head is not read yet
  stream.on('data', (piece) => {
    pieces.push(piece)
    size += piece.length
    while (size >= wanted) {
      const all = pieces.length === 1 ? pieces[0] : Buffer.concat(pieces)
      pieces = [all]
      if (wanted < 0) {
        const end = all.indexOf(HEAD_END)
        if (end < 0) return
        wanted = Number(/content-length: *(\d+)/i.exec(all.toString('latin1', 0, end))[1])
        pieces = [all.subarray(end + 4)]
      } else {
        take(JSON.parse(all.toString('utf8', 0, wanted)))
        pieces = [all.subarray(wanted)]
        wanted = -1
      }
      size = pieces[0].length
      if (size === 0) return
    }
  })
}

export function send(stream, message) {
  const body = Buffer.from(JSON.stringify({jsonrpc: '2.0', ...message}))
  stream.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]))
}

export class Editor {
  #child
  #folder
  #count = 0
  #answers = new Map()
  #published = () => {}
  #wanted
  #ended

  /** @param args that start the server @param folder that is open in the editor @param answers it sends for a change */
  constructor(args, folder, answers = 1) {
    this.#folder = folder
    this.#wanted = answers
    this.#child = spawn(process.execPath, args, {cwd: folder, stdio: ['pipe', 'pipe', 'ignore']})
    this.#ended = promiseWith()
    this.#child.on('exit', (code) => this.#ended.resolve(code))
    this.#child.on('error', (error) => this.#ended.reject(error))
    // a server that has ended is noticed where its answer is missed
    this.#child.stdin.on('error', () => {})
    messages(this.#child.stdout, (message) => this.#take(message))
  }

  #take({id, method, params, result}) {
    if (method === 'textDocument/publishDiagnostics') this.#published(params)
    else if (method && id !== undefined) send(this.#child.stdin, {id, result: answerOf(method, params)})
    else if (!method) this.#answers.get(id)?.(result)
  }

  notify(method, params) {
    send(this.#child.stdin, {method, params})
  }

  request(method, params) {
    const id = ++this.#count
    const {promise, resolve} = promiseWith()
    this.#answers.set(id, resolve)
    send(this.#child.stdin, {id, method, params})
    return this.#orLate(promise, method, method === 'initialize' ? START : LIMIT)
  }

  async open({name, language, text}) {
    this.uri = pathToFileURL(`${this.#folder}/${name}`).href
    const rootUri = pathToFileURL(this.#folder).href
    const {capabilities} = await this.request('initialize', {
      processId: process.pid,
      rootUri,
      workspaceFolders: [{uri: rootUri, name: 'drafts'}],
      capabilities: {
        textDocument: {
          synchronization: {didSave: true},
          publishDiagnostics: {versionSupport: true, relatedInformation: true, tagSupport: {valueSet: [1, 2]}},
        },
        workspace: {workspaceFolders: true},
      },
    })
    const sync = capabilities.textDocumentSync
    /** Servers that want the whole text with each change get it, as from every editor. */
    this.whole = (typeof sync === 'object' ? sync.change : sync) === 1
    this.notify('initialized', {})
    const textDocument = {uri: this.uri, languageId: language, version: 1, text}
    return this.findings(1, () => this.notify('textDocument/didOpen', {textDocument}))
  }

  change(version, contentChanges) {
    const textDocument = {uri: this.uri, version}
    return this.findings(version, () => this.notify('textDocument/didChange', {textDocument, contentChanges}))
  }

  /**
   * Waits for the findings of a version; where a server doesn't tell the version, for as many answers as it sends.
   * @returns the milliseconds until they had come and been parsed, and the findings
   */
  findings(version, act) {
    const {promise, resolve} = promiseWith()
    let missing = this.#wanted
    const start = performance.now()
    this.#published = (params) => {
      if (params.uri !== this.uri || (params.version ?? version) !== version || --missing > 0) return
      resolve({ms: performance.now() - start, diagnostics: params.diagnostics})
    }
    act()
    return this.#orLate(promise, 'publishDiagnostics')
  }

  async #orLate(promise, what, limit = LIMIT) {
    let timer
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no ${what} in ${limit / 1000} s`)), limit)
    })
    const ended = this.#ended.promise.then((code) => {
      throw new Error(`the server has ended (${code}) before ${what}`)
    })
    try {
      return await Promise.race([promise, late, ended])
    } finally {
      clearTimeout(timer)
    }
  }

  async close() {
    await this.request('shutdown', null)
    this.notify('exit')
    // some servers don't go before their input ends
    this.#child.stdin.end()
    const timer = setTimeout(() => this.kill(), 2000)
    await this.#ended.promise
    clearTimeout(timer)
  }

  kill() {
    this.#child.stdin.destroy()
    this.#child.kill()
  }
}

/** What an editor without settings answers. */
function answerOf(method, params) {
  return method === 'workspace/configuration' ? params.items.map(() => ({})) : null
}
