import type {Draft} from '../draft/draft.ts'
import type {Span} from '../draft/span.ts'
import {leaning} from '../language/leaning.ts'
import {matchesOf} from '../language/matches.ts'
import {admitsFault, TURN, tellsAction, tellsRemedy} from '../language/tone.ts'
import {findFields} from './fields.ts'
import {CONTINUES, flowItems, isClosing, isIntroduction} from './flow.ts'
import type {Piece} from './marks.ts'
import {buildOutline, type Node} from './outline.ts'
import {pairedItems, splitRemedy, trimItem} from './paired.ts'
import {labelAt} from './roles.ts'
import {clip, type Section} from './sections.ts'
import {tableItems} from './tables.ts'
import {causesBegin, turnOfPart} from './turns.ts'

/** One thing that a reader would count: a problem, a cause, a measure. Its span leaves out labels, keeps 一是 and 首先，. */
export interface Item extends Span {
  /** `P1`, `M1`, `C1` … in reading order. */
  readonly id: string
  /** Its first clause: what the item is about. */
  readonly head: Span
  /** The heading of the group that it stands in, if any. */
  readonly group: Span | undefined
}

export interface Measure extends Item {
  /** Index of the problem that the layout itself pairs it with: it stands under that problem. */
  readonly under: number | undefined
  /** Who does it, by when, with what result: the words that say so, wherever the item or its labels hold them. */
  readonly owner: Span | undefined
  readonly deadline: Span | undefined
  readonly target: Span | undefined
}

/** An item before it is numbered. `fields` are spans of labelled text that belongs to it (责任人：…). */
export interface RawItem extends Span {
  readonly group?: Span | undefined
  readonly under?: RawItem | undefined
  readonly fields?: readonly Span[]
}

export interface RawItems {
  readonly problems: readonly RawItem[]
  readonly measures: readonly RawItem[]
}

export interface Items {
  readonly problems: readonly Item[]
  readonly measures: readonly Measure[]
  readonly causes: readonly Item[]
}

export function findItems(draft: Draft, sections: readonly Section[]): Items {
  const problems: RawItem[] = []
  const measures: RawItem[] = []
  const causes: RawItem[] = []
  for (const section of sections) {
    const table = tableItems(draft, section)
    if (section.role === 'causes') causes.push(...listItems(draft, section))
    else if (table) {
      problems.push(...table.problems)
      measures.push(...table.measures)
      if (section.role === 'plan') measures.push(...listedItems(draft, section, !table.measures.length))
    } else if (section.isProblem) {
      const found = headedItems(draft, section)
      problems.push(...found.problems)
      measures.push(...found.measures)
    } else if (section.role === 'problems-plan' || section.role === 'problems') {
      const found = mixedItems(draft, section)
      problems.push(...found.problems)
      measures.push(...found.measures)
    } else if (section.role === 'plan') measures.push(...listItems(draft, section))
    else if (section.role === 'work') problems.push(...faultsInPassing(draft, section))
  }
  problems.sort((a, b) => a.start - b.start)
  measures.sort((a, b) => a.start - b.start)
  return Object.freeze({
    problems: Object.freeze(problems.map((item, index) => number(draft, item, 'P', index))),
    measures: Object.freeze(measures.map((item, index) => measureOf(draft, item, index, problems, measures))),
    causes: Object.freeze(causes.map((item, index) => number(draft, item, 'C', index))),
  })
}

function number(draft: Draft, item: RawItem, letter: string, index: number): Item {
  return Object.freeze({
    id: `${letter}${index + 1}`,
    start: item.start,
    end: item.end,
    head: headOf(draft.text, item),
    group: item.group,
  })
}

function measureOf(
  draft: Draft,
  item: RawItem,
  index: number,
  problems: readonly RawItem[],
  measures: readonly RawItem[],
): Measure {
  const under = item.under ? problems.indexOf(item.under) : -1
  const next = measures[index + 1]
  // a deadline or an owner named once behind several measures of one problem holds for each of them
  const fields = item.fields ?? []
  return Object.freeze({
    ...number(draft, item, 'M', index),
    under: under < 0 ? undefined : under,
    ...findFields(draft.text, item, next && next.start < item.end ? [] : fields),
  })
}

