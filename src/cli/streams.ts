import {fstatSync, writeSync} from 'node:fs'
import type {WriteStream} from 'node:tty'
import {Failure} from '../lint/failure.ts'
import type {Localized} from '../lint/rule.ts'

const NOT_WRITTEN: Localized = {
  zh: '结果没有写完（{reason}）。',
  en: 'The output could not be written to its end ({reason}).',
}

const DESCRIPTORS = {stdin: 0, stdout: 1, stderr: 2} as const

/** Whether a stream is a terminal. Node's own streams take a while to load: they are asked only where one may be. */
export function isTerminal(name: keyof typeof DESCRIPTORS): boolean {
  try {
    return fstatSync(DESCRIPTORS[name]).isCharacterDevice() && process[name].isTTY
  } catch {
    return false
  }
}

export interface Writer {
  write(text: string): void
  /** Resolves when what was written is on its way: a slow reader keeps no more of it in our memory. */
  drained(): Promise<void>
  /** Whether all that was written has left the process. */
  isDone(): boolean
}

/**
 * Writes at once to a file or a pipe, through Node's stream to a terminal or where a reader can't keep up. Standard output throws
 * a Failure where there is no room.
 */
export function writerTo(name: 'stdout' | 'stderr'): Writer {
  let stream: WriteStream | undefined
  const descriptor = DESCRIPTORS[name]
  return {
    write(text) {
      if (!stream && isTerminal(name)) stream = process[name]
      if (stream) {
        stream.write(text)
        return
      }
      const bytes = Buffer.from(text)
      let written = 0
      try {
        while (written < bytes.length) written += writeSync(descriptor, bytes, written)
      } catch (error) {
        if (isGone(error)) return
        const {code} = error as NodeJS.ErrnoException
        if (code !== 'EAGAIN') {
          // where errors can't be told, the exit code is left
          if (name === 'stderr') return
          throw new Failure(NOT_WRITTEN, {reason: code ?? String(error)})
        }
        stream = process[name]
        stream.on('error', (failure) => {
          if (!isGone(failure)) throw failure
        })
        stream.write(bytes.subarray(written))
      }
    },
    isDone: () => !stream?.writableLength,
    async drained() {
      const waiting = stream
      if (waiting?.writableNeedDrain)
        await new Promise<void>((resolve) => {
          const wake = (): void => {
            waiting.off('drain', wake).off('close', wake)
            resolve()
          }
          // it is closed where its reader is gone
          waiting.on('drain', wake).on('close', wake)
        })
    },
  }
}

/** A reader that has seen enough: zicha … | head */
const isGone = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EPIPE'
