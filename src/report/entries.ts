import {isAnswer, labelOf} from './labels.ts'
import type {MarkKind, Piece} from './marks.ts'
import {hasMeasureLabel} from './paired/labels.ts'

/** A problem with the labelled lines below it: （一）…。 整改措施：… 责任人：… */
export interface Entry {
  /** The heading, item or paragraph that tells the problem. */
  readonly head: Piece
  /** The first line that is labelled as an answer, or the head itself where it runs on to one. */
  readonly answer: Piece | undefined
  /** 存在问题： or 整改措施： over a list: many problems, or answers to many. */
  readonly isList: boolean
  /** 【看到的】 below its head tells the problem: the head, 一号：西瓜地, only says where. */
  readonly isTold: boolean
}

/** The entries of some pieces, in reading order; of those without an answer only what a label calls a problem. */
export function findEntries(text: string, pieces: readonly Piece[]): Entry[] {
  const entries: Entry[] = []
  let head: Piece | undefined
  let isAnswered = false
  let isList = false
  let isTold = false
  // items one behind the other that have no answer
  let run = 0
  // a label that is a line of its own goes on in the paragraph behind it
  let isOpen = false
  let isProblemLine = false
  // 存在问题： may stand over several, told in one paragraph
  let isNamed = false
  // what the list under such a label is marked with
  let listed: MarkKind | undefined
  const begin = (piece: Piece): void => {
    if (head && !isAnswered && (isTold || isProblem(text, head)))
      entries.push({head, answer: undefined, isList, isTold})
    run = head?.mark && !isAnswered && head.mark.kind === piece.mark?.kind ? run + 1 : 1
    head = piece
    isAnswered = false
    isList = false
    isTold = false
    listed = undefined
  }
  const end = (answer: Piece): void => {
    if (head && !isAnswered)
      entries.push({head, answer, isList: isList || (run > 1 && (isProblemLine || isLine(text, answer))), isTold})
    isAnswered = true
    isProblemLine = false
  }
  for (const piece of pieces) {
    if (piece.block.kind === 'cell') continue
    if (!piece.opensBlock) {
      // 另外，… goes on with the same
      isList ||= isNamed && !isAnswered && piece.mark?.value !== undefined
      continue
    }
    const role = labelOf(text, piece)?.role
    const goesOn = isOpen
    if (goesOn && isAnswered && piece.mark && piece.mark.kind !== head?.mark?.kind) listed = piece.mark.kind
    isOpen = role !== undefined && isLine(text, piece)
    if (listed && piece.mark?.kind === listed) continue
    if (isAnswer(role)) end(piece)
    else if (role === 'problem' || (!role && (piece.mark || piece.block.kind === 'heading'))) {
      isNamed = role !== undefined && !MANIFEST.test(text.slice(piece.body, piece.end))
      if (isNamed && isLine(text, piece)) isProblemLine = true
      // 具体表现：… goes on with the heading above
      const isNext = isNamed && head !== undefined && isProblem(text, head)
      if (!role || piece.mark || !head || isAnswered || isNext || isPlain(text, head)) begin(piece)
      else isTold ||= isNamed && !labelOf(text, head)
      // 看到的：… 为啥：… 咋办：… in one paragraph
      if (role && hasMeasureLabel(text, piece)) end(piece)
    } else if (!role && hasMeasureLabel(text, piece)) {
      if (!head || isAnswered) begin(piece)
      end(piece)
    } else if (!role && !goesOn && (!head || isAnswered || (!entries.length && isPlain(text, head)))) begin(piece)
  }
  if (head) begin(head)
  return entries
}

const MANIFEST = /^[^看查]{0,6}(?:表现|情况)/

/** Of plain paragraphs the one in front of the answer tells the first problem. */
const isPlain = (text: string, head: Piece): boolean =>
  !head.mark && head.block.kind !== 'heading' && !labelOf(text, head)

/** Whether a label is all that a piece says. */
const isLine = (text: string, piece: Piece): boolean => piece.body + (labelOf(text, piece)?.length ?? 0) === piece.end

/**
 * The problems with labelled answers below them, where a report is made of such. A lone 整改措施： is the heading of a part, unless
 * 反馈问题： or 【问题】 stands in front.
 */
export function answeredFaults(text: string, body: readonly Piece[]): readonly Entry[] {
  if (!body.some((piece) => piece.opensBlock && opensAnswer(text, piece))) return []
  const found = findEntries(text, body)
  const entries = found.filter((entry) => answersFault(text, entry))
  const single = entries.filter(({isList}) => !isList)
  const [first] = single
  if (!first || single.length * 2 <= entries.length) return []
  if (single.length < 2 && !(isProblem(text, first.head) && isMarked(text, first.head))) return []
  // one more place that nothing was done about
  return found.filter((entry) => single.includes(entry) || (entry.isTold && !entry.answer))
}

/** A label of an answer at the beginning of a piece, or behind that of a problem. */
function opensAnswer(text: string, piece: Piece): boolean {
  const role = labelOf(text, piece)?.role
  return isAnswer(role) || (role === 'problem' && hasMeasureLabel(text, piece))
}

/** 整改措施： and 怎么改： are said of a fault; 主要做法： 完成情况： of any work, unless 问题： stands above. */
const OF_FAULT =
  /^.{0,4}(?:整改|改进|处理|处置|解决|补救|防范)|^[【[]?(?:(?:具体|下一步)?措施|对策|改法|(?:打算|准备)?[怎咋]么?[改补治])/
const answersFault = (text: string, {head, answer, isTold}: Entry): boolean =>
  answer !== undefined &&
  (answer === head || isTold || isProblem(text, head) || OF_FAULT.test(text.slice(answer.body, answer.end)))

const isProblem = (text: string, piece: Piece): boolean => labelOf(text, piece)?.role === 'problem'

const isMarked = (text: string, {mark, body}: Piece): boolean => mark !== undefined || /[【[]/.test(text.charAt(body))
