import type {Span} from '../span.ts'

/** Authors of the comments and changes that zicha writes itself. */
export const OUR_AUTHOR = '自查助手'

/** A tracked change that nobody has accepted or rejected yet. */
export interface Revision {
  readonly kind: 'insertion' | 'deletion' | 'move' | 'formatting'
  readonly author: string
  readonly date: string
  /** In the reading text; a deletion has no words there, and is empty. */
  readonly at: Span
  /** The words inserted or deleted. */
  readonly text: string
}

export interface WordComment {
  readonly author: string
  readonly date: string
  readonly text: string
  /** The words commented on. */
  readonly at: Span
  /** Its thread is marked as resolved. */
  readonly isDone: boolean
  /** Written by zicha, not by a person. */
  readonly isOurs: boolean
}

/** The file's properties, as far as they are set. */
export interface Properties {
  readonly author?: string
  readonly lastAuthor?: string
  readonly company?: string
  readonly manager?: string
  readonly title?: string
  readonly subject?: string
  readonly keywords?: string
  readonly description?: string
  readonly template?: string
  readonly application?: string
}

/** A section's page. Lengths in points. */
export interface Page {
  readonly width: number | undefined
  readonly height: number | undefined
  readonly top: number | undefined
  readonly right: number | undefined
  readonly bottom: number | undefined
  readonly left: number | undefined
  /** The distance of lines that the page's grid sets. */
  readonly linePitch: number | undefined
}

/** A header or footer: not part of the reading text. */
export interface Margin {
  readonly kind: 'header' | 'footer'
  /** On which pages: `default` (odd), `even`, `first`. */
  readonly type: string
  /** Its words; the number that a page field last showed among them. */
  readonly text: string
  readonly hasPageNumber: boolean
  readonly alignment: string
  readonly runs: readonly RunLayout[]
}

/** Characters in one formatting. */
export interface RunLayout {
  readonly at: Span
  /** The font of Chinese characters, of Latin letters and digits; undefined where the file leaves it to the program. */
  readonly eastAsia: string | undefined
  readonly ascii: string | undefined
  /** Points. */
  readonly size: number
  readonly bold: boolean
}

/** How a block is set; `at` is the block's span. */
export interface BlockLayout {
  readonly at: Span
  /** `left`, `center`, `right`, `both` … */
  readonly alignment: string
  /** First-line indent in characters; negative for a hanging one. */
  readonly firstLine: number
  /** Fixed distance of lines in points; undefined where lines follow their font or the page's grid. */
  readonly pitch: number | undefined
  readonly runs: readonly RunLayout[]
}

/** What a Word file has beside its words. All spans count in the draft's reading text. */
export interface WordFacts {
  readonly revisions: readonly Revision[]
  readonly comments: readonly WordComment[]
  /** Words set as hidden: in the file, but not in the reading text. */
  readonly hidden: readonly {readonly at: Span; readonly text: string}[]
  readonly highlighted: readonly Span[]
  /** Words in a colour of their own (hexadecimal). */
  readonly coloured: readonly (Span & {readonly color: string})[]
  readonly struck: readonly Span[]
  readonly properties: Properties
  readonly pages: readonly Page[]
  readonly margins: readonly Margin[]
  /** In reading order, one a block. */
  readonly layout: readonly BlockLayout[]
}

/** A Word file with nothing out of the ordinary. */
export const PLAIN_WORD: WordFacts = {
  revisions: [],
  comments: [],
  hidden: [],
  highlighted: [],
  coloured: [],
  struck: [],
  properties: {},
  pages: [],
  margins: [],
  layout: [],
}
