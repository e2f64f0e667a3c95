import {leaning} from '../../language/leaning.ts'
import type {RawItems} from '../items.ts'
import type {Piece} from '../marks.ts'
import {ofPiece} from '../wording.ts'

/** What a speaker answers to the problems above, without the speaker's name: ——站长接着说：今天已经换了灯。 */
export function spokenReply(text: string, piece: Piece): RawItems | undefined {
  const length = speakerLength(text, piece)
  return length ? {problems: [], measures: [{start: piece.body + length, end: piece.end}]} : undefined
}

/** How long the name is in front of what a speaker says has been or will be done; 0 where there is none. */
const speakerLength = ofPiece((text, {mark, body, end}) => {
  const speaker = mark?.kind === 'dash' ? SPEAKER.exec(text.slice(body, body + 20))?.[0].length : undefined
  return speaker && leaning(text.slice(body + speaker, end)) > 0 ? speaker : 0
})
const SPEAKER = /^[一-鿿]{2,8}(?:[接又]着?)?(?:说|答|回应|答复|表态|插话)?[：:]/
