import type {ConfigLoader, Setup} from '../config/load.ts'
import type {Language} from '../lint/configuration.ts'
import {Failure} from '../lint/failure.ts'
import type {Rule} from '../lint/rule.ts'
import type {FileResult} from '../reporters/result.ts'
import type {Input} from './inputs.ts'
import type {Io} from './io.ts'
import {type FileOptions, lintFile} from './lint-file.ts'
import {readBytes} from './read-draft.ts'

/** What a run over drafts gave. */
export interface Linted {
  /** In the order of the inputs; unreadable ones are left out. */
  readonly results: readonly FileResult[]
  readonly failures: readonly Failure[]
  /** Every rule that ran, those of plugins included. */
  readonly rules: readonly Rule[]
  /** The language that the configuration asks for. */
  readonly lang: Language | undefined
}

export type InputOptions = Omit<FileOptions, 'keep'>

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
  let first: Setup | undefined
  for (const input of inputs) {
    try {
      const setup = await loader.setupFor(input.name)
      first ??= setup
      for (const rule of setup.rules) rules.add(rule)
      results.push(await lintFile(input, readBytes(input), setup, {...options, keep: (all) => all}, io))
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      failures.push(error)
    }
  }
  return {results, failures, rules: [...rules], lang: first?.configuration.lang}
}
