/** Signs of the Wingdings fonts that forms use, by font and character code. */
const SYMBOLS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  wingdings: {
    '6C': '●',
    '6E': '■',
    '6F': '□',
    '71': '□',
    '72': '□',
    '75': '◆',
    '77': '◆',
    A1: '○',
    A8: '□',
    FB: '×',
    FC: '√',
    FD: '☒',
    FE: '☑',
    D8: '➢',
  },
  'wingdings 2': {
    '2A': '□',
    '30': '□',
    '50': '√',
    '51': '☒',
    '52': '☑',
    '53': '☒',
    '54': '☒',
    A3: '□',
    '97': '●',
    '98': '●',
  },
  symbol: {B7: '●', D7: '×', '2D': '－'},
}

/** The character that `w:sym` shows; U+FFFC where it is not known. */
export function symbolOf(font: string, code: string): string {
  const short = code.toUpperCase().replace(/^(F0|00)/, '')
  const known = SYMBOLS[font.toLowerCase()]?.[short]
  if (known) return known
  const value = Number.parseInt(code, 16)
  const isPrivate = !(value > 0x20) || (value >= 0xe000 && value <= 0xf8ff) || /wingdings|webdings|symbol/i.test(font)
  return isPrivate ? '\ufffc' : String.fromCharCode(value)
}
