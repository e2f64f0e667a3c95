export interface LspFlags {
  readonly nodeIpc?: boolean
  readonly helper?: boolean
}

/** `zicha lsp`: serves an editor on standard input and output, or over Node's own channel, until that ends it. */
export async function lspCommand({nodeIpc, helper}: LspFlags): Promise<undefined> {
  if (helper) {
    const {serveServer} = await import('../../lsp/helper.ts')
    serveServer()
    return
  }
  const {startServer} = await import('../../lsp/start.ts')
  startServer(nodeIpc ? 'node-ipc' : 'stdio')
}
