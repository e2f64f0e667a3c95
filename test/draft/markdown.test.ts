import {describe, expect, it} from 'vitest'
import type {Block, Draft} from '../../src/draft/draft.ts'
import {readMarkdown} from '../../src/draft/markdown/read.ts'

const words = ({text}: Draft, span: {start: number; end: number}): string => text.slice(span.start, span.end)

/** The blocks, each as what it is and what it says. */
const blocks = (source: string): string[] => {
  const draft = readMarkdown(source)
  return draft.blocks.map((block) => `${describeBlock(block)}${words(draft, block)}`)
}

function describeBlock({kind, depth, list, cell, quoted, aside}: Block): string {
  const signs = [
    kind === 'heading' ? '#'.repeat(depth ?? 0) : '',
    list ? `${list.ordered ? 'ol' : 'ul'}${list.id}.${list.depth}` : '',
    cell ? `${cell.header ? 'th' : 'td'}${cell.table}.${cell.row}.${cell.column}` : '',
    quoted ? '>' : '',
    aside ?? '',
  ].filter(Boolean)
  return signs.length ? `${signs.join(' ')}|` : ''
}

describe('blocks', () => {
  it.each<[string, string, string[]]>([
    ['each line of a paragraph is one', '甲\n　　乙\r\n丙\r丁\n\n    戊', ['甲', '乙', '丙', '丁', '戊']],
    ['headings', '# 甲\n### 乙 ###\n#丙\n## \n丁\n===\n戊\n---', ['#|甲', '###|乙', '#丙', '丁', '===', '戊']],
    [
      'bullets are dropped, numbers stay',
      '- 甲\n\n- 乙\n* 丙\n1. 丁\n2) 戊',
      ['ul0.0|甲', 'ul0.0|乙', 'ul1.0|丙', 'ol2.0|1. 丁', 'ol3.0|2) 戊'],
    ],
    [
      'lists in lists',
      '1. 甲\n   - 乙\n     接着\n\n   丙\n2. 丁\n\n戊',
      ['ol0.0|1. 甲', 'ul1.1|乙', '接着', '丙', 'ol0.0|2. 丁', '戊'],
    ],
    ['a number in front of a heading or another number', '1. ## 甲\n2. 3. 乙', ['## ol0.0|1. 甲', 'ol1.1|2. 3. 乙']],
    ['items that were never written', '1. 甲\n2.\n3. 丙\n- ', ['ol0.0|1. 甲', 'ol0.0|2.', 'ol0.0|3. 丙']],
    ['an item is its first line', '- 甲\n乙\n二、丙', ['ul0.0|甲', '乙', '二、丙']],
    ['marks that only look like lists', '1.甲\n2、乙\n-丙\n*次丁', ['1.甲', '2、乙', '-丙', '*次丁']],
    ['tasks', '- [x] 甲\n- [ ] 乙\n- [丙]', ['ul0.0|甲', 'ul0.0|乙', 'ul0.0|[丙]']],
    ['quotations', '> 甲\n> - 乙\n懒\n\n丙', ['>|甲', 'ul0.0 >|乙', '>|懒', '丙']],
    [
      'tables',
      '文\n\n| 甲 | 乙 |\n|:-:|---|\n| | **1** |\n丙 | 丁\n\n|戊|\n|-|\n|己|',
      ['文', 'th0.0.0|甲', 'th0.0.1|乙', 'td0.1.1|1', 'td0.2.0|丙', 'td0.2.1|丁', 'th1.0.0|戊', 'td1.1.0|己'],
    ],
    ['what is broken by hand', '甲<br>乙  \n丙\\\n丁', ['甲', '乙', '丙', '丁']],
    ['footnotes', '甲[^1]乙\n\n[^1]: 丙', ['甲乙', 'note|丙']],
    ['code is no part of the draft', '甲\n```js\n乙\n```\n丙\n\n- ~~~\n  丁\n  ~~~', ['甲', '丙']],
    ['code without end is', '甲\n```\n乙\n\n丙', ['甲', '```', '乙', '丙']],
    ['rules', '甲\n\n***\n\n乙\n- - -\n丙', ['甲', '乙', '丙']],
    ['comments', '<!-- 甲 -->\n乙<!-- 丙\n\n# 丁 -->戊\n<!-- 己', ['乙', '戊', '<!-- 己']],
    ['HTML', '<div align="center">\n甲<u>乙</u>\n</div>\n<style>p{}</style>\n<XX>局<单位>', ['甲乙', '<XX>局<单位>']],
  ])('%s', (_, source, expected) => {
    expect(blocks(source)).toEqual(expected)
  })

  it.each<[string, string, string]>([
    [
      'links keep their words',
      '见[附件1](a.docx "题")和<https://a.cn>、[甲][乙]\n\n[乙]: a.cn',
      '见附件1和https://a.cn、甲',
    ],
    ['images leave none', '前![照片](a.png)后', '前后'],
    [
      'what stands in brackets to be filled in is no link',
      '[单位名称](请填写)报告[注]: 说明',
      '[单位名称](请填写)报告[注]: 说明',
    ],
    ['nor a definition', '[注]: 数据截至六月底', '[注]: 数据截至六月底'],
    ['brackets without a target are words', '[具体数字]人，[甲][乙]', '[具体数字]人，[甲][乙]'],
    ['entities and escapes', '甲&amp;乙&nbsp;丙&#x2013;\\*\\#丁&XX;', '甲&乙\u00a0丙–*#丁&XX;'],
    ['code and struck words', '运行`a*b*`，~~旧~~新，1~2月，3~4月', '运行a*b*，旧新，1~2月，3~4月'],
  ])('%s', (_, source, expected) => {
    expect(readMarkdown(source).text.trim()).toBe(expected)
  })
})

