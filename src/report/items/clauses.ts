import type {Draft} from '../../draft/draft.ts'
import {flatMap} from '../../draft/flat-map.ts'
import type {Span} from '../../draft/span.ts'
import {answersClause, type Clause, clausesNamed, findClauses} from '../clauses.ts'
import {trimItem} from '../ends.ts'
import {isClosing} from '../flow.ts'
import type {RawItem, RawItems} from '../items.ts'
import {labelOf} from '../labels.ts'
import {splitAssigned} from '../paired/assigned.ts'
import {hasMeasureLabel} from '../paired/labels.ts'
import {pairedItems} from '../paired.ts'
import type {Section} from '../sections.ts'

/** Behind which what was found stands. */
const SEEN =
  /(?:^|[。；\s])(?:[一-鿿]{0,4}(?:对照|自查|情况|现状|实际|所见|发现|事实(?:描述)?|[看查]到的?)[：:]|【[一-鿿]{0,4}(?:情况|现状|实际|所见|发现|事实)】[：:]?)\s*/m
const LEADS = /^第(?:[一二三四五六七八九十]{1,3}|\d{1,2})[条款][　\s：:，,、]*/

/** The clauses that do not hold are the problems of a report that goes through a regulation; undefined where it does not. */
export function clauseItems(draft: Draft, section: Section): RawItems | undefined {
  const clauses = findClauses(draft.text, section.pieces)
  if (!clauses) return undefined
  const found = flatMap(clauses.list, (clause) => (clause.holds || !clause.verdict ? [] : [failing(draft, clause)]))
  return {problems: flatMap(found, ({problems}) => problems), measures: flatMap(found, ({measures}) => measures)}
}

/** What was found where a clause does not hold, without what it demands and without the verdict. */
function failing(draft: Draft, {number, ...clause}: Clause): RawItems {
  const {text} = draft
  const labelled = clause.pieces.findIndex((piece) => hasMeasureLabel(text, piece))
  const answer = labelled < 0 ? undefined : clause.pieces[labelled]
  const opensAnswer = answer !== undefined && labelOf(text, answer) !== undefined
  const told = factsOf(text, clause, answer && (opensAnswer ? answer.start : answer.end))
  const found = answer
    ? pairedItems(draft, told, clause.pieces.slice(labelled + (opensAnswer ? 0 : 1)))
    : splitAssigned(text, told)
  const problem = {...(found.problems[0] ?? told), numbers: [number]}
  return {problems: [problem], measures: found.measures.map((measure) => ({...measure, under: problem}))}
}

/** Where the facts stand: behind their label, between the demand and the verdict, or behind both. */
function factsOf(text: string, {start, end, verdict}: Omit<Clause, 'number'>, answer = end): Span {
  const words = text.slice(start, answer)
  const seen = SEEN.exec(words)
  const demand = start + words.search(/[。\n]/) + 1
  const [first, last] = [verdict?.start ?? answer, verdict?.end ?? answer]
  const behind = (from: number): Span => spanOf(text, from, first > from ? first : answer)
  if (seen) return behind(start + seen.index + seen[0].length)
  const facts = first > demand ? spanOf(text, demand, first) : spanOf(text, Math.max(demand, last), answer)
  // 第三条，通道堆着纸箱，不符合。 tells what is demanded and what was found in one sentence
  if (facts.end > facts.start) return facts
  return behind(start + (LEADS.exec(words)?.[0].length ?? 0))
}

/** Without the white space around it, and the comma or dash before the verdict. */
function spanOf(text: string, from: number, to: number): Span {
  let start = from
  while (start < to && /[\s。；，]/.test(text.charAt(start))) start++
  let end = trimItem(text, start, to)
  while (end > start && /[，：—\s]/.test(text.charAt(end - 1))) end--
  return {start, end}
}

/** 对应第二条：… 第三条整改：… each paragraph with what is labelled below it; undefined where they do not name what they answer. */
export function clauseAnswers({text}: Draft, {pieces}: Section): RawItem[] | undefined {
  if (pieces.filter((piece) => answersClause(text, piece)).length < 2) return undefined
  const items: (RawItem & {end: number})[] = []
  let isOpen = false
  for (const piece of pieces) {
    if (piece.block.kind === 'cell' || isClosing(text, piece)) continue
    const names = answersClause(text, piece)
    const last = items.at(-1)
    if (names || (piece.opensBlock && piece.mark)) {
      const {body, end} = piece
      items.push({start: body, end, numbers: names ? clausesNamed(text.slice(body, end)) : undefined})
    } else if (last && (!piece.opensBlock || isOpen || labelOf(text, piece))) last.end = piece.end
    isOpen = /[：:]$/.test(text.slice(piece.body, piece.end))
  }
  return items
}
