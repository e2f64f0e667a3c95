import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, readFileSync, statSync} from 'node:fs'
import {homedir} from 'node:os'
import {dirname, extname, join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import packageJson from '../../package.json' with {type: 'json'}
import {upwards} from '../config/folders.ts'
import type {Setup} from '../config/load.ts'
import {decodeText} from '../draft/decode.ts'
import type {Diagnostic} from '../lint/diagnostic.ts'
import {CRASHED} from '../lint/lint.ts'
import {writeAtomically} from './write-file.ts'

/** What linting a draft gave, before the suppressions beside it and the baseline. */
export interface CachedResult {
  readonly source: string
  readonly diagnostics: readonly Diagnostic[]
}

interface Stored {
  /** Of the bytes and of what they were linted with. */
  readonly key: string
  readonly diagnostics: readonly Diagnostic[]
  /** Of Word files only: the text of others is their bytes. */
  readonly source?: string
}

interface File {
  readonly build: string
  readonly drafts: Readonly<Record<string, Stored>>
}

/** Results of earlier runs. Valid for the same bytes, the same configuration and the same build of zicha. */
export class Cache {
  readonly #path: string | undefined
  readonly #build: string
  readonly #drafts: Map<string, Stored>
  readonly #seen = new Set<string>()
  readonly #setupKeys = new WeakMap<Setup, string>()
  #changed = false

  /** @param path where it is kept; only in memory where undefined */
  constructor(path?: string) {
    this.#path = path
    this.#build = `${packageJson.version} ${builtAt()}`
    this.#drafts = path === undefined ? new Map() : load(path, this.#build)
  }

  /** What names a draft's result: its bytes, and what it is linted with. */
  key(name: string, bytes: Uint8Array, setup: Setup): string {
    let own = this.#setupKeys.get(setup)
    if (own === undefined) this.#setupKeys.set(setup, (own = JSON.stringify(setup.configuration, plain)))
    return createHash('sha1').update(own).update('\0').update(extname(name)).update('\0').update(bytes).digest('base64')
  }

  /** Whether the result of a draft is still valid. */
  has(name: string, key: string): boolean {
    const path = resolve(name)
    this.#seen.add(path)
    return this.#drafts.get(path)?.key === key
  }

  /** The result of a draft, if it is still valid. */
  get(name: string, bytes: Uint8Array, key: string): CachedResult | undefined {
    const stored = this.#drafts.get(resolve(name))
    if (stored?.key !== key) return undefined
    return {source: stored.source ?? decodeText(bytes).text, diagnostics: stored.diagnostics}
  }

  set(name: string, key: string, {source, diagnostics}: CachedResult): void {
    // a crash is to be seen again
    if (diagnostics.some(({ruleId}) => ruleId === CRASHED)) return
    this.#drafts.set(resolve(name), {key, diagnostics, ...(isWord(name) ? {source} : {})})
    this.#changed = true
  }

  /** Writes it down. A cache that can't be written is no reason to fail. */
  save(): void {
    if (this.#path === undefined || !this.#changed) return
    for (const draft of this.#drafts.keys())
      if (!this.#seen.has(draft) && !existsSync(draft)) this.#drafts.delete(draft)
    const file: File = {build: this.#build, drafts: Object.fromEntries(this.#drafts)}
    try {
      mkdirSync(dirname(this.#path), {recursive: true})
      writeAtomically(this.#path, Buffer.from(JSON.stringify(file)))
    } catch {
      // the next run is slower
    }
  }
}

const isWord = (name: string): boolean => extname(name).toLowerCase() === '.docx'

const plain = (_: string, value: unknown): unknown => (value instanceof Map ? [...value].sort() : value)

/** When this file was built: a developer's build changes without its version. */
const builtAt = (): number => statSync(fileURLToPath(import.meta.url)).mtimeMs

function load(path: string, build: string): Map<string, Stored> {
  try {
    const file = JSON.parse(readFileSync(path, 'utf8')) as File
    return file.build === build ? new Map(Object.entries(file.drafts)) : new Map()
  } catch {
    return new Map()
  }
}

/** Where the cache is kept: beside the packages of the project, else among the user's caches. */
export function cachePath(location: string | undefined): string {
  if (location !== undefined) return join(resolve(location), 'zicha-cache.json')
  for (const folder of upwards(resolve('.')))
    if (existsSync(join(folder, 'package.json'))) return join(folder, 'node_modules/.cache/zicha/cache.json')
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'zicha/cache.json')
}
