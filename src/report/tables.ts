import type {Block, Draft} from '../draft/draft.ts'
import {flatMap} from '../draft/flat-map.ts'
import {moved, type Span} from '../draft/span.ts'
import {leaning, sum} from '../language/leaning.ts'
import {partedAt} from './arrows.ts'
import {FIELD_NAMES} from './fields.ts'
import type {RawItem, RawItems} from './items.ts'
import type {Piece} from './marks.ts'
import type {Section} from './sections.ts'

type Column =
  | 'problem'
  | 'measure'
  | 'cause'
  | 'owner'
  | 'deadline'
  | 'target'
  | 'status'
  | 'verdict'
  | 'number'
  | 'named'
  | 'other'

const COLUMNS: readonly {readonly column: Column; readonly pattern: RegExp}[] = [
  {column: 'number', pattern: /^(序号|编号|号|No\.?)$/i},
  {column: 'named', pattern: /^(?:所?对应|针对)的?(?:问题|隐患)?的?(?:序号|编号|号)?$|^(?:问题|隐患)(?:序号|编号|号)$/},
  {column: 'cause', pattern: /原因|成因|根源/},
  {column: 'owner', pattern: /责任|牵头|负责|经办|承办|^谁来?[办干管做改抓]?$/},
  {column: 'deadline', pattern: /时限|期限|时间|日期|何时|什么时候/},
  {
    column: 'measure',
    pattern: /措施|整改(?!时|责|期|前)|对策|怎么[改办做]|咋[改办]|办法|处理|举措|^(?:具体|主要)?做法$|^[干做办]什么/,
  },
  {column: 'verdict', pattern: /结论|是否|符合|判定|结果|评定/},
  {column: 'target', pattern: /目标|标准|要求/},
  {
    column: 'problem',
    pattern: /问题|隐患|不足|短板|情况|发现|表现|现状|实测|实际|毛病|^(?:看|查)[到见出]了?(?:的|什么)?$/,
  },
]

/** 查出的 → 怎么改 heads a column of faults with their answers. */
const columnOf = (heading: string): Column => {
  const parted = partedAt(heading)
  const own = (parted ? heading.slice(0, parted.fault.end) : heading).trim()
  return COLUMNS.find(({pattern}) => pattern.test(own))?.column ?? 'other'
}

/** Tells what the fault is, not how many there are or of what kind. */
const TELLS_FAULT = /表现$|^(?:具体|典型)(?:问题|隐患|情况)|(?:问题|隐患)(?:描述|内容)$/

/** Behind the measures: how far they have come. */
const TELLS_STATUS =
  /状态|进度|进展|(?:整改|完成|落实|销号|验收|复查|复核|核验)(?:情况|结果|结论|意见)|是否已?(?:完成|整改|销号)/

/** 整改时限 is a limit; 完成时间 may be the day on which it was done. */
const TELLS_DAY = /^[^拟限前]*(?:时间|日期)$/

/**
 * What each column holds, by its place in the grid. Beside a column 整改措施 a column 整改事项 only names the matter, and a
 * column 整改结果 behind it says how far it has come.
 */
function columnsOf(text: string, header: readonly Block[]): readonly (Column | undefined)[] {
  const columns: (Column | undefined)[] = []
  const headings: string[] = []
  let named: number | undefined
  let told: number | undefined
  for (const cell of header) {
    const heading = text.slice(cell.start, cell.end)
    const at = cell.cell?.column ?? 0
    headings[at] = heading
    columns[at] = columnOf(heading)
    if (columns[at] === 'measure' && /措施|举措|对策|办法|做法|怎么[改办做]|[干做办]什么/.test(heading)) named ??= at
    if (columns[at] === 'problem' && TELLS_FAULT.test(heading)) told ??= at
  }
  // 隐患类别 beside 主要表现 only says of what kind it is
  if (told !== undefined)
    for (const [at, column] of columns.entries()) if (column === 'problem' && at !== told) columns[at] = 'other'
  const measures = named ?? columns.indexOf('measure')
  if (measures < 0) return columns
  return columns.map((column, at) => {
    if (at > measures && TELLS_STATUS.test(headings[at] ?? '')) return 'status'
    return column === 'measure' && named !== undefined && at !== named ? 'other' : column
  })
}

