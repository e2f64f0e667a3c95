import {strToU8, zipSync} from 'fflate'
import {widthOf} from '../reporters/frame.ts'
import {escapeXml} from '../reporters/reporter.ts'
import type {Column, Row, Sheet} from './sheets.ts'

// Office Open XML, SpreadsheetML (ECMA-376): the least that Excel, WPS and LibreOffice open without a word.

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** What a cell can hold at most. */
const LONGEST = 32_767

/** The same bytes for the same ledger. */
const NO_TIME = new Date(1980, 0, 1)

/** The sheets as the bytes of an .xlsx file. */
export function writeXlsx(sheets: readonly Sheet[]): Uint8Array {
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(sheets),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, at): [string, string] => ['worksheet', `worksheets/sheet${at + 1}.xml`]),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': STYLES,
  }
  sheets.forEach((sheet, at) => {
    files[`xl/worksheets/sheet${at + 1}.xml`] = worksheet(sheet)
  })
  const bytes = Object.entries(files).map(([path, xml]) => [path, strToU8(DECLARATION + xml)] as const)
  return zipSync(Object.fromEntries(bytes), {mtime: NO_TIME})
}

function contentTypes(count: number): string {
  const parts = [
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/styles.xml', 'styles'],
    ...Array.from({length: count}, (_, at) => [`/xl/worksheets/sheet${at + 1}.xml`, 'worksheet']),
  ]
  const overrides = parts.map(([path, kind]) => `<Override PartName="${path}" ContentType="${TYPE}.${kind}+xml"/>`)
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${overrides.join('')}</Types>`
}

const relations = (targets: readonly (readonly [string, string])[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`

/** The header stands on every printed page. */
function workbook(sheets: readonly Sheet[]): string {
  const list = sheets.map(({name}, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
  const titles = sheets.map(
    ({name}, at) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${escapeXml(name)}'!$1:$1</definedName>`,
  )
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${list.join('')}</sheets><definedNames>${titles.join('')}</definedNames></workbook>`
}

const BORDER = ['left', 'right', 'top', 'bottom']
  .map((side) => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`)
  .join('')

/** Cell formats by their number: 0 none, 1 header, 2 words, 3 numbers. The one differential format paints gaps. */
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDCE6F1"/></patternFill></fill></fills>
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${BORDER}<diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>
<xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
<xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="top"/></xf></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
<dxfs count="1"><dxf><fill><patternFill patternType="solid"><bgColor rgb="FFFFF2CC"/></patternFill></fill></dxf></dxfs></styleSheet>`

/** A, B … Z, AA … */
const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

/** A header that stays in sight and filters, rows, cells joined over the rows of one problem, painted gaps, choices. */
function worksheet({columns, rows}: Sheet): string {
  const last = rows.length + 1
  const widths = columns.map(({width}, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
  const heads = columns.map(({title}, at) => cell(title, at, 1, 1))
  const heights = heightsOf(columns, rows)
  const lines = rows.map(({cells, continues}, at) => {
    const told = columns.map(({shared}, column) => (continues && shared ? '' : (cells[column] ?? '')))
    return `<row r="${at + 2}" ht="${heights[at]}">${told.map((value, column) => cell(value, column, at + 2, typeof value === 'number' ? 3 : 2)).join('')}</row>`
  })
  const merges = columns.flatMap(({shared}, column) => (shared ? mergesOf(rows, letters(column)) : []))
  const area = `A1:${letters(columns.length - 1)}${last}`
  return [
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<cols>${widths.join('')}</cols><sheetData><row r="1">${heads.join('')}</row>${lines.join('')}</sheetData>`,
    // a filter cannot cut cells that are joined
    merges.length ? '' : `<autoFilter ref="${area}"/>`,
    merges.length
      ? `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
      : '',
    rows.length ? columns.flatMap((column, at) => gaps(column, letters(at), last)).join('') : '',
    choices(columns, last),
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>',
  ].join('\n')
}

/** Points that a line of a cell takes. */
const LINE = 15

/** Programs fit rows to their words only when somebody edits them, and never to joined cells; so they are given a height. */
function heightsOf(columns: readonly Column[], rows: readonly Row[]): number[] {
  const linesOf = (words: string, width: number): number =>
    words.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((widthOf(line) * 1.1) / (width - 1))), 0)
  const linesIn = (cells: Row['cells'], joined: boolean): number =>
    Math.max(
      1,
      ...columns.map(({shared, width}, at) =>
        Boolean(shared) === joined ? linesOf(String(cells[at] ?? ''), width) : 1,
      ),
    )
  return rows.map(({cells}, at) => {
    let first = at
    while (rows[first]?.continues) first--
    let next = at + 1
    while (rows[next]?.continues) next++
    const own = linesIn(cells, false)
    const joined = Math.ceil(linesIn(cells, true) / (next - first))
    return Math.max(own, joined) * LINE + 3
  })
}

function cell(value: string | number, column: number, row: number, style: number): string {
  const place = `r="${letters(column)}${row}" s="${style}"`
  if (typeof value === 'number') return `<c ${place}><v>${value}</v></c>`
  if (!value) return `<c ${place}/>`
  // words, whatever they begin with: a formula has an element of its own
  return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value.slice(0, LONGEST))}</t></is></c>`
}

/** The rows of one problem, as ranges of one column. */
function mergesOf(rows: readonly Row[], column: string): string[] {
  const merges: string[] = []
  rows.forEach(({continues}, at) => {
    if (continues || !rows[at + 1]?.continues) return
    let end = at + 1
    while (rows[end + 1]?.continues) end++
    merges.push(`${column}${at + 2}:${column}${end + 2}`)
  })
  return merges
}

/** Paints the empty cells of a column that is to be filled in, as long as they are empty. */
const gaps = ({required}: Column, column: string, last: number): string[] =>
  required
    ? [
        `<conditionalFormatting sqref="${column}2:${column}${last}"><cfRule type="containsBlanks" dxfId="0" priority="1"><formula>LEN(TRIM(${column}2))=0</formula></cfRule></conditionalFormatting>`,
      ]
    : []

function choices(columns: readonly Column[], last: number): string {
  const lists = columns.flatMap((column, at) =>
    column.choices && last > 1
      ? [
          `<dataValidation type="list" allowBlank="1" sqref="${letters(at)}2:${letters(at)}${last}"><formula1>"${column.choices.join(',')}"</formula1></dataValidation>`,
        ]
      : [],
  )
  return lists.length ? `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>` : ''
}
