import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {rules} from '../../rules/index.ts'
import type {Draft} from '../../src/draft/draft.ts'
import {readMarkdown} from '../../src/draft/markdown/read.ts'
import {readText} from '../../src/draft/text.ts'
import {DEFAULT_CONFIGURATION} from '../../src/lint/configuration.ts'
import type {Diagnostic, SourceEdit} from '../../src/lint/diagnostic.ts'
import {lint} from '../../src/lint/lint.ts'

type Read = (source: string) => Draft

const find = (read: Read, text: string): readonly Diagnostic[] => lint(read(text), DEFAULT_CONFIGURATION, rules)
const missing = (read: Read, text: string): Diagnostic[] =>
  find(read, text).filter(({ruleId}) => ruleId === 'missing-section')

const apply = (text: string, edits: readonly SourceEdit[]): string =>
  [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((left, one) => left.slice(0, one.start) + one.text + left.slice(one.end), text)

/** A draft with the first missing part that can be inserted. */
function inserted(read: Read, text: string): string | undefined {
  const edits = missing(read, text).flatMap(({suggestions}) => suggestions)[0]?.edits
  return edits && apply(text, edits)
}

describe('the heading of a missing part', () => {
  it.each([
    [
      'counts on, before signature and date',
      readText,
      '档案工作自查报告\n一、基本情况\n三间库房都装有温湿度计。\n二、存在的问题\n1.二号库房温湿度计停用两个月。\n河口档案馆\n2025年6月3日\n',
      '停用两个月。\n三、下一步工作打算\n河口档案馆',
    ],
    [
      'stands before what comes later, which is numbered anew',
      readText,
      '河口站安全生产自查报告\n一、自查开展情况\n检查泵房、仓库各两次。\n二、下一步打算\n（一）6月底前更换泵房灭火器12具。\n三、工作建议\n请上级支持。\n',
      '各两次。\n二、自查发现的问题\n三、下一步打算\n（一）6月底前更换泵房灭火器12具。\n四、工作建议\n',
    ],
    [
      'is indented like the others',
      readText,
      '河口站安全生产自查报告\r\n　　一、自查开展情况\r\n　　检查泵房、仓库各两次。\r\n　　二、下一步打算\r\n　　（一）6月底前更换泵房灭火器12具。\r\n',
      '各两次。\r\n　　二、自查发现的问题\r\n　　三、下一步打算\r\n　　（一）6月底前',
    ],
    [
      'is bracketed like the others, although they name no part',
      readText,
      '河口站安全生产自查报告\n（一）自查开展情况\n检查泵房、仓库各两次。\n（二）人员情况\n检查人员8名。\n',
      '检查人员8名。\n（三）自查发现的问题\n',
    ],
    [
      'has no number where the others have none',
      readMarkdown,
      '# 档案工作自查报告\n\n## 基本情况\n\n三间库房都装有温湿度计。\n\n## 存在的问题\n\n- 二号库房温湿度计停用两个月。\n',
      '停用两个月。\n\n## 下一步工作打算\n',
    ],
    [
      'has the depth of the others, and leaves the next one whole',
      readMarkdown,
      '# 河口站安全生产自查报告\n\n## 一、自查开展情况\n\n检查人员8名。\n\n## 二、整改措施\n\n1. 6月底前更换泵房灭火器12具。\n',
      '检查人员8名。\n\n## 二、自查发现的问题\n\n## 三、整改措施\n\n1. 6月',
    ],
    [
      'is a paragraph of its own behind a list',
      readMarkdown,
      '# 档案工作自查报告\n\n一、基本情况\n\n三间库房都装有温湿度计。\n\n二、存在的问题\n\n1. 二号库房温湿度计停用两个月。\n\n河口档案馆\n',
      '停用两个月。\n\n三、下一步工作打算\n\n河口档案馆\n',
    ],
    [
      'is bold like the others',
      readMarkdown,
      '# 河口站安全生产自查报告\n\n**一、自查开展情况**\n\n检查人员8名。\n\n**二、整改措施**\n\n1. 6月底前更换泵房灭火器12具。\n',
      '检查人员8名。\n\n**二、自查发现的问题**\n\n**三、整改措施**\n\n1. 6月',
    ],
  ] as const)('%s', (_, read, text, expected) => {
    expect(inserted(read, text)).toContain(expected)
  })

  it('is not offered where it would stand within a table', () => {
    const text =
      '# 档案工作自查报告\n\n## 一、基本情况\n\n三间库房都装有温湿度计。\n\n## 二、存在的问题\n\n| 库房 | 问题 |\n| --- | --- |\n| 二号 | 温湿度计停用两个月 |\n'
    expect(missing(readMarkdown, text).length).toBeGreaterThan(0)
    expect(inserted(readMarkdown, text)).toBeUndefined()
  })

  it('ends the finding and begins no other but that it is empty', () => {
    const folder = new URL('../../fixtures/annotated/', import.meta.url)
    let count = 0
    for (const name of readdirSync(folder).filter((one) => /^d\d+\.(?:md|txt)$/.test(one))) {
      const read = name.endsWith('.md') ? readMarkdown : readText
      const text = readFileSync(new URL(name, folder), 'utf8')
      const before = find(read, text)
      for (const one of before.filter(({ruleId}) => ruleId === 'missing-section'))
        for (const {edits} of one.suggestions) {
          count++
          const after = find(read, apply(text, edits))
          const told = `${name}\n${apply(text, edits)}`
          expect(
            after.map(({message}) => message),
            told,
          ).not.toContain(one.message)
          const numbering = (found: readonly Diagnostic[]): number =>
            found.filter(({ruleId}) => ['number-gap', 'mixed-numbering', 'level-inversion'].includes(ruleId)).length
          expect(numbering(after), told).toBeLessThanOrEqual(numbering(before))
        }
    }
    expect(count).toBeGreaterThan(5)
  })
})
