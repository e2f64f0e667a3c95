import type {Block, Draft} from './draft.ts'
import {identityMap} from './source-map.ts'
import type {Span} from './span.ts'

/** Addresses of pages and mailboxes: no prose. */
const ADDRESS = /https?:\/\/[^\s，。；、）)》”]+|www\.[^\s，。；、）)》”]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g

export const findAddresses = (text: string): Span[] =>
  text.includes('@') || text.includes('://') || text.includes('www.')
    ? [...text.matchAll(ADDRESS)].map((match) => ({start: match.index, end: match.index + match[0].length}))
    : []

const SPACE = /[\s　﻿]/

/** Reads plain text: a line is a paragraph, a star is a star. @param source decoded text without byte order mark */
export function readText(source: string): Draft {
  const blocks: Block[] = []
  for (let lineStart = 0; lineStart < source.length; ) {
    const newline = source.indexOf('\n', lineStart)
    const lineEnd = newline < 0 ? source.length : newline
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
