import type {Draft} from '../draft/draft.ts'
import {flatMap} from '../draft/flat-map.ts'
import type {Span} from '../draft/span.ts'
import {tellsRemedy} from '../language/tone.ts'
import {arrowList} from './arrows.ts'
import {type Asked, findAsked} from './asked.ts'
import {answersClause, type Clauses, findClauses} from './clauses.ts'
import {answeredFaults, type Entry} from './entries.ts'
import {isClosing, isIntroduction} from './flow.ts'
import {causesParagraph, flowStarts, opensPlan} from './flow-starts.ts'
import type {Frame} from './frame.ts'
import type {Piece} from './marks.ts'
import {beginsPlan, beginsRest} from './phrases/plan-begins.ts'
import {headingRole, labelOf, type Role} from './roles.ts'
import {
  answerHeads,
  asCombined,
  assignRoles,
  CORE,
  type Head,
  headOf,
  heldIn,
  isProblemFirst,
  LONGEST_LINE,
  levelOf,
  piecesBetween,
  says,
  topHeads,
} from './section-heads.ts'
import {isSiteLine} from './site-blocks.ts'
import {timeline} from './timeline.ts'
import {turnAtSentence} from './turns.ts'
import {
  answeredRun,
  answeredSentences,
  readsLikeFaults,
  readsLikePlan,
  unannouncedParts,
  unannouncedPlan,
} from './unannounced.ts'
import type {UserData} from './user-data.ts'
import {Wording} from './wording.ts'

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

interface Cut {
  readonly at: number
  readonly role: Role
  readonly title: Span | undefined
  readonly isProblem: boolean
}

export function findSections(draft: Draft, pieces: readonly Piece[], frame: Frame, user: UserData): readonly Section[] {
  const {text} = draft
  // a scan may have run the title and the first sentence together in one piece
  const body = pieces
    .filter(({start, end}) => end > frame.body.start && start < frame.body.end)
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
  const heads = flatMap(outside, (piece) => headOf(text, piece, user, isRectification) ?? [])
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
  addWork(text, body, cuts, isFlow || (clauses !== undefined && cuts.every((cut) => !cut.title)))
  cuts.sort((a, b) => a.at - b.at)
  joinAnswers(text, cuts)
  concludeBehind(text, cuts)
  if (!has('causes')) addCauses(text, body, cuts)
  return toSections(frame, body, cuts)
}

/** The questions that a report answers, where no other heading says what its parts are. */
function askedApart(draft: Draft, body: readonly Piece[], user: UserData): Asked | undefined {
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
function addAsked(text: string, cuts: Cut[], {questions, end, rest}: Asked): void {
  for (const {start, title, role} of questions) cuts.push({at: start, role, title, isProblem: false})
  if (rest && !cuts.some(({at}) => at >= end && at <= rest.start))
    cuts.push({at: rest.start, role: isClosing(text, rest) ? 'closing' : 'other', title: undefined, isProblem: false})
}

/** The clauses that a report goes through are the part that tells its problems; what names them behind it is the plan. */
function addClauses(
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
    cuts.push({at: plan.start, role: 'plan', title: plan.title, isProblem: false})
  }
  if (rest && !cuts.some(({at}) => at >= end && at <= rest.start))
    cuts.push({at: rest.start, role: rest === body.at(-1) ? 'closing' : 'other', title: undefined, isProblem: false})
}

/** 三、逐条审核情况, with no more than a sentence between it and the first clause. */
function isOver(text: string, title: Span, start: number): boolean {
  const between = text.slice(title.end, start).trim()
  return !between || (between.length <= 40 && /[逐条款项点]/.test(text.slice(title.start, title.end)))
}

/** What stands in a clause, or names the one that it answers, is no heading. */
const isOfClause = (text: string, piece: Piece, {start, end}: Clauses): boolean =>
  (piece.start >= start && piece.start < end) || (piece.start >= end && answersClause(text, piece))

/** Entries that no heading stands over are a part of their own, up to the sentence that opens the plan. */
function addEntries(text: string, body: readonly Piece[], cuts: Cut[], entries: readonly Entry[]): void {
  const [first] = entries
  const closing = entries.at(-1)
  const last = closing?.answer ?? closing?.head
  if (!first || !last) return
  const site = body[body.indexOf(first.head) - 1]
  const start = site && isSiteLine(text, site, first.head) ? site.start : first.head.start
  if (!cuts.some(({at}) => at <= start))
    cuts.push({at: start, role: 'problems-plan', title: undefined, isProblem: false})
  if (cuts.some(({at}) => at > last.start)) return
  const plan = body.find(
    (piece) =>
      piece.start > last.start &&
      piece.opensBlock &&
      !piece.mark &&
      beginsPlan(text.slice(piece.body, piece.end)) &&
      !labelOf(text, piece),
  )
  if (plan) cuts.push({at: plan.start, role: 'plan', title: undefined, isProblem: false})
}

