import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {rules} from '../../rules/index.ts'
import {readMarkdown} from '../../src/draft/markdown/read.ts'
import {readText} from '../../src/draft/text.ts'
import {DEFAULT_CONFIGURATION} from '../../src/lint/configuration.ts'
import {lintReport} from '../../src/lint/lint.ts'
import {createReport} from '../../src/report/create.ts'
import {Memory} from '../../src/report/memory.ts'
import type {Report} from '../../src/report/report.ts'

const ROOT = join(import.meta.dirname, '../../fixtures')
const drafts = ['sound', 'annotated'].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => /^[^A-Z]+\.(txt|md)$/.test(name))
    .sort()
    .slice(0, 8)
    .map((name) => ({name, text: readFileSync(join(ROOT, folder, name), 'utf8').replaceAll('\r\n', '\n')})),
)

const VERSIONS = 16

/** Numbers from 0 to below `most`, the same in each run. */
function randomOf(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
}

const WORDS = [
  '字',
  '，没有登记台账',
  '。对此，我局已整改到位。',
  '整改措施：6月底前由办公室更换。',
  '但制度落实不到位，台账不全。',
  '以下3个问题：',
  '累计查出隐患48处。',
  '（小编为大家整理',
  '一是',
  '“',
  '\n',
  '\n\n',
  '\n2. ',
  '\n## ',
  '\n- ',
  '\n（三）存在的问题\n',
  '\n四、原因分析\n一是人手不足，经费紧张。\n',
  '\n\n| 问题 | 整改措施 |\n| --- | --- |\n| 台账不全 | 由办公室补登台账 |\n\n',
]

/** The draft after what a writer may do next: types, deletes, moves or copies a line. */
function edited(text: string, random: (most: number) => number): string {
  const lines = text.split('\n')
  const from = random(lines.length)
  const to = random(lines.length)
  const at = random(text.length + 1)
  switch (random(6)) {
    case 0:
      return lines.toSpliced(from, 1).join('\n')
    case 1:
      return lines.toSpliced(to, 0, lines[from] ?? '').join('\n')
    case 2:
      return text.slice(0, at) + text.slice(at + 1 + random(12))
    default:
      return text.slice(0, at) + (WORDS[random(WORDS.length)] ?? '') + text.slice(at)
  }
}

const viewsOf = (report: Report) => ({
  frame: report.frame,
  sentences: report.sentences,
  statements: report.statements,
  outline: report.outline,
  series: report.series,
  claims: report.claims,
  genre: report.genre.genre.id,
  sections: report.sections,
  problems: report.problems,
  measures: report.measures,
  causes: report.causes,
  blanks: report.blanks,
  period: report.period,
  dates: report.dates,
  quantities: report.quantities,
  figures: report.figures,
  sums: report.sums,
  rates: report.rates,
  tableSums: report.tableSums,
})

describe('what is carried over from an earlier version is what would be found anew', () => {
  test.each(drafts.map(({name, text}, index) => [name, text, index] as const))('%s', (name, text, index) => {
    const random = randomOf(index + 1)
    const read = name.endsWith('.md') ? readMarkdown : readText
    const memory = new Memory()
    let current = text
    for (let version = 0; version < VERSIONS; version++) {
      const carried = createReport(read(current), {...DEFAULT_CONFIGURATION, memory})
      const fresh = createReport(read(current), DEFAULT_CONFIGURATION)
      expect(lintReport(carried, DEFAULT_CONFIGURATION, rules)).toEqual(lintReport(fresh, DEFAULT_CONFIGURATION, rules))
      expect(viewsOf(carried)).toEqual(viewsOf(fresh))
      current = edited(current, random)
    }
  })
})
