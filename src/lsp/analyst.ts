import {type ChildProcess, fork} from 'node:child_process'
import {rules} from '../../rules/index.ts'
import {roomForYoung} from '../cli/engine-flags.ts'
import type {ConfigLoader} from '../config/load.ts'
import {findChange} from '../draft/change.ts'
import type {Diagnostic} from '../lint/diagnostic.ts'
import type {Memory} from '../report/memory.ts'
import {type Analysis, analyse, type DraftText} from './analysis.ts'
import {applyKept, type Kept} from './difference.ts'
import {Collector, mayOptimize} from './engine.ts'
import type {Answer, Question, TextChange, Wanted} from './helper.ts'
import {Rehearsal} from './rehearsal.ts'
import {createLoader, type Settings} from './settings.ts'
import type {Understanding} from './understanding.ts'

/** From this length on (64 KB of Chinese) a draft is analysed in a process of its own, and only when typing pauses. */
export const LARGE = 22_000

/** What a keystroke in a small draft may take of the memory for young objects, in bytes. */
const ROOM = 4 * 2 ** 20

/** The memory for young objects of a process for large drafts, in MB: a keystroke in 500 KB takes about the half. */
export const YOUNG = 32

/** A process that is busy for so long with a text that has changed since is stopped, in milliseconds. */
const STALE = 1000

/** What is known of one text of a draft. A large draft's parts come from the other process. */
export interface Study {
  diagnostics(): Promise<readonly Diagnostic[]>
  understanding(): Promise<Understanding>
  /** The text after every safe fix. */
  fixed(): Promise<string>
  /** What was understood, as a page of text; undefined where the draft is not checked. */
  picture(): Promise<string | undefined>
}

/** Loaders by what they depend on. Dropping them all makes every configuration file be read again. */
export class Loaders {
  readonly #loaders = new Map<string, ConfigLoader>()

  for(settings: Settings): ConfigLoader {
    const key = JSON.stringify(settings)
    let loader = this.#loaders.get(key)
    if (!loader) this.#loaders.set(key, (loader = createLoader(settings, rules)))
    return loader
  }

  clear(): void {
    this.#loaders.clear()
  }
}

/** Studies drafts: small ones here, large ones in a process of their own. */
export class Analyst {
  readonly loaders = new Loaders()
  readonly rehearsal = new Rehearsal()
  readonly #collector = new Collector(ROOM)
  readonly #process = new AnalystProcess()
  #generation = 0

  /** @param memory what an earlier text of the same draft left */
  study(draft: DraftText, settings: Settings, memory?: Memory): Study {
    if (draft.text.length > LARGE) return this.#process.study(draft, settings, this.#generation)
    let analysis: Promise<Analysis> | undefined
    const analysed = (): Promise<Analysis> =>
      (analysis ??= analyse(draft, this.loaders.for(settings), settings.lang ?? settings.locale, memory))
    return {
      diagnostics: async () => {
        // only an open draft has a memory
        mayOptimize(!(memory && this.rehearsal.isOf(draft.format)))
        const known = await analysed()
        const {diagnostics} = known
        if (memory) {
          this.rehearsal.begin(draft.text, draft.format, known)
          this.#collector.soon()
        }
        return diagnostics
      },
      understanding: async () => (await analysed()).understanding,
      fixed: async () => (await analysed()).fixed,
      picture: async () => (await analysed()).picture(),
    }
  }

  /** Every configuration may have changed. */
  forget(): void {
    this.loaders.clear()
    this.rehearsal.drop()
    this.#generation++
  }

  close(): void {
    this.rehearsal.stop()
    this.#collector.stop()
    this.#process.stop()
  }
}

interface Wish extends Pick<Question, 'wanted' | 'version' | 'settings' | 'generation'> {
  readonly draft: DraftText
}

interface Waiting {
  readonly wish: Wish
  readonly resolve: (value: never) => void
  readonly reject: (error: Error) => void
}

/** Thrown where a newer text of the same draft is asked about before the older was answered. */
export class Superseded extends Error {}

/**
 * One process, started when first needed, that answers one question after another. Not a thread: a draft that takes all
 * memory must not take the editor's server with it.
 */
class AnalystProcess {
  #child: ChildProcess | undefined
  #asked = 0
  /** The text that the child holds; it is sent the next one as a change. */
  #sent: {readonly path: string; readonly version: number; readonly text: string} | undefined
  /** The findings that the child told last; it tells the next ones as a change. */
  #told: {readonly path: string; readonly version: number; readonly diagnostics: readonly Diagnostic[]} | undefined
  #running: {readonly waiting: Waiting; readonly since: number; readonly parts: Diagnostic[]} | undefined
  readonly #queue: Waiting[] = []

