/** Where two texts differ: `[from, before)` of the earlier one became `[from, to)` of the later one. */
export interface Change {
  readonly from: number
  readonly before: number
  readonly to: number
}

/** So many characters are compared at once, which is far sooner done than one after another. */
const STRETCH = 512

/** The shortest change that makes `now` of `old`. */
export function findChange(old: string, now: string): Change {
  const most = Math.min(old.length, now.length)
  let from = 0
  while (from + STRETCH <= most && old.slice(from, from + STRETCH) === now.slice(from, from + STRETCH)) from += STRETCH
  while (from < most && old.charCodeAt(from) === now.charCodeAt(from)) from++
  const grown = now.length - old.length
  const least = from + Math.max(0, grown)
  let to = now.length
  while (to - STRETCH >= least && old.slice(to - STRETCH - grown, to - grown) === now.slice(to - STRETCH, to))
    to -= STRETCH
  while (to > least && old.charCodeAt(to - 1 - grown) === now.charCodeAt(to - 1)) to--
  return {from, before: to - grown, to}
}
