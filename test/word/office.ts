import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {unzipSync} from 'fflate'
import {findOffice, runOffice} from '../../src/cli/convert.ts'

export const office = findOffice()
if (!office) console.warn('skipped: LibreOffice is not installed, so nothing was opened in it')

/** A file that LibreOffice wrote from `bytes`. */
export async function converted(bytes: Uint8Array, to: string, name = 'draft.docx'): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'zicha-test-'))
  try {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    const result = await runOffice(office as string, path, to)
    if (!result) throw new Error(`LibreOffice wrote no ${to}`)
    return result
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** The text of a document as LibreOffice exports it, with computed numbers, a paragraph a line. */
export const textOf = async (bytes: Uint8Array): Promise<string[]> =>
  new TextDecoder()
    .decode(await converted(bytes, 'txt:Text (encoded):UTF8'))
    .replace('\ufeff', '')
    .split(/\r?\n/)

/** `content.xml` of the document as LibreOffice understands it. */
export const odtOf = async (bytes: Uint8Array): Promise<string> =>
  new TextDecoder().decode(unzipSync(await converted(bytes, 'odt'))['content.xml'])

/** Runs Python with python-docx on a file; undefined where there is none. */
export function python(script: string, bytes: Uint8Array): string | undefined {
  const interpreter = ['/usr/bin/python3', 'python3'].find((command) => {
    try {
      execFileSync(command, ['-c', 'import docx'], {stdio: 'ignore'})
      return true
    } catch {
      return false
    }
  })
  if (!interpreter) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'zicha-test-'))
  try {
    const path = join(folder, 'draft.docx')
    writeFileSync(path, bytes)
    return execFileSync(interpreter, ['-c', script, path], {encoding: 'utf8'}).trim()
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}
