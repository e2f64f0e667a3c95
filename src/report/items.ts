import type {Draft} from '../draft/draft.ts'
import {flatMap} from '../draft/flat-map.ts'
import type {Span} from '../draft/span.ts'
import {isQuestion} from './asked.ts'
import {type FieldName, findFields, type Told} from './fields.ts'
import {answeredAbove} from './items/above.ts'
import {answeredBeside} from './items/aside.ts'
import {askedItems} from './items/asked.ts'
import {clauseAnswers, clauseItems} from './items/clauses.ts'
import {headedItems} from './items/headed.ts'
import {leftOpen} from './items/left-open.ts'
import {itemsBesideTable, listItems} from './items/listed.ts'
import {mixedItems} from './items/mixed.ts'
import {faultsInPassing} from './items/passing.ts'
import type {Piece} from './marks.ts'
import type {Section} from './sections.ts'
import {itemTables, tableItems} from './tables.ts'
import {hoursNamed} from './timeline.ts'

/** One thing that a reader would count: a problem, a cause, a measure. Its span leaves out labels, keeps 一是 and 首先，. */
export interface Item extends Span {
  /** `P1`, `M1`, `C1` … in reading order. */
  readonly id: string
  /** Its first clause: what the item is about. */
  readonly head: Span
  /** The heading of the group that it stands in, if any. */
  readonly group: Span | undefined
}

export interface Measure extends Item {
  /** Index of the problem that the layout itself pairs it with: it stands under that problem. */
  readonly under: number | undefined
  /** Indexes of the problems whose numbers its row in a table (对应序号：3、5) or its label (对应第二条：) names; undefined where it names none. */
  readonly named: readonly number[] | undefined
  /** Who does it, by when, with what result: the words that say so, wherever the item or its labels hold them. */
  readonly owner: Span | undefined
  readonly deadline: Span | undefined
  readonly target: Span | undefined
  /** Fields whose cell in a table is empty, though other rows have it filled. */
  readonly unfilled: readonly FieldName[]
  /** How far it has come, where a label or a cell of its own says so. */
  readonly status: Span | undefined
}

/** An item before it is numbered. `fields` are spans of labelled text that belongs to it (责任人：…). */
export interface RawItem extends Span {
  readonly group?: Span | undefined
  readonly under?: RawItem | undefined
  /** The number that a problem has in a table or as a clause, or those of the problems that a measure names. */
  readonly numbers?: readonly string[] | undefined
  readonly fields?: readonly Span[]
  readonly unfilled?: readonly FieldName[]
}

export interface RawItems {
  readonly problems: readonly RawItem[]
  readonly measures: readonly RawItem[]
}

export interface Items {
  readonly problems: readonly Item[]
  readonly measures: readonly Measure[]
  readonly causes: readonly Item[]
}

export function findItems(draft: Draft, sections: readonly Section[], told: Told): Items {
  const problems: RawItem[] = []
  const measures: RawItem[] = []
  const causes: RawItem[] = []
  for (const [index, section] of sections.entries()) {
    const tables = itemTables(draft, section)
    if (section.role === 'causes') causes.push(...listItems(draft, section))
    else if (tables.length) {
      const above = answeredAbove(draft, section)
      const table = tableItems(draft, section, tables, above?.problems)
      problems.push(...(above?.problems ?? []), ...table.problems)
      measures.push(...(above?.measures ?? []), ...table.measures)
      for (const found of answeredBeside(draft, outsideTable(section, sections[index + 1]))) {
        problems.push(...found.problems)
        measures.push(...found.measures)
      }
      if (section.role === 'problems' && !table.problems.length) {
        const found = listedBeside(draft, section)
        problems.push(...found.problems)
        measures.push(...found.measures)
      }
      if (section.role === 'plan') measures.push(...itemsBesideTable(draft, section, !table.measures.length))
    } else if (section.isProblem) {
      const found = headedItems(draft, section)
      problems.push(...found.problems)
      measures.push(...found.measures)
    } else if (isCountOnly(draft.text, section, sections[index + 1])) continue
    else if (section.role === 'problems-plan' || section.role === 'problems') {
      const found = clauseItems(draft, section) ?? askedAlone(draft, section) ?? mixedItems(draft, section)
      problems.push(...found.problems)
      measures.push(...found.measures)
    } else if (section.role === 'plan')
      measures.push(...(clauseAnswers(draft, section) ?? listItems(draft, section, problems.length)))
    else if (section.role === 'work') {
      problems.push(...faultsInPassing(draft, section, sections[index + 1]))
      for (const found of leftOpen(draft, section)) {
        problems.push(...found.problems)
        measures.push(...found.measures)
      }
    }
  }
  problems.sort((a, b) => a.start - b.start)
  measures.sort((a, b) => a.start - b.start)
  if (problems.some(({numbers}) => numbers)) nameHours(draft.text, measures)
  return {
    problems: problems.map((item, index) => number(draft, item, 'P', index)),
    measures: measures.map((item, index) => measureOf(draft, told, item, index, problems, measures)),
    causes: causes.map((item, index) => number(draft, item, 'C', index)),
  }
}

