import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {rules} from '../../rules/index.ts'
import type {Draft} from '../../src/draft/draft.ts'
import {readMarkdown} from '../../src/draft/markdown/read.ts'
import {readText} from '../../src/draft/text.ts'
import {DEFAULT_CONFIGURATION} from '../../src/lint/configuration.ts'
import {lintReport} from '../../src/lint/lint.ts'
import {understand} from '../../src/lsp/understanding.ts'
import {ItemMemory} from '../../src/report/correspondence/item-memory.ts'
import type {Side} from '../../src/report/correspondence/kernel/kernel.ts'
import {createReport} from '../../src/report/create.ts'
import {Kept} from '../../src/report/kept.ts'
import {Memory} from '../../src/report/memory.ts'
import {DRAFT} from './drafts.ts'

/** What a writer does: types, deletes, moves lines, copies an item. */
const edit = fc.record({
  at: fc.nat({max: 2000}),
  length: fc.constantFrom(0, 0, 0, 1, 3, 40),
  text: fc.constantFrom(
    '字',
    '',
    '\n',
    '1. ',
    '**',
    '，没有登记台账',
    '\n3. 档案室温湿度计停用，借阅没有登记。\n',
    '\n2. 由办公室7月底前更换值班室灭火器。\n',
    '## 四、原因分析\n\n一是重视不够。\n',
  ),
})

const apply = (text: string, {at, length, text: put}: {at: number; length: number; text: string}): string => {
  const start = at % (text.length + 1)
  return text.slice(0, start) + put + text.slice(start + length)
}

function known(draft: Draft, memory?: Memory) {
  const report = createReport(draft, {...DEFAULT_CONFIGURATION, ...(memory && {memory})})
  return {diagnostics: lintReport(report, DEFAULT_CONFIGURATION, rules), understanding: understand(report)}
}

describe('a draft that is known from an earlier version', () => {
  it.each([
    ['Markdown', readMarkdown],
    ['plain text', readText],
  ] as const)('is understood as if it were new: %s', {timeout: 60_000}, (_, read) => {
    fc.assert(
      fc.property(fc.array(edit, {minLength: 1, maxLength: 8}), (edits) => {
        const memory = new Memory()
        let text = DRAFT
        known(read(text), memory)
        for (const one of edits) {
          text = apply(text, one)
          expect(known(read(text), memory)).toEqual(known(read(text)))
        }
      }),
      {numRuns: 60},
    )
  })

  it('keeps what a problem and a measure of the same words are apart', () => {
    const memory = new ItemMemory()
    const content = (side: string) => memory.content('甲', side as Side, () => ({side}) as never)
    expect([content('problem'), content('measure'), content('problem')]).toEqual([
      {side: 'problem'},
      {side: 'measure'},
      {side: 'problem'},
    ])
  })

  it('finds once what words tell, and forgets what the last two versions did not use', () => {
    const kept = new Kept<number | undefined>()
    const asked: string[] = []
    const find = (words: string): number | undefined => {
      asked.push(words)
      return words.length > 1 ? words.length : undefined
    }
    const all = () => ['甲', '乙丙', '甲'].map((words) => kept.of(words, find))
    expect([all(), all()]).toEqual([
      [undefined, 2, undefined],
      [undefined, 2, undefined],
    ])
    kept.turn()
    expect(kept.of('甲', find)).toBeUndefined()
    kept.turn()
    expect(all()).toEqual([undefined, 2, undefined])
    expect(asked).toEqual(['甲', '乙丙', '乙丙'])
    kept.turn()
    kept.turn()
    expect(kept.of('甲', find)).toBeUndefined()
    expect(asked).toEqual(['甲', '乙丙', '乙丙', '甲'])
  })
})
