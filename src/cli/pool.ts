import {availableParallelism} from 'node:os'
import {Worker} from 'node:worker_threads'
import type {Setup} from '../config/load.ts'
import {Failure} from '../lint/failure.ts'
import type {CachedResult} from './cache.ts'
import type {Input} from './inputs.ts'
import {THREAD} from './thread.ts'
import type {Job, Reply, WorkerData} from './worker.ts'

/**
 * Two threads are 1.6 times as fast as one, but take 90 MB more (1,000 drafts of 4 KB: 240 MB against 147). Fewer drafts
 * than these are done within seconds, and --cache helps more.
 */
export const WORTH_WORKERS = 1500

/** More threads than these gain little, and each takes some 60 MB. */
const MOST = 4

export const workerCount = (): number => Math.min(MOST, availableParallelism())

/** A draft to be linted elsewhere. */
export interface Task {
  readonly input: Input
  readonly setup: Setup
  /** Called with what was found, or with the Failure. */
  done(result: CachedResult | Failure): void
}

/**
 * Lints drafts on several threads, in any order. The rules of plugins can't be sent to a thread: not for those.
 * @param program what a thread runs: the command line itself, which sees that it is one
 * @param step called now and then; what it throws ends everything
 */
export async function lintInWorkers(
  tasks: readonly Task[],
  program: string,
  step: (done: number) => Promise<void>,
): Promise<void> {
  const setups = [...new Set(tasks.map(({setup}) => setup))]
  const workers: Worker[] = []
  let next = 0
  let done = 0
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
        const worker = new Worker(program, {argv: [THREAD], workerData: data})
        workers.push(worker)
        worker.on('error', reject)
        worker.on('message', (reply: Reply) => {
          if ('crash' in reply) return reject(new Error(reply.crash))
          const found = 'failure' in reply ? new Failure(reply.failure.text, reply.failure.data) : reply.found
          tasks[reply.id]?.done(found)
          done++
          if (done === tasks.length) return resolve()
          send(worker)
          step(done).catch(reject)
        })
        // one draft in hand and one waiting, so that a thread never waits for us
        send(worker)
        send(worker)
      }
    })
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}
