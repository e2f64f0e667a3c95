import type {Severity} from '../lint/rule.ts'
import {listOf} from './json-list.ts'
import {type FileByFile, slashed} from './reporter.ts'

const SEVERITY: Readonly<Record<Severity, string>> = {error: 'ERROR', warning: 'WARNING', info: 'INFO'}

/** Length in bytes of UTF-8: reviewdog counts columns so. */
function byteColumn(source: string, offset: number): number {
  const lineStart = Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1
  return new TextEncoder().encode(source.slice(lineStart, offset)).length + 1
}

const FRAME = {head: '{\n  "source": {\n    "name": "zicha"\n  },\n  "diagnostics": ', margin: '  ', foot: '\n}\n'}

/** Reviewdog's diagnostic format. */
export const rdjson: FileByFile = (results) =>
  listOf(
    results,
    ({filePath, source, diagnostics}) =>
      diagnostics.map(({severity, ruleId, message, line, endLine, start, end, url, fix}) => {
        const range = {
          start: {line, column: byteColumn(source, start)},
          end: {line: endLine, column: byteColumn(source, end)},
        }
        return {
          message,
          location: {path: slashed(filePath), range},
          severity: SEVERITY[severity],
          code: {value: ruleId, url},
          ...(fix?.edits.length === 1 && fix.edits[0]?.start === start && fix.edits[0].end === end
            ? {suggestions: [{range, text: fix.edits[0].text}]}
            : {}),
        }
      }),
    FRAME,
  )
