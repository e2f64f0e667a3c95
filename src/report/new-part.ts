import {chineseNumeral} from '../language/numerals.ts'
import type {Edit} from '../lint/rule.ts'
import type {Part} from './genre.ts'
import {endOfBody, headingOf} from './parts.ts'
import type {Report} from './report.ts'
import type {Role} from './roles.ts'
import type {Section} from './sections.ts'
import type {Member} from './series.ts'

/** A part with a heading. */
type Titled = Section & {readonly title: NonNullable<Section['title']>}

/** Which sections tell a part of a genre that is looked for by its place. */
const SECTIONS: Readonly<Partial<Record<Part['role'], readonly Role[]>>> = {
  problems: ['problems', 'problems-plan'],
  causes: ['causes'],
  plan: ['plan'],
}

/** Marks that headings are numbered with. */
const MARKS: ReadonlySet<string> = new Set(['part', 'chinese', 'chinese-bracket', 'arabic', 'arabic-bracket'])
const NUMERAL = /[一二三四五六七八九十]{1,3}|\d{1,2}/
const LARGEST = 99
const LONGEST_LINE = 20

/**
 * The edits that give a report the heading of a part that is missing: where the genre has it, in the manner of the other
 * headings, with the next number; what follows is numbered anew.
 * @returns undefined where it has no place of its own, as behind a table
 */
export function newPart(report: Report, part: Part): readonly Edit[] | undefined {
  const heading = part.headings[0] ?? ''
  const titled = report.sections.filter((section): section is Titled => section.title !== undefined)
  const numbered = numbersOf(report, titled)
  const follows = titled.find((section) => comesLater(report, section, part))
  return follows ? before(report, heading, follows, numbered) : atEnd(report, heading, titled.at(-1), numbered)
}

/** Whether a section tells what the genre has behind a part. */
function comesLater(report: Report, section: Section, part: Part): boolean {
  const {parts} = report.genre.genre
  return parts
    .slice(parts.indexOf(part) + 1)
    .some(({role, headings, verbatim}) =>
      verbatim ? headings.includes(headingOf(report, section)) : SECTIONS[role]?.includes(section.role),
    )
}

/** The numbers of the headings, where most of them have one; each stands where a section begins. */
function numbersOf(report: Report, titled: readonly Section[]): readonly Member[] {
  const starts = new Set(titled.map(({start}) => start))
  const series = report.series.filter(({kind}) => MARKS.has(kind))
  const members = titled.length
    ? series.map((one) => one.members.filter(({piece}) => starts.has(piece.start)))
    : series.flatMap((one) => (one.parent || !one.members.every(isLine(report)) ? [] : [one.members]))
  return members.reduce((most, one) => (one.length > most.length ? one : most), [])
}

/** A numbered line that may be a heading, though its words name no part. */
const isLine =
  (report: Report) =>
  ({piece, span}: Member): boolean =>
    piece.end - piece.body <= LONGEST_LINE &&
    piece.end < span.end &&
    !report.text.slice(piece.body, piece.end).includes('。')

/** A heading's mark with another number; undefined where it cannot be written. */
function withNumber(mark: string, value: number): string | undefined {
  const numeral = NUMERAL.exec(mark)?.[0]
  if (!numeral || value > LARGEST) return undefined
  return mark.replace(numeral, /\d/.test(numeral) ? String(value) : chineseNumeral(value))
}

/** The mark of a heading with the blank behind it. */
const markOf = (report: Report, {mark, piece}: Member): string => report.text.slice(mark.start, piece.body)

function before(report: Report, heading: string, section: Titled, numbered: readonly Member[]): Edit[] | undefined {
  const first = numbered.findIndex(({piece}) => piece.start >= section.start)
  const following = first < 0 ? [] : numbered.slice(first)
  const sibling = following[0] ?? numbered.at(-1)
  const value = following[0]?.value ?? (sibling?.value ?? 0) + 1
  const mark = (sibling && withNumber(markOf(report, sibling), value)) ?? ''
  const {line, open, close} = lineOf(report, section.start)
  const edits = following.flatMap((member): Edit[] => {
    const {start} = member.mark
    const old = report.text.slice(start, member.mark.end)
    const text = withNumber(old, member.value + 1)
    return text ? [{at: {start, end: member.mark.end}, text}] : []
  })
  // what stood in front of the old heading now stands in front of the new one
  const put = `${mark}${heading}${close}${line}${open}`
  const [same] = edits
  if (same?.at.start !== section.start) return [{at: {start: section.start, end: section.start}, text: put}, ...edits]
  return [{at: same.at, text: `${put}${same.text}`}, ...edits.slice(1)]
}

function atEnd(
  report: Report,
  heading: string,
  last: Titled | undefined,
  numbered: readonly Member[],
): Edit[] | undefined {
  const at = endOfBody(report)
  const {source, map} = report.draft
  // behind a table, in bold or in code: what is put there would be within it
  if (!/^[ \t　]*(?:[\r\n]|$)/.test(source.slice(map.toSource(at).end))) return undefined
  if (report.blockAt(at.end - 1)?.kind === 'cell') return undefined
  const sibling = numbered.at(-1)
  const mark = (sibling && withNumber(markOf(report, sibling), sibling.value + 1)) ?? ''
  const like = last?.start ?? sibling?.piece.start
  const {line, open, close} = like === undefined ? {line: breakOf(report), open: '', close: ''} : lineOf(report, like)
  return [{at, text: `${line}${open}${mark}${heading}${close}`}]
}

const breakOf = ({draft: {source, format}}: Report): string => {
  const line = source.includes('\r\n') ? '\r\n' : '\n'
  return format === 'markdown' ? `${line}${line}` : line
}

/** What stands around a line like that of a heading: an end of line, its indentation, `##` or `**`. */
function lineOf(report: Report, start: number): {readonly line: string; readonly open: string; readonly close: string} {
  const {draft, text} = report
  const line = breakOf(report)
  if (draft.format !== 'markdown') return {line, open: /[ \t　]*$/.exec(text.slice(0, start))?.[0] ?? '', close: ''}
  const block = report.blockAt(start)
  if (block?.kind === 'heading') return {line, open: `${'#'.repeat(block.depth ?? 1)} `, close: ''}
  const bold = draft.strong.some((strong) => strong.start <= start && start < strong.end) ? '**' : ''
  return {line, open: bold, close: bold}
}
