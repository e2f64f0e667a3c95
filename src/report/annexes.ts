import type {Span} from '../draft/span.ts'
import {parseNumeral} from '../language/numerals.ts'
import type {Report} from './report.ts'

/** One annex (附件) that the report lists behind its text. */
export interface Annex extends Span {
  /** 1, 2 …; undefined for the only one. */
  readonly number: number | undefined
  readonly name: Span
}

const HEAD = /^附\s?件\s?(?:(\d{1,2}|[一二三四五六七八九十])(?![\d月日年]))?\s?([:：]?)\s*/
const NUMBERED = /^(\d{1,2})\s?[.．、]\s*/

/** The annexes listed in lines such as `附件：1.问题清单` and the lines that go on with `2.…`. */
export function findAnnexes(report: Report): readonly Annex[] {
  const annexes: Annex[] = []
  let isOpen = false
  for (const block of report.blocks) {
    if (!isOpen && !report.text.startsWith('附', block.start)) continue
    const words = report.words(block)
    const head = HEAD.exec(words)
    const isHead =
      head !== null &&
      (head[2] !== '' || head[0].length === words.length || words.length <= 40) &&
      !/[。，；]./.test(words)
    const from = isHead ? head[0].length : 0
    const number = NUMBERED.exec(words.slice(from))
    if (!isHead && !(isOpen && number)) {
      isOpen = false
      continue
    }
    const nameStart = block.start + from + (number?.[0].length ?? 0)
    const told = number?.[1] ?? (isHead ? head[1] : undefined)
    if (nameStart < block.end || told !== undefined)
      annexes.push({
        start: block.start,
        end: block.end,
        number: told === undefined ? undefined : parseNumeral(told),
        name: {start: Math.min(nameStart, block.end), end: block.end},
      })
    isOpen = true
  }
  return annexes
}
