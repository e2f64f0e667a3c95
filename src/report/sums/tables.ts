import type {Block, Draft} from '../../draft/draft.ts'
import {flatMap} from '../../draft/flat-map.ts'
import type {Span} from '../../draft/span.ts'
import {matchesOf} from '../../language/matches.ts'
import {parseNumeral} from '../../language/numerals.ts'

/**
 * A figure of a table that can be computed from others: `total` the sum of a column, `rate` the quotient of a row
 * 其中… and the row above it, `share` what the sentence below the table says that a row takes of the total, `rows` and `listed` the number of rows that the sentence before the table announces: 共18项，如下表;
 * 以下五个问题.
 */
export interface TableSum {
  readonly kind: 'total' | 'rate' | 'share' | 'rows' | 'listed'
  /** The words of the figure. */
  readonly at: Span
  readonly said: number
  readonly expected: number
}

export type Row = readonly (Block | undefined)[]

const NUMBER =
  /^[+\-－−]?(?:\d{1,3}(?:,\d{3}(?!\d))+|\d{1,3}(?:[ \u00a0\u2005\u2006\u2009\u202f]\d{3}(?!\d))+|\d+)(?:\.\d+)?/
const EMPTY = /^(?:[-—–/／无]*)$/
export const TOTAL = /^(?:合\s*计|总\s*计|共\s*计|小\s*计)$/
const RATE = /率\s?(?:为|达到?)?\s?(\d+(?:\.\d+)?)[%％]/
/** 共18项, 如下表: the sentence that announces a table's rows. */
const ROWS =
  /共(?:有|计|梳理|查出|发现|排查)?[^，。；\d]{0,10}?(\d{1,3})(?:个|项|条|处|件|类)(?:[^，。；\d]{0,12})(?:[，,]?[^，。；\d]{0,10}(?:如下|见下表|详见下表|列表))/
/** 以下五个问题: what stands in the table right below. */
const LISTED =
  /(?:以下|下列|如下)(\d{1,2}|[两二三四五六七八九十]{1,3})(?:个|项|条|处|件)(?![^，。；：]{0,6}(?:方面|类|层面|环节|领域))[^，。；：\d]{0,8}(?:，[^。；：\d]{0,16})?[：:。]?$/

/** 5个方面的问题，逐项列出如下: so many numbered rows. */
const ITEMIZED =
  /(\d{1,2}|[两二三四五六七八九十]{1,3})(?:个|项|条|处)(?:方面的?)?[^，。；：\d]{0,6}(?:问题|不足|隐患)[，,](?:现)?(?:逐[项条个一]|分别)[^，。；：\d]{0,6}(?:如下|列表|下表)[^，。；：\d]{0,4}[：:。]?$/
/** （二）管理方面（5个）: a heading right above a table of numbered rows. */
const HEADED = /[（(]共?(\d{1,2}|[两二三四五六七八九十]{1,3})(?:个|项|条)(?:问题)?[）)]$/
/** A column that puts several rows in one group. */
const GROUPED = /方面|类[别型]|领域|环节|部门|单位/

export function findTableSums(draft: Draft): readonly TableSum[] {
  const found: TableSum[] = []
  for (const {rows, before, behind} of tablesOf(draft)) {
    const sums = totals(draft.text, rows)
    found.push(...sums, ...rates(draft.text, rows), ...announced(draft.text, rows, before))
    if (sums.length && behind) found.push(...shares(draft.text, rows, behind))
  }
  for (const rows of tabbedTables(draft)) found.push(...totals(draft.text, rows))
  return found
}

interface Table {
  readonly rows: readonly Row[]
  /** The paragraphs next to it. */
  readonly before: Block | undefined
  readonly behind: Block | undefined
}

/** The tables as rows of cells by column. */
function tablesOf({blocks}: Draft): Table[] {
  const tables = new Map<
    number,
    {rows: (Block | undefined)[][]; before: Block | undefined; behind: Block | undefined}
  >()
  blocks.forEach((block, index) => {
    if (!block.cell) return
    const {table: id, row, column} = block.cell
    const table = tables.get(id) ?? {rows: [], before: blocks[index - 1], behind: undefined}
    tables.set(id, table)
    table.behind = blocks[index + 1]
    const cells = (table.rows[row] ??= [])
    cells[column] = block
  })
  return [...tables.values()].map(({rows, before, behind}) => ({
    rows: rows.filter(Boolean),
    before: before?.cell ? undefined : before,
    behind: behind?.cell ? undefined : behind,
  }))
}

