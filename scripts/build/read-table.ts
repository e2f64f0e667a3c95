import {closeSync, openSync, readSync} from 'node:fs'

/** Reads a table to where it is needed, as src/language/codec.ts copies it. @returns its bytes */
export function readTable(path: string, into: Uint8Array): number {
  const file = openSync(path, 'r')
  try {
    return readSync(file, into, 0, into.length, 0)
  } finally {
    closeSync(file)
  }
}
