import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Draft} from '../../src/draft/draft.ts'
import {readMarkdown} from '../../src/draft/markdown/read.ts'
import {rereadMarkdown} from '../../src/draft/markdown/reread.ts'
import {LINE_STARTS, soup} from './soup.ts'

const RUNS = Number(process.env.RUNS ?? 100)

const FIXTURES = join(import.meta.dirname, '../../fixtures')
const drafts = readdirSync(FIXTURES, {recursive: true, encoding: 'utf8'})
  .filter((name) => /\.(?:md|txt)$/.test(name))
  .sort()
  .map((name) => readFileSync(join(FIXTURES, name), 'utf8'))

/** Lines as drafts have them, of every kind that is read without the parser or with it. */
const lines: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom(
          '我局认真学习，查阅资料3份。',
          '　　（一）制度不健全；',
          '    缩进的一行',
          '## 一、基本情况',
          '### 二、问题 ##',
          '## 甲 乙#',
          '- 第一项',
          '- 第二项',
          '1. 台账缺失',
          '2. 培训不足',
          '10) 整改',
          '| 甲 | 乙 |\n|---|---|\n| 1 | 二 |\n|丙|丁|',
          '甲 | 乙\n--- | ---\n1 | 2',
          '**一是**重视不够。',
          '**二是台账缺失。**自查发现，培训*不足*。',
          '- **灭火器过期**：__三处__，a_b_c',
          '| **甲** | *乙 |\n|---|---|\n| **丙** | 丁* |',
          '召开会议**次，',
          '**机关党建**工作，*次',
          '见[附件](a.docx)。',
        ),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '<!-- zicha-disable -->',
          '甲<!-- zicha-enable -->乙',
          '---',
          '---\ntitle: 报告\n甲: 乙\n---',
          '> 引用',
          '- 甲\n  - 乙',
          '```\n代码\n```',
          '```',
          '[^1]: 注',
          '[a]: http://b.cn',
          '见http://a.cn，$x^2$和a@b.cn',
          '&nbsp;甲&lt;XX&gt;',
          '见[附件](没有完的地址',
          '<style>\n一\n</style>',
          '\uFEFF甲',
        ),
      },
    ),
    {maxLength: 12},
  )
  .chain((parts) =>
    fc.constantFrom('\n', '\n\n', '\r\n', '\r\n\r\n', '\r', '\n\u2028').map((lineEnd) => parts.join(lineEnd)),
  )

/** What a writer does, at a place counted from the start or from the end of a line. */
const edit = fc.record({
  line: fc.nat(),
  place: fc.oneof(fc.constantFrom(0, 1, 2, 3, -1, -2), fc.nat(40)),
  length: fc.constantFrom(0, 0, 0, 1, 1, 2, 5, 40),
  text: fc.oneof(
    {weight: 6, arbitrary: fc.constantFrom('字', '水利', '', '3', 'a', '，', ' ', '　', ':', '.', '、', '𠮷')},
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        ...'*_`~#|-+>=<[]()&$@\\/!\t\f\u2028\uFEFF\n\r'.split(''),
        '\n\n',
        '\r\n',
        'www.',
        '://',
      ),
    },
    {weight: 1, arbitrary: fc.constantFrom(...LINE_STARTS, '**', '](', ']:', '~~', '-->', '<!--', '字'.repeat(990))},
  ),
})
type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never

function apply(source: string, {line, place, length, text}: Edit): string {
  const starts = [0, ...[...source.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length)]
  const index = line % starts.length
  const start = starts[index] as number
  const end = starts[index + 1] ?? source.length
  const at = place < 0 ? Math.max(start, end + place) : Math.min(end, start + place)
  return source.slice(0, at) + text + source.slice(at + length)
}

/** Everything of a draft, with what its map says of every offset. */
const content = ({map, ...draft}: Draft) => ({
  ...draft,
  toSource: Array.from(`${draft.text}..`, (_, at) =>
    JSON.stringify([map.toSource({start: at, end: at}), map.toSource({start: at, end: at + 1})]),
  ).join(' '),
  fromSource: Array.from(`${draft.source}..`, (_, at) => map.fromSource(at)).join(' '),
})

/** Whether a draft was read by what was known of it: what did not change is the very same. */
const isCarried = (now: Draft, before: Draft): boolean => now.frontMatter === before.frontMatter

