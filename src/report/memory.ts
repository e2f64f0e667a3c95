import {findChange, type Change as TextChange} from '../draft/change.ts'
import type {Block, Draft} from '../draft/draft.ts'
import type {Span} from '../draft/span.ts'
import {ItemMemory} from './correspondence/item-memory.ts'
import {Kept} from './kept.ts'
import type {UserData} from './user-data.ts'

/**
 * What was found in one version of a draft, for the next one: an editor keeps one for each open draft. A result never
 * depends on what came before; it only comes sooner.
 */
export class Memory {
  readonly items = new ItemMemory()
  readonly #told = new Map<unknown, Kept<unknown>>()
  #latest: Version | undefined
  #user: UserData | undefined

  /** The latest version of the draft. */
  get draft(): Draft | undefined {
    return this.#latest?.draft
  }

  /** A new version begins: what the one before the last has left is forgotten. With other data of the user all is new. */
  begin(draft: Draft, user: UserData): Version {
    this.items.turn()
    for (const kept of this.#told.values()) kept.turn()
    this.#latest?.settle()
    const before = user === this.#user ? this.#latest : undefined
    this.#user = user
    return (this.#latest = new Version(draft, before))
  }

  /** What a function finds in words, by them alone. */
  told<Value>(find: (words: string) => Value, words: string): Value {
    let kept = this.#told.get(find) as Kept<Value> | undefined
    if (!kept) this.#told.set(find, (kept = new Kept()))
    return kept.of(words, find)
  }
}

/** Where two versions of a draft differ, in whole blocks. */
interface Change extends TextChange {
  /** The later version with no blocks but those between, and what these stand beside. */
  readonly part: Draft
}

/** What the entries of a view depend on: the words of their own block, or of the blocks beside it too. */
export type Reach = 'block' | 'neighbours'

/** How an entry of a view is moved along the text. `blockOf` leads from a block to the same block of the later version. */
export type Move<Entry> = (entry: Entry, by: number, blockOf: (block: Block) => Block) => Entry

/** Finds what begins in a part of a draft. */
export type Find<Entry> = (part: Draft, from: number, to: number) => readonly Entry[]

/**
 * Views of one version of a draft whose entries depend on the words of one block and of the blocks beside it only. Where
 * the version before is known, nothing but what changed is looked at again.
 */
export class Version {
  readonly draft: Draft
  readonly #views = new Map<unknown, readonly Span[]>()
  #before: Version | undefined
  #difference: Difference | undefined

  constructor(draft: Draft, before: Version | undefined) {
    this.draft = draft
    this.#before = before
  }

  /** A later version has come: the earlier one is no longer needed. */
  settle(): void {
    this.#before = undefined
  }

  /** @param find finds the entries of a part of the draft, in reading order */
  view<Entry extends Span>(key: unknown, reach: Reach, find: Find<Entry>, move: Move<Entry>): readonly Entry[] {
    let entries = this.#views.get(key) as readonly Entry[] | undefined
    if (!entries) {
      const known = this.#before && (this.#before.#views.get(key) as readonly Entry[] | undefined)
      entries = known ? this.#carry(known, reach, find, move) : find(this.draft, 0, this.draft.text.length + 1)
      this.#views.set(key, entries)
    }
    return entries
  }

  #carry<Entry extends Span>(known: readonly Entry[], reach: Reach, find: Find<Entry>, move: Move<Entry>): Entry[] {
    const {changes, sameBlock, laterBlock} = (this.#difference ??= differenceOf(
      (this.#before as Version).draft,
      this.draft,
    ))
    const {from, before, to, part} = changes[reach]
    const by = to - before
    const entries: Entry[] = []
    // they begin in reading order, but one may end behind the next
    let at = 0
    for (; at < known.length && (known[at] as Entry).start < from; at++) {
      const entry = known[at] as Entry
      if (entry.end <= from) entries.push(move(entry, 0, sameBlock))
    }
    for (const entry of find(part, from, to)) if (entry.end > from && entry.start < to) entries.push(entry)
    while (at < known.length && (known[at] as Entry).start < before) at++
    for (; at < known.length; at++) entries.push(move(known[at] as Entry, by, laterBlock))
    return entries
  }
}

interface Difference {
  readonly changes: Readonly<Record<Reach, Change>>
  /** Lead from the blocks before the change, and from those behind it, to the same ones of the later version. */
  readonly sameBlock: (block: Block) => Block
  readonly laterBlock: (block: Block) => Block
}

const differenceOf = (old: Draft, now: Draft): Difference => ({
  changes: changesBetween(old, now),
  sameBlock: pairing(old.blocks, now.blocks, 0),
  laterBlock: pairing(old.blocks, now.blocks, now.blocks.length - old.blocks.length),
})

/** Leads from blocks to those of a later version. Asked in reading order it walks along and need not search. */
function pairing(old: readonly Block[], now: readonly Block[], shift: number): (block: Block) => Block {
  let at = 0
  return (block) => {
    if (old[at] !== block) at = old[at + 1] === block ? at + 1 : indexOf(old, block.start)
    return now[at + shift] as Block
  }
}

/** The index of the block that begins at an offset. */
function indexOf(blocks: readonly Block[], start: number): number {
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle] as Block).start < start) low = middle + 1
    else high = middle
  }
  return low
}

