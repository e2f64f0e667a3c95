import type {Severity} from '../lint/rule.ts'
import {fingerprints} from './fingerprint.ts'
import {listOf} from './json-list.ts'
import {eachDiagnostic, type FileByFile, slashed} from './reporter.ts'

const SEVERITY: Readonly<Record<Severity, string>> = {error: 'major', warning: 'minor', info: 'info'}

/** GitLab's code quality report (Code Climate issues). */
export const gitlab: FileByFile = (results) =>
  listOf(results, (result) => {
    const prints = fingerprints(eachDiagnostic(result))
    return result.diagnostics.map(({severity, line, endLine, ruleId, message}, index) => ({
      description: message,
      check_name: ruleId,
      fingerprint: prints[index],
      severity: SEVERITY[severity],
      location: {path: slashed(result.filePath), lines: {begin: line, end: endLine}},
    }))
  })
