import {stripVTControlCharacters} from 'node:util'
import {describe, expect, it} from 'vitest'
import {codeFrame, widthOf} from '../../src/reporters/frame.ts'
import {pretty} from '../../src/reporters/pretty.ts'
import {CONTEXT, findingOn, placeOf, result, SAMPLE, written} from './results.ts'

describe('pretty', () => {
  it('shows each finding with its words and carets under them', async () => {
    expect(await written(pretty, [SAMPLE, result('b.txt', '好。')])).toBe(
      [
        '草稿/报告 1,二:三%.txt',
        '  1:5  错误  这里没有填写。  unfilled-placeholder',
        '    │ 召开会议*次。',
        '    │         ^',
        '  2:6  警告  范围用“—”：<改> & "引"。  percent-range',
        '    │ 𠮷安站点100-200名；见附件',
        '    │         ^^^^^^^',
        '  2:15  提示  没有找到|附件。  dangling-reference',
        '    │ 𠮷安站点100-200名；见附件',
        '    │                    ^^^^^^',
        '    参见 1:3  此处提到',
        '',
        '1 个错误、1 个警告、1 条提示（2 个文件）',
        '其中 1 处可用 --fix 自动改正。',
        '想知道某一项为什么要改、怎样改：zicha explain <规则名>',
        '',
      ].join('\n'),
    )
  })

  it('says so in one line where nothing was found', async () => {
    expect(await written(pretty, [result('a.txt', '好。')])).toBe('未发现问题（1 个文件）\n')
    expect(await written(pretty, [], {...CONTEXT, lang: 'en'})).toBe('No problems found (0 files)\n')
  })

  it('counts in English', async () => {
    const source = '会议*次'
    const text = await written(pretty, [result('a.txt', source, [findingOn(source, '*')])], {...CONTEXT, lang: 'en'})
    expect(text).toContain('\n1 error (1 file)\n')
  })

  it('colours only what is the same without colours', async () => {
    const plain = await written(pretty, [SAMPLE])
    const coloured = await written(pretty, [SAMPLE], {...CONTEXT, color: true})
    expect(plain).not.toContain('\u001b')
    expect(coloured).toContain('\u001b[31m错误\u001b[39m')
    expect(stripVTControlCharacters(coloured)).toBe(plain)
  })
})

describe('widthOf', () => {
  it.each([
    ['abc', 3],
    ['自查', 4],
    ['“点”—…①', 12],
    ['（）。', 6],
    ['𠮷', 2],
    ['e\u0301', 1],
    ['ｱ', 1],
  ])('%s takes %d columns', (words, width) => {
    expect(widthOf(words)).toBe(width)
  })
})

describe('codeFrame', () => {
  const frameOf = (source: string, words: string, columns = 40) => codeFrame(source, placeOf(source, words), columns)

  it('puts the carets under full-width text', async () => {
    const {before, words, indent, width} = frameOf('查出隐患16处，整改*处。', '*')
    expect({before, words, indent, width}).toEqual({before: '查出隐患16处，整改', words: '*', indent: 18, width: 1})
  })

  it('cuts long lines around the words and never within a character', async () => {
    const source = `${'𠮷'.repeat(60)}会议*次${'𠮷'.repeat(60)}`
    const {before, words, after, indent, width} = frameOf(source, '*')
    expect(before).toMatch(/^…𠮷+会议$/u)
    expect(after).toMatch(/^次𠮷+…$/u)
    expect(indent).toBe(widthOf(before))
    expect(widthOf(before + words + after)).toBeLessThanOrEqual(46)
    expect(width).toBe(1)
  })

  it('shows the first line only of words that go on', async () => {
    expect(frameOf('第一行\r\n第二行', '一行\r\n第二')).toMatchObject({before: '第', words: '一行', after: ''})
  })

  it('draws tabs, full-width spaces and control characters as what they take', async () => {
    const {before, words, indent} = frameOf('会\t议\u3000室\u0007*次', '*')
    expect(before).toBe('会 议 室·')
    expect(indent).toBe(widthOf(before))
    expect(words).toBe('*')
  })

  it('has a caret where nothing stands', async () => {
    expect(codeFrame('', {start: 0, end: 0}, 40)).toEqual({before: '', words: '', after: '', indent: 0, width: 1})
    expect(codeFrame('甲\n', {start: 2, end: 2}, 40)).toMatchObject({words: '', width: 1})
  })
})
