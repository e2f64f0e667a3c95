import {createConnection, ProposedFeatures} from 'vscode-languageserver/node'
import {messageLanguage} from '../cli/io.ts'
import {Failure} from '../lint/failure.ts'
import type {Localized} from '../lint/rule.ts'
import {Frames} from './frames.ts'
import {Server} from './server.ts'

const BROKEN: Localized = {
  zh: 'zicha lsp：收到的不是语言服务器协议的消息，缺少合用的 Content-Length（{head}）。',
  en: 'zicha lsp: what came in is no message of the Language Server Protocol, without a proper Content-Length ({head}).',
}
/** So much of a head is told. */
const TOLD = 80

/** Serves an editor; the process ends when the editor says so or goes away. */
export function startServer(transport: 'stdio' | 'node-ipc'): void {
  // the connection reads the way of transport from the arguments
  if (!process.argv.includes(`--${transport}`)) process.argv.push(`--${transport}`)
  if (transport === 'stdio') endAfterBrokenFrame()
  const connection = createConnection(ProposedFeatures.all)
  // an answer that nobody waits for any more is no reason to leave the writer without a server
  process.on('unhandledRejection', (reason) => connection.console.error(`zicha: ${reason}`))
  new Server(connection).listen()
}

function endAfterBrokenFrame(): void {
  const frames = new Frames()
  process.stdin.on('data', (chunk: Buffer) => {
    const head = frames.take(chunk)
    if (head === undefined) return
    const failure = new Failure(BROKEN, {head: head.slice(0, TOLD)})
    process.stderr.write(`${failure.in(messageLanguage(process.argv))}\n`)
    process.exit(1)
  })
}
