const DIGITS = '〇一二三四五六七八九'
const UNITS = ['', '十', '百', '千', '万']
const FORMAL: Readonly<Record<string, string>> = Object.fromEntries(
  [...'一二三四五六七八九十百千'].map((digit, index) => [digit, [...'壹贰叁肆伍陆柒捌玖拾佰仟'][index] as string]),
)
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** 一 … 十一 … 一百零五 … */
function counting(value: number): string {
  if (value <= 0 || value > 99999) return value === 0 ? '〇' : String(value)
  let words = ''
  let isGap = false
  const digits = [...String(value)].map(Number)
  digits.forEach((digit, index) => {
    const unit = UNITS[digits.length - 1 - index] as string
    if (digit === 0) isGap = true
    else {
      words += (isGap ? '零' : '') + DIGITS[digit] + unit
      isGap = false
    }
  })
  return value < 20 ? words.replace(/^一十/, '十') : words
}

const formal = (value: number): string => {
  const words = value >= 10 && value < 20 ? `一${counting(value)}` : counting(value)
  return words.replace(/[一-鿿]/g, (digit) => FORMAL[digit] ?? digit).replace('〇', '零')
}

function roman(value: number): string {
  let rest = value
  let letters = ''
  for (const [worth, sign] of ROMAN)
    while (rest >= worth && letters.length < 64) {
      letters += sign
      rest -= worth
    }
  return letters
}

/** A … Z, AA, BB … as Word counts. */
const letter = (value: number): string =>
  value < 1 ? '' : String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.min(64, Math.ceil(value / 26)))

/** Signs that stand one after the other in Unicode, from 1 to `last`; then plain digits. */
const signs =
  (first: number, last: number) =>
  (value: number): string =>
    value >= 1 && value <= last ? String.fromCodePoint(first + value - 1) : String(value)

const oneOf =
  (characters: string) =>
  (value: number): string =>
    [...characters][value - 1] ?? String(value)

const byDigit =
  (digits: string) =>
  (value: number): string =>
    String(value).replace(/\d/g, (digit) => digits[Number(digit)] as string)

/** How the values of `w:numFmt` write a number; any other name is plain digits. */
const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  none: () => '',
  bullet: () => '',
  chineseCounting: counting,
  chineseCountingThousand: counting,
  japaneseCounting: counting,
  taiwaneseCounting: counting,
  taiwaneseCountingThousand: counting,
  ideographDigital: byDigit(DIGITS),
  taiwaneseDigital: byDigit(DIGITS),
  japaneseDigitalTenThousand: byDigit(DIGITS),
  chineseLegalSimplified: formal,
  ideographTraditional: oneOf('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: oneOf('子丑寅卯辰巳午未申酉戌亥'),
  ideographEnclosedCircle: signs(0x3280, 10),
  decimalEnclosedCircle: signs(0x2460, 20),
  decimalEnclosedCircleChinese: signs(0x2460, 20),
  decimalEnclosedParen: signs(0x2474, 20),
  decimalEnclosedFullstop: signs(0x2488, 20),
  decimalFullWidth: byDigit('０１２３４５６７８９'),
  decimalFullWidth2: byDigit('０１２３４５６７８９'),
  decimalZero: (value) => String(value).padStart(2, '0'),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: letter,
  lowerLetter: (value) => letter(value).toLowerCase(),
}

/** Writes a number as Word does in the format of that name. */
export const formatNumber = (value: number, format: string): string => (FORMATS[format] ?? String)(value)
