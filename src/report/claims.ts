import type {Draft} from '../draft/draft.ts'
import {flatMap} from '../draft/flat-map.ts'
import {inOrder, moved, type Span} from '../draft/span.ts'
import {matchesOf} from '../language/matches.ts'
import {parseNumeral} from '../language/numerals.ts'
import {admitsFault} from '../language/tone.ts'
import type {Piece} from './marks.ts'
import {headingRole} from './roles.ts'
import type {Member, Series} from './series.ts'
import {ofPiece} from './wording.ts'

/** A number that announces a list: 三个方面, 以下4个问题, （6条） in a heading. Its span holds number and noun. */
export interface Claim extends Span {
  readonly number: Span
  readonly value: number
  /** What is counted: 方面, 问题. */
  readonly noun: string
  /** The list that begins right behind it; undefined where none does. */
  readonly list: Series | undefined
  /** 三个方面：…；…；…；…。 how many are told in its own sentence, where it is plain; else undefined. */
  readonly told: number | undefined
  /** 上述4个问题: what it counts stands before it, and a list behind it tells something else. */
  readonly looksBack: boolean
}

const NUMBER = '(?<number>\\d{1,2}|[一二两三四五六七八九十]{1,3})'
const NOUN =
  '(?:方面|问题|不足(?:之处)?|短板|弱项|差距|薄弱环节|环节|隐患|漏洞|困难|原因|措施|举措|办法|任务|工作|建议|意见|要求|打算|教训|体会|情况|做法|表现|不够|不到位|成效|成果|亮点|特点|目标|机制|重点|关口|突破|抓手|步骤|阶段|层面|维度)'
const LAST_NOUN = new RegExp(`${NOUN}$`)
/** 工作小组, 问题清单: the noun only begins another word. */
const OTHER = '小?组|专班|领导|机制|方案|台账|清单|会议?|人员|者|性|量|面|[所站室科处]|部门|单位|企业|经费|线索|培训'
/**
 * 三个方面的突出问题, 四点意见, 抓三件事, 存在问题5个; 下一步抓三项工作 counts three. That a number begins is asked first: it
 * tells most places apart.
 */
const CLAIM = new RegExp(
  `(?=[\\d一二两三四五六七八九十])(?<![\\d第.百千万一二两三四五六七八九十“〔])(?:${NUMBER}(?<!一(?=[步年轮次季月直些般起]))\\s?(?:个|项|条|点|类|种|处|大)?(?:主要|突出|重点|具体|关键)?(?:方面的?(?:[一-鿿]{0,6}?${NOUN})?|[一-鿿]{0,6}?${NOUN}|件(?:大|要紧)?事(?![项故业务实情宜例迹])))(?!${OTHER})`,
  'g',
)
const COUNTED = new RegExp(
  `(?<noun>${NOUN})(?:主要)?(?:有|共|计|共计|共有|是)?(?:以下|如下)?${NUMBER}(?:个|项|条|点|类|种|处)(?![一-鿿])`,
  'g',
)
/** 以下五点; 归纳起来共五条：一是… names nothing that is counted. */
const POINTS = new RegExp(
  `(?:以下|如下|下列|[有共](?=[^：:]{2,4}[：:]\\s?(?:$|[一1])))${NUMBER}(?:点|条|项|个|样|桩|件)(?![一-鿿])`,
  'g',
)
/** （6条） behind the words of a heading. */
const IN_HEADING = new RegExp(
  `[（(]共?(?:计)?${NUMBER}(?:个|项|条|点|类|种|处)(?:方面|问题|措施)?[)）](?=[：:]?$)`,
  'g',
)
export const ENDING: readonly RegExp[] = [COUNTED, POINTS, IN_HEADING]
/** What all of these end with: a number with its classifier, and no noun behind that. Most paragraphs have none. */
export const MAY_END =
  /[个项条点类种处样桩件](?:(?![一-鿿])|(?=(?:方面|问题|措施)[)）]))(?<=[\d一二两三四五六七八九十].)/
const ALL: readonly RegExp[] = [CLAIM, ...ENDING]
const CLAIM_ALONE: readonly RegExp[] = [CLAIM]

/** How far behind the claim its list may begin. */
const REACH = 40

/** @param series the draft's, in reading order */
export function findClaims(draft: Draft, pieces: readonly Piece[], series: readonly Series[]): readonly Claim[] {
  const firsts = new Map(series.map((list) => [(list.members[0] as Member).piece.start, list]))
  const claims: Claim[] = []
  pieces.forEach((piece, index) => {
    const counts = countsIn(draft.text, piece)
    const last = counts.at(-1)
    if (!last) return
    const next = pieces[index + 1]
    // only the last number before a list can announce it
    const begun = next && last.announces ? (firsts.get(next.start) ?? bulletsBehind(pieces, index)) : undefined
    const list = begun && announcesItems(draft.text, moveCount(last, piece.start), begun) ? begun : undefined
    for (const count of counts) claims.push({...moveCount(count, piece.start), list: count === last ? list : undefined})
  })
  return claims
}

