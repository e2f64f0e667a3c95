import type {Draft} from '../../draft/draft.ts'
import {flatMap} from '../../draft/flat-map.ts'
import type {Span} from '../../draft/span.ts'
import {leaning} from '../../language/leaning.ts'
import {matchesOf} from '../../language/matches.ts'
import {tellsDone} from '../../language/tone.ts'
import {isSlogan} from '../../language/vague.ts'
import {itemEnd} from '../ends.ts'
import {FIELD_NAMES} from '../fields.ts'
import {CONTINUES, flowItems, isClosing, isIntroduction} from '../flow.ts'
import type {RawItem} from '../items.ts'
import {labelOf} from '../labels.ts'
import {buildOutline, type Node, titleOf} from '../outline.ts'
import {labelledParts} from '../paired/labels.ts'
import type {Section} from '../sections.ts'
import {ofPiece} from '../wording.ts'
import {isFlow, isHeadline, lastParagraph, leaves, ownsParagraphs, wordsStart} from './branches.ts'
import {withHeadlines} from './headlines.ts'

/** The list beside a table; sentences only where the table holds no measure. */
export const itemsBesideTable = (draft: Draft, section: Section, orFlow: boolean): RawItem[] =>
  orFlow || section.pieces.some(({mark, block, opensBlock}) => mark && opensBlock && block.kind !== 'cell')
    ? listItems(draft, section)
    : []

/** 联系方式 as a heading: whom to ask, nothing to be done. */
const CONTACT = /^(?:联系|监督|值班)(?:人|电话|方式|信息)?[。：:]?$/

/**
 * A part that lists things of one kind: causes, measures.
 * @param answered how many problems stand above that these may answer
 */
export const listItems = (draft: Draft, section: Section, answered = 0): RawItem[] =>
  byDepartment(draft.text, itemsIn(draft, section, answered))

function itemsIn(draft: Draft, section: Section, answered: number): RawItem[] {
  const {text} = draft
  const pieces = withHeadlines(
    text,
    section.pieces.filter(({block}) => block.kind !== 'cell'),
  )
  const outline = buildOutline(draft, pieces)
  const found = leaves(outline.nodes, (node) => hasSteps(text, node))
  const items: RawItem[] = []
  const opening = outline.opening.filter((piece) => !isIntroduction(text, piece) || !found.length)
  if (!found.length) {
    const told = flowItems(draft, opening)
    if (told.length >= answered) return told
    // 堵住漏洞。 over several tasks, each paragraph without a number
    return flatMap(told, (item) => {
      const piece = opening.find(({body, end}) => body === item.start && end === item.end)
      return piece?.opensBlock ? tasksOf(text, titleOf(text, piece), item, true) : [item]
    })
  }
  if (isFlow(outline.nodes) && opening.length) return flowItems(draft, pieces)
  // sentences before a list are tasks of their own only when they are more than an introduction
  const owns = ownsParagraphs(found)
  for (const {node, group} of found) {
    if (node.title.end - node.title.start < 8 && CONTACT.test(text.slice(node.title.start, node.title.end))) continue
    if (isClosing(text, node.piece)) continue
    const start = wordsStart(node)
    const last = hasSteps(text, node) ? node.children.at(-1) : lastParagraph(text, node, owns)
    const end = (last ?? node.piece).end
    const isBundled = found.length < answered
    const tasks = isBundled ? paragraphTasks(text, node) : undefined
    if (tasks) items.push(...tasks)
    else if (end > start)
      items.push(...tasksOf(text, node.title, {start, end: itemEnd(text, start, end), group}, isBundled))
  }
  return items
}

/** 档案科：清点三库；装锁两把。: who does it stands before its tasks. */
const DEPARTMENT = /^[一-鿿、]{0,10}(?:[科部处办股局组队]|办公室)：/

function byDepartment(text: string, items: RawItem[]): RawItem[] {
  if (items.filter((item) => departmentLength(text, item)).length < 2) return items
  return flatMap(items, (item) => {
    const length = departmentLength(text, item)
    if (!length) return [item]
    const start = item.start + length
    const owner = {start: item.start, end: start - 1, role: 'owner'}
    const [first, ...others] = matchesOf(/[^；]+；?/g, text.slice(start, item.end)).map(({index, 0: words}) => ({
      start: start + index,
      end: start + index + words.length,
    }))
    const areTasks = others.every((task) => standsAlone(text.slice(task.start, task.end), LIKELY))
    const tasks = first && areTasks ? [first, ...others] : [{start, end: item.end}]
    return tasks.map((task) => ({...item, ...task, fields: [owner]}))
  })
}

