import type {Block} from '../draft.ts'
import type {Span} from '../span.ts'
import type {Counter, Label} from './numbering.ts'
import type {Flow, NoteMark, Paragraph, Table} from './story.ts'
import type {Styles} from './styles.ts'

/** A block and the paragraph whose end is its own: what numbers, aligns and indents it. */
export interface Composed {
  readonly block: Block
  readonly paragraph: Paragraph
  readonly label: Label | undefined
}

/** A paragraph's text in the reading text: `[start, start + paragraph.text.length)`. */
export interface Place {
  readonly start: number
  readonly paragraph: Paragraph
}

/** A heading style on a longer text marks a heading that runs on into its paragraph. */
const LONGEST_HEADING = 80
const SPACE = /[\s\u3000\ufeff]/

/** Lays stories out as reading text: one block a line. */
export class Composer {
  readonly blocks: Composed[] = []
  /** In reading order. */
  readonly places: Place[] = []
  /** Footnotes and endnotes in the order of their marks. */
  readonly notes: NoteMark[] = []
  /** Of a footnote's paragraphs. */
  readonly noteMarks = new Map<Paragraph, NoteMark>()
  readonly #parts: string[] = []
  readonly #styles: Styles
  #counter: Counter
  #length = 0
  #tables = 0

  constructor(styles: Styles, counter: Counter) {
    this.#styles = styles
    this.#counter = counter
  }

  get text(): string {
    return this.#parts.join('')
  }

  /** @param counter counts from here on: every story counts for itself */
  put(flow: Flow, aside?: Block['aside'], counter: Counter = this.#counter): void {
    this.#counter = counter
    for (const part of groups(flow)) {
      if ('rows' in part) this.#putTable(part, aside)
      else if (!this.#isContents(part.last)) this.#putParagraphs(part, aside)
    }
  }

  /** @param mark where the note is called: comments on it are anchored there */
  putNote(mark: NoteMark, flow: Flow, counter: Counter): void {
    const first = this.places.length
    this.put(flow, 'note', counter)
    for (const {paragraph} of this.places.slice(first)) this.noteMarks.set(paragraph, mark)
  }

  /** The places that a block's words come from. */
  placesIn({start, end}: Span): Place[] {
    let low = 0
    let high = this.places.length
    while (low < high) {
      const middle = (low + high) >> 1
      const place = this.places[middle] as Place
      if (place.start + place.paragraph.text.length < start) low = middle + 1
      else high = middle
    }
    const found: Place[] = []
    for (let index = low; index < this.places.length && (this.places[index] as Place).start <= end; index++)
      found.push(this.places[index] as Place)
    return found
  }

  #isContents(paragraph: Paragraph): boolean {
    return /^toc( heading| \d)$/.test(this.#styles.nameOf(paragraph.properties.style))
  }

  #append(text: string): void {
    this.#parts.push(text)
    this.#length += text.length
  }