/** Whether a table among the pieces sets measures against problems. */
export function isLedger(text: string, pieces: readonly Piece[]): boolean {
  const cells = pieces.map(({block}) => block).filter((block) => block.cell)
  return tablesOf(cells).some(([header = [], ...rows]) => {
    const columns = withoutFigures(text, columnsOf(text, header), rows)
    return columns.includes('problem') && (columns.includes('measure') || holdArrows(text, columns, rows))
  })
}

/** Whether most cells that tell a problem go on to its answer behind an arrow. */
function holdArrows(
  text: string,
  columns: readonly (Column | undefined)[],
  rows: readonly (readonly Block[])[],
): boolean {
  const at = columns.indexOf('problem')
  const told = flatMap(rows, (row) => row.filter(({cell}) => cell?.column === at))
  return told.filter(({start, end}) => partedAt(text.slice(start, end))).length * 2 > told.length
}

/** A column of numbers counts problems and lists none: 隐患数, 已整改. */
function withoutFigures(
  text: string,
  columns: readonly (Column | undefined)[],
  rows: readonly (readonly Block[])[],
): readonly (Column | undefined)[] {
  return columns.map((column, at) => {
    if (column !== 'problem' && column !== 'measure') return column
    const cells = flatMap(rows, (row) => row.filter(({cell}) => cell?.column === at))
    const figures = cells.filter((cell) => /^[\d\s.,%％／/—–-]+[项个处条件]?$/.test(text.slice(cell.start, cell.end)))
    return figures.length > 0 && figures.length * 2 >= cells.length ? 'other' : column
  })
}

/** Shortest average cell that tells a task; a place, a name or a device is shorter. */
const SHORTEST_TASK = 8

/** Beside what is to be done these name who does it. */
const DOER = /^(?:部门|科室|股室|处室|单位|岗位)$/

function withDoers(
  text: string,
  header: readonly Block[],
  columns: readonly (Column | undefined)[],
): readonly (Column | undefined)[] {
  if (columns.includes('owner')) return columns
  const doers = header.filter(({start, end}) => DOER.test(text.slice(start, end).trim())).map(({cell}) => cell?.column)
  return columns.map((column, at) => (column === 'other' && doers.includes(at) ? 'owner' : column))
}

/** In a plan, beside who does it or by when, the longest cells tell what is to be done, whatever their heading: 重点任务, 工作安排, 事项. */
function withTasks(
  text: string,
  columns: readonly (Column | undefined)[],
  rows: readonly (readonly Block[])[],
): readonly (Column | undefined)[] {
  if (columns.includes('measure') || !(columns.includes('owner') || columns.includes('deadline'))) return columns
  const told = columns.map((column, at) =>
    column === 'other' || column === 'target'
      ? flatMap(rows, (row) => row.filter(({cell}) => cell?.column === at))
      : [],
  )
  const lengths = told.map((cells) => sum(cells.map(({start, end}) => end - start)))
  const longest = lengths.indexOf(Math.max(...lengths))
  const cells = told[longest] ?? []
  const tasks = cells.filter(({start, end}) => leaning(text.slice(start, end)) > 0)
  if ((lengths[longest] ?? 0) < SHORTEST_TASK * rows.length || tasks.length * 2 <= cells.length) return columns
  return columns.map((column, at) => (at === longest ? 'measure' : column))
}

/** Longest name of a kind of problem. */
const LONGEST_KIND = 12

/**
 * Whether a table tells how many there are of each kind (隐患类别, 数量, 已整改, 未整改), and not also what they are: in a column
 * 主要表现, or in sentences.
 */
