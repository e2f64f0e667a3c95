import {flatMap} from '../draft/flat-map.ts'
import type {Span} from '../draft/span.ts'
import type {Sentence} from './report.ts'

const GRAM = 5
/** Only long sentences are compared by their grams: short ones of a list often differ by one word. */
const LONG = 36

/** The number in front of a sentence. */
const LEAD = /^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．是要]/
const LEAD_STARTS = '（(一二三四五六七八九十0123456789'
const LONGEST_LEAD = 5

/** A sentence of running text that has an end, for comparing: what its words alone are, without marks. */
export interface Statement extends Span {
  /** In characters. */
  readonly length: number
  /** Two statements of other words hardly ever have the same. */
  readonly hash: number
  /** Of a long one: its runs of five characters as hashes, ascending, each once. */
  readonly grams: Int32Array | undefined
}

/** The same statement further along the text. */
export const moveStatement = (statement: Statement, by: number): Statement =>
  by === 0
    ? statement
    : {
        start: statement.start + by,
        end: statement.end + by,
        length: statement.length,
        hash: statement.hash,
        grams: statement.grams,
      }

/** What the running text states, sentence by sentence; headings and what is left unfinished state nothing. */
export const findStatements = (text: string, sentences: readonly Sentence[]): Statement[] =>
  flatMap(sentences, ({start, end, block}) => {
    if (block.kind !== 'paragraph' || !isEnd(text.charCodeAt(end - 1))) return []
    return [statementOf(text, start, end)]
  })

/** 。！？； */
const isEnd = (code: number): boolean => code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0xff1b

/** The words that were read last. */
let codes = new Uint16Array(1024)

/** Reads the words alone, without marks, spaces and the number in front. @returns how many characters they have */
function readWords(text: string, start: number, end: number): number {
  if (codes.length < end - start) codes = new Uint16Array(2 * (end - start))
  let length = 0
  for (let at = start + leadLength(text, start); at < end; at++) {
    const code = text.charCodeAt(at)
    if (isWord(code)) codes[length++] = code
  }
  return length
}

/** Most sentences begin with a word. */
export const leadLength = (text: string, start: number): number =>
  LEAD_STARTS.includes(text.charAt(start)) ? (LEAD.exec(text.slice(start, start + LONGEST_LEAD))?.[0].length ?? 0) : 0

function statementOf(text: string, start: number, end: number): Statement {
  const length = readWords(text, start, end)
  let hash = 0
  for (let at = 0; at < length; at++) hash = mix(hash, codes[at] as number)
  return {start, end, length, hash, grams: length < LONG ? undefined : gramsOf(length)}
}

/** Whether two statements are the same words. */
export function areSame(text: string, a: Statement, b: Statement): boolean {
  const length = readWords(text, a.start, a.end)
  const words = codes.slice(0, length)
  return readWords(text, b.start, b.end) === length && words.every((code, at) => code === codes[at])
}

/** A Chinese character, a digit or a letter. */
const isWord = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a)

const mix = (hash: number, code: number): number => Math.imul(hash ^ code, 0x2545f491) ^ (hash >>> 13)

function gramsOf(length: number): Int32Array {
  const count = length - GRAM + 1
  const grams = new Int32Array(count)
  for (let at = 0; at < count; at++) {
    let hash = 0
    for (let next = at; next < at + GRAM; next++) hash = mix(hash, codes[next] as number)
    grams[at] = hash
  }
  grams.sort()
  let kept = 1
  for (let at = 1; at < count; at++) if (grams[at] !== grams[at - 1]) grams[kept++] = grams[at] as number
  return grams.slice(0, kept)
}
