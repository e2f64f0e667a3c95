import {dirname, join, sep} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Connection, WorkspaceFolder} from 'vscode-languageserver'
import type {Client} from './client.ts'
import {readSettings, type Settings} from './settings.ts'

/** How long a client may take to tell its settings, in milliseconds. Some never answer. */
const PATIENCE = 2000

/** The path that a document has, or would have, were it saved. */
export function pathOf(uri: string, root: string): string {
  try {
    if (uri.startsWith('file:')) return fileURLToPath(uri)
  } catch {
    // an address on another machine, or none at all
  }
  return join(
    root,
    decode(uri)
      .replace(/^[\w+.-]*:\/*/, '')
      .replace(/[^\p{L}\p{N}._-]+/gu, '_') || 'draft.txt',
  )
}

/** Clients escape more or fewer characters, and not always well. */
export function decode(uri: string): string {
  try {
    return decodeURIComponent(uri)
  } catch {
    return uri
  }
}

/** The same for every way to write the address of a file: `c%3A`, `C:`, `%28`. */
export function keyOf(uri: string): string {
  return uri.startsWith('file:') ? pathOf(uri, '').replace(/^\/?[A-Z]:/, (drive) => drive.toLowerCase()) : uri
}

/** Whether a key is a folder's own or that of something below it. */
const isWithin = (key: string, folder: string): boolean =>
  key === folder || key.startsWith(/[/\\]$/.test(folder) ? folder : `${folder}${folder.includes('://') ? '/' : sep}`)

/** Some clients send the settings of all servers, some only ours. */
const ofZicha = (told: unknown): unknown =>
  (typeof told === 'object' && told !== null ? (told as {zicha?: unknown}).zicha : undefined) ?? told

/** The folders that are open in the editor, each with its own settings. */
export class Workspace {
  readonly #connection: Connection
  readonly #client: Client
  readonly #settings = new Map<string, Promise<Settings>>()
  #folders: readonly WorkspaceFolder[]
  /** The folder of each document that was asked for: its address is read at each keystroke otherwise. */
  readonly #folderOf = new Map<string, string | undefined>()
  /** Where the client tells its settings without being asked. */
  #told: unknown

  constructor(connection: Connection, client: Client, folders: readonly WorkspaceFolder[], told: unknown) {
    this.#connection = connection
    this.#client = client
    this.#folders = folders
    this.#told = ofZicha(told)
  }

  get roots(): readonly string[] {
    return this.#folders.filter(({uri}) => uri.startsWith('file:')).map(({uri}) => pathOf(uri, ''))
  }

  /** The path of a document; one that was never saved stands in the first folder. */
  pathOf(uri: string): string {
    return pathOf(uri, this.roots[0] ?? process.cwd())
  }

  /** The innermost folder that holds a document or is it. */
  folderOf(uri: string): string | undefined {
    if (!this.#folderOf.has(uri)) this.#folderOf.set(uri, this.#findFolder(keyOf(uri)))
    return this.#folderOf.get(uri)
  }

  #findFolder(key: string): string | undefined {
    return this.#folders
      .filter((folder) => isWithin(key, keyOf(folder.uri)))
      .sort((a, b) => keyOf(b.uri).length - keyOf(a.uri).length)[0]?.uri
  }

  /** Where a file that is to count for a document is made; undefined where the document stands nowhere. */
  placeFor(uri: string): string | undefined {
    const folder = this.folderOf(uri)
    if (folder?.startsWith('file:')) return pathOf(folder, '')
    return uri.startsWith('file:') ? dirname(this.pathOf(uri)) : this.roots[0]
  }

  settingsFor(uri: string): Promise<Settings> {
    const folder = this.folderOf(uri) ?? ''
    let settings = this.#settings.get(folder)
    if (!settings) this.#settings.set(folder, (settings = this.#ask(folder)))
    return settings
  }

  change(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): void {
    const gone = new Set(removed.map(({uri}) => keyOf(uri)))
    this.#folders = [...this.#folders.filter(({uri}) => !gone.has(keyOf(uri))), ...added]
    this.#folderOf.clear()
    this.#settings.clear()
  }

  /** @param told the settings, where the client sends them along */
  forget(told?: unknown): void {
    if (typeof told === 'object' && told !== null) this.#told = ofZicha(told)
    this.#settings.clear()
  }

  async #ask(folder: string): Promise<Settings> {
    const {configuration, locale} = this.#client
    const answer = configuration ? await this.#answer(folder) : undefined
    const root = folder.startsWith('file:') ? pathOf(folder, '') : this.roots[0]
    return readSettings(answer ?? this.#told, locale, root ?? process.cwd())
  }

  async #answer(folder: string): Promise<unknown> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, PATIENCE, undefined)
    })
    try {
      const item = folder ? {scopeUri: folder, section: 'zicha'} : {section: 'zicha'}
      return await Promise.race([this.#connection.workspace.getConfiguration(item), late])
    } catch {
      return undefined
    } finally {
      clearTimeout(timer)
    }
  }
}
