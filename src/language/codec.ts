/**
 * Small integers written as one printable ASCII character each: a table in a source file that needs no decoding step,
 * since `charCodeAt` reads a cell. Quote, backslash, backtick and dollar are left out.
 */
const ALPHABET = Array.from({length: 94}, (_, index) => String.fromCharCode(33 + index))
  .filter((character) => !'\'\\`$"'.includes(character))
  .join('')

/** How many values a character can hold: 0 to `LEVELS - 1`. */
export const LEVELS = ALPHABET.length

const VALUES = new Uint8Array(128)
for (let value = 0; value < LEVELS; value++) VALUES[ALPHABET.charCodeAt(value)] = value

/** The value in a cell of a table. */
export const readCell = (table: string, index: number): number => VALUES[table.charCodeAt(index)] as number

/** The values of a table, a byte each. The build writes them into a file beside the bundle (scripts/build/plugins.ts). */
export const tableOf = (cells: string): Uint8Array => Buffer.from(cells, 'latin1').map((code) => VALUES[code] as number)

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

/** A number written in several cells, the lowest place first. */
export function readNumber(table: string, index: number, cells: number): number {
  let number = 0
  for (let place = cells - 1; place >= 0; place--) number = number * LEVELS + readCell(table, index + place)
  return number
}

/** The cells of a number, for `writeCells`. */
export const cellsOf = (number: number, cells: number): number[] =>
  Array.from({length: cells}, (_, place) => Math.floor(number / LEVELS ** place) % LEVELS)
