import type {InitializeParams} from 'vscode-languageserver'
import type {Language} from '../lint/configuration.ts'
import {ENCODINGS, type PositionEncoding} from './positions.ts'

/** What the client said it can do, as far as it matters here. */
export interface Client {
  readonly encoding: PositionEncoding
  readonly locale: Language
  readonly pull: boolean
  readonly refreshDiagnostics: boolean
  readonly refreshCodeLens: boolean
  readonly refreshInlayHints: boolean
  readonly refreshTokens: boolean
  readonly configuration: boolean
  readonly registerConfiguration: boolean
  readonly registerWatchers: boolean
  readonly folders: boolean
  readonly related: boolean
  readonly links: boolean
  readonly markdown: boolean
  readonly literalActions: boolean
  readonly definitionLinks: boolean
  readonly symbolTree: boolean
  /** Whether it runs commands of the server. */
  readonly executes: boolean
  readonly versionedEdits: boolean
  /** The command by which the client lists places, when it has told one (`initializationOptions.showPlaces`). */
  readonly showPlaces: string | undefined
}

export function readClient({capabilities, locale, initializationOptions}: InitializeParams): Client {
  const {general, workspace, textDocument} = capabilities
  const offered: readonly string[] = Array.isArray(general?.positionEncodings) ? general.positionEncodings : []
  const options = (initializationOptions ?? {}) as {readonly showPlaces?: unknown}
  return {
    // in UTF-16 nothing has to be counted; a client that offers nothing counts in it
    encoding: offered.includes('utf-16') ? 'utf-16' : (ENCODINGS.find((one) => offered.includes(one)) ?? 'utf-16'),
    locale: typeof locale === 'string' && /^en\b/i.test(locale) ? 'en' : 'zh',
    pull: Boolean(textDocument?.diagnostic),
    refreshDiagnostics: Boolean(workspace?.diagnostics?.refreshSupport),
    refreshCodeLens: Boolean(workspace?.codeLens?.refreshSupport),
    refreshInlayHints: Boolean(workspace?.inlayHint?.refreshSupport),
    refreshTokens: Boolean(workspace?.semanticTokens?.refreshSupport),
    configuration: Boolean(workspace?.configuration),
    registerConfiguration: Boolean(workspace?.didChangeConfiguration?.dynamicRegistration),
    registerWatchers: Boolean(workspace?.didChangeWatchedFiles?.dynamicRegistration),
    folders: Boolean(workspace?.workspaceFolders),
    related: Boolean(textDocument?.publishDiagnostics?.relatedInformation),
    links: Boolean(textDocument?.publishDiagnostics?.codeDescriptionSupport),
    markdown: textDocument?.hover?.contentFormat?.includes('markdown') ?? false,
    literalActions: Boolean(textDocument?.codeAction?.codeActionLiteralSupport),
    definitionLinks: Boolean(textDocument?.definition?.linkSupport),
    symbolTree: Boolean(textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport),
    executes: Boolean(workspace?.executeCommand),
    versionedEdits: Boolean(workspace?.workspaceEdit?.documentChanges),
    showPlaces: typeof options.showPlaces === 'string' ? options.showPlaces : undefined,
  }
}
