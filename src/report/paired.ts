import type {Draft} from '../draft/draft.ts'
import type {Span} from '../draft/span.ts'
import {bounded, leaning, sum} from '../language/leaning.ts'
import {matchesOf} from '../language/matches.ts'
import {admitsFault, tellsAction, tellsDone, tellsRemedy} from '../language/tone.ts'
import {isSlogan} from '../language/vague.ts'
import type {RawItem, RawItems} from './items.ts'
import type {Piece} from './marks.ts'
import {isAnswer, isNamedFault, labelAt, labelOf} from './roles.ts'
import {turnWithin} from './within.ts'
import {ofPiece} from './wording.ts'

/** Without the white space behind it. */
export function trimItem(text: string, start: number, end: number): number {
  let at = end
  while (at > start && /\s/.test(text.charAt(at - 1))) at--
  return at
}

/** The end of an item in running text: `养老服务方面，` behind its last full stop leads to the next one. */
export function itemEnd(text: string, start: number, end: number): number {
  const trimmed = trimItem(text, start, end)
  if (!'，：'.includes(text.charAt(trimmed - 1))) return trimmed
  let at = trimmed
  while (at > start && !'。；！？'.includes(text.charAt(at - 1))) at--
  return at > start ? at : trimmed
}

/** Whether a measure's label stands at the beginning of a piece or behind a full stop in it. */
export const hasMeasureLabel = ofPiece((text, piece) => {
  if (labelOf(text, piece)?.role === 'measure') return true
  const words = text.slice(piece.body, piece.end)
  return matchesOf(/[。；\s](?=[一-鿿]{2,8}[：:]|【[一-鿿]{2,8}】)/g, words).some(
    ({index}) => labelAt(words.slice(index + 1, index + 17))?.role === 'measure',
  )
})

/** How far things are, and not what was done: 状态：达到序时进度。 */
const IN_TIME =
  /^(?:已|均|基本|总体|尚未|未)?(?:达到|符合|按)?序时进度(?:要求|推进)?(?:[（(][^（()）]{0,20}[）)])?[。；]?$/

/** The label by which the problem itself is said to follow; 具体表现： goes on with the heading. */
const NAMED =
  /(?:(?:问题|不足|隐患|短板|缺陷|现象|毛病|不(?:符合|合格)项)(?:描述)?|现状|[看查][到见](?:的(?:情况)?|了?(?:什么|啥))?)(?:[】\]][：:]?|[：:])[*\s]*$/

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

/** More than a blank: 【待补充】 alone is no measure. */
const saysSomething = (text: string, item: Span): boolean =>
  /[一-鿿]{4}|[一-鿿]{2}\d+(?:\.\d+)?[一-鿿]/.test(
    text.slice(item.start, item.end).replace(/[【[（(][^】\]）)]{0,12}[】\]）)]/g, ''),
  )

/**
 * A problem whose own paragraph goes on to say what was done: cut there.
 * @param isCombined the part is said to hold both, so that an answer needs no word of its own to begin with
 */
export function splitRemedy(
  text: string,
  problem: RawItem,
  measures: readonly RawItem[],
  fields: readonly Span[],
  isCombined = false,
): RawItems {
  if (measures.length) return {problems: [problem], measures}
  const words = text.slice(problem.start, problem.end)
  const cut = isCombined
    ? (commaOf(words) ?? commaIn(words) ?? turnIn(words, true) ?? slogansIn(words))
    : turnIn(words, false)
  if (cut === undefined) return {problems: [problem], measures: []}
  const at = problem.start + cut
  const before = {...problem, end: trimItem(text, problem.start, words.charAt(cut - 1) === '，' ? at - 1 : at)}
  return {problems: [before], measures: [{start: at, end: problem.end, under: before, fields}]}
}

/** The sentence of some words with which they turn to what was done. */
function turnIn(words: string, isCombined: boolean): number | undefined {
  const sentences = matchesOf(/[^。；]+[。；]?/g, words)
  const told = sentences.findIndex(({0: sentence}, index) => index > 0 && tellsRemedy(sentence.trimStart()))
  const found = isCombined ? turnOf(sentences.map(([sentence]) => sentence)) : undefined
  const turn = sentences[found ?? told]
  return turn && turn.index + (/^\s*/.exec(turn[0])?.[0].length ?? 0)
}

