import type {ConfigLoader, Setup} from '../config/load.ts'
import {type Language, severityOf} from '../lint/configuration.ts'
import {Failure} from '../lint/failure.ts'
import type {Rule} from '../lint/rule.ts'
import {collect, type FileResult} from '../reporters/result.ts'
import {exceptItself} from './against.ts'
import type {Baseline} from './baseline.ts'
import type {Cache, CachedResult} from './cache.ts'
import type {Input} from './inputs.ts'
import type {Io} from './io.ts'
import {type FileOptions, lintFile} from './lint-file.ts'
import {Pace} from './pace.ts'
import type {Pool} from './pool.ts'
import {readBytes, readDraft, reading} from './read-draft.ts'
import {type Keep, Sidecars} from './sidecars.ts'

/** Below, a thread would hardly have started before the drafts are done. */
export const WORTH_WORKERS = 100

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
  /** Whether the cache has its result. */
  readonly isKnown?: boolean
}

/**
 * Lints drafts; what one of them breaks doesn't end the run.
 * @param take takes the results one by one, while drafts are linted
 * @throws Interrupted
 */
export async function lintOneByOne<Taken>(
  inputs: readonly Input[],
  loader: ConfigLoader,
  options: InputOptions,
  io: Io,
  take: (run: Run) => Promise<Taken>,
): Promise<Taken> {
  const pace = new Pace(inputs.length, options.lang ?? 'zh', io)
  try {
    const run = new Run(loader, options, io, pace)
    await run.prepare(inputs)
    return await take(run)
  } finally {
    pace.end()
    options.cache?.save()
  }
}

/** Lints drafts, for those who need the results of all of them at once. @throws Interrupted */
export const lintInputs = (
  inputs: readonly Input[],
  loader: ConfigLoader,
  options: InputOptions,
  io: Io,
): Promise<{readonly run: Run; readonly results: readonly FileResult[]}> =>
  lintOneByOne(inputs, loader, options, io, async (run) => ({run, results: await collect(run.results())}))

async function orFailure<Value>(work: () => Promise<Value>): Promise<Value | Failure> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
}

/** A run over drafts. */
export class Run {
  readonly #loader: ConfigLoader
  readonly #options: InputOptions
  readonly #io: Io
  readonly #pace: Pace
  readonly #drafts: (Prepared | Failure)[] = []
  readonly #baselines = new Map<string, Baseline>()
  /** With what drafts were linted. */
  readonly #setups = new Set<Setup>()
  readonly #failures: Failure[] = []
  #known = 0
  #repaired = 0
  readonly sidecars: Sidecars

  constructor(loader: ConfigLoader, options: InputOptions, io: Io, pace: Pace) {
    this.#loader = loader
    this.#options = options
    this.#io = io
    this.#pace = pace
    this.sidecars = new Sidecars(loader)
  }

  async prepare(inputs: readonly Input[]): Promise<void> {
    for (const input of inputs) this.#drafts.push(await orFailure(() => this.#prepare(input)))
  }

  /** The language that the configuration asks for. */
  get lang(): Language | undefined {
    return this.#drafts.find(isPrepared)?.setup.configuration.lang
  }

