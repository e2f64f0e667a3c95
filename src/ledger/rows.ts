import type {Report} from '../report/report.ts'
import {titleUnit} from '../report/unit-names.ts'
import {causeFinder} from './causes.ts'
import {deadlineOf, ownerOf, statusOf, targetOf} from './fields.ts'

/** How a problem and a measure belong together: `free` is a measure that answers no listed problem. */
export type Match = 'answered' | 'weak' | 'none' | 'free'

/** One line of a ledger of rectification (整改台账). What the draft doesn't say is ''. */
export interface LedgerRow {
  /** Counts problems, from 1; the rows of a problem's further measures bear its number. A free measure has none. */
  readonly number: number | undefined
  /** The row goes on with another measure of the problem above. */
  readonly continues: boolean
  readonly problem: string
  readonly cause: string
  readonly measure: string
  readonly owner: string
  readonly deadline: string
  readonly target: string
  readonly status: string
  readonly match: Match
}

/** 一是, 第二，, 首先， in front of an item: words that only count. */
const COUNTING =
  /^(?:[一二三四五六七八九十]{1,3}(?:是|要)|第[一二三四五六七八九十]{1,3}[，,、]|(?:首先|其次|再次|最后|此外|另外|同时)[，,])/

/** A line break, and the spaces of a layout, between two Chinese characters or marks. */
const LAYOUT = /(?<=[^ -~\s])\s+(?=[^ -~\s])/g

const plain = (words: string): string => words.replace(LAYOUT, '').replace(/\s+/g, ' ').trim().replace(COUNTING, '')

/** Problems with their measures in the order of the draft, then the measures that answer no problem. */
export function ledgerRows(report: Report): LedgerRow[] {
  const {problems, measures, answers} = report
  const causeOf = causeFinder(report)
  const used = new Set<number>()
  const rows = problems.flatMap((problem, index): LedgerRow[] => {
    const found = answers.problems[index]
    const near = found?.verdict === 'weak' && found.nearest ? [found.nearest] : []
    const links = [...(found?.links.length ? found.links : near)].sort((a, b) => a.measure - b.measure)
    const match = links.length ? (found?.verdict ?? 'none') : 'none'
    const common = {number: index + 1, problem: plain(report.words(problem)), cause: causeOf(index), match}
    if (!links.length) return [{...common, continues: false, ...fieldsOf(report, undefined, report.words(problem))}]
    return links.map(({measure}, at) => {
      used.add(measure)
      return {...common, continues: at > 0, ...fieldsOf(report, measure, report.words(problem))}
    })
  })
  const free = measures.flatMap((_, index): LedgerRow[] =>
    used.has(index)
      ? []
      : [{number: undefined, continues: false, problem: '', cause: '', match: 'free', ...fieldsOf(report, index, '')}],
  )
  return [...rows, ...free]
}

function fieldsOf(report: Report, index: number | undefined, problem: string) {
  const measure = index === undefined ? undefined : report.measures[index]
  if (!measure) return {measure: '', owner: '', deadline: '', target: '', status: statusOf(problem)}
  const words = report.words(measure)
  return {
    measure: plain(words),
    owner: ownerOf(report.text, measure),
    deadline: deadlineOf(report.text, measure),
    target: targetOf(report.text, measure),
    status: (measure.status && statusOf(report.words(measure.status))) || statusOf(words) || statusOf(problem),
  }
}

/** The unit that hands in the report: as configured, as signed, as the title says; '' where none does. */
export function unitOf(report: Report): string {
  const {frame, user} = report
  if (user.unit) return user.unit
  if (frame.signature) return report.words(frame.signature).replace(/\n/g, '、').replace(/\s+/g, '')
  return (frame.title && titleUnit(report.words(frame.title))) ?? ''
}
