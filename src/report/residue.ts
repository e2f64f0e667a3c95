import {contains, type Span} from '../draft/span.ts'
import {matchesOf} from '../language/matches.ts'
import {residueIn} from '../language/residue.ts'
import type {Report} from './report.ts'
import {ofPiece} from './wording.ts'

/**
 * Whether a paragraph is one sentence of the page that the report was copied from: it tells nothing of the report, wherever
 * it stands. The longest line of a page is short.
 */
export const isPageLine = ofPiece((text, {start, end, block, mark, opensBlock}): boolean => {
  if (mark || !opensBlock || block.kind !== 'paragraph' || end !== block.end || end - start > LONGEST_LINE) return false
  const words = text.slice(start, end)
  return !/[。！？；][^）)】\]]/.test(words) && residueIn(words).length > 0
})
const LONGEST_LINE = 60

/** The smallest whole that a phrase stands in and that can go with it: a pair of round brackets, else its sentence, else the line. */
export function wholeAround(report: Report, phrase: Span): Span {
  const block = report.blockAt(phrase.start)
  if (!block) return phrase
  const words = report.text.slice(block.start, block.end)
  for (const match of matchesOf(/[（(][^（）()\n]{1,120}[）)]/g, words)) {
    const bracket = {start: block.start + match.index, end: block.start + match.index + match[0].length}
    if (contains(bracket, phrase)) return bracket
  }
  const sentence = report.sentenceAt(phrase.start)
  return sentence ? {start: sentence.start, end: sentence.end} : {start: block.start, end: block.end}
}
