import type {Draft} from '../../draft/draft.ts'
import {flatMap} from '../../draft/flat-map.ts'
import type {Span} from '../../draft/span.ts'
import {leaning} from '../../language/leaning.ts'
import {admitsFault, tellsDone, tellsRemedy} from '../../language/tone.ts'
import {partedAmong} from '../arrows.ts'
import {itemEnd} from '../ends.ts'
import {flowItems, isClosing, isCount, isIntroduction, tellsFault, withoutClosing} from '../flow.ts'
import {causesParagraph} from '../flow-starts.ts'
import type {RawItem, RawItems} from '../items.ts'
import {clip, type Piece} from '../marks.ts'
import {buildOutline, type Outline} from '../outline.ts'
import {splitAssigned} from '../paired/assigned.ts'
import {splitRemedy} from '../paired/remedy.ts'
import type {Section} from '../sections.ts'
import {isSiteLine} from '../site-blocks.ts'
import {tellsSound} from '../sound.ts'
import {type Timeline, timeline} from '../timeline.ts'
import {causesBegin, type Turn, turnOfPart} from '../turns.ts'
import {ofPiece} from '../wording.ts'
import {arrowedItems} from './arrowed.ts'
import {settledAbove} from './aside.ts'
import {faultsOfAspect} from './aspects.ts'
import {type Branch, isFlow, lastParagraph, leaves, ownsParagraphs, wordsStart} from './branches.ts'
import {combinedItems, pairedNodes} from './combined.ts'
import {causesBehind, causesStandLast} from './explained.ts'
import {flowingItems} from './flowing.ts'
import {withHeadlines} from './headlines.ts'
import {isLabelled, withOpeners} from './labelled.ts'
import {listItems} from './listed.ts'
import {quotedItems} from './quoted.ts'
import {spokenReply, withoutSpeakers} from './spoken.ts'

/** A part that lists problems; each may be followed by what was or will be done about it. */
export function mixedItems(draft: Draft, section: Section): RawItems {
  const {text} = draft
  const turn = section.role === 'problems-plan' ? turnOfPart(text, section.pieces) : undefined
  if (turn) return turnedItems(draft, section, turn)
  const hours = timeline(text, section.pieces, true)
  if (hours) return hourlyItems(draft, section, hours)
  const causes =
    section.role === 'problems'
      ? (causesBegin(text, section.pieces) ?? causesParagraph(text, section.pieces)?.start)
      : undefined
  const told = withoutClosing(text, section.pieces).filter(
    (piece, at) =>
      piece.block.kind !== 'cell' &&
      piece.start < (causes ?? section.end) &&
      !isCount(text, piece) &&
      !isSiteLine(text, piece, section.pieces[at + 1]),
  )
  const pieces = withHeadlines(text, withOpeners(text, withoutSpeakers(text, told)))
  const outline = buildOutline(draft, pieces)
  if (!outline.nodes.length) return flowingItems(draft, outline.opening, section.role)
  if (isFlow(outline.nodes) && outline.opening.some((piece) => !isIntroduction(text, piece)))
    return flowingItems(draft, pieces, section.role)
  return itemsOfList(draft, section, outline)
}

/** First all problems, then all measures: （一）存在的问题 … （二）整改措施 … */
function turnedItems(draft: Draft, section: Section, turn: Turn): RawItems {
  const part = (role: Section['role'], from: number, to: number): Section => ({
    ...section,
    role,
    pieces: section.pieces.filter(({start, end}) => end > from && start < to).map((piece) => clip(piece, from, to)),
  })
  const listed = mixedItems(draft, part('problems', section.start, turn.end))
  return {
    problems: listed.problems,
    measures: [...listed.measures, ...listItems(draft, part('plan', turn.start, section.end), listed.problems.length)],
  }
}

