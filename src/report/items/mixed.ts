import type {Draft} from '../../draft/draft.ts'
import {flatMap} from '../../draft/flat-map.ts'
import {moved, type Span} from '../../draft/span.ts'
import {leaning} from '../../language/leaning.ts'
import {matchesOf} from '../../language/matches.ts'
import {admitsFault, tellsDone, tellsRemedy} from '../../language/tone.ts'
import {findEntries} from '../entries.ts'
import {CONTINUES, flowItems, isClosing, isCount, isIntroduction} from '../flow.ts'
import {causesParagraph} from '../flow-starts.ts'
import type {RawItem, RawItems} from '../items.ts'
import type {Mark, Piece} from '../marks.ts'
import {buildOutline, type Node} from '../outline.ts'
import {hasMeasureLabel, itemEnd, pairedItems, splitAssigned, splitRemedy} from '../paired.ts'
import {answeredLength, isField, labelOf} from '../roles.ts'
import {clip, type Section} from '../sections.ts'
import {causesBegin, turnOfPart} from '../turns.ts'
import {answersFault} from '../within.ts'
import {ofPiece, Wording} from '../wording.ts'
import {
  type Branch,
  isEnumerated,
  isFlow,
  isHeadline,
  lastParagraph,
  leaves,
  nodePieces,
  ownsParagraphs,
  wordsStart,
} from './branches.ts'
import {listItems} from './listed.ts'

/** A part that lists problems; each may be followed by what was or will be done about it. */
export function mixedItems(draft: Draft, section: Section): RawItems {
  const {text} = draft
  const turn = section.role === 'problems-plan' ? turnOfPart(text, section.pieces) : undefined
  if (turn) {
    const part = (role: Section['role'], from: number, to: number): Section => ({
      ...section,
      role,
      pieces: section.pieces.filter(({start, end}) => end > from && start < to).map((piece) => clip(piece, from, to)),
    })
    const listed = mixedItems(draft, part('problems', section.start, turn.end))
    return {
      problems: listed.problems,
      measures: [...listed.measures, ...listItems(draft, part('plan', turn.start, section.end))],
    }
  }
  const causes =
    section.role === 'problems'
      ? (causesBegin(text, section.pieces) ?? causesParagraph(text, section.pieces)?.start)
      : undefined
  const pieces = withOpeners(
    text,
    section.pieces.filter(
      (piece) => piece.block.kind !== 'cell' && piece.start < (causes ?? section.end) && !isCount(text, piece),
    ),
  )
  const outline = buildOutline(draft, pieces)
  const problems: RawItem[] = []
  const measures: RawItem[] = []
  if (!outline.nodes.length) return pairFlow(draft, outline.opening, section.role)
  if (isFlow(outline.nodes) && outline.opening.some((piece) => !isIntroduction(text, piece)))
    return pairFlow(draft, pieces, section.role)
  const nodes = section.role === 'problems' ? leaves(outline.nodes) : pairedNodes(text, outline.nodes)
  for (const piece of outline.opening) {
    const found = settledAbove(draft, piece)
    problems.push(...(found?.problems ?? []))
    measures.push(...(found?.measures ?? []))
  }
  const owns = ownsParagraphs(nodes)
  const labelled = nodes.some(({node}) => isLabelled(text, node))
  const isCauseLast = causesStandLast(text, nodes)
  for (const {node, group} of nodes) {
    if (listsNone(text, node.piece)) continue
    const start = wordsStart(node)
    const reply = problems.length ? replyOf(text, node.piece) : 0
    if (reply) {
      measures.push({start: node.piece.body + reply, end: node.piece.end})
      continue
    }
    const answered = section.role === 'problems-plan' ? answeredOf(text, node.piece) : 0
    if (answered) {
      const problem = {start: node.piece.body, end: node.piece.body + answered, group}
      const pieces = [behind(text, node.piece, answered), ...nodePieces(node).slice(1)]
      const found = pairedItems(draft, problem, pieces, {isAnswered: true})
      problems.push(...found.problems)
      measures.push(...found.measures)
      continue
    }
    if (section.role === 'problems-plan' || labelled || node.paragraphs.some((piece) => isRemedy(text, piece))) {
      const paired = pairedItems(draft, {start, end: node.piece.end, group}, nodePieces(node).slice(1), {
        isCombined: section.role === 'problems-plan',
      })
      const [alone] = paired.problems
      const found = alone && !paired.measures.length ? splitAssigned(text, alone) : paired
      problems.push(...found.problems)
      measures.push(...found.measures)
      continue
    }
    const apart = faultsOfAspect(text, node)
    if (apart) {
      problems.push(...apart)
      continue
    }
    const end =
      lastParagraph(text, node, owns)?.end ??
      causesBehind(text, node, start, isCauseLast && node === nodes.at(-1)?.node) ??
      node.piece.end
    if (end <= start) continue
    const found = splitAssigned(text, {start, end: itemEnd(text, start, end), group})
    problems.push(...found.problems)
    measures.push(...found.measures)
  }
  return {problems, measures}
}

