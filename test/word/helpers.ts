import fc from 'fast-check'
import {deleted, docx, inserted, list, listItem, lists, paragraph, run, table} from '../../scripts/fixtures/docx.ts'
import type {Span} from '../../src/draft/span.ts'
import {WordPackage} from '../../src/draft/word/package.ts'
import type {Diagnostic} from '../../src/lint/diagnostic.ts'

/** A finding on `span`, as the engine would give it. */
export const diagnosticAt = (span: Span, more: Partial<Diagnostic> = {}): Diagnostic => ({
  ruleId: 'some-rule',
  severity: 'warning',
  message: '这里要改。',
  url: 'docs/rules/some-rule.md',
  ...span,
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 1,
  reading: span,
  related: [],
  suggestions: [],
  ...more,
})

/** The parts of a .docx as text. */
export function partsOf(bytes: Uint8Array): Map<string, string> {
  const {archive} = new WordPackage(bytes)
  return new Map(archive.names.map((name) => [name, new TextDecoder().decode(archive.get(name))]))
}

const word = fc.string({
  unit: fc.constantFrom(...'整改措施问题到位加强学习，。；&<>" 𠮷A1“”'),
  minLength: 1,
  maxLength: 8,
})

/** Content of a paragraph: runs in every form that Word writes. */
const content = fc.oneof(
  {weight: 5, arbitrary: word.map((text) => run(text))},
  word.map((text) => run(text, '<w:b/><w:rFonts w:hint="eastAsia"/>')),
  word.map(
    (text) =>
      `<w:r><w:t>${text.replaceAll(/[&<>]/g, '&#x4e00;')}</w:t><w:tab/><w:t xml:space="preserve">尾 </w:t></w:r>`,
  ),
  word.map((text) => `<w:r><w:rPr/><w:t><![CDATA[${text}]]></w:t></w:r>`),
  word.map((text) => inserted(run(text))),
  word.map((text) => deleted(text)),
  word.map((text) => `<w:hyperlink w:anchor="a">${run(text)}</w:hyperlink>`),
  word.map((text) => `<w:smartTag w:uri="u" w:element="e">${run(text)}</w:smartTag>`),
  word.map((text) => run(text, '<w:vanish/>')),
  word.map((text) => `<w:sdt><w:sdtPr/><w:sdtContent>${run(text)}</w:sdtContent></w:sdt>`),
  fc.constant('<w:r><w:br/></w:r>'),
  fc.constant('<w:r><w:lastRenderedPageBreak/><w:drawing/></w:r>'),
  fc.constant('<w:bookmarkStart w:id="7" w:name="b"/><w:bookmarkEnd w:id="7"/>'),
  word.map(
    (text) =>
      `<w:r><w:drawing><wps:txbx><w:txbxContent>${paragraph(run(text))}</w:txbxContent></wps:txbx></w:drawing></w:r>`,
  ),
)

const contents = fc.array(content, {maxLength: 6}).map((parts) => parts.join(''))

const block = fc.oneof(
  {weight: 4, arbitrary: contents.map((parts) => `<w:p>${parts}</w:p>`)},
  contents.map((parts) => listItem(1, 0, parts)),
  contents.map((parts) => listItem(1, 1, parts)),
  contents.map(
    (parts) =>
      `<w:p><w:pPr><w:rPr><w:del w:id="8" w:author="经办人" w:date="2025-06-01T09:00:00Z"/></w:rPr></w:pPr>${parts}</w:p>`,
  ),
  fc.constant('<w:p/>'),
  fc
    .array(
      fc.array(
        contents.map((parts) => `<w:p>${parts}</w:p>`),
        {minLength: 1, maxLength: 3},
      ),
      {minLength: 1, maxLength: 3},
    )
    .map(table),
)

const numbering = lists(
  list(1, [
    {format: 'chineseCounting', text: '%1、'},
    {format: 'chineseCounting', text: '（%2）'},
  ]),
)

/** Bodies of documents with all that makes positions hard. */
export const anyBody = fc.array(block, {minLength: 1, maxLength: 6}).map((blocks) => blocks.join(''))

export const numberedDocx = (body: string): Uint8Array => docx({body, numbering})

/** A document and some spans of its reading text, told as fractions of its length. */
export const anySpans = fc.array(
  fc.tuple(fc.double({min: 0, max: 1, noNaN: true}), fc.double({min: 0, max: 1, noNaN: true})),
  {minLength: 1, maxLength: 8},
)

export const spansIn = (text: string, fractions: readonly (readonly [number, number])[]): Span[] =>
  fractions.map(([a, b]) => {
    const [x, y] = [Math.floor(a * text.length), Math.floor(b * text.length)]
    return {start: Math.min(x, y), end: Math.max(x, y)}
  })
