import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {docx, inserted, list, listItem, lists, paragraph, run, table} from '../../scripts/fixtures/docx.ts'
import type {Span} from '../../src/draft/span.ts'
import {readWord} from '../../src/draft/word/read.ts'
import {walk} from '../../src/draft/word/xml.ts'
import type {Diagnostic} from '../../src/lint/diagnostic.ts'
import {annotateWord, localTime} from '../../src/word/annotate.ts'
import {anyBody, anySpans, diagnosticAt, numberedDocx, partsOf, spansIn} from './helpers.ts'

const OPTIONS = {lang: 'zh', now: new Date(2025, 5, 3, 9, 5, 7)} as const

const NUMBERING = lists(list(1, [{format: 'chineseCounting', text: '%1、'}]))

/** Comments after annotating, as [words commented on, comment]. */
function annotated(bytes: Uint8Array, diagnostics: readonly Diagnostic[]): [string, string][] {
  const {text, word} = readWord(annotateWord(bytes, diagnostics, OPTIONS))
  return word.comments.map((comment) => [text.slice(comment.at.start, comment.at.end), comment.text])
}

const spanOf = (bytes: Uint8Array, words: string): Span => {
  const start = readWord(bytes).text.indexOf(words)
  if (start < 0) throw new Error(`no ${words}`)
  return {start, end: start + words.length}
}

const commentOn = (bytes: Uint8Array, words: string): string | undefined =>
  annotated(bytes, [diagnosticAt(spanOf(bytes, words))])[0]?.[0]

