/**
 * Writing GB18030, for drafts that came in it. Platforms only decode it: the table is made by decoding every code once,
 * when a first file is written.
 */

/** A code of one, two or four bytes as one number, first byte highest. */
type Codes = ReadonlyMap<number, number>

/** The four-byte codes of the basic plane: 0x81308130 to 0x8431A439. */
const BASIC_CODES = 39_420
/** That of U+10000; those of the other planes follow without a gap. */
const FIRST_SUPPLEMENTARY = 0x90308130

/** The four-byte code that stands `index` places behind `first`; its bytes count to 10, 126, 10 and 126. */
function fourByteCode(first: number, index: number): number {
  const fourth = index % 10
  const third = Math.floor(index / 10) % 126
  const second = Math.floor(index / 1260) % 10
  const lead = Math.floor(index / 12_600)
  return first + lead * 0x1000000 + second * 0x10000 + third * 0x100 + fourth
}

let codes: Codes | undefined

/** Codes of the characters of the basic plane behind ASCII, by their number in Unicode. */
function tableOfCodes(): Codes {
  const decoder = new TextDecoder('gb18030')
  const table = new Map<number, number>()
  const add = (code: number, bytes: readonly number[]): void => {
    const character = decoder.decode(Uint8Array.from(bytes))
    const unicode = character.charCodeAt(0)
    if (character.length === 1 && unicode !== 0xfffd && !table.has(unicode)) table.set(unicode, code)
  }
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) add(lead * 0x100 + trail, [lead, trail])
  }
  for (let index = 0; index < BASIC_CODES; index++) {
    const code = fourByteCode(0x81308130, index)
    add(code, bytesOf(code))
  }
  return table
}

const bytesOf = (code: number): number[] =>
  code > 0xffff ? [code >>> 24, (code >>> 16) & 0xff, (code >>> 8) & 0xff, code & 0xff] : [code >>> 8, code & 0xff]

/** @throws RangeError with the first character that GB18030 has no code for */
export function encodeGb18030(text: string): Uint8Array {
  codes ??= tableOfCodes()
  const bytes: number[] = []
  for (const character of text) {
    const unicode = character.codePointAt(0) as number
    const code = unicode > 0xffff ? fourByteCode(FIRST_SUPPLEMENTARY, unicode - 0x10000) : codes.get(unicode)
    if (unicode < 0x80) bytes.push(unicode)
    else if (code === undefined) throw new RangeError(`no code in GB18030 for U+${unicode.toString(16).toUpperCase()}`)
    else bytes.push(...bytesOf(code))
  }
  return Uint8Array.from(bytes)
}
