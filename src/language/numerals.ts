const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const UNITS: Readonly<Record<string, number>> = {十: 10, 百: 100, 千: 1000}
const LARGE: Readonly<Record<string, number>> = {万: 1e4, 亿: 1e8}

/** The value of an Arabic (`12`, `1,200`, full-width too) or Chinese (`十二`, `两百零三`, `二〇二四`) numeral; undefined for anything else. */
export function parseNumeral(text: string): number | undefined {
  if (!text) return undefined
  const first = text.charCodeAt(0)
  return first < FIRST_CHINESE || first >= FIRST_FULL_WIDTH ? arabicValue(text) : chineseValue(text)
}

/** 〇, before all other Chinese digits, and ０. */
const FIRST_CHINESE = 0x3007
const FIRST_FULL_WIDTH = 0xff10

function arabicValue(text: string): number | undefined {
  let digits = 0
  while (digits < text.length && isDigit(text.charCodeAt(digits))) digits++
  if (digits === text.length) return Number(text)
  const arabic = text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[,，]/g, '')
  return /^\d+(\.\d+)?$/.test(arabic) ? Number(arabic) : undefined
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

function chineseValue(text: string): number | undefined {
  // digits in a row, as in a year: 二〇二四
  if (text.length > 1 && /^[〇零一二三四五六七八九]+$/.test(text))
    return Number([...text].map((digit) => DIGITS[digit]).join(''))
  let total = 0
  let section = 0
  let digit: number | undefined
  for (const character of text) {
    const value = DIGITS[character]
    const unit = UNITS[character]
    const large = LARGE[character]
    if (value !== undefined) digit = value
    else if (unit !== undefined) {
      section += (digit ?? 1) * unit
      digit = undefined
    } else if (large !== undefined) {
      total = (total + section + (digit ?? 0)) * large
      section = 0
      digit = undefined
    } else return undefined
  }
  return total + section + (digit ?? 0)
}

const NUMERALS = '零一二三四五六七八九'

/** The Chinese numeral of a whole number from 0 to 99: 11 → 十一. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 99) throw new RangeError(`no Chinese numeral for ${value}`)
  if (value < 10) return NUMERALS.charAt(value)
  const tens = Math.floor(value / 10)
  return `${tens > 1 ? NUMERALS.charAt(tens) : ''}十${value % 10 ? NUMERALS.charAt(value % 10) : ''}`
}