  /** Appends label and words. A label and a text that would read as one number are kept apart by a blank. */
  #write({members, last}: Group): Written {
    const start = this.#length
    const text = members.map((paragraph) => paragraph.text).join('')
    const isGone = !text && (last.isHidden || last.isJoined)
    const label = isGone ? undefined : this.#counter.next(last.properties)
    const number = label?.text ? label.text + (isRunOn(label, text) ? ' ' : '') : ''
    this.#append(number)
    const generated = number ? {start, end: this.#length} : undefined
    for (const paragraph of members) {
      this.places.push({start: this.#length, paragraph})
      this.#append(paragraph.text)
      this.notes.push(...paragraph.notes)
    }
    return {start, label, generated, text, whole: number + text}
  }

  #putParagraphs(group: Group, aside: Block['aside']): void {
    const {start, label, generated, text, whole} = this.#write(group)
    const {last} = group
    const depth = this.#headingDepth(last, text)
    let from = 0
    for (const line of whole.split('\n')) {
      const span = trim(line, start + from)
      const isFirst = from === 0
      from += line.length + 1
      if (span.start === span.end) continue
      const block: Block = {
        kind: depth === undefined || aside ? 'paragraph' : 'heading',
        ...span,
        ...(depth === undefined || aside ? {} : {depth}),
        ...(label && isFirst && depth === undefined
          ? {list: {ordered: !label.isBullet, depth: label.level, id: label.list}}
          : {}),
        ...(isFirst && generated ? {generated} : {}),
        ...(aside ? {aside} : {}),
      }
      this.blocks.push({block, paragraph: last, label: isFirst ? label : undefined})
    }
    this.#append('\n')
    for (const member of group.members) for (const box of member.boxes) this.put(box, aside ?? 'box')
  }

  #headingDepth({properties}: Paragraph, text: string): number | undefined {
    const chain = this.#styles.chain('paragraph', properties.style)
    const outline =
      properties.outline ?? chain.find(({paragraph}) => paragraph.outline !== undefined)?.paragraph.outline
    const named = /^heading (\d)$/.exec(chain[0]?.name ?? '')?.[1]
    const level = outline ?? (named === undefined ? 9 : Number(named) - 1)
    const words = text.trim()
    if (level > 8 || !words || words.length > LONGEST_HEADING || /[。！？].*[。！？]|[。！？][^”」）)]/.test(words))
      return undefined
    return Math.min(level + 1, 6)
  }

  /** A cell is one block, whatever it holds; a table in it comes behind. */
  #putTable({rows}: Table, aside: Block['aside']): void {
    const table = this.#tables++
    const hasHeader = rows.some(({isHeader}) => isHeader)
    for (const [row, {cells, isHeader}] of rows.entries())
      for (const {column, continues, flow} of cells) {
        if (continues && !flow.some((part) => part.kind === 'table' || part.text)) continue
        this.#putCell(flow, {table, row, column, header: hasHeader ? isHeader : row === 0}, aside)
      }
  }

  #putCell(flow: Flow, cell: NonNullable<Block['cell']>, aside: Block['aside']): void {
    const parts = groups(flow)
    const paragraphs = parts.filter((part): part is Group => 'members' in part)
    const start = this.#length
    const written = paragraphs.map((group, index) => {
      if (index) this.#append('\n')
      return this.#write(group)
    })
    const first = written[0]
    const paragraph = paragraphs[0]?.last
    const text = written.map(({whole}) => whole).join('\n')
    if (paragraph) {
      const block: Block = {
        kind: 'cell',
        ...trim(text, start),
        cell,
        ...(first?.generated ? {generated: first.generated} : {}),
        ...(aside ? {aside} : {}),
      }
      this.blocks.push({block, paragraph, label: first?.label})
    }
    this.#append('\n')
    for (const part of parts) if ('rows' in part) this.#putTable(part, aside)
    for (const {members} of paragraphs)
      for (const member of members) for (const box of member.boxes) this.put(box, aside ?? 'box')
  }
}

/** Paragraphs that read as one: all but the last have lost their ends to a tracked deletion. */
interface Group {
  readonly members: readonly Paragraph[]
  readonly last: Paragraph
}

/** Paragraphs as they were appended: from where, behind which label. */
interface Written {
  readonly start: number
  readonly label: Label | undefined
  readonly generated: Span | undefined
  readonly text: string
  /** Label and text. */
  readonly whole: string
}

function groups(flow: Flow): (Group | Table)[] {
  const result: (Group | Table)[] = []
  let members: Paragraph[] = []
  const close = (): void => {
    const last = members.at(-1)
    if (last) result.push({members, last})
    members = []
  }
  for (const part of flow) {
    if (part.kind === 'table') {
      close()
      result.push(part)
      continue
    }
    members.push(part)
    if (!part.isJoined) close()
  }
  close()
  return result
}

/** Whether the label's end and the text's beginning would be read as one: `1.` and `2023年`, `1` and `问题`. */
function isRunOn({text: label, suffix}: Label, text: string): boolean {
  if (/^\d/.test(text) && /[\d.．]$/.test(label)) return true
  return suffix !== 'nothing' && /[\p{L}\p{N}]$/u.test(label) && /^[\p{L}\p{N}]/u.test(text)
}

function trim(line: string, offset: number): Span {
  let start = 0
  let end = line.length
  while (start < end && SPACE.test(line.charAt(start))) start++
  while (end > start && SPACE.test(line.charAt(end - 1))) end--
  return {start: offset + start, end: offset + end}
}
