import {type FSWatcher, readdirSync, statSync, watch} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import {CONFIG_NAMES, IGNORE_NAMES, SIDECAR_NAME} from '../config/folders.ts'
import {isDraftName, SKIPPED, statsOf} from './inputs.ts'

/** Editors write a file in several steps: a change counts when this many milliseconds pass without another. */
const QUIET = 100

const OURS = new Set<string>([...CONFIG_NAMES, ...IGNORE_NAMES, SIDECAR_NAME])

/** Tells when drafts, or what they are linted with, change. */
export class Changes {
  readonly #folders = new Map<string, FSWatcher>()
  readonly #except: string | undefined
  #timer: NodeJS.Timeout | undefined
  #changed = false
  #wake: (() => void) | undefined

  /** @param except a file that the run itself writes */
  constructor(except: string | undefined) {
    this.#except = except === undefined ? undefined : resolve(except)
  }

  /** Watches these folders and no others; watch them before they are read, so that nothing is missed. */
  watch(folders: ReadonlySet<string>): void {
    for (const [folder, watcher] of this.#folders)
      if (!folders.has(folder)) {
        watcher.close()
        this.#folders.delete(folder)
      }
    for (const folder of folders) if (!this.#folders.has(folder)) this.#add(folder)
  }

  /** Waits for the next change, or returns at once where one has come already. */
  async next(signal: AbortSignal): Promise<void> {
    if (!this.#changed && !signal.aborted)
      await new Promise<void>((wake) => {
        this.#wake = wake
        signal.addEventListener('abort', () => wake(), {once: true})
      })
    this.#changed = false
  }

  close(): void {
    clearTimeout(this.#timer)
    this.watch(new Set())
  }

  #add(folder: string): void {
    try {
      const watcher = watch(folder, (_, name) => {
        if (name === null || this.#matters(folder, name)) this.#touch()
      })
      // the folder went away: what is left is seen from the one above
      watcher.on('error', () => watcher.close())
      this.#folders.set(folder, watcher)
    } catch {
      // it went away in between
    }
  }

  #matters(folder: string, name: string): boolean {
    const path = join(folder, name)
    if (path === this.#except) return false
    if (isDraftName(name) || OURS.has(name)) return true
    try {
      // a new folder may bring drafts
      return statSync(path).isDirectory()
    } catch {
      // it went away, or is not ours to read
      return false
    }
  }

  #touch(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#changed = true
      this.#wake?.()
    }, QUIET)
  }
}

/** The folders in which patterns look for drafts, and the working folder, where the configuration stands. */
export function foldersOf(patterns: readonly string[]): Set<string> {
  const found = new Set([resolve('.')])
  const collect = (folder: string): void => {
    found.add(folder)
    try {
      for (const entry of readdirSync(folder, {withFileTypes: true}))
        if (entry.isDirectory() && !SKIPPED.has(entry.name)) collect(join(folder, entry.name))
    } catch {
      // not ours to read
    }
  }
  for (const pattern of patterns) {
    if (pattern === '-') continue
    const stats = statsOf(pattern)
    if (stats) stats.isDirectory() ? collect(resolve(pattern)) : found.add(dirname(resolve(pattern)))
    else collect(resolve(dirname(`${/^[^*?[\]{}!()]*/.exec(pattern)?.[0] ?? ''}x`)))
  }
  return found
}
