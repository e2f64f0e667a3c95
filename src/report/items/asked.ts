import type {Draft} from '../../draft/draft.ts'
import {flatMap} from '../../draft/flat-map.ts'
import type {Span} from '../../draft/span.ts'
import {leaning} from '../../language/leaning.ts'
import {matchesOf} from '../../language/matches.ts'
import {admitsFault} from '../../language/tone.ts'
import {trimItem} from '../ends.ts'
import type {RawItem, RawItems} from '../items.ts'
import {labelOf} from '../labels.ts'
import type {Piece} from '../marks.ts'
import {pairedItems} from '../paired.ts'

/** 是的。 in front of what was found. */
const YES_OR_NO =
  /^(?:(?:答|答复|回复)[：:]\s?)?(?:(?:是的?|不是|有的?|没有|对|属实|确实(?:如此|有)?|情况属实|[大各][家位][^。！，]{0,10}|说得对)[。！]\s?)?/

/**
 * One answer to a question: a fault, further ones behind 另外， and what is done about them.
 * @param isFault it is known to admit one: what is in order before that is no part of it
 */
export function askedItems(draft: Draft, pieces: readonly Piece[], isFault = false): RawItems {
  const {text} = draft
  const answer = pieces.findIndex((piece) => labelOf(text, piece)?.role === 'measure')
  const groups = groupsOf(answer < 0 ? pieces : pieces.slice(0, answer))
  if (answer < 0) {
    const found = groups.map((group) => {
      const opening = openingOf(text, group)
      return pairedItems(draft, isFault ? faultOf(text, opening) : opening, group.slice(1), {isCombined: true})
    })
    return {problems: flatMap(found, ({problems}) => problems), measures: flatMap(found, ({measures}) => measures)}
  }
  const problems = groups.map((group): RawItem => ({...openingOf(text, group), end: (group.at(-1) as Piece).end}))
  return {problems, measures: answersTo(text, problems, pieces.slice(answer))}
}

/** 另外，… tells one more fault. */
function groupsOf(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = []
  for (const piece of pieces) {
    const last = groups.at(-1)
    if (last && !piece.mark) last.push(piece)
    else groups.push([piece])
  }
  return groups
}

/** The first piece of some, behind its label and a bare yes or no. */
function openingOf(text: string, [first]: readonly Piece[]): Span {
  const {body, end} = first as Piece
  const from = body + (labelOf(text, first as Piece)?.length ?? 0)
  return {start: from + (YES_OR_NO.exec(text.slice(from, end))?.[0].length ?? 0), end}
}

/** 共有12具灭火器。2具已经过期。 what is in order stands before the fault that an answer admits. */
function faultOf(text: string, {start, end}: Span): Span {
  const sentences = matchesOf(/[^。！？]+[。！？]?/g, text.slice(start, end))
  const first = sentences.findIndex(({0: words}) => admitsFault(words) || leaning(words) < SURELY)
  const fault = sentences[first]
  const isSure = fault !== undefined && admitsFault(fault[0]) && leaning(fault[0]) < SURELY
  return isSure ? {start: start + fault.index, end} : {start, end}
}

/** What a sentence must lean to that surely tells a fault. */
const SURELY = -1

/** 我们这样改：… over one sentence for each of the faults, or all together. */
function answersTo(text: string, problems: readonly RawItem[], pieces: readonly Piece[]): RawItem[] {
  const [first] = pieces as [Piece]
  const start = first.body + (labelOf(text, first)?.length ?? 0)
  const end = trimItem(text, start, (pieces.at(-1) as Piece).end)
  const sentences = matchesOf(/[^。！？\s][^。！？]*[。！？]?/g, text.slice(start, end))
  if (problems.length > 1 && sentences.length === problems.length)
    return sentences.map(({index, 0: words}, at) => ({
      start: start + index,
      end: start + index + words.length,
      under: problems[at],
    }))
  return end > start ? [{start, end, under: problems.length === 1 ? problems[0] : undefined}] : []
}
