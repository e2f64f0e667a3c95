import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'

/** Where a configuration is looked for, in each folder from the draft's upwards; the first that exists counts. */
export const CONFIG_NAMES = [
  'zicha.config.json',
  'zicha.config.yaml',
  'zicha.config.yml',
  'zicha.config.js',
  'zicha.config.mjs',
  'zicha.config.ts',
  '.zicharc',
  '.zicharc.json',
  '.zicharc.yaml',
  'package.json',
] as const

/** Later ones win over earlier ones of the same folder. */
export const IGNORE_NAMES = ['.gitignore', '.zichaignore'] as const

/** Suppressions (忽略) that leave no trace in the draft. */
export const SIDECAR_NAME = 'zicha.ignore.yaml'

const LOOKED_FOR = new Set<string>([...CONFIG_NAMES, ...IGNORE_NAMES, SIDECAR_NAME, '.git'])
const NONE: ReadonlySet<string> = new Set()

/** What zicha looks for beside and above drafts. Each folder is listed once, however many names are asked for. */
export class Folders {
  readonly #names = new Map<string, ReadonlySet<string>>()
  readonly #configurations = new Map<string, string | undefined>()

  has(folder: string, name: string): boolean {
    let names = this.#names.get(folder)
    if (!names) this.#names.set(folder, (names = listed(folder)))
    return names.has(name)
  }

  /** The configuration that counts in a folder: its own, else that of the nearest folder above. */
  configurationOf(folder: string): string | undefined {
    if (this.#configurations.has(folder)) return this.#configurations.get(folder)
    const name = CONFIG_NAMES.find(
      (candidate) =>
        this.has(folder, candidate) && (candidate !== 'package.json' || isOurPackage(join(folder, candidate))),
    )
    const above = dirname(folder)
    const found = name ? join(folder, name) : above === folder ? undefined : this.configurationOf(above)
    this.#configurations.set(folder, found)
    return found
  }
}

/** A folder that can't be listed holds nothing for us. */
function listed(folder: string): ReadonlySet<string> {
  try {
    const names = readdirSync(folder).filter((name) => LOOKED_FOR.has(name))
    return names.length ? new Set(names) : NONE
  } catch {
    return NONE
  }
}

function isOurPackage(path: string): boolean {
  try {
    const text = readFileSync(path, 'utf8')
    return text.includes('"zicha"') && 'zicha' in (JSON.parse(text) as object)
  } catch {
    return false
  }
}

/** The folders from one upwards, nearest first. */
export function* upwards(folder: string): Generator<string> {
  for (let at = folder; ; at = dirname(at)) {
    yield at
    if (dirname(at) === at) return
  }
}
