import {existsSync, readFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import {contains, type Span} from '../draft/span.ts'

/** How much of the words before and behind a blank may belong to the same name, in characters. */
const REACH = 4
const PART_OF_NAME = /[\p{L}\p{N}+＋*＊×·_-]/u
const QUOTED = /[“「『《"]([^“”「」『』《》"\r\n]{1,40})[”」』》"]/g

/**
 * The name that a blank was taken from (双领+X): what the writer has selected around it, else what stands in quotation marks, else
 * the blank with a few characters beside it. Editors select the blank itself where the finding is chosen from a list.
 */
export function nameAround(text: string, blank: Span, selected: Span): string {
  const chosen = text.slice(selected.start, selected.end).trim()
  if (
    contains(selected, blank) &&
    selected.end - selected.start > blank.end - blank.start &&
    !/[，。；：！？\r\n]/.test(chosen) &&
    chosen.length <= 40
  )
    return chosen
  const from = Math.max(0, blank.start - 40)
  for (const match of text.slice(from, blank.end + 40).matchAll(QUOTED)) {
    const start = from + match.index + 1
    if (contains({start, end: start + (match[1] as string).length}, blank)) return match[1] as string
  }
  let {start, end} = blank
  while (start > 0 && blank.start - start < REACH && PART_OF_NAME.test(text.charAt(start - 1))) start--
  while (end < text.length && end - blank.end < REACH && PART_OF_NAME.test(text.charAt(end))) end++
  return text.slice(start, end)
}

/** A configuration file and what shall stand in it. */
export interface NewConfig {
  readonly path: string
  readonly text: string
}

/**
 * Adds a word to the `names` of a configuration; comments and order stay.
 * @param path the file that counts; undefined where there is none yet
 * @param folder where a new one is made
 * @returns undefined where the configuration is code
 */
export async function withName(path: string | undefined, folder: string, word: string): Promise<NewConfig | undefined> {
  if (path === undefined || !existsSync(path)) {
    const file = path ?? join(folder, 'zicha.config.json')
    return {path: file, text: `${JSON.stringify({names: [word]}, null, 2)}\n`}
  }
  if (/\.(?:js|mjs|ts)$/.test(path)) return undefined
  const source = readFileSync(path, 'utf8')
  const isPackage = basename(path) === 'package.json'
  if (isPackage || isJson(source)) return {path, text: addToJson(source, isPackage, word)}
  const {parseDocument} = await import('yaml')
  const document = parseDocument(source)
  const names = (document.toJS() as {names?: unknown} | null)?.names
  if (!Array.isArray(names)) document.set('names', [word])
  else if (!names.includes(word)) document.addIn(['names'], word)
  return {path, text: document.toString()}
}

function isJson(source: string): boolean {
  try {
    JSON.parse(source)
    return true
  } catch {
    return false
  }
}

function addToJson(source: string, isPackage: boolean, word: string): string {
  const whole = JSON.parse(source) as Record<string, unknown>
  const own = (isPackage ? whole.zicha : whole) as {names?: unknown}
  const names: unknown[] = Array.isArray(own.names) ? own.names : []
  if (!names.includes(word)) own.names = [...names, word]
  const indent = /^([ \t]+)"/m.exec(source)?.[1] ?? 2
  return `${JSON.stringify(whole, null, indent)}\n`
}
