import {matchesOf} from '../language/matches.ts'
import type {Piece} from './marks.ts'
import {beginsCauses} from './phrases/causes-begin.ts'
import {beginsPlan, isDecision} from './phrases/plan-begins.ts'
import {answersToo, beginsProblems} from './phrases/problems-begin.ts'
import type {Role} from './roles.ts'
import {ofPiece} from './wording.ts'

const opensCauses = ofPiece(
  (text, piece) =>
    piece.opensBlock &&
    !piece.mark &&
    piece.block.kind === 'paragraph' &&
    beginsCauses(text.slice(piece.body, piece.end)),
)

/** The paragraph in which the causes of all problems begin: the only one of its kind, behind the last of them. */
export function causesParagraph(text: string, pieces: readonly Piece[]): Piece | undefined {
  const at = pieces.findIndex((piece, index) => index > 0 && opensCauses(text, piece))
  const isLast = !pieces.slice(at + 1).some((piece) => piece.opensBlock && (piece.mark || opensCauses(text, piece)))
  return at > 0 && isLast ? pieces[at] : undefined
}

/** Whether a piece opens the plan for all faults named above it: 会议议定以下事项： */
export const opensPlan = ofPiece((text, {mark, opensBlock, body, end}) => {
  const words = text.slice(body, end)
  return opensBlock && !mark && /[：:]$/.test(words) && (beginsPlan(words) || isDecision(words))
})

export interface Start {
  readonly at: number
  readonly role: Role
}

/** Where problems and plan begin in text that no heading divides, sentence by sentence. */
export function flowStarts(text: string, pieces: readonly Piece[], wanted: ReadonlySet<Role>): Start[] {
  const starts: Start[] = []
  let wantsProblems = wanted.has('problems')
  let plan: Start | undefined
  for (const piece of pieces) {
    if (piece.block.kind === 'cell') continue
    // 问题三：… goes on with a list
    const isWithin = piece.mark?.kind === 'label' && piece.mark.value !== 1
    for (const sentence of matchesOf(/[^。！？]+[。！？]?/g, text.slice(piece.body, piece.end))) {
      const at = piece.body + sentence.index
      if (wantsProblems && !isWithin && beginsProblems(sentence[0])) {
        starts.push({at, role: wanted.has('plan') && answersToo(sentence[0]) ? 'problems-plan' : 'problems'})
        wantsProblems = false
      } else if (
        starts.at(-1)?.role === 'problems' &&
        wanted.has('causes') &&
        at === piece.block.start &&
        beginsCauses(sentence[0])
      ) {
        starts.push({at, role: 'causes'})
      } else if (
        wanted.has('plan') &&
        sentence.index === 0 &&
        (beginsPlan(sentence[0]) || (!wantsProblems && isDecision(sentence[0])))
      ) {
        plan = {at, role: 'plan'}
        if (!wantsProblems) return [...starts, plan]
        if (/^(针对|对照|对于|围绕)|[：:]$/.test(sentence[0])) return [plan]
      }
    }
  }
  return starts
}
