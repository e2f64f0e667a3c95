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
  return {path, text: await added(source, basename(path) === 'package.json' ? 'zicha' : undefined, word)}
}

/** @param key of the configuration in a file that holds more */
async function added(source: string, key: string | undefined, word: string): Promise<string> {
  const {isMap, isSeq, parseDocument} = await import('yaml')
  const mark = source.startsWith('\ufeff') ? '\ufeff' : ''
  const text = source.slice(mark.length)
  const document = parseDocument(text)
  const [error] = document.errors
  if (error) throw error
  const own = key === undefined ? document.contents : document.get(key)
  const names = isMap(own) ? own.get('names', true) : undefined
  if (isSeq(names) && names.toJSON().includes(word)) return source
  const put = (at: number, words: string): string => `${mark}${text.slice(0, at)}${words}${text.slice(at)}`
  // JSON, and what is written like it, stays as it is but for the word; so do its comments
  if (isSeq(names) && names.flow) {
    const last = names.items.at(-1) as {readonly range?: readonly number[]} | undefined
    return last?.range
      ? put(last.range[1] as number, `, ${JSON.stringify(word)}`)
      : put((names.range?.[0] ?? 0) + 1, JSON.stringify(word))
  }
  if (isMap(own) && own.flow && !own.has('names')) {
    const first = own.items[0]?.key as {readonly range?: readonly number[]} | undefined
    const start = (own.range?.[0] ?? 0) + 1
    const between = first ? (/^\s*/.exec(text.slice(start))?.[0] ?? '') : ''
    return put(
      start,
      `${between}"names": [${JSON.stringify(word)}]${first ? ',' : ''}${between ? '' : first ? ' ' : ''}`,
    )
  }
  const path = key === undefined ? ['names'] : [key, 'names']
  if (isSeq(names)) document.addIn(path, word)
  else document.setIn(path, [word])
  const line = text.includes('\r\n') ? '\r\n' : '\n'
  return `${mark}${document.toString({lineWidth: 0}).replace(/\r?\n/g, line)}`
}
