/** Styles of a terminal and the numbers that begin and end them (ECMA-48, SGR). */
const STYLES = {
  bold: [1, 22],
  cyan: [36, 39],
  dim: [2, 22],
  green: [32, 39],
  red: [31, 39],
  underline: [4, 24],
  yellow: [33, 39],
} as const

export type Style = keyof typeof STYLES

/** Sets words, which hold none themselves, in a style. */
export type Paint = (style: Style, words: string) => string

/**
 * A few lines of our own: to load chalk takes longer than to read a draft, also where nothing is coloured.
 * @param color whether the terminal shows styles; words stay as they are otherwise
 */
export const painter = (color: boolean): Paint => (color ? inStyle : (_, words) => words)

function inStyle(style: Style, words: string): string {
  const [begin, end] = STYLES[style]
  return words && `\u001b[${begin}m${words}\u001b[${end}m`
}
