import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Span} from '../../src/draft/span.ts'

/** A span of the clean draft, in UTF-16 units. */
export interface Marked extends Span {
  /** From 1. */
  readonly line: number
  readonly text: string
}

export interface MarkedItem extends Marked {
  /** `P1`, `M1` … */
  readonly id: string
}

export type Answered = 'full' | 'weak' | 'none'

/** One annotated draft: the clean text, and what a careful reader marked in it. See `fixtures/annotated/ANNOTATION.md`. */
export interface Annotated {
  /** `d01.txt` */
  readonly file: string
  readonly text: string
  readonly genre: string
  readonly sections: readonly {readonly role: string; readonly line: number; readonly start: number}[]
  readonly problems: readonly (MarkedItem & {readonly answered: Answered})[]
  readonly measures: readonly MarkedItem[]
  readonly links: readonly {readonly problem: string; readonly measure: string; readonly strength: 'full' | 'weak'}[]
  readonly placeholders: readonly Marked[]
  readonly faults: readonly (Marked & {readonly kind: string; readonly role: string | undefined})[]
}

const HEAD = /^⟪doc ([^⟫]*)⟫\r?\n/
const TAG = /⟪(\/?)([A-Za-z]+)(\d*)(?::([a-z-]+))?([^⟫]*)⟫|⟦|⟧/g

const attributesOf = (text: string): Map<string, string> =>
  new Map(
    [...text.matchAll(/([a-z]+)=(?:"([^"]*)"|(\S+))/g)].map((match) => [
      match[1] as string,
      match[2] ?? match[3] ?? '',
    ]),
  )

interface Open {
  readonly start: number
  readonly id: string
  readonly rest: string
}

/** Strips the tags of an annotated source. @throws Error naming the file and the tag that is wrong */
export function parseAnnotated(file: string, source: string): Annotated {
  const head = HEAD.exec(source)
  if (!head) throw new Error(`${file}: the first line must be ⟪doc …⟫`)
  const fail = (what: string): never => {
    throw new Error(`${file}: ${what}`)
  }
  const open = new Map<string, Open[]>()
  const closed: (Open & {readonly key: string; readonly end: number})[] = []
  const sections: {role: string; start: number}[] = []
  const begin = (key: string, id: string, start: number, rest: string): void => {
    open.set(key, [...(open.get(key) ?? []), {start, id, rest}])
  }
  const end = (key: string, at: number): void => {
    const item = open.get(key)?.pop() ?? fail(`${key} is closed but not open`)
    closed.push({...item, key, end: at})
  }
  const body = source.slice(head[0].length)
  let text = ''
  let last = 0
  for (const match of body.matchAll(TAG)) {
    text += body.slice(last, match.index)
    last = match.index + match[0].length
    const [all, slash, name = '', number = '', kind = '', rest = ''] = match
    if (all === '⟦') begin('⟦', kind, text.length, rest)
    else if (all === '⟧') end('⟦', text.length)
    else if (name === 'S') sections.push({role: kind, start: text.length})
    else if (!'PMF'.includes(name)) fail(`unknown tag ${all}`)
    else if (slash) end(name + number, text.length)
    else begin(name + number, kind || name + number, text.length, rest)
  }
  text += body.slice(last)
  for (const [key, left] of open) if (left.length) fail(`${key} is not closed`)
  return assemble(file, text, attributesOf(head[1] as string).get('genre') ?? '', sections, closed)
}

function assemble(
  file: string,
  text: string,
  genre: string,
  sections: readonly {role: string; start: number}[],
  closed: readonly (Open & {readonly key: string; readonly end: number})[],
): Annotated {
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length
  const of = (letter: string) =>
    closed
      .filter(({key}) => key.startsWith(letter))
      .sort((a, b) => a.start - b.start || b.end - a.end)
      .map((item) => ({...item, line: lineOf(item.start), text: text.slice(item.start, item.end)}))
  const measures = of('M')
  const links = measures.flatMap(({id, rest}) =>
    rest
      .trim()
      .split(/[\s,]+/)
      .filter(Boolean)
      .map((problem) => ({
        measure: id,
        problem: problem.replace('~', ''),
        strength: problem.endsWith('~') ? ('weak' as const) : ('full' as const),
      })),
  )
  const answered = (id: string): Answered => {
    const strengths = links.filter(({problem}) => problem === id).map(({strength}) => strength)
    return strengths.includes('full') ? 'full' : strengths.length ? 'weak' : 'none'
  }
  return {
    file,
    text,
    genre,
    sections: sections.map((section) => ({...section, line: lineOf(section.start)})),
    problems: of('P').map((item) => ({...item, answered: answered(item.id)})),
    measures,
    links,
    placeholders: of('⟦'),
    faults: of('F').map((fault) => ({...fault, kind: fault.id, role: attributesOf(fault.rest).get('role')})),
  }
}

/** The annotated drafts of a folder, in order of their numbers. */
export const readAnnotated = (folder = 'fixtures/annotated'): Annotated[] =>
  readdirSync(folder)
    .filter((name) => /^[d-o]\d+\.(txt|md)$/.test(name))
    .sort((a, b) => Number(/\d+/.exec(a)?.[0]) - Number(/\d+/.exec(b)?.[0]))
    .map((name) => parseAnnotated(name, readFileSync(join(folder, name), 'utf8')))

/**
 * Blocks of one group of writers each, by the letter of their files and the last number. C and D are hard: their answers
 * share no word with the problems. The other letters are drafts held out (`fixtures/held-out`), I, L and O the hard ones.
 */
const BLOCKS = {
  d: {A: 30, B: 60, C: 90, D: 120},
  e: {H: 12, I: 24, J: 32},
  f: {K: 10, L: 20},
  g: {M: 16, N: 32, O: 48, P: 70},
  h: {Q: 20},
  i: {R: 24},
  j: {S: 20},
  k: {T: 24},
  l: {U: 20},
  m: {V: 10, W: 20, X: 30, Y: 38},
  n: {Z: 10},
  o: {ZA: 8, ZB: 16},
}

export function blockOf(file: string): string {
  const number = Number(/\d+/.exec(file)?.[0])
  const blocks = Object.entries(BLOCKS[file[0] as keyof typeof BLOCKS] ?? {})
  const found = blocks.find(([, last]) => number <= last)
  if (!found) throw new Error(`${file} belongs to no block`)
  return found[0]
}
