/** A half-open range `[start, end)` in UTF-16 code units of a draft's reading text. */
export interface Span {
  readonly start: number
  readonly end: number
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** The spans in reading order; of two that start together the longer comes first. */
export const inOrder = <T extends Span>(spans: readonly T[]): T[] =>
  [...spans].sort((a, b) => a.start - b.start || b.end - a.end)

/** The first of the sorted, disjoint `spans` that ends after `offset`, by its index (`spans.length`: none). */
export function indexAfter(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle] as Span).end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether one of the sorted, disjoint `spans` shares a character with `span`. */
export function touchesAny(spans: readonly Span[], span: Span): boolean {
  const next = spans[indexAfter(spans, span.start)]
  return next !== undefined && next.start < span.end
}

/** The same span further along the text, with all else that it carries. */
export const moved = <T extends Span>(span: T, by: number): T =>
  by === 0 ? span : {...span, start: span.start + by, end: span.end + by}
