import {authorOf, RunReader} from './read-runs.ts'
import {
  type Cell,
  type CommentMark,
  type Flow,
  newParagraph,
  type Paragraph,
  type Row,
  type Section,
  type Stories,
  type Story,
  type Table,
} from './story.ts'
import {isChildOf, points, type Styles, takeParagraphProperty} from './styles.ts'
import {attribute, type Element, isOn, walk} from './xml.ts'

/** Elements that hold a story each. */
const STORIES: ReadonlySet<string> = new Set(['body', 'footnote', 'endnote', 'hdr', 'ftr', 'comment'])

/** What a paragraph's or run's formatting was before a tracked change. */
const CHANGES: ReadonlySet<string> = new Set([
  'rPrChange',
  'pPrChange',
  'sectPrChange',
  'tblPrChange',
  'tblGridChange',
  'tblPrExChange',
  'trPrChange',
  'tcPrChange',
])

const EDGES: Readonly<Record<string, CommentMark['edge']>> = {
  commentRangeStart: 'start',
  commentRangeEnd: 'end',
  commentReference: 'reference',
}

/** Elements whose content no reader sees: a drawing's second form, a phonetic guide, former formatting. */
const isUnseen = ({name, vocabulary}: Element): boolean =>
  vocabulary === 'mc' ? name === 'Fallback' : vocabulary === 'w' && (name === 'rt' || CHANGES.has(name))

/** Reads the stories of one part: the main text, all footnotes, one header. */
export function readStories(xml: string, styles: Styles): Stories {
  const reader = new StoryReader(xml, styles)
  walk(xml, reader)
  return reader
}

/** A table that is being read. */
interface OpenTable {
  readonly table: Table
  row: Row | undefined
  cell: Cell | undefined
  column: number
}

class StoryReader implements Stories {
  readonly stories: Story[] = []
  readonly marks: CommentMark[] = []
  readonly sections: Section[] = []
  readonly #runs: RunReader
  /** Open flows and paragraphs, innermost last. */
  readonly #flows: Flow[] = []
  readonly #tables: OpenTable[] = []
  readonly #paragraphs: Paragraph[] = []
  readonly #deletedRows = new Set<Element>()
  /** Comment marks between paragraphs, to be set at the next one. */
  #waiting: CommentMark[] = []
  #last: Paragraph | undefined
  #unseen = 0

  constructor(xml: string, styles: Styles) {
    this.#runs = new RunReader(xml, styles)
  }

