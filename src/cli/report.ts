import {resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import {runForeign} from '../config/foreign.ts'
import {Failure} from '../lint/failure.ts'
import {reasonOf} from '../lint/one-line.ts'
import type {Localized} from '../lint/rule.ts'
import {REPORTERS} from '../reporters/index.ts'
import {atTheEnd, type FileByFile} from '../reporters/reporter.ts'
import {didYouMean} from './flags.ts'
import type {Io} from './io.ts'
import {whyNotWritten} from './why-not-written.ts'
import {NewFile} from './write-file.ts'

const UNKNOWN: Localized = {
  zh: '没有“{name}”这种输出格式。{hint}可用的有 {list}，或模块名、文件路径。',
  en: 'There is no format “{name}”. {hint}Known are {list}, or a module’s name or path.',
}
const BROKEN: Localized = {
  zh: '输出格式“{name}”无法使用：{reason}',
  en: 'The format “{name}” cannot be used: {reason}',
}
const NO_FUNCTION: Localized = {zh: '默认导出的不是函数。', en: 'its default export is no function.'}
const NO_TEXT: Localized = {zh: '它给出的不是文字。', en: 'it gave no text.'}
const NOT_WRITTEN: Localized = {
  zh: '无法写入“{path}”（{reason}）。',
  en: 'Cannot write “{path}” ({reason}).',
}

/** @param name one of ours, a package (`zicha-reporter-<name>` or its whole name) or a file. @throws Failure */
export async function loadReporter(name: string): Promise<FileByFile> {
  const own = Object.hasOwn(REPORTERS, name) ? REPORTERS[name] : undefined
  if (own) return own()
  const file = await fileOf(name)
  if (file === undefined) throw unknownFormat(name)
  const {default: reporter} = await runFormat(
    name,
    async (): Promise<{readonly default?: unknown}> => import(pathToFileURL(file).href),
  )
  if (typeof reporter !== 'function') throw brokenFormat(name, NO_FUNCTION)
  return atTheEnd(async (results, context) => {
    const text: unknown = await runFormat(name, async () => reporter(results, context))
    if (typeof text !== 'string') throw brokenFormat(name, NO_TEXT)
    return text
  })
}

/** Runs code of a format that is not ours. @throws Failure for whatever it throws */
async function runFormat<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await runForeign(name, work)
  } catch (error) {
    throw brokenFormat(name, reasonOf(error))
  }
}

const brokenFormat = (name: string, reason: string | Localized): Failure => new Failure(BROKEN, {name, reason})

async function fileOf(name: string): Promise<string | undefined> {
  const {createRequire} = await import('node:module')
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
  return new Failure(UNKNOWN, {name, hint: didYouMean(name, known), list: known.join(', ')})
}

/** Whether a format may show what was understood of a draft, besides the findings. */
export const wantsReport = (format: string): boolean => format === 'html' || !Object.hasOwn(REPORTERS, format)

/**
 * Writes a report to standard output or a file, while its pieces come.
 * @throws Failure where the file can't be written; whatever is thrown leaves the file as it was
 */
export async function writeReport(pieces: AsyncIterable<string>, path: string | undefined, io: Io): Promise<void> {
  if (path === undefined) {
    for await (const piece of pieces) {
      io.out(piece)
      await io.drained?.()
    }
    return
  }
  const file = written(path, () => new NewFile(path))
  try {
    for await (const piece of pieces) written(path, () => file.add(Buffer.from(piece)))
    written(path, () => file.finish())
  } catch (error) {
    file.drop()
    throw error
  }
}

function written<Result>(path: string, write: () => Result): Result {
  try {
    return write()
  } catch (error) {
    throw new Failure(NOT_WRITTEN, {path, reason: whyNotWritten(error)})
  }
}