/** 灯坏了 → 三天内换好: a list of such that no heading stands over, with the line that introduces it. */
function addArrowList(text: string, body: readonly Piece[], cuts: Cut[]): void {
  const found = arrowList(text, body)
  if (!found) return
  const above = body[body.indexOf(found.first) - 1]
  const start = above?.opensBlock && isIntroduction(text, above) ? above.start : found.first.start
  const next = cuts.find(({at}) => at === start)
  if (next) cuts[cuts.indexOf(next)] = {...next, role: 'problems-plan'}
  else cuts.push({at: start, role: 'problems-plan', title: undefined, isProblem: false})
  const {rest} = found
  if (rest && !cuts.some(({at}) => at === rest.start))
    cuts.push({at: rest.start, role: restOf(text, rest), title: undefined, isProblem: false})
}

/** What was seen on a day, hour by hour, below no heading of its own but with a plan behind it. */
function addTimeline(text: string, body: readonly Piece[], cuts: Cut[]): void {
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
  cuts.push({at: start, role: 'problems', title: undefined, isProblem: false})
  if (!cuts.some(({at}) => at === rest.start))
    cuts.push({at: rest.start, role: restOf(text, rest), title: undefined, isProblem: false})
}

function cutAtHeads(text: string, all: readonly Head[], body: readonly Piece[], entries: readonly Entry[]): Cut[] {
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

function addFlow(text: string, body: readonly Piece[], cuts: Cut[], wanted: ReadonlySet<Role>): void {
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

/**
 * What stands between the opening paragraph and the first part that was found tells what was done.
 * @param isFlow no headings divide the report; else only what stands below a line like a heading (今年进了多少货) is such a part
 */
function addWork(text: string, body: readonly Piece[], cuts: Cut[], isFlow: boolean): void {
  const [opening] = body
  if (!opening || cuts.some(({role, at}) => role === 'work' || at <= opening.start)) return
  const second = body.find((piece) => piece.block !== opening.block && (isFlow || isHeadLike(text, piece)))
  const firstCut = Math.min(...cuts.map(({at}) => at), Number.POSITIVE_INFINITY)
  if (second && second.start < firstCut && cuts.length)
    cuts.push({at: second.start, role: 'work', title: undefined, isProblem: false})
}

/** A short line without a mark, though its words name no part. */
const isHeadLike = (text: string, {block, mark, opensBlock, body, end}: Piece): boolean =>
  opensBlock &&
  !mark &&
  block.kind === 'paragraph' &&
  end === block.end &&
  end - body <= LONGEST_LINE &&
  !/[。；，：:！]/.test(text.slice(body, end))

/** 三是…。下一步，我局将做好以下工作：一是… in one paragraph: the plan begins within it. */
function addTurn(text: string, body: readonly Piece[], cuts: Cut[]): void {
  const problems = cuts.find(({role}) => role === 'problems')
  if (!problems || cuts.some(({at}) => at > problems.at)) return
  const behind = body
    .filter(({end}) => end > problems.at)
    .map((piece) => clip(piece, problems.title?.end ?? problems.at, piece.end))
  const turn = turnAtSentence(text, behind)
  if (turn) cuts.push({at: turn.start, role: 'plan', title: undefined, isProblem: false})
}

/** 成因主要有三：… below the last of the problems, unless their heading names the causes too. */
function addCauses(text: string, body: readonly Piece[], cuts: Cut[]): void {
  const index = cuts.findIndex(({role}) => role === 'problems')
  const problems = cuts[index]
  if (!problems || (problems.title && /因|根源/.test(text.slice(problems.title.start, problems.title.end)))) return
  const inside = piecesBetween(body, problems.at, cuts[index + 1]?.at ?? Number.POSITIVE_INFINITY)
  const causes = causesParagraph(text, inside)
  if (causes) cuts.splice(index + 1, 0, {at: causes.start, role: 'causes', title: undefined, isProblem: false})
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

/** Parts that neither a heading nor a sentence announces, told by how their sentences read. */
function addUnannounced(text: string, body: readonly Piece[], cuts: Cut[]): void {
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
    if (run.rest) cuts.push({at: run.rest.start, role: restOf(text, run.rest), title: undefined, isProblem: false})
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
function answeredInPlan(text: string, body: readonly Piece[], cuts: Cut[]): void {
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
function faultsAbovePlan(text: string, body: readonly Piece[], cuts: Cut[]): void {
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

const restOf = (text: string, {body, end}: Piece): Role => (beginsPlan(text.slice(body, end)) ? 'plan' : 'other')

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

/** The part of a piece that lies behind a heading and before the next part. */
export function clip(piece: Piece, from: number, to: number): Piece {
  if (piece.start >= from && piece.end <= to) return piece
  const start = Math.max(piece.start, from)
  const cutHead = start > piece.start
  return {
    ...piece,
    start,
    body: Math.max(piece.body, start),
    end: Math.min(piece.end, to),
    mark: cutHead ? undefined : piece.mark,
    opensBlock: piece.opensBlock && !cutHead,
    wording: new Wording(),
  }
}