/** The list of bullets that begins behind a piece: they have no numbers, and are counted. */
function bulletsBehind(pieces: readonly Piece[], index: number): Series | undefined {
  const from = index + 1
  const first = pieces[from] as Piece
  if (!first.opensBlock || !isBullet(first) || isBullet(pieces[index] as Piece)) return undefined
  const {list} = first.block
  const found: Piece[] = []
  for (let at = from; at < pieces.length; at++) {
    const piece = pieces[at] as Piece
    if (!piece.opensBlock) continue
    if (list ? !piece.block.list : !isBullet(piece)) break
    if (piece.block.list?.id === list?.id) found.push(piece)
  }
  const members = found.map((piece, index): Member => {
    const mark = {kind: 'bullet' as const, start: piece.start, end: piece.end, value: undefined, tail: ''}
    return {mark, value: index + 1, piece, span: {start: piece.start, end: piece.end}}
  })
  return members.length < 2
    ? undefined
    : {kind: 'bullet', members, count: members.length, loose: 0, misnumbered: [], parent: undefined}
}

const isBullet = ({block: {list}, mark}: Piece): boolean => (list ? !list.ordered : mark?.kind === 'bullet')

/** A number in a piece that may announce a list. Its places count from the piece's start. */
interface Count extends Span {
  readonly number: Span
  readonly value: number
  readonly noun: string
  readonly told: number | undefined
  readonly looksBack: boolean
  /** Nothing but the end of its sentence stands behind it. */
  readonly announces: boolean
}

const NONE: readonly Count[] = []

const countsIn = ofPiece((text, {block, start, end}): readonly Count[] => {
  if (block.kind === 'cell') return NONE
  const words = text.slice(start, end)
  const found = flatMap(MAY_END.test(words) ? ALL : CLAIM_ALONE, (pattern) =>
    flatMap(matchesOf(pattern, words), (match) => countOf(words, match, pattern) ?? []),
  )
  return found.length ? disjoint(found) : NONE
})

const moveCount = (count: Count, by: number): Count => ({
  ...moved(count, by),
  number: moved(count.number, by),
})

/** In reading order; of claims that overlap the first. */
function disjoint(counts: readonly Count[]): Count[] {
  const kept: Count[] = []
  for (const count of inOrder(counts)) if (count.start >= (kept.at(-1)?.end ?? 0)) kept.push(count)
  return kept
}

/** A number, a gap and no word that counts. */
const NUMBERED = /^\d{1,2}[ 　\t]+(?![个项条点类种处大])/

function countOf(words: string, match: RegExpExecArray, pattern: RegExp): Count | undefined {
  const number = match.groups?.number ?? ''
  const value = parseNumeral(number)
  if (value === undefined || value < 2) return undefined
  // 2 自查发现的问题: the number of a heading
  if (match.index === 0 && NUMBERED.test(words)) return undefined
  const end = match.index + match[0].length
  const at =
    match.index + (pattern === COUNTED || pattern === POINTS ? match[0].lastIndexOf(number) : match[0].indexOf(number))
  // 共五条： begins with its number, 以下五点 with its word
  const start = pattern === POINTS && /^[有共]/.test(match[0]) ? at : match.index
  const noun = pattern === COUNTED ? (match.groups?.noun ?? '') : (LAST_NOUN.exec(match[0])?.[0] ?? '')
  const looksBack = /(?:上述|以上|前述)的?$/.test(words.slice(Math.max(0, start - 3), start))
  return {
    start,
    end,
    number: {start: at, end: at + number.length},
    value,
    noun,
    told: pattern === CLAIM && !looksBack ? toldBehind(words, end, value, words.charAt(at + number.length)) : undefined,
    looksBack,
    announces:
      !looksBack && (announces(words, end) || (/方面$/.test(match[0]) && /^[，,]$/.test(words.slice(end).trim()))),
  }
}

/** What goes on with the part before it, or speaks of all of them. */
const NO_MEMBER =
  /^(?:[并且而但对若如由需让使]|同时|其[中余他]|另|此外|还|以[上及]|上述|这|[均都已]|全部|目前|现|特别|尤其|例如|比如|总|相关|有关|问题|各[项类个]|[两三四]者)|[：:]/
/** 制度上，…；…；执行上，…: some of the parts are parts of another. */
const HEADS_SOME = /^[^，。；]{1,8}(?:上|方面|中|环节|层面|时)[，,]/

