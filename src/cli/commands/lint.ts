import packageJson from '../../../package.json' with {type: 'json'}
import type {Language} from '../../lint/configuration.ts'
import {Failure} from '../../lint/failure.ts'
import {CRASHED, type Stopwatch} from '../../lint/lint.ts'
import type {Localized} from '../../lint/rule.ts'
import type {UserData} from '../../report/user-data.ts'
import {collect, countDiagnostics, type FileResult} from '../../reporters/result.ts'
import type {Cache} from '../cache.ts'
import {createLoader, type Flags, ignoredBy, languageOf, notAlone, notTogether} from '../flags.ts'
import {findInputs, type Input, type Inputs, statsOf} from '../inputs.ts'
import {CLEAN, FAILED, FOUND, INTERRUPTED, type Io} from '../io.ts'
import {lintOneByOne, type Run} from '../lint-inputs.ts'
import {loadReporter, wantsReport, writeReport} from '../report.ts'

export interface LintFlags extends Flags {
  readonly format: string
  readonly outputFile?: string
  readonly quiet?: boolean
  readonly maxWarnings?: number
  readonly stdinFilename?: string
  readonly fix?: boolean
  readonly fixDryRun?: boolean
  readonly unsafeFixes?: boolean
  readonly stats?: boolean
  readonly printConfig?: string
  readonly baseline?: string | false
  readonly cache?: boolean
  readonly cacheLocation?: string
  readonly staged?: boolean
  readonly watch?: boolean
  readonly convert?: boolean
  readonly against?: readonly string[]
}

/** As the parser of options (src/cli/program.ts) gives them where there are none. */
export const PLAIN: LintFlags = {rule: [], against: [], format: 'pretty', jsConfig: true, ignore: true}

const TEXTS = {
  tooManyWarnings: {
    zh: '警告共 {n} 个，超过 --max-warnings {limit}。',
    en: '{n} warnings are more than --max-warnings {limit} allows.',
  },
  ignored: {
    zh: '“{path}”在忽略之列（配置的 ignores 或 .zichaignore），没有检查；要检查请加 --no-ignore。',
    en: '“{path}” is ignored (by `ignores` or .zichaignore) and was not checked; use --no-ignore to check it.',
  },
  known: {
    zh: '基线里已有的 {n} 处没有列出。',
    en: '{n} findings stand in the baseline and are not listed.',
  },
  repaired: {zh: '已自动改正 {n} 处。', en: '{n} repaired.'},
  repairable: {zh: '可自动改正 {n} 处，文件没有改动。', en: '{n} can be repaired; nothing was written.'},
  nothingToRepair: {zh: '没有可以自动改正的地方。', en: 'There is nothing to repair automatically.'},
  noFiles: {
    zh: '请给出要检查的草稿或文件夹。用 zicha --help 查看用法。',
    en: 'Name the drafts or folders to check. See zicha --help.',
  },
  onlyDraft: {
    zh: '--print-config 只显示一份草稿的配置，“{path}”是多余的。',
    en: '--print-config takes one draft; “{path}” is too many.',
  },
  noFolder: {
    zh: '--cache-location 后面应是文件夹，“{path}”不是。',
    en: '--cache-location takes a folder; “{path}” is none.',
  },
  waiting: {zh: '等待改动，按 Ctrl-C 结束。\n', en: 'Waiting for changes; Ctrl-C ends.\n'},
} satisfies Record<string, Localized>

/** `zicha [lint] <files…>` */
export async function lintCommand(patterns: readonly string[], flags: LintFlags, io: Io): Promise<number> {
  if (flags.printConfig !== undefined) {
    const [path] = patterns
    if (path !== undefined) throw new Failure(TEXTS.onlyDraft, {path})
    const {printConfig} = await import('../print-config.ts')
    return printConfig(flags.printConfig, createLoader(flags), io)
  }
  if (!patterns.length && !flags.staged) throw new Failure(TEXTS.noFiles)
  refuseTogether(patterns, flags)
  if (flags.watch) return watchDrafts(patterns, flags, io)
  return lintOnce(patterns, flags, flags.cache ? await openCache(flags) : undefined, io)
}

