import {rules} from '../../rules/index.ts'
import type {Diagnostic} from '../../src/lint/diagnostic.ts'
import {Lines} from '../../src/lint/lines.ts'
import type {FileByFile, ReporterContext} from '../../src/reporters/reporter.ts'
import type {FileResult} from '../../src/reporters/result.ts'

export const CONTEXT: ReporterContext = {lang: 'zh', color: false, columns: 80, rules, version: '1.2.3'}

/** The whole report. */
export async function written(
  reporter: FileByFile,
  results: readonly FileResult[],
  context: ReporterContext = CONTEXT,
): Promise<string> {
  let text = ''
  for await (const piece of reporter(each(results), context)) text += piece
  return text
}

export async function* each<Value>(values: readonly Value[]): AsyncGenerator<Value> {
  yield* values
}

/** A finding on the first place of `words` in the source. */
export function findingOn(source: string, words: string, more: Partial<Diagnostic> = {}): Diagnostic {
  const start = source.indexOf(words)
  const end = start + words.length
  return {
    ruleId: 'unfilled-placeholder',
    severity: 'error',
    message: '这里没有填写。',
    url: 'docs/rules/unfilled-placeholder.md',
    ...new Lines(source).place(start, end),
    reading: {start, end},
    related: [],
    suggestions: [],
    ...more,
  }
}

/** The offsets of the first place of `words`, with lines and columns. */
export function placeOf(source: string, words: string) {
  const start = source.indexOf(words)
  return new Lines(source).place(start, start + words.length)
}

export const result = (filePath: string, source: string, diagnostics: readonly Diagnostic[] = []): FileResult => ({
  filePath,
  source,
  diagnostics,
})

/** A draft with a finding of each severity, one of them in the second line behind a character of two UTF-16 units. */
const SOURCE = '召开会议*次。\n𠮷安站点100-200名；见附件\n'

export const SAMPLE: FileResult = result('草稿/报告 1,二:三%.txt', SOURCE, [
  findingOn(SOURCE, '*'),
  findingOn(SOURCE, '100-200', {
    ruleId: 'percent-range',
    severity: 'warning',
    message: '范围用“—”：<改> & "引"。',
    fix: {safety: 'safe', edits: [{...offsets(SOURCE, '-'), text: '—'}]},
  }),
  findingOn(SOURCE, '见附件', {
    ruleId: 'dangling-reference',
    severity: 'info',
    message: '没有找到|附件。',
    related: [{...placeOf(SOURCE, '会议'), message: '此处提到'}],
  }),
])

function offsets(source: string, words: string) {
  const start = source.indexOf(words)
  return {start, end: start + words.length}
}

/** Text that has every kind of character that formats must escape, and one that XML has no place for. */
export const AWKWARD = `<a href='x'>&"\u0007\ud800 ]]>`
