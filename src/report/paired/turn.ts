import {bounded, leaning, sum} from '../../language/leaning.ts'
import {matchesOf} from '../../language/matches.ts'
import {admitsFault, tellsAction, tellsDone, tellsRemedy} from '../../language/tone.ts'
import type {Piece} from '../marks.ts'

/** What the sentences behind a turn must say together to be an answer: little, since nearly every item has one. */
const LEAST = -0.5
/** From here on a sentence surely tells what was done. */
const SURE = 2

/**
 * Of an item in several paragraphs the one from which it tells what was done: each paragraph tells one thing. Undefined
 * where the turn lies within a paragraph. A heading alone is not yet all of the problem.
 */
export function turnAtBlock(text: string, pieces: readonly Piece[]): number | undefined {
  if (pieces.length < 2) return undefined
  const sentences = pieces.map(({body, end}) => leaningsOf(sentencesIn(text.slice(body, end))))
  const isHead = !/[。；]/.test(text.slice(pieces[0]?.start, pieces[0]?.end))
  const turn = turnOfScores(sentences.map(sum), isHead && pieces.length > 2 ? 2 : 1)
  if (turn === undefined) return undefined
  const opening = sentences[turn]?.[0] ?? 0
  return opening > (isHead && turn === 1 ? 0 : -SURE) ? turn : undefined
}

/** What 已 adds to a sentence that does not read like a fault. */
const DONE = 2

/** The sentence from which an item tells what was done: before it they read like faults, from it on like measures. */
export function turnOf(sentences: readonly string[]): number | undefined {
  if (sentences.length < 2) return undefined
  const scores = leaningsOf(sentences)
  // 关于“…”的问题。 is all of a problem that others have named
  const isNamed = /^关于.+问题。$/.test(sentences[0] as string)
  if (isNamed && sum(scores.slice(1)) > 0) return 1
  const turn = turnOfScores(scores, goesOn(sentences, scores) ? 2 : 1)
  // 查出漏签的3份，已补签2份，余下1份本人在外。: an answer that tells what is left reads like a fault
  return turn ?? (isNamed && tellsAction(sentences[1] as string) ? 1 : undefined)
}

/** 固定资产账实有出入。3台设备没有入账。已于3月补登。: behind a short head the fault itself is told. */
function goesOn([head = '', fault = '', ...rest]: readonly string[], scores: readonly number[]): boolean {
  if (!rest.length || !/^[^，；：\d]{4,16}。$/.test(head.trim())) return false
  return admitsFault(fault) && !tellsRemedy(fault.trim()) && (scores[1] ?? 0) < SURE
}

/** Where what stands before reads most like a fault, and what stands behind like what was done about it. */
function turnOfScores(scores: readonly number[], first: number): number | undefined {
  let best: number | undefined
  let most = Number.NEGATIVE_INFINITY
  for (let at = first; at < scores.length; at++) {
    const behind = sum(scores.slice(at))
    const total = behind - sum(scores.slice(0, at))
    if (behind >= LEAST && total > most) [best, most] = [at, total]
  }
  return best
}

const sentencesIn = (words: string): string[] => matchesOf(/[^。；]+[。；]?/g, words).map(([sentence]) => sentence)

/** How each sentence leans; one that only explained itself did nothing. */
const leaningsOf = (sentences: readonly string[]): number[] =>
  sentences.map((words) => {
    if (/(作|做|进行)了?(出|过)?(情况)?说明。?$/.test(words)) return -1
    const score = leaning(words.trim())
    return bounded(score > 0 && tellsDone(words) ? score + DONE : score)
  })
