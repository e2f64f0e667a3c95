import {bounded, leaning, sum} from '../language/leaning.ts'
import {matchesOf} from '../language/matches.ts'
import {admitsFault, tellsAction} from '../language/tone.ts'
import {isClosing, isIntroduction} from './flow.ts'
import type {Piece} from './marks.ts'
import {announces} from './phrases/announcing.ts'
import {deniesProblems} from './phrases/problems-begin.ts'
import type {Report} from './report.ts'
import {LONGEST_LINE} from './sections/heads.ts'
import {tellsSound} from './sound.ts'
import {answersFault, turnWithin} from './within.ts'
import {ofPiece} from './wording.ts'

/** 先说账。 is too short to be weighed. */
const SHORTEST = 8

/** What the sentences of some words lean to, one by one: below 0 to a fault, above 0 to what is done about one. */
const sentenceScores = (words: string): number[] =>
  matchesOf(/[^。；！？]+[。；！？]?/g, words)
    .map(([sentence]) => sentence.trim())
    .filter((sentence) => sentence.length >= SHORTEST && !deniesProblems(sentence))
    .map((sentence) => bounded(leaning(sentence)))

/** An introduction leans to nothing, whatever its words. */
const leaningsOf = ofPiece((text, piece): readonly number[] =>
  isIntroduction(text, piece) ? [] : sentenceScores(text.slice(piece.body, piece.end)),
)

interface Paragraph {
  readonly first: Piece
  readonly scores: readonly number[]
}

/** Blocks with what their sentences lean to; without what closes the report. */
function paragraphsOf(text: string, pieces: readonly Piece[]): Paragraph[] {
  const paragraphs: {first: Piece; scores: number[]}[] = []
  for (const piece of pieces) {
    if (piece.block.kind === 'cell' || isClosing(text, piece)) continue
    const last = paragraphs.at(-1)
    if (last?.first.block === piece.block) last.scores.push(...leaningsOf(text, piece))
    else paragraphs.push({first: piece, scores: [...leaningsOf(text, piece)]})
  }
  return paragraphs
}

const mean = (values: readonly number[]): number => (values.length ? sum(values) / values.length : 0)

const scoresOf = (paragraphs: readonly Paragraph[]): number[] => paragraphs.flatMap(({scores}) => scores)

/** From which paragraph on all that follows reads most like what is done about faults. */
function turnOf(paragraphs: readonly Paragraph[]): number | undefined {
  let best: number | undefined
  let most = Number.NEGATIVE_INFINITY
  let behindIt = 0
  for (let at = paragraphs.length - 1; at >= 1; at--) {
    behindIt += sum((paragraphs[at] as Paragraph).scores)
    // a line that introduces the plan leans to nothing, and belongs to it
    if (behindIt >= most) [best, most] = [at, behindIt]
  }
  if (best === undefined) return undefined
  // a list is of one kind as a whole
  while (best > 1 && ((paragraphs[best] as Paragraph).first.mark?.value ?? 1) > 1) best--
  if (goesOnWith(paragraphs[best - 1], paragraphs[best])) return undefined
  if (best > 1 && !paragraphs[best - 1]?.scores.length && (paragraphs[best] as Paragraph).first.mark) best--
  return arePlan(scoresOf(paragraphs.slice(best))) ? best : undefined
}

const arePlan = (scores: readonly number[]): boolean =>
  scores.length >= 2 && mean(scores) >= 1 && scores.filter((score) => score > 0).length >= scores.length * 0.6

/** Whether what stands below a heading that says nothing of it tells what will be done: 三、限期办结清单. */
export const readsLikePlan = (text: string, pieces: readonly Piece[]): boolean =>
  arePlan(scoresOf(paragraphsOf(text, pieces)))

/** Whether what stands below a heading that says nothing of it tells faults: 二、各组发言. */
export function readsLikeFaults(text: string, pieces: readonly Piece[]): boolean {
  const told = paragraphsOf(text, pieces).filter(({scores}) => scores.length)
  // what is told of work may end with a fault
  const opening = told.filter(({scores}) => (scores[0] as number) <= -2.5)
  const sure = opening.filter(({first}) => admitsFault(text.slice(first.body, first.block.end)))
  return sure.length >= 2 && opening.length >= told.length * 0.75 && areFaults(told)
}

