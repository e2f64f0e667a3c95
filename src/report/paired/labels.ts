import type {Span} from '../../draft/span.ts'
import {matchesOf} from '../../language/matches.ts'
import {trimItem} from '../ends.ts'
import {labelAt, labelOf} from '../labels.ts'
import type {Piece} from '../marks.ts'
import {ofPiece} from '../wording.ts'

/** Whether a measure's label stands at the beginning of a piece or behind a full stop in it. */
export const hasMeasureLabel = ofPiece((text, piece) => {
  if (labelOf(text, piece)?.role === 'measure') return true
  const words = text.slice(piece.body, piece.end)
  return matchesOf(/[。；\s](?=[一-鿿]{1,8}[：:]|【[一-鿿]{1,8}】)/g, words).some(
    ({index}) => labelAt(words.slice(index + 1, index + 17))?.role === 'measure',
  )
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
  for (const match of matchesOf(/[。；，\s](?=[一-鿿]{1,8}[：:]|【[一-鿿]{1,8}】)/g, words)) {
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
