import {Memory} from '../report/memory.ts'
import type {Analysis} from './analysis.ts'
import {mayOptimize} from './engine.ts'
import type {Format} from './snapshot.ts'

/** So many texts of usual length are analysed in all; more make the next one hardly faster. */
export const ANALYSES = 150
/** The length of a usual draft; a text that is longer counts as several. */
const USUAL = 2500
/** A draft that is shorter has too little in it to rehearse with. */
const FEWEST = 500

/** How long the server doesn't listen at a stretch, in milliseconds; a step that was begun is done to its end. */
const SLICE = 1
/** Turns of the event loop between two slices: a message that has come meanwhile has reached its method by then. */
const TURNS = 3

type Practicable = Required<Pick<Analysis, 'rehearse'>>

/**
 * Analyses a draft again and again, each time with one character more, and throws away what is found (预演): V8 makes
 * code fast that has run often, so the first keystrokes would be slow ones. Once for each server, and only while nobody
 * waits for anything.
 */
export class Rehearsal {
  #left = ANALYSES
  #format: Format | undefined
  #paused = 0
  #steps: Iterator<undefined> | undefined
  #turn: NodeJS.Immediate | undefined

  /** Takes this draft, where it has none yet. */
  begin(text: string, format: Format, analysis: Partial<Practicable>): void {
    if (this.isTaken || text.length < FEWEST || !analysis.rehearse) return
    this.#format = format
    this.#steps = this.#rehearse(text, analysis as Practicable)
    this.#wait()
  }

  /** Whether it takes no draft: one is rehearsed, or it is over. */
  get isTaken(): boolean {
    return this.#steps !== undefined || this.#left <= 0
  }

  /** Whether drafts of this kind are, or were, rehearsed. */
  isOf(format: Format): boolean {
    return this.#format === format
  }

  /** Something is waited for. Each pause has its own end. */
  pause(): void {
    this.#paused++
    clearImmediate(this.#turn)
  }

  resume(): void {
    this.#paused--
    this.#wait()
  }

  /** Pauses until an answer is there or has failed. */
  pauseFor(answer: Promise<unknown>): void {
    this.pause()
    const resume = (): void => this.resume()
    answer.then(resume, resume)
  }

  /** The draft's configuration may be another: the next draft that is analysed is taken instead. */
  drop(): void {
    this.#steps = undefined
    clearImmediate(this.#turn)
  }

  /** It is over for good. */
  stop(): void {
    this.drop()
    this.#left = 0
  }

  *#rehearse(text: string, analysis: Practicable): Iterator<undefined> {
    const memory = new Memory()
    for (let typed = text; this.#left > 0; this.#left -= Math.max(1, text.length / USUAL)) {
      typed = withOneMore(typed, this.#left)
      yield* analysis.rehearse(typed, memory)
    }
  }

  #wait(turns = TURNS): void {
    if (!this.#steps || this.#paused) return
    this.#turn = setImmediate(() => (turns > 1 ? this.#wait(turns - 1) : this.#slice()))
  }

  #slice(): void {
    if (this.#goOn()) this.#wait()
    else this.stop()
  }

  /** @returns whether there is more to do */
  #goOn(): boolean {
    const end = performance.now() + SLICE
    mayOptimize(true)
    try {
      while (!this.#steps?.next().done) if (performance.now() >= end) return true
    } catch {
      // what is wrong was told where the draft itself was analysed
    }
    return false
  }
}

/** Words without a mark, as in the middle of a paragraph. */
const WORDS = /[\u4e00-\u9fff]{8,}/g
/** Its multiples are spread evenly between whole numbers. */
const GOLDEN = (Math.sqrt(5) - 1) / 2

/** A text with one more character, each time in another part of it. */
function withOneMore(text: string, nth: number): string {
  const places = [...text.matchAll(WORDS)]
  const place = places[Math.floor(((nth * GOLDEN) % 1) * places.length)]
  const at = place ? place.index + (place[0].length >> 1) : text.length
  return `${text.slice(0, at)}水${text.slice(at)}`
}
