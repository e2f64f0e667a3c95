import type {Language} from '../lint/configuration.ts'
import type {Localized} from '../lint/rule.ts'
import {fill} from '../lint/words.ts'
import type {Io} from './io.ts'

const PROGRESS: Localized = {zh: '正在检查 {done}/{total}', en: 'Checking {done}/{total}'}
const STOPPED: Localized = {
  zh: '已中断：检查了 {done}/{total} 个文件，没有完整的结果。',
  en: 'Stopped after {done} of {total} files; there is no complete report.',
}

/** Nobody needs to know of a shorter run. */
const PATIENCE = 1000
/** Milliseconds after which signals are looked at, and the progress is drawn anew. */
const TURN = 60

/** The user stopped the run (Ctrl-C): exit code 130, as shells have it. */
export class Interrupted extends Error {
  readonly done: number
  readonly total: number

  constructor(done: number, total: number) {
    super('interrupted')
    this.done = done
    this.total = total
  }

  in(lang: Language): string {
    return fill(STOPPED[lang], {done: this.done, total: this.total})
  }
}

/** Keeps a run over many drafts answering: draws its progress on a terminal, and stops between two drafts on Ctrl-C. */
export class Pace {
  readonly #total: number
  readonly #io: Io
  readonly #lang: Language
  readonly #started = Date.now()
  readonly #onInterrupt = (): void => {
    this.#interrupted = true
  }
  #interrupted = false
  #turned = this.#started
  #drawn = false

  constructor(total: number, lang: Language, io: Io) {
    this.#lang = lang
    this.#total = total
    this.#io = io
    // a single draft is done before anybody can stop it
    if (total > 1) process.on('SIGINT', this.#onInterrupt)
  }

  /** Called between two drafts. @throws Interrupted */
  async step(done: number): Promise<void> {
    const now = Date.now()
    if (now - this.#turned < TURN) return
    this.#turned = now
    if (this.#io.progress && now - this.#started > PATIENCE) {
      this.#io.progress(`\r${fill(PROGRESS[this.#lang], {done, total: this.#total})}`)
      this.#drawn = true
    }
    // drafts are linted without a pause: signals wait until we let them in
    await new Promise((resolve) => setImmediate(resolve))
    if (this.#interrupted) throw new Interrupted(done, this.#total)
  }

  /** Takes the progress off the terminal, until it is drawn again. */
  wipe(): void {
    if (this.#drawn) this.#io.progress?.('\r\u001b[K')
    this.#drawn = false
  }

  end(): void {
    process.off('SIGINT', this.#onInterrupt)
    this.wipe()
  }
}
