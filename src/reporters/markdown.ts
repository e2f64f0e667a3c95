import type {Localized} from '../lint/rule.ts'
import type {Reporter} from './reporter.ts'
import {CLEAN, SEVERITY} from './texts.ts'

const HEAD: Localized = {zh: '| 位置 | 级别 | 问题 | 规则 |', en: '| Place | Severity | Finding | Rule |'}

const cell = (text: string): string => text.replace(/[\\|`*_<>[\]]/g, '\\$&').replace(/\s+/g, ' ')

/** A table a file, for a comment on a change or a note to the writer. */
export const markdown: Reporter = (results, {lang}) =>
  results
    .map(({filePath, diagnostics}) => {
      const rows = diagnostics.map(
        ({line, column, severity, message, ruleId}) =>
          `| ${line}:${column} | ${SEVERITY[severity][lang]} | ${cell(message)} | ${ruleId} |`,
      )
      const table = rows.length ? [HEAD[lang], '| --- | --- | --- | --- |', ...rows] : [CLEAN[lang]]
      return `## ${cell(filePath)}\n\n${table.join('\n')}\n`
    })
    .join('\n')
