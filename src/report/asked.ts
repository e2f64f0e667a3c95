import type {Draft} from '../draft/draft.ts'
import {flatMap} from '../draft/flat-map.ts'
import type {Span} from '../draft/span.ts'
import {leaning} from '../language/leaning.ts'
import {admitsFault} from '../language/tone.ts'
import {isClosing} from './flow.ts'
import {askedItems} from './items/asked.ts'
import {labelOf} from './labels.ts'
import {clip, type Piece} from './marks.ts'
import {deniesProblems} from './phrases/problems-begin.ts'
import {type HeadingRole, headingRole} from './roles.ts'
import type {Section} from './sections.ts'
import {ofPiece} from './wording.ts'

/** 问：电梯为什么老停？ with its answer. */
export interface Question extends Span {
  readonly title: Span
  /** `problems-plan` where the answer admits a fault, with or without what is done about it. */
  readonly role: 'problems-plan' | 'plan' | 'work'
}

/** A report that answers what others have asked, question by question. */
export interface Asked extends Span {
  readonly questions: readonly Question[]
  /** What follows the last answer, if anything. */
  readonly rest: Piece | undefined
}

const LONGEST_QUESTION = 50
/** 问： 家长问： 居民问题一： in front of what is asked. */
const ASKS = /^(?:[一-鿿]{0,4}问(?:题)?[一二三四五六七八九十\d]{0,2}[：:])?\s?([^。；！]{4,50}?)[？?]?$/
const ASKED = /[？?]$|^[一-鿿]{0,4}问题?[一二三四五六七八九十\d]{0,2}[：:]/
/** Fewer may head the parts of any report. */
const LEAST = 3
const LEAST_ADMITTED = 1

/** Where a question ends that is all of a line, or stands in front of 答：; counted from the piece's start. */
const askedIn = ofPiece(
  (text, {start, body, end, block, opensBlock}): {readonly length: number; readonly words: string} | undefined => {
    if (!opensBlock || block.kind === 'cell') return undefined
    const begins = text.slice(body, Math.min(end, body + LONGEST_QUESTION + 1))
    // most paragraphs ask nothing
    if (!begins.includes('？') && !begins.includes('?') && !begins.includes('问')) return undefined
    const found = BEFORE_ANSWER.exec(begins)
    if (!found && (end !== block.end || end - body > LONGEST_QUESTION)) return undefined
    const words = found ? found[0] : text.slice(body, end)
    const asked = ASKED.test(words) ? ASKS.exec(words)?.[1] : undefined
    return asked === undefined ? undefined : {length: body - start + words.length, words: asked}
  },
)
const BEFORE_ANSWER = /^[^。；！？?]{4,50}[？?](?=\s{0,2}答[：:])/

/** Whether the heading of a part is a question. */
export const asksSomething = (text: string, {title}: Section): boolean =>
  title !== undefined && ASKED.test(text.slice(title.start, title.end))

/** Whether a part is the answer to a question, and no list. */
export const isQuestion = (text: string, section: Section): boolean =>
  section.role === 'problems-plan' &&
  asksSomething(text, section) &&
  section.pieces.length > 0 &&
  !section.pieces.some(({mark}) => mark?.value !== undefined || mark?.kind === 'bullet')

/** Questions that head the parts of a report: 哪些事没做好？ 为什么？ 怎么改？ */
const PART: ReadonlySet<HeadingRole | undefined> = new Set(['problems', 'causes', 'plan', 'measures'])
/** 以后靠什么管住？ behind the others asks for the plan. */
const OF_FUTURE =
  /^(?:那么?|请问|最后)?[，,]?(?:以后|今后|往后|日后|将来|接下来|下一?步|明年|下学期|下半年)[^，]{0,8}(?:怎|如何|靠|什么|啥|哪|打算|安排|保证)/

/** One of these stands in every report that asks something. */
const MARKS = ['？', '?', '问：', '问:', '问题一', '问一', '问1']