/** 当场改正的是几个小毛病：灯不亮，门关不严。灯已换新，门当天修好。 above the list of what is still to be done. */
function settledAbove(draft: Draft, piece: Piece): RawItems | undefined {
  const found = answeredAt(draft.text, piece)
  return found?.isDone ? answeredIn(piece, found) : undefined
}

const wordsOf = (text: string, item: Span | undefined): string => text.slice(item?.start, item?.end)

/** One more problem with its answer in a paragraph below a ledger. */
export const answeredBeside = ({text}: Draft, pieces: readonly Piece[]): RawItems[] =>
  flatMap(pieces, (piece) => {
    const found = piece.block.kind === 'paragraph' && !piece.mark ? answeredAt(text, piece) : undefined
    return found ? [answeredIn(piece, found)] : []
  })

/** Where a fault and its answer stand. */
interface Answered {
  readonly fault: Span
  readonly answer: Span
  readonly isDone: boolean
}

function answeredIn(piece: Piece, {fault, answer}: Answered): RawItems {
  const problem = moved(fault, piece.start)
  return {problems: [problem], measures: [{...moved(answer, piece.start), under: problem}]}
}

/** A paragraph outside a list that surely tells a fault, and what was done about it; counted from the piece's start. */
const answeredAt = ofPiece((text, piece): Answered | undefined => {
  if (!piece.opensBlock || isIntroduction(text, piece) || isClosing(text, piece)) return undefined
  const [first] = flowItems({text}, [piece])
  if (!first) return undefined
  const found = splitRemedy(text, {start: first.start, end: piece.end}, [], [], true)
  const [fault] = found.problems
  const [answer] = found.measures
  if (!fault || !answer) return undefined
  const [words, done] = [wordsOf(text, fault), wordsOf(text, answer)]
  if (leaning(words) >= -1 || !admitsFault(words) || leaning(done) <= 0) return undefined
  return {fault: moved(fault, -piece.start), answer: moved(answer, -piece.start), isDone: tellsDone(done)}
})

/** Without a number a paragraph is an item too, where labelled lines below it answer: 问题：… 整改：… */
function withOpeners(text: string, pieces: readonly Piece[]): readonly Piece[] {
  if (pieces.some(({opensBlock, mark, block}) => opensBlock && (mark || block.kind === 'heading'))) return pieces
  if (!pieces.some((piece) => hasMeasureLabel(text, piece))) return pieces
  const openers = new Set(findEntries(text, pieces).map(({head}) => head))
  return pieces.map((piece) =>
    openers.has(piece) ? {...piece, mark: openingOf(piece), wording: new Wording()} : piece,
  )
}

const openingOf = ({start}: Piece): Mark => ({kind: 'bullet', start, end: start, value: undefined, tail: ''})

const answeredOf = ofPiece((text, {body, end}) => answeredLength(text.slice(body, end)))

/** What a heading's piece says behind its title: 针对“X”问题（的整改情况）。… */
function behind(text: string, piece: Piece, length: number): Piece {
  const from = piece.body + length
  const rest = /^[的整改落实进展完成推进情况]*[，。：:\s]*/.exec(text.slice(from, piece.end)) as RegExpExecArray
  return clip(piece, from + rest[0].length, piece.end)
}

/** （六）放射科。记录完整，本次不列问题。 */
const listsNone = ofPiece((text, {body, end}) => LISTS_NONE.test(text.slice(Math.max(body, end - 24), end)))
const LISTS_NONE = /(?:不再?|未|没有)(?:单独|另)?列(?:为|入|出)?(?:问题|隐患)[。；]?$/

