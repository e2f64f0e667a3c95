import type {Draft} from '../draft/draft.ts'
import {flatMap} from '../draft/flat-map.ts'
import type {Span} from '../draft/span.ts'
import {findClauses} from './clauses.ts'
import {answeredFaults} from './entries.ts'
import type {Frame} from './frame.ts'
import {labelOf} from './labels.ts'
import {clip, type Piece, piecesBetween} from './marks.ts'
import {beginsRest} from './phrases/plan-begins.ts'
import {isPageLine} from './residue.ts'
import type {Role} from './roles.ts'
import {cutAtHeads} from './sections/by-heading.ts'
import {
  addArrowList,
  addAsked,
  addClauses,
  addEntries,
  addTimeline,
  askedApart,
  isOfClause,
} from './sections/by-layout.ts'
import {leadHeads} from './sections/by-lead.ts'
import {addCauses, addFlow, addTurn} from './sections/by-sentence.ts'
import {addUnannounced, answeredInPlan, faultsAbovePlan} from './sections/by-tone.ts'
import type {Cut} from './sections/cut.ts'
import {headOf, levelOf} from './sections/heads.ts'
import {openWith} from './sections/opening.ts'
import {addWork} from './sections/work.ts'
import type {UserData} from './user-data.ts'

/** A part of the report, from its heading to the next part. */
export interface Section extends Span {
  readonly role: Role
  /** The words of its heading; undefined where it has none. */
  readonly title: Span | undefined
  /** The pieces of its body; the heading's own piece comes first when text runs on behind the title. */
  readonly pieces: readonly Piece[]
  /** Its heading is itself a problem: there is no heading called 存在的问题. */
  readonly isProblem: boolean
}

/** By headings; where these leave a part out, by a layout, by a sentence that announces it, at last by how its sentences read. */
export function findSections(draft: Draft, pieces: readonly Piece[], frame: Frame, user: UserData): readonly Section[] {
  const {text} = draft
  // a scan may have run the title and the first sentence together in one piece
  const body = pieces
    .filter((piece) => piece.end > frame.body.start && piece.start < frame.body.end && !isPageLine(text, piece))
    .map((piece) => clip(piece, frame.body.start, Math.max(piece.end, frame.body.end)))
  const {title} = frame
  const isRectification = title !== undefined && /整改/.test(text.slice(title.start, title.end))
  const clauses = findClauses(text, body)
  const asked = clauses ? undefined : askedApart(draft, body, user)
  const entries = clauses || asked ? [] : answeredFaults(text, body)
  const outside = clauses
    ? body.filter((piece) => !isOfClause(text, piece, clauses))
    : asked
      ? body.filter(({start}) => start < asked.start || start >= asked.end)
      : body
  const told = flatMap(outside, (piece) => headOf(text, piece, user, isRectification) ?? [])
  const heads = entries.length ? told : [...told, ...leadHeads(draft, outside, told)]
  // 整改措施： under each problem is no heading
  const all = entries.length ? heads.filter(({piece}) => levelOf(piece) !== 'line' || !labelOf(text, piece)) : heads
  const cuts = cutAtHeads(text, all, body, entries)
  addEntries(text, body, cuts, entries)
  if (clauses) addClauses(text, body, cuts, clauses)
  if (asked) addAsked(text, cuts, asked)
  const has = (...roles: Role[]): boolean => cuts.some(({role}) => roles.includes(role))
  if (!has('problems', 'problems-plan')) addArrowList(text, body, cuts)
  if (!has('problems', 'problems-plan')) addTimeline(text, body, cuts)
  const wanted = new Set<Role>()
  if (!has('problems', 'problems-plan')) wanted.add('problems')
  if (!has('plan', 'problems-plan')) wanted.add('plan')
  if (!has('causes')) wanted.add('causes')
  if (wanted.has('problems') || wanted.has('plan')) addFlow(text, outside, cuts, wanted)
  if (wanted.has('plan') && !has('plan')) addTurn(text, outside, cuts)
  if (wanted.has('plan') && !has('plan', 'problems-plan')) addUnannounced(text, outside, cuts)
  if (!has('problems', 'problems-plan')) {
    answeredInPlan(text, body, cuts)
    faultsAbovePlan(text, body, cuts)
  }
  const isFlow = wanted.has('problems') || wanted.has('plan')
  addWork(draft, body, cuts, isFlow || (clauses !== undefined && cuts.every((cut) => !cut.title)))
  cuts.sort((a, b) => a.at - b.at)
  joinAnswers(text, cuts)
  concludeBehind(text, cuts)
  openWith(text, cuts, body)
  if (!has('causes')) addCauses(text, body, cuts)
  return toSections(frame, body, cuts)
}

/** Where the plan takes up the last problems only (后两条…单独说。), the others are answered where they stand. */
function joinAnswers(text: string, cuts: Cut[]): void {
  const index = cuts.findIndex(({role}) => role === 'problems')
  const [problems, plan] = [cuts[index], cuts[index + 1]]
  if (!problems || plan?.role !== 'plan' || plan.title) return
  if (beginsRest(text.slice(plan.at, plan.at + LONGEST_OPENING))) cuts[index] = {...problems, role: 'problems-plan'}
}
const LONGEST_OPENING = 60

/** 四、审核结论 as the last part, behind the problems, tells no more of the work. */
function concludeBehind(text: string, cuts: Cut[]): void {
  const last = cuts.at(-1)
  if (last?.role !== 'work' || !last.title || !CONCLUSION.test(text.slice(last.title.start, last.title.end))) return
  if (cuts.some(({role}) => role.startsWith('problems'))) cuts[cuts.length - 1] = {...last, role: 'closing'}
}
const CONCLUSION = /^[一-鿿]{0,6}(?:结论|结语|结束语|总体评价)[。：:]?$/

function toSections(frame: Frame, body: readonly Piece[], cuts: readonly Cut[]): Section[] {
  const sections: Section[] = []
  const add = (role: Role, span: Span | undefined): void => {
    if (span) sections.push({role, title: undefined, start: span.start, end: span.end, pieces: [], isProblem: false})
  }
  add('title', frame.title)
  add('addressee', frame.addressee)
  const first = cuts[0]?.at ?? frame.body.end
  const lead = body.filter((piece) => piece.start < first)
  if (lead.length)
    sections.push({
      role: 'lead',
      title: undefined,
      start: (lead[0] as Piece).start,
      end: Math.min(first, (lead.at(-1) as Piece).end),
      pieces: lead,
      isProblem: false,
    })
  cuts.forEach((cut, index) => {
    const end = Math.min(cuts[index + 1]?.at ?? frame.body.end, frame.body.end)
    const inside = piecesBetween(body, cut.at, end)
      .map((piece) => clip(piece, cut.title?.end ?? cut.at, end))
      .filter((piece) => piece.start < piece.end)
    sections.push({
      role: cut.role,
      title: cut.title,
      start: cut.at,
      end: inside.at(-1)?.end ?? cut.title?.end ?? end,
      pieces: inside,
      isProblem: cut.isProblem,
    })
  })
  add('attachment', frame.attachment)
  add('signature', frame.signature)
  add('date', frame.date)
  return sections
}
