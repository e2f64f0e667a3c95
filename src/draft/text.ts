import {isSpace} from '../language/characters.ts'
import {matchesOf} from '../language/matches.ts'
import type {Block, Draft} from './draft.ts'
import {identityMap} from './source-map.ts'
import type {Span} from './span.ts'

/** Addresses of pages and mailboxes: no prose. */
const ADDRESS = /https?:\/\/[^\s，。；、）)》”]+|www\.[^\s，。；、）)》”]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g

export const findAddresses = (text: string): Span[] =>
  text.includes('@') || text.includes('://') || text.includes('www.')
    ? matchesOf(ADDRESS, text).map((match) => ({start: match.index, end: match.index + match[0].length}))
    : []

function indexOrEnd(source: string, mark: string, from: number): number {
  const index = source.indexOf(mark, from)
  return index < 0 ? source.length : index
}

/** Reads plain text: a line is a paragraph, a star is a star. @param source decoded text without byte order mark */
export function readText(source: string): Draft {
  const blocks: Block[] = []
  // old files end their lines with \r alone
  let feed = -1
  let carriage = -1
  for (let lineStart = 0; lineStart < source.length; ) {
    if (feed < lineStart) feed = indexOrEnd(source, '\n', lineStart)
    if (carriage < lineStart) carriage = indexOrEnd(source, '\r', lineStart)
    const lineEnd = Math.min(feed, carriage)
    let start = lineStart
    let end = lineEnd
    while (start < end && isSpace(source.charCodeAt(start))) start++
    while (end > start && isSpace(source.charCodeAt(end - 1))) end--
    if (end > start) blocks.push({kind: 'paragraph', start, end})
    lineStart = lineEnd + 1
  }
  return {
    format: 'text',
    text: source,
    blocks,
    strong: [],
    verbatim: findAddresses(source),
    directives: [],
    frontMatter: new Map(),
    source,
    map: identityMap,
  }
}