/** How long the name is in front of what a speaker says has been or will be done: ——站长接着说：今天已经换了灯。 0 where there is none. */
const replyOf = ofPiece((text, {mark, body, end}) => {
  const speaker = mark?.kind === 'dash' ? SPEAKER.exec(text.slice(body, body + 20))?.[0].length : undefined
  return speaker && leaning(text.slice(body + speaker, end)) > 0 ? speaker : 0
})
const SPEAKER = /^[一-鿿]{2,8}(?:[接又]着?)?(?:说|答|回应|答复|表态|插话)?[：:]/

const isRemedy = ofPiece((text, piece) => tellsRemedy(text.slice(piece.body, piece.end)) && !isClosing(text, piece))

/**
 * 究其原因，… behind the last item of a list in running text speaks of all of them; so does 原因主要是：… where no other item
 * tells its own.
 */
function causesBehind(text: string, node: Node, start: number, isOnly: boolean): number | undefined {
  const isRunning = !node.piece.opensBlock && isEnumerated(node)
  if (!isRunning && !isOnly) return undefined
  const at = text.slice(start, node.piece.end).search(isOnly ? TELLS_CAUSES : CAUSES_OF_ALL)
  return at > 0 ? start + at : undefined
}
const CAUSES_OF_ALL = /(?<=[。；！])\s*(究其原因|究其根源|分析原因|产生(这些|上述|以上))/
const TELLS_CAUSES =
  /(?<=[。；！])\s*(究其原因|究其根源|分析原因|产生(这些|上述|以上)|(?:以上|上述|这些)?(?:问题的?)?(?:主要|根本|深层次?|产生|客观|主观)?的?(?:原因|成因|根源)(?:主要|大致|归结起来)?(?:是|有|在于|为|如下)|归根(?:到底|结底|究底))/

/** Whether the last of a list, and no other, says why: under 存在的问题及原因 or at the end of a list in running text. */
function causesStandLast(text: string, nodes: readonly Branch[]): boolean {
  const tells = ({node}: Branch): boolean => {
    const words = text.slice(node.start, node.end)
    return (words.includes('因') || words.includes('根')) && TELLS_CAUSES.test(words)
  }
  const last = nodes.at(-1)
  return last !== undefined && nodes.length > 1 && tells(last) && !nodes.slice(0, -1).some(tells)
}

/**
 * （一）联系群众方面 over one paragraph: 走访流于形式，全年…12次。答复拖沓。来信9封…: several problems, where each sentence, or
 * a short one and the next, names a fault first and tells a figure behind it.
 */
function faultsOfAspect(text: string, {title, piece, paragraphs, children}: Node): RawItem[] | undefined {
  const isAspect = text.slice(Math.max(title.start, title.end - 3), title.end).includes('方面')
  if (children.length || paragraphs.length > 1 || !isAspect) return undefined
  const from = paragraphs[0] ?? {body: title.end, end: piece.end}
  if (paragraphs[0] && piece.end > title.end) return undefined
  const faults: {start: number; end: number}[] = []
  let isOpen = false
  for (const {index, 0: words} of matchesOf(/[^。！？\s][^。！？]*[。！？]?/g, text.slice(from.body, from.end))) {
    const start = from.body + index
    const end = start + words.length
    const last = faults.at(-1)
    if (isOpen && last) last.end = end
    else faults.push({start, end})
    isOpen = !isOpen && /^[^，。；\d]{3,12}。$/.test(words)
  }
  const isFault = ({start, end}: Span): boolean => {
    const [head = '', name = ''] = /^([^，。；：\d]{4,12})[，。](?=.*\d)/s.exec(text.slice(start, end)) ?? []
    return head !== '' && !CONTINUES.test(name) && leaning(text.slice(start, end)) < 0
  }
  return faults.length > 1 && faults.every(isFault) ? faults.map((fault) => ({...fault, group: title})) : undefined
}

