import {copyFileSync, existsSync} from 'node:fs'

/** Copies a file beside itself under a free name: `报告.docx.bak`, `报告.docx.bak2`. @returns the copy's path */
export function keepCopy(path: string): string {
  let copy = `${path}.bak`
  for (let index = 2; existsSync(copy); index++) copy = `${path}.bak${index}`
  copyFileSync(path, copy)
  return copy
}