/** The rows of all tables, of cells or set apart by tabs. */
export const rowsOfTables = (draft: Draft): (readonly Row[])[] => [
  ...tablesOf(draft).map(({rows}) => rows),
  ...tabbedTables(draft),
]

/** A table has a header, at least two rows and a total. */
const LEAST_ROWS = 4

/** Tables in plain text: lines one after the other whose cells are set apart by as many tabs in each. */
function tabbedTables({text, blocks}: Draft): Row[][] {
  if (!text.includes('\t')) return []
  const tables: Row[][] = []
  let rows: Row[] = []
  for (const block of blocks) {
    const row = block.kind === 'paragraph' ? cellsOf(text, block) : []
    const [header] = rows
    const isShort = header !== undefined && row.length < header.length && isShortTotal(text, rows, row)
    if (row.length < 2 || (row.length !== header?.length && !isShort)) rows = []
    if (row.length < 2) continue
    rows.push(row)
    if (rows.length === LEAST_ROWS) tables.push(rows)
  }
  return tables
}

/** A total whose last cells are empty: each of its numbers stands under numbers. */
const isShortTotal = (text: string, rows: readonly Row[], row: Row): boolean =>
  TOTAL.test(wordsOf(text, row[0])) &&
  row.every(
    (cell, column) =>
      numberIn(wordsOf(text, cell)) === undefined || numberIn(wordsOf(text, rows.at(-1)?.[column])) !== undefined,
  )

function cellsOf(text: string, block: Block): Row {
  const cells: Block[] = []
  for (let start = block.start; start <= block.end; ) {
    const tab = text.indexOf('\t', start)
    const end = tab < 0 ? block.end : Math.min(tab, block.end)
    cells.push({kind: 'cell', start, end})
    start = end + 1
  }
  return cells
}

export const wordsOf = (text: string, cell: Block | undefined): string =>
  cell ? text.slice(cell.start, cell.end).trim() : ''

/** The number that a cell is, with nothing behind it but a unit; undefined for words. */
function numberIn(words: string): number | undefined {
  const number = NUMBER.exec(words)?.[0]
  if (number === undefined || !/^[一-鿿%％]{0,3}$/.test(words.slice(number.length).trim())) return undefined
  const value = parseNumeral(number.replace(/^[+\-－−]|\s/g, ''))
  // a column of changes: -1.57
  return value !== undefined && /^[-－−]/.test(number) ? -value : value
}

function totals(text: string, rows: readonly Row[]): TableSum[] {
  const sums: TableSum[] = []
  let from = 1
  rows.forEach((row, index) => {
    const label = row.findIndex((cell) => TOTAL.test(wordsOf(text, cell)))
    if (index === 0 || label < 0) return
    const isPartial = /小/.test(wordsOf(text, row[label]))
    for (let column = label + 1; column < row.length; column++) {
      const cell = row[column]
      const said = numberIn(wordsOf(text, cell))
      if (!cell || said === undefined || /%|％/.test(wordsOf(text, cell))) continue
      const above = rows.slice(from, index).filter((other) => !other.some((part) => TOTAL.test(wordsOf(text, part))))
      const values = above
        .map((other) => wordsOf(text, other[column]))
        .filter((words) => !EMPTY.test(words))
        .map(numberIn)
      // a word, a share or an average among them: no column to add up
      if (values.length < 2 || values.includes(undefined)) continue
      const expected = Math.round((values as number[]).reduce((sum, value) => sum + value, 0) * 1e6) / 1e6
      sums.push({kind: 'total', at: {start: cell.start, end: cell.end}, said, expected})
    }
    if (isPartial) from = index + 1
  })
  return sums
}

