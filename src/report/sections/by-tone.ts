import {clip, type Piece, piecesBetween} from '../marks.ts'
import {headingRole, type Role} from '../roles.ts'
import {
  answeredRun,
  answeredSentences,
  readsLikeFaults,
  readsLikePlan,
  unannouncedParts,
  unannouncedPlan,
} from '../unannounced.ts'
import {restOf} from './by-sentence.ts'
import {type Cut, cutAt} from './cut.ts'
import {isHeadLike} from './work.ts'

/** Parts that neither a heading nor a sentence announces, told by how their sentences read. */
export function addUnannounced(text: string, body: readonly Piece[], cuts: Cut[]): void {
  const index = cuts.findIndex(({role}) => role === 'problems')
  const problems = cuts[index]
  if (problems?.isProblem) return
  // where no problems were found, they stand behind the parts that were
  const before =
    problems ?? cuts.reduce<Cut | undefined>((last, cut) => (last && last.at > cut.at ? last : cut), undefined)
  const from = before?.title?.end ?? before?.at ?? body[0]?.end ?? 0
  const ends = cuts.filter(({at, role}) => at > from && role !== 'causes').map(({at}) => at)
  const inside = piecesBetween(body, from, Math.min(...ends, Number.POSITIVE_INFINITY)).map((piece) =>
    clip(piece, from, piece.end),
  )
  if (problems && addPlanBelow(text, body, cuts)) return
  const isTold = problems !== undefined
  const run = answeredRun(text, inside, isTold) ?? answeredSentences(text, inside, isTold)
  if (run) {
    const part: Cut = {at: run.start, role: 'problems-plan', title: undefined, isProblem: false}
    if (problems) cuts[index] = {...part, at: problems.at, title: problems.title}
    else cuts.push(part)
    if (run.rest) cuts.push(cutAt(run.rest.start, restOf(text, run.rest)))
    return
  }
  const found = problems ? {plan: unannouncedPlan(text, inside)} : unannouncedParts(text, inside)
  for (const [role, at] of Object.entries(found ?? {}) as [Role, number | undefined][]) {
    if (at === undefined) continue
    const opening = inside.find(({start}) => start === at)
    // 【病根】 over what it does not name
    const title = opening && isHeadLike(text, opening) ? {start: opening.body, end: opening.end} : undefined
    cuts.push({at, role, title, isProblem: false})
  }
}

/** 逐项检查和整改情况: where no part holds the problems, they stand in the first that tells what was done, each with its answer. */
export function answeredInPlan(text: string, body: readonly Piece[], cuts: Cut[]): void {
  const ordered = cuts.toSorted((a, b) => a.at - b.at)
  const index = ordered.findIndex(({role}) => role === 'plan')
  const plan = ordered[index]
  if (!plan?.title) return
  const from = plan.title.end
  const inside = piecesBetween(body, from, ordered[index + 1]?.at ?? Number.POSITIVE_INFINITY)
  const below = inside.map((piece) => clip(piece, from, piece.end))
  if (answeredRun(text, below, true)) cuts[cuts.indexOf(plan)] = {...plan, role: 'problems-plan'}
}

/** 各组发言 over 议定事项: where no part holds the problems, the one above the plan may tell them, whatever its heading says. */
export function faultsAbovePlan(text: string, body: readonly Piece[], cuts: Cut[]): void {
  const ordered = cuts.toSorted((a, b) => a.at - b.at)
  const index = ordered.findIndex(({role}) => role === 'plan') - 1
  const above = ordered[index]
  if (above?.role !== 'work' || !above.title) return
  const from = above.title.end
  const inside = piecesBetween(body, from, (ordered[index + 1] as Cut).at).map((piece) => clip(piece, from, piece.end))
  if (readsLikeFaults(text, inside)) cuts[cuts.indexOf(above)] = {...above, role: 'problems'}
}

/** The first part behind the problems whose heading says nothing, but which reads like a plan. */
function addPlanBelow(text: string, body: readonly Piece[], cuts: Cut[]): boolean {
  const ordered = cuts.toSorted((a, b) => a.at - b.at)
  const at = ordered.findIndex(({role}) => role === 'problems')
  const index = ordered.findIndex(({role, title}, place) => {
    if (place <= at || role !== 'other' || !title) return false
    if (headingRole(text.slice(title.start, title.end)) !== undefined) return false
    const inside = piecesBetween(body, title.end, ordered[place + 1]?.at ?? Number.POSITIVE_INFINITY)
    return readsLikePlan(
      text,
      inside.map((piece) => clip(piece, title.end, piece.end)),
    )
  })
  const found = ordered[index]
  if (found) cuts[cuts.indexOf(found)] = {...found, role: 'plan'}
  return found !== undefined
}
