import type {Span} from '../draft/span.ts'
import {matchesOf} from '../language/matches.ts'
import {parseNumeral} from '../language/numerals.ts'
import type {Piece} from './marks.ts'
import {hasMeasureLabel} from './paired/labels.ts'
import {LONGEST_LINE} from './sections/heads.ts'
import {ofPiece} from './wording.ts'

/**
 * 第二条　新书须经审核。对照：…。结论：不符合。: one clause of a regulation, or one point of a checklist, with what was found and
 * whether it holds.
 */
export interface Clause extends Span {
  readonly number: string
  readonly pieces: readonly Piece[]
  /** 符合, 基本符合, 不符合, with the label or the brackets around it; undefined where the report does not say. */
  readonly verdict: Span | undefined
  readonly holds: boolean
}

/** The clauses that a report is measured by, and the paragraphs that answer them by number. */
export interface Clauses {
  readonly list: readonly Clause[]
  readonly start: number
  readonly end: number
  /** The clauses that do not hold are answered where they stand. */
  readonly isAnswered: boolean
  /** 改正清单 above the first paragraph that names a clause, or that paragraph; undefined where none does. */
  readonly plan: {readonly start: number; readonly title: Span | undefined} | undefined
  /** What follows the last clause, if anything. */
  readonly rest: Piece | undefined
}

const NUMERAL = '(?:[一二三四五六七八九十]{1,3}|\\d{1,2})'
const OPENS = new RegExp(`^第(${NUMERAL})[条款][　 \\t：:，,、（(《“]?`)
/** 条款 8.4　外部提供的过程 in an audit of a management system. */
const OPENS_AUDITED = /^条款\s?(\d{1,2}(?:\.\d{1,2}){0,3})(?![\d.])/
/** 【核查点一：告知与同意】, 核查项：访问权限 */
const OPENS_CHECKED = new RegExp(
  `^[【[]?(?:核查|检查|自查|审核|评估|评价|测评|审查|控制|合规)要?(?:点|项目?|事项)\\s?(${NUMERAL}(?:\\.\\d{1,2}){0,2})?[】\\]]?[：:、　 ]`,
)
const NAMES = new RegExp(`第(${NUMERAL})[条款]`, 'g')
/** 对应第二条：… 第二条、第三条整改：… at the beginning of a paragraph, with all clauses that it names. */
const ANSWERS = new RegExp(
  `^(?:(?:对应|针对|对照|关于|就|对)(?:上述)?第${NUMERAL}[条款](?:[、和及与]第${NUMERAL}[条款]){0,4}[^，。；：:]{0,8}|第${NUMERAL}[条款](?:[、和及与]第${NUMERAL}[条款]){0,4}的?(?:问题)?的?(?:整改|改正|改进|纠正|处理)[^，。；：:]{0,6})[，：:]`,
)
/** What such a clause or point may begin with. */
const POINTS = '条【[核检自审评测控合'

const STATE =
  '(?:(?:不完全|不|未|没有?|尚未|基本|部分|大体|完全|全部|已|(?:一般|轻微|严重)不)?(?:符合|达标|达到|做到|落实|合格)(?:要求|标准|规定|条款|项)?|(?:需要?|有待|尚待|亟需)(?:改进|整改|完善)|(?:观察|改进|整改)项)'
const VERDICT = new RegExp(
  `(?:(?<=^|[。；：，\\s])(?:自查|对照|评定|自评|审核|核查)?(?:结论|结果|自评|评价|判定|评定)(?:为|是|[：:])\\s?|[【[](?:自查|核查|审核)?(?:结论|结果|评价|判定)[】\\]][：:]?\\s?|——|(?<=[。；：，\\s]|^))(?<said>${STATE})(?=[。；，（(]|$)|[（(【](?<bracketed>${STATE})[）)】]`,
  'gm',
)
const HOLDS = /^(?:完全|全部|已)?(?:符合|达标|达到|做到|落实|合格)/
const HOLDS_MOSTLY = /^(?:基本|大体)/

/** Fewer may be quoted in passing. */
const LEAST = 3
const LEAST_JUDGED = 2

const numberOf = ofPiece((text, piece) => {
  if (!piece.opensBlock || piece.block.kind === 'cell') return undefined
  if (text.charAt(piece.start) !== '第')
    return POINTS.includes(text.charAt(piece.body)) ? numberOfPoint(text.slice(piece.body, piece.end)) : undefined
  const found = OPENS.exec(text.slice(piece.start, piece.end))
  return found && !answersClause(text, piece) ? String(parseNumeral(found[1] as string)) : undefined
})

/** By its first character: spares a look at most pieces. */
const mayOpen = (text: string, {start, body}: Piece): boolean =>
  text.charAt(start) === '第' || POINTS.includes(text.charAt(body))

