import type {ParagraphProperties, RunProperties} from './styles.ts'
import type {Element} from './xml.ts'

/** Who changed something and when, as Word's tracked changes tell it. */
export interface Author {
  readonly author: string
  /** As the file writes it: local time, though it ends in Z. */
  readonly date: string
}

/** A run of equal formatting: `w:r`. Offsets count in the part's XML. */
export interface Run {
  readonly start: number
  readonly openEnd: number
  /** The run's `w:rPr` with its tags; empty where it has none. */
  propertiesStart: number
  propertiesEnd: number
  end: number
  readonly properties: RunProperties
  /** The paragraph that the run's words belong to, and where they begin in its text. */
  readonly paragraph: Paragraph
  readonly textStart: number
  /** How many elements it holds beside its properties. */
  contents: number
  /** The element around it: `w:p`, `w:hyperlink`, `w:ins` … */
  readonly holder: Element | undefined
}

/** A piece of a paragraph's text and the XML that it was read from. */
export interface Piece {
  /** Offsets in the paragraph's text. */
  readonly start: number
  readonly end: number
  /** `text`: the characters of a `w:t`; `sign`: an element that stands for a character (a tab, a break). */
  readonly kind: 'text' | 'sign'
  /** The whole element, `w:t` or another. */
  readonly elementStart: number
  readonly elementEnd: number
  /** The characters of a `w:t`. */
  readonly rawStart: number
  readonly rawEnd: number
  /** Offsets of the text's units behind `rawStart`; undefined: one for one. */
  readonly offsets: readonly number[] | undefined
  readonly run: Run
}

/** Words that are in the file, but not in the reading text. */
export interface Absent {
  /** Where they would stand in the paragraph's text. */
  readonly at: number
  readonly text: string
}

/** A footnote's or endnote's mark. */
export interface NoteMark {
  readonly kind: 'footnote' | 'endnote'
  readonly id: string
  readonly run: Run
}

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly start: number
  readonly openEnd: number
  /** End of `w:pPr`, or of the start tag. */
  propertiesEnd: number
  closeStart: number
  end: number
  readonly isEmptyElement: boolean
  readonly properties: ParagraphProperties
  /** Without deleted and hidden words; a line break is `\n`. */
  text: string
  readonly pieces: Piece[]
  readonly deletions: (Absent & Author & {readonly isMove: boolean})[]
  readonly hidden: Absent[]
  /** Tracked insertions: pieces of the text. */
  readonly insertions: (Author & {readonly start: number; readonly end: number; readonly isMove: boolean})[]
  /** Tracked changes of formatting: of a run, or of the paragraph. */
  readonly reformattings: (Author & {readonly run: Run | undefined})[]
  readonly notes: NoteMark[]
  /** Text boxes anchored in the paragraph. */
  readonly boxes: Flow[]
  /** Of a paragraph in a text box: the paragraph outside of it. */
  readonly host: Paragraph | undefined
  /** Codes of the fields in it, in capitals: `PAGE`, `TOC`. */
  readonly fields: string[]
  /** The paragraph's end is deleted: its text runs on into the next paragraph. */
  isJoined: boolean
  /** The paragraph's end is hidden. */
  isHidden: boolean
}

export interface Cell {
  /** Column of the grid, from 0. */
  readonly column: number
  /** Belongs to the cell above it. */
  continues: boolean
  readonly flow: Flow
}

export interface Row {
  isHeader: boolean
  readonly cells: Cell[]
}

export interface Table {
  readonly kind: 'table'
  readonly rows: Row[]
}

/** Paragraphs and tables in reading order. */
export type Flow = (Paragraph | Table)[]

/** A place that a comment begins at, ends at or is called from. */
export interface CommentMark {
  readonly id: string
  readonly edge: 'start' | 'end' | 'reference'
  /** The paragraph and the offset in its text; of a mark between paragraphs the next one's beginning. */
  paragraph: Paragraph | undefined
  readonly at: number
  /** What has to go from the XML with the mark: the element, or the run that holds nothing else. */
  start: number
  end: number
}

/** The page of a section (`w:sectPr`). Lengths in points. */
export interface Section {
  width?: number
  height?: number
  top?: number
  right?: number
  bottom?: number
  left?: number
  /** Distance of the lines that the grid sets; undefined without a grid. */
  linePitch?: number
  readonly headers: {readonly kind: 'header' | 'footer'; readonly type: string; readonly id: string}[]
}

/** One story of the document: the main text, a footnote, a header. */
export interface Story {
  /** A note's or comment's id; the empty string elsewhere. */
  readonly id: string
  readonly element: Element
  readonly flow: Flow
}

export interface Stories {
  readonly stories: Story[]
  readonly marks: CommentMark[]
  readonly sections: Section[]
}

export const newParagraph = (
  {start, openEnd, isEmpty}: {start: number; openEnd: number; isEmpty: boolean},
  host: Paragraph | undefined,
): Paragraph => ({
  kind: 'paragraph',
  start,
  openEnd,
  propertiesEnd: openEnd,
  closeStart: openEnd,
  end: openEnd,
  isEmptyElement: isEmpty,
  host,
  properties: {},
  text: '',
  pieces: [],
  deletions: [],
  hidden: [],
  insertions: [],
  reformattings: [],
  notes: [],
  boxes: [],
  fields: [],
  isJoined: false,
  isHidden: false,
})
