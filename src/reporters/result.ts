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

/** All results, for those who need them at once. */
export async function collect(results: AsyncIterable<FileResult>): Promise<FileResult[]> {
  const all: FileResult[] = []
  for await (const result of results) all.push(result)
  return all
}

export interface Counts {
  error: number
  warning: number
  info: number
  fixable: number
}

/** @param counts of others, to which these are added */
export function countDiagnostics(
  diagnostics: Iterable<Diagnostic>,
  counts: Counts = {error: 0, warning: 0, info: 0, fixable: 0},
): Counts {
  for (const {severity, fix} of diagnostics) {
    counts[severity]++
    if (fix?.safety === 'safe') counts.fixable++
  }
  return counts
}
