import type {Draft} from '../../draft/draft.ts'
import type {Span} from '../../draft/span.ts'
import {arrowList} from '../arrows.ts'
import {type Asked, findAsked} from '../asked.ts'
import {answersClause, type Clauses} from '../clauses.ts'
import type {Entry} from '../entries.ts'
import {isClosing, isIntroduction} from '../flow.ts'
import {opensPlan} from '../flow-starts.ts'
import {labelOf} from '../labels.ts'
import type {Piece} from '../marks.ts'
import {beginsPlan} from '../phrases/plan-begins.ts'
import {isSiteLine} from '../site-blocks.ts'
import {timeline} from '../timeline.ts'
import type {UserData} from '../user-data.ts'
import {restOf} from './by-sentence.ts'
import {type Cut, cutAt} from './cut.ts'
import {CORE, headOf} from './heads.ts'
import {isHeadLike} from './work.ts'

/** The questions that a report answers, where no other heading says what its parts are. */
export function askedApart(draft: Draft, body: readonly Piece[], user: UserData): Asked | undefined {
  const asked = findAsked(draft, body)
  const isTold = body.some(
    (piece) =>
      asked &&
      (piece.start < asked.start || piece.start >= asked.end) &&
      CORE.has(headOf(draft.text, piece, user, false)?.said),
  )
  return isTold ? undefined : asked
}

/** Each question that admits a fault is a part with problem and answer; the others tell what was done, or will be. */
export function addAsked(text: string, cuts: Cut[], {questions, end, rest}: Asked): void {
  for (const {start, title, role} of questions) cuts.push({at: start, role, title, isProblem: false})
  if (rest && !cuts.some(({at}) => at >= end && at <= rest.start))
    cuts.push(cutAt(rest.start, isClosing(text, rest) ? 'closing' : 'other'))
}

/** The clauses that a report goes through are the part that tells its problems; what names them behind it is the plan. */
export function addClauses(
  text: string,
  body: readonly Piece[],
  cuts: Cut[],
  {list, start, end, plan, rest, isAnswered}: Clauses,
): void {
  // none of them fails, and the faults stand elsewhere
  if (list.every(({holds, verdict}) => holds || !verdict) && cuts.some(({role}) => role.startsWith('problems'))) return
  const role = isAnswered ? 'problems-plan' : 'problems'
  const around = cuts.findLast(({at}) => at <= start)
  if (!around?.role.startsWith('problems')) {
    const isHeading = around?.title && isOver(text, around.title, start)
    if (around && isHeading) cuts[cuts.indexOf(around)] = {...around, role}
    else cuts.push({at: start, role, title: undefined, isProblem: false})
  }
  if (plan && !cuts.some(({at, role}) => at >= end && at <= plan.start && role === 'plan')) {
    const same = cuts.findIndex(({at}) => at === plan.start)
    if (same >= 0) cuts.splice(same, 1)
    cuts.push(cutAt(plan.start, 'plan', plan.title))
  }
  if (rest && !cuts.some(({at}) => at >= end && at <= rest.start))
    cuts.push(cutAt(rest.start, rest === body.at(-1) ? 'closing' : 'other'))
}

/** 三、逐条审核情况, with no more than a sentence between it and the first clause. */
function isOver(text: string, title: Span, start: number): boolean {
  const between = text.slice(title.end, start).trim()
  return !between || (between.length <= 40 && /[逐条款项点]/.test(text.slice(title.start, title.end)))
}

/** What stands in a clause, or names the one that it answers, is no heading. */
export const isOfClause = (text: string, piece: Piece, {start, end}: Clauses): boolean =>
  (piece.start >= start && piece.start < end) || (piece.start >= end && answersClause(text, piece))

/** Entries that no heading stands over are a part of their own, up to the sentence that opens the plan. */
export function addEntries(text: string, body: readonly Piece[], cuts: Cut[], entries: readonly Entry[]): void {
  const [first] = entries
  const closing = entries.at(-1)
  const last = closing?.answer ?? closing?.head
  if (!first || !last) return
  const site = body[body.indexOf(first.head) - 1]
  const start = site && isSiteLine(text, site, first.head) ? site.start : first.head.start
  if (!cuts.some(({at}) => at <= start)) cuts.push(cutAt(start, 'problems-plan'))
  if (cuts.some(({at}) => at > last.start)) return
  const plan = body.find(
    (piece) =>
      piece.start > last.start &&
      piece.opensBlock &&
      !piece.mark &&
      beginsPlan(text.slice(piece.body, piece.end)) &&
      !labelOf(text, piece),
  )
  if (plan) cuts.push(cutAt(plan.start, 'plan'))
}

/** 灯坏了 → 三天内换好: a list of such that no heading stands over, with the line that introduces it. */
export function addArrowList(text: string, body: readonly Piece[], cuts: Cut[]): void {
  const found = arrowList(text, body)
  if (!found) return
  const above = body[body.indexOf(found.first) - 1]
  const start = above?.opensBlock && isIntroduction(text, above) ? above.start : found.first.start
  const next = cuts.find(({at}) => at === start)
  if (next) cuts[cuts.indexOf(next)] = {...next, role: 'problems-plan'}
  else cuts.push(cutAt(start, 'problems-plan'))
  const {rest} = found
  if (rest && !cuts.some(({at}) => at === rest.start)) cuts.push(cutAt(rest.start, restOf(text, rest)))
}

/** What was seen on a day, hour by hour, below no heading of its own but with a plan behind it. */
export function addTimeline(text: string, body: readonly Piece[], cuts: Cut[]): void {
  const found = timeline(text, body)
  if (!found?.rest) return
  const {first, rest} = found
  const isPlanned =
    cuts.some(({at, role}) => role === 'plan' && at >= rest.start) ||
    body.some(
      (piece) => piece.start >= rest.start && (opensPlan(text, piece) || beginsPlan(text.slice(piece.body, piece.end))),
    )
  if (!isPlanned || cuts.some(({at}) => at > first.start && at < rest.start)) return
  const index = body.indexOf(first) - 1
  const above = body[index]
  const start = above && isHeadLike(text, above) ? above.start : first.start
  cuts.push(cutAt(start, 'problems'))
  if (!cuts.some(({at}) => at === rest.start)) cuts.push(cutAt(rest.start, restOf(text, rest)))
}
