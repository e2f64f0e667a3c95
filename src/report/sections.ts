import type {Draft} from '../draft/draft.ts'
import {flatMap} from '../draft/flat-map.ts'
import {indexAfter, type Span} from '../draft/span.ts'
import {admitsFault} from '../language/tone.ts'
import {answeredFaults, type Entry} from './entries.ts'
import {flowStarts} from './flow-starts.ts'
import type {Frame} from './frame.ts'
import type {MarkKind, Piece} from './marks.ts'
import {titleOf} from './outline.ts'
import {answeredLength, type HeadingRole, headingRole, labelOf, type Role} from './roles.ts'
import {isLedger} from './tables.ts'
import {PLAN_BEGINS, turnAtSentence} from './turns.ts'
import type {UserData} from './user-data.ts'
import {ofPiece, Wording} from './wording.ts'

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

interface Head {
  readonly piece: Piece
  readonly title: Span
  readonly said: Exclude<HeadingRole, 'prior'> | undefined
  /** Its answer stands below it, labelled. */
  readonly isAnswered?: boolean
  role?: Role
  isProblem?: boolean
}

/** A line that is all heading without a number: 存在的问题, 整改措施： */
const LONGEST_LINE = 20
const LABEL_LINE = /^([一-鿿、]{2,12})[：:](?=.)/

/** The heading that a piece would be, whatever its level. */
function headOf(text: string, piece: Piece, user: UserData, isRectification: boolean): Head | undefined {
  const told = headingIn(text, piece, user)
  if (!told) return undefined
  const title = {start: piece.body, end: piece.body + told.length}
  if (told.said !== 'prior') return {piece, title, said: told.said}
  // what was done about an earlier year's problems is this report's own matter only where its title says so
  const own = text.slice(title.start, title.end).includes('问题') ? 'problems-plan' : 'plan'
  return {piece, title, said: isRectification ? own : 'work'}
}

/** How long the title at the beginning of a piece is, and what it says; undefined where the piece has none. */
const headingIn = ofPiece(
  (text, piece, user: UserData): {readonly length: number; readonly said: HeadingRole | undefined} | undefined => {
    if (piece.block.kind === 'cell') return undefined
    const words = text.slice(piece.body, piece.end)
    if (piece.mark || (piece.block.kind === 'heading' && piece.opensBlock)) {
      const title = titleOf(text, piece)
      return {length: title.end - title.start, said: headingRole(text.slice(title.start, title.end), user.headings)}
    }
    if (!piece.opensBlock || piece.block.list) return undefined
    const label = LABEL_LINE.exec(words)
    if (label) {
      const said = headingRole(label[1] as string, user.headings)
      return said && !/人|部门|单位|时限|时间/.test(label[1] as string) ? {length: label[0].length, said} : undefined
    }
    if (words.length > LONGEST_LINE || /[。；，！？]/.test(words)) return undefined
    const said = headingRole(words.replace(/[：:]$/, ''), user.headings)
    return said && {length: words.length, said}
  },
)

const levelOf = (piece: Piece): MarkKind | `#${number}` | 'line' =>
  piece.block.kind === 'heading' && piece.opensBlock ? `#${piece.block.depth ?? 1}` : (piece.mark?.kind ?? 'line')

const CORE: ReadonlySet<Head['said']> = new Set(['problems', 'plan', 'problems-plan', 'causes', 'ledger'])
const says = (heads: readonly Head[], ...roles: Head['said'][]): boolean => heads.some(({said}) => roles.includes(said))

/** The headings of the highest level: the one that divides the report into its parts. */
function topHeads(text: string, heads: readonly Head[]): {readonly level: string; readonly heads: readonly Head[]} {
  const byLevel = new Map<string, Head[]>()
  for (const head of heads) {
    const level = levelOf(head.piece)
    const found = byLevel.get(level)
    if (found) found.push(head)
    else byLevel.set(level, [head])
  }
  const depths = [1, 2, 3, 4, 5, 6].map((depth) => `#${depth}` as const)
  for (const level of [...depths, 'part', 'chinese'] as const) {
    const found = byLevel.get(level) ?? []
    if (found.length >= 2 || found.some(({said}) => CORE.has(said))) return {level, heads: found}
  }
  for (const level of ['chinese-bracket', 'arabic', 'ordinal', 'enumeration'] as const) {
    const found = (byLevel.get(level) ?? []).filter(({piece}) => piece.opensBlock || level !== 'enumeration')
    if (found.filter((head) => isLabelledFault(text, head)).length >= 2) return {level, heads: found}
    const short = found.filter(({title}) => title.end - title.start <= LONGEST_LINE)
    const problems = short.some(({said}) => said === 'problems' || said === 'problems-plan')
    if (problems && says(short, 'work', 'plan', 'measures', 'causes')) return {level, heads: short}
    // 1.范围。… 2.方法。… 5.后续安排。 of a report that found nothing
    if (level === 'arabic' && short.length >= 4 && short.length === found.length && isDivided(short))
      return {level, heads: short}
  }
  return {level: 'line', heads: byLevel.get('line') ?? []}
}

