import {availableParallelism} from 'node:os'
import {Worker} from 'node:worker_threads'
import type {Setup} from '../config/load.ts'
import {Failure} from '../lint/failure.ts'
import type {CachedResult} from './cache.ts'
import type {Input} from './inputs.ts'
import {THREAD} from './thread.ts'
import type {Job, Reply, WorkerData} from './worker.ts'

/** Below, a thread would hardly have started before the drafts are done. */
export const WORTH_WORKERS = 100

/** More threads than these gain little, and each takes some 50 MB. */
const MOST = 4

/** How many threads lint beside the one that runs the program. */
export const workerCount = (): number => Math.min(MOST, availableParallelism()) - 1

/** So many drafts a thread has in hand, so that it never waits for us while we lint one ourselves. */
const IN_HAND = 6

/** A draft takes a few hundred kilobytes while it is linted: what lives long is little. */
const LIMITS = {maxYoungGenerationSizeMb: 16}

/** A draft to be linted elsewhere. */
export interface Task {
  readonly input: Input
  readonly setup: Setup
  /** Called with what was found, or with the Failure. */
  done(result: CachedResult | Failure): void
}

/**
 * Lints drafts on several threads and on this one, in any order. The rules of plugins can't be sent to a thread: not for
 * those.
 * @param program what a thread runs: the command line itself, which sees that it is one
 * @param lintHere lints a draft on this thread, and calls nothing
 * @param step called now and then; what it throws ends everything
 */
export async function lintWithWorkers(
  tasks: readonly Task[],
  program: string,
  lintHere: (task: Task) => Promise<CachedResult | Failure>,
  step: (done: number) => Promise<void>,
): Promise<void> {
  const setups = [...new Set(tasks.map(({setup}) => setup))]
  const workers: Worker[] = []
  let next = 0
  let done = 0
  const finish = (task: Task | undefined, found: CachedResult | Failure): void => {
    task?.done(found)
    done++
  }
  try {
    await new Promise<void>((resolve, reject) => {
      const send = (worker: Worker): void => {
        const task = tasks[next]
        if (!task) return
        const {path, name} = task.input
        worker.postMessage({id: next++, path, name, setup: setups.indexOf(task.setup)} satisfies Job)
      }
      for (let n = 0; n < workerCount(); n++) {
        const data: WorkerData = {configurations: setups.map(({configuration}) => configuration)}
        const worker = new Worker(program, {argv: [THREAD], workerData: data, resourceLimits: LIMITS})
        workers.push(worker)
        worker.on('error', reject)
        worker.on('message', (reply: Reply) => {
          if ('crash' in reply) return reject(new Error(reply.crash))
          const found = 'failure' in reply ? new Failure(reply.failure.text, reply.failure.data) : reply.found
          finish(tasks[reply.id], found)
          if (done === tasks.length) return resolve()
          send(worker)
        })
        for (let k = 0; k < IN_HAND; k++) send(worker)
      }
      const lintOwn = async (): Promise<void> => {
        while (next < tasks.length) {
          const task = tasks[next++] as Task
          finish(task, await lintHere(task))
          await step(done)
          // answers of the threads are taken, and they get more to do
          await new Promise((turn) => setImmediate(turn))
        }
        if (done === tasks.length) resolve()
      }
      lintOwn().catch(reject)
    })
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}
