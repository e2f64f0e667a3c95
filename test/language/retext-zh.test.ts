import fc from 'fast-check'
import {toString as wordsOf} from 'nlcst-to-string'
import retextQuotes from 'retext-quotes'
import retextStringify from 'retext-stringify'
import {unified} from 'unified'
import type {Node, Parent} from 'unist'
import {visit} from 'unist-util-visit'
import {describe, expect, it, vi} from 'vitest'
import retextZh, {parseChinese} from '../../src/language/retext-zh/index.ts'

const prose = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '学习',
        '全面从严治党',
        '。',
        '！？',
        '；',
        '……',
        '“',
        '”',
        '（',
        '）',
        '，',
        '3.5%',
        '20XX',
        '𠮷',
        'Wi-Fi',
        '+',
        '€',
        'https://a.cn/b?c=1。',
        'a@b.cn',
        '😀',
        "it's",
      ),
      fc.constantFrom(' ', '　', '\n', '\r\n', '\r', '\n\n', '\t', '\u2028', '\uFEFF'),
      fc.string(),
    ),
    {maxLength: 40},
  )
  .map((parts) => parts.join(''))

const shape = (node: Node): unknown =>
  'children' in node
    ? [node.type.replace('Node', ''), ...(node as Parent).children.map(shape)]
    : `${node.type.replace('Node', '')} ${'value' in node ? node.value : ''}`

/** The line of an offset, as vfile counts them. */
const lineOf = (text: string, offset: number) => {
  const before = text.slice(0, offset)
  // a point between the two characters of a line end still stands on its first line
  const lines = (before.endsWith('\r') && text[offset] === '\n' ? before.slice(0, -1) : before).split(/\r\n|\r|\n/)
  return lines.length
}

describe('retext-zh', () => {
  it('makes paragraphs of lines, sentences, words and marks', () => {
    expect(shape(parseChinese('　　制度，责任。责任！\n制度……'))).toEqual([
      'Root',
      'WhiteSpace 　　',
      [
        'Paragraph',
        ['Sentence', ['Word', 'Text 制度'], 'Punctuation ，', ['Word', 'Text 责任'], 'Punctuation 。'],
        ['Sentence', ['Word', 'Text 责任'], 'Punctuation ！'],
      ],
      'WhiteSpace \n',
      ['Paragraph', ['Sentence', ['Word', 'Text 制度'], 'Punctuation ……']],
    ])
  })

  it('keeps numbers, names of other scripts and addresses whole', () => {
    const tree = parseChinese('增长3.5%，见https://a.cn/x?y=1，Wi-Fi+……')
    const leaves: string[] = []
    visit(tree, (node) => {
      if (node.type === 'WordNode' || node.type === 'SourceNode' || node.type === 'SymbolNode')
        leaves.push(`${node.type} ${wordsOf(node)}`)
    })
    expect(leaves).toEqual([
      'WordNode 增长',
      'WordNode 3.5',
      'WordNode 见',
      'SourceNode https://a.cn/x?y=1',
      'WordNode Wi-Fi',
      'SymbolNode +',
    ])
  })

  it('gives the text back, and every node stands where its words stand', () => {
    fc.assert(
      fc.property(prose, (text) => {
        expect(unified().use(retextZh).use(retextStringify).processSync(text).toString()).toBe(text)
        visit(parseChinese(text), (node) => {
          const {start, end} = node.position as NonNullable<typeof node.position>
          expect(text.slice(start.offset, end.offset)).toBe(wordsOf(node))
          for (const point of [start, end]) {
            expect(point.line).toBe(lineOf(text, point.offset as number))
          }
          if ('children' in node && node.type !== 'RootNode') expect(node.children.length).toBeGreaterThan(0)
        })
      }),
      {numRuns: 500},
    )
  })

  it('runs under a plugin of retext that knows nothing of Chinese', () => {
    const text = '一、整改情况\n　　树牢"四个意识"，对照“问题清单”整改。办好‘微实事’。'
    const file = unified().use(retextZh).use(retextQuotes).use(retextStringify).processSync(text)
    expect(
      file.messages.map(({actual, line, column, place}) => ({
        actual,
        line,
        column,
        at: place && 'start' in place ? place.start.offset : undefined,
      })),
    ).toEqual([
      {actual: '"', line: 2, column: 5, at: text.indexOf('"')},
      {actual: '"', line: 2, column: 10, at: text.lastIndexOf('"')},
      {actual: '‘', line: 2, column: 25, at: text.indexOf('‘')},
      {actual: '’', line: 2, column: 29, at: text.indexOf('’')},
    ])
  })

  it('cuts single characters where the platform has no segmenter', async () => {
    vi.resetModules()
    vi.stubGlobal('Intl', {})
    try {
      const fresh = await import('../../src/language/retext-zh/parse.ts')
      expect(shape(fresh.parseChinese('责任𠮷'))).toEqual([
        'Root',
        ['Paragraph', ['Sentence', ['Word', 'Text 责'], ['Word', 'Text 任'], ['Word', 'Text 𠮷']]],
      ])
    } finally {
      vi.unstubAllGlobals()
    }
  })

  it('stays fast on a line without any mark', () => {
    const text = '落实责任'.repeat(25_000)
    const start = performance.now()
    expect(wordsOf(parseChinese(text))).toBe(text)
    expect(performance.now() - start).toBeLessThan(5000)
  })
})
