import {LARGE} from './analyst.ts'
import {allToLsp} from './findings.ts'
import type {Session} from './session.ts'
import type {Snapshot} from './snapshot.ts'

/** How long typing in a large draft has to pause before it is checked, in milliseconds. */
export const PAUSE = 100

/** Sends findings to clients that don't ask for them: exactly once for each version that is still the newest. */
export class Publisher {
  readonly #session: Session
  readonly #waiting = new Map<string, () => void>()

  constructor(session: Session) {
    this.#session = session
  }

  /** A draft was opened or changed: its findings follow at once, those of a large one when typing pauses. */
  changed(snapshot: Snapshot): void {
    const {uri, positions} = snapshot
    this.#cancel(uri)
    const {rehearsal} = this.#session.analyst
    rehearsal.pause()
    const publish = async (): Promise<void> => {
      this.#waiting.delete(uri)
      await this.#publish(snapshot)
      rehearsal.resume()
    }
    if (positions.text.length > LARGE) {
      const timer = setTimeout(publish, PAUSE)
      this.#waiting.set(uri, () => clearTimeout(timer))
    } else {
      // behind the changes that have already arrived
      const turn = setImmediate(publish)
      this.#waiting.set(uri, () => clearImmediate(turn))
    }
  }

  closed(uri: string): void {
    this.#cancel(uri)
    void this.#session.connection.sendDiagnostics({uri, diagnostics: []})
  }

  #cancel(uri: string): void {
    const cancel = this.#waiting.get(uri)
    if (!cancel) return
    cancel()
    this.#waiting.delete(uri)
    this.#session.analyst.rehearsal.resume()
  }

  async #publish(snapshot: Snapshot): Promise<void> {
    const {connection, features} = this.#session
    const {uri, version} = snapshot
    const {generation} = this.#session
    const isNewest = (): boolean => this.#session.snapshot(uri) === snapshot && this.#session.generation === generation
    try {
      const {study, settings} = await this.#session.study(snapshot)
      if (!isNewest()) return
      const answer = settings.enable ? study.diagnostics() : []
      // its lines are found while another process is busy with the draft
      void snapshot.positions.lineCount
      const found = await answer
      if (!isNewest()) return
      const diagnostics = await allToLsp(found, snapshot, features)
      if (!isNewest()) return
      await connection.sendDiagnostics({uri, version, diagnostics})
    } catch (error) {
      if (isNewest()) connection.console.error(`zicha: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
}
