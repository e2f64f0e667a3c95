import type {Language} from '../lint/configuration.ts'
import {Lines} from '../lint/lines.ts'
import {inOneLine} from '../lint/one-line.ts'
import type {Localized} from '../lint/rule.ts'
import type {Item} from '../report/items.ts'
import type {Report} from '../report/report.ts'
import {widthOf} from './frame.ts'
import {type Paint, painter} from './paint.ts'
import {ROLES} from './texts.ts'

export interface PictureOptions {
  readonly lang: Language
  readonly color: boolean
  readonly columns: number
}

const TEXTS = {
  genre: {zh: '文种', en: 'genre'},
  sections: {zh: '各部分', en: 'parts'},
  ledger: {zh: '问题与措施', en: 'problems and measures'},
  none: {zh: '没有对应措施', en: 'no measure answers it'},
  weak: {zh: '对应不明显', en: 'answered weakly, if at all'},
  nearest: {zh: '最接近', en: 'nearest'},
  free: {zh: '没有对应问题的措施', en: 'measures that answer no listed problem'},
  noProblems: {zh: '没有找到问题条目', en: 'no problem found'},
  line: {zh: '第{n}行', en: 'line {n}'},
} satisfies Record<string, Localized>

/** Cuts words to a number of terminal columns. */
export function shorten(words: string, columns: number): string {
  const flat = words.replace(/\s+/g, ' ')
  if (widthOf(flat) <= columns) return flat
  let result = ''
  let width = 0
  for (const character of flat) {
    width += widthOf(character)
    if (width > columns - 2) break
    result += character
  }
  return `${result}…`
}

const pad = (words: string, columns: number): string => words + ' '.repeat(Math.max(0, columns - widthOf(words)))

/** Draws what was understood: parts, and problems at the left with their measures at the right (below, where it is narrow). */
export function drawUnderstanding(filePath: string, report: Report, options: PictureOptions): string {
  const paint = painter(options.color)
  const {lang} = options
  const lines = new Lines(report.draft.source)
  const lineOf = (offset: number): string =>
    TEXTS.line[lang].replace('{n}', String(lines.lineAt(report.draft.map.toSource({start: offset, end: offset}).start)))
  const parts = [
    paint('underline', inOneLine(filePath)),
    `${TEXTS.genre[lang]}  ${report.genre.name[lang]} ${paint('dim', `${Math.round(report.genre.confidence * 100)}%`)}`,
    '',
    paint('bold', TEXTS.sections[lang]),
    ...report.sections.map((section) => {
      const title = section.title ? shorten(report.words(section.title), 40) : ''
      return `  ${pad(ROLES[section.role][lang], 20)}${pad(lineOf(section.start), 10)}${paint('dim', title)}`
    }),
    '',
    paint('bold', TEXTS.ledger[lang]),
    ...ledger(report, options, paint),
    '',
  ]
  return `${parts.join('\n')}\n`
}

interface Row {
  readonly left: string
  readonly right: string
  readonly mark: string
}

function ledger(report: Report, {lang, columns}: PictureOptions, paint: Paint): string[] {
  if (!report.problems.length) return [`  ${paint('dim', TEXTS.noProblems[lang])}`]
  const isWide = columns >= 90
  const side = isWide ? Math.floor((Math.min(columns, 160) - 12) / 2) : columns - 8
  const told = (item: Item): string => `${item.id} ${shorten(report.words(item), side - item.id.length - 1)}`
  const rows = report.problems.flatMap((problem, index): Row[] => {
    const answers = report.answers.problems[index]
    const left = told(problem)
    if (answers?.links.length)
      return answers.links.map(({measure}, at) => ({
        left: at ? '' : left,
        mark: at ? ' └─▶ ' : ' ──▶ ',
        right: told(report.measures[measure] as Item),
      }))
    const near = answers?.nearest && report.measures[answers.nearest.measure]
    const verdict = answers?.verdict === 'weak' ? paint('yellow', TEXTS.weak[lang]) : paint('red', TEXTS.none[lang])
    const hint = near ? paint('dim', `  ${TEXTS.nearest[lang]} ${near.id}`) : ''
    return [
      {
        left: answers?.verdict === 'weak' ? paint('yellow', left) : paint('red', left),
        mark: answers?.verdict === 'weak' ? ' ··▶ ' : '  ✗  ',
        right: `${verdict}${hint}`,
      },
    ]
  })
  const drawn = isWide
    ? rows.map(({left, mark, right}) => `  ${pad(left, side)}${mark}${right}`)
    : rows.flatMap(({left, mark, right}) => [...(left ? [`  ${left}`] : []), `    ${mark.trim()} ${right}`])
  const free = report.measures.filter((_, index) => !report.answers.byMeasure[index]?.length)
  return free.length
    ? [...drawn, '', `  ${paint('dim', TEXTS.free[lang])}`, ...free.map((item) => `  ${paint('dim', told(item))}`)]
    : drawn
}
