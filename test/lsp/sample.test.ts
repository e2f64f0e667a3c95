import {describe, expect, it} from 'vitest'
import {rules} from '../../rules/index.ts'
import {analyse} from '../../src/lsp/analysis.ts'
import {createLoader, readSettings} from '../../src/lsp/settings.ts'
import {Memory} from '../../src/report/memory.ts'
import {DRAFT} from './drafts.ts'

const loader = createLoader(readSettings({}, 'zh', '/'), rules)
const analysed = (text: string) => analyse({path: '/drafts/长.md', format: 'markdown', text}, loader, 'zh')
const headings = (text: string): string[] => text.match(/^#+ .*$/gm) ?? []

describe('a sample of a draft', () => {
  const long = DRAFT.split('\n')
    .map((line) => (line.startsWith('#') || line.length < 12 ? line : `${line}\n\n`.repeat(200)))
    .join('\n')

  it('of a long one has something of every part, and is of usual length', async () => {
    const {sample, understanding} = await analysed(long)
    expect(long.length).toBeGreaterThan(30_000)
    expect(sample.length).toBeGreaterThan(2500)
    expect(sample.length).toBeLessThan(10_000)
    expect(headings(sample)).toEqual(headings(long))
    const {problems, measures, sections} = (await analysed(sample)).understanding
    expect(sections.map(({role}) => role)).toEqual(understanding.sections.map(({role}) => role))
    expect(problems.length).toBeGreaterThan(1)
    expect(measures.length).toBeGreaterThan(1)
  })

  it('of a short one is the draft', async () => {
    expect((await analysed(DRAFT)).sample).toBe(DRAFT)
  })

  it('of what is not checked is empty', async () => {
    expect((await analysed('Nothing to see here. '.repeat(50))).sample).toBe('')
  })

  it('can be rehearsed with', async () => {
    const analysis = await analysed(long)
    const steps = analysis.rehearse?.(analysis.sample, new Memory()) ?? []
    expect([...steps].length).toBeGreaterThan(rules.length / 2)
  })
})
