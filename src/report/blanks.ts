import type {Draft} from '../draft/draft.ts'
import {inOrder, type Span, touchesAny} from '../draft/span.ts'
import {findEmptyFrames} from './blanks/frames.ts'
import {findInstructions} from './blanks/instructions.ts'
import {findRuns} from './blanks/runs.ts'
import {findLostDigits} from './blanks/silent.ts'
import type {UserData} from './user-data.ts'

/**
 * What is missing. `number` *次, `date` X月, `name` **机关 (a body, place or person), `word` 党管** (masked by the page
 * that the text was copied from), `letters` XX or 待定 that stand for anything, `instruction` （此处填写月份）,
 * `frame` 《》 and 为 %, `silent` digits that are simply gone: 占地面积平方米.
 */
export type BlankKind = 'number' | 'date' | 'name' | 'word' | 'letters' | 'instruction' | 'frame' | 'silent'

/** What was never filled in: exactly the characters that a writer must replace together. */
export interface Blank extends Span {
  readonly kind: BlankKind
  /** The word that it is a blank of: the classifier behind it (次), the end of the name (机关), 年 月 日; empty when unknown. */
  readonly of: string
}

/** What was never filled in, sorted, disjoint. */
export function findBlanks(draft: Draft, user: UserData): readonly Blank[] {
  const {text, verbatim} = draft
  const excused = inOrder([...verbatim, ...spansOf(text, user.names)])
  const found = [
    ...spansOf(text, user.placeholders).map((span): Blank => ({...span, kind: 'letters', of: ''})),
    ...findInstructions(draft),
    ...findRuns(draft),
    ...findEmptyFrames(draft),
    ...findLostDigits(draft),
  ]
  return outermost(found.filter((blank) => !touchesAny(excused, blank)))
}

/** Every place where one of the words stands. */
function spansOf(text: string, words: readonly string[]): Span[] {
  const spans: Span[] = []
  for (const word of words) {
    if (!word) continue
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      spans.push({start: at, end: at + word.length})
  }
  return inOrder(spans)
}

/** Of blanks that overlap the one that starts first, or of two that start together the longer. */
function outermost(blanks: readonly Blank[]): Blank[] {
  const kept: Blank[] = []
  for (const blank of inOrder(blanks)) if (blank.start >= (kept.at(-1)?.end ?? 0)) kept.push(blank)
  return kept
}
