import type {Language} from '../lint/configuration.ts'
import type {Diagnostic} from '../lint/diagnostic.ts'
import type {Localized} from '../lint/rule.ts'
import type {Report} from '../report/report.ts'
import {countDiagnostics} from '../reporters/result.ts'
import {type LedgerRow, ledgerRows, type Match, unitOf} from './rows.ts'

/** A table to be written as a page of a workbook, as CSV or as Markdown. */
export interface Sheet {
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

export interface Column {
  readonly title: string
  /** In characters of a font of usual width; a Chinese character takes two. */
  readonly width: number
  /** An empty cell is a gap to be filled in. */
  readonly required?: boolean
  /** Told once for the rows that continue the one above. */
  readonly shared?: boolean
  /** What may be chosen in a cell. */
  readonly choices?: readonly string[]
}

export interface Row {
  readonly cells: readonly (string | number)[]
  readonly continues: boolean
}

/** A draft that was read, understood and linted. */
export interface Entry {
  readonly filePath: string
  readonly report: Report
  readonly diagnostics: readonly Diagnostic[]
}

const TEXTS = {
  ledger: {zh: '整改台账', en: 'Ledger'},
  roster: {zh: '文件一览', en: 'Files'},
  number: {zh: '序号', en: 'No.'},
  unit: {zh: '单位/文件', en: 'Unit / file'},
  problem: {zh: '问题', en: 'Problem'},
  cause: {zh: '原因', en: 'Cause'},
  measure: {zh: '整改措施', en: 'Measure'},
  owner: {zh: '责任人/科室', en: 'Owner'},
  deadline: {zh: '完成时限', en: 'Deadline'},
  target: {zh: '目标', en: 'Target'},
  status: {zh: '状态', en: 'Status'},
  match: {zh: '对应程度', en: 'Match'},
  file: {zh: '文件', en: 'File'},
  genre: {zh: '文种', en: 'Genre'},
  problems: {zh: '问题数', en: 'Problems'},
  measures: {zh: '措施数', en: 'Measures'},
  unanswered: {zh: '无措施的问题', en: 'Without measure'},
  errors: {zh: '错误', en: 'Errors'},
  warnings: {zh: '警告', en: 'Warnings'},
} satisfies Record<string, Localized>

const MATCH: Readonly<Record<Match, Localized>> = {
  answered: {zh: '有对应措施', en: 'answered'},
  weak: {zh: '对应不明显，请核对', en: 'weak, please check'},
  none: {zh: '没有对应措施', en: 'no measure'},
  free: {zh: '没有对应问题', en: 'no problem'},
}

const STATUSES = ['未启动', '整改中', '已完成', '未完成', '长期坚持']

/** The ledger of the drafts; over several, a roster of them first. */
export function ledgerSheets(entries: readonly Entry[], lang: Language): Sheet[] {
  const ledger = ledgerSheet(entries, lang)
  return entries.length > 1 ? [rosterSheet(entries, lang), ledger] : [ledger]
}

function ledgerSheet(entries: readonly Entry[], lang: Language): Sheet {
  const names = namesOf(entries)
  let last = 0
  const rows = entries.flatMap(({report}, index) => {
    // problems are counted through all drafts
    const offset = last
    const found = ledgerRows(report)
    last += report.problems.length
    return found.map((row) => ({cells: cellsOf(row, names[index] ?? '', offset, lang), continues: row.continues}))
  })
  const column = (key: keyof typeof TEXTS, width: number, more: Partial<Column> = {}): Column => ({
    title: TEXTS[key][lang],
    width,
    ...more,
  })
  return {
    name: TEXTS.ledger[lang],
    columns: [
      column('number', 6, {shared: true}),
      column('unit', 18, {shared: true}),
      column('problem', 40, {required: true, shared: true}),
      column('cause', 28, {required: true, shared: true}),
      column('measure', 46, {required: true}),
      column('owner', 16, {required: true}),
      column('deadline', 14, {required: true}),
      column('target', 26, {required: true}),
      column('status', 10, {required: true, choices: STATUSES}),
      column('match', 16),
    ],
    rows,
  }
}

const cellsOf = (row: LedgerRow, name: string, offset: number, lang: Language): (string | number)[] => [
  row.number === undefined ? '' : row.number + offset,
  name,
  row.problem,
  row.cause,
  row.measure,
  row.owner,
  row.deadline,
  row.target,
  row.status,
  MATCH[row.match][lang],
]

/** The unit of each draft; the file beside it where two are of one unit, and alone where the unit isn't known. */
function namesOf(entries: readonly Entry[]): string[] {
  const units = entries.map(({report}) => unitOf(report))
  return entries.map(({filePath}, index) => {
    const unit = units[index] ?? ''
    if (!unit) return filePath
    return units.filter((other) => other === unit).length > 1 ? `${unit}（${filePath}）` : unit
  })
}

function rosterSheet(entries: readonly Entry[], lang: Language): Sheet {
  const widths = {file: 44, genre: 26, problems: 9, measures: 9, unanswered: 15, errors: 8, warnings: 8}
  const rows = entries.map(({filePath, report, diagnostics}) => {
    const {error, warning} = countDiagnostics(diagnostics)
    const unanswered = report.answers.problems.filter(({verdict}) => verdict === 'none').length
    const {genre, problems, measures} = report
    const cells = [filePath, genre.name[lang], problems.length, measures.length, unanswered, error, warning]
    return {cells, continues: false}
  })
  return {
    name: TEXTS.roster[lang],
    columns: (Object.keys(widths) as (keyof typeof widths)[]).map((key) => ({
      title: TEXTS[key][lang],
      width: widths[key],
    })),
    rows,
  }
}
