import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {decodeText, type Encoding, encodeText} from '../../src/draft/decode.ts'
import {UnreadableDraft} from '../../src/draft/unreadable.ts'

const bytes = (...parts: (string | number)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : [part])))

const reasonOf = (read: () => unknown): string => {
  try {
    read()
  } catch (error) {
    if (error instanceof UnreadableDraft) return error.reason
  }
  return 'readable'
}

const ENCODINGS: readonly Encoding[] = ['utf-8', 'utf-8-bom', 'gb18030', 'utf-16le', 'utf-16be']
const DRAFT = '一、存在的问题\r\n　　会议*次，覆盖20%；经费￥3.5万元。\r“落实”——不够\n'

describe('decodeText', () => {
  it('reads the encodings that drafts come in, line ends as they are', () => {
    for (const encoding of ENCODINGS) {
      const bom = encoding.endsWith('bom') || encoding.startsWith('utf-16')
      expect(decodeText(encodeText(DRAFT, encoding))).toEqual({text: DRAFT, encoding, bom})
    }
  })

  it('reads bytes that an editor wrote in GBK', () => {
    // 自查报告。 as Notepad writes it
    const gbk = bytes(0xd7, 0xd4, 0xb2, 0xe9, 0xb1, 0xa8, 0xb8, 0xe6, 0xa1, 0xa3)
    expect(decodeText(gbk)).toEqual({text: '自查报告。', encoding: 'gb18030', bom: false})
  })

  it('refuses what is no text', () => {
    expect(reasonOf(() => decodeText(bytes('%PDF', 0, 1)))).toBe('binary')
    expect(reasonOf(() => decodeText(bytes('PK', 3, 4, 20, 6, 8)))).toBe('binary')
    expect(reasonOf(() => decodeText(bytes(0xff, 0xfe, 0, 0, 0x41, 0)))).toBe('binary')
    expect(reasonOf(() => decodeText(bytes('一份报告', 12, '第二页')))).toBe('readable')
  })

  it('refuses text in encodings of other places', () => {
    // 自查報告書 in Big5, 点検報告 in Shift_JIS, "café au lait" in Windows-1252, UTF-8 cut in the middle of a character
    expect(reasonOf(() => decodeText(bytes(0xa6, 0xdb, 0xac, 0x64, 0xb3, 0xf8, 0xa7, 0x69, 0xae, 0xd1)))).toBe(
      'encoding',
    )
    expect(reasonOf(() => decodeText(bytes(0x93, 0x5f, 0x8c, 0x9f, 0x95, 0xf1, 0x8d, 0x90)))).toBe('encoding')
    expect(reasonOf(() => decodeText(bytes('caf', 0xe9, ' au lait')))).toBe('encoding')
    expect(reasonOf(() => decodeText(bytes('报', 0xe5, 0x91)))).toBe('encoding')
    expect(reasonOf(() => decodeText(bytes('\uFEFF报', 0xff)))).toBe('encoding')
    expect(reasonOf(() => decodeText(bytes(0xff, 0xfe, 0x41)))).toBe('encoding')
  })

  it('never fails with anything but a reason', () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 40}), (input) => {
        expect(['readable', 'binary', 'encoding']).toContain(reasonOf(() => decodeText(input)))
      }),
    )
  })
})

describe('encodeText', () => {
  it('writes any character that the encoding has, so that decoding gives it back', () => {
    const character = fc.oneof(
      fc.constantFrom('报', '，', 'a', '\n', '€', '㎡', '①', '𠮷', '😀', 'é', '㐀', '\uE5E5'),
      fc
        .integer({min: 1, max: 0x10ffff})
        .filter((code) => code < 0xd800 || code > 0xdfff)
        .map((code) => String.fromCodePoint(code)),
    )
    fc.assert(
      fc.property(fc.array(character), fc.constantFrom(...ENCODINGS), (characters, encoding) => {
        const text = characters.join('').replace(/^\uFEFF+/, '')
        const decoder = new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding)
        let written: Uint8Array
        try {
          written = encodeText(text, encoding)
        } catch (error) {
          // twenty characters for private use have no code any more
          expect([encoding, error instanceof RangeError]).toEqual(['gb18030', true])
          expect(text).toMatch(/[\uE000-\uF8FF\uFFFD]/)
          return
        }
        expect(decoder.decode(written)).toBe(text)
      }),
      {numRuns: 500},
    )
  })

  it('leaves the bytes of a file as they were', () => {
    const gbk = bytes(0xd7, 0xd4, 0xb2, 0xe9, 0x0d, 0x0a, 0xa3, 0xac, 0x81, 0x39, 0xef, 0x30)
    expect(encodeText(decodeText(gbk).text, 'gb18030')).toEqual(gbk)
  })

  it('refuses half a character', () => {
    for (const encoding of ['utf-8', 'gb18030'] as const)
      expect(() => encodeText('报\ud842', encoding)).toThrow(RangeError)
  })
})
