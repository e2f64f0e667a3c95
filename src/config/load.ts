import {existsSync, readFileSync} from 'node:fs'
import {dirname, isAbsolute, join, relative, resolve, sep} from 'node:path'
import {pathToFileURL} from 'node:url'
import ignore, {type Ignore} from 'ignore'
import type {Configuration} from '../lint/configuration.ts'
import {Failure} from '../lint/failure.ts'
import type {Localized, Rule} from '../lint/rule.ts'
import {type ConfigFile, configShape} from './fields.ts'
import {applySettings, PRESETS} from './resolve.ts'
import {check, type Mistake} from './shape.ts'

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

const isCode = (path: string): boolean => /\.(?:js|mjs|ts)$/.test(path)

const TEXTS = {
  broken: {zh: '配置文件“{path}”第{line}行：{what}', en: 'Configuration “{path}”, line {line}: {what}'},
  unnumbered: {zh: '配置文件“{path}”：{what}', en: 'Configuration “{path}”: {what}'},
  missing: {zh: '找不到配置文件“{path}”。', en: 'There is no configuration file “{path}”.'},
  code: {
    zh: '配置文件“{path}”是程序代码，--no-js-config 不允许运行；请改用 zicha.config.json 或 .yaml。',
    en: 'The configuration “{path}” is code, which --no-js-config forbids; use zicha.config.json or .yaml.',
  },
  typescript: {
    zh: '配置文件“{path}”是 TypeScript，需要 Node.js 22.18 以上；请升级，或改用 zicha.config.mjs。',
    en: 'The configuration “{path}” is TypeScript, which needs Node.js 22.18; upgrade, or use zicha.config.mjs.',
  },
  circular: {zh: '配置文件“{path}”的 extends 绕回了自己。', en: 'The configuration “{path}” extends itself.'},
} satisfies Record<string, Localized>

const fillPath = (text: Localized, path: string, what?: Localized): Failure =>
  new Failure({zh: text.zh.replace('{what}', what?.zh ?? ''), en: text.en.replace('{what}', what?.en ?? '')}, {path})

export interface LoadOptions {
  /** A file named by the user; searched upwards from each draft where undefined. */
  readonly config?: string | undefined
  /** Whether no configuration file is read at all. */
  readonly ignoreFiles?: boolean
  /** Whether configuration that is code may be run. */
  readonly allowCode?: boolean
  readonly rules: readonly Rule[]
  readonly genres: readonly string[]
  /** What files are laid over. */
  readonly base: Configuration
  /** What the command line says, laid over files. */
  readonly finish: (configuration: Configuration) => Configuration
}

/** A file's content, with what it extends before it. */
interface Layer {
  readonly path: string
  readonly content: ConfigFile
}

/** Finds and reads the configuration of drafts. Files are read once. */
export class ConfigLoader {
  readonly #options: LoadOptions
  readonly #layers = new Map<string, Promise<readonly Layer[]>>()
  readonly #found = new Map<string, string | undefined>()
  readonly #ignores = new Map<string, Ignore | undefined>()

  constructor(options: LoadOptions) {
    this.#options = options
  }

  /** The file that configures a draft; undefined where there is none. */
  fileFor(draft: string): string | undefined {
    const {config, ignoreFiles} = this.#options
    if (ignoreFiles) return undefined
    return config === undefined ? this.#search(dirname(resolve(draft))) : resolve(config)
  }

  /** @throws Failure naming file, line and what was meant */
  async configurationFor(draft: string): Promise<Configuration> {
    const file = this.fileFor(draft)
    let configuration = this.#options.base
    for (const {path, content} of file === undefined ? [] : await this.#read(file)) {
      configuration = applySettings(configuration, content)
      for (const {files, ...settings} of content.overrides ?? [])
        if (
          ignore()
            .add([files].flat())
            .ignores(below(dirname(path), draft) ?? '\0')
        )
          configuration = applySettings(configuration, settings)
    }
    return this.#options.finish(configuration)
  }

  /** The packages of rules that the configuration of a draft names. */
  async pluginsFor(draft: string): Promise<readonly string[]> {
    const file = this.fileFor(draft)
    const layers = file === undefined ? [] : await this.#read(file)
    return [...new Set(layers.flatMap(({content}) => content.plugins ?? []))]
  }

  /** Whether `ignores`, `.zichaignore` or `.gitignore` leave a path out. A folder's path ends with a separator. */
  async ignores(path: string): Promise<boolean> {
    const file = this.fileFor(path)
    for (const layer of file === undefined ? [] : await this.#read(file)) {
      const inside = below(dirname(layer.path), path)
      if (
        inside &&
        layer.content.ignores?.length &&
        ignore()
          .add([...layer.content.ignores])
          .ignores(inside)
      )
        return true
    }
    return this.isIgnoredByFiles(path)
  }

