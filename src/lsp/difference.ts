import type {Change} from '../draft/change.ts'
import type {Diagnostic, Place, SourceEdit} from '../lint/diagnostic.ts'

/** What the findings of an earlier text of a draft have in common with those of a later one. */
export interface Kept {
  /** So many findings of the earlier list begin the later one, and so many end it; between them stand others. */
  readonly head: number
  readonly tail: number
  /** What stands at this offset of the earlier text or behind it has moved: by so many UTF-16 units, so many lines. */
  readonly from: number
  readonly by: number
  readonly lines: number
  /** By so many units of the reading text. */
  readonly reading: number
}

/** @param change what made the later text of the earlier one */
export function findKept(old: readonly Diagnostic[], now: readonly Diagnostic[], change: Change): Kept {
  const last = old.at(-1)
  const lastNow = now.at(-1)
  const [lines, reading] =
    last && lastNow ? [lastNow.endLine - last.endLine, lastNow.reading.end - last.reading.end] : [0, 0]
  const shift = {from: change.before, by: change.to - change.before, lines, reading}
  const isKept = (index: number, indexNow: number): boolean =>
    isMoved(old[index] as Diagnostic, now[indexNow] as Diagnostic, shift)
  const most = Math.min(old.length, now.length)
  let head = 0
  while (head < most && isKept(head, head)) head++
  let tail = 0
  while (tail < most - head && isKept(old.length - 1 - tail, now.length - 1 - tail)) tail++
  return {head, tail, ...shift}
}

/** The later list. @param between the findings that are not kept */
export function applyKept(old: readonly Diagnostic[], between: readonly Diagnostic[], kept: Kept): Diagnostic[] {
  const moved = (finding: Diagnostic): Diagnostic => move(finding, kept)
  const {head, tail} = kept
  return [...old.slice(0, head).map(moved), ...between, ...old.slice(old.length - tail).map(moved)]
}

type Shift = Pick<Kept, 'from' | 'by' | 'lines' | 'reading'>

/** A finding at its place in the later text; the very same one where nothing of it has moved. */
function move(finding: Diagnostic, shift: Shift): Diagnostic {
  const {from, reading} = shift
  const reaches = ({end}: {readonly end: number}): boolean => end >= from
  const {related, fix, suggestions} = finding
  if (
    !reaches(finding) &&
    !related.some(reaches) &&
    !fix?.edits.some(reaches) &&
    !suggestions.some(({edits}) => edits.some(reaches))
  )
    return finding
  return {
    ...movePlace(finding, shift),
    reading: {
      start: finding.start < from ? finding.reading.start : finding.reading.start + reading,
      end: finding.end < from ? finding.reading.end : finding.reading.end + reading,
    },
    related: related.map((place) => movePlace(place, shift)),
    ...(fix && {fix: {...fix, edits: moveEdits(fix.edits, shift)}}),
    suggestions: suggestions.map((one) => ({...one, edits: moveEdits(one.edits, shift)})),
  }
}

function movePlace<P extends Place>(place: P, {from, by, lines}: Shift): P {
  const {start, line, end, endLine} = place
  return {
    ...place,
    start: start < from ? start : start + by,
    line: start < from ? line : line + lines,
    end: end < from ? end : end + by,
    endLine: end < from ? endLine : endLine + lines,
  }
}

const moveEdits = (edits: readonly SourceEdit[], {from, by}: Shift): SourceEdit[] =>
  edits.map(({start, end, text}) => ({
    start: start < from ? start : start + by,
    end: end < from ? end : end + by,
    text,
  }))

/** Whether {@link move} makes one finding of the other; every field counts. */
function isMoved(old: Diagnostic, now: Diagnostic, shift: Shift): boolean {
  return (
    isPlaceMoved(old, now, shift) &&
    old.reading.start + (old.start < shift.from ? 0 : shift.reading) === now.reading.start &&
    old.reading.end + (old.end < shift.from ? 0 : shift.reading) === now.reading.end &&
    old.ruleId === now.ruleId &&
    old.severity === now.severity &&
    old.message === now.message &&
    old.url === now.url &&
    areAll(old.related, now.related, shift, isRemarkMoved) &&
    old.fix?.safety === now.fix?.safety &&
    areAll(old.fix?.edits ?? [], now.fix?.edits ?? [], shift, isEditMoved) &&
    areAll(old.suggestions, now.suggestions, shift, isSuggestionMoved)
  )
}

type Compare<Entry> = (old: Entry, now: Entry, shift: Shift) => boolean

const isPlaceMoved: Compare<Place> = (old, now, {from, by, lines}) =>
  old.start + (old.start < from ? 0 : by) === now.start &&
  old.end + (old.end < from ? 0 : by) === now.end &&
  old.line + (old.start < from ? 0 : lines) === now.line &&
  old.endLine + (old.end < from ? 0 : lines) === now.endLine &&
  old.column === now.column &&
  old.endColumn === now.endColumn

const isRemarkMoved: Compare<Diagnostic['related'][number]> = (old, now, shift) =>
  old.message === now.message && isPlaceMoved(old, now, shift)

const isEditMoved: Compare<SourceEdit> = (old, now, {from, by}) =>
  old.start + (old.start < from ? 0 : by) === now.start &&
  old.end + (old.end < from ? 0 : by) === now.end &&
  old.text === now.text

const isSuggestionMoved: Compare<Diagnostic['suggestions'][number]> = (old, now, shift) =>
  old.message === now.message && areAll(old.edits, now.edits, shift, isEditMoved)

function areAll<Entry>(old: readonly Entry[], now: readonly Entry[], shift: Shift, isSame: Compare<Entry>): boolean {
  if (old.length !== now.length) return false
  for (let at = 0; at < old.length; at++) if (!isSame(old[at] as Entry, now[at] as Entry, shift)) return false
  return true
}
