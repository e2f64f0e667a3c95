import type {ConfigLoader, Setup} from '../config/load.ts'
import {type Language, severityOf} from '../lint/configuration.ts'
import {Failure} from '../lint/failure.ts'
import type {Rule} from '../lint/rule.ts'
import type {FileResult} from '../reporters/result.ts'
import type {Baseline} from './baseline.ts'
import type {Cache} from './cache.ts'
import type {Input} from './inputs.ts'
import type {Io} from './io.ts'
import {type FileOptions, lintFile} from './lint-file.ts'
import {Pace} from './pace.ts'
import {readBytes, readDraft} from './read-draft.ts'
import {type Keep, Sidecars} from './sidecars.ts'

/** What a run over drafts gave. */
export interface Linted {
  /** In the order of the inputs; unreadable ones are left out. */
  readonly results: readonly FileResult[]
  readonly failures: readonly Failure[]
  /** Every rule that ran, those of plugins included. */
  readonly rules: readonly Rule[]
  /** The language that the configuration asks for. */
  readonly lang: Language | undefined
  readonly sidecars: Sidecars
  /** The baselines that were met, by path. */
  readonly baselines: ReadonlyMap<string, Baseline>
  /** Rules that were off for some draft: what they would find there is not known. */
  readonly rulesOff: ReadonlySet<string>
  /** How many findings baselines left out. */
  readonly known: number
}

export interface InputOptions extends FileOptions {
  /** Of the messages about the run itself; Chinese where undefined. */
  readonly lang?: Language
  readonly fix?: boolean
  readonly fixDryRun?: boolean
  readonly unsafeFixes?: boolean
  readonly cache?: Cache | undefined
  /** A baseline for all drafts, above the one that the configuration names; false for none. */
  readonly baseline?: string | false | undefined
}

/** Lints drafts one after the other. What one of them breaks doesn't end the run. */
export async function lintInputs(
  inputs: readonly Input[],
  loader: ConfigLoader,
  options: InputOptions,
  io: Io,
): Promise<Linted> {
  const results: FileResult[] = []
  const failures: Failure[] = []
  const rules = new Set<Rule>()
  const sidecars = new Sidecars(loader)
  const baselines = new Map<string, Baseline>()
  const rulesOff = new Set<string>()
  let lang: Language | undefined
  let known = 0
  const pace = new Pace(inputs.length, options.lang ?? 'zh', io)
  try {
    for (const [index, input] of inputs.entries()) {
      await pace.step(index)
      try {
        const setup = await loader.setupFor(input.name)
        lang ??= setup.configuration.lang
        for (const rule of setup.rules) {
          rules.add(rule)
          if (severityOf(rule, setup.configuration) === 'off') rulesOff.add(rule.id)
        }
        const keep = await sidecars.keeperFor(input.name, setup)
        const baseline = await baselineOf(options.baseline ?? setup.baseline, baselines)
        const result = await lintInput(input, setup, keep, options, io)
        const left = baseline?.keep(input.name, result.diagnostics, result.source) ?? result.diagnostics
        known += result.diagnostics.length - left.length
        results.push({...result, diagnostics: left})
      } catch (error) {
        if (!(error instanceof Failure)) throw error
        failures.push(error)
      }
    }
  } finally {
    pace.end()
    options.cache?.save()
  }
  return {results, failures, rules: [...rules], lang, sidecars, baselines, rulesOff, known}
}

async function lintInput(input: Input, setup: Setup, keep: Keep, options: InputOptions, io: Io): Promise<FileResult> {
  const bytes = readBytes(input)
  const {cache} = options
  if (options.fix || options.fixDryRun) {
    const {repairFile} = await import('./repair.ts')
    const {configuration, rules} = setup
    const read = await readDraft(input, bytes)
    const {source, diagnostics} = await repairFile(input, read, {configuration, rules, keep}, options, io)
    return {filePath: input.name, source, diagnostics}
  }
  // what was understood is not kept
  const cached = options.withReport ? undefined : cache?.get(input.name, bytes, setup)
  const result = cached ? {filePath: input.name, ...cached} : await lintFile(input, bytes, setup, options)
  if (!cached) cache?.set(input.name, bytes, setup, result)
  return {...result, diagnostics: keep(result.diagnostics, result.source)}
}

async function baselineOf(
  path: string | false | undefined,
  baselines: Map<string, Baseline>,
): Promise<Baseline | undefined> {
  if (path === undefined || path === false) return undefined
  let baseline = baselines.get(path)
  if (!baseline) {
    const {Baseline} = await import('./baseline.ts')
    baselines.set(path, (baseline = Baseline.read(path)))
  }
  return baseline
}
