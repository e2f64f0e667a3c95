import type {SourceEdit} from './diagnostic.ts'

/** One repair: all of its edits are applied, or none. */
export type Fix = readonly SourceEdit[]

const byPlace = (a: SourceEdit, b: SourceEdit): number => a.start - b.start || a.end - b.end

const collide = (a: SourceEdit, b: SourceEdit): boolean =>
  (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === b.end)

/** Applies the fixes that don't overlap an earlier one, in order of place. */
export function applyFixes(text: string, fixes: readonly Fix[]): {readonly text: string; readonly applied: number} {
  const edits: SourceEdit[] = []
  let applied = 0
  const inOrder = fixes.map((fix) => [...fix].sort(byPlace)).sort((a, b) => (a[0] && b[0] ? byPlace(a[0], b[0]) : 0))
  // fixes come in order of place, so that one can only collide with those whose last edit reaches behind its first
  let open: SourceEdit[] = []
  for (const fix of inOrder) {
    const first = fix[0]
    if (!first) continue
    open = open.filter((edit) => edit.end >= first.start)
    if (fix.some((edit) => open.some((other) => collide(edit, other)))) continue
    edits.push(...fix)
    open.push(...fix)
    applied++
  }
  edits.sort(byPlace)
  const parts: string[] = []
  let at = 0
  for (const edit of edits) {
    parts.push(text.slice(at, edit.start), edit.text)
    at = edit.end
  }
  parts.push(text.slice(at))
  return {text: parts.join(''), applied}
}
