import type {Draft} from '../draft/draft.ts'
import type {Span} from '../draft/span.ts'
import {leaning} from '../language/leaning.ts'
import {admitsFault, TURN, tellsAction, tellsRemedy} from '../language/tone.ts'
import {findFields} from './fields.ts'
import {CONTINUES, flowItems, isClosing, isIntroduction} from './flow.ts'
import type {Piece} from './marks.ts'
import {buildOutline, type Node} from './outline.ts'
import {labelAt} from './roles.ts'
import type {Section} from './sections.ts'
import {tableItems} from './tables.ts'

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
  const sentences = [...text.slice(node.title.end, item.end).matchAll(/[^。！？]{10,}[。！？]/g)]
  if (sentences.length < 3 || sentences.some(([words]) => CONTINUES.test(words))) return [item]
  return sentences.map(({index, 0: words}) => {
    const start = node.title.end + index
    return {start, end: start + words.length, group: node.title}
  })
}

function trimItem(text: string, start: number, end: number): number {
  let at = end
  while (at > start && /\s/.test(text.charAt(at - 1))) at--
  return at
}

/** A part that lists problems; each may be followed by what was or will be done about it. */
function mixedItems(draft: Draft, section: Section): RawItems {
  const pieces = section.pieces.filter(({block}) => block.kind !== 'cell')
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
    const end = last?.end ?? node.piece.end
    if (end > start) problems.push({start, end: trimItem(draft.text, start, end), group})
  }
  return {problems, measures}
}

/** In a combined part the problems are the highest list whose members hold labels or plain text. */
function pairedNodes(draft: Draft, nodes: readonly Node[], group?: Span): {node: Node; group: Span | undefined}[] {
  return nodes.flatMap((node) => {
    const labelled = nodePieces(node).some((piece) => measureLabel(draft.text, piece) !== undefined)
    const inner = node.children.filter((child) =>
      nodePieces(child).some((piece) => measureLabel(draft.text, piece) !== undefined),
    )
    if (inner.length >= 1 && !measureLabelled(draft.text, node)) return pairedNodes(draft, node.children, node.title)
    if (labelled || node.children.length < 2) return [{node, group}]
    return pairedNodes(draft, node.children, node.title)
  })
}

const measureLabelled = (text: string, node: Node): boolean =>
  [node.piece, ...node.paragraphs].some((piece) => measureLabel(text, piece) !== undefined)

function nodePieces(node: Node): Piece[] {
  return [node.piece, ...node.paragraphs, ...node.children.flatMap(nodePieces)].sort((a, b) => a.start - b.start)
}

/** Offset of a measure label at the start of a piece or behind a full stop inside it. */
function measureLabel(text: string, piece: Piece): number | undefined {
  const words = text.slice(piece.body, piece.end)
  if (labelAt(words)?.role === 'measure') return piece.body
  for (const match of words.matchAll(/[。；\s](?=[一-鿿]{2,8}[：:]|【[一-鿿]{2,8}】)/g)) {
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
  if (section.pieces.some((piece) => measureLabel(text, piece) !== undefined))
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
  return [...words.matchAll(/[^。！？]+[。！？]?/g)].map((match) => ({
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
      return [...words.matchAll(TURN)].flatMap((match) => {
        const start = match.index + match[0].length - (match[1] as string).length - (/[，,]$/.test(match[0]) ? 1 : 0)
        const stop = words.slice(start).search(/[。；！？]/)
        const end = stop < 0 ? words.length : start + stop + 1
        return admitsFault(words.slice(start, end)) || leaning(words.slice(start, end)) < -1 ? [{start: piece.body + start, end: piece.body + end}] : []
      })
    })
}

/** Cuts what stands under one problem into the problem's own words, measures and labelled fields. */
function pairedItems(draft: Draft, first: RawItem, rest: readonly Piece[], isCombined = false): RawItems {
  const {text} = draft
  const parts: {role: string; start: number; end: number}[] = []
  const add = (role: string, start: number, end: number): void => {
    if (end > start) parts.push({role, start, end})
  }
  let role = 'problem'
  for (const piece of [{start: first.start, body: first.start, end: first.end} as Piece, ...rest]) {
    const marked = piece.mark !== undefined && piece.start !== first.start
    for (const part of labelledParts(text, piece)) {
      if (part.role) role = part.role
      else if (role === 'problem' && piece.start !== first.start && tellsRemedy(text.slice(part.start, part.end)))
        role = 'measure'
      else if (role === 'problem' && marked && parts.some((known) => known.role === 'measure')) role = 'measure'
      const isList = marked && role === 'measure'
      const from =
        isList && piece.mark && ['enumeration', 'demand', 'ordinal', 'sequence'].includes(piece.mark.kind)
          ? piece.start
          : part.start
      add(isList ? 'listed' : role, from, part.end)
    }
  }
  const own = parts.filter((part) => part.role === 'problem')
  const problem: RawItem = {
    start: own[0]?.start ?? first.start,
    end: trimItem(text, first.start, own.at(-1)?.end ?? first.end),
    group: first.group,
  }
  const fields = parts.filter((part) => ['owner', 'deadline', 'target'].includes(part.role))
  const measures: RawItem[] = []
  let joined: {start: number; end: number} | undefined
  for (const part of parts) {
    if (part.role === 'listed') measures.push({start: part.start, end: part.end, under: problem, fields})
    else if (part.role === 'measure') {
      // paragraphs of one answer are one measure; a list under the label is one measure an item
      if (joined && parts.indexOf(part) > 0) joined.end = part.end
      else {
        const opened = {start: part.start, end: part.end, under: problem, fields}
        measures.push(opened)
        joined = opened
      }
      continue
    }
    joined = part.role === 'listed' ? undefined : joined
  }
  const closed = measures.filter((item) => saysSomething(text, item))
  return splitRemedy(text, problem, closed, fields, isCombined)
}

/** More than a blank: 【待补充】 alone is no measure. */
const saysSomething = (text: string, item: Span): boolean =>
  /[一-鿿]{4}/.test(text.slice(item.start, item.end).replace(/[【[（(][^】\]）)]{0,12}[】\]）)]/g, ''))

