import type {Span} from './span.ts'

/**
 * One piece of the reading text and the piece of the source that it was decoded from. Where both have the same length
 * they agree character by character; otherwise (an entity, an escape, a generated number) the piece is indivisible.
 */
export interface Segment {
  readonly start: number
  readonly end: number
  readonly sourceStart: number
  readonly sourceEnd: number
}

/** Leads from spans of the reading text to spans of the source and back. Never searches for words again. */
export interface SourceMap {
  /** The smallest span of the source that holds what `span` was decoded from. An empty span stays empty. */
  toSource(span: Span): Span
  /** The offset of the reading text for an offset of the source; one inside markup leads to the text that follows. */
  fromSource(offset: number): number
}

/** The map of a format whose reading text is the source itself. */
export const identityMap: SourceMap = {
  toSource: ({start, end}) => ({start, end}),
  fromSource: (offset) => offset,
}

/** The last of the sorted `segments` that begins at `offset` or before it (index; -1: none). */
function lastAt(segments: readonly Segment[], offset: number): number {
  let low = 0
  let high = segments.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((segments[middle] as Segment).start <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The same in the source (-1: none): a function of its own, as V8 is slow where it doesn't know which field is read. */
export function lastInSource(segments: readonly Segment[], offset: number): number {
  let low = 0
  let high = segments.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((segments[middle] as Segment).sourceStart <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

const isCopy = (segment: Segment): boolean => segment.end - segment.start === segment.sourceEnd - segment.sourceStart

/** @param segments sorted by `start` and by `sourceStart`, disjoint in both; text between them is white space. */
export function segmentMap(segments: readonly Segment[]): SourceMap {
  const startInSource = (offset: number): number => {
    const segment = segments[lastAt(segments, offset)]
    if (!segment) return segments[0]?.sourceStart ?? 0
    if (offset >= segment.end) return segment.sourceEnd
    return isCopy(segment) ? segment.sourceStart + offset - segment.start : segment.sourceStart
  }
  const endInSource = (offset: number): number => {
    const segment = segments[lastAt(segments, offset - 1)]
    if (!segment) return segments[0]?.sourceStart ?? 0
    if (offset >= segment.end) return segment.sourceEnd
    return isCopy(segment) ? segment.sourceStart + offset - segment.start : segment.sourceEnd
  }
  return {
    toSource({start, end}) {
      const from = startInSource(start)
      return {start: from, end: start === end ? from : Math.max(from, endInSource(end))}
    },
    fromSource(offset) {
      const index = lastInSource(segments, offset)
      const segment = segments[index]
      if (!segment) return segments[0]?.start ?? 0
      if (offset >= segment.sourceEnd) return segments[index + 1]?.start ?? segment.end
      return isCopy(segment) ? segment.start + offset - segment.sourceStart : segment.start
    },
  }
}
