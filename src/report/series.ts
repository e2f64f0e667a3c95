import type {Draft} from '../draft/draft.ts'
import type {Span} from '../draft/span.ts'
import {chineseNumeral} from '../language/numerals.ts'
import type {Mark, MarkKind, Piece} from './marks.ts'
import type {Node, Outline} from './outline.ts'

export interface Member {
  readonly mark: Mark
  readonly value: number
  readonly piece: Piece
  /** The member with all that stands under it. */
  readonly span: Span
}

/** A member whose number does not follow from the one before it. */
export interface Misnumbering {
  readonly member: Member
  /** The number that should stand there. */
  readonly expected: number
  readonly kind: 'skipped' | 'repeated' | 'back'
}

/** A run of numbered siblings: 一、二、三、 under one heading, 一是二是三是 in one part. */
export interface Series {
  readonly kind: MarkKind
  /** In reading order, at least one; values as written. */
  readonly members: readonly Member[]
  /** How many there are, with those that stand behind a comma (…，二是…) and are no pieces of their own. */
  readonly count: number
  /** How many of what follows may belong to it, as 此外 and 同时 do or do not. */
  readonly loose: number
  readonly misnumbered: readonly Misnumbering[]
  /** The heading or item that they stand under. */
  readonly parent: Node | undefined
}

interface Run {
  readonly kind: MarkKind
  readonly parent: Node | undefined
  readonly members: Member[]
  /** Behind its numbers: 最后 in the same paragraph. */
  closing: number
  loose: number
}

/** Series in the order of their first members. A number 1 begins a new series. */
export function findSeries(draft: Draft, outline: Outline): readonly Series[] {
  const runs: Run[] = []
  collect(draft.text, outline.nodes, undefined, runs)
  runs.sort((a, b) => first(a).mark.start - first(b).mark.start)
  /** The last series of each kind so far: lists that count on under the next heading (1. 2. 3. … 4. 5.). */
  const reached = new Map<MarkKind, Series>()
  return runs.map((run) => {
    const series = judge(draft.text, run, reached.get(run.kind))
    reached.set(run.kind, series)
    return series
  })
}

const first = (run: Run): Member => run.members[0] as Member

function collect(text: string, nodes: readonly Node[], parent: Node | undefined, runs: Run[]): void {
  const open = new Map<string, Run>()
  let sequence: Run | undefined
  for (const node of nodes) {
    const {mark, block} = node.piece
    sequence = open.get('sequence') ?? sequence
    // behind 此外， nobody can tell which number comes next
    if (mark?.kind === 'sequence' && mark.value === undefined) {
      if (sequence) {
        const isCertain = text.startsWith('最后', mark.start) && sequence.members.at(-1)?.piece.block === block
        if (isCertain) sequence.closing++
        else sequence.loose++
      }
      open.delete('sequence')
    }
    // 第三、第五党支部 begins with a word, not with a mark
    if (mark?.value !== undefined && !(mark.kind === 'ordinal' && text.startsWith('第', mark.end))) {
      // headings of different depths never count on together
      const key = `${mark.kind}${block.kind === 'heading' && node.piece.opensBlock ? block.depth : ''}`
      // 首先， 其次， 第三，; 首先， 第二， is a mixture
      const run = open.get(key) ?? (mark.kind === 'ordinal' && mark.value > 2 ? open.get('sequence') : undefined)
      const span = {start: node.start, end: node.end}
      const member = {mark, value: mark.value, piece: node.piece, span}
      if (run && !beginsAnew(run, node.piece, mark.value)) run.members.push(member)
      else {
        const begun: Run = {kind: mark.kind, parent, members: [member], closing: 0, loose: 0}
        open.set(key, begun)
        runs.push(begun)
      }
    }
    collect(text, node.children, node, runs)
  }
}

/** A 1 begins a new list, and so does 其次 within another paragraph: 主要是…，其次是…. */
function beginsAnew({members}: Run, {mark, opensBlock, block}: Piece, value: number): boolean {
  const last = members.at(-1) as Member
  if (value === 1) return last.value !== 1
  return mark?.kind === 'sequence' && value === 2 && !opensBlock && block !== last.piece.block
}

