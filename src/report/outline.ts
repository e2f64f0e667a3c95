import type {Draft} from '../draft/draft.ts'
import type {Span} from '../draft/span.ts'
import {isHan, isSpace} from '../language/characters.ts'
import {isSameList} from './marks/forms.ts'
import type {MarkKind, Piece} from './marks.ts'
import {ofPiece} from './wording.ts'

/** A heading or item with all that stands under it. */
export interface Node extends Span {
  readonly piece: Piece
  /** The words of the heading: the whole line, or the first sentence of a heading that runs into its text. */
  readonly title: Span
  /** The heading's own text behind its title, without that of its children. Empty when the title is all. */
  readonly text: Span
  /** Unnumbered pieces that follow before the first child. */
  readonly paragraphs: readonly Piece[]
  readonly children: readonly Node[]
  readonly kind: MarkKind | 'heading' | 'line'
}

export interface Outline {
  /** Pieces before the first heading or item. */
  readonly opening: readonly Piece[]
  readonly nodes: readonly Node[]
}

/** Longest heading that runs into its text, up to its first full stop: 45 characters in 63 of 100 real ones and more. */
const LONGEST_TITLE = 45

/** How high a kind of mark stands where both may open a block; marks below are nested as they come. */
const RANK: Readonly<Partial<Record<MarkKind, number>>> = {part: 7, chinese: 8, 'chinese-bracket': 9}
const LOWEST = 10

interface Level {
  readonly kind: Node['kind']
  /** Of headings and bullets, which are nested by themselves; 0 for the rest. */
  readonly depth: number
  readonly rank: number
}

interface Building {
  readonly piece: Piece
  readonly level: Level
  end: number
  readonly paragraphs: Piece[]
  readonly children: Building[]
}

function levelOf({block, mark, opensBlock}: Piece): Level | undefined {
  if (block.kind === 'heading' && opensBlock) return {kind: 'heading', depth: block.depth ?? 0, rank: block.depth ?? 1}
  if (!mark || block.kind === 'cell') return undefined
  const {kind} = mark
  return {kind, depth: kind === 'bullet' ? (block.list?.depth ?? -1) : 0, rank: RANK[kind] ?? LOWEST}
}

/** The innermost open node of the same level, else one whose list a mark of this kind goes on with; -1 where there is none. */
function findSame(open: readonly Building[], {kind, depth}: Level): number {
  const same = open.findLastIndex(({level}) => level.kind === kind && level.depth === depth)
  return same >= 0 || kind !== 'ordinal' ? same : open.findLastIndex(({level}) => isSameList(kind, level.kind))
}

/** Where 此外，… as a paragraph of its own stands behind an item: within it, as the next one begins later, or next to it. */
interface Added {
  /** The item's place among what is open. */
  readonly item: number
  readonly isWithin: boolean
}

function addedTo(open: readonly Building[], pieces: readonly Piece[], index: number): Added | undefined {
  const {opensBlock, mark} = pieces[index] as Piece
  if (!opensBlock || mark?.kind !== 'sequence' || mark.value !== undefined) return undefined
  const item = open.findLastIndex(({piece}) => piece.opensBlock)
  const kind = open[item]?.level.kind
  if (!kind || kind === 'heading' || kind === 'sequence') return undefined
  const isWithin = pieces.slice(index + 1).some((piece) => piece.opensBlock && piece.mark?.kind === kind)
  return {item, isWithin}
}

/** 为保证落到实处，一是… below a list of items: what it leads to stands beside them, not under the last. */
const LEADS_ON = /^(?:为了?|上述|以上|今后|下一步)[^。；！？]{2,24}[，：]$/

function leadsOn(text: string, siblings: readonly Building[], pieces: readonly Piece[], index: number): boolean {
  const {opensBlock, mark, body, end} = pieces[index] as Piece
  const next = pieces[index + 1]
  if (!opensBlock || mark || next?.mark?.value !== 1 || next.opensBlock || !LEADS_ON.test(text.slice(body, end)))
    return false
  const last = siblings.at(-1)?.piece
  return (
    siblings.length > 1 &&
    siblings.every(({children}) => !children.length) &&
    /[。；]/.test(text.slice(last?.body, last?.end))
  )
}

/** Nests the pieces: a mark closes what it continues, or opens a level below what is open. */
export function buildOutline(draft: Draft, pieces: readonly Piece[]): Outline {
  const opening: Piece[] = []
  const roots: Building[] = []
  const open: Building[] = []
  pieces.forEach((piece, index) => {
    if (piece.opensBlock) while (open.at(-1)?.piece.opensBlock === false) open.pop()
    const level = levelOf(piece)
    const added = level && addedTo(open, pieces, index)
    if (open.length && leadsOn(draft.text, open.at(-2)?.children ?? roots, pieces, index)) open.pop()
    if (!level || added?.isWithin) {
      const top = open.at(-1)
      if (top) top.paragraphs.push(piece)
      else opening.push(piece)
    } else {
      const same = added?.item ?? findSame(open, level)
      if (same >= 0) open.length = same
      else while (open.length && (open.at(-1) as Building).level.rank > level.rank) open.pop()
      const node = {piece, level, end: piece.end, paragraphs: [], children: []}
      const siblings = open.at(-1)?.children ?? roots
      siblings.push(node)
      open.push(node)
    }
    for (const node of open) node.end = piece.end
  })
  return {
    opening,
    nodes: roots.map((node) => finish(draft, node)),
  }
}

function finish(draft: Draft, node: Building): Node {
  const {piece, level, paragraphs, end} = node
  const title = titleOf(draft.text, piece)
  return {
    piece,
    kind: level.kind,
    title,
    text: {start: Math.min(title.end, piece.end), end: piece.end},
    paragraphs,
    children: node.children.map((child) => finish(draft, child)),
    start: piece.start,
    end,
  }
}

const FULL_STOP = '。'.charCodeAt(0)
const SEMICOLON = '；'.charCodeAt(0)

/** The words behind the mark up to the first full stop or colon; the whole piece when it is a line of its own. */
export const titleOf = (text: string, piece: Piece): Span => ({
  start: piece.body,
  end: piece.body + titleLength(text, piece),
})

const titleLength = ofPiece((text, {body, end, block}) => {
  if (block.kind === 'heading') return end - body
  for (let at = body; at < end && at - body <= LONGEST_TITLE; at++) {
    const code = text.charCodeAt(at)
    if (code === FULL_STOP || code === SEMICOLON) return at + 1 - body
    // a scan that lost its line ends leaves a space behind the heading
    if (isSpace(code) && at - body >= 2 && isHan(text.charCodeAt(at - 1)) && at - body <= 20) return at - body
  }
  return Math.min(end - body, LONGEST_TITLE)
})
