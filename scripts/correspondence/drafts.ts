import type {Party} from '../../src/report/correspondence/answers.ts'
import {type Annotated, blockOf, type MarkedItem, readAnnotated} from '../eval/annotated.ts'

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

export const isHard = (block: string): boolean => block === 'C' || block === 'D'

/** Reads the annotated drafts of a folder. */
export const readCases = (folder: string): Case[] => readAnnotated(folder).map(caseOf)

function caseOf(gold: Annotated): Case {
  const {file: name, text} = gold
  const under = pairedByLayout(gold)
  const items = [...gold.problems, ...gold.measures]
  const party = (item: MarkedItem): Party => ({
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
    answered: gold.problems.map((p) => p.answered),
  }
}

/** In a part where problems and measures take turns, a measure stands under the problem before it. */
function pairedByLayout(gold: Annotated): Map<string, number> {
  const under = new Map<string, number>()
  gold.sections.forEach((section, index) => {
    const end = gold.sections[index + 1]?.start ?? Number.POSITIVE_INFINITY
    const inside = (item: MarkedItem): boolean => item.start >= section.start && item.start < end
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
function headingAbove(
  text: string,
  start: number,
  items: readonly MarkedItem[],
  sections: Annotated['sections'],
): string {
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