describe('what is not prose', () => {
  it('is verbatim', () => {
    const draft = readMarkdown('运行`npm i`，见<https://a.cn/b>、www.b.cn 或 c@d.cn，$x_1^2$，花了$5和$6。')
    expect(draft.verbatim.map((span) => words(draft, span))).toEqual([
      'npm i',
      'https://a.cn/b',
      'www.b.cn',
      'c@d.cn',
      '$x_1^2$',
    ])
  })
})

describe('front matter', () => {
  it('is read, and is no part of the text', () => {
    const draft = readMarkdown(
      '---\ntitle: 自查报告\ngenre: "safety"  \n标签: [甲, 乙]\n# 注\nempty:\nnested:\n  a: 1\nnote: 甲 # 乙\n---\n正文\n',
    )
    expect([...draft.frontMatter]).toEqual([
      ['title', '自查报告'],
      ['genre', 'safety'],
      ['note', '甲'],
    ])
    expect(draft.text).toBe('正文\n')
    expect(draft.map.toSource({start: 0, end: 2})).toEqual({
      start: draft.source.indexOf('正文'),
      end: draft.source.length - 1,
    })
  })

  it('is not what stands between two rules', () => {
    expect(blocks('---\n各位领导：\n---\n正文')).toEqual(['各位领导：', '正文'])
    expect(blocks('---\ntitle: 没有结束\n')).toEqual(['title: 没有结束'])
  })
})

describe('directives', () => {
  const source =
    '<!-- zicha-disable -->\n甲。<!-- zicha-disable-line number-gap -->\n\n乙<!-- zicha-x -->丙 <!-- 说明 -->\n`<!-- zicha-no -->`\n\n<!-- zicha-enable -->\n'
  const draft = readMarkdown(source)

  it('are found with their place in the source', () => {
    expect(draft.directives.map(({value}) => value)).toEqual([
      'zicha-disable',
      'zicha-disable-line number-gap',
      'zicha-x',
      'zicha-enable',
    ])
    for (const {value, source: span} of draft.directives)
      expect(source.slice(span.start, span.end)).toBe(`<!-- ${value} -->`)
  })

  it('take effect where the next words begin, or behind the last words of their line', () => {
    expect(draft.text).toBe('甲。\n乙丙\n<!-- zicha-no -->')
    expect(draft.directives.map(({at}) => at)).toEqual([0, 2, 4, draft.text.length])
  })
})

describe('the way back to the source', () => {
  it('leads to what a word was decoded from', () => {
    const source = '# 甲&amp;乙\n\n- **丙**\\*次\n'
    const draft = readMarkdown(source)
    const sourceOf = (found: string): string => {
      const start = draft.text.indexOf(found)
      const span = draft.map.toSource({start, end: start + found.length})
      return source.slice(span.start, span.end)
    }
    expect(sourceOf('甲')).toBe('甲')
    expect(sourceOf('&')).toBe('&amp;')
    expect(sourceOf('&乙')).toBe('&amp;乙')
    expect(sourceOf('*次')).toBe('\\*次')
    expect(sourceOf('丙*')).toBe('丙**\\*')
    expect(draft.map.fromSource(source.indexOf('amp'))).toBe(draft.text.indexOf('&'))
    expect(draft.map.fromSource(source.indexOf('**丙'))).toBe(draft.text.indexOf('丙'))
  })
})
