import type {Span} from '../../draft/span.ts'
import {admitsFault} from '../../language/tone.ts'
import {arrowList, mayPart, partedItem} from '../arrows.ts'
import type {Entry} from '../entries.ts'
import {labelOf} from '../labels.ts'
import type {MarkKind, Piece} from '../marks.ts'
import {piecesBetween} from '../marks.ts'
import {titleOf} from '../outline.ts'
import {answeredLength, type HeadingRole, headingRole, isNamedFault, type Role} from '../roles.ts'
import {isLedger} from '../tables.ts'
import {timeline} from '../timeline.ts'
import type {UserData} from '../user-data.ts'
import {ofPiece} from '../wording.ts'

/** What may head a part of the report. */
export interface Head {
  readonly piece: Piece
  readonly title: Span
  readonly said: Exclude<HeadingRole, 'prior'> | undefined
  /** Its answer stands below it, labelled. */
  readonly isAnswered?: boolean
  role?: Role
  isProblem?: boolean
}

/** A line that is all heading without a number: 存在的问题, 整改措施： */
export const LONGEST_LINE = 20
const LABEL_LINE = /^([一-鿿、]{2,12})(?:[：:](?=.)|　{1,2}(?=[一-鿿].{14}))/
/** 【存在问题】 before its text, or a line of its own. 【自查依据】 only opens the report. */
const IN_BRACKETS = /^【(?!自?查?(?:依据|背景|起因|由来)】)([一-鿿、]{2,12})】[：:]?/

/** 问：怎么改？ over its answer. */
const QUESTION = /^问[：:]\s{0,2}(?<asked>[^。；！]{2,40}?)[？?]?$/
/** 哪些事没做好，怎么改 */
const TWO_QUESTIONS = /^哪[^，]+，[^，]{0,4}怎[^，]+$/
const POLITE = /^(?:请问|那么|那|接下来)[，,]?/

/** The heading that a piece would be, whatever its level. */
export function headOf(text: string, piece: Piece, user: UserData, isRectification: boolean): Head | undefined {
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
    const label = (words.startsWith('【') ? IN_BRACKETS : LABEL_LINE).exec(words)
    if (label) {
      const said = headingRole(label[1] as string, user.headings)
      return said && !/人|部门|单位|时限|时间/.test(label[1] as string) ? {length: label[0].length, said} : undefined
    }
    const question = words.startsWith('问') && QUESTION.exec(words)
    if (question)
      return {
        length: words.length,
        said: headingRole((question.groups?.asked ?? '').replace(POLITE, ''), user.headings),
      }
    if (words.length > LONGEST_LINE || /[。；！？]/.test(words)) return undefined
    if (words.includes('，') && !TWO_QUESTIONS.test(words)) return undefined
    const said = headingRole(words.replace(/[：:]$/, ''), user.headings)
    return said && {length: words.length, said}
  },
)

export const levelOf = (piece: Piece): MarkKind | `#${number}` | 'line' =>
  piece.block.kind === 'heading' && piece.opensBlock ? `#${piece.block.depth ?? 1}` : (piece.mark?.kind ?? 'line')

export const CORE: ReadonlySet<Head['said']> = new Set(['problems', 'plan', 'problems-plan', 'causes', 'ledger'])
export const says = (heads: readonly Head[], ...roles: Head['said'][]): boolean =>
  heads.some(({said}) => roles.includes(said))

/** The headings of the highest level: the one that divides the report into its parts. */
export function topHeads(
  text: string,
  heads: readonly Head[],
): {readonly level: string; readonly heads: readonly Head[]} {
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
  // ◆总体情况 ◆发现的问题 ◆整改措施, each a line of its own
  const signs = (byLevel.get('bullet') ?? []).filter(
    ({piece, title, said}) => said && !piece.block.list && title.end === piece.end,
  )
  if (says(signs, 'problems', 'problems-plan') && says(signs, 'work', 'plan')) return {level: 'bullet', heads: signs}
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
export function assignRoles(text: string, heads: readonly Head[]): void {
  const firstProblem = heads.findIndex(({said}) => said === 'problems' || said === 'problems-plan')
  const wordsOf = ({title}: Head): string => text.slice(title.start, title.end)
  const areFaults = isProblemFirst(text, heads) || heads.some(({isAnswered}) => isAnswered)
  let lastProblems = false
  let lastCombined = false
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
    } else if (said === undefined) head.role = lastProblems || lastCombined ? 'other' : 'work'
    else if (said === 'plan' && lastCombined && GUARANTEE.test(wordsOf(head))) head.role = 'other'
    else if (said === 'unsettled') head.role = 'other'
    else head.role = said === 'search' ? 'work' : said
    if (head.role === 'problems') lastProblems = true
    if (head.role === 'problems-plan') lastCombined = true
  })
}