/** 锁坏了。进一步提高思想认识，切实加强管理。: where the slogans begin with which a fault is answered at its end. */
function slogansIn(words: string): number | undefined {
  const sentences = matchesOf(/[^。；\s][^。；]*[。；]?/g, words)
  const fault = sentences.findLastIndex(({0: sentence}) => !isSlogan(sentence))
  const told = sentences[fault]?.[0] ?? ''
  return admitsFault(told) && leaning(told) < 0 ? sentences[fault + 1]?.index : undefined
}

/** How much more the words behind a comma must read like an answer than those before it. */
const CLEARLY = 4

/** Each of its commas is weighed. */
const LONGEST_SENTENCE = 200

/** 针对车棚漏雨，油桶没有盖子，8月底前修好: behind which comma the answer begins. */
function commaOf(words: string): number | undefined {
  if (!words.startsWith('针对')) return undefined
  const [sentence] = words.split(/[。；]/, 1) as [string]
  if (sentence.length > LONGEST_SENTENCE) return undefined
  const clauses = sentence.slice('针对'.length).split('，')
  let best: number | undefined
  let most = CLEARLY
  let at = '针对'.length
  let last = leaning(clauses[0] as string)
  for (const [index, clause] of clauses.slice(1).entries()) {
    at += (clauses[index] as string).length + 1
    const next = leaning(clause)
    const behind = leaning(sentence.slice(at))
    const total = behind - leaning(sentence.slice('针对'.length, at))
    // one more clause of the problem does not turn
    if (next > last && behind > 0 && total > most) [best, most] = [at, total]
    last = next
  }
  return best
}

/** 锁坏了，已换锁芯。 behind which comma of the first sentence the answer begins. */
function commaIn(words: string): number | undefined {
  const [sentence] = words.split('。', 1) as [string]
  return turnWithin(sentence, true)
}

/** ，由…负责，6月底前完成。 with which a problem ends. */
const ASSIGNED =
  /[，；](?=(?:现|拟|均|分别|统一)?由[^，。；由]{2,24}(?:负责|牵头|会同|承办|督办|落实)[^。；]{0,30}[年月日度](?:[底末中]|[上中下]旬)?[之以]?[前内底][^。；，]{0,12}[。；]?$)/

/** …3袋。这些已于9月7日销毁; ，当天已更换: with which a problem ends that was settled when the report was written. */
const SETTLED =
  /[，。；](?=(?!其中|有|部分|个别|另)(?:[^，。；已“]{0,8})?(?:已于(?![去前]年)|已由|现已|均已|已全部|已当[场天日即]|已在(?:自查|检查)|当[天日场](?:已|即|就)))/
/** …，但2台至今未修 is the fault itself. */
const OPEN = /[未没仍尚余]|至今|一直/

/** A problem that ends with who settles it by when, or with how it was settled: cut there. */
export function splitAssigned(text: string, problem: RawItem): RawItems {
  const words = text.slice(problem.start, problem.end)
  const found = words.includes('由') ? words.search(ASSIGNED) : -1
  const at = found < 0 ? settledAt(words) : found
  // 由…负责，6月底前完成，至今未动 is the fault itself
  if (at < 4 || OPEN.test(words.slice(at))) return {problems: [problem], measures: []}
  const cut = problem.start + at + 1
  const before = {...problem, end: words.charAt(at) === '。' ? cut : cut - 1}
  return {problems: [before], measures: [{start: cut, end: problem.end, under: before}]}
}

/** One of these is in all that SETTLED finds. */
const SETTLED_WORDS = ['已于', '已由', '现已', '均已', '已全部', '已当', '已在', '当天', '当日', '当场']

function settledAt(words: string): number {
  if (!SETTLED_WORDS.some((word) => words.includes(word))) return -1
  const at = words.search(SETTLED)
  return at >= 0 && leaning(words.slice(at + 1)) > 0 ? at : -1
}

/** What the sentences behind a turn must say together to be an answer: little, since nearly every item has one. */
const LEAST = -0.5
/** From here on a sentence surely tells what was done. */
const SURE = 2

