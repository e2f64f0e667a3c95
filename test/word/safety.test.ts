import {describe, expect, it} from 'vitest'
import {docx, docxParts, paragraph, table} from '../../scripts/fixtures/docx.ts'
import {UnreadableDraft} from '../../src/draft/unreadable.ts'
import {createArchive, LIMITS} from '../../src/draft/word/archive.ts'
import {readWord} from '../../src/draft/word/read.ts'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A .docx with some parts replaced or added as bytes. */
const withParts = (more: Readonly<Record<string, Uint8Array>>): Uint8Array =>
  createArchive(
    new Map([
      ...[...docxParts({body: paragraph('正文')})].map(([name, text]): [string, Uint8Array] => [name, encode(text)]),
      ...Object.entries(more),
    ]),
  )

const withDocument = (xml: string): Uint8Array => withParts({'word/document.xml': encode(xml)})

/** Why a file is refused, and that it is refused soon and without taking memory. */
function refusal(bytes: Uint8Array): string {
  const started = performance.now()
  const before = process.memoryUsage().arrayBuffers
  try {
    readWord(bytes)
    return 'read'
  } catch (error) {
    if (!(error instanceof UnreadableDraft)) throw error
    expect(performance.now() - started).toBeLessThan(5000)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(LIMITS.total + 2 ** 26)
    return error.reason
  }
}

/** Changes the size that an entry claims, in its local header and in the central directory. */
function lie(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const lying = bytes.slice()
  const view = new DataView(lying.buffer)
  const wanted = encode(name)
  for (let at = 0; at < lying.length - 46; at++) {
    const signature = view.getUint32(at, true)
    const [nameAt, sizeAt] = signature === 0x02014b50 ? [46, 24] : signature === 0x04034b50 ? [30, 22] : [0, 0]
    if (nameAt && wanted.every((byte, index) => lying[at + nameAt + index] === byte))
      view.setUint32(at + sizeAt, size, true)
  }
  return lying
}

describe('what is refused', () => {
  it('an archive that unpacks to far more than it holds', () => {
    expect(refusal(withParts({'word/bomb.xml': new Uint8Array(100e6)}))).toBe('unsafe-zip')
    expect(
      refusal(withParts({'word/media/a.bin': new Uint8Array(60e6), 'word/media/b.bin': new Uint8Array(60e6)})),
    ).toBe('unsafe-zip')
  })

  it('the same with a header that lies about it, whether too small or too large', () => {
    const bomb = withParts({'word/bomb.xml': new Uint8Array(100e6)})
    expect(refusal(lie(bomb, 'word/bomb.xml', 100))).toBe('unsafe-zip')
    expect(refusal(lie(bomb, 'word/bomb.xml', 4e6))).toBe('unsafe-zip')
    expect(refusal(lie(docx({body: paragraph('正文')}), 'word/document.xml', 50))).toBe('unsafe-zip')
    expect(refusal(lie(docx({body: paragraph('正文')}), 'word/document.xml', 5000))).toBe('broken-zip')
  })

  it('a repetitive draft is no bomb', () => {
    const bytes = docx({body: paragraph('进一步加强管理，确保整改到位。').repeat(20_000)})
    expect(readWord(bytes).blocks).toHaveLength(20_000)
  })

  it('entries that share a name, or that are too many', () => {
    const twice = createArchive(
      new Map(
        [...docxParts({body: paragraph('正文')})].flatMap(([name, text]): [string, Uint8Array][] => [
          [name, encode(text)],
          [name.toUpperCase(), encode(text)],
        ]),
      ),
    )
    expect(refusal(twice)).toBe('unsafe-zip')
    expect(
      refusal(
        withParts(
          Object.fromEntries(
            Array.from({length: LIMITS.entries + 1}, (_, index) => [`word/${index}.xml`, new Uint8Array()]),
          ),
        ),
      ),
    ).toBe('unsafe-zip')
  })

  it('entities that grow, and entities from outside', () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "哈哈哈哈">${[...'bcdefghij'].map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghij'[index]};`.repeat(10)}">`).join('')}]>`
    const body = (text: string): string =>
      `<w:document xmlns:w="${W}"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`
    expect(refusal(withDocument(`<?xml version="1.0"?>${laughs}${body('&j;')}`))).toBe('unsafe-zip')
    expect(refusal(withDocument(`<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${body('&e;')}`))).toBe(
      'unsafe-zip',
    )
    expect(refusal(withDocument(`${' '.repeat(5000)}<!DOCTYPE x SYSTEM "http://example.com/x.dtd">${body('')}`))).toBe(
      'unsafe-zip',
    )
    expect(refusal(withDocument(body('&nbsp;')))).toBe('broken-zip')
  })

  it('tables nested ten thousand deep', () => {
    const deep = '<w:tbl><w:tr><w:tc>'.repeat(10_000) + paragraph('底') + '</w:tc></w:tr></w:tbl>'.repeat(10_000)
    expect(refusal(docx({body: deep}))).toBe('unsafe-zip')
    let fine = paragraph('底')
    for (let level = 0; level < 50; level++) fine = table([[fine]])
    expect(readWord(docx({body: fine})).text.trim()).toBe('底')
  })

  it('files of another kind under this name', () => {
    const ole = new Uint8Array(4096)
    ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    expect(refusal(ole)).toBe('legacy-word')
    ole.set(
      [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]),
      1024,
    )
    expect(refusal(ole)).toBe('encrypted')
    expect(refusal(encode('{\\rtf1 ...}'))).toBe('legacy-word')
    expect(refusal(encode('自查报告'))).toBe('not-word')
    expect(refusal(new Uint8Array())).toBe('empty')
    expect(refusal(new Uint8Array(50e6))).toBe('not-word')
    expect(
      refusal(
        createArchive(
          new Map([
            ['mimetype', encode('application/vnd.oasis.opendocument.text')],
            ['content.xml', encode('<a/>')],
          ]),
        ),
      ),
    ).toBe('legacy-word')
    expect(refusal(createArchive(new Map([['xl/workbook.xml', encode('<a/>')]])))).toBe('not-word')
    expect(refusal(withDocument('<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'))).toBe(
      'not-word',
    )
  })

  it('a file cut short at any place, and one with any byte changed, is read or refused, never more', () => {
    const bytes = docx({body: paragraph('加强管理。').repeat(3), styles: '', numbering: ''})
    for (let length = 1; length < bytes.length; length += 7)
      expect(['broken-zip', 'not-word']).toContain(refusal(bytes.subarray(0, length)))
    for (let at = 0; at < bytes.length; at += 3) {
      const changed = bytes.slice()
      changed[at] = (changed[at] as number) ^ 0x5a
      expect(refusal(changed)).toMatch(/^(read|broken-zip|unsafe-zip|not-word|encrypted)$/)
    }
  })

  it('an entry packed in another way', () => {
    const bytes = docx({body: paragraph('正文')})
    const view = new DataView(bytes.buffer)
    for (let at = 0; at < bytes.length - 46; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 10, 12, true)
    expect(refusal(bytes)).toBe('broken-zip')
  })
})
