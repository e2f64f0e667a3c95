import {dirname, isAbsolute, join, resolve} from 'node:path'
import type {Configuration} from '../lint/configuration.ts'
import type {Rule} from '../lint/rule.ts'
import type {ConfigFile} from './fields.ts'
import {Folders, SIDECAR_NAME, upwards} from './folders.ts'

export interface LoadOptions {
  /** A file named by the user; searched upwards from each draft where undefined. */
  readonly config?: string | undefined
  /** Whether no configuration file is read at all. */
  readonly ignoreFiles?: boolean
  /** Whether configuration that is code may be run (`.js`, `.ts`, plugins). */
  readonly allowCode?: boolean
  readonly rules: readonly Rule[]
  readonly genres: readonly string[]
  /** What files are laid over. */
  readonly base: Configuration
  /** What the command line says, laid over files. */
  readonly finish: (configuration: Configuration, rules: readonly Rule[]) => Configuration
}

/** What a draft is linted with. */
export interface Setup {
  readonly configuration: Configuration
  /** Our rules, then those of plugins. */
  readonly rules: readonly Rule[]
  /** The baseline (基线) that the configuration names. */
  readonly baseline?: string
  /** The configuration files it comes from, weakest first. */
  readonly files: readonly string[]
}

/** A file's content. */
export interface Layer {
  readonly path: string
  readonly content: ConfigFile
  readonly ignores?: (path: string) => boolean
  /** Whether an override of the same index is for a path. */
  readonly overrides: readonly ((path: string) => boolean)[]
}

/** A file with all that it extends, weakest first, and the rules of their plugins. */
export interface Layers {
  readonly layers: readonly Layer[]
  readonly plugins: readonly Rule[]
}

/** Finds and reads the configuration of drafts. Files are read once; what a draft without any doesn't need isn't loaded. */
export class ConfigLoader {
  readonly #options: LoadOptions
  readonly #folders = new Folders()
  readonly #layers = new Map<string, Promise<Layers>>()
  readonly #setups = new Map<string, Setup>()
  #ignoreFiles: {ignores(path: string, withGit: boolean): boolean} | undefined

  constructor(options: LoadOptions) {
    this.#options = options
  }

  /** The file that configures a draft; undefined where there is none. */
  fileFor(draft: string): string | undefined {
    const {config, ignoreFiles} = this.#options
    if (ignoreFiles) return undefined
    return config === undefined ? this.#folders.configurationOf(dirname(resolve(draft))) : resolve(config)
  }

  /** The files with suppressions for a draft, nearest first. */
  sidecarsFor(draft: string): string[] {
    return [...upwards(dirname(resolve(draft)))]
      .filter((folder) => this.#folders.has(folder, SIDECAR_NAME))
      .map((folder) => join(folder, SIDECAR_NAME))
  }

  /** @throws Failure naming file, line and what was meant */
  async setupFor(draft: string): Promise<Setup> {
    const file = this.fileFor(draft)
    const read = file === undefined ? undefined : await this.#read(file)
    const chosen = read?.layers.map(({overrides}) => overrides.map((matches) => matches(draft))) ?? []
    const key = `${file ?? ''}\n${JSON.stringify(chosen)}`
    const known = this.#setups.get(key)
    if (known) return known
    const setup = await this.#setUp(read, chosen)
    this.#setups.set(key, setup)
    return setup
  }

  async #setUp(read: Layers | undefined, chosen: readonly (readonly boolean[])[]): Promise<Setup> {
    const {base, finish, rules: ours} = this.#options
    if (!read) return {configuration: finish(base, ours), rules: ours, files: []}
    const {applySettings} = await import('./resolve.ts')
    let configuration = base
    let baseline: string | undefined
    read.layers.forEach(({path, content}, index) => {
      configuration = applySettings(configuration, content)
      if (content.baseline !== undefined) baseline = resolve(dirname(path), content.baseline)
      content.overrides?.forEach(({files: _, ...settings}, at) => {
        if (chosen[index]?.[at]) configuration = applySettings(configuration, settings)
      })
    })
    const rules = read.plugins.length ? [...ours, ...read.plugins] : ours
    return {
      configuration: finish(configuration, rules),
      rules,
      ...(baseline === undefined ? {} : {baseline}),
      files: [...new Set(read.layers.map(({path}) => path))],
    }
  }

  /**
   * Whether `ignores` or `.zichaignore` leave a path out, and where `withGit` is set also `.gitignore`.
   * @param path a folder's ends with a separator
   */
  async ignores(path: string, withGit: boolean): Promise<boolean> {
    const file = this.fileFor(path)
    const {layers} = file === undefined ? {layers: []} : await this.#read(file)
    if (layers.some((layer) => layer.ignores?.(path))) return true
    if (!this.#ignoreFiles) {
      const {IgnoreFiles} = await import('./ignored.ts')
      this.#ignoreFiles = new IgnoreFiles(this.#folders)
    }
    return this.#ignoreFiles.ignores(path, withGit)
  }

  /** Whether anything may leave a draft out; cheap, for one that is named by its name. */
  mayIgnore(draft: string): boolean {
    if (this.fileFor(draft) !== undefined) return true
    return [...upwards(dirname(resolve(draft)))].some((folder) => this.#folders.has(folder, '.zichaignore'))
  }

  #read(path: string): Promise<Layers> {
    let layers = this.#layers.get(path)
    if (!layers) this.#layers.set(path, (layers = this.#readLayers(path, [])))
    return layers
  }

  async #readLayers(path: string, above: readonly string[]): Promise<Layers> {
    const {allowCode = true, rules, genres} = this.#options
    const {readLayers} = await import('./layers.ts')
    return readLayers(isAbsolute(path) ? path : resolve(path), above, {allowCode, rules, genres})
  }
}
