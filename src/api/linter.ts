import {rules as ourRules} from '../../rules/index.ts'
import {GENRE_NAMES} from '../cli/flags.ts'
import {findInputs, nothingIgnored} from '../cli/inputs.ts'
import type {Io} from '../cli/io.ts'
import {lintInputs} from '../cli/lint-inputs.ts'
import {readDraft, reading} from '../cli/read-draft.ts'
import {Sidecars} from '../cli/sidecars.ts'
import {type ConfigFile, settingsShape} from '../config/fields.ts'
import {ConfigLoader, type Setup} from '../config/load.ts'
import {tellMistakes} from '../config/read.ts'
import {applySettings} from '../config/resolve.ts'
import {check} from '../config/shape.ts'
import {readMarkdown} from '../draft/markdown/read.ts'
import {readText} from '../draft/text.ts'
import {DEFAULT_CONFIGURATION} from '../lint/configuration.ts'
import type {Diagnostic} from '../lint/diagnostic.ts'
import {ENGINE_RULES} from '../lint/engine-rules.ts'
import {Failure} from '../lint/failure.ts'
import {fix} from '../lint/fix.ts'
import {lint} from '../lint/lint.ts'
import type {Rule} from '../lint/rule.ts'
import type {FileResult} from '../reporters/result.ts'
import {checkOptions, checkPatterns, checkText, type OptionName, type Path, pathOf} from './arguments.ts'

export interface LinterOptions {
  /** A configuration file; false for none. Looked for beside and above each draft where undefined. */
  readonly config?: Path | false
  /** Laid over what files say. */
  readonly settings?: Omit<ConfigFile, 'extends' | 'ignores' | 'overrides' | 'plugins' | 'baseline'>
  /** Rules of your own, besides ours. */
  readonly rules?: readonly Rule[]
  /** Whether configuration that is code, and plugins, may be run; true where undefined. */
  readonly allowCode?: boolean
}

export interface FixOptions {
  /** Repair what can be repaired safely. */
  readonly fix?: boolean
  /** With `fix`: also where the sense may change. */
  readonly unsafeFixes?: boolean
}

export interface TextOptions extends FixOptions {
  /** Decides format and configuration: `.md`, `.docx` (bytes), anything else is plain text. The file need not exist. */
  readonly filePath?: Path
}

/** What was found in a text: in `source`, which is the repaired text where that was asked for. */
export interface LintResult {
  readonly filePath: string
  readonly source: string
  readonly diagnostics: readonly Diagnostic[]
}

export interface FilesResult {
  /** In the order of the patterns. */
  readonly results: readonly FileResult[]
  /** Files that could not be linted, and why. */
  readonly failures: readonly Failure[]
}

export interface Linter {
  /** @throws Failure where the configuration is wrong or the bytes hold no draft */
  lintText(text: string | Uint8Array, options?: TextOptions): Promise<LintResult>
  /**
   * Lints files, folders and patterns, leaving out what the configuration and ignore files leave out. With `fix` the
   * files are written.
   */
  lintFiles(patterns: Path | readonly Path[], options?: FixOptions): Promise<FilesResult>
  /** What a draft is linted with. @throws Failure */
  loadConfig(filePath: Path): Promise<Setup>
}

/** Nobody is told anything but by results. */
const SILENT: Io = {out() {}, error() {}, color: false, columns: 100}

const LINTER_OPTIONS: readonly OptionName[] = ['config', 'settings', 'rules', 'allowCode']
const FIX_OPTIONS: readonly OptionName[] = ['fix', 'unsafeFixes']
const TEXT_OPTIONS: readonly OptionName[] = ['filePath', ...FIX_OPTIONS]

/** Makes a linter that reads each configuration file once. @throws Failure where the options are wrong */
export function createLinter(options: LinterOptions = {}): Linter {
  checkOptions(options, LINTER_OPTIONS)
  const loader = loaderFor(options)
  return {
    async lintText(text, given = {}) {
      checkOptions(given, TEXT_OPTIONS)
      return lintTextWith(loader, text, given)
    },
    async lintFiles(patterns, given = {}) {
      checkOptions(given, FIX_OPTIONS)
      return lintFilesWith(loader, patterns, {...options, ...given})
    },
    loadConfig: async (filePath) => loader.setupFor(pathOf(filePath)),
  }
}

function loaderFor({config, settings = {}, rules = [], allowCode = true}: LinterOptions): ConfigLoader {
  const known = [...ourRules, ...rules]
  const mistakes = check(settingsShape([...known, ...ENGINE_RULES], GENRE_NAMES), settings, ['settings'])
  if (mistakes.length) throw new Failure(tellMistakes(mistakes))
  return new ConfigLoader({
    config: config === false || config === undefined ? undefined : pathOf(config),
    ignoreFiles: config === false,
    allowCode,
    rules: known,
    genres: GENRE_NAMES,
    base: DEFAULT_CONFIGURATION,
    finish: (configuration) => applySettings(configuration, settings),
  })
}

async function lintTextWith(
  loader: ConfigLoader,
  text: string | Uint8Array,
  {filePath: given = 'draft.txt', fix: wantsFix, unsafeFixes = false}: TextOptions,
): Promise<LintResult> {
  checkText(text)
  const filePath = pathOf(given)
  const setup = await loader.setupFor(filePath)
  const {configuration, rules} = setup
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const {draft} = await readDraft({path: filePath, name: filePath}, bytes)
  const keep = await new Sidecars(loader).keeperFor(filePath, setup)
  const found = (read: typeof draft) => keep(lint(read, configuration, rules), read.source)
  if (!wantsFix || draft.format === 'word') {
    const diagnostics = await reading(filePath, () => found(draft))
    return {filePath, source: draft.source, diagnostics}
  }
  const again = draft.format === 'markdown' ? readMarkdown : readText
  const {source, diagnostics} = fix(draft, again, found, unsafeFixes)
  return {filePath, source, diagnostics}
}

async function lintFilesWith(
  loader: ConfigLoader,
  given: Path | readonly Path[],
  options: FixOptions & LinterOptions,
): Promise<FilesResult> {
  checkPatterns(given)
  const patterns = [given].flat().map((pattern) => pathOf(pattern))
  const ignored = (path: string, withGit: boolean): Promise<boolean> => loader.ignores(path, withGit)
  const found = await findInputs(patterns, options.config === false ? nothingIgnored : ignored)
  const {fix = false, unsafeFixes = false} = options
  const {run, results} = await lintInputs(found.inputs, loader, {fix, unsafeFixes}, SILENT)
  return {results, failures: [...found.failures, ...run.failures]}
}

/** Lints one text. For many texts make one linter. @throws Failure */
export async function lintText(
  text: string | Uint8Array,
  options: TextOptions & LinterOptions = {},
): Promise<LintResult> {
  checkOptions(options, [...TEXT_OPTIONS, ...LINTER_OPTIONS])
  return lintTextWith(loaderFor(options), text, options)
}

/** Lints files, folders and patterns. @throws Failure where the options are wrong */
export async function lintFiles(
  patterns: Path | readonly Path[],
  options: FixOptions & LinterOptions = {},
): Promise<FilesResult> {
  checkOptions(options, [...FIX_OPTIONS, ...LINTER_OPTIONS])
  return lintFilesWith(loaderFor(options), patterns, options)
}

/** What a draft is linted with. @throws Failure naming file, line and what was meant */
export async function loadConfig(filePath: Path, options: LinterOptions = {}): Promise<Setup> {
  return createLinter(options).loadConfig(filePath)
}