/** Who leads and who pays, behind the part that answers each problem: no measures of their own. */
const GUARANTEE = /^(?:组织|工作|制度)?保障(?:措施|机制)?。?$|^(?:加强)?组织领导。?$/

/** The headings themselves are the problems; none is called 存在的问题. */
export const isProblemFirst = (text: string, heads: readonly Head[]): boolean => {
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
  /^问[：:]|^哪[里儿些]|问题|存在|主要|突出|发现|查[摆找出]|工作中|(^|[的与和及、])(不足|短板|差距|薄弱|困难|隐患|漏洞|弱项|矛盾)/

const isFaultHeading = (head: Head, words: string): boolean =>
  (head.said === undefined || head.said === 'work' || (/^problems/.test(head.said) && !namesPart(head, words))) &&
  words.length >= 6 &&
  admitsFault(words) &&
  !/^问[：:]|情况$|做法|成效|措施|下一步/.test(words)

/** What an earlier report found is no problem of this one. */
const PRIOR = /上年度|上一年度|上次|上一轮|前期|此前|去年/

/** What heads that say nothing of it hold: their own answer, which makes them a problem, or several problems. */
export function answerHeads(text: string, heads: readonly Head[], entries: readonly Entry[]): Head[] {
  if (!entries.length) return [...heads]
  const held = heads.map(({piece}, index) => {
    const end = heads[index + 1]?.piece.start ?? Number.POSITIVE_INFINITY
    return entries.filter(({head}) => head.start >= piece.start && head.start < end)
  })
  const isProblem = ({piece, title, said}: Head, index: number): boolean => {
    const [entry, ...others] = held[index] ?? []
    return (
      entry?.head === piece &&
      others.length === 0 &&
      !CORE.has(said === 'problems' ? undefined : said) &&
      (entry.isTold || title.end - title.start >= 4)
    )
  }
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

/**
 * 整改任务: a plan by its heading whose items, or table, state the problem first, and their answer behind 整改措施： or below
 * 针对“X”问题.
 */
export function asCombined(text: string, heads: readonly Head[], body: readonly Piece[]): Head[] {
  const areElsewhere = says(heads, 'problems', 'problems-plan')
  return heads.map((head, index) => {
    if (head.said !== 'plan' || says(heads.slice(0, index), 'problems', 'problems-plan')) return head
    const end = heads[index + 1]?.piece.start ?? Number.POSITIVE_INFINITY
    const inside = piecesBetween(body, head.piece.start, end).filter(
      ({start, mark}) => start > head.piece.start && mark?.kind !== 'label',
    )
    if (inside.filter((piece) => isNamedHeading(text, piece)).length > 1)
      return {...head, said: 'problems-plan' as const}
    const labels = inside.filter((piece) => labelOf(text, piece)?.role === 'measure')
    if (labels.length >= 2 && inside[0] !== labels[0]) return {...head, said: 'problems-plan' as const}
    if (areElsewhere) return head
    // 整改措施 over such a table only repeats the problems of another part
    if (!/措施/.test(text.slice(head.title.start, head.title.end)) && isLedger(text, inside))
      return {...head, said: 'problems-plan' as const}
    return inside.some((piece) => isAnsweredHeading(text, piece)) ? {...head, said: 'problems-plan' as const} : head
  })
}

/**
 * 正在整改的7个问题, or in a report with no other such part 逐条完成情况, over a table that sets measures against problems, holds
 * both; 尚未整改事项的说明 behind another such part lists problems only where it has a list or a table.
 */
export function heldIn(text: string, heads: readonly Head[], all: readonly Head[], body: readonly Piece[]): Head[] {
  const isOnly = !says(all, 'problems', 'problems-plan') && !says(heads, 'problems', 'problems-plan')
  const hasTable = body.some(({block}) => block.kind === 'cell')
  const holdArrows = mayPart(text, body)
    ? heads.map((_, index) => holdsArrowList(text, heads, index, body, isOnly))
    : []
  return heads.map((head, index) => {
    if (holdArrows[index] || (holdArrows.includes(true) && holdsArrow(text, heads, index, body)))
      return {...head, said: 'problems-plan' as const}
    if (isOnly && holdsTimeline(text, heads, index, body)) return {...head, said: 'problems' as const}
    // 隐患排查治理情况 tells what was found where no other part does
    if (head.said === 'search') return {...head, said: isOnly ? ('problems' as const) : ('work' as const)}
    if (head.said === 'ledger' && hasTable && isListedHere(text, heads, index, body))
      return {...head, said: 'problems-plan' as const}
    const isAsked = head.said === 'problems' || ((head.said === 'work' || head.said === undefined) && isOnly)
    if (head.said !== 'unsettled' && !(hasTable && isAsked)) return head
    const inside = insideOf(heads, index, body)
    if (hasTable && isLedger(text, inside)) return {...head, said: 'problems-plan' as const}
    if (head.said !== 'unsettled') return head
    const isFirst = !says(heads.slice(0, index), 'problems', 'problems-plan', 'plan')
    const isList = isFirst || !inside.length || inside.some(({mark}) => mark)
    return {...head, said: isList ? ('problems-plan' as const) : ('other' as const)}
  })
}

/** 灯坏了 → 三天内换好: items that an arrow parts are problems with their answers, unless another part says so of its own. */
function holdsArrowList(
  text: string,
  heads: readonly Head[],
  index: number,
  body: readonly Piece[],
  isOnly: boolean,
): boolean {
  const {said, title} = heads[index] as Head
  const isTold = said === 'problems' || said === 'problems-plan'
  if (!isTold && said !== undefined && !isOnly) return false
  if (said === 'causes' || said === 'attachment' || PRIOR.test(text.slice(title.start, title.end))) return false
  return arrowList(text, insideOf(heads, index, body), isTold) !== undefined
}

/** What stands below a heading, up to the next. */
function insideOf(heads: readonly Head[], index: number, body: readonly Piece[]): Piece[] {
  const {piece} = heads[index] as Head
  const end = heads[index + 1]?.piece.start ?? Number.POSITIVE_INFINITY
  return piecesBetween(body, piece.start, end).filter(({start}) => start > piece.start)
}

/** 这一天看到的 over what was seen hour by hour, with a plan behind it. */
function holdsTimeline(text: string, heads: readonly Head[], index: number, body: readonly Piece[]): boolean {
  const {said} = heads[index] as Head
  if ((said !== undefined && said !== 'work' && said !== 'search') || !says(heads.slice(index + 1), 'plan', 'measures'))
    return false
  return timeline(text, insideOf(heads, index, body)) !== undefined
}

/** A single one, below a heading among others that stand over lists of such. */
function holdsArrow(text: string, heads: readonly Head[], index: number, body: readonly Piece[]): boolean {
  if (heads[index]?.said !== undefined) return false
  const [only, ...others] = insideOf(heads, index, body).filter(({opensBlock}) => opensBlock)
  return only !== undefined && !others.length && partedItem(text, only) !== undefined
}

/** 整改台账 behind a part that only counts the problems: its table is where they are told. */
function isListedHere(text: string, heads: readonly Head[], index: number, body: readonly Piece[]): boolean {
  const inside = (at: number): Piece[] => insideOf(heads, at, body)
  const isTold = heads.some(
    ({said}, at) =>
      at < index && said === 'problems' && inside(at).some(({mark, block}) => mark || block.kind === 'cell'),
  )
  return !isTold && isLedger(text, inside(index))
}

/** 针对“X”问题 as a heading, with nothing behind it in its sentence. */
const isAnsweredHeading = ofPiece((text, piece) => {
  if (!piece.mark && piece.block.kind !== 'heading') return false
  const words = text.slice(piece.body, piece.end)
  const length = answeredLength(words)
  return length > 0 && !/[，,]/.test(words.charAt(length))
})

const isNamedHeading = ofPiece(
  (text, piece) =>
    (piece.mark !== undefined || piece.block.kind === 'heading') && isNamedFault(text.slice(piece.body, piece.end)),
)
