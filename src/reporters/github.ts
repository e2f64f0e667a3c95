import type {Severity} from '../lint/rule.ts'
import {type FileByFile, slashed} from './reporter.ts'

const LEVEL: Readonly<Record<Severity, string>> = {error: 'error', warning: 'warning', info: 'notice'}

const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** Workflow commands of GitHub Actions, shown beside the changed lines. */
export const github: FileByFile = async function* (results) {
  for await (const {filePath, diagnostics} of results) {
    const file = escapeProperty(slashed(filePath))
    const commands = diagnostics.map(({severity, line, column, endLine, endColumn, ruleId, message}) => {
      // GitHub shows columns only where both are on one line
      const columns = line === endLine ? `,col=${column},endColumn=${endColumn}` : ''
      return `::${LEVEL[severity]} file=${file},line=${line},endLine=${endLine}${columns},title=${escapeProperty(ruleId)}::${escapeData(message)}\n`
    })
    yield commands.join('')
  }
}
