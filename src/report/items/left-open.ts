import type {Draft} from '../../draft/draft.ts'
import {flatMap} from '../../draft/flat-map.ts'
import {moved, type Span} from '../../draft/span.ts'
import {leaning} from '../../language/leaning.ts'
import {matchesOf} from '../../language/matches.ts'
import type {RawItems} from '../items.ts'
import type {Section} from '../sections.ts'
import {ofPiece} from '../wording.ts'

/** What is still open behind what was done, and by when it will be settled: 还有4份没有补签，由办公室6月底前补齐。 */
const OPEN =
  /(?:还|尚|仍)有\d{1,4}[^，。；]{1,20}(?:没有?|未)[^，。；]{1,12}，(?=[^。；]{0,60}\d[月日](?:底|[上中下]旬)?前)/
/** One of these is in all that OPEN finds. */
const LEFT = ['还有', '尚有', '仍有']
/** 关于“台账不全”， names the matter. */
const NAMES = /^\s*关于“[^”]{2,40}”(?:问题)?[，：]/

/** What a part that tells what was done leaves open: each with its answer. */
export function leftOpen({text}: Draft, {start, end, pieces}: Section): readonly RawItems[] {
  const words = text.slice(start, end)
  if (!LEFT.some((word) => words.includes(word))) return NOTHING
  return flatMap(pieces, (piece) =>
    openIn(text, piece).map(({fault, answer}) => {
      const problem = moved(fault, piece.start)
      return {problems: [problem], measures: [{...moved(answer, piece.start), under: problem}]}
    }),
  )
}

const NOTHING: readonly RawItems[] = []

interface Open {
  readonly fault: Span
  readonly answer: Span
}

/** Counted from the piece's start. */
const openIn = ofPiece((text, piece): readonly Open[] => {
  const words = text.slice(piece.body, piece.end)
  if (piece.block.kind === 'cell' || !words.includes('前')) return []
  const body = piece.body - piece.start
  return flatMap(matchesOf(/[^。；]+[。；]?/g, words), ({index, 0: sentence}): Open[] => {
    const open = OPEN.exec(sentence)
    if (!open) return []
    const turn = open.index + open[0].length
    if (leaning(sentence.slice(turn)) <= 0) return []
    const start = body + index
    return [
      {
        fault: {start: start + (NAMES.exec(sentence)?.[0].length ?? 0), end: start + turn},
        answer: {start: start + turn, end: start + sentence.length},
      },
    ]
  })
})