/** Item 2 of a list that holds faults with their answers opens no plan. */
const goesOnWith = (before: Paragraph | undefined, paragraph: Paragraph | undefined): boolean => {
  const [last, mark] = [before?.first.mark, paragraph?.first.mark]
  return mark?.value !== undefined && mark.value === (last?.value ?? Number.NaN) + 1 && mark.kind === last?.kind
}

const areFaults = (paragraphs: readonly Paragraph[]): boolean =>
  mean(scoresOf(paragraphs)) <= -1.5 && paragraphs.every(({scores}) => mean(scores) <= 1)

/**
 * Where a plan begins that nothing announces: the paragraphs before read like faults, those from there on like what is done
 * about them. Undefined where they do so by turns, or not clearly.
 * @param pieces the problems and all that stands behind them, up to the next part
 */
export function unannouncedPlan(text: string, pieces: readonly Piece[]): number | undefined {
  const paragraphs = paragraphsOf(text, pieces)
  const turn = turnOf(paragraphs)
  return turn !== undefined && areFaults(paragraphs.slice(0, turn)) ? paragraphs[turn]?.first.start : undefined
}

/** Where problems begin that nothing announces, and the plan behind them: the paragraphs before that plan read like faults. */
export function unannouncedParts(
  text: string,
  pieces: readonly Piece[],
): {readonly problems: number; readonly plan: number} | undefined {
  const paragraphs = paragraphsOf(text, pieces)
  const turn = turnOf(paragraphs)
  if (turn === undefined) return undefined
  let from = turn
  for (let at = turn - 1; at >= 0; at--) {
    const {first, scores} = paragraphs[at] as Paragraph
    const goesOn = first.mark !== undefined && first.mark.kind === paragraphs[at + 1]?.first.mark?.kind
    if (mean(scores) > -1 && !goesOn) break
    if (goesOn || (mean(scores) <= -2 && admitsFault(text.slice(first.body, first.block.end)))) from = at
  }
  const faults = paragraphs.slice(from, turn)
  if (scoresOf(faults).length < 2 || !areFaults(faults)) return undefined
  const above = paragraphs[from - 1]
  const begins = above && !above.scores.length && isLine(above.first) ? above : (paragraphs[from] as Paragraph)
  return {problems: begins.first.start, plan: (paragraphs[turn] as Paragraph).first.start}
}

/** What may be a heading, whatever its words. */
const isLine = ({block}: Piece): boolean => block.end - block.start <= LONGEST_LINE

/** A fault with what was done about it, a fault alone, what may be either, or that nothing was wrong. */
type Tone = 'answered' | 'fault' | 'unclear' | 'sound'

/** Undefined where the first sentence does not read like a fault. */
const toneFor = (isHeaded: boolean) =>
  ofPiece((text, piece): Tone | undefined => {
    if (piece.block.kind === 'cell' || isIntroduction(text, piece)) return undefined
    const words = text.slice(piece.body, piece.end)
    if (turnWithin(/^[^。！？]*/.exec(words)?.[0] ?? '', isHeaded) !== undefined) return 'answered'
    const scores = sentenceScores(words)
    if ((scores[0] ?? 0) >= 0) return tellsSound(words) ? 'sound' : undefined
    const total = sum(scores)
    let before = 0
    const isAnswered = scores.some((score) => {
      const behind = total - before
      if (before <= -1.5 && behind >= 0.5 && behind - before >= 4) return true
      before += score
      return false
    })
    if (isAnswered) return 'answered'
    if (tellsSound(words)) return 'sound'
    return mean(scores) <= -2 && admitsFault(words) ? 'fault' : 'unclear'
  })
const toneOf = toneFor(false)
const toneBelowHeading = toneFor(true)

/** Problems one behind the other, each with its answer in the same paragraph. */
export interface Run {
  readonly start: number
  /** Where what stands behind them begins. */
  readonly rest: Piece | undefined
}

/** How many answered ones tell that a part holds problems and answers: fewer where its heading says that it lists problems. */
const LEAST = 3
const LEAST_HEADED = 2
const SHARE = 0.6

