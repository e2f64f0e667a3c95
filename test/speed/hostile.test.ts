import {describe, expect, it} from 'vitest'
import {rules} from '../../rules/index.ts'
import type {Draft} from '../../src/draft/draft.ts'
import {readMarkdown} from '../../src/draft/markdown/read.ts'
import {readText} from '../../src/draft/text.ts'
import {DEFAULT_CONFIGURATION} from '../../src/lint/configuration.ts'
import {lintReport} from '../../src/lint/lint.ts'
import {createReport} from '../../src/report/create.ts'

const LENGTH = 100_000
const repeat = (unit: string): string => unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH)

const PLAIN = repeat('县档案馆三月份查阅收发文登记簿，补录目录四十条，由办公室逐份核对后归档。')

/** Single lines that make a careless expression or loop try every place against every other. */
const HOSTILE: Readonly<Record<string, string>> = {
  'one character': repeat('一'),
  'another character': repeat('的'),
  digits: repeat('1234567890'),
  'digits and points': repeat('1.'),
  stars: repeat('*'),
  underscores: repeat('_'),
  spaces: `甲${repeat(' ')}乙`,
  'full-width spaces': `甲${repeat('　')}乙`,
  dots: repeat('.'),
  ellipses: repeat('…'),
  crosses: repeat('X'),
  circles: repeat('○'),
  'opening brackets': repeat('（'),
  'opening quotes': repeat('“'),
  'nested brackets': `${repeat('（').slice(0, LENGTH / 2)}${repeat('）').slice(0, LENGTH / 2)}`,
  'paired brackets': repeat('（）'),
  'book titles': repeat('《》'),
  enumeration: repeat('一是'),
  'enumeration with words': repeat('一是不够，二是不足；'),
  'numbered items': repeat('1.查2.改'),
  numerals: repeat('一二三四五六七八九十'),
  dates: repeat('1月1日'),
  years: repeat('2023年'),
  'date ranges': repeat('1月至'),
  percents: repeat('50%、'),
  totals: repeat('共10个，其中5个，'),
  commas: repeat('，'),
  pauses: repeat('、'),
  letters: repeat('abc'),
  addresses: repeat('a@b.'),
  dashes: repeat('—'),
  backticks: repeat('`'),
  'brackets of links': repeat('['),
  pipes: repeat('|a'),
  entities: repeat('&amp;'),
  angles: repeat('<a '),
  problems: repeat('存在问题不到位'),
  owners: repeat('由办公室负责'),
  deadlines: repeat('年底前完成'),
}

/** A line stands in the parts that are looked at most closely. */
const inReport = (line: string): string => {
  const half = line.slice(0, LENGTH / 2)
  return `县档案馆自查报告\n一、存在的问题\n${half}\n二、整改措施\n${half}\n县档案馆\n2024年3月1日\n`
}

/** Milliseconds of the reader, of each rule and of understanding, the least of some runs. */
function timesOf(source: string, read: (text: string) => Draft, runs: number): Map<string, number> {
  const least = new Map<string, number>()
  const note = (what: string, spent: number): void => {
    least.set(what, Math.min(least.get(what) ?? Number.POSITIVE_INFINITY, spent))
  }
  for (let run = 0; run < runs; run++) {
    const started = performance.now()
    const draft = read(source)
    note('(reading)', performance.now() - started)
    const spent = new Map<string, number>()
    lintReport(createReport(draft), DEFAULT_CONFIGURATION, rules, (rule, time) =>
      spent.set(rule, (spent.get(rule) ?? 0) + time),
    )
    for (const [rule, time] of spent) note(rule, time)
  }
  return least
}

/** How much more a hostile line may take than prose of the same length: linear work may differ, quadratic work is a thousandfold. */
const RATIO = 30
/** Milliseconds that are nothing, on a busy machine too. */
const NOTHING = 500

describe.each([
  ['text', readText],
  ['Markdown', readMarkdown],
] as const)('100,000 characters in one line of %s', (_, read) => {
  const lines = new Map(
    Object.entries(HOSTILE).flatMap(([name, line]) => [
      [name, line] as const,
      [`${name}, in a report`, inReport(line)] as const,
    ]),
  )
  const plain = timesOf(inReport(PLAIN), read, 2)
  it.each([...lines.keys()])('take no more than prose: %s', (name) => {
    const slow: string[] = []
    const line = lines.get(name) as string
    let times = timesOf(line, read, 1)
    const isSlow = (what: string): boolean => (times.get(what) as number) > RATIO * (plain.get(what) ?? 0) + NOTHING
    // a machine may be busy for a moment
    if ([...times.keys()].some(isSlow)) times = timesOf(line, read, 2)
    for (const what of times.keys()) if (isSlow(what)) slow.push(`${what} ${Math.round(times.get(what) as number)} ms`)
    expect(slow).toEqual([])
  })
})
