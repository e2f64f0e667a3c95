import {eachDiagnostic, type Reporter} from './reporter.ts'

/** One line a finding: `path:line:column: severity rule: message`. */
export const compact: Reporter = (results) =>
  eachDiagnostic(results)
    .map(
      ({filePath, line, column, severity, ruleId, message}) =>
        `${filePath}:${line}:${column}: ${severity} ${ruleId}: ${message}\n`,
    )
    .join('')