function changesBetween(old: Draft, now: Draft): Readonly<Record<Reach, Change>> {
  const {from, before, to} = findChange(old.text, now.text)
  const grown = to - before
  // code and addresses: what they cover is looked at otherwise
  const known = old.verbatim
  const fresh = now.verbatim
  let same = 0
  while (same < known.length && same < fresh.length && isSame(known[same] as Span, fresh[same] as Span, 0)) same++
  const head = Math.min(from, known[same]?.start ?? from, fresh[same]?.start ?? from)
  same = 1
  while (
    same <= known.length &&
    same <= fresh.length &&
    isSame(known.at(-same) as Span, fresh.at(-same) as Span, grown)
  )
    same++
  const tail = Math.max(to, (known.at(-same)?.end ?? -grown) + grown, fresh.at(-same)?.end ?? 0)
  return inBlocks(old.blocks, now, head, tail, grown)
}

const isSame = (a: Span, b: Span, by: number): boolean => a.start + by === b.start && a.end + by === b.end

/** Whether a block is the same in both versions for all that stands in it. */
const isAlike = (old: Block, now: Block, by: number): boolean =>
  (old === now && by === 0) ||
  (old.start + by === now.start &&
    old.end + by === now.end &&
    old.kind === now.kind &&
    old.aside === now.aside &&
    (old.list === undefined) === (now.list === undefined))

/** Widens a change of the text to whole blocks, and to those beside them: a label or a gap tells something with these. */
function inBlocks(
  old: readonly Block[],
  later: Draft,
  head: number,
  tail: number,
  grown: number,
): Readonly<Record<Reach, Change>> {
  const now = later.blocks
  const most = Math.min(old.length, now.length)
  let first = 0
  // the character behind a block belongs to it: a line that is cut in two there is another
  while (first < most && (now[first] as Block).end < head && isAlike(old[first] as Block, now[first] as Block, 0))
    first++
  let last = 0
  for (; first + last < most; last++) {
    const block = now[now.length - 1 - last] as Block
    if (block.start <= tail || !isAlike(old[old.length - 1 - last] as Block, block, grown)) break
  }
  const within = (margin: number): Change => {
    const begin = Math.max(0, first - margin)
    const end = Math.min(now.length, now.length - last + margin)
    const to = now[end]?.start ?? later.text.length + 1
    return {
      from: now[begin - 1]?.end ?? 0,
      to,
      before: to - grown,
      part: {...later, blocks: now.slice(Math.max(0, begin - margin), end + margin)},
    }
  }
  return {block: within(0), neighbours: within(1)}
}
