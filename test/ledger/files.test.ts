import {existsSync, realpathSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {unzipSync} from 'fflate'
import {SaxesParser} from 'saxes'
import {describe, expect, it} from 'vitest'
import {writeCsv} from '../../src/ledger/csv.ts'
import {writeMarkdown} from '../../src/ledger/markdown.ts'
import type {Sheet} from '../../src/ledger/sheets.ts'
import {writeXlsx} from '../../src/ledger/xlsx.ts'
import {converted, office} from '../word/office.ts'

const SHEET: Sheet = {
  name: '整改台账',
  columns: [
    {title: '序号', width: 6, shared: true},
    {title: '问题', width: 40, required: true, shared: true},
    {title: '措施', width: 40, required: true},
    {title: '状态', width: 10, choices: ['整改中', '已完成']},
  ],
  rows: [
    {cells: [1, '=1+1，"过期"|6具', '更换\n灭火器', ''], continues: false},
    {cells: [1, '=1+1，"过期"|6具', '-登记', '已完成'], continues: true},
    {cells: [2, '台账 <不全> & 缺页\u0007', '', ''], continues: false},
  ],
}
const EMPTY: Sheet = {name: '文件一览', columns: [{title: '文件', width: 40}], rows: []}

describe('csv', () => {
  it('is read by Excel as it is: a byte order mark, quotes, no formula', () => {
    expect(writeCsv(SHEET)).toBe(
      [
        '\ufeff序号,问题,措施,状态',
        `1,"'=1+1，""过期""|6具","更换\n灭火器",`,
        `1,"'=1+1，""过期""|6具",'-登记,已完成`,
        '2,台账 <不全> & 缺页\u0007,,',
        '',
      ].join('\r\n'),
    )
  })

  it.each(['=', '+', '-', '@', '\t', '＝'])('makes words of a cell that begins with %j', (mark) => {
    const [, line] = writeCsv({...EMPTY, rows: [{cells: [`${mark}HYPERLINK`], continues: false}]}).split('\r\n')
    expect(line).toBe(`'${mark}HYPERLINK`)
  })
})

describe('markdown', () => {
  it('shows gaps and tells a problem once', () => {
    expect(writeMarkdown([SHEET])).toBe(
      [
        '## 整改台账',
        '',
        '| 序号 | 问题 | 措施 | 状态 |',
        '| --- | --- | --- | --- |',
        '| 1 | =1+1，"过期"\\|6具 | 更换 灭火器 |  |',
        '|  |  | -登记 | 已完成 |',
        '| 2 | 台账 \\<不全\\> & 缺页\u0007 | 【待填】 |  |',
        '',
      ].join('\n'),
    )
  })
})

/** The parts of a workbook; throws where one is not well-formed XML. */
function partsOf(bytes: Uint8Array): Record<string, string> {
  const parts = Object.entries(unzipSync(bytes)).map(([path, part]) => [path, new TextDecoder().decode(part)] as const)
  for (const [, xml] of parts) {
    const parser = new SaxesParser({xmlns: true})
    parser.on('error', (error) => {
      throw error
    })
    parser.write(xml).close()
  }
  return Object.fromEntries(parts)
}

describe('xlsx', () => {
  const parts = partsOf(writeXlsx([EMPTY, SHEET]))
  const sheet = parts['xl/worksheets/sheet2.xml'] ?? ''

  it('has a part for every sheet that is named', () => {
    expect(Object.keys(parts).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ])
    for (const path of Object.keys(parts).filter((path) => path.startsWith('xl/worksheets/')))
      expect(parts['[Content_Types].xml']).toContain(`PartName="/${path}"`)
  })

  it('writes words as words and numbers as numbers', () => {
    expect(sheet).toContain('<c r="A2" s="3"><v>1</v></c>')
    expect(sheet).toContain('<t xml:space="preserve">=1+1，&#34;过期&#34;|6具</t>')
    expect(sheet).toContain('台账 &#60;不全&#62; &#38; 缺页\ufffd')
    expect(sheet).not.toContain('<f>')
  })

  it('freezes the header, joins the rows of a problem, paints gaps, offers choices', () => {
    expect(sheet).toContain('state="frozen"')
    expect(sheet).toContain('<mergeCells count="2"><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/></mergeCells>')
    expect(sheet.match(/type="containsBlanks"/g)?.length).toBe(2)
    expect(sheet).toContain('<formula1>"整改中,已完成"</formula1>')
    expect(parts['xl/worksheets/sheet1.xml']).toContain('<autoFilter ref="A1:A1"/>')
  })

  it('gives each row room for its words, and those of joined rows together', () => {
    const heights = [...sheet.matchAll(/<row r="\d+" ht="(\d+)">/g)].map(([, height]) => Number(height))
    expect(heights).toEqual([33, 18, 18])
    const long = {...EMPTY, rows: [{cells: ['字'.repeat(100)], continues: false}]}
    expect(partsOf(writeXlsx([long]))['xl/worksheets/sheet1.xml']).toContain('<row r="2" ht="93">')
  })

  it('is the same for the same ledger', () => {
    expect(writeXlsx([SHEET])).toEqual(writeXlsx([SHEET]))
  })

  // the part of LibreOffice that opens tables may be missing
  const hasTables = office && existsSync(join(dirname(realpathSync(office)), 'libsclo.so'))
  it.skipIf(!hasTables)(
    'opens in LibreOffice',
    async () => {
      const table = new TextDecoder().decode(
        await converted(writeXlsx([SHEET]), 'csv:Text - txt - csv (StarCalc):44,34,76', 'a.xlsx'),
      )
      expect(table).toBe(
        [
          '序号,问题,措施,状态',
          '1,"=1+1，""过期""|6具","更换\n灭火器",',
          ',,-登记,已完成',
          '2,台账 <不全> & 缺页�,,',
          '',
        ].join('\n'),
      )
    },
    60_000,
  )
})
