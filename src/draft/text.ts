import type {Block, Draft} from './draft.ts'
import {identityMap} from './source-map.ts'
import type {Span} from './span.ts'

/** Addresses of pages and mailboxes: no prose. */
const ADDRESS = /https?:\/\/[^\s，。；、）)》”]+|www\.[^\s，。；、）)》”]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g

export const findAddresses = (text: string): Span[] =>
  text.includes('@') || text.includes('://') || text.includes('www.')
    ? [...text.matchAll(ADDRESS)].map((match) => ({start: match.index, end: match.index + match[0].length}))
    : []

const SPACE = /[\s　﻿]/

/** At the first `\n` or `\r` from `start` on; old files end their lines with `\r` alone. */
function endOfLine(source: string, start: number): number {
  for (let at = start; at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (code === 10 || code === 13) return at
  }
  return source.length
}

/** Reads plain text: a line is a paragraph, a star is a star. @param source decoded text without byte order mark */
export function readText(source: string): Draft {
  const blocks: Block[] = []
  for (let lineStart = 0; lineStart < source.length; ) {
    const lineEnd = endOfLine(source, lineStart)
    let start = lineStart
    let end = lineEnd
    while (start < end && SPACE.test(source.charAt(start))) start++
    while (end > start && SPACE.test(source.charAt(end - 1))) end--
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
