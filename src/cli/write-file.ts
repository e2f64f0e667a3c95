import {chmodSync, closeSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'

/** Bytes that are written at a time: a report comes in small pieces. */
const PORTION = 64 * 1024

/** Devices of Windows, whatever folder is named with them. Node would make files of these names, which are hard to get rid of. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/**
 * A file that is written piece by piece. A reader sees the old content or the new one, never half of it. A link stays one:
 * the file that it leads to is replaced. What is no file, such as a pipe or /dev/null, is written to.
 */
export class NewFile {
  readonly #path: string
  /** Where the new content is written first. */
  readonly #beside: string | undefined
  /** The file's mode; undefined where there is none yet. */
  readonly #mode: number | undefined
  #descriptor: number | undefined
  #isMade = false
  #pieces: Uint8Array[] = []
  #waiting = 0

  constructor(path: string) {
    if (process.platform === 'win32' && DEVICE.test(basename(path))) {
      this.#path = `\\\\.\\${basename(path)}`
      return
    }
    const there = statSync(path, {throwIfNoEntry: false})
    this.#path = there?.isFile() ? realpathSync(path) : path
    this.#mode = there?.mode
    if (!there || there.isFile())
      this.#beside = join(dirname(this.#path), `.${basename(this.#path)}.${process.pid}.tmp`)
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
    if (this.#beside === undefined) return
    if (this.#mode !== undefined) chmodSync(this.#beside, this.#mode)
    renameSync(this.#beside, this.#path)
  }

  /** Leaves the old content in its place. */
  drop(): void {
    this.#close()
    if (this.#isMade && this.#beside !== undefined) rmSync(this.#beside, {force: true})
  }

  #write(): void {
    this.#descriptor ??= openSync(this.#beside ?? this.#path, 'w')
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
