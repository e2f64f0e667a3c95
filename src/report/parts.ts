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
export function isOneOfMany(report: Report, offset: number): boolean {
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