/** Item by item, each in the layout that it has. */
function itemsOfList(draft: Draft, {role}: Section, outline: Outline): RawItems {
  const {text} = draft
  const isCombined = role === 'problems-plan'
  const problems: RawItem[] = []
  const measures: RawItem[] = []
  const add = (found: RawItems | undefined): void => {
    problems.push(...(found?.problems ?? []))
    measures.push(...(found?.measures ?? []))
  }
  const branches = isCombined ? pairedNodes(text, outline.nodes) : leaves(outline.nodes)
  const [first] = outline.nodes
  for (const piece of outline.opening)
    add(piece.start > (first?.start ?? 0) ? faultsBeside(draft, piece) : settledAbove(draft, piece))
  const owns = ownsParagraphs(branches)
  const holdAnswers = isCombined || branches.some(({node}) => isLabelled(text, node))
  const hasArrows =
    partedAmong(
      text,
      branches.map(({node}) => node.piece),
    ).length > 0
  const isByName = branches.filter(({node}) => isNameOnly(text, node.title)).length * 2 > branches.length
  const explained = causesStandLast(text, branches) ? branches.at(-1) : undefined
  for (const branch of branches) {
    const {piece, paragraphs, children} = branch.node
    if (listsNone(text, piece)) continue
    // #46 并入 #44，不单列。
    if (!children.length && paragraphs.length === 1 && listsNone(text, paragraphs[0] as Piece)) continue
    // 其余各楼：未见违规停放。
    if (hasArrows && tellsSound(text.slice(piece.body, piece.end))) continue
    const isAnswered = holdAnswers || paragraphs.some((paragraph) => isRemedy(text, paragraph))
    const found =
      arrowedItems(text, branch) ??
      (problems.length ? spokenReply(text, piece) : undefined) ??
      (isCombined ? quotedItems(draft, branch) : undefined) ??
      (isAnswered ? combinedItems(draft, branch, isCombined) : undefined) ??
      faultsOfAspect(text, branch.node) ??
      itemAlone(text, branch, owns, branch === explained)
    if (!isByName || !found || !findsNothing(text, found)) add(found)
  }
  return {problems, measures}
}

/** 人员方面，夜班无人。 as a paragraph of its own behind one whose list runs on: what surely tells faults is as much an item. */
function faultsBeside(draft: Draft, piece: Piece): RawItems {
  const {text} = draft
  if (piece.mark || !piece.opensBlock || isIntroduction(text, piece)) return {problems: [], measures: []}
  const told = flowItems(draft, [piece])
  const areFaults = told.every((item) => {
    const words = text.slice(item.start, item.end)
    return tellsFault(words) && !SPEAKS_OF_ALL.test(words)
  })
  return {problems: areFaults ? told : [], measures: []}
}
const SPEAKS_OF_ALL = /^(?:以上|上述|这些?|总[之的体])/

/** What was seen hour by hour, and what stands behind it. */
function hourlyItems(draft: Draft, section: Section, {faults, rest}: Timeline): RawItems {
  const told = faults.map((fault) =>
    section.role === 'problems-plan' ? splitRemedy(draft.text, fault, [], [], true) : splitAssigned(draft.text, fault),
  )
  const pieces = rest ? section.pieces.filter(({start}) => start >= rest.start) : []
  const found = pieces.length ? [...told, mixedItems(draft, {...section, pieces})] : told
  return {problems: flatMap(found, ({problems}) => problems), measures: flatMap(found, ({measures}) => measures)}
}

/** An item that has no answer but, perhaps, at its very end: who settles it by when. */
function itemAlone(text: string, {node, group}: Branch, owns: boolean, isExplained: boolean): RawItems | undefined {
  const start = wordsStart(node)
  const end = lastParagraph(text, node, owns)?.end ?? causesBehind(text, node, start, isExplained) ?? node.piece.end
  return end > start ? splitAssigned(text, {start, end: itemEnd(text, start, end), group}) : undefined
}

/** 制度公示。 as the name of what was looked at. */
const isNameOnly = (text: string, {start, end}: Span): boolean => {
  const words = text.slice(start, end).trim()
  return /^[^，；：]{2,9}。$/.test(words) && !admitsFault(words)
}

/** 制度公示。墙上的公示牌完好。 among others by their names: neither a fault nor what was done about one. */
function findsNothing(text: string, {problems: [problem, ...others], measures}: RawItems): boolean {
  if (!problem || others.length) return false
  const told = measures.map(({start, end}) => text.slice(start, end)).join('')
  if (tellsRemedy(told) || tellsDone(told)) return false
  if (measures.length) return isNameOnly(text, problem) && tellsSound(told)
  const words = text.slice(problem.start, problem.end)
  return (
    isNameOnly(text, {start: problem.start, end: problem.start + words.indexOf('。') + 1}) &&
    tellsSound(words) &&
    leaning(words) > 0
  )
}

/** （六）放射科。记录完整，本次不列问题。 */
const listsNone = ofPiece((text, {body, end}) => LISTS_NONE.test(text.slice(Math.max(body, end - 24), end)))
const LISTS_NONE =
  /(?:不再?|未|没有)(?:单独|另)?列(?:为|入|出)?(?:问题|隐患)[。；]?$|(?:并入|合并|同)[^。；]{1,24}不再?(?:单独?|另)[列计记][。；]?$/

const isRemedy = ofPiece((text, piece) => tellsRemedy(text.slice(piece.body, piece.end)) && !isClosing(text, piece))
