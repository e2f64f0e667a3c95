import type {Span} from '../draft/span.ts'
import type {Repair, Severity} from './rule.ts'

/** A place in the source: offsets in UTF-16 units, lines and columns from 1, columns in UTF-16 units. */
export interface Place {
  readonly start: number
  readonly end: number
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** Replaces the source text `[start, end)` by `text`. */
export interface SourceEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** What every reporter, fixer, editor and hook works from: the only result of a run. */
export interface Diagnostic extends Place {
  readonly ruleId: string
  readonly severity: Severity
  /** What is wrong and what to do, in the language of the run, one line. */
  readonly message: string
  /** The page that explains the rule. */
  readonly url: string
  /** The same words in the draft's reading text. */
  readonly reading: Span
  readonly related: readonly (Place & {readonly message: string})[]
  readonly fix?: {readonly safety: Exclude<Repair, 'none' | 'suggestion'>; readonly edits: readonly SourceEdit[]}
  readonly suggestions: readonly {readonly message: string; readonly edits: readonly SourceEdit[]}[]
}
