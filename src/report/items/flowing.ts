import type {Draft} from '../../draft/draft.ts'
import {flatMap} from '../../draft/flat-map.ts'
import type {Span} from '../../draft/span.ts'
import {tellsRemedy} from '../../language/tone.ts'
import {flowItems} from '../flow.ts'
import type {RawItem, RawItems} from '../items.ts'
import type {Piece} from '../marks.ts'
import {splitAssigned} from '../paired/assigned.ts'
import {splitRemedy} from '../paired/remedy.ts'
import type {Section} from '../sections.ts'
import {answersFault} from '../within.ts'

/** Problems and fixes in running text, sentence by sentence: 门卫登记不全。已重新登记。库房没有上锁，当天加了锁。 */
export function flowingItems(draft: Draft, pieces: readonly Piece[], role: Section['role']): RawItems {
  const items = flowItems(draft, pieces)
  if (role === 'problems') {
    const told = items
      .filter((item) => !tellsRemedyOnly(draft.text, item))
      .map((item) => splitAssigned(draft.text, item))
    return {problems: flatMap(told, (found) => found.problems), measures: flatMap(told, (found) => found.measures)}
  }
  const problems: RawItem[] = []
  const measures: RawItem[] = []
  for (const item of items) {
    const words = wordsOf(draft.text, item)
    const last = problems.at(-1)
    if (
      last &&
      (tellsRemedy(firstSentence(words)) || (isOpen(last, measures) && answersFault(words, wordsOf(draft.text, last))))
    )
      measures.push({...item, under: last})
    else {
      const found = splitRemedy(draft.text, item, [], [], true)
      problems.push(...found.problems)
      measures.push(...found.measures)
    }
  }
  return {problems, measures}
}

const isOpen = (problem: RawItem, measures: readonly RawItem[]): boolean => measures.at(-1)?.under !== problem

const wordsOf = (text: string, {start, end}: Span): string => text.slice(start, end)

const firstSentence = (words: string): string => words.slice(0, words.indexOf('。') + 1 || words.length)

const tellsRemedyOnly = (text: string, item: Span): boolean =>
  /^(针对|对此|下一?步|今后|以上问题|上述问题|这些问题)/.test(wordsOf(text, item))
