import type {Block, Draft} from '../draft/draft.ts'
import {flatMap} from '../draft/flat-map.ts'
import {moved, type Span} from '../draft/span.ts'
import {type Bigrams, bigramsOf, containment} from '../language/bigrams.ts'
import {partedAt} from './arrows.ts'
import {FIELD_NAMES} from './fields.ts'
import type {RawItem, RawItems} from './items.ts'
import type {Piece} from './marks.ts'
import type {Section} from './sections.ts'
import {type Column, type Columns, columnsOf, TELLS_FAULT} from './tables/columns.ts'
import {cellsIn, isLeftOut, type Rows, tablesOf} from './tables/rows.ts'

/** A table whose columns hold problems, measures, or both. */
export interface Table {
  readonly header: readonly Block[]
  readonly rows: Rows
  readonly columns: Columns
  /** Problems go on to their answers behind an arrow; no column holds measures. */
  readonly areParted: boolean
}

function readTable(text: string, [header = [], ...rows]: Rows, isPlan: boolean): Table {
  const columns = columnsOf(text, header, rows, isPlan)
  return {header, rows, columns, areParted: !columns.includes('measure') && holdArrows(text, columns, rows)}
}

const cellsOf = (pieces: readonly Piece[]): Block[] => pieces.map(({block}) => block).filter(({cell}) => cell)

/** Whether a table among the pieces sets measures against problems. */
export function isLedger(text: string, pieces: readonly Piece[]): boolean {
  return tablesOf(cellsOf(pieces)).some((rows) => setsAgainst(readTable(text, rows, false)))
}

const setsAgainst = ({columns, areParted}: Table): boolean =>
  columns.includes('problem') && (columns.includes('measure') || areParted)

/** Whether most cells that tell a problem go on to its answer behind an arrow. */
function holdArrows(text: string, columns: Columns, rows: Rows): boolean {
  const at = columns.indexOf('problem')
  const told = cellsIn(rows, at)
  return told.filter(({start, end}) => partedAt(text.slice(start, end))).length * 2 > told.length
}

/** Longest name of a kind of problem. */
const LONGEST_KIND = 12

/**
 * Whether a table tells how many there are of each kind (隐患类别, 数量, 已整改, 未整改), and not also what they are: in a column
 * 主要表现, or in sentences.
 */
