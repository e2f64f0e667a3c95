import type {Block, Draft} from '../draft.ts'
import {identityMap} from '../source-map.ts'
import type {Span} from '../span.ts'
import {findAddresses} from '../text.ts'
import {openWord, type WordDocument} from './document.ts'
import type {WordFacts} from './facts.ts'
import {gatherFacts} from './gather-facts.ts'

export interface WordDraft extends Draft {
  readonly format: 'word'
  readonly word: WordFacts
}

/**
 * Reads a .docx as Word would show it: with the numbers that Word computes, with tracked insertions, without tracked
 * deletions, hidden words, the table of contents, headers and footers.
 * @throws UnreadableDraft
 */
export function readWord(bytes: Uint8Array): WordDraft {
  const document = openWord(bytes)
  const text = document.composer.text
  const blocks = document.composer.blocks.map(({block}) => block)
  return {
    format: 'word',
    text,
    blocks,
    strong: findStrong(document, blocks),
    verbatim: findAddresses(text),
    directives: [],
    frontMatter: new Map(),
    source: text,
    map: identityMap,
    word: gatherFacts(document),
  }
}

/** Words in bold, within one block each. */
function findStrong({composer, formats}: WordDocument, blocks: readonly Block[]): Span[] {
  const strong: Span[] = []
  let index = 0
  for (const {paragraph, start} of composer.places)
    for (const piece of paragraph.pieces) {
      while (index < blocks.length && (blocks[index] as Block).end <= start + piece.start) index++
      const block = blocks[index]
      if (!block || !formats.isBold(piece.run)) continue
      const span = {start: Math.max(block.start, start + piece.start), end: Math.min(block.end, start + piece.end)}
      const last = strong.at(-1)
      if (span.start >= span.end) continue
      if (last?.end === span.start) strong[strong.length - 1] = {start: last.start, end: span.end}
      else strong.push(span)
    }
  return strong
}
