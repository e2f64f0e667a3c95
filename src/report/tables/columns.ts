import type {Block} from '../../draft/draft.ts'
import {leaning, sum} from '../../language/leaning.ts'
import {partedAt} from '../arrows.ts'
import {cellsIn, type Rows} from './rows.ts'

/** What each column holds, by its place in the grid; undefined where no heading stands. */
export type Columns = readonly (Column | undefined)[]

/** What a column of a table of problems and measures (整改台账) holds. */
export type Column =
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
  // what marks were taken off for is the fault
  {column: 'problem', pattern: /^(?:自评|考核)?[扣失]分(?:事由|理由|原因|缘由|情形|说明|点)$/},
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
export const TELLS_FAULT = /表现$|^(?:具体|典型)(?:问题|隐患|情况)|(?:问题|隐患)(?:描述|内容)$/

/** Behind the measures: how far they have come. */
export const TELLS_STATUS =
  /状态|进度|进展|(?:整改|完成|落实|销号|验收|复查|复核|核验)(?:情况|结果|结论|意见)|是否已?(?:完成|整改|销号)/

/**
 * What each column holds, by its place in the grid. Beside a column 整改措施 a column 整改事项 only names the matter, and a
 * column 整改结果 behind it says how far it has come.
 */
function headedColumns(text: string, header: readonly Block[]): Columns {
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

/** A column of numbers counts problems and lists none: 隐患数, 已整改. */
function withoutFigures(text: string, columns: Columns, rows: Rows): Columns {
  return columns.map((column, at) => {
    if (column !== 'problem' && column !== 'measure') return column
    // a dash says that there is nothing to tell, in a column of figures and in one of faults
    const cells = cellsIn(rows, at).filter((cell) => !/^[—–-]+$/.test(text.slice(cell.start, cell.end).trim()))
    const figures = cells.filter((cell) => /^[\d\s.,%％／/—–-]+[项个处条件]?$/.test(text.slice(cell.start, cell.end)))
    return figures.length > 0 && figures.length * 2 >= cells.length ? 'other' : column
  })
}

/** Shortest average cell that tells a task; a place, a name or a device is shorter. */
const SHORTEST_TASK = 8

/** Beside what is to be done these name who does it. */
const DOER = /^(?:部门|科室|股室|处室|单位|岗位)$/

function withDoers(text: string, header: readonly Block[], columns: Columns): Columns {
  if (columns.includes('owner')) return columns
  const doers = header.filter(({start, end}) => DOER.test(text.slice(start, end).trim())).map(({cell}) => cell?.column)
  return columns.map((column, at) => (column === 'other' && doers.includes(at) ? 'owner' : column))
}

/** In a plan, beside who does it or by when, the longest cells tell what is to be done, whatever their heading: 重点任务, 工作安排, 事项. */
function withTasks(text: string, columns: Columns, rows: Rows): Columns {
  if (columns.includes('measure') || !(columns.includes('owner') || columns.includes('deadline'))) return columns
  const told = columns.map((column, at) => (column === 'other' || column === 'target' ? cellsIn(rows, at) : []))
  const lengths = told.map((cells) => sum(cells.map(({start, end}) => end - start)))
  const longest = lengths.indexOf(Math.max(...lengths))
  const cells = told[longest] ?? []
  const tasks = cells.filter(({start, end}) => leaning(text.slice(start, end)) > 0)
  if ((lengths[longest] ?? 0) < SHORTEST_TASK * rows.length || tasks.length * 2 <= cells.length) return columns
  return columns.map((column, at) => (at === longest ? 'measure' : column))
}

/** What the columns of a table hold. @param isPlan whether it stands in a part that only tells what is to be done */
export function columnsOf(text: string, header: readonly Block[], rows: Rows, isPlan: boolean): Columns {
  const columns = withoutFigures(text, headedColumns(text, header), rows)
  return isPlan ? withTasks(text, withDoers(text, header, columns), rows) : columns
}
