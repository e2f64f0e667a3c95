import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {docx, inserted, list, listItem, lists, paragraph, run} from '../../scripts/fixtures/docx.ts'
import {readWord} from '../../src/draft/word/read.ts'
import {walk} from '../../src/draft/word/xml.ts'
import type {SourceEdit} from '../../src/lint/diagnostic.ts'
import {fixWord} from '../../src/word/track-changes.ts'
import {anyBody, anySpans, numberedDocx, partsOf, spansIn} from './helpers.ts'

const OPTIONS = {now: new Date(2025, 5, 3, 9, 5, 7)}

/** Rejects every tracked change of ours, as Word would. */
const rejected = (xml: string): string =>
  xml
    .replace(/<w:ins [^>]*w:author="自查助手"[^>]*>[\s\S]*?<\/w:ins>/g, '')
    .replace(/<w:del [^>]*w:author="自查助手"[^>]*>([\s\S]*?)<\/w:del>/g, (_, runs: string) =>
      runs.replaceAll('delText', 't'),
    )

const withDocument = (bytes: Uint8Array, xml: string): Uint8Array => {
  const body = /<w:body>([\s\S]*)<\/w:body>/.exec(xml)?.[1] ?? ''
  return numbered(body, partsOf(bytes).has('word/numbering.xml'))
}
const numbered = (body: string, hasLists: boolean): Uint8Array => (hasLists ? numberedDocx(body) : docx({body}))

const documentOf = (bytes: Uint8Array): string => partsOf(bytes).get('word/document.xml') ?? ''

function fixed(body: string, old: string, fresh: string) {
  const bytes = docx({body})
  const start = readWord(bytes).text.indexOf(old)
  const result = fixWord(bytes, [[{start, end: start + old.length, text: fresh}]], OPTIONS)
  return {...result, draft: readWord(result.bytes), xml: documentOf(result.bytes)}
}

describe('fixWord', () => {
  it('writes a replacement as a deletion and an insertion with the words’ formatting', () => {
    const {draft, xml, applied} = fixed(paragraph(run('整改措施做倒位。', '<w:b/>')), '倒位', '到位')
    expect(applied).toBe(1)
    expect(draft.text).toBe('整改措施做到位。\n')
    expect(draft.word.revisions.map(({kind, author, text, date}) => [kind, author, text, date])).toEqual([
      ['deletion', '自查助手', '倒', '2025-06-03T09:05:07Z'],
      ['insertion', '自查助手', '到', '2025-06-03T09:05:07Z'],
    ])
    expect(xml).toContain('<w:r><w:rPr><w:b/></w:rPr><w:delText xml:space="preserve">倒</w:delText></w:r></w:del>')
    expect(draft.strong).toEqual([{start: 0, end: 8}])
  })

  it('deletes over several runs, and inserts at the beginning and the end', () => {
    const body = `<w:p>${run('一是')}${run('，加', '<w:b/>')}${run('强&管')}${run('理')}</w:p>`
    expect(fixed(body, '，加强&', '加强').draft.text).toBe('一是加强管理\n')
    const bytes = docx({body})
    const edits = [[{start: 0, end: 0, text: '（'}], [{start: 8, end: 8, text: '）'}]]
    const result = fixWord(bytes, edits, OPTIONS)
    expect([result.applied, readWord(result.bytes).text]).toEqual([2, '（一是，加强&管理）\n'])
  })

  it('closes another writer’s insertion before its own', () => {
    const {draft} = fixed(paragraph(`${run('甲')}${inserted(run('做倒位'))}${run('乙')}`), '倒', '到')
    expect(draft.text).toBe('甲做到位乙\n')
    expect(
      draft.word.revisions.filter(({kind}) => kind === 'insertion').map(({author, text}) => [author, text]),
    ).toEqual([
      ['经办人', '做'],
      ['自查助手', '到'],
      ['经办人', '位'],
    ])
  })

  it('never rewrites a computed number, and takes a fix whole or not at all', () => {
    const bytes = docx({
      body: listItem(1, 0, '存在问题。') + paragraph('正文。'),
      numbering: lists(list(1, [{format: 'chineseCounting', text: '%1、'}])),
    })
    const fixes = [
      [{start: 1, end: 2, text: '．'}],
      [
        {start: 0, end: 1, text: '二'},
        {start: 6, end: 7, text: ''},
      ],
      [{start: 6, end: 7, text: ''}],
      [{start: 5, end: 7, text: '隐患'}],
    ]
    const result = fixWord(bytes, fixes, OPTIONS)
    expect([result.applied, result.skipped, readWord(result.bytes).text]).toEqual([1, 3, '一、存在问题\n正文。\n'])
  })

  it('does not touch text boxes and footnotes', () => {
    const body = `<w:p>${run('外')}<w:r><w:drawing><w:txbxContent>${paragraph('框内')}</w:txbxContent></w:drawing></w:r></w:p>`
    expect(fixed(body, '框内', '框外')).toMatchObject({applied: 0, skipped: 1})
    expect(fixed(body, '外', '里').draft.text).toBe('里\n框内\n')
  })

  it('gives the wanted text, and the old one when rejected, on any document', () => {
    fc.assert(
      fc.property(anyBody, anySpans, fc.constantFrom('', '改', 'A&<'), (body, fractions, fresh) => {
        const bytes = numberedDocx(body)
        const before = readWord(bytes)
        const fixes: SourceEdit[][] = spansIn(before.text, fractions).map((span) => [{...span, text: fresh}])
        const result = fixWord(bytes, fixes, OPTIONS)
        for (const part of partsOf(result.bytes).values()) if (part.startsWith('<')) walk(part, {})
        const xml = documentOf(result.bytes)
        const back = readWord(withDocument(bytes, rejected(xml)))
        expect(back.text).toBe(before.text)
        expect(back.strong).toEqual(before.strong)
        const single = fixes.find(
          ([edit]) => edit && edit.end > edit.start && fixWord(bytes, [[edit]], OPTIONS).applied === 1,
        )?.[0]
        if (!single) return
        const after = readWord(fixWord(bytes, [[single]], OPTIONS).bytes)
        expect(after.text).toBe(before.text.slice(0, single.start) + single.text + before.text.slice(single.end))
      }),
      {numRuns: 300},
    )
  })
})