/** How many of the texts were carried over. */
function countCarried(source: string, edits: readonly Edit[]): number {
  let carried = 0
  let draft = rereadMarkdown(source)
  for (const one of edits) {
    const text = apply(draft.source, one)
    const next = rereadMarkdown(text, draft)
    if (isCarried(next, draft)) {
      carried++
      expect(content(next)).toEqual(content(readMarkdown(text)))
    }
    draft = next
  }
  return carried
}

describe('rereadMarkdown', () => {
  const edits = fc.array(edit, {minLength: 1, maxLength: 8})

  it.each([
    ['lines of every kind', lines, RUNS * 10],
    ['any text', soup, RUNS * 5],
    ['the drafts at hand', fc.constantFrom(...drafts), RUNS],
  ])('reads %s as readMarkdown does', {timeout: 60_000 + RUNS * 30}, (_, sources, numRuns) => {
    let carried = 0
    fc.assert(
      fc.property(sources, edits, (source, some) => {
        carried += countCarried(source, some)
      }),
      {numRuns},
    )
    expect(carried).toBeGreaterThan(numRuns / 10)
  })

  const DRAFT = [
    '---',
    'genre: 自查报告',
    '---',
    '# 关于消防安全的自查报告',
    '',
    '我局认真学习，查阅资料3份。',
    '**一是**重视不够。',
    '',
    '- 灭火器过期',
    '- 台账缺失 <!-- zicha-disable-line -->',
    '',
    '对此采取以下措施：',
    '',
    '1. 更换灭火器',
    '2. 补齐台账',
    '',
    '统计如下。',
    '',
    '| 问题 | 数量 |',
    '| --- | --- |',
    '| 灭火器 | 3 |',
    '',
    '见[附件](a.docx)，电话12345。',
  ].join('\n')

  it.each([
    ['types in a paragraph', '认真学习', '认真地学习'],
    ['begins a paragraph', '我局认真', '今年我局认真'],
    ['goes on at the end of a line', '灭火器过期', '灭火器过期了'],
    ['deletes', '查阅资料3份', '查阅'],
    ['types a number', '资料3份', '资料30份'],
    ['changes a heading', '消防安全', '消防'],
    ['changes an item', '补齐台账', '补齐全部台账'],
    ['changes a cell', '灭火器 | 3', '灭火器 | 13'],
    ['types where words are bold', '重视不够', '重视不足'],
    ['types in bold words', '**一是**', '**一也是**'],
    ['types right behind bold words', '**一是**重视', '**一是**还重视'],
    ['deletes right behind bold words', '**一是**重视', '**一是**视'],
  ])('carries the rest over where the writer %s', (_, old, now) => {
    const before = rereadMarkdown(DRAFT)
    const draft = rereadMarkdown(DRAFT.replace(old, now), before)
    expect(isCarried(draft, before)).toBe(true)
    expect(content(draft)).toEqual(content(readMarkdown(draft.source)))
  })

  it.each([
    ['ends a line', '认真学习', '认真\n学习'],
    ['deletes a whole line', '- 灭火器过期\n', ''],
    ['makes an item of a line', '我局', '- 我局'],
    ['makes words bold', '补齐', '**补齐**'],
    ['ends bold words with a mark', '**一是**', '**一是：**'],
    ['types between two stars', '**一是**', '*也*一是**'],
    ['makes a blank of what was bold', '一是**重视不够', '一是重视不够'],
    ['types a comment', '学习', '学习<!-- 注 -->'],
    ['types beside a comment', '台账缺失', '台账全部缺失'],
    ['cuts a cell in two', '灭火器 | 3', '灭|火器 | 3'],
    ['types beside a link', '电话', '电话号码'],
    ['types an address', '3份', '3份www.a.cn'],
    ['changes the front matter', 'genre: 自查', 'genre: 整改'],
  ])('reads all anew where the writer %s', (_, old, now) => {
    const before = rereadMarkdown(DRAFT)
    const draft = rereadMarkdown(DRAFT.replace(old, now), before)
    expect(isCarried(draft, before)).toBe(false)
    expect(content(draft)).toEqual(content(readMarkdown(draft.source)))
  })

  it('reads a draft of which nothing is known', () => {
    expect(content(rereadMarkdown(DRAFT, readMarkdown(DRAFT)))).toEqual(content(readMarkdown(DRAFT)))
  })
})
