import type {Diagnostic} from '../lint/diagnostic.ts'
import type {Report} from '../report/report.ts'

/** What linting one file gave. */
export interface FileResult {
  /** As the user named it. */
  readonly filePath: string
  /** The text in which the diagnostics' places count. */
  readonly source: string
  readonly diagnostics: readonly Diagnostic[]
  /** What was understood, for reporters that show it. */
  readonly report?: Report
}

export interface Counts {
  readonly error: number
  readonly warning: number
  readonly info: number
  readonly fixable: number
}

export function countDiagnostics(diagnostics: Iterable<Diagnostic>): Counts {
  const counts = {error: 0, warning: 0, info: 0, fixable: 0}
  for (const {severity, fix} of diagnostics) {
    counts[severity]++
    if (fix?.safety === 'safe') counts.fixable++
  }
  return counts
}
