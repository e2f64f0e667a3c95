import type {Draft} from '../../draft/draft.ts'
import {flatMap} from '../../draft/flat-map.ts'
import type {Span} from '../../draft/span.ts'
import {leaning} from '../../language/leaning.ts'
import {matchesOf} from '../../language/matches.ts'
import {admitsFault, TURN} from '../../language/tone.ts'
import type {RawItem} from '../items.ts'
import type {Section} from '../sections.ts'
import {ofPiece} from '../wording.ts'

/** Problems that a report admits in passing, behind 但 or 不过, while it tells what was done. */
export const faultsInPassing = ({text}: Draft, {pieces}: Section): RawItem[] =>
  flatMap(pieces, (piece) =>
    faultsIn(text, piece).map(({start, end}) => ({start: piece.start + start, end: piece.start + end})),
  )

/** Counted from the piece's start. */
const faultsIn = ofPiece((text, piece): readonly Span[] => {
  if (piece.block.kind === 'cell') return []
  const words = text.slice(piece.body, piece.end)
  const body = piece.body - piece.start
  return flatMap(matchesOf(TURN, words), (match) => {
    const start = match.index + match[0].length - (match[1] as string).length - (/[，,]$/.test(match[0]) ? 1 : 0)
    const stop = words.slice(start).search(/[。；！？]/)
    const end = stop < 0 ? words.length : start + stop + 1
    return admitsFault(words.slice(start, end)) || leaning(words.slice(start, end)) < -1
      ? [{start: body + start, end: body + end}]
      : []
  })
})