describe('annotateWord', () => {
  it('comments on exactly the words, across runs, insertions and escapes', () => {
    const bytes = docx({
      body: `<w:p>${run('进一步加')}${run('强', '<w:b/>')}${inserted(run('日常'))}<w:r><w:t>管理&amp;监督到位</w:t></w:r></w:p>`,
    })
    for (const words of ['加强日常管', '日', '管理&监督', '强', '进一步加强日常管理&监督到位'])
      expect(commentOn(bytes, words)).toBe(words)
  })

  it('leaves the words, their formatting and every other part alone', () => {
    const bytes = docx({
      body: paragraph(run('进一步加强管理。', '<w:b/>')) + table([['问题', '措施']]),
      more: {'word/media/image1.png': '\u0000png'},
      core: '<dc:creator>办公室</dc:creator>',
    })
    const before = readWord(bytes)
    const result = annotateWord(
      bytes,
      [diagnosticAt(spanOf(bytes, '加强')), diagnosticAt(spanOf(bytes, '措施'))],
      OPTIONS,
    )
    const after = readWord(result)
    expect([after.text, after.blocks, after.strong]).toEqual([before.text, before.blocks, before.strong])
    const old = partsOf(bytes)
    const changed = [...partsOf(result)].filter(([name, text]) => old.get(name) !== text).map(([name]) => name)
    expect(changed.sort()).toEqual([
      '[Content_Types].xml',
      'word/_rels/document.xml.rels',
      'word/comments.xml',
      'word/document.xml',
    ])
  })

  it('says how grave, what, why, what to do, and names related places', () => {
    const bytes = docx({body: paragraph('共4个问题。') + paragraph('一是学习不深。')})
    const related = {...diagnosticAt(spanOf(bytes, '一是学习不深')), message: '实际列出 1 个'}
    const rule = {id: 'some-rule', why: {zh: '数目要对得上。', en: '-'}, how: {zh: '核对后改一处。', en: '-'}}
    const diagnostic = diagnosticAt(spanOf(bytes, '4个问题'), {
      severity: 'error',
      message: '写的是 4 个，列出 1 个。',
      related: [related],
      fix: {safety: 'unsafe', edits: [{...spanOf(bytes, '4个问题'), text: '1个问题'}]},
      suggestions: [{message: '补齐问题', edits: []}],
    })
    const {word} = readWord(annotateWord(bytes, [diagnostic], {...OPTIONS, rules: [rule as never]}))
    expect(word.comments[0]).toMatchObject({author: '自查助手', isOurs: true, date: '2025-06-03T09:05:07Z'})
    expect(word.comments[0]?.text.split('\n')).toEqual([
      '【错误】写的是 4 个，列出 1 个。',
      '为什么：数目要对得上。',
      '怎么改：核对后改一处。',
      '可改为：“1个问题”',
      '备选：补齐问题',
      '相关处：实际列出 1 个“一是学习不深”',
      '（规则：some-rule）',
    ])
  })

  it('anchors a finding on a computed number at the paragraph’s beginning, an absence at the character before', () => {
    const bytes = docx({body: listItem(1, 0, '存在问题') + paragraph('特此报告'), numbering: NUMBERING})
    expect(annotated(bytes, [diagnosticAt({start: 0, end: 2})])[0]?.[0]).toBe('存')
    expect(annotated(bytes, [diagnosticAt({start: 0, end: 0})])[0]?.[0]).toBe('存')
    const end = readWord(bytes).text.indexOf('告') + 1
    expect(annotated(bytes, [diagnosticAt({start: end, end})])[0]?.[0]).toBe('告')
  })

  it('comments on an empty numbered paragraph, and on a document without words', () => {
    const empty = docx({body: listItem(1, 0, ''), numbering: NUMBERING})
    expect(annotated(empty, [diagnosticAt({start: 0, end: 2})])).toHaveLength(1)
    expect(annotated(docx({body: '<w:p><w:pPr/></w:p>'}), [diagnosticAt({start: 0, end: 0})])).toHaveLength(1)
  })

  it('anchors findings in text boxes and footnotes at the paragraph that holds them', () => {
    const box = docx({
      body: `<w:p>${run('外面')}<w:r><w:drawing><w:txbxContent>${paragraph('框内')}</w:txbxContent></w:drawing></w:r></w:p>`,
    })
    expect(commentOn(box, '框内')).toBe('外面')
    const lonely = docx({
      body: `${paragraph('上一段')}<w:p><w:r><w:drawing><w:txbxContent>${paragraph('框内')}</w:txbxContent></w:drawing></w:r></w:p>`,
    })
    expect(annotated(lonely, [diagnosticAt(spanOf(lonely, '框内'))])).toHaveLength(1)
    const note = docx({
      body: `<w:p>${run('正文')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('完')}</w:p>`,
      footnotes: `<w:footnote w:id="2">${paragraph('注释有误')}</w:footnote>`,
    })
    const result = annotateWord(note, [diagnosticAt(spanOf(note, '注释'))], OPTIONS)
    expect(partsOf(result).get('word/document.xml')).toContain(
      '<w:commentRangeStart w:id="0"/><w:r><w:footnoteReference w:id="2"/></w:r><w:commentRangeEnd w:id="0"/>',
    )
  })

  it('replaces its own earlier comments and keeps those of people', () => {
    const theirs = `<w:comment w:id="3" w:author="科长" w:date="2025-06-01T09:00:00Z">${paragraph('再核')}</w:comment>`
    const body = `<w:p><w:commentRangeStart w:id="3"/>${run('进一步加强管理。')}<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r></w:p>`
    const bytes = docx({body, comments: theirs})
    const once = annotateWord(bytes, [diagnosticAt({start: 3, end: 5})], OPTIONS)
    const twice = annotateWord(once, [diagnosticAt({start: 3, end: 5})], OPTIONS)
    expect(Buffer.from(twice).equals(Buffer.from(once))).toBe(true)
    expect(readWord(twice).word.comments.map(({author}) => author)).toEqual(['科长', '自查助手'])
    expect(readWord(annotateWord(twice, [], OPTIONS)).word.comments.map(({author}) => author)).toEqual(['科长'])
  })

  it('keeps an earlier comment that somebody answered, and does not write it again', () => {
    const first = annotateWord(docx({body: paragraph('进一步加强管理。')}), [diagnosticAt({start: 3, end: 5})], OPTIONS)
    const parts = partsOf(first)
    const comments = (parts.get('word/comments.xml') ?? '').replace(
      '<w:p>',
      '<w:p w14:paraId="0000000A" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">',
    )
    const thread =
      '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:commentEx w15:paraId="0000000A" w15:done="0"/><w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A" w15:done="0"/></w15:commentsEx>'
    const content = (xml: string | undefined): string =>
      /<w:(?:body|comments)\b[^>]*>([\s\S]*)<\/w:(?:body|comments)>/.exec(xml ?? '')?.[1] ?? ''
    const relations =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId-comments" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/><Relationship Id="e" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/></Relationships>'
    const withThread = (xml: string): Uint8Array =>
      docx({
        body: content(parts.get('word/document.xml')),
        comments: content(comments),
        more: {'word/commentsExtended.xml': xml, 'word/_rels/document.xml.rels': relations},
      })
    const diagnostics = [diagnosticAt({start: 3, end: 5})]
    expect(readWord(annotateWord(withThread(thread), diagnostics, OPTIONS)).word.comments).toHaveLength(1)
    const unanswered = thread.replace(' w15:paraIdParent="0000000A"', '')
    const replaced = annotateWord(withThread(unanswered), diagnostics, OPTIONS)
    expect(partsOf(replaced).get('word/commentsExtended.xml')).not.toContain('0000000A')
    expect(readWord(replaced).word.comments).toHaveLength(1)
  })

  it('writes into strict documents and documents without a prefix', () => {
    const strict = docx({body: paragraph('进一步加强管理。'), isStrict: true})
    expect(commentOn(strict, '加强')).toBe('加强')
    expect(
      partsOf(annotateWord(strict, [diagnosticAt({start: 0, end: 1})], OPTIONS)).get('word/_rels/document.xml.rels'),
    ).toContain('purl.oclc.org/ooxml/officeDocument/relationships/comments')
    const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
    const bare = docx({
      body: '',
      more: {
        'word/document.xml': `<document xmlns="${w}"><body><p><r><t>进一步加强管理。</t></r></p></body></document>`,
      },
    })
    expect(commentOn(bare, '加强')).toBe('加强')
  })

  it('returns the very file when there is nothing to say', () => {
    const bytes = docx({body: paragraph('正文')})
    expect(Buffer.from(annotateWord(bytes, [], OPTIONS)).equals(Buffer.from(bytes))).toBe(true)
  })

  it('round-trips any comments on any document', () => {
    fc.assert(
      fc.property(anyBody, anySpans, (body, fractions) => {
        const bytes = numberedDocx(body)
        const before = readWord(bytes)
        const diagnostics = spansIn(before.text, fractions).map((span, index) =>
          diagnosticAt(span, {message: `第${index}条`}),
        )
        const result = annotateWord(bytes, diagnostics, OPTIONS)
        const after = readWord(result)
        for (const part of partsOf(result).values()) if (part.startsWith('<')) walk(part, {})
        expect(after.text).toBe(before.text)
        expect(after.blocks).toEqual(before.blocks)
        expect(after.word.revisions).toEqual(before.word.revisions)
        expect(after.word.hidden).toEqual(before.word.hidden)
        const found = new Map(after.word.comments.map(({text, at}) => [text.split('\n')[0], at]))
        for (const {message, reading} of diagnostics) checkAnchor(before, reading, found.get(`【提醒】${message}`))
        const again = annotateWord(result, diagnostics, OPTIONS)
        expect(Buffer.from(again).equals(Buffer.from(result))).toBe(true)
      }),
      {numRuns: 300},
    )
  })
})

/** Words of the running text that the file holds are commented on exactly; what a box holds, somewhere else. */
function checkAnchor({text, blocks}: ReturnType<typeof readWord>, span: Span, at: Span | undefined): void {
  const isRunning = blocks.some(
    ({start, end, aside, generated}) =>
      !aside && (generated?.end ?? start) <= span.start && span.end <= end && span.start < span.end,
  )
  if (!isRunning) return
  const isHalf = (offset: number): boolean => /[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(offset - 1, offset + 1))
  const wanted = {start: span.start - Number(isHalf(span.start)), end: span.end + Number(isHalf(span.end))}
  expect(at).toEqual(wanted)
}

it('writes local time', () => {
  expect(localTime(new Date(2025, 0, 2, 3, 4, 5))).toBe('2025-01-02T03:04:05Z')
})
