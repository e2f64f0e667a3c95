import {findChange} from '../draft/change.ts'
import type {Diagnostic} from '../lint/diagnostic.ts'
import {Memory} from '../report/memory.ts'
import {type Analysis, analyse} from './analysis.ts'
import {Loaders, YOUNG} from './analyst.ts'
import {findKept, type Kept} from './difference.ts'
import {Collector, mayOptimize} from './engine.ts'
import {Rehearsal} from './rehearsal.ts'
import type {Settings} from './settings.ts'
import type {Format} from './snapshot.ts'

export type Wanted = 'diagnostics' | 'understanding' | 'fixed' | 'picture'

/** A text as a change of the one that was sent last: of its `[from, before)` became `insert`. */
export interface TextChange {
  /** The version that was sent last. */
  readonly since: number
  readonly from: number
  readonly before: number
  readonly insert: string
}

/** What is asked of the process that analyses large drafts. */
export interface Question {
  readonly wanted: Wanted
  readonly path: string
  readonly format: Format
  /** Whole, or as a change. */
  readonly text: string | TextChange
  /** Another one is another text. */
  readonly version: number
  readonly settings: Settings
  /** Another one is another configuration on disk. */
  readonly generation: number
  /** The version whose findings the server still holds, of the same draft. */
  readonly held?: number
}

export interface Answer {
  readonly value?: unknown
  /** What the server holds and need not be told again: the value is the findings that stand between. */
  readonly kept?: Kept
  readonly error?: string
  /** The value is a part of a list; another one follows. */
  readonly more?: boolean
}

/** What a keystroke in a large draft may take of the memory for young objects, in bytes. */
const ROOM = 0.75 * YOUNG * 2 ** 20

/**
 * After so many answers what is hot in a large draft has been optimised, by a rehearsal and by them. What V8 would begin to
 * optimise from then on, while somebody waits, takes more than it saves.
 */
const PRACTISED = 16

/** Unpacking more findings than these at once would keep the server from answering. */
const SLICE = 500

function* inParts(answer: Answer): Iterable<Answer> {
  const {value} = answer
  if (!Array.isArray(value)) return yield answer
  for (let at = 0; at === 0 || at < value.length; at += SLICE)
    yield {...answer, value: value.slice(at, at + SLICE), more: at + SLICE < value.length}
}

/** The text of one version of a draft. */
interface Sent {
  readonly version: number
  readonly text: string
}

/** @param sent what the text is a change of */
function textOf({text}: Question, sent: Sent | undefined): string {
  if (typeof text === 'string') return text
  if (sent?.version !== text.since) throw new Error('a change of a text that is not here')
  return sent.text.slice(0, text.from) + text.insert + sent.text.slice(text.before)
}

/** What was told last: the findings of one version of a draft, and its text. */
interface Told extends Sent {
  readonly diagnostics: readonly Diagnostic[]
}

/** The findings as a change of those that were told last, where the server still holds them. */
function tell({text, diagnostics}: Told, told: Told | undefined, held: number | undefined): Answer {
  if (!told || told.version !== held) return {value: diagnostics}
  const kept = findKept(told.diagnostics, diagnostics, findChange(told.text, text))
  return {value: diagnostics.slice(kept.head, diagnostics.length - kept.tail), kept}
}

/** Answers questions until the server ends. Keeps what it knows of the last text only: large ones take much. */
export function serveServer(): void {
  const loaders = new Loaders()
  const collector = new Collector(ROOM)
  const rehearsal = new Rehearsal()
  let generation = 0
  let memory = {path: '', of: new Memory()}
  let sent: Sent | undefined
  let last: {readonly version: number; readonly analysis: Analysis} | undefined
  let told: Told | undefined
  let answers = 0
  const answer = async (question: Question): Promise<Answer> => {
    const text = textOf(question, sent)
    sent = {version: question.version, text}
    if (question.generation !== generation) {
      generation = question.generation
      loaders.clear()
      rehearsal.drop()
      last = undefined
    }
    const {path, format, settings, version, wanted, held} = question
    if (last?.version !== version) {
      last = undefined
      if (memory.path !== path) memory = {path, of: new Memory()}
      const lang = settings.lang ?? settings.locale
      last = {version, analysis: await analyse({path, format, text}, loaders.for(settings), lang, memory.of)}
    }
    if (wanted === 'diagnostics') {
      const known = {version, text, diagnostics: last.analysis.diagnostics}
      const reply = tell(known, told, held)
      told = known
      return reply
    }
    return {value: wanted === 'picture' ? await last.analysis.picture() : last.analysis[wanted]}
  }
  const rehearse = (format: Format): void => {
    if (!last || rehearsal.isTaken) return
    try {
      rehearsal.begin(last.analysis.sample, format, last.analysis)
    } catch {
      // a draft that can't be understood was told of with its findings
    }
  }
  process.on('message', (question: Question) => {
    rehearsal.pause()
    mayOptimize(++answers <= PRACTISED)
    answer(question)
      .catch((error: unknown): Answer => ({error: error instanceof Error ? error.message : String(error)}))
      .then((reply) => {
        for (const part of inParts(reply)) process.send?.(part)
        collector.soon()
        rehearse(question.format)
        rehearsal.resume()
      })
  })
  process.on('disconnect', () => process.exit())
}
