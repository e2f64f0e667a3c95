const NONE: readonly RegExpExecArray[] = []

/**
 * All matches of a global expression. As `matchAll`, which costs far more where nothing matches, as mostly: it copies the
 * expression for every text.
 */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0
  let match = pattern.exec(text)
  if (!match) return NONE
  const matches: RegExpExecArray[] = []
  for (; match; match = pattern.exec(text)) {
    matches.push(match)
    if (match[0] === '') pattern.lastIndex++
  }
  return matches
}