/** The answer to a question that heads a part, where it has no list. */
const askedAlone = (draft: Draft, section: Section): RawItems | undefined =>
  isQuestion(draft.text, section) ? askedItems(draft, section.pieces, true) : undefined

/** What stands below a ledger of problems and measures, and in a part behind it that is no other: 需要说明的事项. */
function outsideTable({role, pieces}: Section, next: Section | undefined): readonly Piece[] {
  if (role !== 'problems-plan') return NOTHING
  const below = pieces.slice(pieces.findLastIndex(({block}) => block.kind === 'cell') + 1)
  return next?.role === 'other' ? [...below, ...next.pieces] : below
}

const NOTHING: readonly Piece[] = []

/** The problems of a list, where the table below it tells only who does what, and what answers them in the list. */
const listedBeside = (draft: Draft, section: Section): RawItems =>
  section.pieces.some(({mark, block, opensBlock}) => mark && opensBlock && block.kind !== 'cell')
    ? mixedItems(draft, section)
    : {problems: [], measures: []}

/** 共查出隐患27项，其余6项列入下表。 over the part whose table holds them. */
const isCountOnly = (text: string, {role, pieces}: Section, next: Section | undefined): boolean =>
  role === 'problems' &&
  next?.role === 'problems-plan' &&
  !pieces.some(({mark}) => mark) &&
  pieces.some(({body, end}) => TABLE_BELOW.test(text.slice(body, end)))
const TABLE_BELOW = /(?:列入|详?见|如)(?:下|后)(?:列|附)?(?:表|台账|清单)/

/** 对6:50：…: what was seen at that hour is what it answers. */
function nameHours(text: string, measures: RawItem[]): void {
  for (const [index, measure] of measures.entries()) {
    if (measure.numbers || measure.under) continue
    const numbers = hoursNamed(text.slice(measure.start, measure.end))
    if (numbers.length) measures[index] = {...measure, numbers}
  }
}

function number(draft: Draft, item: RawItem, letter: string, index: number): Item {
  return {
    id: `${letter}${index + 1}`,
    start: item.start,
    end: item.end,
    head: headOf(draft.text, item),
    group: item.group,
  }
}

const NONE: readonly FieldName[] = []

function measureOf(
  draft: Draft,
  told: Told,
  item: RawItem,
  index: number,
  problems: readonly RawItem[],
  measures: readonly RawItem[],
): Measure {
  const under = item.under ? problems.indexOf(item.under) : -1
  const named = item.numbers && flatMap(problems, ({numbers}, at) => (answersOne(item.numbers, numbers) ? [at] : []))
  const next = measures[index + 1]
  // a deadline or an owner named once behind several measures of one problem holds for each of them
  const labelled = next && next.start < item.end ? [] : (item.fields ?? [])
  const {id, start, end, head, group} = number(draft, item, 'M', index)
  const {owner, deadline, target, status} = findFields(draft.text, told, item, labelled)
  // field by field: V8 copies the fields of an object one by one, each with a search
  return {
    id,
    start,
    end,
    head,
    group,
    under: under < 0 ? undefined : under,
    named: named?.length ? named : undefined,
    owner,
    deadline,
    target,
    status,
    unfilled: item.unfilled ?? NONE,
  }
}

const answersOne = (named: readonly string[] | undefined, own: readonly string[] | undefined): boolean =>
  own?.length === 1 && named?.includes(own[0] as string) === true

/** Up to the first full stop, semicolon or, for a long one, comma. */
function headOf(text: string, item: Span): Span {
  const stop = /[。；：！？\n]/.exec(text.slice(item.start, item.end))
  return {start: item.start, end: stop ? item.start + stop.index : item.end}
}
