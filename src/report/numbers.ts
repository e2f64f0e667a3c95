import {chineseNumeral} from '../language/numerals.ts'
import type {Edit} from '../lint/rule.ts'
import type {Series} from './series.ts'

/** The edits that make a series count on from its first wrong number; undefined where a number cannot be written so. */
export function renumbered(text: string, {kind, members, misnumbered}: Series): readonly Edit[] | undefined {
  const [first] = misnumbered
  if (!first) return undefined
  const edits: Edit[] = []
  let next = first.expected
  for (const {mark, value} of members.slice(members.indexOf(first.member))) {
    const words = text.slice(mark.start, mark.end)
    // of 1.2 the last part counts
    const number = /[一二三四五六七八九十]{1,3}|\d{1,2}(?=\D*$)|[①-⑳]/.exec(words)
    if (!number || next > 99 || (kind === 'circled' && next > 20)) return undefined
    if (value !== next) {
      const start = mark.start + number.index
      const written =
        kind === 'circled'
          ? String.fromCharCode(0x245f + next)
          : /\d/.test(number[0])
            ? String(next)
            : chineseNumeral(next)
      edits.push({at: {start, end: start + number[0].length}, text: written})
    }
    next++
  }
  return edits
}
