import type {Diagnostic} from '../lint/diagnostic.ts'
import {listOf} from './json-list.ts'
import type {FileByFile} from './reporter.ts'
import {countDiagnostics, type FileResult} from './result.ts'

const messageOf = ({fix, related, suggestions, reading: _, ...message}: Diagnostic) => ({
  ...message,
  ...(related.length ? {related} : {}),
  ...(fix ? {fix} : {}),
  ...(suggestions.length ? {suggestions} : {}),
})

/** One object a file, as the command line's documentation describes it. */
export function toJson({filePath, diagnostics}: FileResult) {
  const counts = countDiagnostics(diagnostics)
  return {
    filePath,
    messages: diagnostics.map(messageOf),
    errorCount: counts.error,
    warningCount: counts.warning,
    infoCount: counts.info,
    fixableCount: counts.fixable,
  }
}

export const json: FileByFile = (results) => listOf(results, (result) => [toJson(result)])
