import type {Draft} from '../../draft/draft.ts'
import {isIntroduction} from '../flow.ts'
import type {RawItems} from '../items.ts'
import type {Piece} from '../marks.ts'
import type {Section} from '../sections.ts'
import {mixedItems} from './mixed.ts'

/**
 * The problems of a list above a ledger that are answered in the list: （一）灯坏了四盏。对策：… The ledger only repeats them, or
 * lists the others.
 */
export function answeredAbove(draft: Draft, section: Section): RawItems | undefined {
  if (section.role !== 'problems-plan') return undefined
  let end = section.pieces.findIndex(({block}) => block.kind === 'cell')
  if (end > 0 && leadsToTable(draft.text, section.pieces[end - 1] as Piece)) end--
  const pieces = section.pieces.slice(0, end)
  if (!pieces.some(({mark, opensBlock}) => mark && opensBlock)) return undefined
  const {problems, measures} = mixedItems(draft, {...section, pieces})
  const answered = new Set(measures.map(({under}) => under))
  const told = problems.filter((problem) => answered.has(problem))
  return told.length ? {problems: told, measures: measures.filter(({under}) => under)} : undefined
}

/** 需要限期处理的如下： is no part of the item above it. */
const leadsToTable = (text: string, piece: Piece): boolean =>
  piece.opensBlock && !piece.mark && (isIntroduction(text, piece) || '：:'.includes(text.charAt(piece.end - 1)))
