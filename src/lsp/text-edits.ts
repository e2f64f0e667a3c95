import type {SourceEdit} from '../lint/diagnostic.ts'

/** The lines of a text, each with its line end. */
const linesOf = (text: string): string[] => text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? []

/** Edits that turn one text into another and leave alone what lies between them, so that cursors and folds stay. */
export function smallEdits(before: string, after: string): SourceEdit[] {
  const old = linesOf(before)
  const now = linesOf(after)
  // fixes seldom add or remove lines
  if (old.length !== now.length) return trimmed(before, after, 0)
  let at = 0
  return old.flatMap((line, index) => {
    const edits = trimmed(line, now[index] as string, at)
    at += line.length
    return edits
  })
}

/** The one edit between what two texts begin and end with in common; none where they are equal. */
function trimmed(before: string, after: string, offset: number): SourceEdit[] {
  if (before === after) return []
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head++
  let tail = 0
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  // a pair of surrogates is never cut
  if (head > 0 && isLead(before.charCodeAt(head - 1))) head--
  if (tail > 0 && isTrail(before.charCodeAt(before.length - tail))) tail--
  return [{start: offset + head, end: offset + before.length - tail, text: after.slice(head, after.length - tail)}]
}

const isLead = (code: number): boolean => code >= 0xd800 && code < 0xdc00
const isTrail = (code: number): boolean => code >= 0xdc00 && code < 0xe000
