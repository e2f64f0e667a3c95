import fc from 'fast-check'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {describe, expect, it} from 'vitest'
import type {Draft} from '../../src/draft/draft.ts'
import {blankStars} from '../../src/draft/markdown/blank-stars.ts'
import {readMarkdown} from '../../src/draft/markdown/read.ts'
import {settleStars} from '../../src/draft/markdown/stars.ts'
import {readText} from '../../src/draft/text.ts'
import {plainDraft, soup} from './soup.ts'

const runs = {numRuns: Number(process.env.RUNS ?? 1000)}

/** Everything of a draft that can be compared. */
const content = ({text, blocks, strong, verbatim, directives, map}: Draft) => ({
  text,
  blocks,
  strong,
  verbatim,
  directives,
  sources: blocks.map((block) => map.toSource(block)),
})

const whole = (source: string) => [{kind: 'markdown' as const, start: 0, end: source.length}]

/** The words of remark's tree of a source, code blocks and HTML left out, without white space. */
function wordsOfTree(source: string): string {
  const disable = {null: ['codeIndented', 'setextUnderline', 'htmlFlow']}
  const tree = unified()
    .use(remarkParse)
    .use(remarkGfm, {singleTilde: false})
    .use(remarkFrontmatter)
    .data('micromarkExtensions', [{disable}, blankStars(settleStars(source))])
    .parse(source)
  const words: string[] = []
  visit(tree, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode') words.push(node.value)
  })
  return words.join('').replace(/\s/g, '')
}

const isSpace = (text: string): boolean => !text.trim()

function expectSorted(spans: readonly {start: number; end: number}[], length: number): void {
  let at = 0
  for (const {start, end} of spans) {
    expect(start).toBeGreaterThanOrEqual(at)
    expect(end).toBeGreaterThan(start)
    at = end
  }
  expect(at).toBeLessThanOrEqual(length)
}

describe('readMarkdown on any text', () => {
  it('makes blocks that are sorted, disjoint, trimmed, one a line, with nothing but white space between', () => {
    fc.assert(
      fc.property(soup, (source) => {
        const {text, blocks, strong, verbatim, directives} = readMarkdown(source)
        for (const spans of [blocks, strong, verbatim]) expectSorted(spans, text.length)
        let at = 0
        for (const [index, {start, end}] of blocks.entries()) {
          const between = text.slice(at, start)
          expect(between.trim()).toBe('')
          if (index) expect(between).toMatch(/[\r\n]/)
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
          expect(text.slice(start, end)).not.toMatch(/[\r\n]/)
          at = end
        }
        expect(isSpace(text.slice(at))).toBe(true)
        for (const directive of directives) expect(directive.at).toBeLessThanOrEqual(text.length)
      }),
      runs,
    )
  })

  it('leads from every character to the source and back', () => {
    fc.assert(
      fc.property(soup, (source) => {
        const {text, blocks, map} = readMarkdown(source)
        for (const block of blocks) {
          for (let at = block.start; at < block.end; at++) {
            const {start, end} = map.toSource({start: at, end: at + 1})
            const written = source.slice(start, end)
            if (end - start === 1) {
              expect(written).toBe(text.charAt(at))
              expect(map.fromSource(start)).toBe(at)
            } else {
              // a character that was decoded: an escape, an entity, or half of one
              expect(written).toMatch(/^(?:\\[!-/:-@[-`{-~]|&#?\w+;)$/)
              if (written.startsWith('\\')) expect(written.slice(1)).toBe(text.charAt(at))
            }
          }
          const source1 = map.toSource(block)
          expect(map.fromSource(source1.start)).toBe(block.start)
        }
      }),
      runs,
    )
  })

  it('loses no word but those in code, comments, addresses and labels', () => {
    const han = (text: string): string => text.replace(/[^一-鿿]/g, '')
    const harmless = soup.filter((source) => !/[`~<\]]|^\uFEFF?---/.test(source))
    fc.assert(
      fc.property(harmless, (source) => {
        expect(han(readMarkdown(source).text)).toBe(han(source))
      }),
      runs,
    )
  })

  it('reads the words that remark reads', () => {
    // not what is judged anew here: tags, bare addresses, links that are no links, code without end; numbers, which stay
    const common = soup.filter((source) => !/[<`~\]]|^\uFEFF?---|\d[.)]|http/.test(source))
    fc.assert(
      fc.property(common, (source) => {
        expect(readMarkdown(source).text.replace(/\s/g, '')).toBe(wordsOfTree(source))
      }),
      runs,
    )
  })

  it('reads plain lines without the parser as with it', () => {
    fc.assert(
      fc.property(soup, (source) => {
        expect(content(readMarkdown(source))).toEqual(content(readMarkdown(source, whole)))
      }),
      runs,
    )
  })

  it('reads a draft without markup as plain text', () => {
    fc.assert(
      fc.property(plainDraft, (source) => {
        const text = readText(source)
        for (const draft of [readMarkdown(source), readMarkdown(source, whole)]) {
          expect(draft.text).toBe(source)
          expect(draft.blocks).toEqual(text.blocks)
        }
      }),
      runs,
    )
  })
})
