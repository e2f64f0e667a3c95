import {readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import type {Nodes} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import {rules} from '../../rules/index.ts'
import {readMarkdown} from '../../src/draft/markdown/read.ts'
import {DEFAULT_CONFIGURATION} from '../../src/lint/configuration.ts'
import type {Diagnostic} from '../../src/lint/diagnostic.ts'
import {lint} from '../../src/lint/lint.ts'
import {remark} from '../../src/lsp/ignore.ts'
import {Positions} from '../../src/lsp/positions.ts'

const DRAFTS: Readonly<Record<string, string>> = {
  'broken lines':
    '# 档案自查报告\n\n## 一、存在的问题\n\n1. 二号库房的温湿度计停用，\n没有人更换**个月，\n登记簿也缺页。\n\n2. 三号库房，，漏雨。\n',
  paragraph: '# 档案自查报告\n\n去年检查4次，\n今年检查**次，  \n明年检查，，五次。\n',
  'inner list':
    '# 档案自查报告\n\n## 一、存在的问题\n\n1. 二号库房：\n\n   - 温湿度计停用**个月\n   - 登记簿缺页，，无人补\n\n2. 三号库房。\n',
  quotation: '# 档案自查报告\n\n> 去年检查**次。\n> 今年检查，，三次。\n',
  'quotation in a list': '# 档案自查报告\n\n- 甲\n\n  > 去年检查**次。\n  > 今年，，三次。\n\n乙。\n',
  table: '# 档案自查报告\n\n| 问题 | 措施 |\n| --- | --- |\n| 库房停用**个月 | 更换 |\n| 登记，，缺页 | 补齐 |\n',
  'table without outer bars':
    '# 档案自查报告\n\n问题**个 | 措施\n--- | ---\n库房停用**个月 | 更换\n登记，，缺页 | 补齐\n',
  'underlined headings': '档案自查报告\n=====\n\n存在的问题**个\n----\n\n库房，，漏雨。\n\n照片\n=====\n',
  'front matter': '---\ntitle: 档案，，报告**个\n---\n\n# 档案自查报告\n\n库房停用**个月。\n',
  'first line': '# 档案，，自查报告\n\n库房停用**个月。\n',
  'two in a line': '# 档案自查报告\n\n库房停用**个月，，无人更换。\n',
}

const FOLDER = new URL('../../fixtures/annotated/', import.meta.url)
const FIXTURES = readdirSync(FOLDER)
  .filter((name) => /^d\d+\.md$/.test(name))
  .slice(0, 12)

const find = (text: string): readonly Diagnostic[] => lint(readMarkdown(text), DEFAULT_CONFIGURATION, rules)

/** What a reader sees of a text: kinds of blocks with their words, without remarks; a list may be cut in two. */
function seen(text: string): string {
  const walk = (node: Nodes): string => {
    if (node.type === 'html') return ''
    const inner = 'children' in node ? node.children.map(walk).join('') : 'value' in node ? node.value : ''
    return ['root', 'list', 'text'].includes(node.type) ? inner : `<${node.type}>${inner}</${node.type}>`
  }
  return walk(unified().use(remarkParse).use(remarkGfm).parse(text)).replace(/\s+(?=\n|<)/g, '')
}

function check(text: string): number {
  const before = find(text)
  for (const diagnostic of before) {
    const edit = remark(new Positions(text, 'utf-16'), diagnostic, '理由')
    if (!edit) continue
    const after = text.slice(0, edit.start) + edit.text + text.slice(edit.end)
    const told = `${diagnostic.ruleId} in line ${diagnostic.line}:\n${after}`
    const isAbove = edit.text.includes('next-line')
    const moved = (offset: number): number =>
      offset > edit.start || (isAbove && offset === edit.start) ? offset + edit.text.length : offset
    const left = before.filter(({ruleId, line}) => ruleId !== diagnostic.ruleId || line !== diagnostic.line)
    expect(
      find(after).map(({ruleId, start}) => `${ruleId} ${start}`),
      told,
    ).toEqual(left.map(({ruleId, start}) => `${ruleId} ${moved(start)}`))
    expect(seen(after), told).toEqual(seen(text))
  }
  return before.length
}

describe('a remark that a finding stays', () => {
  it.each(Object.entries(DRAFTS))('silences it alone and changes nothing that is read: %s', (_, text) => {
    expect(check(text)).toBeGreaterThan(1)
    check(text.replaceAll('\n', '\r\n'))
  })

  it('does so in whole drafts', () => {
    const found = FIXTURES.map((name) => check(readFileSync(fileURLToPath(new URL(name, FOLDER)), 'utf8')))
    expect(found.reduce((sum, one) => sum + one)).toBeGreaterThan(50)
  })

  it('has no place in the line under a heading', () => {
    const text = DRAFTS['underlined headings'] as string
    const none = find(text).filter((one) => !remark(new Positions(text, 'utf-16'), one, '理由'))
    // what a report lacks is told at its end
    expect(new Set(none.map(({line}) => line))).toEqual(new Set([10]))
  })

  it('ends its lines as the draft does, and takes its place in the line where it has one', () => {
    const text = '# 档案自查报告\r\n\r\n> 去年检查**次。\r\n> 今年，，三次。\r\n'
    const edits = find(text).map((one) => remark(new Positions(text, 'utf-16'), one, '理由')?.text)
    expect(edits).toContain('> <!-- zicha-disable-next-line unfilled-placeholder -- 理由 -->\r\n')
    expect(edits).toContain(' <!-- zicha-disable-line repeated-mark -- 理由 -->')
  })
})
