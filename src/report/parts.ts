import {indexAfter, type Span} from '../draft/span.ts'
import {isSpace} from '../language/characters.ts'
import {asksSomething} from './asked.ts'
import {type Clause, findClauses} from './clauses.ts'
import type {Report} from './report.ts'
import type {Role} from './roles.ts'
import type {Section} from './sections.ts'

export const sectionsOf = ({sections}: Report, ...roles: readonly Role[]): readonly Section[] =>
  sections.filter(({role}) => roles.includes(role))

/** Whether what stands there tells what was done: in such a part, or in a clause that holds among those that do not. */
export function tellsWork(report: Report, offset: number): boolean {
  const section = report.sectionAt(offset)
  if (section?.role === 'work' || section?.role === 'lead') return true
  return clauseAt(report, offset)?.holds === true
}

/** The clause of a regulation that holds an offset, in a report that goes through one. */
function clauseAt(report: Report, offset: number): Clause | undefined {
  const section = report.sectionAt(offset)
  if (!section?.role.startsWith('problems')) return undefined
  return findClauses(report.text, section.pieces)?.list.find(({start, end}) => start <= offset && offset < end)
}

/** Whether what stands there answers one question of many, or speaks of one clause or of one part with problems of many. */
function isOneOfMany(report: Report, offset: number): boolean {
  const section = report.sectionAt(offset)
  const {role} = section ?? {}
  if (role === 'problems-plan' && report.sections.filter((other) => other.role === role).length > 1) return true
  return (section?.role === 'work' && asksSomething(report.text, section)) || clauseAt(report, offset) !== undefined
}

/** Where a part that is missing at the end of the report would stand: behind its last word before annexes and signature. */
export const endOfBody = ({frame}: Report): Span => ({start: frame.body.end, end: frame.body.end})

/** The words of a section's heading; empty where it has none. */
export const headingOf = (report: Report, {title}: Section): string => (title ? report.words(title) : '')

/** Characters as a notice counts them: without spaces and line ends. */
export const countCharacters = (words: string): number => countBetween(words, 0, words.length)

function countBetween(text: string, start: number, end: number): number {
  let count = 0
  for (let at = start; at < end; at++) if (!isSpace(text.charCodeAt(at))) count++
  return count
}

interface Counted extends Span {
  readonly count: number
}

const countIn = (words: string): readonly Counted[] => [{start: 0, end: words.length, count: countCharacters(words)}]

/** The blocks of a report with their characters: parts lie in one another, and an editor asks for each version. */
const countedBlocks = new WeakMap<Report, readonly Counted[]>()

/** The characters of a span of a report, as `countCharacters` counts them. */
export function charactersIn(report: Report, {start, end}: Span): number {
  let blocks = countedBlocks.get(report)
  if (!blocks) countedBlocks.set(report, (blocks = report.inBlocks(countIn)))
  const {text} = report
  let count = 0
  let from = start
  for (let at = indexAfter(blocks, start); from < end; at++) {
    const block = blocks[at]
    if (!block || block.end > end) return count + countBetween(text, from, end)
    count +=
      block.start < from ? countBetween(text, from, block.end) : countBetween(text, from, block.start) + block.count
    from = block.end
  }
  return count
}

/** What each kind of part takes of the report, 0 to 1 of all characters in parts; an empty report has no shares. */
export function sharesOf(report: Report): {readonly work: number; readonly problems: number; readonly total: number} {
  const lengths = {work: 0, problems: 0, total: 0}
  for (const section of report.sections) {
    if (['title', 'addressee', 'attachment', 'signature', 'date'].includes(section.role)) continue
    const length = charactersIn(report, section)
    lengths.total += length
    if (section.role === 'work') lengths.work += length
    else if (section.role === 'problems' || section.role === 'causes') lengths.problems += length
    // one part for problems and measures: half of it tells problems
    else if (section.role === 'problems-plan') lengths.problems += length / 2
  }
  // faults admitted in passing, inside what was done
  for (const problem of report.problems)
    if (report.sectionAt(problem.start)?.role === 'work') lengths.problems += charactersIn(report, problem) / 2
  const total = lengths.total || 1
  return {work: lengths.work / total, problems: lengths.problems / total, total: lengths.total}
}

/** A text cut down to `most` characters for a message. */
export const excerpt = (words: string, most = 24): string => {
  const plain = words.replace(/\s+/g, ' ').trim()
  return plain.length > most ? `${plain.slice(0, most)}…` : plain
}

