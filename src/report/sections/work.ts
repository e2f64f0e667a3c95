import type {Draft} from '../../draft/draft.ts'
import type {Piece} from '../marks.ts'
import {leadOf} from './by-lead.ts'
import {type Cut, cutAt} from './cut.ts'
import {LONGEST_LINE} from './heads.ts'

/**
 * What stands between the opening paragraph and the first part that was found tells what was done.
 * @param isFlow no headings divide the report; else only what stands below a line like a heading (今年进了多少货) or
 * behind words in bold (**家底。** 库房三个。) is such a part
 */
export function addWork(draft: Draft, body: readonly Piece[], cuts: Cut[], isFlow: boolean): void {
  const [opening] = body
  if (!opening || cuts.some(({role, at}) => role === 'work' || at <= opening.start)) return
  const begins = (piece: Piece): boolean =>
    isFlow || isHeadLike(draft.text, piece) || leadOf(draft, piece) !== undefined
  const second = body.find((piece) => piece.block !== opening.block && begins(piece))
  const firstCut = Math.min(...cuts.map(({at}) => at), Number.POSITIVE_INFINITY)
  if (second && second.start < firstCut && cuts.length) cuts.push(cutAt(second.start, 'work'))
}

/** A short line without a mark, though its words name no part. */
export const isHeadLike = (text: string, {block, mark, opensBlock, body, end}: Piece): boolean =>
  opensBlock &&
  !mark &&
  block.kind === 'paragraph' &&
  end === block.end &&
  end - body <= LONGEST_LINE &&
  !/[。；，：:！]/.test(text.slice(body, end))
