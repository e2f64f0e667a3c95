import {basename} from 'node:path'
import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver/node'
import {CONFIG_NAMES, IGNORE_NAMES, SIDECAR_NAME} from '../config/folders.ts'
import {readClient} from './client.ts'
import {codeAction} from './methods/code-action.ts'
import {codeLens} from './methods/code-lens.ts'
import {executeCommand} from './methods/commands.ts'
import {definition} from './methods/definition.ts'
import {diagnostic} from './methods/diagnostic.ts'
import {documentSymbol} from './methods/document-symbol.ts'
import {foldingRange} from './methods/folding-range.ts'
import {hover} from './methods/hover.ts'
import {initializeResult} from './methods/initialize.ts'
import {inlayHint} from './methods/inlay-hint.ts'
import {references} from './methods/references.ts'
import {semanticTokens} from './methods/semantic-tokens.ts'
import {workspaceDiagnostic} from './methods/workspace-diagnostic.ts'
import {Publisher} from './publisher.ts'
import {Session} from './session.ts'
import {Workspace} from './workspace.ts'

/** Files that decide how drafts are checked. */
const WATCHED = [...CONFIG_NAMES, ...IGNORE_NAMES, SIDECAR_NAME]
const DRAFTS = '**/*.{txt,md,markdown}'

type Method<Params, Result> = (session: Session, params: Params, token: CancellationToken) => Promise<Result>

/** Connects every method of the protocol with the session that it works on. */
export class Server {
  readonly #connection: Connection
  #session: Session | undefined
  #publisher: Publisher | undefined

  constructor(connection: Connection) {
    this.#connection = connection
    connection.onInitialize((params) => this.#initialize(params))
    connection.onInitialized(() => this.#initialized())
    connection.onShutdown(() => this.#session?.analyst.close())
    this.#listenToDrafts()
    this.#listenToSettings()
    this.#answer()
  }

  listen(): void {
    this.#connection.listen()
  }

  #initialize(params: InitializeParams): InitializeResult {
    const client = readClient(params)
    const root = params.rootUri ? [{uri: params.rootUri, name: basename(params.rootUri)}] : []
    const folders = params.workspaceFolders ?? root
    const workspace = new Workspace(this.#connection, client, folders, params.initializationOptions)
    const session = new Session(this.#connection, client, workspace)
    session.configurationChanged = () => this.#refresh()
    this.#session = session
    if (!client.pull) this.#publisher = new Publisher(session)
    return initializeResult(client)
  }

  #initialized(): void {
    const {client} = this.#session as Session
    const register = this.#connection.client.register.bind(this.#connection.client)
    const ignore = (): void => undefined
    if (client.registerConfiguration)
      register(DidChangeConfigurationNotification.type, {section: 'zicha'}).catch(ignore)
    if (client.registerWatchers) {
      const globs = [...WATCHED.map((name) => `**/${name}`), DRAFTS]
      const watchers = globs.map((globPattern) => ({globPattern}))
      register(DidChangeWatchedFilesNotification.type, {watchers}).catch(ignore)
    }
    if (client.folders)
      this.#connection.workspace.onDidChangeWorkspaceFolders(({added, removed}) => {
        this.#session?.workspace.change(added, removed)
        this.#refresh()
      })
  }

  #listenToDrafts(): void {
    const connection = this.#connection
    connection.onDidOpenTextDocument(({textDocument}) => {
      const snapshot = this.#session?.open(textDocument)
      if (snapshot) this.#publisher?.changed(snapshot)
    })
    connection.onDidChangeTextDocument(({textDocument, contentChanges}) => {
      const snapshot = this.#session?.change(textDocument.uri, textDocument.version, contentChanges)
      if (snapshot) this.#publisher?.changed(snapshot)
    })
    connection.onDidCloseTextDocument(({textDocument: {uri}}) => {
      if (!this.#session?.snapshot(uri)) return
      this.#session.close(uri)
      this.#publisher?.closed(uri)
    })
  }

  #listenToSettings(): void {
    this.#connection.onDidChangeConfiguration(({settings}) => {
      this.#session?.workspace.forget(settings)
      this.#refresh()
    })
    this.#connection.onDidChangeWatchedFiles(({changes}) => {
      const names = new Set<string>(WATCHED)
      if (changes.some(({uri}) => names.has(decodeURIComponent(basename(uri))))) this.#refresh()
      else this.#session?.filesChanged()
    })
    // a client that watches no files may have saved a configuration as well
    this.#connection.onDidSaveTextDocument(() => {
      if (this.#session && !this.#session.client.registerWatchers) this.#refresh()
    })
  }

  /** Settings or configuration have changed: everything is checked again. */
  #refresh(): void {
    const session = this.#session
    if (!session) return
    session.forget()
    for (const snapshot of session.snapshots) this.#publisher?.changed(snapshot)
    if (session.client.refreshDiagnostics) this.#connection.languages.diagnostics.refresh()
    session.refreshViews()
  }

  #answer(): void {
    const connection = this.#connection
    const on =
      <Params, Result>(method: Method<Params, Result>) =>
      async (params: Params, token: CancellationToken): Promise<Result> => {
        if (!this.#session) throw new ResponseError(LSPErrorCodes.RequestFailed, 'not initialized')
        if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')
        return method(this.#session, params, token)
      }
    connection.onHover(on(hover))
    connection.onDocumentSymbol(on(documentSymbol))
    connection.onFoldingRanges(on(foldingRange))
    connection.onDefinition(on(definition))
    connection.onReferences(on(references))
    connection.onCodeLens(on(codeLens))
    connection.onCodeAction(on(codeAction))
    connection.onExecuteCommand(on(executeCommand))
    connection.languages.inlayHint.on(on(inlayHint))
    connection.languages.semanticTokens.on(on(semanticTokens))
    connection.languages.diagnostics.on(on(diagnostic))
    connection.languages.diagnostics.onWorkspace(on(workspaceDiagnostic))
  }
}
