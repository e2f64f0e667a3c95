import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Draft} from '../../src/draft/draft.ts'
import {readMarkdown} from '../../src/draft/markdown/read.ts'
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

const whole = (source: string): readonly [{kind: 'markdown'; start: number; end: number}] => [
  {kind: 'markdown', start: 0, end: source.length},
]

describe('readMarkdown on any text', () => {
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
