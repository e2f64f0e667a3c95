import type {Span} from '../span.ts'
import type {Composed} from './compose.ts'
import {once, type WordDocument} from './document.ts'
import {
  type BlockLayout,
  type Margin,
  OUR_AUTHOR,
  type Revision,
  type RunLayout,
  type WordComment,
  type WordFacts,
} from './facts.ts'
import type {Format} from './formats.ts'
import {readProperties} from './properties.ts'
import {readStories} from './read-stories.ts'
import type {Flow, Paragraph, Piece} from './story.ts'
import {attribute, type Element, walk} from './xml.ts'

type Starts = ReadonlyMap<Paragraph, number>

/** Gathers what the file holds beside its words; each kind when it is first asked for. */
export function gatherFacts(document: WordDocument): WordFacts {
  const {composer, source, stories} = document
  const starts: Starts = new Map(composer.places.map(({paragraph, start}) => [paragraph, start]))
  const marked = once(() => findMarked(document))
  const revisions = once(() => findRevisions(document))
  const comments = once(() => findComments(document, starts))
  const properties = once(() => readProperties(source))
  const margins = once(() => readMargins(document))
  const layout = once(() => composer.blocks.map((block) => layoutOf(document, block)))
  return {
    get revisions() {
      return revisions()
    },
    get comments() {
      return comments()
    },
    hidden: composer.places.flatMap(({paragraph, start}) =>
      joined(paragraph.hidden).map(({at, text}) => ({at: {start: start + at, end: start + at}, text})),
    ),
    get highlighted() {
      return marked().highlighted
    },
    get coloured() {
      return marked().coloured
    },
    get struck() {
      return marked().struck
    },
    get properties() {
      return properties()
    },
    pages: stories.sections.map(({width, height, top, right, bottom, left, linePitch}) => ({
      width,
      height,
      top,
      right,
      bottom,
      left,
      linePitch,
    })),
    get margins() {
      return margins()
    },
    get layout() {
      return layout()
    },
  }
}

/** Hidden words that stand at one place, as one. */
function joined(absent: readonly {readonly at: number; readonly text: string}[]): {at: number; text: string}[] {
  const result: {at: number; text: string}[] = []
  for (const {at, text} of absent) {
    const last = result.at(-1)
    if (last?.at === at) last.text += text
    else result.push({at, text})
  }
  return result.filter(({text}) => text.trim())
}

/** Word cuts a change into many runs: neighbours by one hand are one change. */
function findRevisions({composer}: WordDocument): Revision[] {
  const all: Revision[] = []
  const add = (revision: Revision): void => {
    const last = all.at(-1)
    const isSame = last?.kind === revision.kind && last.author === revision.author && last.at.end === revision.at.start
    if (last && isSame)
      all[all.length - 1] = {...last, at: {start: last.at.start, end: revision.at.end}, text: last.text + revision.text}
    else all.push(revision)
  }
  for (const {paragraph, start} of composer.places) {
    for (const {author, date, isMove, start: from, end} of paragraph.insertions)
      add({
        kind: isMove ? 'move' : 'insertion',
        author,
        date,
        at: {start: start + from, end: start + end},
        text: paragraph.text.slice(from, end),
      })
    // a move is told once, at its new place
    for (const {author, date, isMove, at, text} of paragraph.deletions)
      if (!isMove) add({kind: 'deletion', author, date, at: {start: start + at, end: start + at}, text})
    for (const {author, date, run} of paragraph.reformattings) {
      const pieces = run ? paragraph.pieces.filter((piece) => piece.run === run) : paragraph.pieces
      const from = pieces[0]?.start ?? 0
      add({
        kind: 'formatting',
        author,
        date,
        at: {start: start + from, end: start + (pieces.at(-1)?.end ?? from)},
        text: '',
      })
    }
  }
  return all.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end)
}

function findMarked({composer, formats}: WordDocument) {
  const highlighted: Span[] = []
  const struck: Span[] = []
  const coloured: (Span & {color: string})[] = []
  for (const {paragraph, start} of composer.places)
    for (const piece of paragraph.pieces) {
      const {highlight, color, struck: isStruck, style} = formats.of(piece.run)
      const span = {start: start + piece.start, end: start + piece.end}
      if (!paragraph.text.slice(piece.start, piece.end).trim()) continue
      if (highlight !== 'none') extend(highlighted, span)
      if (isStruck) extend(struck, span)
      if (!/^(auto|0{6}|000)$/i.test(color) && !style.includes('hyperlink')) extend(coloured, {...span, color})
    }
  return {highlighted, struck, coloured}
}

/** Adds a span, or lengthens the last one by it. */
function extend<Kind extends Span & {readonly color?: string}>(spans: Kind[], span: Kind): void {
  const last = spans.at(-1)
  if (last?.end === span.start && last.color === span.color) spans[spans.length - 1] = {...last, end: span.end}
  else spans.push(span)
}