  study(draft: DraftText, settings: Settings, generation: number): Study {
    const version = ++this.#asked
    const known = new Map<Wanted, Promise<unknown>>()
    const ask = <T>(wanted: Wanted): Promise<T> => {
      let answer = known.get(wanted) as Promise<T> | undefined
      if (!answer) known.set(wanted, (answer = this.#ask({version, wanted, draft, settings, generation})))
      return answer
    }
    return {
      diagnostics: () => ask('diagnostics'),
      understanding: () => ask('understanding'),
      fixed: () => ask('fixed'),
      picture: () => ask('picture'),
    }
  }

  stop(): void {
    this.#child?.kill()
    this.#lose()
  }

  /** The child is gone, and with it all that it held. */
  #lose(): void {
    this.#child = undefined
    this.#sent = undefined
    this.#told = undefined
  }

  #ask<T>(wish: Wish): Promise<T> {
    this.#dropOlder(wish)
    return new Promise<T>((resolve, reject) => {
      this.#queue.push({wish, resolve, reject})
      this.#next()
    })
  }

  /** Questions about an older text of the same draft are answered by nobody. */
  #dropOlder({draft, version}: Wish): void {
    const isOlder = ({wish}: Waiting): boolean => wish.draft.path === draft.path && wish.version < version
    for (const waiting of this.#queue.filter(isOlder)) {
      this.#queue.splice(this.#queue.indexOf(waiting), 1)
      waiting.reject(new Superseded())
    }
    const running = this.#running
    if (!running || !isOlder(running.waiting) || performance.now() - running.since < STALE) return
    running.waiting.reject(new Superseded())
    this.#running = undefined
    this.stop()
  }

  #next(): void {
    if (this.#running) return
    const waiting = this.#queue.shift()
    if (!waiting) return
    this.#running = {waiting, since: performance.now(), parts: []}
    const {draft, ...wish} = waiting.wish
    const {path, format, text} = draft
    const child = this.#start()
    const held = this.#told?.path === path ? {held: this.#told.version} : {}
    child.send({...wish, path, format, text: this.#changeTo(draft), ...held} satisfies Question)
    this.#sent = {path, version: wish.version, text}
  }

  #changeTo({path, text}: DraftText): string | TextChange {
    const sent = this.#sent
    if (sent?.path !== path) return text
    const {from, before, to} = findChange(sent.text, text)
    return {since: sent.version, from, before, insert: text.slice(from, to)}
  }

  /** @returns all findings of the version that was asked about */
  #hear({draft, version}: Wish, parts: readonly Diagnostic[], kept: Kept | undefined): readonly Diagnostic[] {
    const diagnostics = kept && this.#told ? applyKept(this.#told.diagnostics, parts, kept) : parts
    this.#told = {path: draft.path, version, diagnostics}
    return diagnostics
  }

  #start(): ChildProcess {
    if (this.#child) return this.#child
    // the program itself, told to be the helper: there is no second file to ship
    const child = fork(process.argv[1] as string, ['lsp', '--helper'], {
      // what the server itself was given comes last, and counts
      execArgv: [...roomForYoung(YOUNG).map(([, ours]) => ours), ...process.execArgv],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const fail = (error: Error): void => {
      if (this.#child !== child) return
      this.#lose()
      this.#settle((waiting) => waiting.reject(error))
    }
    child.on('message', ({value, kept, error, more}: Answer) => {
      const running = this.#running
      if (this.#child !== child || !running) return
      if (Array.isArray(value)) running.parts.push(...value)
      if (more) return
      if (error !== undefined) this.#sent = undefined
      const whole = Array.isArray(value) ? this.#hear(running.waiting.wish, running.parts, kept) : value
      this.#settle((waiting) =>
        error === undefined ? waiting.resolve(whole as never) : waiting.reject(new Error(error)),
      )
    })
    child.on('error', fail)
    child.on('exit', () => fail(new Error('the helper ended')))
    // it alone keeps no server alive
    child.unref()
    child.channel?.unref()
    this.#child = child
    return child
  }

  #settle(settle: (waiting: Waiting) => void): void {
    const running = this.#running
    this.#running = undefined
    if (running) settle(running.waiting)
    this.#next()
  }
}