/** In a combined part the problems are the highest list whose members hold labels or plain text. */
function pairedNodes(text: string, nodes: readonly Node[], group?: Span): Branch[] {
  return flatMap(nodes, (node) => {
    if (answeredOf(text, node.piece)) return [{node, group}]
    // 1.问题描述：… 2.整改措施：… the numbered fields of one problem
    const isEntry = node.children.length > 0 && node.children.every((child) => labelOf(text, child.piece))
    if (isEntry && node.children.some(({piece}) => isField(text.slice(piece.body, piece.end)))) return [{node, group}]
    if (node.children.some((child) => isLabelled(text, child)) && !isItselfLabelled(text, node))
      return pairedNodes(text, node.children, node.title)
    if (isLabelled(text, node) || (node.children.length < 2 && !isLonelyGroup(text, node, nodes)))
      return [{node, group}]
    if (isAnsweredBelow(text, node)) return [{node, group}]
    return pairedNodes(text, node.children, node.title)
  })
}

/**
 * 小楼空置多年。 - 委托招租。 - 环卫车调拨使用。: what is listed below answers it. Where nothing but a heading stands above, each
 * member must read so by itself.
 */
function isAnsweredBelow(text: string, {piece, title, paragraphs, children}: Node): boolean {
  if (GROUP.test(text.slice(title.start, title.end))) return false
  const scores = children.map((child) => openingLean(text, child.piece))
  if (scores.every((score) => score > SURE)) return true
  const facts = paragraphs.filter((paragraph) => !isIntroduction(text, paragraph))
  return (
    facts.length > 0 && openingLean(text, piece) < 0 && scores.every((score) => score > -SURE) && mean(scores) > SURE
  )
}

/** 制度执行方面, 一般缺陷（3条） */
const GROUP = /方面|[（(]共?[\d一二三四五六七八九十]{1,2}[个条项处类][）)]。?$/

/** Of the groups of problems in the annotated drafts none has a member that leans so far. */
const SURE = 1
const mean = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0) / values.length
const openingLean = ofPiece((text, {body, end}) => leaning(/^[^。；]*/.exec(text.slice(body, end))?.[0] ?? ''))

/** （三）工程项目方面 with a single item below, beside headings that stand over several. */
const isLonelyGroup = (text: string, node: Node, siblings: readonly Node[]): boolean =>
  node.children.length === 1 &&
  !node.paragraphs.length &&
  isHeadline(text, node) &&
  siblings.some(
    (sibling) =>
      sibling.kind === node.kind && sibling.children.length > 1 && sibling.children[0]?.kind === node.children[0]?.kind,
  )

/** Whether the words of an item, without those under it, hold a measure's label. */
const isItselfLabelled = (text: string, {piece, paragraphs}: Node): boolean =>
  hasMeasureLabel(text, piece) || paragraphs.some((paragraph) => hasMeasureLabel(text, paragraph))

const isLabelled = (text: string, node: Node): boolean =>
  isItselfLabelled(text, node) || node.children.some((child) => isLabelled(text, child))

/** Problems and fixes in flowing text: sentence by sentence. */
function pairFlow(draft: Draft, pieces: readonly Piece[], role: Section['role']): RawItems {
  const items = flowItems(draft, pieces)
  if (role === 'problems') {
    const told = items
      .filter((item) => !tellsRemedyOnly(draft.text, item))
      .map((item) => splitAssigned(draft.text, item))
    return {problems: flatMap(told, (found) => found.problems), measures: flatMap(told, (found) => found.measures)}
  }
  const problems: RawItem[] = []
  const measures: RawItem[] = []
  for (const item of items) {
    const words = draft.text.slice(item.start, item.end)
    const last = problems.at(-1)
    if (
      last &&
      (tellsRemedy(firstSentence(words)) || (isOpen(last, measures) && answersFault(words, wordsOf(draft.text, last))))
    )
      measures.push({...item, under: last})
    else {
      const found = splitRemedy(draft.text, item, [], [], true)
      problems.push(...found.problems)
      measures.push(...found.measures)
    }
  }
  return {problems, measures}
}

const isOpen = (problem: RawItem, measures: readonly RawItem[]): boolean => measures.at(-1)?.under !== problem

const firstSentence = (words: string): string => words.slice(0, words.indexOf('。') + 1 || words.length)

const tellsRemedyOnly = (text: string, item: Span): boolean =>
  /^(针对|对此|下一?步|今后|以上问题|上述问题|这些问题)/.test(text.slice(item.start, item.end))
