import type {Localized} from '../lint/rule.ts'
import type {FileByFile} from './reporter.ts'
import {CLEAN, SEVERITY} from './texts.ts'

const HEAD: Localized = {zh: '| 位置 | 级别 | 问题 | 规则 |', en: '| Place | Severity | Finding | Rule |'}

const cell = (text: string): string => text.replace(/[\\|`*_<>[\]]/g, '\\$&').replace(/\s+/g, ' ')

/** A table a file, for a comment on a change or a note to the writer. */
export const markdown: FileByFile = async function* (results, {lang}) {
  let gap = ''
  for await (const {filePath, diagnostics} of results) {
    const rows = diagnostics.map(
      ({line, column, severity, message, ruleId}) =>
        `| ${line}:${column} | ${SEVERITY[severity][lang]} | ${cell(message)} | ${ruleId} |`,
    )
    const table = rows.length ? [HEAD[lang], '| --- | --- | --- | --- |', ...rows] : [CLEAN[lang]]
    yield `${gap}## ${cell(filePath)}\n\n${table.join('\n')}\n`
    gap = '\n'
  }
}
