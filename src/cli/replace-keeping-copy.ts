import {copyFileSync, existsSync, rmSync} from 'node:fs'
import {writeAtomically} from './write-file.ts'

/**
 * Writes a file anew and keeps what it was beside it under a free name: `报告.docx.bak`, `报告.docx.bak2`. Where the file can't
 * be written, as while Word has it open, no copy is left: each try would add one. @returns the copy's path
 */
export function replaceKeepingCopy(path: string, content: Uint8Array): string {
  let copy = `${path}.bak`
  for (let index = 2; existsSync(copy); index++) copy = `${path}.bak${index}`
  try {
    copyFileSync(path, copy)
    writeAtomically(path, content)
  } catch (error) {
    rmSync(copy, {force: true})
    throw error
  }
  return copy
}