  /** In the order of the inputs; unreadable ones are left out. Once; what is told below is complete when they are. */
  async *results(): AsyncGenerator<FileResult> {
    const open = this.#drafts.filter(isPrepared).filter(({isKnown}) => !isKnown)
    const pool = (await this.#wantsWorkers(open)) ? await this.#startPool(open) : undefined
    try {
      for (const [done, draft] of this.#drafts.entries()) {
        const step = (): Promise<void> => this.#pace.step(done)
        await step()
        const result =
          draft instanceof Failure
            ? draft
            : this.#finish(draft, pool && !draft.isKnown ? await pool.next(step) : await this.#lint(draft))
        if (result instanceof Failure) this.#failures.push(result)
        else yield result
      }
    } finally {
      await pool?.close()
    }
  }

  get failures(): readonly Failure[] {
    return this.#failures
  }

  /** Every rule that ran, those of plugins included. */
  get rules(): readonly Rule[] {
    return [...new Set([...this.#setups].flatMap(({rules}) => rules))]
  }

  /** Rules that were off for some draft: what they would find there is not known. */
  get rulesOff(): ReadonlySet<string> {
    const off = [...this.#setups].flatMap(({rules, configuration}) =>
      rules.filter((rule) => severityOf(rule, configuration) === 'off'),
    )
    return new Set(off.map(({id}) => id))
  }

  /** The baselines that were met, by path. */
  get baselines(): ReadonlyMap<string, Baseline> {
    return this.#baselines
  }

  /** How many findings baselines left out. */
  get known(): number {
    return this.#known
  }

  /** How many repairs were made, or would be. */
  get repaired(): number {
    return this.#repaired
  }

  /** Makes room for a report on the terminal's last line, where the progress is drawn. */
  clearLine(): void {
    this.#pace.wipe()
  }

  async #prepare(input: Input): Promise<Prepared> {
    const setup = await this.#loader.setupFor(input.name)
    const keep = await this.sidecars.keeperFor(input.name, setup)
    const baseline = await this.#baselineOf(this.#options.baseline ?? setup.baseline)
    const draft = {input, setup, keep, baseline}
    const cache = this.#cacheFor(draft)
    if (!cache) return draft
    const key = cache.key(input.name, readBytes(input), setup)
    return {...draft, key, isKnown: cache.has(input.name, key)}
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
  async #wantsWorkers(drafts: readonly Prepared[]): Promise<boolean> {
    const {withReport, stopwatch} = this.#options
    if (this.#io.program === undefined || this.#fixes || withReport || stopwatch) return false
    if (drafts.length < WORTH_WORKERS) return false
    const {workerCount} = await import('./pool.ts')
    return (
      workerCount() > 0 && drafts.every(({input, setup}) => input.path !== '-' && !input.bytes && !hasPlugins(setup))
    )
  }

  async #startPool(drafts: readonly Prepared[]): Promise<Pool<Prepared>> {
    const {Pool} = await import('./pool.ts')
    const lintHere = ({input, setup}: Prepared): Promise<FileResult | Failure> =>
      orFailure(() => lintFile(input, readBytes(input), setup, {}))
    return new Pool(drafts, this.#io.program as string, lintHere)
  }

  #lint(draft: Prepared): Promise<CachedResult | Failure> {
    const {input, setup, keep, isKnown} = draft
    return orFailure(async () => {
      const bytes = readBytes(input)
      if (this.#fixes) {
        const {repairFile} = await import('./repair.ts')
        const {rules} = setup
        const configuration = exceptItself(setup.configuration, input.name)
        const read = await readDraft(input, bytes)
        const {source, diagnostics, applied} = await reading(input.path, () =>
          repairFile(input, read, {configuration, rules, keep}, this.#options, this.#io),
        )
        this.#repaired += applied
        return {source, diagnostics}
      }
      const cache = isKnown ? this.#options.cache : undefined
      // it may have been changed since
      const known = cache?.get(input.name, bytes, cache.key(input.name, bytes, setup))
      return known ?? lintFile(input, bytes, setup, this.#options)
    })
  }

  /** What is told of a draft: what was found, but for what is suppressed or known. */
  #finish({input, setup, keep, baseline, key, isKnown}: Prepared, found: CachedResult | Failure): FileResult | Failure {
    if (found instanceof Failure) return found
    this.#setups.add(setup)
    if (key !== undefined && !isKnown) this.#options.cache?.set(input.name, key, found)
    // a repair has looked at the lists of suppressions itself
    const kept = this.#fixes ? found.diagnostics : keep(found.diagnostics, found.source)
    const left = baseline?.keep(input.name, kept, found.source) ?? kept
    this.#known += kept.length - left.length
    return {filePath: input.name, ...found, diagnostics: left}
  }
}

const isPrepared = (draft: Prepared | Failure): draft is Prepared => !(draft instanceof Failure)

const hasPlugins = ({rules}: Setup): boolean => rules.some(({id}) => id.includes('/'))
