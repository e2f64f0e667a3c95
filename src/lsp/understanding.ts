import type {Span} from '../draft/span.ts'
import type {Answer, Verdict} from '../report/correspondence/answers.ts'
import type {Item as ReportItem} from '../report/items.ts'
import type {Node} from '../report/outline.ts'
import type {Report} from '../report/report.ts'
import type {Role} from '../report/roles.ts'

/**
 * What an editor shows of a report. Plain data, so that it can come from another thread; every span counts in the
 * draft's source.
 */
export interface Understanding {
  readonly genre: {readonly zh: string; readonly en: string}
  readonly genreConfidence: number
  readonly sections: readonly Part[]
  readonly problems: readonly Problem[]
  readonly measures: readonly MeasureItem[]
  readonly causes: readonly Item[]
  /** Indexes into `problems` and `measures`, with score and evidence. */
  readonly links: readonly Answer[]
  readonly blanks: readonly Span[]
  /** Headings and items with what stands under them. */
  readonly folds: readonly Span[]
}

export interface Part extends Span {
  readonly role: Role
  /** Empty where it has no heading. */
  readonly title: string
  readonly titleSpan: Span | undefined
}

export interface Item extends Span {
  /** `P1`, `M1`, `C1` … */
  readonly id: string
  /** Its first clause. */
  readonly head: string
}

export interface Problem extends Item {
  readonly verdict: Verdict
  readonly nearest: Answer | undefined
}

export interface MeasureItem extends Item {
  readonly owner: string | undefined
  readonly deadline: string | undefined
}

export function understand(report: Report): Understanding {
  const {genre, answers} = report
  const place = (span: Span): Span => report.draft.map.toSource({start: span.start, end: span.end})
  const words = (span: Span | undefined): string | undefined => (span ? report.words(span) : undefined)
  const item = (found: ReportItem): Item => ({id: found.id, head: report.words(found.head), ...place(found)})
  return {
    genre: genre.name,
    genreConfidence: genre.confidence,
    sections: report.sections.map(({role, title, start, end}) => ({
      role,
      title: words(title) ?? '',
      titleSpan: title && place(title),
      ...place({start, end}),
    })),
    problems: report.problems.map((problem, index) => ({
      ...item(problem),
      verdict: answers.problems[index]?.verdict ?? 'none',
      nearest: answers.problems[index]?.nearest,
    })),
    measures: report.measures.map((measure) => ({
      ...item(measure),
      owner: words(measure.owner),
      deadline: words(measure.deadline),
    })),
    causes: report.causes.map(item),
    links: answers.links,
    blanks: report.blanks.map(place),
    folds: report.outline.nodes.flatMap(foldsOf).map(place),
  }
}

/** Longer than a line, and more than its own heading. */
const foldsOf = (node: Node): Span[] => [
  ...(node.end > node.title.end ? [{start: node.start, end: node.end}] : []),
  ...node.children.flatMap(foldsOf),
]