/** Up to the first full stop, semicolon or, for a long one, comma. */
function headOf(text: string, item: Span): Span {
  const stop = /[。；：！？\n]/.exec(text.slice(item.start, item.end))
  return {start: item.start, end: stop ? item.start + stop.index : item.end}
}

const isEnumerated = (node: Node): boolean => ['enumeration', 'demand', 'ordinal', 'sequence'].includes(node.kind)

/** Where an item's words begin: 一是, 第一， and 首先， belong to them, other marks do not. */
const wordsStart = (node: Node): number => (isEnumerated(node) ? node.piece.start : node.piece.body)

/** The lowest items of a list, with the headings above them; introductions and closing sentences left out. */
function leaves(draft: Draft, nodes: readonly Node[], group?: Span): {node: Node; group: Span | undefined}[] {
  return nodes.flatMap((node) =>
    isGroup(draft.text, node) ? leaves(draft, node.children, node.title) : [{node, group}],
  )
}

/** A heading over items, as opposed to an item with details: its children are items of their own. */
function isGroup(_text: string, node: Node): boolean {
  return node.children.length >= 2 || (node.children.length === 1 && node.text.end - node.text.start === 0)
}

/** Whether the paragraphs that follow an item without a number belong to it. */
function ownsParagraphs(siblings: readonly {node: Node}[]): boolean {
  const followed = siblings.filter(({node}) => node.paragraphs.length).length
  return followed * 2 >= siblings.length && siblings.length > 1
    ? true
    : siblings.every(({node}) => node.kind === 'heading')
}

/** A line that is nothing but a short heading: what it says stands in the paragraphs below. */
function isHeadline(text: string, {piece, title}: Node): boolean {
  const words = text.slice(title.start, title.end)
  return title.end === piece.end && words.length <= 20 && !/[。；，：]/.test(words)
}

/** The list beside a table; sentences only where the table holds no measure. */
const listedItems = (draft: Draft, section: Section, orFlow: boolean): RawItem[] =>
  orFlow || section.pieces.some(({mark, block, opensBlock}) => mark && opensBlock && block.kind !== 'cell')
    ? listItems(draft, section)
    : []

function listItems(draft: Draft, section: Section): RawItem[] {
  const pieces = section.pieces.filter(({block}) => block.kind !== 'cell')
  const outline = buildOutline(draft, pieces)
  const found = leaves(draft, outline.nodes)
  const items: RawItem[] = []
  const opening = outline.opening.filter((piece) => !isIntroduction(draft.text, piece) || !found.length)
  if (!found.length) return flowItems(draft, opening)
  if (isFlow(outline.nodes) && opening.length) return flowItems(draft, pieces)
  // sentences before a list are tasks of their own only when they are more than an introduction
  const owns = ownsParagraphs(found)
  for (const {node, group} of found) {
    const last =
      owns || isHeadline(draft.text, node)
        ? node.paragraphs.filter((piece) => !isClosing(draft.text, piece)).at(-1)
        : undefined
    const end = last?.end ?? node.piece.end
    const start = wordsStart(node)
    if (end > start) items.push(...tasksOf(draft.text, node, {start, end: trimItem(draft.text, start, end), group}))
  }
  return items
}

/** 此外， and 同时， alone make no list: what stands before them is of the same kind. */
const isFlow = (nodes: readonly Node[]): boolean =>
  nodes.every(({kind, piece}) => kind === 'sequence' && piece.mark?.value === undefined)

/** A short heading with three or more full sentences behind it is a group of tasks; with fewer it is one item. */
function tasksOf(text: string, node: Node, item: RawItem): RawItem[] {
  const title = text.slice(node.title.start, node.title.end)
  if (title.length > 18 || /\d/.test(title) || !title.endsWith('。')) return [item]
  const sentences = matchesOf(/[^。！？]{10,}[。！？]/g, text.slice(node.title.end, item.end))
  if (sentences.length < 3 || sentences.some(([words]) => CONTINUES.test(words))) return [item]
  return sentences.map(({index, 0: words}) => {
    const start = node.title.end + index
    return {start, end: start + words.length, group: node.title}
  })
}