const WHOLE_DENIAL =
  /(?:未|没有|没|并未|并没有)(?:发现|查出|检查出|查到|排查出|存在|出现)(?:存在|有)?(任何|其他|其它)?([^，。；：！？未没]{0,16}?)(?:的)?(问题|隐患|情况|情形|现象|行为)(?=[，。；：！\s]|$)|不存在(任何|其他|其它)?([^，。；：！？不]{0,16}?)(?:的)?(问题|隐患|情况|情形|现象|行为)(?=[，。；：！\s]|$)/g

/** Kinds of faults so wide that denying them denies all. */
const WIDE =
  /违规|违纪|违法|违反规定|不符合(规定|要求)?|不规范|方面|各类|相关|有关|明显|安全|工作|上述|该|等|的|和|、|存在/g

/** Narrows what is denied: part of what was looked at, a second look, one kind of fault. */
const PARTIAL =
  /[这此该本]一?(?:条|项(?!工作)|[点处间栋层片]|个?方面)|其余|其他|另|抽查|上次|上一|此前|复查|再次|其中|上述|\d+(?:个|家|份|台|处|辆|人|本|名|笔|条)|重大|严重/

/** Of one place or hour among several: 2号楼：…, 7:20 … */
const OF_ONE = /^\s*(?:(?![^：]*(?:自查|[检排核]查|总体|情况|结论|结果))[^，。；：]{2,16}：|\d{1,2}[:：]\d\d)/

/** Who does not have any: the body itself or all that was looked at. Else 不存在违规情形 is said of what its sentence is about. */
const OF_ALL =
  /^.{0,2}$|任何|自查|检查|排查|核查|清查|总体|整体|总的|我[一-鿿]{1,3}|本[一-鿿]{1,3}|全[局镇乡校院县市区]|均|都/

const isKindOf = (report: Report, kind: string, problems: readonly Span[]): boolean =>
  kind.length >= SHORTEST_KIND && problems.some((problem) => report.words(problem).includes(kind))

/** A kind of fault is told by at least so many characters: 涉密载体. */
const SHORTEST_KIND = 3

export interface Denial extends Span {
  /** The problems that it contradicts. */
  readonly problems: readonly Span[]
}

/** 未发现新的问题: of old ones it says nothing. */
const NEW = /^新(?:增的?|的|$)/
/** But for an old one that is told again. */
const NOT_NEW = /但|不过|仍|尚|原有|遗留|反复|反弹|老问题|此前|上次|以往/

/** The problems of a part that follow a denial of new ones there: in 二、新发现的问题 these are new. */
function listedAsNew(report: Report, {start, end}: Span, problems: readonly Span[]): readonly Span[] {
  const section = report.sectionAt(start)
  if (section?.role !== 'problems') return []
  const inside = problems.filter((problem) => problem.start >= section.start && problem.start < section.end)
  const [first] = inside
  return first && first.start >= end && !NOT_NEW.test(report.text.slice(section.start, first.start)) ? inside : []
}

/**
 * 未发现任何问题: the places where a report says that nothing was found at all. A denial of one kind of fault is none, unless
 * it denies any (未发现任何涉密载体方面的问题) and one of the problems is of that kind.
 */
export function wholeDenials(report: Report, problems: readonly Span[] = []): readonly Denial[] {
  const title = report.frame.title ? report.words(report.frame.title) : ''
  const found: Denial[] = []
  for (const match of report.find(WHOLE_DENIAL)) {
    const denied = match[2] ?? match[5] ?? ''
    const listed = NEW.test(denied) ? listedAsNew(report, match, problems) : problems
    if (listed !== problems && !listed.length) continue
    const kind = denied.replace(NEW, '').replace(WIDE, '')
    const isOfTitle = title && [...kind].every((character) => title.includes(character))
    if (kind && !isOfTitle && !(match[1] === '任何' && isKindOf(report, kind.replace(/管理|使用|情况/g, ''), problems)))
      continue
    if (/其他|其它/.test(match[1] ?? match[4] ?? '')) continue
    const sentence = report.sentenceAt(match.start)
    const before = report.text.slice(sentence?.start ?? match.start, match.start)
    const clause = before.slice(Math.max(before.lastIndexOf('；'), before.lastIndexOf('，')) + 1)
    if (PARTIAL.test(clause) || PARTIAL.test(match[0])) continue
    if ((problems.length && OF_ONE.test(before)) || isOneOfMany(report, match.start)) continue
    if (match[0].startsWith('不存在') && !OF_ALL.test(before) && !OF_ALL.test(match[0])) continue
    found.push({start: match.start, end: match.end, problems: listed})
  }
  return found
}