/** The questions that a report answers; undefined where it has none, or where they head its parts. */
export function findAsked(draft: Draft, pieces: readonly Piece[]): Asked | undefined {
  const {text} = draft
  if (!MARKS.some((mark) => text.includes(mark))) return undefined
  const titles = pieces.filter((piece) => askedIn(text, piece) !== undefined)
  const asksPlan = (piece: Piece): boolean => OF_FUTURE.test(askedIn(text, piece)?.words ?? '')
  const isPart = (piece: Piece): boolean => !asksPlan(piece) && PART.has(headingRole(askedIn(text, piece)?.words ?? ''))
  if (titles.length < LEAST || titles.some(isPart)) return undefined
  const groups = titles.map((title, index) => {
    const next = titles[index + 1]
    const behind = pieces.slice(pieces.indexOf(title) + 1, next ? pieces.indexOf(next) : undefined)
    const from = title.start + (askedIn(text, title)?.length ?? 0)
    return from < title.end ? [clip(title, from, title.end), ...behind] : behind
  })
  const longest = Math.max(...groups.slice(0, -1).map(blocksOf))
  const answers = groups.map((group) => {
    const answer = upTo(text, group, longest)
    return group === groups.at(-1) && !askedItems(draft, answer).measures.length
      ? withRemedy(text, group, answer)
      : answer
  })
  const questions = answers.map((answer, index): Question => {
    const piece = titles[index] as Piece
    const title = {start: piece.body, end: piece.start + (askedIn(text, piece)?.length ?? 0)}
    const isFault = !deniesFault(text, askedIn(text, piece)?.words ?? '', answer) && admitsIn(draft, answer)
    const role = asksPlan(piece) ? 'plan' : isFault ? 'problems-plan' : 'work'
    return {start: piece.start, end: answer.at(-1)?.end ?? piece.end, title, role}
  })
  if (questions.filter(({role}) => role === 'problems-plan').length < LEAST_ADMITTED) return undefined
  const {start} = questions[0] as Question
  const {end} = questions.at(-1) as Question
  return {questions, start, end, rest: pieces.find((piece) => piece.start >= end)}
}

const blocksOf = (pieces: readonly Piece[]): number => new Set(pieces.map(({block}) => block)).size

/** Behind the last answer other things follow: it has as many paragraphs as the longest of the others. */
function upTo(text: string, pieces: readonly Piece[], most: number): readonly Piece[] {
  let blocks = 0
  const end = pieces.findIndex((piece, index) => {
    if (piece.block !== pieces[index - 1]?.block) blocks++
    return blocks > most || piece.block.kind === 'heading' || (blocks > 1 && isClosing(text, piece))
  })
  return end < 0 ? pieces : pieces.slice(0, end)
}

/** The last answer with the paragraph behind it that tells what is done, where it tells a fault alone. */
function withRemedy(text: string, pieces: readonly Piece[], answer: readonly Piece[]): readonly Piece[] {
  const next = pieces[answer.length]
  if (!next || next.block.kind === 'heading' || isClosing(text, next)) return answer
  return leaning(text.slice(next.body, next.end)) > 0 ? pieces.slice(0, answer.length + 1) : answer
}

/** 有没有过期的？ asks for a fault, 有没有台账？ does not. */
const ASKS_FAULT =
  /(?:有没有|有无|有|是否|是不是|会不会|存不存在)(?!没有)[^，。]{0,10}(?:缺|[少漏错欠坏旧烂乱]|过期|逾期|超|违|问题|毛病|隐患|拖|[不未没]|多收|乱收|挪用)/
const DENIES = /^(?:答[：:])?\s?(?:没有|没|无|不是|不存在|一[个件处样]也没有)[。！，；]/
const BUT = /但|不过|只是|可是|却|唯独|只有|除了|个别/

/** 没有。 to the question for a fault, whatever follows to show it. */
function deniesFault(text: string, question: string, [first, ...others]: readonly Piece[]): boolean {
  if (!first || !ASKS_FAULT.test(question) || !DENIES.test(text.slice(first.body, first.end))) return false
  return !BUT.test(text.slice(first.body, (others.at(-1) ?? first).end))
}

/** Whether an answer tells a fault that it does not deny. */
function admitsIn(draft: Draft, pieces: readonly Piece[]): boolean {
  const {text} = draft
  const {problems, measures} = askedItems(draft, pieces)
  const told = flatMap(problems, ({start, end}) => text.slice(start, end))
  const [first] = measures
  // 我们这样改：… says so
  if (pieces.some((piece) => labelOf(text, piece)?.role === 'measure'))
    return told.some((words) => !deniesProblems(words))
  const isAnswered = first !== undefined && leaning(text.slice(first.start, first.end)) > 0
  return told.some(
    (words) =>
      !deniesProblems(words) &&
      (admitsFault(words) ? leaning(words) < (isAnswered ? 0 : SURELY) : isAnswered && leaning(words) < SURELY),
  )
}

/** What an answer that tells a fault and nothing else, or in words that name none, must lean to. */
const SURELY = -2
