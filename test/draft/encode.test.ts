import fc from 'fast-check'
import {expect, it} from 'vitest'
import {encodeText} from '../../src/draft/encode.ts'

const LABELS = {
  'utf-8': 'utf-8',
  'utf-8-bom': 'utf-8',
  gb18030: 'gb18030',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
} as const

it.each(Object.entries(LABELS))('writes %s so that the platform reads the same text', (encoding, label) => {
  const decoder = new TextDecoder(label)
  fc.assert(
    fc.property(
      fc.oneof(
        fc.constantFrom('整改措施：召开会议*次，㊀①—“”《》', '€𠮷ñé\r\n　', 'ḿǹ꜀'),
        fc.string({unit: 'grapheme'}),
      ),
      (text) => {
        // the platform maps a few code points of GB18030:2022 one way only
        const bytes = encodeText(text, encoding as keyof typeof LABELS)
        expect(decoder.decode(bytes)).toBe(text)
      },
    ),
  )
})
