import {rules} from '../../../rules/index.ts'
import {type Configuration, DEFAULT_CONFIGURATION} from '../../lint/configuration.ts'
import {CRASHED, lint} from '../../lint/lint.ts'
import type {Localized} from '../../lint/rule.ts'
import {GENRE_IDS} from '../../report/genre.ts'
import {countDiagnostics, type FileResult} from '../../reporters/result.ts'
import {Failure} from '../failure.ts'
import {applyFlags, type Flags} from '../flags.ts'
import {findInputs} from '../inputs.ts'
import {CLEAN, FAILED, FOUND, type Io} from '../io.ts'
import {readDraft} from '../read-draft.ts'

export interface LintFlags extends Flags {
  readonly format: string
  readonly quiet?: boolean
  readonly maxWarnings?: number
  readonly stdinFilename?: string
}

const TOO_MANY_WARNINGS: Localized = {
  zh: '警告共 {n} 个，超过 --max-warnings {limit}。',
  en: '{n} warnings are more than --max-warnings {limit} allows.',
}

/** `zicha [lint] <files…>` */
export async function lintCommand(patterns: readonly string[], flags: LintFlags, io: Io): Promise<number> {
  const configuration = applyFlags(DEFAULT_CONFIGURATION, flags, rules, GENRE_IDS)
  const {files, failures} = await findInputs(patterns, () => false)
  const failed = [...failures]
  const results: FileResult[] = []
  for (const path of files) {
    try {
      results.push(await lintFile(path, configuration, flags))
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      failed.push(error)
    }
  }
  for (const failure of failed) io.error(`${failure.in(configuration.lang)}\n`)
  if (results.length || flags.format === 'json') io.out(await report(results, configuration, flags, io))
  return exitCode(results, failed, configuration, flags, io)
}

async function lintFile(path: string, configuration: Configuration, flags: LintFlags): Promise<FileResult> {
  const name = path === '-' ? (flags.stdinFilename ?? 'stdin.txt') : path
  const {draft} = await readDraft(path, name)
  const diagnostics = lint(draft, configuration, rules)
  return {
    filePath: name,
    source: draft.source,
    diagnostics: flags.quiet ? diagnostics.filter(({severity}) => severity === 'error') : diagnostics,
  }
}

async function report(
  results: readonly FileResult[],
  {lang}: Configuration,
  {format}: LintFlags,
  io: Io,
): Promise<string> {
  if (format === 'json') return (await import('../../reporters/json.ts')).json(results)
  const {pretty} = await import('../../reporters/pretty.ts')
  return pretty(results, {lang, color: io.color, columns: io.columns})
}

function exitCode(
  results: readonly FileResult[],
  failed: readonly Failure[],
  {lang}: Configuration,
  {maxWarnings}: LintFlags,
  io: Io,
): number {
  const diagnostics = results.flatMap((result) => result.diagnostics)
  const {error, warning} = countDiagnostics(diagnostics)
  if (failed.length || diagnostics.some(({ruleId}) => ruleId === CRASHED)) return FAILED
  if (maxWarnings !== undefined && warning > maxWarnings) {
    io.error(`${new Failure(TOO_MANY_WARNINGS, {n: warning, limit: maxWarnings}).in(lang)}\n`)
    return FOUND
  }
  return error ? FOUND : CLEAN
}
