import {openWord, type WordDocument} from '../draft/word/document.ts'
import {OUR_AUTHOR} from '../draft/word/facts.ts'
import type {Piece, Run} from '../draft/word/story.ts'
import {escapeXml} from '../draft/word/xml.ts'
import type {SourceEdit} from '../lint/diagnostic.ts'
import {localTime} from './annotate.ts'
import {Changes} from './parts.ts'
import {type RunChange, rewriteRun, type Tracker} from './rewrite-run.ts'
import {splice} from './splice.ts'

export interface FixOptions {
  /** Written into the changes as local time. */
  readonly now: Date
  readonly author?: string
}

export interface FixedWord {
  readonly bytes: Uint8Array
  /** How many fixes were written. */
  readonly applied: number
  /** How many were not: they collide with another, or touch what no tracked change can (a computed number, a text box). */
  readonly skipped: number
}

interface PlacedChange extends RunChange {
  readonly run: Run
}

/**
 * Writes fixes as tracked changes, for the writer to accept or reject in Word. A fix is written whole or not at all.
 * @param fixes edits of the reading text, grouped by fix
 * @throws UnreadableDraft
 */
export function fixWord(
  bytes: Uint8Array,
  fixes: readonly (readonly SourceEdit[])[],
  {now, author = OUR_AUTHOR}: FixOptions,
): FixedWord {
  const document = openWord(bytes)
  const {source, composer} = document
  const text = composer.text
  const byRun = new Map<Run, RunChange[]>()
  const taken: SourceEdit[] = []
  let applied = 0
  for (const fix of fixes) {
    const edits = fix.map((edit) => shorten(edit, text)).filter((edit) => edit.text || edit.end > edit.start)
    if (edits.some((edit) => taken.some((other) => collide(edit, other)))) continue
    const placed = edits.map((edit) => (splitsCharacter(edit, text) ? undefined : place(document, edit)))
    if (!placed.every((changes) => changes !== undefined)) continue
    for (const {run, ...change} of placed.flat()) byRun.set(run, [...(byRun.get(run) ?? []), change])
    taken.push(...edits)
    applied++
  }
  const tracker = trackerFor(source.main.xml, author, localTime(now))
  const splices = [...byRun].map(([run, changes]) =>
    rewriteRun(
      source.main.xml,
      run,
      run.paragraph.pieces.filter((piece) => piece.run === run),
      changes.sort((a, b) => a.from - b.from || a.to - b.to),
      tracker,
    ),
  )
  const written = new Changes(source)
  written.replace(source.main, splice(source.main.xml, splices))
  return {bytes: written.write(), applied, skipped: fixes.length - applied}
}

const collide = (a: SourceEdit, b: SourceEdit): boolean => a.start <= b.end && b.start <= a.end

/** Leaves out what an edit replaces by itself, so that the writer sees only what changes. */
function shorten({start, end, text}: SourceEdit, source: string): SourceEdit {
  const old = [...source.slice(start, end)]
  const fresh = [...text]
  let head = 0
  while (head < old.length && old[head] === fresh[head]) head++
  let tail = 0
  while (tail < old.length - head && tail < fresh.length - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail++
  const length = (characters: readonly string[]): number => characters.join('').length
  return {
    start: start + length(old.slice(0, head)),
    end: end - length(old.slice(old.length - tail)),
    text: fresh.slice(head, fresh.length - tail).join(''),
  }
}

/** Whether an edit would cut a character of two units in half. */
const splitsCharacter = ({start, end}: SourceEdit, text: string): boolean =>
  [start, end].some((offset) =>
    /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, offset - 1), offset + 1)),
  )

/** An edit as changes of runs; undefined where a character of it stands in no run of the main text. */
function place({composer}: WordDocument, {start, end, text}: SourceEdit): PlacedChange[] | undefined {
  const pieces = composer
    .placesIn({start, end})
    .filter(({paragraph}) => !paragraph.host && !composer.noteMarks.has(paragraph))
    .flatMap((one) => one.paragraph.pieces.map((piece) => ({piece, offset: one.start})))
  if (start === end) {
    const holds = ({piece, offset}: {piece: Piece; offset: number}): boolean =>
      offset + piece.start < start && start <= offset + piece.end
    const found = pieces.find(holds) ?? pieces.find(({piece, offset}) => offset + piece.start === start)
    return found && [{run: found.piece.run, from: start - found.offset, to: start - found.offset, text}]
  }
  const touched = pieces
    .map(({piece, offset}) => ({
      run: piece.run,
      from: Math.max(piece.start, start - offset),
      to: Math.min(piece.end, end - offset),
    }))
    .filter(({from, to}) => from < to)
  if (touched.reduce((sum, {from, to}) => sum + to - from, 0) !== end - start) return undefined
  const changes: PlacedChange[] = []
  for (const part of touched) {
    const last = changes.at(-1)
    if (last?.run === part.run && last.to === part.from) changes[changes.length - 1] = {...last, to: part.to}
    else changes.push({...part, text: ''})
  }
  const last = changes.pop()
  return last && [...changes, {...last, text}]
}

/** Revisions share their ids with bookmarks and the like: new ones are higher than any. */
function trackerFor(xml: string, author: string, date: string): Tracker {
  let id = 0
  for (const [, used] of xml.matchAll(/\bid="(\d{1,9})"/g)) id = Math.max(id, Number(used))
  return {
    open(kind, w) {
      id++
      return `<${w}${kind} ${w}id="${id}" ${w}author="${escapeXml(author)}" ${w}date="${date}">`
    },
  }
}