/** A sentence that goes on for longer is read no further. */
const LONGEST_LIST = 600

/** The parts set apart by ； in the sentence that a number announces: 重点抓三个方面：…；…；…；…。 One more than it says is a slip. */
function toldBehind(words: string, from: number, value: number, unit: string): number | undefined {
  if (words.charAt(from) !== '：') return undefined
  const behind = words.slice(from + 1, from + LONGEST_LIST)
  const end = behind.indexOf('。')
  const parts = end < 0 ? [] : behind.slice(0, end).split('；')
  if (parts.length < value || parts.some((part) => !part || NO_MEMBER.test(part))) return undefined
  const heads = parts.filter((part) => HEADS_SOME.test(part)).length
  if (heads > 0 && heads < parts.length) return undefined
  const counted = matchesOf(new RegExp(`(\\d{1,3})\\s?${unit}`, 'g'), parts.join('；'))
  return counted.reduce((sum, match) => sum + Number(match[1]), 0) === value ? undefined : parts.length
}

/** 一、基本情况 二、存在的问题: the parts of the report, which no number in its opening counts. */
const isDivision = (text: string, {kind, members}: Series): boolean =>
  kind === 'chinese' &&
  members.some(({piece}) => headingRole(text.slice(piece.body, Math.min(piece.end, piece.body + 20))) !== undefined)

const FAULTS = /问题|不足|短板|弱项|差距|薄弱环节|隐患|漏洞|困难|不够|不到位/

/** 五个短板, under five headings that each tell one; a sixth, 进度和责任, tells none. Where none does they name parts. */
function goesPast(text: string, {value, noun}: Count, {members, count}: Series): boolean {
  if (count <= value || members.length <= value || !FAULTS.test(noun)) return false
  const told = members.map(({piece}) => text.slice(piece.body, piece.end))
  return (
    members.slice(value).every(({piece}) => isTitle(text, piece)) &&
    told.slice(value).every((words) => !admitsFault(words) || headingRole(words) === 'plan') &&
    told.slice(0, value).filter(admitsFault).length * 2 > value
  )
}

const LONGEST_TITLE = 30

/** Whether a piece is a line of its own that is no sentence. */
const isTitle = (text: string, {block, opensBlock, body, end}: Piece): boolean =>
  block.kind === 'heading' ||
  (opensBlock && end === block.end && end - body <= LONGEST_TITLE && !/[。；]$/.test(text.slice(end - 1, end)))

/** Whether the items of a list are what a number before it counts. */
const announcesItems = (text: string, count: Count, list: Series): boolean =>
  !isDivision(text, list) &&
  !goesPast(text, count, list) &&
  !countsGroups(text, count, list) &&
  !isAddedUp(text, count, list)

/** 三个方面5个问题, 3类7个问题: the list is one of the groups that the number before tells. */
const GROUPS = new RegExp(`${NUMBER}\\s?(?:个|大)?(?:方面|大?类|层面|领域|板块)(?:的|共|共计|[，、])?$`)

function countsGroups(text: string, {start, value}: Count, {count}: Series): boolean {
  const groups = GROUPS.exec(text.slice(Math.max(0, start - 12), start))?.groups?.number
  return groups !== undefined && count !== value && parseNumeral(groups) === count
}

/** 问题共26条：①班子7条；②个人19条: each item counts a part of the number. */
function isAddedUp(text: string, {number, value}: Count, {members, count}: Series): boolean {
  const unit = text.charAt(number.end)
  if (count === value || !/[个项条点类种处]/.test(unit)) return false
  const part = new RegExp(`(\\d+)\\s?${unit}`)
  const parts = members.map(({span}) => Number(part.exec(text.slice(span.start, span.end))?.[1]))
  return parts.reduce((sum, told) => sum + told, 0) === value
}

/** Behind a comma the sentence must go on to the list: …问题，主要表现在：; not 部署的13项措施，成效明显。 */
const LEADS_ON =
  /^[^，。；]{0,14}(?:，(?:主要|具体|集中|突出|表现|体现|分别|归纳|概括|即|包括|现|需|分述)[^。；]{0,24})?[：:。；]?\s*$/

/** …问题，涉及金额5.1万元： says how much they come to, and counts nothing. */
const AMOUNT = /，(?:共|共计|累计|合计)?涉及[一-鿿]{0,6}\d[\d.]{0,9}[万亿]?元(?=[：:。])/

/** Whether nothing but the end of its sentence stands behind a place in a piece's words. */
function announces(words: string, from: number): boolean {
  if (words.length - from > REACH) return false
  const rest = words.slice(from).replace(AMOUNT, '')
  return LEADS_ON.test(rest) && !/\d/.test(rest)
}
