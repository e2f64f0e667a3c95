import {availableParallelism} from 'node:os'
import {setFlagsFromString} from 'node:v8'
import {Worker} from 'node:worker_threads'
import type {Setup} from '../config/load.ts'
import {Failure} from '../lint/failure.ts'
import type {CachedResult} from './cache.ts'
import {LONG_RUN, OPTIMIZE_NOTHING} from './engine-flags.ts'
import type {Input} from './inputs.ts'
import {THREAD} from './thread.ts'
import type {Job, Reply, WorkerData} from './worker.ts'

/** More threads than these gain little, and each takes some 50 MB. */
const MOST = 4

/** How many threads lint beside the one that runs the program. */
export const workerCount = (): number => Math.min(MOST, availableParallelism()) - 1

/** So many drafts a thread has in hand, so that it never waits for us while we lint one ourselves. */
const IN_HAND = 6

/** So many drafts are begun beyond the one whose turn it is: while a large one is linted, results of others wait in memory. */
export const AHEAD = 64

/** A draft takes a few hundred kilobytes while it is linted: what lives long is little. */
const LIMITS = {maxYoungGenerationSizeMb: 16}

/**
 * V8 optimises code during so much of a run: what is hot is fast by then. What it would optimise later takes more time than
 * it saves, on threads that the linting ones share their cores with.
 */
const OPTIMIZED = 0.1

/** A draft to be linted elsewhere. */
export interface Task {
  readonly input: Input
  readonly setup: Setup
}

type Found = CachedResult | Failure

/**
 * Lints drafts on several threads and on this one. The rules of plugins can't be sent to a thread: not for those. Close it,
 * or the threads go on.
 */
export class Pool<Draft extends Task> {
  readonly #drafts: readonly Draft[]
  readonly #lintHere: (draft: Draft) => Promise<Found>
  readonly #setups: readonly Setup[]
  /** Each with how many drafts it has in hand. */
  readonly #workers = new Map<Worker, number>()
  /** What was found in drafts whose turn has not come yet. */
  readonly #found = new Map<number, Found>()
  /** The draft whose turn it is to be handed on, and the next one to be begun. */
  #turn = 0
  #next = 0
  #mayOptimize = true
  /**
   * The threads that have not answered yet, and still load the program. No flag is set before: V8 would refuse them the code
   * caches, which are for the flags that they were made with.
   */
  readonly #loading = new Set<Worker>()
  #crash: Error | undefined
  #wake: (() => void) | undefined

  /**
   * @param program what a thread runs: the command line itself, which sees that it is one
   * @param lintHere lints a draft on this thread
   */
  constructor(drafts: readonly Draft[], program: string, lintHere: (draft: Draft) => Promise<Found>) {
    this.#drafts = drafts
    this.#lintHere = lintHere
    this.#setups = [...new Set(drafts.map(({setup}) => setup))]
    const data: WorkerData = {configurations: this.#setups.map(({configuration}) => configuration)}
    for (let n = 0; n < workerCount(); n++) {
      const worker = new Worker(program, {argv: [THREAD], workerData: data, resourceLimits: LIMITS})
      this.#workers.set(worker, 0)
      this.#loading.add(worker)
      worker.on('error', (error) => this.#fail(error))
      worker.on('message', (reply: Reply) => this.#take(worker, reply))
    }
    this.#send()
  }

  /**
   * What was found in the next draft, in the order in which they were given.
   * @param step called now and then while others are linted; what it throws ends everything
   */
  async next(step: () => Promise<void>): Promise<Found> {
    for (;;) {
      if (this.#crash) throw this.#crash
      const found = this.#found.get(this.#turn)
      if (found) {
        this.#found.delete(this.#turn++)
        this.#send()
        return found
      }
      if (this.#next < this.#end) await this.#lintOne()
      else await new Promise<void>((wake) => (this.#wake = wake))
      await step()
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#workers.keys()].map((worker) => worker.terminate()))
    for (const [usual] of [...LONG_RUN, OPTIMIZE_NOTHING]) setFlagsFromString(usual)
  }

  /** The first draft that is not to be begun yet. */
  get #end(): number {
    return Math.min(this.#drafts.length, this.#turn + AHEAD)
  }

  async #lintOne(): Promise<void> {
    const id = this.#next++
    if (this.#mayOptimize && !this.#loading.size && id >= OPTIMIZED * this.#drafts.length) {
      this.#mayOptimize = false
      setFlagsFromString(OPTIMIZE_NOTHING[1])
    }
    this.#found.set(id, await this.#lintHere(this.#drafts[id] as Draft))
    // answers of the threads are taken, and they get more to do
    await new Promise((turn) => setImmediate(turn))
  }

  #send(): void {
    for (const [worker, had] of this.#workers) {
      let inHand = had
      for (; inHand < IN_HAND && this.#next < this.#end; inHand++) {
        const {input, setup} = this.#drafts[this.#next] as Draft
        const job: Job = {id: this.#next++, path: input.path, name: input.name, setup: this.#setups.indexOf(setup)}
        worker.postMessage(job)
      }
      this.#workers.set(worker, inHand)
    }
  }

  #take(worker: Worker, reply: Reply): void {
    if ('crash' in reply) {
      this.#fail(new Error(reply.crash))
      return
    }
    if (this.#loading.delete(worker) && !this.#loading.size) for (const [, ours] of LONG_RUN) setFlagsFromString(ours)
    this.#found.set(reply.id, 'failure' in reply ? new Failure(reply.failure.text, reply.failure.data) : reply.found)
    this.#workers.set(worker, (this.#workers.get(worker) as number) - 1)
    this.#send()
    this.#wake?.()
  }

  #fail(error: Error): void {
    this.#crash ??= error
    this.#wake?.()
  }
}
