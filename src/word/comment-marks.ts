import type {Piece, Run} from '../draft/word/story.ts'
import type {Anchor, Point} from './anchors.ts'
import {type Splice, tagNameAt} from './splice.ts'

/** Offset in the XML of a point inside a piece of text. */
export const rawOffset = ({piece, offset}: Point): number =>
  piece.rawStart + (piece.offsets ? (piece.offsets[offset] ?? piece.rawEnd - piece.rawStart) : offset)

/** The start of a run and its formatting, to open a second run like it. */
export const reopen = (xml: string, {start, openEnd, propertiesStart, propertiesEnd}: Run): string =>
  xml.slice(start, openEnd) + xml.slice(propertiesStart, propertiesEnd)

/** The start tag of a piece's `w:t`, so written that blanks at its ends survive a cut. */
export function textTag(xml: string, {elementStart, elementEnd}: Piece): string {
  const tag = xml.slice(elementStart, xml.indexOf('>', elementStart) + 1)
  return tag.includes('xml:space') || elementEnd <= elementStart ? tag : `${tag.slice(0, -1)} xml:space="preserve">`
}

/** What has to stand at one offset: first what ends there, then what begins. */
interface Cut {
  readonly before: string
  readonly after: string
  ends: string
  starts: string
}

/** Collects the marks of comments and cuts runs in two where a mark falls inside one. */
export class CommentMarks {
  readonly #xml: string
  readonly #cuts = new Map<number, Cut>()
  readonly #preserved = new Map<number, Splice[]>()

  constructor(xml: string) {
    this.#xml = xml
  }

  /** Puts the marks of one comment around its words. */
  add(anchor: Anchor, startMark: string, endMark: string): void {
    if (anchor.kind === 'point') {
      this.#at(anchor.at).starts += startMark + endMark
      return
    }
    if (anchor.kind === 'range') {
      this.#at(anchor.start).starts += startMark
      this.#at(anchor.end).ends += endMark
      return
    }
    this.#before(anchor.start).starts += startMark
    this.#after(anchor.end).ends += endMark
  }

  get splices(): Splice[] {
    const cuts = [...this.#cuts].map(([at, {before, ends, starts, after}]) => ({
      at,
      remove: 0,
      insert: before + ends + starts + after,
    }))
    return [...[...this.#preserved.values()].flat(), ...cuts]
  }

  #at(at: number, before = '', after = ''): Cut {
    const cut = this.#cuts.get(at) ?? {before, after, ends: '', starts: ''}
    this.#cuts.set(at, cut)
    return cut
  }

  #before(point: Point): Cut {
    const {piece, offset} = point
    if (offset > 0 && piece.kind === 'text') return this.#inside(point)
    return isFirst(this.#xml, piece) ? this.#at(piece.run.start) : this.#between(piece.run, piece.elementStart)
  }

  #after(point: Point): Cut {
    const {piece, offset} = point
    if (offset < piece.end - piece.start && piece.kind === 'text') return this.#inside(point)
    return isLast(this.#xml, piece) ? this.#at(piece.run.end) : this.#between(piece.run, piece.elementEnd)
  }

  #between(run: Run, at: number): Cut {
    return this.#at(at, `</${tagNameAt(this.#xml, run.start)}>`, reopen(this.#xml, run))
  }

  #inside(point: Point): Cut {
    const {piece} = point
    const tag = textTag(this.#xml, piece)
    this.#preserved.set(piece.elementStart, preserveSpace(this.#xml, piece))
    const at = rawOffset(point)
    const closing = `</${tagNameAt(this.#xml, piece.elementStart)}></${tagNameAt(this.#xml, piece.run.start)}>`
    const opening = reopen(this.#xml, piece.run) + tag
    return isInCdata(this.#xml, piece.rawStart, at)
      ? this.#at(at, `]]>${closing}`, `${opening}<![CDATA[`)
      : this.#at(at, closing, opening)
  }
}

/** Lets blanks survive at a cut; those at the ends of the whole text, which did not count, have to go then. */
function preserveSpace(xml: string, {elementStart, elementEnd, rawStart, rawEnd}: Piece): Splice[] {
  const tagEnd = xml.indexOf('>', elementStart)
  if (xml.slice(elementStart, tagEnd).includes('xml:space')) return []
  const closeStart = xml.lastIndexOf('<', elementEnd - 1)
  return [
    {at: tagEnd, remove: 0, insert: ' xml:space="preserve"'},
    {at: tagEnd + 1, remove: rawStart - tagEnd - 1, insert: ''},
    {at: rawEnd, remove: closeStart - rawEnd, insert: ''},
  ].filter(({remove, insert}) => remove || insert)
}

const isInCdata = (xml: string, from: number, at: number): boolean => {
  const before = xml.slice(from, at)
  return before.lastIndexOf('<![CDATA[') > before.lastIndexOf(']]>')
}

const isBlank = (xml: string, start: number, end: number): boolean => !xml.slice(start, end).trim()

/** Whether nothing stands before the piece in its run. */
export const isFirst = (xml: string, {run, elementStart}: Piece): boolean =>
  isBlank(xml, Math.max(run.propertiesEnd, run.openEnd), elementStart)

/** Whether nothing stands behind the piece in its run. */
export const isLast = (xml: string, {run, elementEnd}: Piece): boolean =>
  isBlank(xml, elementEnd, xml.lastIndexOf('<', run.end - 1))