/** The number of a clause of a standard or of a point of a checklist, which may have none; undefined where none begins. */
function numberOfPoint(words: string): string | undefined {
  if (words.startsWith('条')) return OPENS_AUDITED.exec(words)?.[1]
  const point = OPENS_CHECKED.exec(words)
  return point ? (point[1] ?? '') : undefined
}

/** Whether a paragraph says at its beginning which clauses it answers. */
export const answersClause = ofPiece((text, {body, end, opensBlock, block}) => {
  if (!opensBlock || block.kind === 'cell') return false
  const begins = text.slice(body, Math.min(end, body + LONGEST_NAMES))
  return begins.includes('第') && ANSWERS.test(begins)
})
const LONGEST_NAMES = 60

/** The numbers of the clauses that an answer names. */
export function clausesNamed(words: string): readonly string[] {
  const [names] = ANSWERS.exec(words.slice(0, LONGEST_NAMES)) ?? []
  return names ? matchesOf(NAMES, names).map(([, number]) => String(parseNumeral(number as string))) : []
}

/** The clauses of a report that goes through a regulation; undefined where it does not, or leaves open what holds. */
export function findClauses(text: string, pieces: readonly Piece[]): Clauses | undefined {
  const openers = pieces.filter((piece) => mayOpen(text, piece) && numberOf(text, piece) !== undefined)
  if (openers.length < LEAST) return undefined
  const groups = openers.map((opener, index) => {
    const from = pieces.indexOf(opener)
    const next = openers[index + 1]
    return pieces.slice(from, next ? pieces.indexOf(next) : undefined)
  })
  const whole = groups.slice(0, -1)
  const longest = Math.max(...whole.map(blocksOf))
  const areLabelled = whole.every(([, ...behind]) => behind.every((piece) => !piece.opensBlock || isField(text, piece)))
  const judged = groups.map((group) => clauseOf(text, upTo(text, group, longest, areLabelled)))
  const isAnsweredHere = ({holds, pieces: own}: Clause): boolean =>
    !holds && own.some((piece) => hasMeasureLabel(text, piece))
  const isAnswered = judged.some(isAnsweredHere)
  // 基本符合 with nothing to be done about it, where the others are answered
  const list = judged.map((clause) => ({
    ...clause,
    holds: clause.holds || (isAnswered && HOLDS_MOSTLY.test(clause.state) && !isAnsweredHere(clause)),
  }))
  if (list.filter(({verdict}) => verdict).length < Math.max(LEAST_JUDGED, list.length / 2)) return undefined
  const end = (list.at(-1) as Clause).end
  const answer = pieces.findIndex((piece) => piece.start >= end && answersClause(text, piece))
  const above = pieces[answer - 1]
  const title = above && above.start >= end && isLine(text, above) ? {start: above.body, end: above.end} : undefined
  const first = title ? above : pieces[answer]
  return {
    list,
    start: (list[0] as Clause).start,
    end,
    isAnswered,
    plan: first && {start: first.start, title},
    rest: pieces.find(({start}) => start >= end),
  }
}

const blocksOf = (pieces: readonly Piece[]): number => pieces.filter(({opensBlock}) => opensBlock).length

/** 【现状】… 处理：… */
const isField = ofPiece((text, {body, end}) => /^(?:【[一-鿿]{2,8}】|[一-鿿]{2,8}[：:])/.test(text.slice(body, end)))

/**
 * Behind the last clause other things follow: it has as many paragraphs as the longest of the others, each labelled where all of
 * theirs are, and ends at a heading.
 */
function upTo(text: string, pieces: readonly Piece[], most: number, areLabelled: boolean): readonly Piece[] {
  let blocks = 0
  const end = pieces.findIndex((piece, index) => {
    if (piece.opensBlock) blocks++
    return (
      index > 0 &&
      (blocks > most ||
        piece.block.kind === 'heading' ||
        (piece.opensBlock && (areLabelled ? !isField(text, piece) : isLine(text, piece))) ||
        answersClause(text, piece))
    )
  })
  return end < 0 ? pieces : pieces.slice(0, end)
}

const isLine = (text: string, {opensBlock, body, end, block}: Piece): boolean =>
  opensBlock && end === block.end && end - body <= LONGEST_LINE && !/[。；，：:]/.test(text.slice(body, end))

function clauseOf(text: string, pieces: readonly Piece[]): Clause & {readonly state: string} {
  const [first] = pieces as [Piece]
  const {start} = first
  const end = (pieces.at(-1) as Piece).end
  const found = matchesOf(VERDICT, text.slice(start, end))
  // 结论：符合。 counts before what is said in passing
  const match = found.findLast(({groups, 0: words}) => words !== groups?.said) ?? found.at(-1)
  const verdict = match && {start: start + match.index, end: start + match.index + match[0].length}
  const state = match?.groups?.said ?? match?.groups?.bracketed ?? ''
  return {start, end, pieces, verdict, number: numberOf(text, first) ?? '', holds: HOLDS.test(state), state}
}
