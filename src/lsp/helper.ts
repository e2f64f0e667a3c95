import {Memory} from '../report/memory.ts'
import {type Analysis, analyse, type DraftText} from './analysis.ts'
import {Loaders} from './analyst.ts'
import type {Settings} from './settings.ts'

export type Wanted = 'diagnostics' | 'understanding' | 'fixed' | 'picture'

/** What is asked of the process that analyses large drafts. */
export interface Question {
  readonly wanted: Wanted
  readonly draft: DraftText
  /** Another one is another text; of the one that was asked about last the text is left out. */
  readonly version: number
  readonly settings: Settings
  /** Another one is another configuration on disk. */
  readonly generation: number
}

export interface Answer {
  readonly value?: unknown
  readonly error?: string
  /** The value is a part of a list; another one follows. */
  readonly more?: boolean
}

/** Unpacking more findings than these at once would keep the server from answering. */
const SLICE = 500

function* inParts({value, error}: Answer): Iterable<Answer> {
  if (!Array.isArray(value)) return yield error === undefined ? {value} : {error}
  for (let at = 0; at === 0 || at < value.length; at += SLICE)
    yield {value: value.slice(at, at + SLICE), more: at + SLICE < value.length}
}

/** Answers questions until the server ends. Keeps what it knows of the last text only: large ones take much. */
export function serveServer(): void {
  const loaders = new Loaders()
  let generation = 0
  let memory = {path: '', of: new Memory()}
  let last: {readonly version: number; readonly analysis: Analysis} | undefined
  const answer = async (question: Question): Promise<Answer> => {
    if (question.generation !== generation) {
      generation = question.generation
      loaders.clear()
      last = undefined
    }
    const {draft, settings, version, wanted} = question
    if (last?.version !== version) {
      last = undefined
      if (memory.path !== draft.path) memory = {path: draft.path, of: new Memory()}
      const lang = settings.lang ?? settings.locale
      last = {version, analysis: await analyse(draft, loaders.for(settings), lang, memory.of)}
    }
    return {value: wanted === 'picture' ? await last.analysis.picture() : last.analysis[wanted]}
  }
  process.on('message', (question: Question) => {
    answer(question)
      .catch((error: unknown): Answer => ({error: error instanceof Error ? error.message : String(error)}))
      .then((reply) => {
        for (const part of inParts(reply)) process.send?.(part)
      })
  })
  process.on('disconnect', () => process.exit())
}
