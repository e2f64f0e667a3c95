import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Party} from '../../src/report/correspondence/answers.ts'

/** An annotated draft, reduced to what correspondence sees: items as a reader marked them, and the links between them. */
export interface Case {
  readonly name: string
  readonly block: string
  readonly problems: readonly Party[]
  readonly measures: readonly Party[]
  /** `full[p][m]`: 1 answered, 0.5 only touched, 0 not. */
  readonly strength: readonly (readonly number[])[]
  readonly answered: readonly ('full' | 'weak' | 'none')[]
}

interface GoldItem {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly text: string
  readonly answered?: 'full' | 'weak' | 'none'
}

interface Gold {
  readonly file: string
  readonly sections: readonly {role: string; start: number}[]
  readonly problems: readonly GoldItem[]
  readonly measures: readonly GoldItem[]
  readonly links: readonly {problem: string; measure: string; strength: 'full' | 'weak'}[]
}

/** Blocks of one writer each; the last two are the hard ones. */
export function blockOf(name: string): string {
  const number = Number(/\d+/.exec(name)?.[0] ?? 0)
  if (number <= 30) return 'A'
  if (number <= 60) return 'B'
  return number <= 90 ? 'C' : 'D'
}

export const isHard = (block: string): boolean => block === 'C' || block === 'D'

/** Reads `*.gold.json` and the clean drafts beside them. */
export function readCases(folder: string): Case[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.gold.json'))
    .sort()
    .map((name) => {
      const gold = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Gold
      return caseOf(name, gold, readFileSync(join(folder, gold.file), 'utf8'))
    })
}

function caseOf(name: string, gold: Gold, text: string): Case {
  const under = pairedByLayout(gold)
  const items = [...gold.problems, ...gold.measures]
  const party = (item: GoldItem): Party => ({
    start: item.start,
    end: item.end,
    words: item.text.replace(/\*\*/g, ''),
    context: headingAbove(text, item.start, items, gold.sections),
    ...(under.has(item.id) ? {under: under.get(item.id) as number} : {}),
  })
  return {
    name,
    block: blockOf(name),
    problems: gold.problems.map(party),
    measures: gold.measures.map(party),
    strength: gold.problems.map((p) =>
      gold.measures.map((m) => {
        const link = gold.links.find((l) => l.problem === p.id && l.measure === m.id)
        return link ? (link.strength === 'full' ? 1 : 0.5) : 0
      }),
    ),
    answered: gold.problems.map((p) => p.answered ?? 'none'),
  }
}

/** In a part where problems and measures take turns, a measure stands under the problem before it. */
function pairedByLayout(gold: Gold): Map<string, number> {
  const under = new Map<string, number>()
  gold.sections.forEach((section, index) => {
    const end = gold.sections[index + 1]?.start ?? Number.POSITIVE_INFINITY
    const inside = (item: GoldItem): boolean => item.start >= section.start && item.start < end
    const problems = gold.problems.filter(inside)
    const measures = gold.measures.filter(inside)
    const last = problems.at(-1)
    if (!last || !measures.length || (problems.length > 1 && measures.every((m) => m.start > last.start))) return
    for (const measure of measures) {
      const at = problems.findLast((p) => p.start < measure.start)
      if (at) under.set(measure.id, gold.problems.indexOf(at))
    }
  })
  return under
}

/** The last short line between the start of the part and the item that is no item itself: a heading of a group. */
function headingAbove(text: string, start: number, items: readonly GoldItem[], sections: Gold['sections']): string {
  const from = sections.findLast((s) => s.start <= start)?.start ?? 0
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  let end = lineStart
  while (end > from) {
    const begin = text.lastIndexOf('\n', end - 2) + 1
    const line = text.slice(begin, end).trim()
    const isItem = items.some((item) => item.start < end && item.end > begin)
    const isHeading = /^(#+ |[（(]?[一二三四五六七八九十]+[）)、])/.test(line)
    if (isHeading && begin > from && !isItem && line.length < 40) return line.replace(/^#+ |\*\*/g, '')
    end = begin
    if (begin === 0) break
  }
  return ''
}