  get #paragraph(): Paragraph | undefined {
    return this.#paragraphs.at(-1)
  }

  open(element: Element): void {
    if (isUnseen(element) && this.#unseen++ === 0) this.#change(element)
    if (this.#unseen || element.vocabulary !== 'w') return
    const {name} = element
    if (STORIES.has(name)) this.#openStory(element)
    else if (name === 'txbxContent') this.#openBox()
    else if (name === 'p') this.#openParagraph(element)
    else if (name === 'tbl' || name === 'tr' || name === 'tc') this.#openTable(name)
    else if (name in EDGES) this.#mark(element)
    else if (name === 'sectPr') this.sections.push({headers: []})
    else if (isChildOf(element, 'sectPr')) this.#takeSection(element)
    else if (isChildOf(element, 'trPr', 'tr') || isChildOf(element, 'tcPr', 'tc')) this.#takeTableProperty(element)
    else this.#openInParagraph(element)
  }

  #openInParagraph(element: Element): void {
    const paragraph = this.#paragraph
    if (paragraph && (isChildOf(element, 'pPr', 'p') || isChildOf(element, 'numPr', 'pPr', 'p')))
      takeParagraphProperty(element, paragraph.properties)
    else if (paragraph && element.name === 'vanish' && isChildOf(element, 'rPr', 'pPr', 'p'))
      paragraph.isHidden = isOn(element)
    else this.#runs.open(element, paragraph)
  }

  close(element: Element): void {
    if (isUnseen(element)) this.#unseen--
    else if (!this.#unseen && element.vocabulary === 'w') this.#close(element)
  }

  #close(element: Element): void {
    const {name} = element
    if (STORIES.has(name)) {
      const story = this.stories.at(-1)
      if (story) story.element.end = element.end
      this.#flows.pop()
    } else if (name === 'txbxContent') this.#flows.pop()
    else if (name === 'p') this.#closeParagraph(element)
    else if (name === 'pPr' && isChildOf(element, 'p')) (this.#paragraph as Paragraph).propertiesEnd = element.end
    else if (name === 'tbl') this.#tables.pop()
    else if (name === 'tr' && this.#deletedRows.delete(element)) this.#runs.closeDeletion()
    else if (name === 'tc') this.#flows.pop()
    else if (name === 'r') this.#closeRun(element)
    else this.#runs.close(element)
  }

  #openStory(element: Element): void {
    const flow: Flow = []
    this.stories.push({id: attribute(element, 'id') ?? '', element, flow})
    this.#flows.push(flow)
  }

  #openBox(): void {
    const flow: Flow = []
    this.#paragraph?.boxes.push(flow)
    this.#flows.push(flow)
  }

  #openParagraph(element: Element): void {
    const paragraph = newParagraph(element, this.#paragraphs[0])
    this.#flows.at(-1)?.push(paragraph)
    this.#paragraphs.push(paragraph)
    for (const mark of this.#waiting) mark.paragraph = paragraph
    this.#waiting = []
  }

  #closeParagraph({closeStart, end}: Element): void {
    const paragraph = this.#paragraphs.pop()
    if (!paragraph) return
    paragraph.closeStart = closeStart
    paragraph.end = end
    this.#last = paragraph
  }

  /** A run that only calls a comment goes with it. */
  #closeRun(element: Element): void {
    const mark = this.marks.at(-1)
    if (mark?.edge === 'reference' && mark.start >= element.start && this.#runs.run?.contents === 1) {
      mark.start = element.start
      mark.end = element.end
    }
    this.#runs.close(element)
  }

  #openTable(name: 'tbl' | 'tr' | 'tc'): void {
    const open = this.#tables.at(-1)
    if (name === 'tbl') {
      const table: Table = {kind: 'table', rows: []}
      this.#flows.at(-1)?.push(table)
      this.#tables.push({table, row: undefined, cell: undefined, column: 0})
    } else if (open && name === 'tr') {
      open.row = {isHeader: false, cells: []}
      open.column = 0
      open.table.rows.push(open.row)
    } else {
      const cell: Cell = {column: open?.column ?? 0, continues: false, flow: []}
      if (open) {
        open.row?.cells.push(cell)
        open.cell = cell
        open.column++
      }
      this.#flows.push(cell.flow)
    }
  }

  #takeTableProperty(element: Element): void {
    const open = this.#tables.at(-1)
    if (!open) return
    const value = attribute(element, 'val')
    const row = element.parent?.parent
    if (element.name === 'tblHeader' && open.row) open.row.isHeader = isOn(element)
    else if (element.name === 'gridBefore') open.column += Number(value) || 0
    else if (element.name === 'gridSpan') open.column += Math.max(0, Math.min(200, Number(value) || 1) - 1)
    else if (element.name === 'vMerge' && open.cell) open.cell.continues = value !== 'restart'
    else if (element.name === 'del' && row?.name === 'tr') {
      this.#deletedRows.add(row)
      this.#runs.openDeletion(element)
    }
  }

  #mark(element: Element): void {
    const {start, end, name} = element
    const edge = EDGES[name] as CommentMark['edge']
    const open = this.#paragraph
    const paragraph = open ?? (edge === 'end' ? this.#last : undefined)
    const mark: CommentMark = {
      id: attribute(element, 'id') ?? '',
      edge,
      paragraph,
      at: paragraph?.text.length ?? 0,
      start,
      end,
    }
    this.marks.push(mark)
    if (!paragraph) this.#waiting.push(mark)
    if (edge === 'reference') this.#runs.open(element, open)
  }

  #change(element: Element): void {
    const paragraph = this.#paragraph
    if (!paragraph) return
    const {run} = this.#runs
    if (element.name === 'rPrChange' && run && isChildOf(element, 'rPr', 'r'))
      paragraph.reformattings.push({...authorOf(element), run})
    else if (element.name === 'pPrChange') paragraph.reformattings.push({...authorOf(element), run: undefined})
  }

  #takeSection(element: Element): void {
    const section = this.sections.at(-1)
    if (!section || element.parent?.parent?.name === 'sectPrChange') return
    const length = (name: string): number | undefined => points(attribute(element, name))
    if (element.name === 'pgSz') Object.assign(section, defined({width: length('w'), height: length('h')}))
    else if (element.name === 'pgMar')
      Object.assign(
        section,
        defined({top: length('top'), right: length('right'), bottom: length('bottom'), left: length('left')}),
      )
    else if (element.name === 'docGrid' && (attribute(element, 'type') ?? 'default') !== 'default')
      Object.assign(section, defined({linePitch: length('linePitch')}))
    else if (element.name === 'headerReference' || element.name === 'footerReference')
      section.headers.push({
        kind: element.name === 'headerReference' ? 'header' : 'footer',
        type: attribute(element, 'type') ?? 'default',
        id: attribute(element, 'id', 'r') ?? '',
      })
  }
}

/** Without the fields that have no value. */
const defined = <Fields extends object>(fields: Fields): Partial<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Fields>
