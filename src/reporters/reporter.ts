import type {Language} from '../lint/configuration.ts'
import type {Rule} from '../lint/rule.ts'
import {collect, type FileResult} from './result.ts'

/** What a reporter may use besides the results. */
export interface ReporterContext {
  readonly lang: Language
  readonly color: boolean
  /** Width of the terminal. */
  readonly columns: number
  readonly rules: readonly Rule[]
  readonly version: string
}

/** Turns the results of a run into text. A package's default export may be one. */
export type Reporter = (results: readonly FileResult[], context: ReporterContext) => string | Promise<string>

/**
 * Turns the results of a run into text while they come in, so that none needs to be kept. Each piece of text is whole lines,
 * or nothing.
 */
export type FileByFile = (results: AsyncIterable<FileResult>, context: ReporterContext) => AsyncIterable<string>

/** A reporter that has to know all results before it can begin. */
export const atTheEnd = (reporter: Reporter): FileByFile =>
  async function* (results, context) {
    yield await reporter(await collect(results), context)
  }

/** A browser, where reporters run as well, has no process. */
const ON_WINDOWS = globalThis.process?.platform === 'win32'

/** A path with slashes between its folders. Only on Windows is a backslash no part of a name. */
export const slashed = (path: string, onWindows = ON_WINDOWS): string => (onWindows ? path.replaceAll('\\', '/') : path)

/** A path as an address: slashes, everything else percent-encoded, `file:` in front of an absolute one. */
export function toUri(path: string, onWindows = ON_WINDOWS): string {
  const whole = slashed(path, onWindows)
  const [, drive = '', rest = whole] = (onWindows && /^([A-Za-z]:)(\/.*)$/.exec(whole)) || []
  const encoded = rest.split('/').map(encodeURIComponent).join('/')
  if (drive) return `file:///${drive}${encoded}`
  return encoded.startsWith('//') ? `file:${encoded}` : encoded.startsWith('/') ? `file://${encoded}` : encoded
}

/** Every diagnostic of a file, with that file. */
export const eachDiagnostic = ({filePath, source, diagnostics}: FileResult) =>
  diagnostics.map((diagnostic) => ({...diagnostic, filePath, source}))

/** Text as an XML attribute or content; characters that XML forbids become the replacement character. */
export const escapeXml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)
