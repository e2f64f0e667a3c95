import {expect, it} from 'vitest'
import {rules} from '../../rules/index.ts'
import {docxOfText} from '../../scripts/fixtures/seed-docx.ts'
import {readText} from '../../src/draft/text.ts'
import {readWord} from '../../src/draft/word/read.ts'
import {DEFAULT_CONFIGURATION} from '../../src/lint/configuration.ts'
import {lint} from '../../src/lint/lint.ts'

const WORK = '（一）强化组织领导。成立工作专班，全年召开会议12次，印发通知8份，对照清单逐项开展自查，形成问题台账。'
const END = [
  '二、存在问题',
  '（一）学习不够深入。个别支部集中学习流于形式，全年缺课23人次，学用结合不紧密。',
  '三、整改措施',
  '（一）抓实理论学习。办公室牵头，2025年6月底前补课23人次，每月检查一次学习记录。',
]

/** 500 KB of text. */
const TEXT = [
  '一、工作情况',
  ...Array<string>(Math.ceil(500_000 / new TextEncoder().encode(WORK).length)).fill(WORK),
  ...END,
].join('\n')

/** The best of three runs: others may use the machine. */
function best(work: () => unknown): number {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const started = performance.now()
      work()
      return performance.now() - started
    }),
  )
}

it('checks 500 KB in a .docx in under ten times the time of the .txt', () => {
  const bytes = docxOfText(TEXT, {isPlain: true})
  const text = best(() => lint(readText(TEXT), DEFAULT_CONFIGURATION, rules))
  const word = best(() => lint(readWord(bytes), DEFAULT_CONFIGURATION, rules))
  expect(word).toBeLessThan(10 * text)
}, 120_000)
