import {encodeGb18030} from './gb18030.ts'
import {UnreadableDraft} from './unreadable.ts'

export type Encoding = 'utf-8' | 'utf-8-bom' | 'gb18030' | 'utf-16le' | 'utf-16be'

export interface Decoded {
  /** Without byte order mark; line ends as they are in the file. */
  readonly text: string
  readonly encoding: Encoding
  readonly bom: boolean
}

const utf8 = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true})

/**
 * Decodes a text file: by its byte order mark, else as UTF-8, else as GB18030 (GBK, GB2312), the encodings in which
 * Chinese drafts are saved.
 * @throws UnreadableDraft `binary` or `encoding`
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 'utf-16be')
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const text = decodeFatally(utf8, bom ? bytes.subarray(3) : bytes)
  if ((text === undefined || CONTROL.test(text)) && isBinary(bytes))
    throw new UnreadableDraft('binary', 'NUL or too many control characters')
  if (text !== undefined) return {text, encoding: bom ? 'utf-8-bom' : 'utf-8', bom}
  if (bom) throw new UnreadableDraft('encoding', 'a UTF-8 byte order mark, but bytes that are no UTF-8')
  return decodeGb18030(bytes)
}

function decodeFatally(decoder: {decode(bytes: Uint8Array): string}, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  const text = decodeFatally(new TextDecoder(encoding, {fatal: true, ignoreBOM: true}), bytes.subarray(2))
  if (text === undefined) throw new UnreadableDraft('encoding', `invalid ${encoding}`)
  if (text.includes('\0')) throw new UnreadableDraft('binary', 'NUL characters')
  return {text, encoding, bom: true}
}

/** But for tabs and the ends of lines and pages. */
const CONTROL = /\p{Cc}(?<![\t-\r])/u

/** A text has no NUL, and hardly ever another control character. */
function isBinary(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return true
  let controls = 0
  // value by value: that search is V8's own, a loop over the bytes of one draft is not
  for (let value = 1; value < 32; value++)
    if (value < 9 || value > 13)
      for (let at = bytes.indexOf(value); at >= 0; at = bytes.indexOf(value, at + 1)) controls++
  return controls * 50 > bytes.length
}

function decodeGb18030(bytes: Uint8Array): Decoded {
  const text = decodeFatally(new TextDecoder('gb18030', {fatal: true, ignoreBOM: true}), bytes)
  if (text === undefined) throw new UnreadableDraft('encoding', 'neither UTF-8 nor GB18030')
  if (!looksChinese(bytes, text)) throw new UnreadableDraft('encoding', 'valid GB18030, but no Chinese text')
  return {text, encoding: 'gb18030', bom: false}
}

/**
 * Nearly every byte sequence is valid GB18030. In Chinese text most characters are of the first level of GB 2312 (lead
 * bytes B0 to D7, 3,755 common characters) or marks (A1 to A3); in Big5 or Shift_JIS read by mistake they are not.
 */
function looksChinese(bytes: Uint8Array, text: string): boolean {
  let characters = 0
  let common = 0
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] as number
    const trail = bytes[at + 1] ?? 0
    if (lead < 0x81) {
      at++
      continue
    }
    characters++
    if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3))) common++
    at += trail >= 0x30 && trail <= 0x39 ? 4 : 2
  }
  return common >= characters * 0.7 && countStray(text) * 50 <= characters
}

/** Characters that no draft holds: private use, replacement, C1 controls. */
function countStray(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if ((code >= 0xe000 && code <= 0xf8ff) || code === 0xfffd || (code >= 0x7f && code <= 0x9f)) count++
  }
  return count
}

/**
 * The bytes of a file that holds `text`, as `decodeText` has found them: with the byte order mark of `utf-8-bom` and UTF-16.
 * @throws RangeError when `text` holds a character that the encoding can't write; nothing is ever replaced
 */
export function encodeText(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return encodeUtf16(text, encoding === 'utf-16le')
  if (LONE_SURROGATE.test(text)) throw new RangeError('half of a character')
  if (encoding === 'gb18030') return encodeGb18030(text)
  return new TextEncoder().encode(encoding === 'utf-8-bom' ? `\uFEFF${text}` : text)
}

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

function encodeUtf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2 + 2))
  view.setUint16(0, 0xfeff, littleEndian)
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2 + 2, text.charCodeAt(at), littleEndian)
  return new Uint8Array(view.buffer)
}
