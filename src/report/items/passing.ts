import type {Draft} from '../../draft/draft.ts'
import {flatMap} from '../../draft/flat-map.ts'
import type {Span} from '../../draft/span.ts'
import {leaning} from '../../language/leaning.ts'
import {matchesOf} from '../../language/matches.ts'
import {admitsFault, TURN} from '../../language/tone.ts'
import type {RawItem} from '../items.ts'
import {announces} from '../phrases/announcing.ts'
import type {Section} from '../sections.ts'
import {ofPiece} from '../wording.ts'

/** Longest sentence without a figure that leads from what was done to the problems: 但收费不规范的情况仍有发生。 */
const LONGEST_TRANSITION = 30

/**
 * Problems that a report admits in passing, behind 但 or 不过, while it tells what was done.
 * @param next the part that follows: what stands right before the problems and names no fact only leads to them
 */
export function faultsInPassing({text}: Draft, section: Section, next: Section | undefined): RawItem[] {
  const found = flatMap(section.pieces, (piece) =>
    faultsIn(text, piece).map(({start, end}) => ({start: piece.start + start, end: piece.start + end})),
  )
  if (next?.role !== 'problems' && next?.role !== 'problems-plan') return found
  return found.filter(({start, end}) => {
    const words = text.slice(start, end)
    return !SUMS_UP.test(words) && (end < section.end || end - start > LONGEST_TRANSITION || /\d/.test(words))
  })
}

/** 但采购中确有不规范之处，涉及6笔、2.1万元： what the problems below amount to together. */
const SUMS_UP =
  /^[^，。；\d]{0,30}(?:有|存在)[^，。；\d]{0,12}(?:问题|不足|之处|地方|行为|情形|情况|现象)，(?:共|合计|总共)?(?:涉及|查出|发现)/

/** Counted from the piece's start. */
const faultsIn = ofPiece((text, piece): readonly Span[] => {
  if (piece.block.kind === 'cell') return []
  const words = text.slice(piece.body, piece.end)
  const body = piece.body - piece.start
  return flatMap(matchesOf(TURN, words), (match) => {
    const start = match.index + match[0].length - (match[1] as string).length - (/[，,]$/.test(match[0]) ? 1 : 0)
    const stop = words.slice(start).search(/[。；！？]/)
    const end = stop < 0 ? words.length : start + stop + 1
    const told = words.slice(start, end)
    // 但…，主要有以下五个问题： only says that they follow
    if (announces(told)) return []
    return admitsFault(told) || leaning(told) < -1 ? [{start: body + start, end: body + end}] : []
  })
})
