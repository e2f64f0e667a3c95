import {rules} from '../../../rules/index.ts'
import {type Configuration, DEFAULT_CONFIGURATION} from '../../lint/configuration.ts'
import type {Diagnostic} from '../../lint/diagnostic.ts'
import {Failure} from '../../lint/failure.ts'
import {CRASHED, lint, type Stopwatch} from '../../lint/lint.ts'
import type {Localized} from '../../lint/rule.ts'
import {GENRE_IDS} from '../../report/genre.ts'
import {countDiagnostics, type FileResult} from '../../reporters/result.ts'
import {applyFlags, type Flags} from '../flags.ts'
import {findInputs} from '../inputs.ts'
import {CLEAN, FAILED, FOUND, type Io} from '../io.ts'
import {readDraft} from '../read-draft.ts'

export interface LintFlags extends Flags {
  readonly format: string
  readonly quiet?: boolean
  readonly maxWarnings?: number
  readonly stdinFilename?: string
  readonly fix?: boolean
  readonly fixDryRun?: boolean
  readonly unsafeFixes?: boolean
  readonly stats?: boolean
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
  const times = new Map<string, number>()
  const stopwatch: Stopwatch | undefined = flags.stats
    ? (rule, spent) => times.set(rule, (times.get(rule) ?? 0) + spent)
    : undefined
  for (const path of files) {
    try {
      results.push(await lintFile(path, configuration, flags, io, stopwatch))
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      failed.push(error)
    }
  }
  for (const failure of failed) io.error(`${failure.in(configuration.lang)}\n`)
  if (results.length || flags.format === 'json') io.out(await report(results, configuration, flags, io))
  if (flags.stats) io.error((await import('../stats.ts')).timesTable(times, configuration.lang))
  return exitCode(results, failed, configuration, flags, io)
}

async function lintFile(
  path: string,
  configuration: Configuration,
  flags: LintFlags,
  io: Io,
  stopwatch: Stopwatch | undefined,
): Promise<FileResult> {
  const name = path === '-' ? (flags.stdinFilename ?? 'stdin.txt') : path
  const read = await readDraft(path, name)
  const shown = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
    flags.quiet ? diagnostics.filter(({severity}) => severity === 'error') : diagnostics
  if (flags.fix || flags.fixDryRun) {
    const {repairFile} = await import('../repair.ts')
    const {source, diagnostics} = await repairFile(path, name, read, configuration, rules, flags, io)
    return {filePath: name, source, diagnostics: shown(diagnostics)}
  }
  return {
    filePath: name,
    source: read.draft.source,
    diagnostics: shown(lint(read.draft, configuration, rules, stopwatch)),
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
