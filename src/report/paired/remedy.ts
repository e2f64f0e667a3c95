import type {Span} from '../../draft/span.ts'
import {leaning} from '../../language/leaning.ts'
import {matchesOf} from '../../language/matches.ts'
import {admitsFault, tellsRemedy} from '../../language/tone.ts'
import {isSlogan} from '../../language/vague.ts'
import {trimItem} from '../ends.ts'
import type {RawItem, RawItems} from '../items.ts'
import {turnWithin} from '../within.ts'
import {turnOf} from './turn.ts'

/**
 * A problem whose own paragraph goes on to say what was done: cut there.
 * @param isCombined the part is said to hold both, so that an answer needs no word of its own to begin with
 */
export function splitRemedy(
  text: string,
  problem: RawItem,
  measures: readonly RawItem[],
  fields: readonly Span[],
  isCombined = false,
): RawItems {
  if (measures.length) return {problems: [problem], measures}
  const words = text.slice(problem.start, problem.end)
  const cut = isCombined
    ? (commaOf(words) ?? commaIn(words) ?? turnIn(words, true) ?? slogansIn(words))
    : turnIn(words, false)
  if (cut === undefined) return {problems: [problem], measures: []}
  const at = problem.start + cut
  const before = {...problem, end: trimItem(text, problem.start, words.charAt(cut - 1) === '，' ? at - 1 : at)}
  return {problems: [before], measures: [{start: at, end: problem.end, under: before, fields}]}
}

/** The sentence of some words with which they turn to what was done. */
function turnIn(words: string, isCombined: boolean): number | undefined {
  const sentences = matchesOf(/[^。；]+[。；]?/g, words)
  const told = sentences.findIndex(({0: sentence}, index) => index > 0 && tellsRemedy(sentence.trimStart()))
  const found = isCombined ? turnOf(sentences.map(([sentence]) => sentence)) : undefined
  const turn = sentences[found ?? told]
  return turn && turn.index + (/^\s*/.exec(turn[0])?.[0].length ?? 0)
}

/** 锁坏了。进一步提高思想认识，切实加强管理。: where the slogans begin with which a fault is answered at its end. */
function slogansIn(words: string): number | undefined {
  const sentences = matchesOf(/[^。；\s][^。；]*[。；]?/g, words)
  const fault = sentences.findLastIndex(({0: sentence}) => !isSlogan(sentence))
  const told = sentences[fault]?.[0] ?? ''
  return admitsFault(told) && leaning(told) < 0 ? sentences[fault + 1]?.index : undefined
}

/** How much more the words behind a comma must read like an answer than those before it. */
const CLEARLY = 4

/** Each of its commas is weighed. */
const LONGEST_SENTENCE = 200

/** 针对车棚漏雨，油桶没有盖子，8月底前修好: behind which comma the answer begins. */
function commaOf(words: string): number | undefined {
  if (!words.startsWith('针对')) return undefined
  const [sentence] = words.split(/[。；]/, 1) as [string]
  if (sentence.length > LONGEST_SENTENCE) return undefined
  const clauses = sentence.slice('针对'.length).split('，')
  let best: number | undefined
  let most = CLEARLY
  let at = '针对'.length
  let last = leaning(clauses[0] as string)
  for (const [index, clause] of clauses.slice(1).entries()) {
    at += (clauses[index] as string).length + 1
    const next = leaning(clause)
    const behind = leaning(sentence.slice(at))
    const total = behind - leaning(sentence.slice('针对'.length, at))
    // one more clause of the problem does not turn
    if (next > last && behind > 0 && total > most) [best, most] = [at, total]
    last = next
  }
  return best
}

/** 锁坏了，已换锁芯。 behind which comma of the first sentence the answer begins. */
function commaIn(words: string): number | undefined {
  const [sentence] = words.split('。', 1) as [string]
  return turnWithin(sentence, true)
}
