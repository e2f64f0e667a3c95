import {join} from 'node:path'
import {Sidecar} from '../cli/sidecar.ts'
import {SIDECAR_NAME} from '../config/folders.ts'
import type {ConfigLoader} from '../config/load.ts'
import type {Language} from '../lint/configuration.ts'
import type {Diagnostic, SourceEdit} from '../lint/diagnostic.ts'
import {writeDirective} from '../lint/directives.ts'
import {fingerprint} from '../lint/fingerprint.ts'
import type {Positions} from './positions.ts'

/** How many of a finding's words are kept for people who read the list. */
const WORDS = 40

/**
 * Records beside the drafts that a finding stays, for drafts that have no place for a remark.
 * @param folder where a list is made, if there is none beside or above the draft
 * @returns the list's path
 * @throws Failure
 */
export async function ignoreBeside(
  path: string,
  diagnostic: Diagnostic,
  source: string,
  loader: ConfigLoader,
  folder: string,
  lang: Language,
): Promise<string> {
  const list = await Sidecar.read(loader.sidecarsFor(path)[0] ?? join(folder, SIDECAR_NAME))
  const words = source.slice(diagnostic.start, diagnostic.end).replace(/\s+/g, ' ').slice(0, WORDS)
  const entry = {file: list.nameOf(path), rule: diagnostic.ruleId, hash: fingerprint(diagnostic, source)}
  await list.add([words ? {...entry, words} : entry], lang)
  return list.path
}

/** What begins a block of its own: heading, list item, quotation, fence, comment, rule. */
const BLOCK = /^[\s>]*(?:#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|```|~~~|<|(?:[-*_=]\s*){3,}$)/
const DELIMITERS = /^[\s>]*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/

/**
 * The remark in a Markdown draft that a finding stays. It has a line of its own above, or stands in the line where another
 * line would cut a paragraph or a table in two.
 * @returns undefined where it has no place: under a heading that is underlined
 */
export function remark(positions: Positions, {line, ruleId}: Diagnostic, reason: string): SourceEdit | undefined {
  const {text} = positions
  const wordsOf = (at: number): string => {
    const {start, end} = positions.line(at)
    return text.slice(start, end)
  }
  const at = line - 1
  const {start} = positions.line(at)
  const words = wordsOf(at)
  if (at > 0 && /^\s*(?:=+|-+)\s*$/.test(words) && wordsOf(at - 1).trim()) return undefined
  const write = (name: string): string => writeDirective({name, rules: [ruleId], reason})
  const inLine = isRow(wordsOf, at, positions.lineCount) ? /\s*\|?\s*$/ : continues(wordsOf, at) ? /\s*\\?$/ : undefined
  if (inLine) {
    const end = start + (inLine.exec(words)?.index ?? words.length)
    return {start: end, end, text: ` ${write('disable-line')}`}
  }
  const before = /^[ \t　>]*/.exec(words)?.[0] ?? ''
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  return {start, end: start, text: `${before}${write('disable-next-line')}${lineEnd}`}
}

/** Whether a line is the heading or a row of a table: the lines about it hold one of delimiters. */
function isRow(wordsOf: (at: number) => string, at: number, count: number): boolean {
  if (!wordsOf(at).includes('|')) return false
  const delimits = (words: string): boolean => words.includes('|') && DELIMITERS.test(words)
  if (at + 1 < count && delimits(wordsOf(at + 1))) return true
  for (let above = at - 1; above >= 0 && wordsOf(above).includes('|'); above--)
    if (delimits(wordsOf(above))) return true
  return false
}

/** Whether a line goes on with the paragraph of the line above it. */
function continues(wordsOf: (at: number) => string, at: number): boolean {
  const above = at > 0 ? wordsOf(at - 1) : ''
  const isText = (words: string): boolean => !/^[\s>]*$/.test(words)
  return isText(above) && !/^[\s>]*(?:#{1,6}\s|<|```|~~~|(?:[-*_=]\s*){3,}$)/.test(above) && !BLOCK.test(wordsOf(at))
}
