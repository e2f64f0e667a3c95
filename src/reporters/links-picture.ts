import type {Language} from '../lint/configuration.ts'
import {Lines} from '../lint/lines.ts'
import type {Localized} from '../lint/rule.ts'
import type {Verdict} from '../report/correspondence/answers.ts'
import type {Item, Measure} from '../report/items.ts'
import type {Report} from '../report/report.ts'
import {widthOf} from './frame.ts'
import {escapeXml} from './reporter.ts'

// all lengths in pixels of the picture, which is scaled to the page
const WIDTH = 960
const BOX = 390
const LINE = 19
const PADDING = 8
const GAP = 14
const HEAD = 30
/** Terminal columns on a line of a box, of 13 px characters; lines of words in a box. */
const COLUMNS = 56
const ROWS = 3

const TEXTS = {
  problems: {zh: '存在的问题', en: 'Problems'},
  measures: {zh: '整改措施', en: 'Measures'},
  none: {zh: '✗ 没有对应措施', en: '✗ no measure'},
  weak: {zh: '? 对应不明显', en: '? weak'},
  free: {zh: '没有对应问题', en: 'no problem'},
  owner: {zh: '责任人', en: 'owner'},
  deadline: {zh: '时限', en: 'deadline'},
  target: {zh: '目标', en: 'target'},
  line: {zh: '第 {n} 行', en: 'line {n}'},
} satisfies Record<string, Localized>

const TONE: Readonly<Record<Verdict, string>> = {answered: 'good', weak: 'warning', none: 'error'}

interface Box {
  readonly x: number
  readonly y: number
  readonly height: number
  readonly lines: readonly string[]
  /** A last line in small type. */
  readonly note: string
  /** Everything, for who points at the box. */
  readonly title: string
}

/** Words cut into lines of equal width; what doesn't fit ends in …. */
function wrap(words: string): string[] {
  const lines = ['']
  let width = 0
  for (const character of words.replace(/\s+/g, ' ')) {
    const own = widthOf(character)
    if (width + own > COLUMNS) {
      if (lines.length === ROWS) {
        lines.push(`${[...(lines.pop() ?? '')].slice(0, -1).join('')}…`)
        break
      }
      lines.push('')
      width = 0
    }
    lines.push((lines.pop() ?? '') + character)
    width += own
  }
  return lines
}

interface Told {
  readonly item: Item
  readonly note: string
}

function stack(report: Report, items: readonly Told[], x: number, lang: Language): Box[] {
  const lines = new Lines(report.draft.source)
  let y = HEAD
  return items.map(({item, note}) => {
    const words = report.words(item)
    const wrapped = wrap(`${item.id} ${words}`)
    const height = (wrapped.length + (note ? 1 : 0)) * LINE + 2 * PADDING
    const line = String(lines.lineAt(report.draft.map.toSource(item).start))
    const title = `${TEXTS.line[lang].replace('{n}', line)}　${words}`
    const box = {x, y, height, lines: wrapped, note, title}
    y += height + GAP
    return box
  })
}

const bottom = (boxes: readonly Box[]): number => {
  const last = boxes.at(-1)
  return last ? last.y + last.height + 2 : HEAD
}

const middle = ({y, height}: Box): number => y + height / 2

function draw({x, y, height, lines, note, title}: Box, tone: string): string {
  const text = (words: string, at: number, kind: string): string =>
    `<text${kind} x="${x + 10}" y="${y + PADDING + 14 + at * LINE}">${escapeXml(words)}</text>`
  return [
    `<g class="${tone}"><title>${escapeXml(title)}</title>`,
    `<rect class="box" x="${x}" y="${y}" width="${BOX}" height="${height}" rx="5"/>`,
    ...lines.map((words, at) => text(words, at, '')),
    note ? text(note, lines.length, ' class="note"') : '',
    '</g>',
  ].join('')
}

function curve(from: Box, to: Box, kind: string, title: string): string {
  const [x1, y1, x2, y2] = [from.x + BOX, middle(from), to.x, middle(to)]
  const half = (x1 + x2) / 2
  return `<path class="${kind}" d="M${x1} ${y1}C${half} ${y1} ${half} ${y2} ${x2} ${y2}"><title>${escapeXml(title)}</title></path>`
}

/** What a measure says of who, when and what will be there: each with a tick or a gap. */
function fieldsOf(measure: Measure, lang: Language): string {
  const fields = (['owner', 'deadline', 'target'] as const).map(
    (field) => `${TEXTS[field][lang]} ${measure[field] ? '✓' : '—'}`,
  )
  return fields.join('　')
}

/** Problems at the left, measures at the right, a line for each answer; unanswered problems in red. An SVG element. */
export function drawLinks(report: Report, lang: Language): string {
  const {answers} = report
  const problems = stack(
    report,
    report.problems.map((item) => ({item, note: ''})),
    1,
    lang,
  )
  const measures = stack(
    report,
    report.measures.map((item) => ({item, note: fieldsOf(item, lang)})),
    WIDTH - BOX - 1,
    lang,
  )
  const height = Math.max(bottom(problems), bottom(measures))
  const lines = answers.problems.flatMap(({verdict, links, nearest}, index) => {
    const shown = verdict === 'answered' ? links : verdict === 'weak' && nearest ? [nearest] : []
    return shown.flatMap(({measure, evidence}) => {
      const from = problems[index]
      const to = measures[measure]
      const words = evidence.map((piece) => piece.words).filter(Boolean)
      return from && to ? [curve(from, to, verdict === 'weak' ? 'maybe' : 'link', words.join('、'))] : []
    })
  })
  const left = problems.map((box, index) => {
    const verdict = answers.problems[index]?.verdict ?? 'none'
    const note = verdict === 'answered' ? '' : TEXTS[verdict][lang]
    return draw(box, TONE[verdict]) + beside(note, box.x + BOX + 8, middle(box) - 6, 'start', TONE[verdict])
  })
  const right = measures.map((box, index) => {
    const note = answers.byMeasure[index]?.length ? '' : TEXTS.free[lang]
    return draw(box, '') + beside(note, box.x - 8, middle(box) + 14, 'end', '')
  })
  const head = (words: Localized, x: number): string =>
    `<text class="head" x="${x}" y="16">${escapeXml(words[lang])}</text>`
  const heads = [head(TEXTS.problems, 1), head(TEXTS.measures, WIDTH - BOX - 1)]
  return `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${describe(report, lang)}" xmlns="http://www.w3.org/2000/svg">\n${[...heads, ...lines, ...left, ...right].join('\n')}\n</svg>`
}

const beside = (words: string, x: number, y: number, anchor: 'start' | 'end', tone: string): string =>
  words ? `<text class="note ${tone}" x="${x}" y="${y}" text-anchor="${anchor}">${escapeXml(words)}</text>` : ''

/** The picture in words, for who doesn't see it: `P1 → M1, M2; P2 → ✗`. */
function describe({problems, measures, answers}: Report, lang: Language): string {
  const told = problems.map(({id}, index) => {
    const links = answers.problems[index]?.links.map(({measure}) => measures[measure]?.id) ?? []
    return `${id} → ${links.length ? links.join('、') : TEXTS.none[lang]}`
  })
  return escapeXml(told.join('；'))
}
