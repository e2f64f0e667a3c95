import type {Language} from '../lint/configuration.ts'
import type {Localized} from '../lint/rule.ts'
import type {Item} from '../report/items.ts'
import type {Report} from '../report/report.ts'
import {escapeXml} from './reporter.ts'

const WIDTH = 960
const BOX = 400
const LINE = 18
const GAP = 14
/** Characters on a line of a box, and lines in a box. */
const COLUMNS = 28
const ROWS = 3

const NONE: Localized = {zh: '没有对应措施', en: 'no measure'}
const WEAK: Localized = {zh: '对应不明显', en: 'weak'}

interface Box {
  readonly x: number
  readonly y: number
  readonly height: number
  readonly lines: readonly string[]
}

function wrap(id: string, words: string): string[] {
  const flat = `${id} ${words.replace(/\s+/g, '')}`
  const characters = [...flat]
  const lines: string[] = []
  for (let at = 0; at < characters.length && lines.length < ROWS; at += COLUMNS)
    lines.push(characters.slice(at, at + COLUMNS).join(''))
  if (characters.length > ROWS * COLUMNS) lines[ROWS - 1] = `${lines[ROWS - 1]?.slice(0, -1)}…`
  return lines
}

function stack(report: Report, items: readonly Item[], x: number): Box[] {
  let y = GAP
  return items.map((item) => {
    const lines = wrap(item.id, report.words(item))
    const height = lines.length * LINE + 12
    const box = {x, y, height, lines}
    y += height + GAP
    return box
  })
}

const bottom = (boxes: readonly Box[]): number => {
  const last = boxes.at(-1)
  return last ? last.y + last.height + GAP : GAP
}

const draw = ({x, y, height, lines}: Box, stroke: string, fill: string): string =>
  `<rect x="${x}" y="${y}" width="${BOX}" height="${height}" rx="4" fill="${fill}" stroke="${stroke}"/>` +
  lines.map((line, at) => `<text x="${x + 8}" y="${y + 19 + at * LINE}">${escapeXml(line)}</text>`).join('')

/** Problems at the left, measures at the right, a line for each answer; unanswered problems in red. An SVG element. */
export function drawLinks(report: Report, lang: Language): string {
  const problems = stack(report, report.problems, 1)
  const measures = stack(report, report.measures, WIDTH - BOX - 1)
  const height = Math.max(bottom(problems), bottom(measures))
  const lines = report.answers.links.flatMap(({problem, measure}) => {
    const from = problems[problem]
    const to = measures[measure]
    if (!from || !to) return []
    const [x1, y1, x2, y2] = [from.x + BOX, from.y + from.height / 2, to.x, to.y + to.height / 2]
    const middle = (x1 + x2) / 2
    return [
      `<path d="M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}" fill="none" stroke="#3b7d3b" stroke-width="1.5"/>`,
    ]
  })
  const left = problems.map((box, index) => {
    const verdict = report.answers.problems[index]?.verdict ?? 'none'
    if (verdict === 'answered') return draw(box, '#3b7d3b', '#f4faf4')
    const [stroke, fill, note] =
      verdict === 'weak' ? ['#8a5a00', '#fff5e0', WEAK[lang]] : ['#b3261e', '#fdeceb', NONE[lang]]
    return `${draw(box, stroke, fill)}<text x="${box.x + BOX + 8}" y="${box.y + box.height / 2 + 4}" fill="${stroke}">✗ ${note}</text>`
  })
  const right = measures.map((box) => draw(box, '#777', '#fafafa'))
  return `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" xmlns="http://www.w3.org/2000/svg">${[...lines, ...left, ...right].join('')}</svg>`
}
