import type {Span} from '../draft/span.ts'
import type {Place} from '../draft/word/compose.ts'
import type {WordDocument} from '../draft/word/document.ts'
import type {Paragraph, Piece} from '../draft/word/story.ts'

/** A place in a paragraph's words: before the unit `offset` of a piece (0 to its length). */
export interface Point {
  readonly piece: Piece
  readonly offset: number
}

/** Where a comment goes: around words, around a footnote's mark (a range of XML), or into a paragraph without words. */
export type Anchor =
  | {readonly kind: 'words'; readonly start: Point; readonly end: Point}
  | {readonly kind: 'range'; readonly start: number; readonly end: number}
  | {readonly kind: 'point'; readonly at: number}

/** The whole text of a paragraph, or its beginning when it has none. */
function wholeOf({pieces, propertiesEnd, isEmptyElement}: Paragraph): Anchor | undefined {
  const first = pieces[0]
  const last = pieces.at(-1)
  if (first && last)
    return {kind: 'words', start: {piece: first, offset: 0}, end: {piece: last, offset: last.end - last.start}}
  return isEmptyElement ? undefined : {kind: 'point', at: propertiesEnd}
}

/** No point lies inside a character of two units. */
const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff

function words(start: Point, end: Point): Anchor {
  const codeAt = ({piece, offset}: Point): number => piece.run.paragraph.text.charCodeAt(piece.start + offset)
  return {
    kind: 'words',
    start: isLow(codeAt(start)) && start.offset > 0 ? {...start, offset: start.offset - 1} : start,
    end: isLow(codeAt(end)) && end.offset < end.piece.end - end.piece.start ? {...end, offset: end.offset + 1} : end,
  }
}

/**
 * Finds the place in the XML for a span of the reading text. A comment cannot stand in a text box or a footnote: it goes
 * to the paragraph that holds the box, to the footnote's mark. A number that Word computes is no text: its paragraph's
 * beginning stands for it, and for a span without words the character before.
 */
export function anchorOf({composer}: WordDocument, span: Span): Anchor | undefined {
  const places = composer.placesIn(span)
  const inside = places.find(({paragraph}) => paragraph.host || composer.noteMarks.has(paragraph))
  if (inside) {
    const run = composer.noteMarks.get(inside.paragraph)?.run
    if (run && !run.paragraph.host) return {kind: 'range', start: run.start, end: run.end}
    const host = run?.paragraph.host ?? inside.paragraph.host
    return host && (wholeOf(host) ?? neighbour(composer.places, host))
  }
  const touched = places.flatMap(({paragraph, start}) =>
    paragraph.pieces
      .map((piece) => ({
        piece,
        from: Math.max(0, span.start - start - piece.start),
        to: Math.min(piece.end - piece.start, span.end - start - piece.start),
      }))
      .filter(({from, to}) => from < to),
  )
  const first = touched[0]
  const last = touched.at(-1)
  if (first && last) return words({piece: first.piece, offset: first.from}, {piece: last.piece, offset: last.to})
  return nearest(places, span) ?? neighbour(composer.places, placeAt(composer.places, span.start))
}

/** For an absence: the character before it in its paragraph, else the one behind; for a bare number its paragraph's beginning. */
function nearest(places: readonly Place[], span: Span): Anchor | undefined {
  if (span.start === span.end)
    for (const {paragraph, start} of [...places].reverse()) {
      const piece = paragraph.pieces.findLast((one) => start + one.start < span.start)
      if (!piece) continue
      const offset = Math.min(piece.end, span.start - start) - piece.start
      return words({piece, offset: offset - 1}, {piece, offset})
    }
  for (const {paragraph} of places) {
    const piece = paragraph.pieces[0]
    if (piece) return words({piece, offset: 0}, {piece, offset: 1})
    if (!paragraph.isEmptyElement) return {kind: 'point', at: paragraph.propertiesEnd}
  }
  return undefined
}

/** The paragraph that begins at an offset or next behind it. */
const placeAt = (places: readonly Place[], offset: number): Paragraph | undefined =>
  (places.find(({start}) => start >= offset) ?? places.at(-1))?.paragraph

/** A paragraph, or the nearest one, first upwards, that a comment can stand in. */
function neighbour(places: readonly Place[], paragraph: Paragraph | undefined): Anchor | undefined {
  const index = places.findIndex((place) => place.paragraph === paragraph)
  const order = [
    ...places.slice(index, index + 1),
    ...places.slice(0, Math.max(0, index)).reverse(),
    ...places.slice(index + 1),
  ]
  for (const {paragraph: other} of order) {
    const first = other.host ? undefined : other.pieces[0]
    if (first) return words({piece: first, offset: 0}, {piece: first, offset: 1})
    if (!other.host && !other.isEmptyElement) return {kind: 'point', at: other.propertiesEnd}
  }
  return undefined
}