/** Up to and with the colon; 0 where no department stands first. */
function departmentLength(text: string, {start}: RawItem): number {
  for (let at = start + 1; at < start + LONGEST_NAME; at++)
    if (text.charAt(at) === '：') return DEPARTMENT.exec(text.slice(start, at + 1))?.[0].length ?? 0
  return 0
}
const LONGEST_NAME = 14

/** 管住讲台 as a heading with a task in each paragraph below it, where there are more problems than headings. */
function paragraphTasks(text: string, node: Node): RawItem[] | undefined {
  if (node.paragraphs.length < 2 || node.children.length || !isHeadline(text, node)) return undefined
  const told = node.paragraphs.filter((piece) => !isClosing(text, piece))
  const areTasks = told.length > 1 && told.every((piece) => isTask(text, piece))
  return areTasks ? told.map(({body, end}) => ({start: body, end, group: node.title})) : undefined
}

const isTask = ofPiece((text, piece) => {
  const words = text.slice(piece.body, piece.end)
  return (
    piece.opensBlock && words.endsWith('。') && !labelOf(text, piece) && !CONTINUES.test(words) && leaning(words) > SURE
  )
})

/** 分三步清理：（1）…；（2）…；（3）… in one paragraph are the steps of one measure. */
const hasSteps = (text: string, {piece, children}: Node): boolean =>
  children.length > 0 &&
  children.every((child) => !child.piece.opensBlock) &&
  IN_STEPS.test(text.slice(Math.max(piece.body, piece.end - 24), piece.end))
const IN_STEPS = /分[两二三四五六\d](?:个?步骤?|个?阶段|批|期)[^。；]{0,12}[：:]\s*$/

/**
 * A short heading with three or more full sentences behind it is a group of tasks. With two it is one item, unless there are more
 * problems than headings and the second opens a matter of its own. Who does them by when, told at the end, is a field of each.
 */
function tasksOf(text: string, title: Span, item: RawItem, isBundled: boolean): RawItem[] {
  const head = text.slice(title.start, title.end)
  if (head.length > 18 || /\d/.test(head) || !head.endsWith('。')) return [item]
  const sentences = matchesOf(/[^。！？]{10,}[。！？]/g, text.slice(title.end, item.end))
  const [only] = sentences
  const parts = isBundled && only && sentences.length === 1 ? halvesOf(only) : sentences
  if (parts.length < 2) return [item]
  const told = parts.map(({index, 0: words}) => ({
    start: title.end + index,
    end: title.end + index + words.length,
    words,
  }))
  const fields = fieldsIn(text, told.at(-1) as Span)
  const tasks = fields.length ? told.slice(0, -1) : told
  const [, second] = tasks
  const isOne = tasks.length < 3 && !(isBundled && second && standsAlone(second.words, SURE))
  if (isOne || tasks.some(({words}) => CONTINUES.test(words) || SPEAKS_OF_ALL.test(words))) return [item]
  return tasks.map(({start, end}) => ({start, end, group: title, fields}))
}

/** 甲；乙；丙。 behind a short heading, where each tells a task of its own; none where they do not. */
function halvesOf({index, 0: words}: RegExpExecArray): readonly {readonly index: number; readonly 0: string}[] {
  const halves = matchesOf(/[^；]+；?/g, words)
  const areTasks = halves.length > 2 && halves.every(({0: half}, at) => at === 0 || standsAlone(half, LIKELY))
  return areTasks ? halves.map((half) => ({index: index + half.index, 0: half[0]})) : []
}

/** 两件事同时办： how what stands before it is done is no task of its own. */
const SPEAKS_OF_ALL = /^(?:以上|上述|这|[两三四五][件项个条][事样]?)/

/** 责任人：…；完成时限：… as a sentence of its own. */
const fieldsIn = (text: string, {start, end}: Span): Span[] => {
  if (!text.slice(start, start + LONGEST_NAME).includes('：')) return []
  const parts = labelledParts(text, {body: start, end})
  if (!parts.every(({role}) => FIELDS.has(role))) return []
  return parts.map((part) => ({...part, end: part.end - (/[；。]$/.test(text.slice(part.start, part.end)) ? 1 : 0)}))
}
const FIELDS: ReadonlySet<string | undefined> = new Set([...FIELD_NAMES, 'status'])

/** Whether words tell a task of their own: no case, beginning or check of the one before, and not how that was done. */
const standsAlone = (words: string, least: number): boolean =>
  (leaning(words) >= least || isSlogan(words)) && !GOES_ON.test(words) && !CHECKS.test(words) && !tellsDone(words)
/** How much words must read like a measure where a ；, and where only a full stop parts them from the one before. */
const LIKELY = 2
const SURE = 4
/** 对拖延的，… 从3月起，… 首期… */
const GOES_ON = /^(?:[对凡从自首]|涉及|[^，。；]{0,16}的，)/
const CHECKS = /抽[查看听检]|督[查促办]|通报|张榜|考核/