/**
 * A problem whose own paragraph goes on to say what was done: cut there.
 * @param isCombined the part is said to hold both, so that an answer needs no word of its own to begin with
 */
function splitRemedy(
  text: string,
  problem: RawItem,
  measures: readonly RawItem[],
  fields: readonly Span[],
  isCombined = false,
): RawItems {
  if (measures.length) return {problems: [problem], measures}
  const sentences = [...text.slice(problem.start, problem.end).matchAll(/[^。；]+[。；]?/g)]
  const told = sentences.findIndex(({0: words}, index) => index > 0 && tellsRemedy(words.trimStart()))
  const found = isCombined ? turnOf(sentences.map(([words]) => words)) : undefined
  const at = sentences[found ?? told]
  if (!at) return {problems: [problem], measures: []}
  const cut = problem.start + at.index + (/^\s*/.exec(at[0])?.[0].length ?? 0)
  const before = {...problem, end: trimItem(text, problem.start, cut)}
  return {problems: [before], measures: [{start: cut, end: problem.end, under: before, fields}]}
}

/** How sure one sentence may make the whole. */
const MOST = 4
/** What the sentences behind a turn must say together to be an answer: little, since nearly every item has one. */
const LEAST = -0.5

/** The sentence from which an item tells what was done: before it they read like faults, from it on like measures. */
function turnOf(sentences: readonly string[]): number | undefined {
  if (sentences.length < 2) return undefined
  const scores = sentences.map((words) =>
    /(作|做|进行)了?(出|过)?(情况)?说明。?$/.test(words) ? -1 : Math.max(-MOST, Math.min(MOST, leaning(words.trim()))),
  )
  // 关于“…”的问题。 is all of a problem that others have named
  if (/^关于.+问题。$/.test(sentences[0] as string) && sum(scores.slice(1)) > 0) return 1
  let best: number | undefined
  let most = Number.NEGATIVE_INFINITY
  for (let at = 1; at < scores.length; at++) {
    const behind = sum(scores.slice(at))
    const total = behind - sum(scores.slice(0, at))
    if (behind >= LEAST && total > most) [best, most] = [at, total]
  }
  return best
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** A piece cut at its labels: `责任人：…；时限：…` */
function labelledParts(text: string, piece: Piece): {role: string | undefined; start: number; end: number}[] {
  const words = text.slice(piece.body, piece.end)
  const cuts: {role: string | undefined; label: number; start: number}[] = []
  const first = labelAt(words)
  cuts.push({role: first?.role, label: 0, start: first?.length ?? 0})
  for (const match of words.matchAll(/[。；，\s](?=[一-鿿]{2,8}[：:]|【[一-鿿]{2,8}】)/g)) {
    const at = match.index + 1
    const label = labelAt(words.slice(at, at + 16))
    if (label) cuts.push({role: label.role, label: at, start: at + label.length})
  }
  return cuts.map(({role, start}, index) => {
    const end = trimItem(text, piece.body + start, piece.body + (cuts[index + 1]?.label ?? words.length))
    let from = piece.body + start
    while (from < end && /\s/.test(text.charAt(from))) from++
    return {role, start: from, end}
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