function counts(text: string, header: readonly Block[], told: readonly (Block | undefined)[]): boolean {
  const headings = header.map(({start, end}) => text.slice(start, end).trim())
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

/** Problems and measures in a section's tables (整改台账); undefined where no table has a column for either. */
export function tableItems(draft: Draft, section: Section): RawItems | undefined {
  const cells = section.pieces.map(({block}) => block).filter((block) => block.cell)
  if (!cells.length || !['problems', 'problems-plan', 'plan', 'work'].includes(section.role)) return undefined
  const problems: RawItem[] = []
  const measures: RawItem[] = []
  let isLedger = false
  for (const rows of tablesOf(cells)) {
    const header = rows[0] ?? []
    const isPlan = section.role === 'plan'
    const headed = withoutFigures(draft.text, columnsOf(draft.text, header), rows.slice(1))
    const columns = isPlan ? withTasks(draft.text, withDoers(draft.text, header, headed), rows.slice(1)) : headed
    const tellsDay = header.some(({cell, start, end}) => {
      const isDay = columns[cell?.column ?? -1] === 'deadline'
      return isDay && TELLS_DAY.test(draft.text.slice(start, end))
    })
    const areParted = !columns.includes('measure') && holdArrows(draft.text, columns, rows.slice(1))
    if (section.role === 'work' && !(columns.includes('problem') && (columns.includes('measure') || areParted)))
      continue
    const at = (row: readonly Block[], column: Column): Block | undefined =>
      row.find((cell) => columns[cell.cell?.column ?? -1] === column && cell.end > cell.start)
    if (!columns.includes('measure') && (isPlan || !columns.includes('problem'))) continue
    const told = rows.slice(1).map((row) => at(row, 'problem'))
    if (!columns.includes('measure') && counts(draft.text, header, told)) continue
    isLedger = true
    for (const row of rows.slice(1)) {
      const says = (cell: Span | undefined, pattern: RegExp): boolean =>
        cell !== undefined && pattern.test(draft.text.slice(cell.start, cell.end).trim())
      const problem = isPlan ? undefined : at(row, 'problem')
      if (says(at(row, 'verdict'), SOUND_VERDICT) || says(problem, SOUND) || row.some((cell) => says(cell, TOTAL)))
        continue
      const parted = areParted && problem ? partedAt(draft.text.slice(problem.start, problem.end)) : undefined
      const number = at(row, 'number') ?? (problem && at(row, 'named'))
      const item: RawItem | undefined =
        problem && says(problem, /[一-鿿]{2}/)
          ? {
              start: problem.start,
              end: problem.start + (parted?.fault.end ?? problem.end - problem.start),
              numbers: number && numbersIn(draft.text, number),
            }
          : undefined
      if (item) problems.push(item)
      const answer = parted && problem && moved(parted.answer, problem.start)
      const cell = answer ?? at(row, 'measure')
      const measure = says(cell, SEE_REMARK) ? (remarkIn(draft.text, section) ?? cell) : cell
      const fields = flatMap([...FIELD_NAMES, 'status'] as const, (role): Span[] => {
        const told = at(row, role) ?? (role === 'status' && tellsDay ? at(row, 'deadline') : undefined)
        return told ? [{start: told.start, end: told.end, role} as Span] : []
      })
      const unfilled = FIELD_NAMES.filter((role) =>
        isLeftOut(draft, rows.slice(1), row, (cell) => columns[cell?.column ?? -1] === role),
      )
      const named = item ? undefined : at(row, 'named')
      const numbers = named && numbersIn(draft.text, named)
      if (measure && /[一-鿿]{4}/.test(draft.text.slice(measure.start, measure.end)))
        measures.push({start: measure.start, end: measure.end, under: item, numbers, fields, unfilled})
    }
  }
  return isLedger ? {problems, measures} : undefined
}

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

/**
 * Whether a row has no word in a column that most rows have filled. A row whose first cell is empty goes on with the row above
 * and shares its owner; so does a cell of a Word table that is merged with the one above: it has no block.
 */
function isLeftOut(
  draft: Draft,
  rows: readonly (readonly Block[])[],
  row: readonly Block[],
  isAsked: (cell: Block['cell']) => boolean,
): boolean {
  const place = row[0]?.cell
  if (place?.column !== 0 || row.some(({cell}) => isAsked(cell))) return false
  if (rows.filter((other) => other.some(({cell}) => isAsked(cell))).length * 3 < rows.length * 2) return false
  return (
    draft.format !== 'word' ||
    draft.blocks.some(({cell}) => cell?.table === place.table && cell.row === place.row && isAsked(cell))
  )
}

/** The tables as rows of cells, in reading order. */
function tablesOf(cells: readonly Block[]): Block[][][] {
  const tables = new Map<number, Block[][]>()
  for (const block of cells) {
    const {table, row} = block.cell as NonNullable<Block['cell']>
    const rows = tables.get(table) ?? []
    tables.set(table, rows)
    rows[row] = [...(rows[row] ?? []), block]
  }
  return [...tables.values()].map((rows) => rows.filter(Boolean))
}
