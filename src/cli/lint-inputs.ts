import type {ConfigLoader, Setup} from '../config/load.ts'
import {type Language, severityOf} from '../lint/configuration.ts'
import {Failure} from '../lint/failure.ts'
import type {Rule} from '../lint/rule.ts'
import type {FileResult} from '../reporters/result.ts'
import {exceptItself} from './against.ts'
import type {Baseline} from './baseline.ts'
import type {Cache, CachedResult} from './cache.ts'
import type {Input} from './inputs.ts'
import type {Io} from './io.ts'
import {type FileOptions, lintFile} from './lint-file.ts'
import {Pace} from './pace.ts'
import type {Task} from './pool.ts'
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

/** A draft with all that decides how it is linted. */
interface Prepared {
  readonly input: Input
  readonly setup: Setup
  readonly keep: Keep
  readonly baseline: Baseline | undefined
  /** Under which its result is kept in the cache. */
  readonly key?: string
  found?: CachedResult | FileResult | Failure
}

/** Lints drafts; what one of them breaks doesn't end the run. @throws Interrupted */
export async function lintInputs(
  inputs: readonly Input[],
  loader: ConfigLoader,
  options: InputOptions,
  io: Io,
): Promise<Linted> {
  const run = new Run(loader, options, io)
  const pace = new Pace(inputs.length, options.lang ?? 'zh', io)
  try {
    const drafts: (Prepared | Failure)[] = []
    for (const input of inputs) drafts.push(await orFailure(() => run.prepare(input)))
    const open = drafts.filter((draft) => !(draft instanceof Failure) && !draft.found) as Prepared[]
    if (await run.wantsWorkers(open)) await run.lintTogether(open, pace)
    else
      for (const [index, draft] of open.entries()) {
        await pace.step(inputs.length - open.length + index)
        draft.found = await orFailure(() => run.lint(draft))
      }
    return run.finish(drafts)
  } finally {
    pace.end()
    options.cache?.save()
  }
}

async function orFailure<Value>(work: () => Promise<Value>): Promise<Value | Failure> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
}

class Run {
  readonly #loader: ConfigLoader
  readonly #options: InputOptions
  readonly #io: Io
  readonly #sidecars: Sidecars
  readonly #baselines = new Map<string, Baseline>()

  constructor(loader: ConfigLoader, options: InputOptions, io: Io) {
    this.#loader = loader
    this.#options = options
    this.#io = io
    this.#sidecars = new Sidecars(loader)
  }

  async prepare(input: Input): Promise<Prepared> {
    const setup = await this.#loader.setupFor(input.name)
    const keep = await this.#sidecars.keeperFor(input.name, setup)
    const baseline = await this.#baselineOf(this.#options.baseline ?? setup.baseline)
    const draft = {input, setup, keep, baseline}
    const cache = this.#cacheFor(draft)
    if (!cache) return draft
    const bytes = readBytes(input)
    const key = cache.key(input.name, bytes, setup)
    const found = cache.get(input.name, bytes, key)
    return {...draft, key, ...(found ? {found} : {})}
  }

  /** What is repaired, read from elsewhere, linted by rules that may change, or shown with what was understood, isn't kept. */
  #cacheFor({input, setup}: Prepared): Cache | undefined {
    const {cache, withReport} = this.#options
    const isKept = !this.#fixes && !withReport && input.path !== '-' && !input.bytes && !hasPlugins(setup)
    return isKept ? cache : undefined
  }

  get #fixes(): boolean {
    return Boolean(this.#options.fix || this.#options.fixDryRun)
  }

  async #baselineOf(path: string | false | undefined): Promise<Baseline | undefined> {
    if (path === undefined || path === false) return undefined
    let baseline = this.#baselines.get(path)
    if (!baseline) {
      const {Baseline} = await import('./baseline.ts')
      this.#baselines.set(path, (baseline = Baseline.read(path)))
    }
    return baseline
  }

  /** Threads only lint files as they are, with our own rules. */
  async wantsWorkers(drafts: readonly Prepared[]): Promise<boolean> {
    const {withReport, stopwatch} = this.#options
    if (this.#io.program === undefined || drafts.length < 2 || this.#fixes || withReport || stopwatch) return false
    const {WORTH_WORKERS, workerCount} = await import('./pool.ts')
    return (
      drafts.length >= WORTH_WORKERS &&
      workerCount() > 0 &&
      drafts.every(({input, setup}) => input.path !== '-' && !input.bytes && !hasPlugins(setup))
    )
  }

  async lintTogether(drafts: readonly Prepared[], pace: Pace): Promise<void> {
    const {lintWithWorkers} = await import('./pool.ts')
    const tasks = drafts.map((draft) => ({
      input: draft.input,
      setup: draft.setup,
      done: (found: CachedResult | Failure) => {
        draft.found = found
        if (!(found instanceof Failure)) this.#remember(draft, found)
      },
    }))
    const lintHere = ({input, setup}: Task): Promise<FileResult | Failure> =>
      orFailure(() => lintFile(input, readBytes(input), setup, {}))
    await lintWithWorkers(tasks, this.#io.program as string, lintHere, (done) => pace.step(done))
  }

  async lint(draft: Prepared): Promise<FileResult> {
    const {input, setup, keep} = draft
    const bytes = readBytes(input)
    if (this.#fixes) {
      const {repairFile} = await import('./repair.ts')
      const {rules} = setup
      const configuration = exceptItself(setup.configuration, input.name)
      const read = await readDraft(input, bytes)
      const repaired = await repairFile(input, read, {configuration, rules, keep}, this.#options, this.#io)
      return {filePath: input.name, source: repaired.source, diagnostics: repaired.diagnostics}
    }
    const result = await lintFile(input, bytes, setup, this.#options)
    this.#remember(draft, result)
    return result
  }

  #remember({input, key}: Prepared, found: CachedResult): void {
    if (key !== undefined) this.#options.cache?.set(input.name, key, found)
  }

  finish(drafts: readonly (Prepared | Failure)[]): Linted {
    const results: FileResult[] = []
    const failures: Failure[] = []
    const rules = new Set<Rule>()
    const rulesOff = new Set<string>()
    let lang: Language | undefined
    let known = 0
    for (const draft of drafts) {
      if (draft instanceof Failure) {
        failures.push(draft)
        continue
      }
      const {input, setup, keep, baseline, found} = draft
      lang ??= setup.configuration.lang
      if (found instanceof Failure) failures.push(found)
      else if (found) {
        for (const rule of setup.rules) rules.add(rule)
        for (const rule of setup.rules) if (severityOf(rule, setup.configuration) === 'off') rulesOff.add(rule.id)
        // a repair has looked at the lists of suppressions itself
        const kept = this.#fixes ? found.diagnostics : keep(found.diagnostics, found.source)
        const left = baseline?.keep(input.name, kept, found.source) ?? kept
        known += kept.length - left.length
        results.push({filePath: input.name, ...found, diagnostics: left})
      }
    }
    return {
      results,
      failures,
      rules: [...rules],
      lang,
      sidecars: this.#sidecars,
      baselines: this.#baselines,
      rulesOff,
      known,
    }
  }
}

const hasPlugins = ({rules}: Setup): boolean => rules.some(({id}) => id.includes('/'))
