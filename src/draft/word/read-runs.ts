import type {Author, Paragraph, Run} from './story.ts'
import {isChildOf, type Styles, takeRunProperty} from './styles.ts'
import {symbolOf} from './symbols.ts'
import {attribute, decodeCharacters, type Element} from './xml.ts'

/** Elements of a run that a reader sees as one character. */
const SIGNS: Readonly<Record<string, string>> = {tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '‑'}

/** Where `w:ins` and `w:del` are no range around runs, but a note on a paragraph's end, a row, a number. */
const NO_RANGE: ReadonlySet<string> = new Set(['rPr', 'trPr', 'numPr'])

const REVISIONS: ReadonlySet<string> = new Set(['ins', 'moveTo', 'del', 'moveFrom'])

/** A field: a code and, behind its separator, the text that it gave when it was last updated. */
interface Field {
  code: string
  isCode: boolean
}

type Change = Author & {readonly isMove: boolean}

export const authorOf = (element: Element): Author => ({
  author: attribute(element, 'author') ?? '',
  date: attribute(element, 'date') ?? '',
})

const preservesSpace = (element: Element): boolean => {
  for (let one: Element | undefined = element; one; one = one.parent) {
    const space = one.attributes['xml:space']
    if (space !== undefined) return space === 'preserve'
  }
  return false
}

/** Reads what stands in runs: words, signs, fields, tracked changes. Runs are pushed and popped as elements open and close. */
export class RunReader {
  readonly #xml: string
  readonly #styles: Styles
  /** Open runs, innermost last; a text box opens new ones inside a run. */
  readonly #runs: Run[] = []
  readonly #insertions: Change[] = []
  readonly #deletions: Change[] = []
  readonly #fields: Field[] = []
  /** Characters with a phonetic guide: one piece, whatever runs they consist of. */
  #ruby: {readonly element: Element; text: string} | undefined

  constructor(xml: string, styles: Styles) {
    this.#xml = xml
    this.#styles = styles
  }

  get run(): Run | undefined {
    return this.#runs.at(-1)
  }

  /** A deletion that is no element around runs: a whole row of a table. */
  openDeletion(element: Element): void {
    this.#deletions.push({...authorOf(element), isMove: false})
  }

  closeDeletion(): void {
    this.#deletions.pop()
  }

  open(element: Element, paragraph: Paragraph | undefined): void {
    const {name} = element
    if (REVISIONS.has(name)) this.#openRevision(element, paragraph)
    else if (name === 'fldSimple') {
      this.#fields.push({code: attribute(element, 'instr') ?? '', isCode: true})
      this.#endCode(paragraph)
    } else if (name === 'r') {
      if (paragraph) this.#openRun(element, paragraph)
    } else this.#openInRun(element, paragraph)
  }