/** Whether a number counts on from another list: from its last number, or from what that was meant to be (1. 2. 2. … 4.). */
function countsOn(value: number, {members, misnumbered}: Series): boolean {
  const last = members.at(-1) as Member
  const wrong = misnumbered.at(-1)
  return value === last.value + 1 || (wrong?.member === last && value === wrong.expected + 1)
}

/** Compares each number with the one before it. @param before the series of this kind before this one */
function judge(text: string, {kind, parent, members, closing, loose}: Run, before: Series | undefined): Series {
  const misnumbered: Misnumbering[] = []
  let count = members.length + closing
  const begin = members[0] as Member
  // 1. 1. 1. in Markdown: whoever shows it counts
  const isCounted = begin.piece.block.list?.ordered === true && members.every(({value}) => value === 1)
  let from = Math.max(parent?.start ?? 0, begin.piece.block.start)
  let last = 0
  // 主要是…，其次是…: a list need not begin with 首先
  if (begin.value > 1 && (kind === 'sequence' || (before && countsOn(begin.value, before)))) last = begin.value - 1
  members.forEach((member, index) => {
    const {value, mark} = member
    const missing = value - last - 1
    const hidden = missing > 0 ? writtenBetween(text, kind, last + 1, value, from, mark.start) : 0
    count += hidden
    const expected = last + hidden + 1
    // a single 第三、 or 2. is a word or a decimal, no list
    if (value > expected && members.length > 1) misnumbered.push({member, expected, kind: 'skipped'})
    else if (value < expected && !isCounted)
      misnumbered.push({member, expected, kind: value === last ? 'repeated' : 'back'})
    // 一、二、二、四、 or 一、三、三、四、: one number is wrong, the next goes on from what it was meant to be
    const isSlip = value !== expected && members[index + 1]?.value === expected + 1
    last = isSlip ? expected : value
    from = mark.end
  })
  const end = (members.at(-1) as Member).piece.end
  for (let next = last + 1; writtenBetween(text, kind, next, next + 1, from, end); next++) count++
  return {
    kind,
    parent,
    count,
    loose,
    members,
    misnumbered,
  }
}

/** How many of the numbers `low` to `high - 1` stand as marks within running text, one behind the other. */
function writtenBetween(text: string, kind: MarkKind, low: number, high: number, start: number, end: number): number {
  const words = text.slice(start, end)
  let at = 0
  for (let value = low; value < high; value++) {
    const found = spellings(kind, value)
      .map((mark) => placeOf(words, mark, at))
      .filter((index) => index >= 0)
    if (!found.length) return value - low
    at = Math.min(...found) + 1
  }
  return high - low
}

/** Where a mark stands from a place on. */
function placeOf(words: string, mark: string, from: number): number {
  let at = words.indexOf(mark, from)
  while (at >= 0 && isPartOfWord(words, at, at + mark.length)) at = words.indexOf(mark, at + 1)
  return at
}

/** `4.` in 4.2万元 or 14. and 第三 in 第三季度 are no marks; `4.` before 2名 is one where it begins its line. */
function isPartOfWord(words: string, start: number, end: number): boolean {
  const first = words.charAt(start)
  if (first === '第') return !/[，,、：:是要]/.test(words.charAt(end))
  if (!/\d/.test(first)) return false
  const before = words.charAt(start - 1)
  return /[\d.．第]/.test(before) || (/\d/.test(words.charAt(end)) && before !== '' && before !== '\n')
}

/** How a number is written as a mark of a kind. */
function spellings(kind: MarkKind, value: number): string[] {
  if (value < 1 || value > 99) return []
  const numeral = chineseNumeral(value)
  switch (kind) {
    case 'enumeration':
      return [`${numeral}是`]
    case 'demand':
      return [`${numeral}要`]
    case 'ordinal':
    case 'sequence':
      return [
        `第${numeral}`,
        `第${value}`,
        ...(value === 1 ? ['首先'] : value === 2 ? ['其次'] : value === 3 ? ['再次'] : []),
      ]
    case 'chinese-bracket':
      return [`（${numeral}）`, `(${numeral})`]
    case 'arabic-bracket':
      return [`（${value}）`, `(${value})`, `${value})`]
    case 'circled':
      return value <= 20 ? [String.fromCharCode(0x245f + value)] : []
    case 'arabic':
      return [`${value}.`, `${value}．`, `${value}、`]
    case 'chinese':
      return [`${numeral}、`]
    default:
      return []
  }
}
