/** A change of a part's XML: `[at, at + remove)` goes, `insert` comes. */
export interface Splice {
  readonly at: number
  readonly remove: number
  readonly insert: string
}

/** Applies splices that don't overlap, in order of place; those at one place in the order given. */
export function splice(xml: string, splices: readonly Splice[]): string {
  const sorted = splices
    .map((one, index) => ({...one, index}))
    .sort((a, b) => a.at - b.at || a.remove - b.remove || a.index - b.index)
  const parts: string[] = []
  let from = 0
  for (const {at, remove, insert} of sorted) {
    if (at < from) throw new Error(`splices overlap at ${at}`)
    parts.push(xml.slice(from, at), insert)
    from = at + remove
  }
  parts.push(xml.slice(from))
  return parts.join('')
}

/** Adds content behind the last child of the root, which may be written `<root/>`. */
export function appendToRoot(xml: string, content: string): string {
  const close = xml.lastIndexOf('</')
  const end = xml.lastIndexOf('>')
  const isEmpty = xml[end - 1] === '/' && close < xml.lastIndexOf('<', end)
  if (!isEmpty) return xml.slice(0, close) + content + xml.slice(close)
  const root = /<([^\s/>?!]+)[^<]*\/>\s*$/.exec(xml)?.[1] ?? ''
  return `${xml.slice(0, end - 1)}>${content}</${root}>${xml.slice(end + 1)}`
}

/** A tag's name with its prefix, as it stands at `offset`. */
export function tagNameAt(xml: string, offset: number): string {
  let end = offset + 1
  while (end < xml.length && !' \t\r\n/>'.includes(xml[end] as string)) end++
  return xml.slice(offset + 1, end)
}
