import {createRequire} from 'node:module'
import {resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import packageJson from '../../package.json' with {type: 'json'}
import {nearest} from '../language/nearest.ts'
import type {Language} from '../lint/configuration.ts'
import {Failure} from '../lint/failure.ts'
import type {Localized, Rule} from '../lint/rule.ts'
import {REPORTERS} from '../reporters/index.ts'
import type {Reporter} from '../reporters/reporter.ts'
import type {FileResult} from '../reporters/result.ts'
import type {Io} from './io.ts'
import {writeAtomically} from './write-file.ts'

const UNKNOWN: Localized = {
  zh: '没有“{name}”这种输出格式。{hint}可用的有 {list}，或模块名、文件路径。',
  en: 'There is no format “{name}”. {hint}Known are {list}, or a module’s name or path.',
}
const BROKEN: Localized = {
  zh: '输出格式“{name}”无法使用：{reason}',
  en: 'The format “{name}” cannot be used: {reason}',
}
const NOT_WRITTEN: Localized = {
  zh: '无法写入“{path}”（{reason}）。',
  en: 'Cannot write “{path}” ({reason}).',
}

/** @param name one of ours, a package (`zicha-reporter-<name>` or its whole name) or a file. @throws Failure */
export async function loadReporter(name: string): Promise<Reporter> {
  const own = Object.hasOwn(REPORTERS, name) ? REPORTERS[name] : undefined
  if (own) return own()
  const file = fileOf(name)
  if (file === undefined) throw unknownFormat(name)
  try {
    const module = (await import(pathToFileURL(file).href)) as {default?: unknown}
    if (typeof module.default !== 'function') throw new Error('no default export that is a function')
    return module.default as Reporter
  } catch (error) {
    throw new Failure(BROKEN, {name, reason: error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''})
  }
}

function fileOf(name: string): string | undefined {
  const {resolve: find} = createRequire(resolve('zicha.js'))
  for (const candidate of [name, `zicha-reporter-${name}`])
    try {
      return find(candidate)
    } catch {
      // the next one may be there
    }
  return undefined
}

function unknownFormat(name: string): Failure {
  const known = Object.keys(REPORTERS)
  const near = nearest(name, known)
  const hint = near ? {zh: `是不是“${near}”？`, en: `Did you mean “${near}”? `} : {zh: '', en: ''}
  const text = {zh: UNKNOWN.zh.replace('{hint}', hint.zh), en: UNKNOWN.en.replace('{hint}', hint.en)}
  return new Failure(text, {name, list: known.join(', ')})
}

/** Whether a format may show what was understood of a draft, besides the findings. */
export const wantsReport = (format: string): boolean => format === 'html' || !Object.hasOwn(REPORTERS, format)

export interface Output {
  readonly reporter: Reporter
  readonly lang: Language
  readonly rules: readonly Rule[]
  /** A file instead of standard output. */
  readonly file?: string | undefined
}

/** @throws Failure where the file can't be written */
export async function writeReport(
  results: readonly FileResult[],
  {reporter, lang, rules, file}: Output,
  io: Io,
): Promise<void> {
  const color = file === undefined && io.color
  const context = {lang, color, columns: io.columns, rules, version: packageJson.version}
  const text = await reporter(results, context)
  if (file === undefined) return io.out(text)
  try {
    writeAtomically(file, Buffer.from(text))
  } catch (error) {
    throw new Failure(NOT_WRITTEN, {path: file, reason: (error as NodeJS.ErrnoException).code ?? String(error)})
  }
}