/** A part that lists problems; each may be followed by what was or will be done about it. */
function mixedItems(draft: Draft, section: Section): RawItems {
  const turn = section.role === 'problems-plan' ? turnOfPart(draft.text, section.pieces) : undefined
  if (turn) {
    const part = (role: Section['role'], from: number, to: number): Section => ({
      ...section,
      role,
      pieces: section.pieces.filter(({start, end}) => end > from && start < to).map((piece) => clip(piece, from, to)),
    })
    const listed = mixedItems(draft, part('problems', section.start, turn.end))
    return {
      problems: listed.problems,
      measures: [...listed.measures, ...listItems(draft, part('plan', turn.start, section.end))],
    }
  }
  const causes = section.role === 'problems' ? causesBegin(draft.text, section.pieces) : undefined
  const pieces = section.pieces.filter(({block, start}) => block.kind !== 'cell' && start < (causes ?? section.end))
  const outline = buildOutline(draft, pieces)
  const problems: RawItem[] = []
  const measures: RawItem[] = []
  if (!outline.nodes.length) return pairFlow(draft, outline.opening, section.role)
  if (isFlow(outline.nodes) && outline.opening.some((piece) => !isIntroduction(draft.text, piece)))
    return pairFlow(draft, pieces, section.role)
  const nodes = section.role === 'problems' ? leaves(draft, outline.nodes) : pairedNodes(draft, outline.nodes)
  const owns = ownsParagraphs(nodes)
  const labelled = nodes.some(({node}) =>
    nodePieces(node).some((piece) => measureLabel(draft.text, piece) !== undefined),
  )
  for (const {node, group} of nodes) {
    const combined =
      section.role === 'problems-plan' ||
      labelled ||
      node.paragraphs.some(
        (piece) => tellsRemedy(draft.text.slice(piece.body, piece.end)) && !isClosing(draft.text, piece),
      )
    if (combined) {
      const found = pairedItems(
        draft,
        {start: wordsStart(node), end: node.piece.end, group},
        nodePieces(node).slice(1),
        section.role === 'problems-plan',
      )
      problems.push(...found.problems)
      measures.push(...found.measures)
      continue
    }
    const last =
      owns || isHeadline(draft.text, node)
        ? node.paragraphs.filter((piece) => !isClosing(draft.text, piece)).at(-1)
        : undefined
    const start = wordsStart(node)
    const end = last?.end ?? causesBehind(draft.text, node, start) ?? node.piece.end
    if (end > start) problems.push({start, end: trimItem(draft.text, start, end), group})
  }
  return {problems, measures}
}

/** 究其原因，… behind the last item of a list in running text speaks of all of them. */
function causesBehind(text: string, node: Node, start: number): number | undefined {
  if (node.piece.opensBlock || !isEnumerated(node)) return undefined
  const at = text
    .slice(start, node.piece.end)
    .search(/(?<=[。；！])\s*(究其原因|究其根源|分析原因|产生(这些|上述|以上))/)
  return at > 0 ? start + at : undefined
}

/** In a combined part the problems are the highest list whose members hold labels or plain text. */
function pairedNodes(draft: Draft, nodes: readonly Node[], group?: Span): {node: Node; group: Span | undefined}[] {
  return nodes.flatMap((node) => {
    const labelled = nodePieces(node).some((piece) => measureLabel(draft.text, piece) !== undefined)
    const inner = node.children.filter((child) =>
      nodePieces(child).some((piece) => measureLabel(draft.text, piece) !== undefined),
    )
    if (inner.length >= 1 && !measureLabelled(draft.text, node)) return pairedNodes(draft, node.children, node.title)
    if (labelled || (node.children.length < 2 && !isLonelyGroup(draft.text, node, nodes))) return [{node, group}]
    return pairedNodes(draft, node.children, node.title)
  })
}

/** （三）工程项目方面 with a single item below, beside headings that stand over several. */
const isLonelyGroup = (text: string, node: Node, siblings: readonly Node[]): boolean =>
  node.children.length === 1 &&
  !node.paragraphs.length &&
  isHeadline(text, node) &&
  siblings.some(
    (sibling) =>
      sibling.kind === node.kind && sibling.children.length > 1 && sibling.children[0]?.kind === node.children[0]?.kind,
  )

