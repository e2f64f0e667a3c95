import type {Span} from '../draft/span.ts'
import type {Measure} from '../report/items.ts'

// A report's views mark the words that show that a deadline or target is named. A cell wants the name itself.

/** 责任人 without a name. */
const NO_NAME = /^(?:责任|牵头|主办|承办|落实|第一责任)(?:人|部门|单位|科室|领导|股室|处室)?$/

/** Words behind a label (责任人：…) or in a cell of their own stand outside the measure, or behind its colon. */
const isLabelled = (text: string, measure: Span, {start}: Span): boolean =>
  start < measure.start || start >= measure.end || /[：:]\s*$/.test(text.slice(measure.start, start))

export function ownerOf(text: string, {owner}: Measure): string {
  const name = owner ? text.slice(owner.start, owner.end).trim() : ''
  return NO_NAME.test(name) ? '' : name
}

const END_OF_DATE = /^度?[初末底]?(?:[之以]?[前内]|起(?![草诉动码步]))?/

/** 7月15日 with the 前 behind it, 每季 with its 度. */
export function deadlineOf(text: string, measure: Measure): string {
  const {deadline} = measure
  if (!deadline) return ''
  const [rest = ''] = END_OF_DATE.exec(text.slice(deadline.end, deadline.end + 4)) ?? []
  return text.slice(deadline.start, deadline.end + rest.length).trim()
}

const CLAUSE_BEFORE = /[^，。；：！？,;\n]*$/
/** Up to the end of the clause, or to a label in brackets: 建立台账（责任人：…） */
const CLAUSE_AFTER = /^(?:(?![（(][^（）()：:]{2,8}[：:])[^，。；：！？,;\n])*/
/** What an owner is said to do before the thing itself: 由办公室负责建立台账. */
const DOING = /^(?:牵头|负责|会同|统一|统筹|组织|共同|联合|定期|[每在把对逐到])+/

/** What is to be there in the end: the clause with the figure or thing by which it can be checked, without who and when. */
export function targetOf(text: string, measure: Measure): string {
  const {target, owner, deadline} = measure
  if (!target) return ''
  if (isLabelled(text, measure, target) || target.end > measure.end) return text.slice(target.start, target.end).trim()
  const before = CLAUSE_BEFORE.exec(text.slice(measure.start, target.start))?.[0].length ?? 0
  const after = CLAUSE_AFTER.exec(text.slice(target.end, measure.end))?.[0].length ?? 0
  let start = target.start - before
  if (owner && owner.end > start && owner.end <= target.start)
    start = owner.end + (DOING.exec(text.slice(owner.end, target.start))?.[0].length ?? 0)
  if (deadline && deadline.end > start && deadline.end <= target.start) start = deadline.end
  return text
    .slice(start, target.end + after)
    .replace(/^(?:[一二三四五六七八九十]{1,3}是|度?[初末底]?[之以]?[前内起]|\s)+/, '')
    .trim()
}

const STATUSES: readonly {readonly status: string; readonly pattern: RegExp}[] = [
  {status: '未完成', pattern: /(?:尚未|还没有|未能)(?:按期)?(?:完成|整改)/},
  {
    status: '整改中',
    pattern: /(?:正在|仍在)(?:积极|抓紧|有序|持续)?(?:整改|推进|办理|落实|协调|实施|采购|施工)|整改中/,
  },
  {status: '长期坚持', pattern: /长期坚持|持续坚持/},
  {
    status: '已完成',
    pattern:
      /(?:已|已经|均已|现已)(?:整改)?(?:全部)?(?:完成|整改(?:完成|完毕|到位)|销号|办结|解决)(?!\d|率|的\d)|整改(?:已完成|到位)/,
  },
]

/** What the words say of how far a matter has come; '' where they don't say. */
export const statusOf = (words: string): string => STATUSES.find(({pattern}) => pattern.test(words))?.status ?? ''
