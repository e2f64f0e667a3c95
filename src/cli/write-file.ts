import {chmodSync, closeSync, openSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'

/** Bytes that are written at a time: a report comes in small pieces. */
const PORTION = 64 * 1024

/** A file that is written piece by piece. A reader sees the old content or the new one, never half of it. */
export class NewFile {
  readonly #path: string
  readonly #temporary: string
  #descriptor: number | undefined
  #isMade = false
  #pieces: Uint8Array[] = []
  #waiting = 0

  constructor(path: string) {
    this.#path = path
    this.#temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  }

  add(piece: Uint8Array): void {
    this.#pieces.push(piece)
    this.#waiting += piece.length
    if (this.#waiting >= PORTION) this.#write()
  }

  /** Puts the new content in the place of the old one. Keeps the file's mode. */
  finish(): void {
    this.#write()
    this.#close()
    const mode = statSync(this.#path, {throwIfNoEntry: false})?.mode
    if (mode !== undefined) chmodSync(this.#temporary, mode)
    renameSync(this.#temporary, this.#path)
  }

  /** Leaves the old content in its place. */
  drop(): void {
    this.#close()
    if (this.#isMade) rmSync(this.#temporary, {force: true})
  }

  #write(): void {
    this.#descriptor ??= openSync(this.#temporary, 'w')
    this.#isMade = true
    for (const piece of this.#pieces) writeFileSync(this.#descriptor, piece)
    this.#pieces = []
    this.#waiting = 0
  }

  #close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor)
    this.#descriptor = undefined
  }
}

/** Writes a file as a whole, as NewFile does. */
export function writeAtomically(path: string, content: Uint8Array): void {
  const file = new NewFile(path)
  try {
    file.add(content)
    file.finish()
  } catch (error) {
    file.drop()
    throw error
  }
}
