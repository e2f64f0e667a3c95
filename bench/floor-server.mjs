// The least that a language server can take: it reads each change and answers with a list that never changes.
import {readFileSync} from 'node:fs'
import {messages, send} from './lsp-client.mjs'

/** The findings that zicha had for the draft: as much to send, and for the editor to read, as zicha has. */
const diagnostics = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const publish = ({uri, version}) =>
  send(process.stdout, {method: 'textDocument/publishDiagnostics', params: {uri, version, diagnostics}})

messages(process.stdin, ({id, method, params}) => {
  if (method === 'initialize') send(process.stdout, {id, result: {capabilities: {textDocumentSync: 2}}})
  else if (method === 'shutdown') send(process.stdout, {id, result: null})
  else if (method === 'exit') process.exit()
  else if (params?.textDocument) publish(params.textDocument)
})