/** The first run of paragraphs, or of items of one list, most of which tell a fault and what was done about it. */
export function answeredRun(text: string, pieces: readonly Piece[], isHeaded = false): Run | undefined {
  const least = isHeaded ? LEAST_HEADED : LEAST
  const openings = pieces.filter(({opensBlock, mark}) => opensBlock || mark)
  for (let from = 0, at = from; from < openings.length; from = Math.max(at, from + 1)) {
    const kind = openings[from]?.mark?.kind
    let answered = 0
    let sound = 0
    let others = 0
    let to = from
    for (at = from; at < openings.length; at++) {
      const piece = openings[at] as Piece
      const tone = (isHeaded ? toneBelowHeading : toneOf)(text, piece)
      if (piece.mark?.kind !== kind || (!kind && (!tone || tone === 'sound' || (tone === 'unclear' && at === from))))
        break
      if (tone === 'answered') answered++
      else if (tone === 'sound') sound++
      else if (!tone) others++
      // a list is all of one kind; behind plain paragraphs others may stand
      if (kind || tone !== 'unclear') to = at + 1
    }
    const all = to - from - sound
    if (answered >= least && answered >= (all - others) * SHARE && answered * 2 >= all) {
      const before = openings[from - 1]
      const first = before && isIntroduction(text, before) ? before : (openings[from] as Piece)
      return {start: first.start, rest: openings[to]}
    }
  }
  return undefined
}

/**
 * The first paragraph most of whose sentences tell a fault, then what was done about it (网破了，已换新网；池子漏水，已补好。), or
 * whose sentences do so by turns.
 */
export function answeredSentences(text: string, pieces: readonly Piece[], isHeaded: boolean): Run | undefined {
  for (const [index, piece] of pieces.entries()) {
    // 查出的问题： may be cut from the first as its heading
    if (piece.mark || (index && !piece.opensBlock) || piece.block.kind !== 'paragraph') continue
    const start = (isHeaded ? answeredBelowHeading : answeredFrom)(text, piece)
    if (start === undefined) continue
    return {start: piece.start + start, rest: pieces.slice(index + 1).find(({opensBlock}) => opensBlock)}
  }
  return undefined
}

/** Counted from the piece's start: where the first such sentence begins, or the one that announces it. */
const answeredFor = (isHeaded: boolean) =>
  ofPiece((text, piece): number | undefined => {
    const least = isHeaded ? LEAST_HEADED : LEAST
    const sentences = matchesOf(/[^。；！？]+[。；！？]?/g, text.slice(piece.body, piece.end))
    if (sentences.length < least) return undefined
    const told = sentences.map(([sentence]) => sentence.trim().replace(LEAD, ''))
    const kinds = told.map((sentence, at) => kindOf(sentence, told[at - 1] ?? '', isHeaded))
    const isAnswered = kinds.map((kind, at) => kind === 'answered' || (kind === 'fault' && kinds[at + 1] === 'answer'))
    const first = isAnswered.indexOf(true)
    const many = isAnswered.filter(Boolean).length
    const all = kinds.slice(first, isAnswered.lastIndexOf(true) + 1).filter((kind) => kind !== 'answer').length
    if (many < least || many < all * SHARE) return undefined
    const above = sentences[first - 1]
    const opening = above && announces(above[0].trim()) ? above : (sentences[first] as RegExpExecArray)
    return piece.body - piece.start + opening.index
  })
const answeredFrom = answeredFor(false)
const answeredBelowHeading = answeredFor(true)

/** 查出的问题都在这里：… */
const LEAD = /^[^，：]{2,24}：/

function kindOf(sentence: string, before: string, isHeaded: boolean): 'answered' | 'answer' | 'fault' | undefined {
  if (turnWithin(sentence, isHeaded) !== undefined) return 'answered'
  if (answersFault(sentence, before)) return 'answer'
  return leaning(sentence) <= -1 && !deniesProblems(sentence) ? 'fault' : undefined
}

/** How many sentences surely tell a fault, and how many surely tell what is done about one. */
export function tones(report: Report): {readonly faults: number; readonly answers: number} {
  let faults = 0
  let answers = 0
  for (const sentence of report.sentences) {
    const words = report.words(sentence)
    const score = leaning(words)
    if (score < -3 && admitsFault(words) && !deniesProblems(words)) faults++
    else if (score > 2 && tellsAction(words)) answers++
  }
  return {faults, answers}
}