async function lintOnce(
  patterns: readonly string[],
  flags: LintFlags,
  cache: Cache | undefined,
  io: Io,
): Promise<number> {
  const asked = languageOf(flags.lang)
  const loader = createLoader(flags, await otherReports(flags, asked, io))
  const reporter = await loadReporter(flags.format)
  const {inputs, ignored, failures} = await find(patterns, flags, loader)
  if (flags.outputFile !== undefined) (await import('../over-draft.ts')).refuseOverDraft(flags.outputFile, inputs)
  const times = new Map<string, number>()
  const stopwatch: Stopwatch = (rule, spent) => times.set(rule, (times.get(rule) ?? 0) + spent)
  const options = {
    ...flags,
    lang: asked,
    cache,
    withReport: wantsReport(flags.format),
    stopwatch: flags.stats ? stopwatch : undefined,
  }
  return lintOneByOne(inputs, loader, options, io, async (run) => {
    const lang = flags.lang === undefined ? (run.lang ?? asked) : asked
    for (const path of ignored) io.error(`${new Failure(TEXTS.ignored, {path}).in(lang)}\n`)
    const tally = new Tally()
    const context = {
      lang,
      color: flags.outputFile === undefined && io.color,
      columns: io.columns,
      // all of them have run when those reporters begin that ask for them
      get rules() {
        return run.rules
      },
      version: packageJson.version,
    }
    const isBeside = printsDrafts(inputs, flags)
    const found = isBeside ? await collect(resultsOf(run)) : resultsOf(run)
    const text = reporter(toReport(found, tally, flags), context)
    await writeReport(wanted(text, tally, run, flags, io), flags.outputFile, isBeside ? besideDrafts(io) : io)
    const failed = [...failures, ...run.failures]
    tell(failed, lang, io)
    if (run.known && flags.format === 'pretty') io.error(`${new Failure(TEXTS.known, {n: run.known}).in(lang)}\n`)
    if (flags.format === 'pretty' && tally.files) tellRepaired(run, flags, lang, io)
    if (flags.stats) io.error((await import('../stats.ts')).timesTable(times, lang))
    return exitCode(tally, failed, lang, flags.maxWarnings, io)
  })
}

function tellRepaired({repaired}: Run, {fix, fixDryRun}: LintFlags, lang: Language, io: Io): void {
  if (!fix && !fixDryRun) return
  const text = !repaired ? TEXTS.nothingToRepair : fixDryRun ? TEXTS.repairable : TEXTS.repaired
  io.error(`${new Failure(text, {n: repaired}).in(lang)}\n`)
}

/** What is remembered of results for the exit code. */
class Tally {
  files = 0
  readonly counts = countDiagnostics([])
  hasCrash = false

  add({diagnostics}: FileResult): void {
    this.files++
    countDiagnostics(diagnostics, this.counts)
    this.hasCrash ||= diagnostics.some(({ruleId}) => ruleId === CRASHED)
  }
}

/** What was found in drafts, then in the lists of suppressions that all of them have used. */
async function* resultsOf(run: Run): AsyncGenerator<FileResult> {
  yield* run.results()
  yield* run.sidecars.complaints()
}

/** Whether repaired drafts, or their changes, go to standard output. */
const printsDrafts = (inputs: readonly Input[], {fix, fixDryRun}: LintFlags): boolean =>
  Boolean(fixDryRun || (fix && inputs.some(({path}) => path === '-')))

/** Where the report goes then: what takes the drafts must not find it between them. */
const besideDrafts = ({drained: _, ...io}: Io): Io => ({...io, out: io.error})

async function* toReport(
  results: Iterable<FileResult> | AsyncIterable<FileResult>,
  tally: Tally,
  {quiet}: LintFlags,
): AsyncGenerator<FileResult> {
  for await (const result of results) {
    tally.add(result)
    yield quiet ? onlyErrors(result) : result
  }
}

/** The text that is to be written: people see nothing of a run that could read no draft, but why. */
async function* wanted(
  text: AsyncIterable<string>,
  tally: Tally,
  run: Run,
  {format, outputFile}: LintFlags,
  io: Io,
): AsyncGenerator<string> {
  for await (const piece of text) {
    if (!tally.files && format === 'pretty' && outputFile === undefined) continue
    if (piece && io.onTerminal) run.clearLine()
    yield piece
  }
}

