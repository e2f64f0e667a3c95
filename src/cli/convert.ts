import {execFile} from 'node:child_process'
import {copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {delimiter, extname, join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {Failure} from '../lint/failure.ts'
import type {Localized} from '../lint/rule.ts'
import type {Input} from './inputs.ts'

/** Formats that LibreOffice turns into .docx. */
export const CONVERTIBLE: readonly string[] = ['.doc', '.wps', '.odt', '.rtf']

/** Longer than the largest draft takes; a program that waits for an answer never ends. */
const TIMEOUT = 120_000

const NO_OFFICE: Localized = {
  zh: '转换“{path}”需要 LibreOffice，但没有找到。请安装 LibreOffice，或在 Word、WPS 中把它“另存为”.docx 后再检查。',
  en: 'Converting “{path}” takes LibreOffice, which was not found. Install it, or save the file as .docx in Word or WPS.',
}
const NOT_CONVERTED: Localized = {
  zh: 'LibreOffice 没能转换“{path}”。请在 Word 或 WPS 中把它“另存为”.docx 后再检查。',
  en: 'LibreOffice could not convert “{path}”. Save it as .docx in Word or WPS.',
}

const ELSEWHERE = [
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
  'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe',
]

/** The path of LibreOffice's program, if it is installed. */
export function findOffice(): string | undefined {
  const names = process.platform === 'win32' ? ['soffice.exe'] : ['soffice', 'libreoffice']
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  return [...onPath, ...ELSEWHERE].find((path) => existsSync(path))
}

/**
 * Lets LibreOffice write a file anew in another format. It runs with a profile of its own, so that a LibreOffice that is
 * open does not swallow the order, and in a folder of its own, which is removed.
 * @param to file type of the result, or `type:filter`
 * @returns the new file; undefined when none was written
 */
export async function runOffice(office: string, path: string, to: string): Promise<Uint8Array | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'zicha-'))
  try {
    const input = join(folder, `draft${extname(path)}`)
    copyFileSync(path, input)
    const profile = pathToFileURL(join(folder, 'profile')).href
    const out = join(folder, 'out')
    const args = [
      `-env:UserInstallation=${profile}`,
      '--headless',
      '--norestore',
      '--convert-to',
      to,
      '--outdir',
      out,
      input,
    ]
    await new Promise<void>((resolve) => execFile(office, args, {timeout: TIMEOUT}, () => resolve()))
    const result = join(out, `draft.${to.split(':')[0]}`)
    return existsSync(result) ? readFileSync(result) : undefined
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/**
 * Turns a .doc, .wps, .odt or .rtf file into the bytes of a .docx. The file itself is only read.
 * @throws Failure with one line for the user when LibreOffice is missing or fails
 */
export async function convertWithOffice(path: string): Promise<Uint8Array> {
  const office = findOffice()
  if (!office) throw new Failure(NO_OFFICE, {path})
  const bytes = await runOffice(office, path, 'docx')
  if (!bytes) throw new Failure(NOT_CONVERTED, {path})
  return bytes
}

/** Old formats among the inputs as .docx, where the user agreed; what cannot be converted is told. */
export async function convertInputs(
  inputs: readonly Input[],
): Promise<{readonly inputs: readonly Input[]; readonly failures: readonly Failure[]}> {
  const converted: Input[] = []
  const failures: Failure[] = []
  for (const input of inputs) {
    if (input.path === '-' || !CONVERTIBLE.includes(extname(input.name).toLowerCase())) {
      converted.push(input)
      continue
    }
    try {
      const bytes = await convertWithOffice(input.path)
      converted.push({...input, bytes: () => bytes})
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      failures.push(error)
    }
  }
  return {inputs: converted, failures}
}
