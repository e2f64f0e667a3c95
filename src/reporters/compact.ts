import type {FileByFile} from './reporter.ts'

/** One line a finding: `path:line:column: severity rule: message`. */
export const compact: FileByFile = async function* (results) {
  for await (const {filePath, diagnostics} of results)
    yield diagnostics
      .map(
        ({line, column, severity, ruleId, message}) =>
          `${filePath}:${line}:${column}: ${severity} ${ruleId}: ${message}\n`,
      )
      .join('')
}
