import {inOneLine} from '../lint/one-line.ts'
import type {FileByFile} from './reporter.ts'

/** One line a finding: `path:line:column: severity rule: message`. */
export const compact: FileByFile = async function* (results) {
  for await (const {filePath, diagnostics} of results)
    yield diagnostics
      .map(
        ({line, column, severity, ruleId, message}) =>
          `${inOneLine(filePath)}:${line}:${column}: ${severity} ${ruleId}: ${inOneLine(message)}\n`,
      )
      .join('')
}
