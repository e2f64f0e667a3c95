import {parentPort, workerData} from 'node:worker_threads'
import {rules} from '../../rules/index.ts'
import type {Configuration} from '../lint/configuration.ts'
import type {Diagnostic} from '../lint/diagnostic.ts'
import {Failure} from '../lint/failure.ts'
import {reasonOf} from '../lint/one-line.ts'
import {lintFile} from './lint-file.ts'
import {readBytes} from './read-draft.ts'

/** One draft for a worker. */
export interface Job {
  readonly id: number
  readonly path: string
  readonly name: string
  /** Which of the configurations. */
  readonly setup: number
}

/** What a worker is started with. */
export interface WorkerData {
  readonly configurations: readonly Configuration[]
}

/** What a worker found in a draft, or why it could not look. */
export type Reply =
  | {readonly id: number; readonly found: {readonly source: string; readonly diagnostics: readonly Diagnostic[]}}
  | {readonly id: number; readonly failure: Pick<Failure, 'text' | 'data'>}
  | {readonly id: number; readonly crash: string}

/** Lints the drafts that the main thread sends. */
export function serve(): void {
  const {configurations} = workerData as WorkerData
  parentPort?.on('message', async (job: Job) => parentPort?.postMessage(await lintJob(job, configurations)))
}

async function lintJob({id, setup, ...input}: Job, configurations: readonly Configuration[]): Promise<Reply> {
  try {
    const configuration = configurations[setup] as Configuration
    const {source, diagnostics} = await lintFile(input, readBytes(input), {configuration, rules, files: []}, {})
    return {id, found: {source, diagnostics}}
  } catch (error) {
    if (error instanceof Failure) return {id, failure: {text: error.text, data: error.data}}
    return {id, crash: reasonOf(error)}
  }
}
