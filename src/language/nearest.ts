/** How many single-character changes lead from `a` to `b`. */
function distance(a: string, b: string): number {
  let row = Array.from({length: b.length + 1}, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(substitution, (row[j] as number) + 1, (next[j - 1] as number) + 1))
    }
    row = next
  }
  return row[b.length] as number
}

/** The known name that a mistyped one most likely means; undefined when none is near. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const sorted = known.map((other) => ({other, far: distance(name, other)})).sort((a, b) => a.far - b.far)
  const best = sorted[0]
  return best && best.far <= Math.max(2, Math.floor(name.length / 3)) ? best.other : undefined
}