/**
 * Of an item in several paragraphs the one from which it tells what was done: each paragraph tells one thing. Undefined
 * where the turn lies within a paragraph. A heading alone is not yet all of the problem.
 */
function turnAtBlock(text: string, pieces: readonly Piece[]): number | undefined {
  if (pieces.length < 2) return undefined
  const sentences = pieces.map(({body, end}) => leaningsOf(sentencesIn(text.slice(body, end))))
  const isHead = !/[。；]/.test(text.slice(pieces[0]?.start, pieces[0]?.end))
  const turn = turnOfScores(sentences.map(sum), isHead && pieces.length > 2 ? 2 : 1)
  if (turn === undefined) return undefined
  const opening = sentences[turn]?.[0] ?? 0
  return opening > (isHead && turn === 1 ? 0 : -SURE) ? turn : undefined
}

/** What 已 adds to a sentence that does not read like a fault. */
const DONE = 2

/** The sentence from which an item tells what was done: before it they read like faults, from it on like measures. */
function turnOf(sentences: readonly string[]): number | undefined {
  if (sentences.length < 2) return undefined
  const scores = leaningsOf(sentences)
  // 关于“…”的问题。 is all of a problem that others have named
  if (/^关于.+问题。$/.test(sentences[0] as string) && sum(scores.slice(1)) > 0) return 1
  return turnOfScores(scores, goesOn(sentences, scores) ? 2 : 1)
}

/** 固定资产账实有出入。3台设备没有入账。已于3月补登。: behind a short head the fault itself is told. */
function goesOn([head = '', fault = '', ...rest]: readonly string[], scores: readonly number[]): boolean {
  if (!rest.length || !/^[^，；：\d]{4,16}。$/.test(head.trim())) return false
  return admitsFault(fault) && !tellsRemedy(fault.trim()) && (scores[1] ?? 0) < SURE
}

/** Where what stands before reads most like a fault, and what stands behind like what was done about it. */
function turnOfScores(scores: readonly number[], first: number): number | undefined {
  let best: number | undefined
  let most = Number.NEGATIVE_INFINITY
  for (let at = first; at < scores.length; at++) {
    const behind = sum(scores.slice(at))
    const total = behind - sum(scores.slice(0, at))
    if (behind >= LEAST && total > most) [best, most] = [at, total]
  }
  return best
}

const sentencesIn = (words: string): string[] => matchesOf(/[^。；]+[。；]?/g, words).map(([sentence]) => sentence)

/** How each sentence leans; one that only explained itself did nothing. */
const leaningsOf = (sentences: readonly string[]): number[] =>
  sentences.map((words) => {
    if (/(作|做|进行)了?(出|过)?(情况)?说明。?$/.test(words)) return -1
    const score = leaning(words.trim())
    return bounded(score > 0 && tellsDone(words) ? score + DONE : score)
  })

interface LabelledPart extends Span {
  readonly role: string | undefined
  readonly tellsStatus: boolean
}

/** A piece cut at its labels: `责任人：…；时限：…` */
export function labelledParts(text: string, piece: Pick<Piece, 'body' | 'end'>): LabelledPart[] {
  const words = text.slice(piece.body, piece.end)
  const cuts: {role: string | undefined; label: number; start: number; tellsStatus: boolean}[] = []
  const first = labelAt(words)
  cuts.push({role: first?.role, label: 0, start: first?.length ?? 0, tellsStatus: first?.tellsStatus ?? false})
  for (const match of matchesOf(/[。；，\s](?=[一-鿿]{2,8}[：:]|【[一-鿿]{2,8}】)/g, words)) {
    const at = match.index + 1
    const label = labelAt(words.slice(at, at + 16))
    if (label) cuts.push({role: label.role, label: at, start: at + label.length, tellsStatus: label.tellsStatus})
  }
  return cuts.map(({role, start, tellsStatus}, index) => {
    const next = cuts[index + 1]?.label ?? words.length
    // 更换阀门，责任人：… the comma belongs to neither
    const behind = next < words.length && words.charAt(next - 1) === '，' ? next - 1 : next
    const end = trimItem(text, piece.body + start, piece.body + behind)
    let from = piece.body + start
    while (from < end && /\s/.test(text.charAt(from))) from++
    return {role, start: from, end, tellsStatus}
  })
}