async function find(
  patterns: readonly string[],
  flags: LintFlags,
  loader: ReturnType<typeof createLoader>,
): Promise<Inputs> {
  const ignored = ignoredBy(loader, flags)
  if (flags.staged) return (await import('../staged.ts')).findStaged(patterns, ignored)
  const found = await findInputs(patterns, ignored, flags.stdinFilename)
  if (!flags.convert) return found
  const {inputs, failures} = await (await import('../convert.ts')).convertInputs(found.inputs)
  return {...found, inputs, failures: [...found.failures, ...failures]}
}

/** What the drafts are compared with; most runs compare with nothing. */
async function otherReports({against}: LintFlags, lang: Language, io: Io): Promise<UserData['against']> {
  if (!against?.length) return []
  const {readAgainst} = await import('../against.ts')
  return readAgainst(against, (failure) => tell([failure], lang, io))
}

async function openCache({cacheLocation}: LintFlags): Promise<Cache> {
  if (cacheLocation !== undefined && statsOf(cacheLocation)?.isDirectory() === false)
    throw new Failure(TEXTS.noFolder, {path: cacheLocation})
  const {Cache, cachePath} = await import('../cache.ts')
  return new Cache(cachePath(cacheLocation))
}

/** Lints again whenever a draft or its configuration changes, until Ctrl-C. */
async function watchDrafts(patterns: readonly string[], flags: LintFlags, io: Io): Promise<number> {
  const {Changes, foldersOf} = await import('../watch.ts')
  const {Cache} = await import('../cache.ts')
  const cache = flags.cache ? await openCache(flags) : new Cache()
  const changes = new Changes(flags.outputFile)
  const stop = new AbortController()
  const onInterrupt = (): void => stop.abort()
  process.on('SIGINT', onInterrupt)
  try {
    while (!stop.signal.aborted) {
      changes.watch(foldersOf(patterns))
      if (io.progress) io.out('\u001b[2J\u001b[H')
      try {
        await lintOnce(patterns, flags, cache, io)
      } catch (error) {
        // what is wrong may be put right while we wait
        if (!(error instanceof Failure)) throw error
        tell([error], languageOf(flags.lang), io)
      }
      io.error(TEXTS.waiting[languageOf(flags.lang)])
      await changes.next(stop.signal)
    }
  } finally {
    changes.close()
    process.off('SIGINT', onInterrupt)
  }
  return INTERRUPTED
}

function refuseTogether(patterns: readonly string[], flags: LintFlags): void {
  const fixing = flags.fix ? '--fix' : flags.fixDryRun ? '--fix-dry-run' : undefined
  const refuse = (a: string, b: string): never => {
    throw notTogether(a, b)
  }
  if (flags.staged && fixing) refuse('--staged', fixing)
  if (flags.staged && flags.watch) refuse('--staged', '--watch')
  if (flags.staged && patterns.includes('-')) refuse('--staged', '-')
  if (flags.watch && patterns.includes('-')) refuse('--watch', '-')
  if (flags.unsafeFixes && !fixing) throw notAlone('--unsafe-fixes', '--fix', '--fix-dry-run')
  if (flags.cacheLocation !== undefined && !flags.cache) throw notAlone('--cache-location', '--cache')
}

const onlyErrors = (result: FileResult): FileResult => ({
  ...result,
  diagnostics: result.diagnostics.filter(({severity}) => severity === 'error'),
})

/** One line a failure; a broken configuration is told once, not for each of its drafts. */
export function tell(failures: readonly Failure[], lang: Language, io: Io): void {
  for (const line of new Set(failures.map((failure) => failure.in(lang)))) io.error(`${line}\n`)
}

function exitCode(
  {counts, hasCrash}: Tally,
  failed: readonly Failure[],
  lang: Language,
  limit: number | undefined,
  io: Io,
): number {
  const {error, warning} = counts
  if (failed.length || hasCrash) return FAILED
  if (limit !== undefined && warning > limit) {
    io.error(`${new Failure(TEXTS.tooManyWarnings, {n: warning, limit}).in(lang)}\n`)
    return FOUND
  }
  return error ? FOUND : CLEAN
}