function counts(text: string, table: Table): boolean {
  const told = table.rows.map((row) => cellAt(table, row, 'problem'))
  const headings = table.header.map(({start, end}) => text.slice(start, end).trim())
  return (
    headings.some((words) => /^(?:数量|个数|[已未](?:整改|完成)数?)(?:[（(].{0,8})?$/.test(words)) &&
    !headings.some((words) => TELLS_FAULT.test(words)) &&
    told.filter((cell) => cell && cell.end - cell.start > LONGEST_KIND).length * 2 < told.length
  )
}

/** What a row says of a matter that is in order, unless it goes on with 但…. */
const SOUND =
  /^(?:(?:未|没有?)(?:见|发现)(?:明显|任何)?(?:异常|问题|隐患)|[无没]有?(?:异常|问题|隐患)|[无—–/-]+|(?:均|全部)?(?:正常|良好|完好|符合|合格|达标))(?:要求|规定|标准)?(?:[，。；、（(](?!.*(?:但|不过|只是|唯|尚|仍))|$)/
const SOUND_VERDICT = /^(符合|合格|是|达标|正常|无|√)/
/** 见表后说明: the measure stands in the remark below the table. */
const SEE_REMARK = /^详?见[^，。；]{0,8}(?:说明|备?注)$/
const REMARK = /^(?:补充)?(?:说明|备?注)[：:]\s*/
const TOTAL = /^(?:[合总共小]\s*计)[：:]?$/

/** The first filled cell of a row in a column that holds what is asked for. */
const cellAt = ({columns}: Table, row: readonly Block[], column: Column): Block | undefined =>
  row.find(({cell, start, end}) => columns[cell?.column ?? -1] === column && end > start)

/** The tables of a section that tell problems or measures (整改台账). */
export function itemTables(draft: Draft, section: Section): readonly Table[] {
  const {role, pieces} = section
  const cells = cellsOf(pieces)
  if (!cells.length || !['problems', 'problems-plan', 'plan', 'work'].includes(role)) return NO_TABLES
  return tablesOf(cells)
    .map((rows) => readTable(draft.text, rows, role === 'plan'))
    .filter((table) => tells(draft.text, section, table))
}

const NO_TABLES: readonly Table[] = []

/**
 * Problems and measures in the rows of a section's tables.
 * @param listed problems of a list above them: a row that repeats one is no other, and answers it
 */
export function tableItems(
  draft: Draft,
  section: Section,
  tables: readonly Table[],
  listed: readonly RawItem[] = [],
): RawItems {
  const known = listed.map((item) => ({item, words: bigramsOf(draft.text.slice(item.start, item.end))}))
  const told = tables.map((table) => itemsOf(draft, section, table, known))
  return {problems: flatMap(told, ({problems}) => problems), measures: flatMap(told, ({measures}) => measures)}
}

/** A problem that the list above a table tells. */
interface Known {
  readonly item: RawItem
  readonly words: Bigrams
}

/** How many of the pairs of characters in which a row names a problem stand in the problem itself, where it is the same. */
const SAME = 0.4

/** The problem of the list above that a row repeats in other words: 西门, 灯不亮 */
function repeatedIn(text: string, {columns}: Table, row: Rows[number], known: readonly Known[]): RawItem | undefined {
  if (!known.length) return undefined
  const at = row.findIndex(({cell}) => columns[cell?.column ?? -1] === 'problem')
  const named = row.slice(0, at + 1).filter(({cell}) => NAMING.has(columns[cell?.column ?? -1]))
  const words = bigramsOf(named.map(({start, end}) => text.slice(start, end)).join('\n'))
  const [best] = known
    .map(({item, words: whole}) => ({item, share: containment(words, whole)}))
    .sort((a, b) => b.share - a.share)
  return best && best.share >= SAME ? best.item : undefined
}

const NAMING: ReadonlySet<Column | undefined> = new Set<Column>(['problem', 'other'])

/** Whether a table of a section tells what its part is for. */
function tells(text: string, {role}: Section, table: Table): boolean {
  if (role === 'work' && !setsAgainst(table)) return false
  if (table.columns.includes('measure')) return true
  return role !== 'plan' && table.columns.includes('problem') && !counts(text, table)
}

function itemsOf(draft: Draft, section: Section, table: Table, known: readonly Known[]): RawItems {
  const {text} = draft
  const {columns, rows} = table
  const problems: RawItem[] = []
  const measures: RawItem[] = []
  const tellsDay = table.header.some(
    ({cell, start, end}) => columns[cell?.column ?? -1] === 'deadline' && TELLS_DAY.test(text.slice(start, end)),
  )
  const says = (cell: Span | undefined, pattern: RegExp): boolean =>
    cell !== undefined && pattern.test(text.slice(cell.start, cell.end).trim())
  for (const row of rows) {
    const at = (column: Column): Block | undefined => cellAt(table, row, column)
    const problem = section.role === 'plan' ? undefined : at('problem')
    if (says(at('verdict'), SOUND_VERDICT) || says(problem, SOUND) || row.some((cell) => says(cell, TOTAL))) continue
    const parted = table.areParted && problem ? partedAt(text.slice(problem.start, problem.end)) : undefined
    const number = at('number') ?? (problem && at('named'))
    const repeated = problem && repeatedIn(text, table, row, known)
    const item: RawItem | undefined =
      repeated ??
      (problem && says(problem, /[一-鿿]{2}/)
        ? {
            start: problem.start,
            end: problem.start + (parted?.fault.end ?? problem.end - problem.start),
            numbers: number && numbersIn(text, number),
          }
        : undefined)
    if (item && !repeated) problems.push(item)
    const answer = parted && problem && moved(parted.answer, problem.start)
    const cell = answer ?? at('measure')
    const measure = says(cell, SEE_REMARK) ? (remarkIn(text, section) ?? cell) : cell
    if (!measure || !/[一-鿿]{4}/.test(text.slice(measure.start, measure.end))) continue
    const fields = flatMap([...FIELD_NAMES, 'status'] as const, (role): Span[] => {
      const told = at(role) ?? (role === 'status' && tellsDay ? at('deadline') : undefined)
      return told ? [{start: told.start, end: told.end, role} as Span] : []
    })
    const unfilled = FIELD_NAMES.filter((role) =>
      isLeftOut(draft, rows, row, (cell) => columns[cell?.column ?? -1] === role),
    )
    const named = item ? undefined : at('named')
    const {start, end} = measure
    measures.push({start, end, under: item, numbers: named && numbersIn(text, named), fields, unfilled})
  }
  return {problems, measures}
}

/** 整改时限 is a limit; 完成时间 may be the day on which it was done. */
const TELLS_DAY = /^[^拟限前]*(?:时间|日期)$/

/** 3、5 and 2-4: the numbers that a cell holds. */
const numbersIn = (text: string, {start, end}: Span): readonly string[] =>
  flatMap(text.slice(start, end).split(/[、，,；;\s及和]+/), (part) => {
    const [, from, to] = /^(\d{1,3})[-—–~～至](\d{1,3})$/.exec(part) ?? []
    if (!from || !to || Number(to) - Number(from) > LONGEST_RANGE) return part ? [part] : []
    return Array.from({length: Math.max(0, Number(to) - Number(from) + 1)}, (_, at) => String(Number(from) + at))
  })

const LONGEST_RANGE = 50

/** What the remark 说明：… of a section says. */
function remarkIn(text: string, {pieces}: Section): Span | undefined {
  for (const {block, body, end} of pieces) {
    const label = block.kind === 'cell' ? null : REMARK.exec(text.slice(body, end))
    if (label) return {start: body + label[0].length, end}
  }
  return undefined
}
