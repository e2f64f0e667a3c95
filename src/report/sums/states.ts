import type {Block, Draft} from '../../draft/draft.ts'
import {flatMap} from '../../draft/flat-map.ts'
import type {Span} from '../../draft/span.ts'
import {matchesOf} from '../../language/matches.ts'
import {parseNumeral} from '../../language/numerals.ts'
import {TELLS_STATUS} from '../tables/columns.ts'
import {type Row, rowsOfTables, TOTAL, wordsOf} from './tables.ts'

/** How many matters a paragraph tells of each state, where the rows of the ledger (台账) tell other numbers. */
export interface StateCount extends Span {
  /** What the rows tell: 已完成5个、正在推进3个. */
  readonly counted: string
}

type State = 'settled' | 'nearly' | 'going' | 'lasting'

/** The words for each state, alone in a cell or before a number. */
const STATES: readonly (readonly [State, string])[] = [
  ['nearly', '(?:已)?基本完成(?:整改)?'],
  ['settled', '(?:已|已经)?(?:全部)?(?:完成整改|整改完成|整改到位|完成|整改完毕|整改|销号|办结)'],
  [
    'going',
    '(?:正在|仍在)(?:推进|整改|办理|进行)(?:中)?|(?:推进|整改|办理|进行)中|(?:未|尚未)(?:完成|整改|办结|销号)(?:整改)?',
  ],
  ['lasting', '(?:需)?(?:长期|持续)(?:坚持|整改)'],
]
const ALONE = STATES.map(([state, words]) => ({state, pattern: new RegExp(`^(?:${words})$`)}))
/** 已完成6个, 正在推进的2个 */
const TOLD = new RegExp(
  `(?=[已完基正仍推整办未尚需长持])(?<=^|[，。；：、（中前现])(?<name>${STATES.map(([, words]) => words).join('|')})的?(?:有)?(?<number>\\d{1,3}|[一二两三四五六七八九十]{1,3})(?<unit>[个项条处件])(?=[，。；、）])`,
  'g',
)
/** Things may have gone on since. */
const OTHER_TIME = /截[至止](?!目前)|当时|上次|此前/
const LEAST_ROWS = 3

const stateOf = (words: string): State | undefined => ALONE.find(({pattern}) => pattern.test(words))?.state

/** The state of each row of a table; undefined where it has no column for it or one of its cells tells something else. */
function statesOf(text: string, [header = [], ...rows]: readonly Row[]): State[] | undefined {
  const column = header.findLastIndex((cell) => TELLS_STATUS.test(wordsOf(text, cell)))
  const matters = rows.filter((row) => !row.some((cell) => TOTAL.test(wordsOf(text, cell))))
  if (column < 0 || matters.length < LEAST_ROWS) return undefined
  const states = flatMap(matters, (row) => stateOf(wordsOf(text, row[column]).split(/[，。；（(]/)[0] ?? '') ?? [])
  return states.length === matters.length ? states : undefined
}

const countsOf = (states: readonly State[]): Map<State, number> => {
  const counts = new Map<State, number>()
  for (const state of states) counts.set(state, (counts.get(state) ?? 0) + 1)
  return counts
}

/** Paragraphs that tell as many matters as the only ledger has rows and the same states, but other numbers of them. */
export function findStateCounts(draft: Draft): readonly StateCount[] {
  const {text, blocks} = draft
  if (!text.includes('\t') && !blocks.some(({cell}) => cell)) return []
  const [states, ...others] = rowsOfTables(draft)
    .map((rows) => statesOf(text, rows))
    .filter((found) => found !== undefined)
  if (!states || others.length) return []
  const counts = countsOf(states)
  const told = flatMap(blocks, (block) => (block.cell ? [] : (countedIn(text, block, counts, states.length) ?? [])))
  // where one paragraph agrees, another tells of another time
  return told.every(({counted}) => counted) ? told : []
}

/** What a paragraph tells of the rows of a ledger; `counted` is empty where it is right. */
function countedIn(text: string, block: Block, counts: Map<State, number>, rows: number): StateCount | undefined {
  const words = text.slice(block.start, block.end)
  const told = matchesOf(TOLD, words).map(({index, 0: matched, groups}) => {
    const start = block.start + index
    const {name = '', number = '', unit = ''} = groups ?? {}
    return {start, end: start + matched.length, name, value: parseNumeral(number) ?? 0, unit, state: stateOf(name)}
  })
  const isOfAll = told.reduce((sum, {value}) => sum + value, 0) === rows
  const states = new Set(told.map(({state}) => state))
  const areSame = told.length === counts.size && [...counts.keys()].every((state) => states.has(state))
  const [first] = told
  if (!first || told.length < 2 || !isOfAll || !areSame || OTHER_TIME.test(words)) return undefined
  const right = told.map((part) => ({...part, expected: part.state && counts.get(part.state)}))
  const wrong = right.filter(({value, expected}) => value !== expected)
  return {
    start: (wrong[0] ?? first).start,
    end: (wrong.at(-1) ?? first).end,
    counted: wrong.map(({name, expected, unit}) => `${name}${expected}${unit}`).join('、'),
  }
}