const measureLabelled = (text: string, node: Node): boolean =>
  [node.piece, ...node.paragraphs].some((piece) => measureLabel(text, piece) !== undefined)

function nodePieces(node: Node): Piece[] {
  return [node.piece, ...node.paragraphs, ...node.children.flatMap(nodePieces)].sort((a, b) => a.start - b.start)
}

/** Offset of a measure label at the start of a piece or behind a full stop inside it. */
function measureLabel(text: string, piece: Piece): number | undefined {
  const words = text.slice(piece.body, piece.end)
  if (labelAt(words)?.role === 'measure') return piece.body
  for (const match of matchesOf(/[。；\s](?=[一-鿿]{2,8}[：:]|【[一-鿿]{2,8}】)/g, words)) {
    const at = match.index + 1
    if (labelAt(words.slice(at, at + 16))?.role === 'measure') return piece.body + at
  }
  return undefined
}

const headingProblem = (section: Section): RawItem => section.title ?? {start: section.start, end: section.start}

/** A part whose heading is the problem: below it stand labelled answers, or plain sentences that tell what was done. */
function headedItems(draft: Draft, section: Section): RawItems {
  const {text} = draft
  const problem = headingProblem(section)
  const [opening] = section.pieces
  const isLabelled = opening !== undefined && labelAt(text.slice(opening.body, opening.end))?.role === 'problem'
  if (isLabelled || section.pieces.some((piece) => measureLabel(text, piece) !== undefined))
    return pairedItems(draft, problem, section.pieces)
  const told = section.pieces.flatMap((piece) => sentenceSpans(text, piece))
  const first = told.findIndex((sentence) => tellsAction(text.slice(sentence.start, sentence.end)))
  const last = told.at(-1)
  const begin = told[first]
  if (!begin || !last) return {problems: [problem], measures: []}
  return {problems: [problem], measures: [{start: begin.start, end: last.end, under: problem}]}
}

function sentenceSpans(text: string, piece: Piece): Span[] {
  const words = text.slice(piece.body, piece.end)
  return matchesOf(/[^。！？]+[。！？]?/g, words).map((match) => ({
    start: piece.body + match.index,
    end: piece.body + match.index + match[0].length,
  }))
}

/** Problems that a report admits in passing, behind 但 or 不过, while it tells what was done. */
function faultsInPassing(draft: Draft, section: Section): RawItem[] {
  return section.pieces
    .filter(({block}) => block.kind !== 'cell')
    .flatMap((piece) => {
      const words = draft.text.slice(piece.body, piece.end)
      return matchesOf(TURN, words).flatMap((match) => {
        const start = match.index + match[0].length - (match[1] as string).length - (/[，,]$/.test(match[0]) ? 1 : 0)
        const stop = words.slice(start).search(/[。；！？]/)
        const end = stop < 0 ? words.length : start + stop + 1
        return admitsFault(words.slice(start, end)) || leaning(words.slice(start, end)) < -1
          ? [{start: piece.body + start, end: piece.body + end}]
          : []
      })
    })
}

/** Problems and fixes in flowing text: sentence by sentence. */
function pairFlow(draft: Draft, pieces: readonly Piece[], role: Section['role']): RawItems {
  const items = flowItems(draft, pieces)
  if (role === 'problems') return {problems: items.filter((item) => !tellsRemedyOnly(draft.text, item)), measures: []}
  const problems: RawItem[] = []
  const measures: RawItem[] = []
  for (const item of items) {
    const words = draft.text.slice(item.start, item.end)
    const last = problems.at(-1)
    if (tellsRemedy(words) && last) measures.push({...item, under: last})
    else {
      const found = splitRemedy(draft.text, item, [], [], true)
      problems.push(...found.problems)
      measures.push(...found.measures)
    }
  }
  return {problems, measures}
}

const tellsRemedyOnly = (text: string, item: Span): boolean =>
  /^(针对|对此|下一?步|今后|以上问题|上述问题|这些问题)/.test(text.slice(item.start, item.end))
