import {describe, expect, it} from 'vitest'
import {compact} from '../../src/reporters/compact.ts'
import {github} from '../../src/reporters/github.ts'
import {markdown} from '../../src/reporters/markdown.ts'
import {findingOn, result, SAMPLE, written} from './results.ts'

describe('compact', () => {
  it('writes a line a finding', async () => {
    expect(await written(compact, [SAMPLE])).toBe(
      [
        '草稿/报告 1,二:三%.txt:1:5: error unfilled-placeholder: 这里没有填写。',
        '草稿/报告 1,二:三%.txt:2:6: warning percent-range: 范围用“—”：<改> & "引"。',
        '草稿/报告 1,二:三%.txt:2:15: info dangling-reference: 没有找到|附件。',
        '',
      ].join('\n'),
    )
  })

  it('says nothing of clean drafts', async () => {
    expect(await written(compact, [result('a.txt', '好。')])).toBe('')
  })
})

describe('github', () => {
  it('escapes what ends a property or a command', async () => {
    expect(await written(github, [SAMPLE])).toBe(
      [
        '::error file=草稿/报告 1%2C二%3A三%25.txt,line=1,endLine=1,col=5,endColumn=6,title=unfilled-placeholder::这里没有填写。',
        '::warning file=草稿/报告 1%2C二%3A三%25.txt,line=2,endLine=2,col=6,endColumn=13,title=percent-range::范围用“—”：<改> & "引"。',
        '::notice file=草稿/报告 1%2C二%3A三%25.txt,line=2,endLine=2,col=15,endColumn=18,title=dangling-reference::没有找到|附件。',
        '',
      ].join('\n'),
    )
  })

  it('leaves columns out where a finding spans lines, and keeps a message on its line', async () => {
    const source = '甲\r\n乙'
    const finding = findingOn(source, source, {message: '一\r\n二 100%'})
    expect(await written(github, [result('a/b.txt', source, [finding])])).toBe(
      '::error file=a/b.txt,line=1,endLine=2,title=unfilled-placeholder::一%0D%0A二 100%25\n',
    )
  })
})

describe('markdown', () => {
  it('writes a table whose cells hold no mark of their own', async () => {
    expect(await written(markdown, [SAMPLE, result('a_b.txt', '好。')])).toBe(
      [
        '## 草稿/报告 1,二:三%.txt',
        '',
        '| 位置 | 级别 | 问题 | 规则 |',
        '| --- | --- | --- | --- |',
        '| 1:5 | 错误 | 这里没有填写。 | unfilled-placeholder |',
        '| 2:6 | 警告 | 范围用“—”：\\<改\\> & "引"。 | percent-range |',
        '| 2:15 | 提示 | 没有找到\\|附件。 | dangling-reference |',
        '',
        '## a\\_b.txt',
        '',
        '未发现问题',
        '',
      ].join('\n'),
    )
  })
})
