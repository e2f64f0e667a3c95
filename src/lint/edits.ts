import type {SourceEdit} from './diagnostic.ts'

/** A text after edits, and the edits that were left out because they overlap an earlier one. */
export interface Edited {
  readonly text: string
  readonly applied: readonly SourceEdit[]
}

/** Applies edits that don't overlap, in order of place; of two that overlap the first counts, equal ones once. */
export function applyEdits(text: string, edits: readonly SourceEdit[]): Edited {
  const applied: SourceEdit[] = []
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = applied.at(-1)
    const overlaps = last && (edit.start < last.end || (edit.start === last.start && edit.end === last.end))
    if (!overlaps) applied.push(edit)
  }
  let result = ''
  let at = 0
  for (const edit of applied) {
    result += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return {text: result + text.slice(at), applied}
}
