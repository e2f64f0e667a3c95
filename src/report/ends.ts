/** Without the white space behind it. */
export function trimItem(text: string, start: number, end: number): number {
  let at = end
  while (at > start && /\s/.test(text.charAt(at - 1))) at--
  return at
}

/** The end of an item in running text: `养老服务方面，` behind its last full stop leads to the next one. */
export function itemEnd(text: string, start: number, end: number): number {
  const trimmed = trimItem(text, start, end)
  if (!'，：'.includes(text.charAt(trimmed - 1))) return trimmed
  let at = trimmed
  while (at > start && !'。；！？'.includes(text.charAt(at - 1))) at--
  return at > start ? at : trimmed
}
