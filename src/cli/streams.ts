import {fstatSync, writeSync} from 'node:fs'
import type {WriteStream} from 'node:tty'

const DESCRIPTORS = {stdin: 0, stdout: 1, stderr: 2} as const

/** Whether a stream is a terminal. Node's own streams take a while to load: they are asked only where one may be. */
export function isTerminal(name: keyof typeof DESCRIPTORS): boolean {
  try {
    return fstatSync(DESCRIPTORS[name]).isCharacterDevice() && process[name].isTTY
  } catch {
    return false
  }
}

/** Writes at once to a file or a pipe, through Node's stream to a terminal or where a reader can't keep up. */
export function writerTo(name: 'stdout' | 'stderr'): (text: string) => void {
  let stream: WriteStream | undefined
  const descriptor = DESCRIPTORS[name]
  return (text) => {
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
      const {code} = error as NodeJS.ErrnoException
      // a reader that has seen enough: zicha … | head
      if (code === 'EPIPE') return
      if (code !== 'EAGAIN') throw error
      stream = process[name]
      stream.write(bytes.subarray(written))
    }
  }
}
