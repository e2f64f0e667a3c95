import type {Draft} from '../draft/draft.ts'
import {type Span, touchesAny} from '../draft/span.ts'
import {classifierAt} from '../language/classifiers.ts'
import {matchesOf} from '../language/matches.ts'
import {parseNumeral} from '../language/numerals.ts'

/** A number with its classifier or unit: 隐患38处, 486.2万元, 97.8%. The span runs from 近 or the number to the unit. */
export interface Quantity extends Span {
  readonly number: Span
  readonly value: number
  /** 处, 人次, 万元, %; 万 and 亿 belong to the unit. Percentages of every spelling are `%`. */
  readonly unit: string
  /** 近, 约, 余, 左右: not to be computed with. */
  readonly approximate: boolean
  /** The words before it in its clause, back to a mark or to the quantity before it. */
  readonly before: Span
  /** The words behind it, up to a mark or the next quantity. */
  readonly after: Span
}

/**
 * Thousands are set apart by a comma or, as GB/T 15835 has it, by a narrow blank: 8 640. What must not stand before a
 * number is looked for behind its first character, which tells most places apart.
 */
const NUMBER =
  /(?<![A-Za-z\d.第〔[#№])(?:\d{1,3}(?:,\d{3}(?!\d))+|\d{1,3}(?:[ \u00a0\u2005\u2006\u2009\u202f]\d{3}(?!\d))+|\d+)(?:\.\d+)?|[一二两三四五六七八九十百](?<![第一二两三四五六七八九十百千万几数].)[一二两三四五六七八九十百]{0,3}(?=[个项条处件类起名家份台套户次](?!是))/g
/** Digits that stand without a comma or blank between them. */
const LONGEST_GROUP = 3
const APPROXIMATE_BEFORE =
  /(?:将近|接近|大约|至少|不少于|不低于|不超过|超过|多达|(?<![附最靠临邻])近|(?<![节制签履违合集公条规租预邀失爽])约|逾|(?<![赶反])超|达到?)$/
const EXACT_BEFORE = /达到?$/
/** What the words before a number that is not exact end with, and what those behind it begin with. */
const APPROXIMATE_ENDS = '近约少于过达逾超到'
const APPROXIMATE_STARTS = '左以多余上'
const APPROXIMATE_AFTER = /^(?:左右|以上|以下|以内|多|余|上下)/
const MARKS = new Set([...'，。；：！？、（）()“”《》【】\n—'].map((mark) => mark.charCodeAt(0)))
/** Numbers are the only thing to be found here: most blocks of some drafts hold none. */
const MAY_COUNT = /[\d一二两三四五六七八九十百]/

export function findQuantities(draft: Draft): readonly Quantity[] {
  const quantities: Quantity[] = []
  for (const block of draft.blocks) {
    const words = draft.text.slice(block.start, block.end)
    if (!MAY_COUNT.test(words)) continue
    const found: {start: number; end: number; number: Span; value: number; unit: string; approximate: boolean}[] = []
    for (const match of matchesOf(NUMBER, words)) {
      const quantity = quantityAt(words, match.index, match[0])
      if (
        quantity &&
        !touchesAny(draft.verbatim, {start: block.start + quantity.start, end: block.start + quantity.end})
      )
        found.push(quantity)
    }
    found.forEach((quantity, index) => {
      const before = clauseStart(words, quantity.start, found[index - 1]?.end ?? 0)
      const after = clauseEnd(words, quantity.end, found[index + 1]?.start ?? words.length)
      const {start, end, number, value, unit, approximate} = quantity
      quantities.push({
        start: block.start + start,
        end: block.start + end,
        number: {start: block.start + number.start, end: block.start + number.end},
        value,
        unit,
        approximate,
        before: {start: block.start + before, end: block.start + start},
        after: {start: block.start + end, end: block.start + after},
      })
    })
  }
  return quantities
}

/** The same quantity further along the text. */
export const moveQuantity = (quantity: Quantity, by: number): Quantity =>
  by === 0
    ? quantity
    : {
        start: quantity.start + by,
        end: quantity.end + by,
        number: {start: quantity.number.start + by, end: quantity.number.end + by},
        value: quantity.value,
        unit: quantity.unit,
        approximate: quantity.approximate,
        before: {start: quantity.before.start + by, end: quantity.before.end + by},
        after: {start: quantity.after.start + by, end: quantity.after.end + by},
      }

function quantityAt(words: string, start: number, number: string) {
  let end = start + number.length
  // nothing is counted at the end
  if (end >= words.length) return undefined
  let approximate = false
  if ('余多来'.includes(words.charAt(end))) {
    approximate = true
    end++
  }
  const spaces = words.startsWith(' ', end) ? 1 : 0
  const unit = classifierAt(words, end + spaces)
  // dates are no quantities; 12日 and 3月 are, but say nothing that could be added up
  if (!unit || unit === '年' || unit === '月' || unit === '日' || unit === '号') return undefined
  const value = parseNumeral(number.length > LONGEST_GROUP && /\s/.test(number) ? number.replace(/\s/g, '') : number)
  if (value === undefined) return undefined
  end += spaces + unit.length
  const prefix =
    start > 0 && APPROXIMATE_ENDS.includes(words.charAt(start - 1))
      ? APPROXIMATE_BEFORE.exec(words.slice(Math.max(0, start - 4), start))?.[0]
      : undefined
  if (prefix && !EXACT_BEFORE.test(prefix)) approximate = true
  if (
    end < words.length &&
    APPROXIMATE_STARTS.includes(words.charAt(end)) &&
    APPROXIMATE_AFTER.test(words.slice(end, end + 2))
  )
    approximate = true
  const from = prefix && !EXACT_BEFORE.test(prefix) ? start - prefix.length : start
  return {
    start: from,
    end,
    number: {start, end: start + number.length},
    value,
    unit: unit === '％' ? '%' : unit,
    approximate,
  }
}

function clauseStart(words: string, from: number, limit: number): number {
  let at = from
  while (at > limit && !MARKS.has(words.charCodeAt(at - 1))) at--
  return at
}

function clauseEnd(words: string, from: number, limit: number): number {
  let at = from
  while (at < limit && !MARKS.has(words.charCodeAt(at))) at++
  return at
}
