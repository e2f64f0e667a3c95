import type {Encoding} from './decode.ts'

/** Thrown for a character that an encoding cannot write. */
export class UnwritableCharacter extends Error {
  readonly character: string

  constructor(character: string) {
    super(`cannot write “${character}” (U+${character.codePointAt(0)?.toString(16)})`)
    this.character = character
  }
}

/** Encodes a text as its file was: with the same byte order mark. @throws UnwritableCharacter */
export function encodeText(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text)
    case 'utf-8-bom':
      return new TextEncoder().encode(`\ufeff${text}`)
    case 'utf-16le':
    case 'utf-16be':
      return encodeUtf16(`\ufeff${text}`, encoding === 'utf-16le')
    case 'gb18030':
      return encodeGb18030(text)
  }
}

function encodeUtf16(text: string, little: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), little)
  return new Uint8Array(view.buffer)
}

let twoByte: ReadonlyMap<string, number> | undefined

/** Every character that GB18030 writes with two bytes, from the platform's own decoder. */
function twoByteCodes(): ReadonlyMap<string, number> {
  if (twoByte) return twoByte
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, number>()
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (!character.includes('\ufffd')) codes.set(character, (lead << 8) | trail)
    }
  twoByte = codes
  return codes
}

const fourBytes = (pointer: number): number[] => [
  0x81 + Math.floor(pointer / 12600),
  0x30 + (Math.floor(pointer / 1260) % 10),
  0x81 + (Math.floor(pointer / 10) % 126),
  0x30 + (pointer % 10),
]

/** Characters of the basic plane without a two-byte code: their four-byte codes run in the order of code points. */
function basicPointer(character: string): number {
  const decoder = new TextDecoder('gb18030')
  const wanted = character.codePointAt(0) as number
  // pointers 0 to 39419 hold U+0080 to U+FFFF in order, without those that have two bytes
  let low = 0
  let high = 39419
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = decoder.decode(Uint8Array.from(fourBytes(middle))).codePointAt(0) as number
    if (found === wanted) return middle
    if (found < wanted) low = middle + 1
    else high = middle - 1
  }
  throw new UnwritableCharacter(character)
}

function encodeGb18030(text: string): Uint8Array {
  const codes = twoByteCodes()
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) as number
    const two = codes.get(character)
    if (code < 0x80) bytes.push(code)
    else if (two !== undefined) bytes.push(two >> 8, two & 0xff)
    else if (code >= 0xd800 && code <= 0xdfff) throw new UnwritableCharacter(character)
    else bytes.push(...fourBytes(code > 0xffff ? 189000 + code - 0x10000 : basicPointer(character)))
  }
  return Uint8Array.from(bytes)
}