/** Headings of work, then of the plan, and of nothing else. */
function isDivided(heads: readonly Head[]): boolean {
  const plan = heads.findIndex(({said}) => said === 'plan')
  return (
    plan >= 2 &&
    heads.slice(0, plan).filter(({said}) => said === 'work').length * 2 >= plan &&
    heads.slice(plan).every(({said}) => said === 'plan' || said === 'other' || said === 'measures')
  )
}

/** Gives each heading the role that its words and its place among the others say. */
function assignRoles(text: string, heads: readonly Head[]): void {
  const firstProblem = heads.findIndex(({said}) => said === 'problems' || said === 'problems-plan')
  const wordsOf = ({title}: Head): string => text.slice(title.start, title.end)
  const areFaults = isProblemFirst(text, heads) || heads.some(({isAnswered}) => isAnswered)
  let lastProblems = false
  heads.forEach((head, index) => {
    const {said} = head
    const isFault = isFaultHeading(head, wordsOf(head)) || isLabelledFault(text, head)
    if (head.isAnswered || (areFaults && (isFault || isBetweenFaults(text, heads, index)))) {
      head.role = 'problems-plan'
      head.isProblem = true
    } else if (said === 'ledger') head.role = lastProblems ? 'plan' : 'problems-plan'
    else if (said === 'measures') head.role = firstProblem >= 0 && index < firstProblem ? 'work' : 'plan'
    else if (said === 'problems' && answeredLength(wordsOf(head))) {
      head.role = 'problems-plan'
      head.isProblem = true
    } else if (said === undefined) head.role = lastProblems ? 'other' : 'work'
    else head.role = said === 'attachment' ? 'attachment' : said
    if (head.role === 'problems') lastProblems = true
  })
}

/** The headings themselves are the problems; none is called 存在的问题. */
const isProblemFirst = (text: string, heads: readonly Head[]): boolean => {
  const wordsOf = ({title}: Head): string => text.slice(title.start, title.end)
  return (
    !heads.some((head) => namesPart(head, wordsOf(head)) && !isLabelledFault(text, head)) &&
    heads.filter((head) => isFaultHeading(head, wordsOf(head)) || isLabelledFault(text, head)).length >= 2
  )
}

/** 仓库通道堆满纸箱 among headings that are problems is one more, whatever its words. */
const isBetweenFaults = (text: string, heads: readonly Head[], index: number): boolean => {
  const isFault = (head: Head | undefined): boolean =>
    head !== undefined && (head.isAnswered || isFaultHeading(head, text.slice(head.title.start, head.title.end)))
  return heads[index]?.said === undefined && isFault(heads[index - 1]) && isFault(heads[index + 1])
}

/** （一）反馈问题：通道堆满纸箱。 is a problem, not the part that lists them. */
const isLabelledFault = (text: string, {piece, title}: Head): boolean =>
  piece.mark !== undefined && /^[一-鿿]{0,4}问题[：:].{4}/.test(text.slice(title.start, title.end))

/** 存在的不足 names the part that lists problems; 理论学习联系实际不足 and 隐患整改不彻底 are problems. */
const namesPart = ({said}: Head, words: string): boolean =>
  said === 'problems'
    ? words.length < 8 || NAMES_PROBLEMS.test(words)
    : said === 'problems-plan' &&
      !/(不[一-鿿]{1,3}|滞后|欠缺|缺[失位]|偏[一-鿿]{1,2}|[较太过][差弱低慢少])。?$/.test(words)
const NAMES_PROBLEMS =
  /问题|存在|主要|突出|发现|查[摆找出]|工作中|(^|[的与和及、])(不足|短板|差距|薄弱|困难|隐患|漏洞|弱项|矛盾)/

const isFaultHeading = (head: Head, words: string): boolean =>
  (head.said === undefined || head.said === 'work' || (/^problems/.test(head.said) && !namesPart(head, words))) &&
  words.length >= 6 &&
  admitsFault(words) &&
  !/情况$|做法|成效|措施|下一步/.test(words)

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
  const entries = answeredFaults(text, body)
  const heads = flatMap(body, (piece) => headOf(text, piece, user, isRectification) ?? [])
  // 整改措施： under each problem is no heading
  const all = entries.length ? heads.filter(({piece}) => levelOf(piece) !== 'line' || !labelOf(text, piece)) : heads
  const cuts = cutAtHeads(text, all, body, entries)
  addEntries(text, body, cuts, entries)
  const has = (...roles: Role[]): boolean => cuts.some(({role}) => roles.includes(role))
  const wanted = new Set<Role>()
  if (!has('problems', 'problems-plan')) wanted.add('problems')
  if (!has('plan', 'problems-plan')) wanted.add('plan')
  if (!has('causes')) wanted.add('causes')
  if (wanted.has('problems') || wanted.has('plan')) addFlow(text, body, cuts, wanted)
  if (wanted.has('plan') && !has('plan')) addTurn(text, body, cuts)
  cuts.sort((a, b) => a.at - b.at)
  return toSections(frame, body, cuts)
}

