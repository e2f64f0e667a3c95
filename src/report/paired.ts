import type {Draft} from '../draft/draft.ts'
import type {Span} from '../draft/span.ts'
import {leaning} from '../language/leaning.ts'
import {admitsFault, tellsAction, tellsRemedy} from '../language/tone.ts'
import {trimItem} from './ends.ts'
import type {RawItem, RawItems} from './items.ts'
import {isAnswer} from './labels.ts'
import type {Piece} from './marks.ts'
import {labelledParts} from './paired/labels.ts'
import {splitRemedy} from './paired/remedy.ts'
import {turnAtBlock} from './paired/turn.ts'
import {isNamedFault} from './roles.ts'

/** How far things are, and not what was done: 状态：达到序时进度。 */
const IN_TIME =
  /^(?:已|均|基本|总体|尚未|未)?(?:达到|符合|按)?序时进度(?:要求|推进)?(?:[（(][^（()）]{0,20}[）)])?[。；]?$/

/** The label by which the problem itself is said to follow; 具体表现： goes on with the heading. */
const NAMED =
  /(?:(?:问题|不足|隐患|短板|缺陷|现象|毛病|不(?:符合|合格)项)(?:描述)?|现状|(?<![一-鿿])查|[看查][到见](?:的(?:情况)?|了?(?:什么|啥))?)(?:[】\]][：:]?|[：:])[*\s]*$/

export interface Layout {
  /** The part is said to hold problems and measures, so that an answer needs no word of its own to begin with. */
  readonly isCombined?: boolean
  /** 针对“X”问题: all that stands below is the answer. */
  readonly isAnswered?: boolean
}

/** Cuts what stands under one problem into the problem's own words, measures and labelled fields. */
export function pairedItems(
  draft: Draft,
  first: RawItem,
  rest: readonly Piece[],
  {isCombined = false, isAnswered = false}: Layout = {},
): RawItems {
  const {text} = draft
  const parts: {role: string; start: number; end: number}[] = []
  const add = (role: string, start: number, end: number): void => {
    if (end > start) parts.push({role, start, end})
  }
  const statuses: (Span & {readonly role: 'status'})[] = []
  const pieces = [{start: first.start, body: first.start, end: first.end} as Piece, ...rest]
  const cut = pieces.map((piece) => labelledParts(text, piece))
  // 完成情况：退回2000元。 is the answer itself where no label 整改措施： stands before it
  const answer = cut.some((found) => found.some((part) => part.role === 'measure')) ? 'status' : 'measure'
  const isTold = cut.some((found) => found.some((part) => part.role))
  const turn = isCombined && !isTold ? turnAtBlock(text, pieces) : undefined
  // 关于“X”问题: what stands below it may be the answer; the facts, where a label 整改情况： tells the answer from them
  const isNamed =
    !cut.some((found) => found.some((part) => isAnswer(part.role))) && isNamedFault(text.slice(first.start, first.end))
  const opensAnswer = (words: string): boolean =>
    tellsRemedy(words) || (isNamed && (leaning(words) > 0 || (tellsAction(words) && !admitsFault(words))))
  let role = 'problem'
  for (const [index, piece] of pieces.entries()) {
    const marked = piece.mark !== undefined && piece.start !== first.start
    if (index === turn) role = 'measure'
    for (const part of cut[index] ?? []) {
      if (part.role === 'status') role = IN_TIME.test(text.slice(part.start, part.end)) ? 'status' : answer
      // 整改结果： is the answer itself, or tells how far the one before it has come
      else if (part.tellsStatus && part.role === 'measure' && parts.some(isMeasure)) role = 'status'
      else if (part.role) role = part.role
      else if (role === 'status') role = 'measure'
      else if (role === 'problem' && piece.start !== first.start && opensAnswer(text.slice(part.start, part.end)))
        role = 'measure'
      else if (role === 'problem' && marked && parts.some(isMeasure)) role = 'measure'
      if (part.tellsStatus && part.end > part.start) statuses.push({role: 'status', start: part.start, end: part.end})
      const isList = marked && role === 'measure' && !isStep(piece)
      const from =
        isList && piece.mark && ['enumeration', 'demand', 'ordinal', 'sequence'].includes(piece.mark.kind)
          ? piece.start
          : part.start
      add(isList ? 'listed' : role, from, part.end)
    }
    if (isAnswered && piece.start === first.start) role = 'measure'
  }
  const told = parts.filter((part) => part.role === 'problem')
  // 存在问题：… below a heading that only names the matter
  const named = told.filter(
    ({start}) => start > first.end && NAMED.test(text.slice(Math.max(first.end, start - 12), start)),
  )
  const own = named.length ? named : told
  const problem: RawItem = {
    start: own[0]?.start ?? first.start,
    end: trimItem(text, first.start, own.at(-1)?.end ?? first.end),
    group: first.group,
  }
  const fields = [...parts.filter((part) => ['owner', 'deadline', 'target'].includes(part.role)), ...statuses]
  const measures: RawItem[] = []
  let joined: {start: number; end: number} | undefined
  for (const part of parts) {
    if (part.role === 'listed') measures.push({start: part.start, end: part.end, under: problem, fields})
    else if (part.role === 'measure') {
      // paragraphs of one answer are one measure; a list under the label is one measure an item
      if (joined && parts.indexOf(part) > 0) joined.end = part.end
      else {
        const opened = {start: part.start, end: part.end, under: problem, fields}
        measures.push(opened)
        joined = opened
      }
      continue
    }
    joined = part.role === 'listed' ? undefined : joined
  }
  const closed = measures.filter((item) => saysSomething(text, item))
  return splitRemedy(text, problem, closed, fields, isCombined)
}

/** 整改措施：①…；②…；③… in one paragraph are the steps of one measure; （1）…（2）… and 一是…二是… are several. */
const isStep = ({mark, opensBlock}: Piece): boolean => !opensBlock && mark?.kind === 'circled'

const isMeasure = ({role}: {readonly role: string}): boolean => role === 'measure' || role === 'listed'

/** More than a blank: 【待补充】 alone is no measure, 招两人，9月上岗 is one. */
const saysSomething = (text: string, item: Span): boolean => {
  const words = text.slice(item.start, item.end).replace(/[【[（(][^】\]）)]{0,12}[】\]）)]/g, '')
  return /[一-鿿]{4}|[一-鿿]{2}\d+(?:\.\d+)?[一-鿿]|[一-鿿]{3}，[\d一-鿿]{4}/.test(words)
}
