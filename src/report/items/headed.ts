import type {Draft} from '../../draft/draft.ts'
import {flatMap} from '../../draft/flat-map.ts'
import type {Span} from '../../draft/span.ts'
import {matchesOf} from '../../language/matches.ts'
import {tellsAction} from '../../language/tone.ts'
import {withoutClosing} from '../flow.ts'
import type {RawItem, RawItems} from '../items.ts'
import {labelOf} from '../labels.ts'
import type {Piece} from '../marks.ts'
import {hasMeasureLabel} from '../paired/labels.ts'
import {pairedItems} from '../paired.ts'
import {answeredLength} from '../roles.ts'
import type {Section} from '../sections.ts'

const headingProblem = (section: Section): RawItem => section.title ?? {start: section.start, end: section.start}

/** A part whose heading is the problem: below it stand labelled answers, or plain sentences that tell what was done. */
export function headedItems(draft: Draft, section: Section): RawItems {
  const {text} = draft
  const pieces = withoutClosing(text, section.pieces)
  const problem = headingProblem(section)
  const answered = answeredLength(text.slice(problem.start, problem.end))
  if (answered) return pairedItems(draft, {...problem, end: problem.start + answered}, pieces, {isAnswered: true})
  const [opening] = pieces
  const isLabelled = opening !== undefined && labelOf(text, opening)?.role === 'problem'
  if (isLabelled || pieces.some((piece) => hasMeasureLabel(text, piece))) return pairedItems(draft, problem, pieces)
  const told = flatMap(pieces, (piece) => sentenceSpans(text, piece))
  const first = told.findIndex((sentence) => tellsAction(text.slice(sentence.start, sentence.end)))
  const last = told.at(-1)
  const begin = told[first]
  if (!begin || !last) return {problems: [problem], measures: []}
  return {problems: [problem], measures: [{start: begin.start, end: last.end, under: problem}]}
}

function sentenceSpans(text: string, piece: Piece): Span[] {
  const words = text.slice(piece.body, piece.end)
  return matchesOf(/[^。！？]+[。！？]?/g, words).map((match) => ({
    start: piece.body + match.index,
    end: piece.body + match.index + match[0].length,
  }))
}
