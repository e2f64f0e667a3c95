// A Word file with what Word itself would write for such a draft: styles for headings, paragraphs of several runs, a table.
import {strToU8, zipSync} from 'fflate'

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const style = (id, name, size) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr></w:style>`

const PARTS = {
  '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'word/styles.xml': `${XML}<w:styles xmlns:w="${MAIN}">${style('a3', 'Title', 44)}${style('1', 'heading 1', 32)}</w:styles>`,
}

const escaped = (words) => words.replace(/[&<>]/g, (mark) => ({'&': '&amp;', '<': '&lt;', '>': '&gt;'})[mark])

/** Word begins a new run wherever the font may change, as between Chinese and figures. */
const runs = (words) =>
  words
    .split(/(?<=[0-9])(?=[^0-9])/)
    .map(
      (run) => `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">${escaped(run)}</w:t></w:r>`,
    )
    .join('')

const paragraph = (words, id) => `<w:p>${id ? `<w:pPr><w:pStyle w:val="${id}"/></w:pPr>` : ''}${runs(words)}</w:p>`

const cell = (words) => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${paragraph(words)}</w:tc>`

const table = (rows) =>
  `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`

const asWord = ([kind, words]) =>
  kind === 'table' ? table(words) : paragraph(words, {title: 'a3', heading: '1'}[kind])

/** @param blocks of a draft, from corpus.mjs @returns the bytes of a .docx file */
export function wordFile(blocks) {
  const body = `${blocks.map(asWord).join('')}<w:sectPr/>`
  const document = `${XML}<w:document xmlns:w="${MAIN}"><w:body>${body}</w:body></w:document>`
  const entries = Object.entries({...PARTS, 'word/document.xml': document})
  // a fixed date: the same bytes on every run
  return zipSync(Object.fromEntries(entries.map(([name, xml]) => [name, strToU8(xml)])), {mtime: '2025-06-30T08:00:00'})
}