/** 在管人数 | 3120; 其中规范管理 | 2402 | 规范管理率77.0% */
function rates(text: string, rows: readonly Row[]): TableSum[] {
  return flatMap(rows, (row, index) => {
    const above = rows[index - 1]
    if (!above || index < 2 || !/^其中/.test(wordsOf(text, row[0]))) return []
    return flatMap(row, (cell): TableSum[] => {
      const said = RATE.exec(wordsOf(text, cell))?.[1]
      if (!cell || said === undefined) return []
      const quotients = flatMap(row, (part, column) => {
        const value = numberIn(wordsOf(text, part))
        const whole = numberIn(wordsOf(text, above[column]))
        return value !== undefined && whole ? [(value / whole) * 100] : []
      })
      const [expected] = quotients
      return expected !== undefined && quotients.length === 1
        ? [{kind: 'rate', at: {start: cell.start, end: cell.end}, said: Number(said), expected}]
        : []
    })
  })
}

/** 其中重复收费金额占总额的38.2%, in the paragraph below a table with a row 重复收费 and a total. */
const SHARE =
  /(?<=^|[，。；、])(?:其中)?[，：]?(?<name>[^，。；：、\d]{2,16}?)约?占[^，。；\d]{0,6}?(?<rate>\d+(?:\.\d+)?)[%％]/g

function shares(text: string, rows: readonly Row[], behind: Block): TableSum[] {
  const totalRow = rows.findLast((row) => row.some((cell) => TOTAL.test(wordsOf(text, cell))))
  return flatMap(matchesOf(SHARE, text.slice(behind.start, behind.end)), (match): TableSum[] => {
    const {name = '', rate = ''} = match.groups ?? {}
    const [row, ...others] = rows.filter((cells) => {
      const label = wordsOf(text, labelCell(text, cells))
      return label.length >= 2 && !TOTAL.test(label) && name.startsWith(label)
    })
    if (!row || !totalRow || others.length) return []
    // 重复收费金额: of the column 金额（万元）; where none is named the only one with a total
    const column = name.slice(wordsOf(text, labelCell(text, row)).length)
    const quotients = flatMap(totalRow, (cell, index) => {
      const whole = numberIn(wordsOf(text, cell))
      const part = numberIn(wordsOf(text, row[index]))
      const isNamed = !column || wordsOf(text, rows[0]?.[index]).startsWith(column)
      return whole && part !== undefined && isNamed ? [(part / whole) * 100] : []
    })
    const [expected] = quotients
    if (expected === undefined || quotients.length > 1) return []
    const start = behind.start + match.index + match[0].lastIndexOf(rate)
    return [{kind: 'share', at: {start, end: start + rate.length + 1}, said: Number(rate), expected}]
  })
}

/** The first cell of a row that holds words. */
const labelCell = (text: string, row: Row): Block | undefined =>
  row.find((cell) => /^[^\d\s]{2}/.test(wordsOf(text, cell)))

/** The rows that the paragraph before a table announces. */
function announced(text: string, rows: readonly Row[], before: Block | undefined): TableSum[] {
  if (!before || rows.length < 3) return []
  const words = text.slice(before.start, before.end)
  const listed = LISTED.exec(words)
  const isNumbered = /^(?:序号|编号)$/.test(wordsOf(text, rows[0]?.[0]))
  const isGrouped = rows[0]?.some((cell) => GROUPED.test(wordsOf(text, cell)))
  const itemized = listed || !isNumbered || isGrouped ? undefined : ITEMIZED.exec(words)
  const headed = isNumbered && before.kind === 'heading' ? HEADED.exec(words) : undefined
  const match = listed ?? itemized ?? headed ?? ROWS.exec(words)
  const number = match?.[1]
  if (!match || !number) return []
  const expected = isNumbered ? countNumbers(text, rows) : listed ? countRows(text, rows) : 0
  const said = parseNumeral(number)
  if (expected < 2 || said === undefined) return []
  const start = before.start + match.index + match[0].indexOf(number)
  const at = {start, end: start + number.length}
  return [{kind: listed || itemized || headed ? 'listed' : 'rows', at, said, expected}]
}

const countNumbers = (text: string, rows: readonly Row[]): number =>
  new Set(flatMap(rows.slice(1), (row) => numberIn(wordsOf(text, row[0])) ?? [])).size

/** The rows of a table that has no serial numbers; 0 where one of them goes on with another or adds up. */
function countRows(text: string, rows: readonly Row[]): number {
  const heads = rows.slice(1).map((row) => wordsOf(text, row[0]))
  const areAlone = heads.every((head) => head && !TOTAL.test(head)) && new Set(heads).size === heads.length
  return areAlone ? heads.length : 0
}
