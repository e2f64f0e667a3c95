import {
  CodeLensRefreshRequest,
  type Connection,
  SemanticTokensRefreshRequest,
  type TextDocumentContentChangeEvent,
  type TextDocumentItem,
} from 'vscode-languageserver/node'
import {Memory} from '../report/memory.ts'
import {Analyst, type Study} from './analyst.ts'
import type {Client} from './client.ts'
import type {FindingFeatures} from './findings.ts'
import {findPages} from './pages.ts'
import {applyChanges, Positions} from './positions.ts'
import type {Settings} from './settings.ts'
import {formatOf, type Snapshot} from './snapshot.ts'
import type {Workspace} from './workspace.ts'

/** How long an answer about a large draft may take before the editor gets none, in milliseconds. */
const SOON = 50

/** A draft at one moment, what is known of it, and the settings it is judged by. */
export interface Studied {
  readonly snapshot: Snapshot
  readonly settings: Settings
  readonly study: Study
}

/** What every method works with: the open drafts, what is known of them, and the client. */
export class Session {
  readonly connection: Connection
  readonly client: Client
  readonly workspace: Workspace
  readonly analyst = new Analyst()
  readonly features: FindingFeatures
  readonly #snapshots = new Map<string, Snapshot>()
  readonly #memories = new Map<string, Memory>()
  #studied = new WeakMap<Snapshot, Promise<Studied>>()
  #generation = 0
  #count = 0
  readonly #listeners = new Set<() => void>()

  constructor(connection: Connection, client: Client, workspace: Workspace) {
    this.connection = connection
    this.client = client
    this.workspace = workspace
    this.features = {related: client.related, links: client.links, pages: findPages()}
  }

  /** Grows with every change of settings or configuration. */
  get generation(): number {
    return this.#generation
  }

  get snapshots(): readonly Snapshot[] {
    return [...this.#snapshots.values()]
  }

  snapshot(uri: string): Snapshot | undefined {
    return this.#snapshots.get(uri)
  }

  open({uri, languageId, version, text}: TextDocumentItem): Snapshot {
    const path = this.workspace.pathOf(uri)
    this.#memories.set(uri, new Memory())
    const positions = new Positions(text, this.client.encoding)
    return this.#keep({id: ++this.#count, uri, path, format: formatOf(path, languageId), version, positions})
  }

  /** The draft after the client's changes; undefined where it is not open. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): Snapshot | undefined {
    const before = this.#snapshots.get(uri)
    if (!before) return undefined
    return this.#keep({...before, id: ++this.#count, version, positions: applyChanges(before.positions, changes)})
  }

  close(uri: string): void {
    this.#snapshots.delete(uri)
    this.#memories.delete(uri)
    this.filesChanged()
  }

  #keep(snapshot: Snapshot): Snapshot {
    this.#snapshots.set(snapshot.uri, snapshot)
    return snapshot
  }

  /** What is known of a draft as it is now; undefined where it is not open. */
  studied(uri: string): Promise<Studied | undefined> {
    const snapshot = this.#snapshots.get(uri)
    return snapshot ? this.study(snapshot) : Promise.resolve(undefined)
  }

  study(snapshot: Snapshot): Promise<Studied> {
    let studied = this.#studied.get(snapshot)
    if (!studied) this.#studied.set(snapshot, (studied = this.#study(snapshot)))
    return studied
  }

  async #study(snapshot: Snapshot): Promise<Studied> {
    const settings = await this.workspace.settingsFor(snapshot.uri)
    const {uri, path, format, positions} = snapshot
    const draft = {path, format, text: positions.text}
    return {snapshot, settings, study: this.analyst.study(draft, settings, this.#memories.get(uri))}
  }

  /** Has the client ask again for what it shows beside the text. */
  refreshViews(): void {
    const {refreshCodeLens, refreshInlayHints, refreshTokens} = this.client
    const {languages, sendRequest} = this.connection
    const ignore = (): void => undefined
    if (refreshCodeLens) sendRequest(CodeLensRefreshRequest.type).catch(ignore)
    if (refreshInlayHints) languages.inlayHint.refresh().catch(ignore)
    if (refreshTokens) sendRequest(SemanticTokensRefreshRequest.type).catch(ignore)
  }

  /** Settings or configuration files have changed: nothing that was known counts any more. */
  forget(): void {
    this.#generation++
    this.#studied = new WeakMap()
    this.analyst.forget()
    this.filesChanged()
  }

  /** Settings or configuration may be others: everything is checked again. Set by the server. */
  configurationChanged: () => void = () => this.forget()

  /** Tells when drafts that are not open may have other findings. @returns what ends the listening */
  onFiles(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  filesChanged(): void {
    for (const listener of this.#listeners) listener()
  }
}

/** A promise's value, or undefined when it takes long or fails because the text has changed. */
export async function soon<Value>(promise: Promise<Value>): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, SOON, undefined)
  })
  try {
    return await Promise.race([promise.catch(() => undefined), late])
  } finally {
    clearTimeout(timer)
  }
}
