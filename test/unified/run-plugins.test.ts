import remarkLintNoDuplicateHeadings from 'remark-lint-no-duplicate-headings'
import retextQuotes from 'retext-quotes'
import type {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {readMarkdown} from '../../src/draft/markdown/read.ts'
import {readText} from '../../src/draft/text.ts'
import {runPlugins, type UserPlugin} from '../../src/unified/run-plugins.ts'

const headings: UserPlugin = {
  name: 'remark-lint-no-duplicate-headings',
  kind: 'remark',
  plugin: remarkLintNoDuplicateHeadings,
}
const quotes: UserPlugin = {name: 'retext-quotes', kind: 'retext', plugin: retextQuotes}

const MARKDOWN = '---\nunit: 镇\n---\n# 存在问题\n\n一是**重点**不"突出"。\n\n# 存在问题\n'

describe('runPlugins', () => {
  it('runs remark-lint beside our rules', async () => {
    const found = await runPlugins(readMarkdown(MARKDOWN), '稿.md', [headings])
    expect(found).toEqual([
      {
        ruleId: 'remark-lint/no-duplicate-headings',
        severity: 'warning',
        message: expect.stringContaining('unique headings'),
        url: expect.stringMatching(/^https:/),
        start: 40,
        end: 46,
        line: 8,
        column: 1,
        endLine: 8,
        endColumn: 7,
        reading: expect.anything(),
        related: [],
        suggestions: [],
      },
    ])
  })

  it('takes options, as a plugin and within a preset', async () => {
    const [strict] = await runPlugins(readMarkdown(MARKDOWN), '稿.md', [{...headings, options: ['error']}])
    expect(strict?.severity).toBe('error')
    const preset = {plugins: [[remarkLintNoDuplicateHeadings, [2]]]} as UserPlugin['plugin']
    const [inPreset] = await runPlugins(readMarkdown(MARKDOWN), '稿.md', [
      {name: 'own', kind: 'remark', plugin: preset},
    ])
    expect(inPreset?.severity).toBe('error')
  })

  it('shows retext the prose, and leads what it finds back to the source', async () => {
    const words = (found: Awaited<ReturnType<typeof runPlugins>>, source: string) =>
      found.map(({start, end, suggestions}) => [source.slice(start, end), suggestions.map(({edits}) => edits[0]?.text)])
    const marks = [
      ['"', ['“']],
      ['"', ['”']],
    ]
    const found = await runPlugins(readMarkdown(MARKDOWN), '稿.md', [quotes])
    expect(words(found, MARKDOWN)).toEqual(marks)
    expect(found[0]).toMatchObject({ruleId: expect.stringMatching(/^retext-quotes/), line: 6, column: 10})
    const text = '一是重点不"突出"。\n'
    expect(words(await runPlugins(readText(text), '稿.txt', [quotes, headings]), text)).toEqual(marks)
  })

  it('puts all in the order of the source, and asks nothing of plugins that are not there', async () => {
    const found = await runPlugins(readMarkdown(MARKDOWN), '稿.md', [headings, quotes])
    expect(found.map(({start}) => start)).toEqual([...found.map(({start}) => start)].sort((a, b) => a - b))
    expect(new Set(found.map(({ruleId}) => ruleId.split('/')[0]))).toEqual(new Set(['remark-lint', 'retext-quotes']))
    expect(await runPlugins(readMarkdown(MARKDOWN), '稿.md', [])).toEqual([])
  })

  it('places a message without a place at the beginning', async () => {
    const plugin = () => (_: unknown, file: VFile) => {
      file.message('全文\n没有日期')
    }
    const [found] = await runPlugins(readText('报告\n'), '稿.txt', [{name: 'own', kind: 'retext', plugin}])
    expect(found).toMatchObject({ruleId: 'plugin', message: '全文 没有日期', start: 0, end: 0, line: 1, column: 1})
  })
})
