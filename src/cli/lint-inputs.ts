import type {ConfigLoader} from '../config/load.ts'
import {type Language, severityOf} from '../lint/configuration.ts'
import {Failure} from '../lint/failure.ts'
import type {Rule} from '../lint/rule.ts'
import type {FileResult} from '../reporters/result.ts'
import type {Baseline} from './baseline.ts'
import type {Input} from './inputs.ts'
import type {Io} from './io.ts'
import {type FileOptions, lintFile} from './lint-file.ts'
import {readBytes} from './read-draft.ts'
import {Sidecars} from './sidecars.ts'

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

export interface InputOptions extends Omit<FileOptions, 'keep'> {
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
  for (const input of inputs) {
    try {
      const setup = await loader.setupFor(input.name)
      lang ??= setup.configuration.lang
      for (const rule of setup.rules) {
        rules.add(rule)
        if (severityOf(rule, setup.configuration) === 'off') rulesOff.add(rule.id)
      }
      const keep = await sidecars.keeperFor(input.name, setup)
      const baseline = await baselineOf(options.baseline ?? setup.baseline, baselines)
      const result = await lintFile(input, readBytes(input), setup, {...options, keep}, io)
      const left = baseline?.keep(input.name, result.diagnostics, result.source) ?? result.diagnostics
      known += result.diagnostics.length - left.length
      results.push({...result, diagnostics: left})
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      failures.push(error)
    }
  }
  return {results, failures, rules: [...rules], lang, sidecars, baselines, rulesOff, known}
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
