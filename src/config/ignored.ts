import {readFileSync} from 'node:fs'
import {dirname, isAbsolute, join, relative, resolve, sep} from 'node:path'
import ignore, {type Ignore} from 'ignore'
import {type Folders, IGNORE_NAMES, upwards} from './folders.ts'

/** A path as seen from a folder, with slashes, a folder's with one at its end; undefined where it lies outside. */
export function below(folder: string, path: string): string | undefined {
  const inside = relative(folder, resolve(path)).split(sep).join('/')
  if (!inside || inside.startsWith('../') || inside === '..' || isAbsolute(inside)) return undefined
  return /[/\\]$/.test(path) ? `${inside}/` : inside
}

/** Tells whether patterns (of .gitignore's kind) in a file of `folder` name a path. */
export function matcher(folder: string, patterns: readonly string[]): (path: string) => boolean {
  const rules = ignore().add([...patterns])
  return (path) => {
    const inside = below(folder, path)
    return inside !== undefined && rules.ignores(inside)
  }
}

/** What `.gitignore` and `.zichaignore` leave out. As in git, the deepest file that has an opinion decides. */
export class IgnoreFiles {
  readonly #folders: Folders
  readonly #rules = new Map<string, Ignore | undefined>()

  constructor(folders: Folders) {
    this.#folders = folders
  }

  /** @param withGit whether `.gitignore` counts as well */
  ignores(path: string, withGit: boolean): boolean {
    const names = withGit ? IGNORE_NAMES : IGNORE_NAMES.filter((name) => name !== '.gitignore')
    for (const folder of upwards(dirname(resolve(path)))) {
      const inside = below(folder, path)
      for (const name of names.toReversed()) {
        const verdict = inside === undefined ? undefined : this.#read(folder, name)?.test(inside)
        if (verdict?.ignored) return true
        if (verdict?.unignored) return false
      }
      if (this.#folders.has(folder, '.git')) return false
    }
    return false
  }

  #read(folder: string, name: string): Ignore | undefined {
    if (!this.#folders.has(folder, name)) return undefined
    const path = join(folder, name)
    if (!this.#rules.has(path)) this.#rules.set(path, readRules(path))
    return this.#rules.get(path)
  }
}

function readRules(path: string): Ignore | undefined {
  try {
    return ignore().add(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
