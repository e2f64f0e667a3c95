import {describe, expect, it} from 'vitest'
import {rules} from '../../rules/index.ts'
import {readAnnotated} from '../../scripts/eval/annotated.ts'
import type {Draft} from '../../src/draft/draft.ts'
import {readMarkdown} from '../../src/draft/markdown/read.ts'
import {readText} from '../../src/draft/text.ts'
import {DEFAULT_CONFIGURATION} from '../../src/lint/configuration.ts'
import {lintReport} from '../../src/lint/lint.ts'
import {createReport} from '../../src/report/create.ts'

/** The same report in another dress: nothing that is understood may change. */
const DRESSES: Readonly<Record<string, (text: string) => Draft>> = {
  'indented by two full-width spaces': (text) => readText(text.replace(/^(?=\S)/gm, '　　')),
  'a blank line between paragraphs': (text) => readText(text.replaceAll('\n', '\n\n')),
  'Windows line ends': (text) => readText(text.replaceAll('\n', '\r\n')),
  'spaces behind each line': (text) => readText(text.replaceAll('\n', '  \n')),
  'no last line end': (text) => readText(text.trimEnd()),
  'half-width brackets around numbers': (text) => readText(text.replace(/（([一二三四五六七八九十]+)）/g, '($1)')),
  '1、 for 1.': (text) => readText(text.replace(/^(\d+)\./gm, '$1、')),
  '1. for 1、': (text) => readText(text.replace(/^(\d+)、/gm, '$1.')),
  'read as Markdown': readMarkdown,
}

/** What was understood, without what the dress itself changes. */
function understood(draft: Draft) {
  const report = createReport(draft)
  const plain = (item: {readonly start: number; readonly end: number}): string =>
    report
      .words(item)
      .replace(/\s/g, '')
      .replace(/（([一二三四五六七八九十]+)）/g, '($1)')
  return {
    roles: report.sections.map(({role}) => role),
    problems: report.problems.map(plain),
    measures: report.measures.map(plain),
    errors: lintReport(report, DEFAULT_CONFIGURATION, rules)
      .filter(({severity}) => severity === 'error')
      .map(({ruleId}) => ruleId)
      .sort(),
  }
}

const drafts = readAnnotated()
  .filter(({file}) => file.endsWith('.txt'))
  .map(({file, text}) => ({file, text, expected: understood(readText(text))}))

describe.each(Object.entries(DRESSES))('%s', (_, dress) => {
  it.each(drafts)('changes nothing in $file', ({text, expected}) => {
    expect(understood(dress(text))).toEqual(expected)
  })
})