  #openInRun(element: Element, paragraph: Paragraph | undefined): void {
    const run = this.run
    if (!run || !paragraph) return
    if (isChildOf(element, 'rPr', 'r')) takeRunProperty(element, run.properties)
    else if (isChildOf(element, 'r') && element.name !== 'rPr') this.#openContent(element, run, paragraph)
  }

  #openRun({start, openEnd, parent}: Element, paragraph: Paragraph): void {
    this.#runs.push({
      start,
      openEnd,
      propertiesStart: openEnd,
      propertiesEnd: openEnd,
      end: openEnd,
      properties: {},
      paragraph,
      textStart: paragraph.text.length,
      contents: 0,
      holder: parent,
    })
  }

  #openRevision(element: Element, paragraph: Paragraph | undefined): void {
    const isDeletion = element.name === 'del' || element.name === 'moveFrom'
    if (NO_RANGE.has(element.parent?.name ?? '')) {
      if (isDeletion && paragraph && isChildOf(element, 'rPr', 'pPr', 'p')) paragraph.isJoined = true
      return
    }
    const change = {...authorOf(element), isMove: element.name.startsWith('move')}
    ;(isDeletion ? this.#deletions : this.#insertions).push(change)
  }

  #openContent(element: Element, run: Run, paragraph: Paragraph): void {
    run.contents++
    const {name} = element
    if (name === 'fldChar') this.#field(attribute(element, 'fldCharType') ?? '', paragraph)
    else if (name === 'ruby') this.#ruby ??= {element, text: ''}
    else if (name === 'footnoteReference' || name === 'endnoteReference') {
      if (!this.#deletions.length)
        paragraph.notes.push({
          kind: name === 'footnoteReference' ? 'footnote' : 'endnote',
          id: attribute(element, 'id') ?? '',
          run,
        })
    } else {
      const sign =
        name === 'sym' ? symbolOf(attribute(element, 'font') ?? '', attribute(element, 'char') ?? '') : SIGNS[name]
      if (sign) this.#put(sign, element, run)
    }
  }

  close(element: Element): void {
    const run = this.run
    switch (element.name) {
      case 'ins':
      case 'moveTo':
        if (!NO_RANGE.has(element.parent?.name ?? '')) this.#insertions.pop()
        return
      case 'del':
      case 'moveFrom':
        if (!NO_RANGE.has(element.parent?.name ?? '')) this.#deletions.pop()
        return
      case 'fldSimple':
        this.#fields.pop()
        return
      case 'rPr':
        if (run && isChildOf(element, 'r')) {
          run.propertiesStart = element.start
          run.propertiesEnd = element.end
        }
        return
      case 'r':
        if (run) run.end = element.end
        this.#runs.pop()
        return
      case 'ruby':
        if (this.#ruby?.element !== element || !run) return
        this.#put(this.#ruby.text, element, run)
        this.#ruby = undefined
        return
      case 't':
      case 'delText':
        if (run && isChildOf(element, 'r')) this.#takeText(element, run)
        return
      case 'instrText': {
        const field = this.#fields.at(-1)
        if (field?.isCode) field.code += this.#xml.slice(element.openEnd, element.closeStart)
      }
    }
  }

  #field(type: string, paragraph: Paragraph): void {
    if (type === 'begin') this.#fields.push({code: '', isCode: true})
    else this.#endCode(paragraph)
    if (type === 'end') this.#fields.pop()
  }

  #endCode(paragraph: Paragraph | undefined): void {
    const field = this.#fields.at(-1)
    if (!field?.isCode) return
    field.isCode = false
    field.code = /[a-z]+/i.exec(field.code)?.[0].toUpperCase() ?? ''
    paragraph?.fields.push(field.code)
  }

  #takeText(element: Element, run: Run): void {
    const raw = this.#xml.slice(element.openEnd, element.closeStart)
    const kept = preservesSpace(element) ? raw : raw.replace(/^[ \t\r\n]+/, '')
    const rawStart = element.openEnd + raw.length - kept.length
    const rawEnd = preservesSpace(element) ? element.closeStart : rawStart + trimEnd(kept).length
    const {text, offsets} = decodeCharacters(this.#xml.slice(rawStart, rawEnd))
    if (!text) return
    if (this.#ruby) this.#ruby.text += text
    else this.#put(text, element, run, {rawStart, rawEnd, offsets})
  }

  /** Adds characters to the paragraph, or to what is missing from it. */
  #put(
    text: string,
    element: Element,
    run: Run,
    raw?: {rawStart: number; rawEnd: number; offsets: readonly number[] | undefined},
  ): void {
    const {paragraph} = run
    // a table of contents repeats the headings; a field's code is no text
    if (this.#ruby && this.#ruby.element !== element) return
    if (this.#fields.some(({code, isCode}) => isCode || code === 'TOC')) return
    const at = paragraph.text.length
    const deletion = this.#deletions.at(-1)
    if (deletion || element.name === 'delText') {
      paragraph.deletions.push({at, text, ...(deletion ?? {author: '', date: '', isMove: false})})
      return
    }
    if (this.#isHidden(run)) {
      paragraph.hidden.push({at, text})
      return
    }
    const end = at + text.length
    paragraph.text += text
    paragraph.pieces.push({
      start: at,
      end,
      kind: raw ? 'text' : 'sign',
      elementStart: element.start,
      elementEnd: element.end,
      rawStart: raw?.rawStart ?? element.start,
      rawEnd: raw?.rawEnd ?? element.end,
      offsets: raw?.offsets,
      run,
    })
    const insertion = this.#insertions.at(-1)
    if (insertion) paragraph.insertions.push({...insertion, start: at, end})
  }

  #isHidden({properties, paragraph}: Run): boolean {
    if (properties.hidden !== undefined) return properties.hidden
    const isHidden = (kind: 'character' | 'paragraph', id: string | undefined): boolean =>
      this.#styles.chain(kind, id).find(({run}) => run.hidden !== undefined)?.run.hidden ?? false
    return (
      isHidden('paragraph', paragraph.properties.style) ||
      (properties.style !== undefined && isHidden('character', properties.style))
    )
  }
}

function trimEnd(text: string): string {
  let end = text.length
  while (end > 0 && ' \t\r\n'.includes(text[end - 1] as string)) end--
  return text.slice(0, end)
}
