/**
 * Small integers written as one printable ASCII character each: a table in a source file. Quote, backslash, backtick and
 * dollar are left out.
 */
const ALPHABET = Array.from({length: 94}, (_, index) => String.fromCharCode(33 + index))
  .filter((character) => !'\'\\`$"'.includes(character))
  .join('')

/** How many values a character can hold: 0 to `LEVELS - 1`. */
export const LEVELS = ALPHABET.length

/** The value of each character of a table. */
export const CELL_VALUES = new Uint8Array(128)
for (let value = 0; value < LEVELS; value++) CELL_VALUES[ALPHABET.charCodeAt(value)] = value

/** The values of a table, a byte each. */
export const tableOf = (cells: string): Uint8Array =>
  Buffer.from(cells, 'latin1').map((code) => CELL_VALUES[code] as number)

// Where these are called with a literal, the build writes what it stands for into a file beside the bundle
// (scripts/build/plugins.ts).

/** Copies the values of a table, a byte each. @returns how many there are @throws RangeError where there is no room for them */
export function copyTable(cells: string, into: Uint8Array): number {
  const table = tableOf(cells)
  into.set(table)
  return table.length
}

/** Copies a text as UTF-16, low bytes first. @returns how many bytes it takes @throws RangeError where there is no room for it */
export function copyText(text: string, into: Uint8Array): number {
  if (text.length * 2 > into.length) throw new RangeError('no room for the text')
  return Buffer.from(into.buffer, into.byteOffset, into.length).write(text, 'utf16le')
}

/** Copies the bytes of a Base64 text. @returns how many there are @throws RangeError where there is no room for them */
export function copyBytes(base64: string, into: Uint8Array): number {
  const bytes = bytesOf(base64)
  into.set(bytes)
  return bytes.length
}

export const bytesOf = (base64: string): Uint8Array => Buffer.from(base64, 'base64')

/** Writes values, each from 0 to `LEVELS - 1`. */
export function writeCells(values: Iterable<number>): string {
  let table = ''
  for (const value of values) {
    const character = ALPHABET[value]
    if (character === undefined) throw new RangeError(`${value} does not fit into a cell (0 to ${LEVELS - 1})`)
    table += character
  }
  return table
}

/** The cells of a number, for `writeCells`. */
export const cellsOf = (number: number, cells: number): number[] =>
  Array.from({length: cells}, (_, place) => Math.floor(number / LEVELS ** place) % LEVELS)
