import {flatMap} from '../draft/flat-map.ts'
import {matchesOf} from '../language/matches.ts'
import {labelOf} from './labels.ts'
import type {Piece} from './marks.ts'
import {titleOf} from './outline.ts'
import {beginsPlan} from './phrases/plan-begins.ts'
import {type HeadingRole, headingRole} from './roles.ts'
import {ofPiece} from './wording.ts'

/** Where a part that holds all problems, then all measures, turns from the one to the other. */
export interface Turn {
  /** The last character of the problems: causes may stand between. */
  readonly end: number
  readonly start: number
}

const LONGEST_HEADING = 20

/**
 * （一）存在的问题 … （二）整改措施 …, or 针对上述问题，采取以下措施： with a new list behind it. Undefined where each
 * problem is followed by its own answer.
 */
export const turnOfPart = (text: string, pieces: readonly Piece[]): Turn | undefined =>
  turnAtHeading(text, pieces) ?? turnAtLabel(text, pieces) ?? turnAtSentence(text, pieces)

interface Head {
  readonly piece: Piece
  readonly level: string | undefined
  readonly said: HeadingRole | undefined
}

/** The short headings among the pieces. */
const headsOf = (text: string, pieces: readonly Piece[]): Head[] =>
  flatMap(pieces, (piece) => {
    if (!isHead(text, piece)) return []
    const level = piece.block.kind === 'heading' && piece.opensBlock ? `#${piece.block.depth}` : piece.mark?.kind
    return [{piece, level, said: saidOf(text, piece)}]
  })

const isHead = ofPiece((text, piece) => {
  if (!piece.mark && piece.block.kind !== 'heading') return false
  const title = titleOf(text, piece)
  return title.end - title.start <= LONGEST_HEADING
})

const saidOf = ofPiece((text, piece) => {
  const title = titleOf(text, piece)
  const words = text.slice(title.start, title.end)
  return QUOTED.test(words) ? undefined : headingRole(words)
})

/** 关于“整改不到位”方面 repeats what others have found: its words name no part. */
const QUOTED = /^(?:关于|针对)?“[^”]+”的?(?:方面|问题)/

function turnAtHeading(text: string, pieces: readonly Piece[]): Turn | undefined {
  const heads = headsOf(text, pieces)
  const problems = heads.find(({said}) => said === 'problems')
  const beside = heads.filter(
    ({level, piece}) => problems && level === problems.level && piece.start > problems.piece.start,
  )
  const plan = beside.find(({said}) => said === 'plan' || said === 'measures')
  if (!plan || beside.some(({said, piece}) => said === 'problems' && piece.start > plan.piece.start)) return undefined
  const causes = beside.find(({said, piece}) => said === 'causes' && piece.start < plan.piece.start)
  return {end: (causes ?? plan).piece.start, start: plan.piece.start}
}

/** 存在的问题及原因 with （一）主要表现 … （二）原因分析: where the causes begin. */
export function causesBegin(text: string, pieces: readonly Piece[]): number | undefined {
  const heads = headsOf(text, pieces)
  const causes = heads.findLast(({said}) => said === 'causes')
  const beside = heads.filter(({level}) => level === causes?.level)
  return causes && beside.length > 1 && beside.at(-1) === causes && beside[0]?.said === 'problems'
    ? causes.piece.start
    : undefined
}

/** One line 整改措施： with a list under it, behind a list of problems. */
function turnAtLabel(text: string, pieces: readonly Piece[]): Turn | undefined {
  const labels = flatMap(pieces, (piece, index) => {
    const label = piece.mark ? undefined : labelOf(text, piece)
    return label?.role === 'measure' ? [{piece, index, isLine: piece.body + label.length === piece.end}] : []
  })
  const [only] = labels
  if (!only?.isLine || labels.length > 1 || !beginsAgain(pieces, only.index)) return undefined
  return {end: only.piece.start, start: only.piece.start}
}

/** At least two numbered items stand before, and the next one counts from 1. */
const beginsAgain = (pieces: readonly Piece[], index: number): boolean =>
  pieces.slice(0, index + 1).filter(({mark}) => mark?.value !== undefined).length >= 2 &&
  pieces.slice(index + 1).find(({mark}) => mark?.value !== undefined)?.mark?.value === 1

/** A sentence that opens the plan once for all: behind a list that begins anew, or among plain sentences. */
export function turnAtSentence(text: string, pieces: readonly Piece[]): Turn | undefined {
  const turns = flatMap(pieces, (piece, index) =>
    piece.block.kind === 'cell' || isAnswerBelow(text, piece, pieces[index - 1])
      ? []
      : planSentences(text, piece).map((at) => ({at: piece.start + at, index})),
  )
  const [only] = turns
  const isPlain = !pieces.some(({mark}) => mark) && only !== undefined && only.at > (pieces[0]?.body ?? 0)
  return only && turns.length === 1 && (isPlain || beginsAgain(pieces, only.index))
    ? {end: only.at, start: only.at}
    : undefined
}

/** 我们这样改：… right below 查到的情况：… answers that one. */
const isAnswerBelow = (text: string, piece: Piece, above: Piece | undefined): boolean =>
  above !== undefined && labelOf(text, piece)?.role === 'measure' && labelOf(text, above)?.role === 'problem'

/** Where sentences of a piece open a plan, from its start. */
const planSentences = ofPiece((text, {start, body, end}): readonly number[] =>
  flatMap(matchesOf(/[^。！？；]+[。！？；]?/g, text.slice(body, end)), ({index, 0: words}) => {
    const space = /^\s*/.exec(words)?.[0].length ?? 0
    return beginsPlan(words.slice(space)) ? [body - start + index + space] : []
  }),
)
