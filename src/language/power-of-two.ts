/** The size of a table that is looked up by a hash: a power of two, at least 64. */
export function powerOfTwo(least: number): number {
  let size = 64
  while (size < least) size *= 2
  return size
}
