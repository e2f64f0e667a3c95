import {zipSync} from 'fflate'
import {describe, expect, it} from 'vitest'
import {
  deleted,
  docx,
  docxParts,
  inserted,
  list,
  listItem,
  lists,
  paragraph,
  run,
  style,
  table,
} from '../../scripts/fixtures/docx.ts'
import {readWord} from '../../src/draft/word/read.ts'
import {createReport} from '../../src/report/create.ts'
import {annotateWord} from '../../src/word/annotate.ts'
import {diagnosticAt} from './helpers.ts'

const OFFICIAL = lists(
  list(1, [
    {format: 'chineseCounting', text: '%1、'},
    {format: 'chineseCounting', text: '（%2）'},
    {format: 'decimal', text: '%3.', suffix: 'tab'},
  ]),
)

const lines = (bytes: Uint8Array): string[] => {
  const {text, blocks} = readWord(bytes)
  return blocks.map(({start, end}) => text.slice(start, end))
}

describe('readWord', () => {
  it('reads paragraphs, one a line, without indentation', () => {
    const draft = readWord(
      docx({body: paragraph('标题') + paragraph('　　第一段。') + paragraph('') + paragraph('第二段。 ')}),
    )
    expect(draft.text).toBe('标题\n　　第一段。\n\n第二段。 \n')
    expect(draft.blocks.map(({kind, start, end}) => [kind, draft.text.slice(start, end)])).toEqual([
      ['paragraph', '标题'],
      ['paragraph', '第一段。'],
      ['paragraph', '第二段。'],
    ])
  })

  it('joins runs that are split inside words, and decodes what XML escapes', () => {
    const body = `<w:p>${run('整')}${run('改')}<w:r><w:t>A&amp;B&#x4e00;<![CDATA[<]]></w:t></w:r></w:p>`
    expect(lines(docx({body}))).toEqual(['整改A&B一<'])
  })

  it('drops white space at the ends of a text that does not preserve it', () => {
    expect(
      lines(
        docx({body: '<w:p><w:r><w:t>\n  整改 \n</w:t></w:r><w:r><w:t xml:space="preserve"> 到位</w:t></w:r></w:p>'}),
      ),
    ).toEqual(['整改 到位'])
  })

  it('cuts a paragraph where the writer breaks the line', () => {
    expect(
      lines(
        docx({
          body: `<w:p>${run('第一行')}<w:r><w:br/></w:r>${run('第二行')}<w:r><w:cr/><w:tab/></w:r>${run('第三行')}</w:p>`,
        }),
      ),
    ).toEqual(['第一行', '第二行', '第三行'])
  })

  it('puts the numbers that Word computes into the text and marks them', () => {
    const body =
      listItem(1, 0, '存在问题') +
      listItem(1, 1, '学习不深。') +
      listItem(1, 1, '落实不严。') +
      listItem(1, 0, '整改措施') +
      listItem(1, 1, '加强学习。') +
      listItem(1, 2, '2025年底前完成。')
    const draft = readWord(docx({body, numbering: OFFICIAL}))
    expect(draft.text.trim().split('\n')).toEqual([
      '一、存在问题',
      '（一）学习不深。',
      '（二）落实不严。',
      '二、整改措施',
      '（一）加强学习。',
      '1. 2025年底前完成。',
    ])
    expect(draft.blocks.map(({generated}) => generated && draft.text.slice(generated.start, generated.end))).toEqual([
      '一、',
      '（一）',
      '（二）',
      '二、',
      '（一）',
      '1. ',
    ])
    expect(draft.blocks[1]?.list).toEqual({ordered: true, depth: 1, id: 1})
  })

  it('writes all numbers of a legal level in digits, and goes on with digits behind ⑳', () => {
    const levels = [
      {format: 'chineseCounting', text: '第%1章'},
      {format: 'decimalEnclosedCircle', text: '%1.%2', more: '<w:isLgl/>'},
      {format: 'decimalEnclosedCircle', text: '%3'},
    ]
    const body = listItem(1, 0, '') + listItem(1, 1, '') + listItem(1, 2, '').repeat(21)
    const numbers = lines(docx({body, numbering: lists(list(1, levels))}))
    expect([numbers[0], numbers[1], numbers.at(-2), numbers.at(-1)]).toEqual(['第一章', '1.1', '⑳', '21'])
  })

  it('takes headings from the names of styles, never from their ids', () => {
    const styles =
      style('1', 'Normal', '', 'w:default="1"') +
      style('2', 'heading 1', '<w:basedOn w:val="1"/>') +
      style('7', '标题二级', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')
    const body =
      paragraph('存在问题', '<w:pStyle w:val="2"/>') +
      paragraph('学习方面', '<w:pStyle w:val="7"/>') +
      paragraph('正文', '<w:pStyle w:val="1"/>')
    expect(readWord(docx({body, styles})).blocks.map(({kind, depth}) => [kind, depth])).toEqual([
      ['heading', 1],
      ['heading', 2],
      ['paragraph', undefined],
    ])
  })

  it('calls a heading that runs on into its text a paragraph', () => {
    const styles = style('2', 'heading 2')
    const body = paragraph('（一）加强学习。每月组织一次集中学习，提高干部能力。', '<w:pStyle w:val="2"/>')
    expect(readWord(docx({body, styles})).blocks[0]?.kind).toBe('paragraph')
  })

  it('shows tracked insertions and leaves tracked deletions out', () => {
    const body = `<w:p>${run('加强')}${deleted('了')}${inserted(run('日常'))}${run('管理。')}</w:p>`
    const draft = readWord(docx({body}))
    expect(draft.text).toBe('加强日常管理。\n')
    expect(draft.word.revisions.map(({kind, at, text}) => [kind, at, text])).toEqual([
      ['deletion', {start: 2, end: 2}, '了'],
      ['insertion', {start: 2, end: 4}, '日常'],
    ])
  })

  it('leaves out what was moved away, though it stands in ordinary text elements', () => {
    const moved = (name: string): string =>
      `<w:${name} w:id="3" w:author="经办人" w:date="2025-06-01T09:00:00Z">${run('（挪动）')}</w:${name}>`
    const draft = readWord(docx({body: `<w:p>${moved('moveFrom')}${run('甲')}${moved('moveTo')}</w:p>`}))
    expect(draft.text).toBe('甲（挪动）\n')
    expect(draft.word.revisions.map(({kind}) => kind)).toEqual(['move'])
  })

  it('joins paragraphs whose end is deleted, with the number of the one that remains', () => {
    const gone = '<w:rPr><w:del w:id="5" w:author="经办人" w:date="2025-06-01T09:00:00Z"/></w:rPr>'
    const body =
      paragraph('加强', `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>${gone}`) +
      listItem(1, 0, '学习') +
      listItem(1, 0, '严格管理')
    expect(lines(docx({body, numbering: OFFICIAL}))).toEqual(['一、加强学习', '二、严格管理'])
  })

  it('keeps hidden words out of the text, but tells of them', () => {
    const styles = `<w:style w:type="character" w:styleId="h"><w:name w:val="hint"/><w:rPr><w:vanish/></w:rPr></w:style>`
    const draft = readWord(
      docx({
        body: `<w:p>${run('正文')}${run('填写说明', '<w:vanish/>')}${run('（略）', '<w:rStyle w:val="h"/>')}${run('。', '<w:rStyle w:val="h"/><w:vanish w:val="0"/>')}</w:p>`,
        styles,
      }),
    )
    expect(draft.text).toBe('正文。\n')
    expect(draft.word.hidden).toEqual([{at: {start: 2, end: 2}, text: '填写说明（略）'}])
  })

  it('reads tables as cells, an empty one too, and a cell of several paragraphs as one', () => {
    const body =
      paragraph('台账') +
      table([
        ['问题', '措施'],
        ['漏检', paragraph('补检') + paragraph('复查')],
        ['', '培训'],
      ])
    const {text, blocks} = readWord(docx({body}))
    expect(
      blocks.map(({cell, start, end}) => [cell && [cell.row, cell.column, cell.header], text.slice(start, end)]),
    ).toEqual([
      [undefined, '台账'],
      [[0, 0, true], '问题'],
      [[0, 1, true], '措施'],
      [[1, 0, false], '漏检'],
      [[1, 1, false], '补检\n复查'],
      [[2, 0, false], ''],
      [[2, 1, false], '培训'],
    ])
  })

  it('tells a cell that was never filled from one that is merged with the cell above', () => {
    const cell = (text: string, properties = ''): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`
    const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`
    const ledger = row(cell('问题'), cell('整改措施'), cell('责任人'))
    const body = [
      paragraph('消防自查报告'),
      paragraph('一、存在的问题及整改措施'),
      `<w:tbl>${ledger}${row(cell('灯坏了'), cell('更换照明灯'), cell('后勤科', '<w:vMerge w:val="restart"/>'))}`,
      `${row(cell('门锁坏了'), cell('更换门锁'), cell('', '<w:vMerge/>'))}${row(cell('漏水'), cell('修补屋顶'), cell('后勤科'))}`,
      `${row(cell('堆物'), cell('清走纸箱'), cell('仓库'))}${row(cell('断电'), cell('更换开关'), cell('电工'))}${row(cell('缺页'), cell('补齐登记簿'), cell(''))}</w:tbl>`,
    ]
    const {measures} = createReport(readWord(docx({body: body.join('')})))
    expect(measures.map(({unfilled}) => unfilled.length)).toEqual([0, 0, 0, 0, 0, 1])
  })

  it('counts columns over merged cells and leaves out the cells that only continue one', () => {
    const cell = (text: string, properties: string): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`
    const body = `<w:tbl><w:tr>${cell('甲', '<w:gridSpan w:val="2"/>')}${cell('乙', '<w:vMerge w:val="restart"/>')}</w:tr><w:tr>${cell('丙', '')}${cell('丁', '')}${cell('', '<w:vMerge/>')}</w:tr></w:tbl>`
    expect(readWord(docx({body})).blocks.map(({cell: place}) => [place?.row, place?.column])).toEqual([
      [0, 0],
      [0, 2],
      [1, 0],
      [1, 1],
    ])
  })

  it('puts a text box behind its paragraph, once', () => {
    const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`
    const body = `<w:p>${run('前')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box('框内')}</wps:txbx></mc:Choice><mc:Fallback><v:textbox>${box('框内')}</v:textbox></mc:Fallback></mc:AlternateContent></w:r>${run('后')}</w:p>${paragraph('下一段')}`
    const {text, blocks} = readWord(docx({body}))
    expect(blocks.map(({aside, start, end}) => [aside, text.slice(start, end)])).toEqual([
      [undefined, '前后'],
      ['box', '框内'],
      [undefined, '下一段'],
    ])
  })

  it('puts footnotes at the end, in the order of their marks', () => {
    const mark = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
    const footnotes = `<w:footnote w:id="1">${paragraph('注甲')}</w:footnote><w:footnote w:id="2">${paragraph('注乙')}</w:footnote>`
    const {text, blocks} = readWord(
      docx({body: `<w:p>${run('一')}${mark(2)}${run('二')}${mark(1)}</w:p>${paragraph('末段')}`, footnotes}),
    )
    expect(blocks.map(({aside, start, end}) => [aside, text.slice(start, end)])).toEqual([
      [undefined, '一二'],
      [undefined, '末段'],
      ['note', '注乙'],
      ['note', '注甲'],
    ])
  })

  it('reads what a field shows, not its code, and leaves the table of contents out', () => {
    const field = (code: string, shown: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const body =
      paragraph(field('TOC \\o "1-3"', '一、存在问题 3')) +
      paragraph(run('共') + field('NUMPAGES', '8') + run('页')) +
      `<w:p><w:fldSimple w:instr="DATE">${run('6月')}</w:fldSimple></w:p>`
    expect(lines(docx({body}))).toEqual(['共8页', '6月'])
  })

  it('shows the ticks and boxes of symbol fonts', () => {
    const body = paragraph(
      '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r><w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r><w:r><w:sym w:font="Wingdings" w:char="F001"/></w:r><w:r><w:t>是</w:t></w:r>',
    )
    expect(lines(docx({body}))).toEqual(['☑□\ufffc是'])
  })

  it('reads strict documents, other prefixes and main parts of another name', () => {
    expect(lines(docx({body: paragraph('正文'), isStrict: true, mainName: 'word/document2.xml'}))).toEqual(['正文'])
    const bytes = docx({
      body: '<x:p xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:r><x:t>正文</x:t></x:r></x:p><w:p xmlns:w="urn:other"><w:r><w:t>别的</w:t></w:r></w:p>',
    })
    expect(lines(bytes)).toEqual(['正文'])
  })

  it('reads archives as WPS packs them: folders as entries, parts stored as they are', () => {
    const parts = [...docxParts({body: paragraph('正文')})].map(([name, text]): [string, Uint8Array] => [
      name,
      new TextEncoder().encode(text),
    ])
    const zipped = zipSync(Object.fromEntries([['word/', new Uint8Array()], ...parts]), {level: 0})
    expect(lines(zipped)).toEqual(['正文'])
    expect(
      lines(annotateWord(zipped, [diagnosticAt({start: 0, end: 1})], {lang: 'zh', now: new Date(2025, 5, 3)})),
    ).toEqual(['正文'])
  })

  it('marks words in bold, whether by a run or by its style', () => {
    const styles = style('b', '强调段', '<w:rPr><w:b/></w:rPr>')
    const body =
      paragraph(run('（一）学习不深。', '<w:b/>') + run('表现为…')) +
      paragraph(run('粗') + run('不粗', '<w:b w:val="0"/>'), '<w:pStyle w:val="b"/>')
    const {text, strong} = readWord(docx({body, styles}))
    expect(strong.map(({start, end}) => text.slice(start, end))).toEqual(['（一）学习不深。', '粗'])
  })

  it('reads comments with their words, highlight, colour and properties', () => {
    const body = `<w:p>${run('请')}<w:commentRangeStart w:id="4"/>${run('核实', '<w:highlight w:val="yellow"/>')}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>${run('。', '<w:color w:val="FF0000"/>')}</w:p>`
    const comments = `<w:comment w:id="4" w:author="科长" w:date="2025-06-01T09:00:00Z">${paragraph('数字对吗？')}</w:comment>`
    const {word} = readWord(
      docx({body, comments, core: '<dc:creator>王&amp;李</dc:creator>', app: '<Company>某县财政局</Company>'}),
    )
    expect(word.comments).toEqual([
      {
        author: '科长',
        date: '2025-06-01T09:00:00Z',
        text: '数字对吗？',
        at: {start: 1, end: 3},
        isDone: false,
        isOurs: false,
      },
    ])
    expect(word.highlighted).toEqual([{start: 1, end: 3}])
    expect(word.coloured).toEqual([{start: 3, end: 4, color: 'FF0000'}])
    expect(word.properties).toEqual({author: '王&李', company: '某县财政局'})
  })
})
