import {CodeActionKind, type InitializeResult, TextDocumentSyncKind} from 'vscode-languageserver/node'
import packageJson from '../../../package.json' with {type: 'json'}
import type {Client} from '../client.ts'
import {FIX_ALL} from './code-action.ts'
import {COMMANDS} from './commands.ts'
import {LEGEND} from './semantic-tokens.ts'

/** What the server offers to a client. */
export const initializeResult = (client: Client): InitializeResult => ({
  serverInfo: {name: 'zicha', version: packageJson.version},
  capabilities: {
    positionEncoding: client.encoding,
    textDocumentSync: {openClose: true, change: TextDocumentSyncKind.Incremental, save: true},
    hoverProvider: true,
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    codeLensProvider: {},
    inlayHintProvider: true,
    semanticTokensProvider: {legend: LEGEND, full: true},
    codeActionProvider: {codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL]},
    executeCommandProvider: {commands: COMMANDS},
    workspace: {workspaceFolders: {supported: true, changeNotifications: true}},
    ...(client.pull
      ? {diagnosticProvider: {identifier: 'zicha', interFileDependencies: false, workspaceDiagnostics: true}}
      : {}),
  },
})