  /** Whether a `.zichaignore` or `.gitignore` in a folder above leaves a path out. */
  isIgnoredByFiles(path: string): boolean {
    for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
      const rules = this.#ignoreFile(folder)
      const inside = below(folder, path)
      if (rules && inside && rules.ignores(inside)) return true
      if (dirname(folder) === folder || existsSync(join(folder, '.git'))) return false
    }
  }

  #ignoreFile(folder: string): Ignore | undefined {
    if (!this.#ignores.has(folder)) {
      const files = ['.gitignore', '.zichaignore'].map((name) => join(folder, name)).filter(existsSync)
      this.#ignores.set(
        folder,
        files.length ? ignore().add(files.map((file) => readFileSync(file, 'utf8')).join('\n')) : undefined,
      )
    }
    return this.#ignores.get(folder)
  }

  #search(folder: string): string | undefined {
    if (this.#found.has(folder)) return this.#found.get(folder)
    const name = CONFIG_NAMES.find((candidate) => isConfiguration(join(folder, candidate)))
    const found = name ? join(folder, name) : dirname(folder) === folder ? undefined : this.#search(dirname(folder))
    this.#found.set(folder, found)
    return found
  }

  #read(path: string, above: readonly string[] = []): Promise<readonly Layer[]> {
    if (above.includes(path)) throw fillPath(TEXTS.circular, path)
    const known = this.#layers.get(path)
    if (known) return known
    const layers = this.#readLayers(path, above)
    this.#layers.set(path, layers)
    return layers
  }

  async #readLayers(path: string, above: readonly string[]): Promise<readonly Layer[]> {
    if (!existsSync(path)) throw fillPath(TEXTS.missing, path)
    if (isCode(path) && this.#options.allowCode === false) throw fillPath(TEXTS.code, path)
    const {value, lineOf} = isCode(path) ? await runCode(path) : await parseData(path)
    const mistakes = check(configShape(this.#options.rules, this.#options.genres), value)
    const [first] = mistakes
    if (first) throw this.#broken(path, first, lineOf(first.path), mistakes.length)
    const content = value as ConfigFile
    const below: Layer[] = []
    for (const name of [content.extends ?? []].flat()) {
      const preset = PRESETS[name]
      if (preset) below.push({path, content: preset})
      else below.push(...(await this.#read(isAbsolute(name) ? name : join(dirname(path), name), [...above, path])))
    }
    return [...below, {path, content}]
  }

  #broken(path: string, {path: keys, text}: Mistake, line: number | undefined, count: number): Failure {
    const at = keys.length ? `${keys.join('.')} ` : ''
    const more = count > 1 ? {zh: `（另有${count - 1}处）`, en: ` (and ${count - 1} more)`} : {zh: '', en: ''}
    const what = {zh: `${at}${text.zh}${more.zh}`, en: `${at}${text.en}${more.en}`}
    const failure = fillPath(line === undefined ? TEXTS.unnumbered : TEXTS.broken, path, what)
    return new Failure(failure.text, {path, ...(line === undefined ? {} : {line})})
  }
}

/** A path as seen from a folder, with slashes; undefined where it lies outside. */
function below(folder: string, path: string): string | undefined {
  const inside = relative(folder, resolve(path)).split(sep).join('/')
  if (!inside || inside.startsWith('../') || inside === '..' || isAbsolute(inside)) return undefined
  return /[/\\]$/.test(path) ? `${inside}/` : inside
}

function isConfiguration(path: string): boolean {
  if (!existsSync(path)) return false
  if (!path.endsWith('package.json')) return true
  try {
    return 'zicha' in JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return false
  }
}

interface Parsed {
  readonly value: unknown
  /** From 1; undefined where the value has no line. */
  lineOf(path: readonly (string | number)[]): number | undefined
}

/** JSON is YAML: one parser reads both and knows where each value stands. */
async function parseData(path: string): Promise<Parsed> {
  const {LineCounter, parseDocument} = await import('yaml')
  const lines = new LineCounter()
  const document = parseDocument(readFileSync(path, 'utf8').replace(/^\ufeff/, ''), {
    lineCounter: lines,
    prettyErrors: false,
  })
  const [error] = document.errors
  if (error) {
    const {line} = lines.linePos(error.pos[0])
    throw new Failure(fillPath(TEXTS.broken, path, {zh: `写法有误（${error.code}）。`, en: `${error.message}.`}).text, {
      path,
      line,
    })
  }
  const own = path.endsWith('package.json') ? ['zicha'] : []
  const value = own.length ? (document.toJS() as Record<string, unknown>).zicha : document.toJS()
  return {
    value: value ?? {},
    lineOf(keys) {
      // the value's own node may have no place (an unknown key has one in its parent)
      for (let depth = keys.length; depth >= 0; depth--) {
        const node = document.getIn([...own, ...keys.slice(0, depth)], true) as {range?: readonly number[]} | undefined
        if (node?.range) return lines.linePos(node.range[0] as number).line
      }
      return undefined
    },
  }
}

async function runCode(path: string): Promise<Parsed> {
  try {
    const module = (await import(pathToFileURL(path).href)) as {default?: unknown}
    return {value: module.default ?? {}, lineOf: () => undefined}
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_UNKNOWN_FILE_EXTENSION') throw fillPath(TEXTS.typescript, path)
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
    throw fillPath(TEXTS.unnumbered, path, {zh: `运行出错：${reason}`, en: `it failed: ${reason}`})
  }
}
