import {CLEAN} from '../io.ts'

export interface LspFlags {
  readonly nodeIpc?: boolean
  readonly helper?: boolean
}

/** `zicha lsp`: serves an editor on standard input and output, or over Node's own channel. */
export async function lspCommand({nodeIpc, helper}: LspFlags): Promise<number> {
  if (helper) {
    const {serveServer} = await import('../../lsp/helper.ts')
    serveServer()
    return CLEAN
  }
  const {startServer} = await import('../../lsp/start.ts')
  startServer(nodeIpc ? 'node-ipc' : 'stdio')
  return CLEAN
}