/** What an earlier report found is no problem of this one. */
const PRIOR = /上年度|上一年度|上次|上一轮|前期|此前|去年/

/** What heads that say nothing of it hold: their own answer, which makes them a problem, or several problems. */
function answerHeads(text: string, heads: readonly Head[], entries: readonly Entry[]): Head[] {
  if (!entries.length) return [...heads]
  const held = heads.map(({piece}, index) => {
    const end = heads[index + 1]?.piece.start ?? Number.POSITIVE_INFINITY
    return entries.filter(({head}) => head.start >= piece.start && head.start < end)
  })
  const isProblem = ({piece, title, said}: Head, index: number): boolean =>
    held[index]?.length === 1 &&
    held[index]?.[0]?.head === piece &&
    !CORE.has(said === 'problems' ? undefined : said) &&
    title.end - title.start >= 4
  const own = heads.filter(isProblem)
  const areElsewhere = says(heads, 'problems', 'problems-plan')
  const isOfWork = ({title, said}: Head, count: number): boolean =>
    said === 'work' && (areElsewhere || count < 2 || PRIOR.test(text.slice(title.start, title.end)))
  return heads.map((head, index) => {
    const count = held[index]?.length ?? 0
    if (!count) return head
    if (own.length >= 2 && own.includes(head)) return {...head, said: undefined, isAnswered: true}
    const isGroup = head.said === undefined || head.said === 'problems' || head.said === 'work'
    return isGroup && !isOfWork(head, count) ? {...head, said: 'problems-plan' as const} : head
  })
}

/** Entries that no heading stands over are a part of their own, up to the sentence that opens the plan. */
function addEntries(text: string, body: readonly Piece[], cuts: Cut[], entries: readonly Entry[]): void {
  const [first] = entries
  const last = entries.at(-1)?.answer
  if (!first || !last) return
  if (!cuts.some(({at}) => at <= first.head.start))
    cuts.push({at: first.head.start, role: 'problems-plan', title: undefined, isProblem: false})
  if (cuts.some(({at}) => at > last.start)) return
  const plan = body.find(
    (piece) =>
      piece.start > last.start &&
      piece.opensBlock &&
      !piece.mark &&
      PLAN_BEGINS.test(text.slice(piece.body, piece.end)) &&
      !labelOf(text, piece),
  )
  if (plan) cuts.push({at: plan.start, role: 'plan', title: undefined, isProblem: false})
}

/**
 * 整改任务: a plan by its heading whose items, or table, state the problem first, and their answer behind 整改措施： or below
 * 针对“X”问题.
 */
function asCombined(text: string, heads: readonly Head[], body: readonly Piece[]): Head[] {
  if (says(heads, 'problems', 'problems-plan')) return [...heads]
  return heads.map((head, index) => {
    if (head.said !== 'plan') return head
    const end = heads[index + 1]?.piece.start ?? Number.POSITIVE_INFINITY
    const inside = piecesBetween(body, head.piece.start, end).filter(
      ({start, mark}) => start > head.piece.start && mark?.kind !== 'label',
    )
    // 整改措施 over such a table only repeats the problems of another part
    if (!/措施/.test(text.slice(head.title.start, head.title.end)) && isLedger(text, inside))
      return {...head, said: 'problems-plan' as const}
    if (inside.some((piece) => isAnsweredHeading(text, piece))) return {...head, said: 'problems-plan' as const}
    const labels = inside.filter((piece) => labelOf(text, piece)?.role === 'measure')
    return labels.length >= 2 && inside[0] !== labels[0] ? {...head, said: 'problems-plan' as const} : head
  })
}

/** 针对“X”问题 as a heading, with nothing behind it in its sentence. */
const isAnsweredHeading = ofPiece((text, piece) => {
  if (!piece.mark && piece.block.kind !== 'heading') return false
  const words = text.slice(piece.body, piece.end)
  const length = answeredLength(words)
  return length > 0 && !/[，,]/.test(words.charAt(length))
})

function cutAtHeads(text: string, all: readonly Head[], body: readonly Piece[], entries: readonly Entry[]): Cut[] {
  const {level, heads} = topHeads(text, all)
  const chosen = answerHeads(text, asCombined(text, heads, body), entries)
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
  if (opening && !cuts.some(({role, at}) => role === 'work' || at <= opening.start)) {
    const second = body.find((piece) => piece.block !== opening.block)
    const firstCut = Math.min(...cuts.map(({at}) => at), Number.POSITIVE_INFINITY)
    if (second && second.start < firstCut && cuts.length)
      cuts.push({at: second.start, role: 'work', title: undefined, isProblem: false})
  }
}

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

/** The pieces that share a character with `[from, to)`; `pieces` are in order. */
function piecesBetween(pieces: readonly Piece[], from: number, to: number): Piece[] {
  const found: Piece[] = []
  for (let at = indexAfter(pieces, from); at < pieces.length && (pieces[at] as Piece).start < to; at++)
    found.push(pieces[at] as Piece)
  return found
}

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
