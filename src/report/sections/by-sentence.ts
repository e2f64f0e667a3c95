import {causesParagraph, flowStarts} from '../flow-starts.ts'
import {clip, type Piece, piecesBetween} from '../marks.ts'
import {beginsPlan} from '../phrases/plan-begins.ts'
import type {Role} from '../roles.ts'
import {turnAtSentence} from '../turns.ts'
import {type Cut, cutAt} from './cut.ts'

export function addFlow(text: string, body: readonly Piece[], cuts: Cut[], wanted: ReadonlySet<Role>): void {
  const problems = cuts.find(({role}) => role === 'problems')
  const taken = new Set(cuts.filter(({role}) => role !== 'work').map(({at}) => at))
  const searched = problems
    ? body.filter((piece) => piece.start > problems.at && !piece.mark)
    : body.filter((piece) => !taken.has(piece.start))
  // the opening paragraph announces the report; its 自查发现… is no part of its own when others follow
  const opening = body[0]
  const rest =
    !problems && !cuts.length && body.some((piece) => piece.block !== opening?.block)
      ? searched.filter((piece) => piece.block !== opening?.block)
      : searched
  for (const start of flowStarts(text, rest, wanted)) {
    const next = cuts.find(({at}) => at === start.at)
    if (!next && !(problems === undefined && cuts.some(({role}) => role === 'plan') && start.role === 'plan'))
      cuts.push({...start, title: undefined, isProblem: false})
  }
}

/** 三是…。下一步，我局将做好以下工作：一是… in one paragraph: the plan begins within it. */
export function addTurn(text: string, body: readonly Piece[], cuts: Cut[]): void {
  const problems = cuts.find(({role}) => role === 'problems')
  if (!problems || cuts.some(({at}) => at > problems.at)) return
  const behind = body
    .filter(({end}) => end > problems.at)
    .map((piece) => clip(piece, problems.title?.end ?? problems.at, piece.end))
  const turn = turnAtSentence(text, behind)
  if (turn) cuts.push(cutAt(turn.start, 'plan'))
}

/** 成因主要有三：… below the last of the problems, unless their heading names the causes too. */
export function addCauses(text: string, body: readonly Piece[], cuts: Cut[]): void {
  const index = cuts.findIndex(({role}) => role === 'problems')
  const problems = cuts[index]
  if (!problems || (problems.title && /因|根源/.test(text.slice(problems.title.start, problems.title.end)))) return
  const inside = piecesBetween(body, problems.at, cuts[index + 1]?.at ?? Number.POSITIVE_INFINITY)
  const causes = causesParagraph(text, inside)
  if (causes) cuts.splice(index + 1, 0, {at: causes.start, role: 'causes', title: undefined, isProblem: false})
}

export const restOf = (text: string, {body, end}: Piece): Role => (beginsPlan(text.slice(body, end)) ? 'plan' : 'other')
