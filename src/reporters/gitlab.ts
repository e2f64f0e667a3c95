import type {Severity} from '../lint/rule.ts'
import {fingerprints} from './fingerprint.ts'
import {eachDiagnostic, type Reporter} from './reporter.ts'

const SEVERITY: Readonly<Record<Severity, string>> = {error: 'major', warning: 'minor', info: 'info'}

/** GitLab's code quality report (Code Climate issues). */
export const gitlab: Reporter = (results) => {
  const diagnostics = eachDiagnostic(results)
  const prints = fingerprints(diagnostics)
  const issues = diagnostics.map(({filePath, severity, line, endLine, ruleId, message}, index) => ({
    description: message,
    check_name: ruleId,
    fingerprint: prints[index],
    severity: SEVERITY[severity],
    location: {path: filePath.replaceAll('\\', '/'), lines: {begin: line, end: endLine}},
  }))
  return `${JSON.stringify(issues, null, 2)}\n`
}
