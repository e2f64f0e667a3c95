const HAN_RUN = /[一-鿿]+/g

/** Pairs of neighbouring Chinese characters; a pair never crosses a mark, and each counts once. */
export function bigramsOf(words: string): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (const [run] of words.matchAll(HAN_RUN))
    for (let at = 0; at + 1 < run.length; at++) pairs.add(run.slice(at, at + 2))
  return pairs
}

/** The share (0 to 1) of `part`'s pairs that `whole` has too; 0 where `part` has none. */
export function containment(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  if (!part.size) return 0
  let common = 0
  for (const pair of part) if (whole.has(pair)) common++
  return common / part.size
}
