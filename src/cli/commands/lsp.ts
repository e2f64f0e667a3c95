import {CLEAN} from '../io.ts'

export interface LspFlags {
  readonly nodeIpc?: boolean
  readonly thread?: boolean
}

/** `zicha lsp`: serves an editor on standard input and output, or over Node's own channel. */
export async function lspCommand({nodeIpc, thread}: LspFlags): Promise<number> {
  if (thread) {
    const {serveThread} = await import('../../lsp/worker.ts')
    serveThread()
    return CLEAN
  }
  const {startServer} = await import('../../lsp/start.ts')
  startServer(nodeIpc ? 'node-ipc' : 'stdio')
  return CLEAN
}