export const plainText = (flow: Flow): string =>
  flow
    .map((part) =>
      part.kind === 'paragraph'
        ? part.text
        : part.rows.map((row) => row.cells.map((cell) => plainText(cell.flow)).join('\t')).join('\n'),
    )
    .join('\n')
    .trim()

/** Ids of the paragraphs that close a resolved thread. */
function resolvedThreads(xml: string): ReadonlySet<string> {
  const resolved = new Set<string>()
  const open = (element: Element): void => {
    if (element.name === 'commentEx' && attribute(element, 'done') === '1')
      resolved.add(attribute(element, 'paraId') ?? '')
  }
  walk(xml, {open})
  return resolved
}

function findComments({source, styles, stories}: WordDocument, starts: Starts): WordComment[] {
  const part = source.related(source.main.name, 'comments')
  if (!part) return []
  const extended = source.related(source.main.name, 'commentsExtended')
  const resolved = extended ? resolvedThreads(extended.xml) : new Set()
  const at = new Map<string, {start?: number; end?: number}>()
  for (const mark of stories.marks) {
    const from = mark.paragraph && starts.get(mark.paragraph)
    if (from === undefined) continue
    const span = at.get(mark.id) ?? {}
    at.set(mark.id, span)
    if (mark.edge === 'start') span.start = from + mark.at
    else span.end ??= from + mark.at
  }
  return readStories(part.xml, styles).stories.flatMap(({id, element, flow}) => {
    const place = at.get(id)
    if (!place) return []
    const end = place.end ?? place.start ?? 0
    const author = attribute(element, 'author') ?? ''
    const last = /paraId="(\w+)"(?![\s\S]*paraId=")/.exec(part.xml.slice(element.start, element.end))?.[1] ?? ''
    return {
      author,
      date: attribute(element, 'date') ?? '',
      text: plainText(flow),
      at: {start: Math.min(place.start ?? end, end), end},
      isDone: resolved.has(last),
      isOurs: author === OUR_AUTHOR,
    }
  })
}

const layoutRun = ({eastAsia, ascii, size, bold}: Format, at: Span): RunLayout => ({at, eastAsia, ascii, size, bold})

function runsOf({formats}: WordDocument, pieces: readonly Piece[], offset: number): RunLayout[] {
  const runs: RunLayout[] = []
  for (const piece of pieces) {
    const run = layoutRun(formats.of(piece.run), {start: offset + piece.start, end: offset + piece.end})
    const last = runs.at(-1)
    const isSame =
      last &&
      last.eastAsia === run.eastAsia &&
      last.ascii === run.ascii &&
      last.size === run.size &&
      last.bold === run.bold
    if (isSame && last.at.end === run.at.start)
      runs[runs.length - 1] = {...last, at: {start: last.at.start, end: run.at.end}}
    else runs.push(run)
  }
  return runs
}

function layoutOf(document: WordDocument, {block, paragraph, label}: Composed): BlockLayout {
  const {formats, composer} = document
  const {alignment, firstLine, firstLineCharacters, line, lineRule} = formats.paragraph(paragraph)
  const own = composer.placesIn(block)
  const runs = own
    .flatMap(({paragraph: member, start}) => runsOf(document, member.pieces, start))
    .map((run) => ({...run, at: {start: Math.max(run.at.start, block.start), end: Math.min(run.at.end, block.end)}}))
    .filter(({at}) => at.start < at.end)
  const points = label?.firstLine ?? firstLine ?? 0
  const size = runs[0]?.size ?? 16
  return {
    at: {start: block.start, end: block.end},
    alignment: alignment ?? 'both',
    firstLine: firstLineCharacters ? firstLineCharacters / 100 : points / size,
    pitch: lineRule === 'exact' || lineRule === 'atLeast' ? line : undefined,
    runs,
  }
}

function readMargins(document: WordDocument): Margin[] {
  const {source, styles, stories, formats} = document
  const targets = new Map(source.relations(source.main.name).map(({id, target}) => [id, target]))
  return stories.sections
    .flatMap(({headers}) => headers)
    .flatMap(({kind, type, id}) => {
      const part = source.part(targets.get(id) ?? '')
      const flow = part && readStories(part.xml, styles).stories[0]?.flow
      if (!flow) return []
      const paragraphs = allParagraphs(flow)
      const numbered =
        paragraphs.find(({fields}) => fields.includes('PAGE')) ?? paragraphs.find(({text}) => text.trim())
      return {
        kind,
        type,
        text: paragraphs
          .map(({text}) => text.trim())
          .filter(Boolean)
          .join('\n'),
        hasPageNumber: paragraphs.some(({fields}) => fields.includes('PAGE')),
        alignment: (numbered && formats.paragraph(numbered).alignment) ?? 'left',
        runs: numbered ? runsOf(document, numbered.pieces, 0) : [],
      }
    })
}

const allParagraphs = (flow: Flow): Paragraph[] =>
  flow.flatMap((part) =>
    part.kind === 'paragraph'
      ? [part, ...part.boxes.flatMap(allParagraphs)]
      : part.rows.flatMap(({cells}) => cells.flatMap((cell) => allParagraphs(cell.flow))),
  )
