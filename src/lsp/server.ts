import {basename} from 'node:path'
import {
  type CancellationToken,
  type Connection,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  type ResultProgressReporter,
} from 'vscode-languageserver/node'
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
import {areChanges, type CHECKS, isDraft, isWellFormed} from './params.ts'
import {Publisher} from './publisher.ts'
import {Session} from './session.ts'
import {decide, GLOBS} from './watched.ts'
import {Workspace} from './workspace.ts'

type Method<Params, Result, Part> = (
  session: Session,
  params: Params,
  token: CancellationToken,
  progress?: ResultProgressReporter<Part>,
) => Promise<Result>

const cancelled = (): ResponseError<void> => new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')

/** The answer, or at once the error for a request that is taken back. */
async function unlessCancelled<Result>(answer: Promise<Result>, token: CancellationToken): Promise<Result> {
  let stop: (() => void) | undefined
  const taken = new Promise<never>((_, reject) => {
    const listening = token.onCancellationRequested(() => reject(cancelled()))
    stop = () => listening.dispose()
  })
  try {
    return await Promise.race([answer, taken])
  } finally {
    stop?.()
  }
}

/** Connects every method of the protocol with the session that it works on. */
export class Server {
  readonly #connection: Connection
  #session: Session | undefined
  #publisher: Publisher | undefined
  #hasEnded = false

  constructor(connection: Connection) {
    this.#connection = connection
    connection.onInitialize((params) => this.#initialize(params))
    connection.onInitialized(() => this.#initialized())
    connection.onShutdown(() => {
      this.#hasEnded = true
      this.#session?.analyst.close()
    })
    this.#listenToDrafts()
    this.#listenToSettings()
    this.#answer()
  }

  listen(): void {
    this.#connection.listen()
  }

  #initialize(params: InitializeParams): InitializeResult {
    if (this.#session) throw new ResponseError(ErrorCodes.InvalidRequest, 'already initialized')
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
    if (!this.#session) return
    const {client} = this.#session
    const register = this.#connection.client.register.bind(this.#connection.client)
    const ignore = (): void => undefined
    if (client.registerConfiguration)
      register(DidChangeConfigurationNotification.type, {section: 'zicha'}).catch(ignore)
    if (client.registerWatchers) {
      const watchers = GLOBS.map((globPattern) => ({globPattern}))
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
      if (!isDraft(textDocument)) throw new Error('textDocument/didOpen without a text')
      const snapshot = this.#session?.open(textDocument)
      if (snapshot) this.#publisher?.changed(snapshot)
    })
    connection.onDidChangeTextDocument(({textDocument, contentChanges}) => {
      if (!areChanges(contentChanges)) throw new Error('textDocument/didChange with changes of a wrong form')
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
    this.#connection.onDidChangeWatchedFiles(async ({changes}) => {
      if (!this.#session) return
      const uris = changes.map(({uri}) => uri)
      if (await decide(this.#session, uris)) this.#refresh()
      else this.#session.filesChanged()
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
    const {refreshDiagnostics} = session.client
    if (refreshDiagnostics) this.#connection.sendRequest(DiagnosticRefreshRequest.type).catch(() => undefined)
    session.refreshViews()
  }

  #answer(): void {
    const connection = this.#connection
    connection.onHover(this.#with('place', hover))
    connection.onDocumentSymbol(this.#with('draft', documentSymbol))
    connection.onFoldingRanges(this.#with('draft', foldingRange))
    connection.onDefinition(this.#with('place', definition))
    connection.onReferences(this.#with('place', references))
    connection.onCodeLens(this.#with('draft', codeLens))
    connection.onCodeAction(this.#with('range', codeAction))
    connection.onExecuteCommand(this.#with('command', executeCommand))
    connection.languages.inlayHint.on(this.#with('range', inlayHint))
    connection.languages.semanticTokens.on(this.#with('draft', semanticTokens))
    connection.languages.diagnostics.on(this.#with('draft', diagnostic))
    connection.languages.diagnostics.onWorkspace(this.#with('known', workspaceDiagnostic))
  }

  /** A method that is only asked what it can answer, while it can. */
  #with<Params, Result, Part>(check: keyof typeof CHECKS, method: Method<Params, Result, Part>) {
    return async (
      params: Params,
      token: CancellationToken,
      _: unknown,
      progress?: ResultProgressReporter<Part>,
    ): Promise<Result> => {
      if (this.#hasEnded) throw new ResponseError(ErrorCodes.InvalidRequest, 'the server was told to end')
      if (!this.#session) throw new ResponseError(ErrorCodes.ServerNotInitialized, 'not initialized')
      if (!isWellFormed(params, check))
        throw new ResponseError(ErrorCodes.InvalidParams, `parameters without a well-formed ${check}`)
      if (token.isCancellationRequested) throw cancelled()
      const answer = method(this.#session, params, token, progress)
      this.#session.analyst.rehearsal.pauseFor(answer)
      // a command goes on to its end, and what it has done is told
      return check === 'command' ? answer : unlessCancelled(answer, token)
    }
  }
}
