import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {rules} from '../rules/index.ts'
import {readMarkdown} from '../src/draft/markdown/read.ts'
import {readText} from '../src/draft/text.ts'
import {DEFAULT_CONFIGURATION} from '../src/lint/configuration.ts'
import type {Diagnostic} from '../src/lint/diagnostic.ts'
import {lint, lintReport} from '../src/lint/lint.ts'
import {createReport} from '../src/report/create.ts'

/** The real report that started the project is somebody else's: it is tested where it lies, never kept here. */
const folder = process.env.ZICHA_SEED ?? ''
const name = folder && existsSync(folder) ? readdirSync(folder).find((file) => file.endsWith('.txt')) : undefined
if (!name) console.log('skipped: test/seed.test.ts needs the folder of the seed report in ZICHA_SEED')

describe.skipIf(!name)('the report that started the project', () => {
  const source = name ? readFileSync(join(folder, name), 'utf8') : ''
  const draft = readText(source)
  const report = createReport(draft)
  const diagnostics = lintReport(report, DEFAULT_CONFIGURATION, rules)
  const of = (ruleId: string): Diagnostic[] => diagnostics.filter((diagnostic) => diagnostic.ruleId === ruleId)
  const problem = (words: string): number => report.problems.findIndex((item) => report.words(item).includes(words))

  it('reports each of its 37 runs of stars once, exactly, and nothing else as a blank', () => {
    const stars = [...source.matchAll(/\*+/g)].map(({index, 0: run}) => [index, index + run.length])
    expect(stars).toHaveLength(37)
    expect(of('unfilled-placeholder').map(({start, end}) => [start, end])).toEqual(stars)
    expect([...of('empty-slot'), ...of('leftover-instruction')]).toEqual([])
  })
  it('finds the problem about ways and means unanswered, and says which measure is nearest', () => {
    const item = report.problems[problem('方式方法')]
    const [finding] = of('problem-without-plan').filter(({start}) => start === item?.start)
    expect(finding?.related).toHaveLength(1)
  })
  it('finds the problem about the study of theory answered', () => {
    expect(report.answers.problems[problem('理论学习系统推进')]?.verdict).toBe('answered')
  })
  it('finds the passing on of pressure answered weakly or not, and says which measure is nearest', () => {
    const index = problem('压力传导')
    expect(['weak', 'none']).toContain(report.answers.problems[index]?.verdict)
    const [finding] = of('problem-without-plan').filter(({start}) => start === report.problems[index]?.start)
    expect(finding?.related).toHaveLength(1)
  })
  it('finds a year without 年', () =>
    expect(of('year-without-nian').map(({start, end}) => source.slice(start, end))).toEqual(['2023']))
  it('finds three measures without owner, deadline and target', () => expect(of('incomplete-measure')).toHaveLength(3))
  it('finds nothing wrong with its numbers', () => {
    const numbering = rules.filter(({group}) => group === 'numbering').map(({id}) => id)
    expect(diagnostics.filter(({ruleId}) => numbering.includes(ruleId))).toEqual([])
  })
  it('reads the same bytes as Markdown with the same findings', () => {
    expect(lint(readMarkdown(source), DEFAULT_CONFIGURATION, rules)).toEqual(diagnostics)
  })
})
