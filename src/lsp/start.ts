import {createConnection, ProposedFeatures} from 'vscode-languageserver/node'
import {Server} from './server.ts'

/** Serves an editor; the process ends when the editor says so or goes away. */
export function startServer(transport: 'stdio' | 'node-ipc'): void {
  // the connection reads the way of transport from the arguments
  if (!process.argv.includes(`--${transport}`)) process.argv.push(`--${transport}`)
  const connection = createConnection(ProposedFeatures.all)
  // an answer that nobody waits for any more is no reason to leave the writer without a server
  process.on('unhandledRejection', (reason) => connection.console.error(`zicha: ${reason}`))
  new Server(connection).listen()
}
