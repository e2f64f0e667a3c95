import {readFileSync} from 'node:fs'
import {SaxesParser} from 'saxes'
import {describe, expect, it} from 'vitest'
import {rules} from '../../rules/index.ts'
import {readText} from '../../src/draft/text.ts'
import {DEFAULT_CONFIGURATION} from '../../src/lint/configuration.ts'
import {lintReport} from '../../src/lint/lint.ts'
import {createReport} from '../../src/report/create.ts'
import {html} from '../../src/reporters/html.ts'
import {drawDraft} from '../../src/reporters/html-draft.ts'
import {drawLinks} from '../../src/reporters/links-picture.ts'
import type {FileResult} from '../../src/reporters/result.ts'
import {AWKWARD, CONTEXT, findingOn, result, SAMPLE} from './results.ts'

const PATH = 'fixtures/drafts/安全生产自查报告.txt'

function lintedFixture(): FileResult & {report: ReturnType<typeof createReport>} {
  const source = readFileSync(PATH, 'utf8')
  const report = createReport(readText(source), DEFAULT_CONFIGURATION)
  const diagnostics = lintReport(report, DEFAULT_CONFIGURATION, rules)
  return {filePath: PATH, source, diagnostics, report}
}

/** The attributes of every element. Void elements are closed first: the rest of our pages is XML. */
function attributesOf(page: string): Record<string, string>[] {
  const attributes: Record<string, string>[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => attributes.push({...tag.attributes}))
  parser.write(page.replace(/^<!doctype html>\n/, '').replace(/<meta [^>]*(?=>)/g, '$&/')).close()
  return attributes
}

const textOf = (page: string): string =>
  page.replace(/<[^>]*>/g, '').replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))

describe('html', () => {
  it('is one well-formed page whose links lead to places of their own', async () => {
    const page = await html([lintedFixture(), SAMPLE, result(AWKWARD, AWKWARD, [])], CONTEXT)
    const attributes = attributesOf(page)
    const ids = attributes.flatMap(({id}) => (id === undefined ? [] : [id]))
    expect(new Set(ids).size).toBe(ids.length)
    const targets = attributes.flatMap(({href}) => (href === undefined ? [] : [href]))
    expect(targets.length).toBeGreaterThan(10)
    for (const target of targets) expect(ids).toContain(target.slice(1))
  })

  it('loads and runs nothing', async () => {
    const page = await html([lintedFixture()], CONTEXT)
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
    expect(page).not.toMatch(/<(?:script|img|link|iframe)|\son\w+=|url\(|@import|src=/)
    expect(page.match(/https?:[^"]*/g)).toEqual(['http://www.w3.org/2000/svg'])
  })

  it('says that a draft is clean, and lists several drafts first', async () => {
    const one = await html([result('a.txt', '好。')], CONTEXT)
    expect(one).toContain('<span class="chip good">未发现问题</span>')
    expect(one).not.toContain('<table')
    const two = await html([result('a.txt', '好。'), SAMPLE], CONTEXT)
    expect(two).toContain('<tr><td><a href="#f0">a.txt</a></td><td class="n zero">0</td>')
    expect(two).toContain('<td class="n">1</td><td class="n">1</td><td class="n">1</td></tr>')
  })

  it('tells a finding with its words in their line', async () => {
    const page = await html([SAMPLE], {...CONTEXT, lang: 'en'})
    expect(page).toContain('<html lang="en">')
    expect(page).toContain('<blockquote>召开会议<mark>*</mark>次。</blockquote>')
    expect(page).toContain('See <a href="#f0l1">line 1, column 3</a> 此处提到')
    expect(page).toContain('repaired by --fix')
  })
})

describe('the draft on the page', () => {
  it('holds every line and every word once', () => {
    const source = '甲<b>\r\n\r\n  乙　*次\n丙'
    const drawn = drawDraft(source, [findingOn(source, '<b>\r\n\r\n  乙'), findingOn(source, '*')], 'f0')
    const lines = [...drawn.matchAll(/<li[^>]*data-line="(\d+)"><div>(.*)<\/div><\/li>/g)]
    const words = lines.map(([, , line = '']) => textOf(line.replace(/<a class="number[^>]*>\d+<\/a>/g, '')))
    expect(words).toEqual(['甲<b>', '', '  乙　*次', '丙'])
    expect(lines.map(([, number]) => number)).toEqual(['1', '2', '3', '4'])
    expect(drawn.match(/<mark/g)?.length).toBe(3)
  })

  it('colours overlapping findings by the most severe', () => {
    const source = '一二三四'
    const found = [findingOn(source, '一二三', {severity: 'info'}), findingOn(source, '二', {severity: 'error'})]
    const marks = [...drawDraft(source, found, 'f').matchAll(/<mark class="(\w+)"[^>]*>(.)<\/mark>/g)]
    expect(marks.map(([, severity, words]) => `${severity} ${words}`)).toEqual(['info 一', 'error 二', 'info 三'])
  })

  it('has a number where something is missing, behind the last line too', () => {
    const source = '甲。\n'
    const at = {...findingOn(source, '甲'), start: 3, end: 3}
    expect(drawDraft(source, [at], 'f0')).toContain(
      '<li id="f0l2" data-line="2"><div><a class="number error" id="f0d0m"',
    )
    expect(drawDraft(source, [], 'f0')).not.toContain('data-line="2"')
  })
})

describe('the picture of problems and measures', () => {
  it('draws a line an answer, and says what has none', () => {
    const {report} = lintedFixture()
    const picture = drawLinks(report, 'zh')
    expect(picture.match(/<path class="link"/g)?.length).toBe(report.answers.links.length)
    expect(picture.match(/<rect/g)?.length).toBe(report.problems.length + report.measures.length)
    expect(picture).toContain('aria-label="P1 → M1；P2 → M2；P3 → ✗ 没有对应措施"')
    expect(picture).toContain('✗ 没有对应措施</text>')
    expect(picture).toContain('责任人 —　时限 —　目标 —')
  })

  it('cuts long items at three lines, and has all words in the title', () => {
    const words = `一是${'台账更新不及时'.repeat(40)}。`
    const report = createReport(
      readText(`关于档案工作的自查报告\n一、存在的问题\n${words}\n二是缺少专人。\n二、整改措施\n一是明确专人。`),
      DEFAULT_CONFIGURATION,
    )
    const [, first = ''] = /<g class="\w+">(.*?)<\/g>/.exec(drawLinks(report, 'zh')) ?? []
    expect(first.match(/<text/g)?.length).toBe(3)
    expect(first).toContain('…</text>')
    expect(first).toContain(`${words}</title>`)
  })
})
