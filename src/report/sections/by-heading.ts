import {tellsRemedy} from '../../language/tone.ts'
import type {Entry} from '../entries.ts'
import {opensPlan} from '../flow-starts.ts'
import type {Piece} from '../marks.ts'
import type {Cut} from './cut.ts'
import {
  answerHeads,
  asCombined,
  assignRoles,
  CORE,
  type Head,
  heldIn,
  isProblemFirst,
  LONGEST_LINE,
  levelOf,
  says,
  topHeads,
} from './heads.ts'

export function cutAtHeads(
  text: string,
  all: readonly Head[],
  body: readonly Piece[],
  entries: readonly Entry[],
): Cut[] {
  const {level, heads: found} = topHeads(text, all)
  const heads = isProblemFirst(text, found) && isAnsweredBehind(text, found, body) ? [] : found
  const chosen = answerHeads(text, heldIn(text, asCombined(text, heads, body), all, body), entries)
  if (
    level !== 'line' &&
    !level.startsWith('#') &&
    !says(chosen, 'problems', 'problems-plan') &&
    !isProblemFirst(text, chosen)
  )
    chosen.push(...all.filter(({piece, said}) => levelOf(piece) === 'line' && CORE.has(said)))
  chosen.sort((a, b) => a.piece.start - b.piece.start)
  assignRoles(text, chosen)
  if (!chosen.some(({role}) => role === 'problems' || role === 'problems-plan')) {
    // 一、工作情况 （一）主要做法 （二）存在问题 （三）下步打算
    const deeper = all.filter(
      (head) =>
        !chosen.includes(head) &&
        CORE.has(head.said) &&
        !entries.some((entry) => entry.head === head.piece) &&
        head.title.end - head.title.start <= LONGEST_LINE &&
        levelOf(head.piece) !== 'line',
    )
    if (deeper.some(({said}) => said === 'problems' || said === 'problems-plan')) {
      assignRoles(text, deeper)
      chosen.push(...deeper)
    }
  }
  return chosen.map(({piece, title, role = 'other', isProblem = false}) => ({at: piece.start, role, title, isProblem}))
}

/**
 * 一、… 二、… that tell one fault each and stand one right behind the other are no headings where a list of what is to be done
 * follows: 会议议定以下事项：1.… 2.…
 */
function isAnsweredBehind(text: string, heads: readonly Head[], body: readonly Piece[]): boolean {
  const [opening] = heads
  const first = opening ? body.indexOf(opening.piece) : -1
  if (!heads.every(({piece}, at) => piece.mark && piece === body[first + at] && piece.opensBlock)) return false
  if (heads.some(({piece}) => tellsRemedy(text.slice(piece.body, piece.end)))) return false
  const behind = body.slice(first + heads.length)
  const plan = behind.findIndex((piece) => opensPlan(text, piece))
  return plan >= 0 && behind[plan + 1]?.mark?.value === 1 && !behind.slice(0, plan).some(({mark}) => mark)
}
