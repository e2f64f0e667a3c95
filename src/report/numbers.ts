import {chineseNumeral} from '../language/numerals.ts'
import type {Edit} from '../lint/rule.ts'
import type {Series} from './series.ts'

/** The edits that make a series count on from its first wrong number; undefined where a number cannot be written so. */
export function renumbered(text: string, {members, misnumbered}: Series): readonly Edit[] | undefined {
  const [first] = misnumbered
  if (!first) return undefined
  const edits: Edit[] = []
  let next = first.expected
  for (const {mark, value} of members.slice(members.indexOf(first.member))) {
    const number = NUMBER.exec(text.slice(mark.start, mark.end))
    const written = number && spelt(number[0], next)
    if (!number || !written) return undefined
    const start = mark.start + number.index
    if (value !== next) edits.push({at: {start, end: start + number[0].length}, text: written})
    next++
  }
  return edits
}

/** Of 1.2 the last part counts. */
const NUMBER = /[一二三四五六七八九十]{1,3}|\d{1,2}(?=\D*$)|[①-⑳]/

/** Another number in the form of a given one; undefined where it cannot be written so. */
function spelt(like: string, value: number): string | undefined {
  if (/[①-⑳]/.test(like)) return value <= 20 ? String.fromCharCode(0x245f + value) : undefined
  if (value > 99) return undefined
  return /\d/.test(like) ? String(value) : chineseNumeral(value)
}

/** A mark like another one, with a number of its own: （3） like （2）. */
export function markLike(like: string, value: number): string | undefined {
  const number = NUMBER.exec(like)
  const written = number && spelt(number[0], value)
  return written ? like.replace(NUMBER, written) : undefined
}
