import {flatMap} from '../../draft/flat-map.ts'
import {leaning} from '../../language/leaning.ts'
import {admitsFault} from '../../language/tone.ts'
import type {RawItems} from '../items.ts'
import {clip, type Mark, type Piece} from '../marks.ts'
import {ofPiece, Wording} from '../wording.ts'

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

/** Who reports what was found: 一组： 居民代表说： 门卫：, but not 台账：, which says what about. */
const REPORTER =
  /^(?:第?[一二三四五六七八九十\d]{1,2}组|[一-鿿]{0,6}(?:组|书记|主任|代表|委员|(?<![成增时特])长|(?<![党人成动])员|医生|护士|老师|师傅|门卫|家长|居民|村民|业主))[甲乙丙丁]?(?:说|反映|发言)?[：:]\s{0,2}/
/** A word of the speaker's own about no fault: 说了几年，希望这回有时间、有人头。 */
const WISHES = /希望|盼|建议|赞成|同意|没意见/
/** 还有井盖松了。 in the middle of what one says is one more fault. */
const ONE_MORE = /(?<=[。；])\s{0,2}(?:还有|另外|再就是|再一个)(?:就是)?[，：]?/

const reporterLength = ofPiece((text, {opensBlock, block, body, end}) => {
  if (!opensBlock || block.kind === 'cell') return 0
  const words = text.slice(body, Math.min(end, body + 20))
  return words.includes('：') || words.includes(':') ? (REPORTER.exec(words)?.[0].length ?? 0) : 0
})

/** What several say one after the other, without their names and without what tells no fault; two faults of one are two pieces. */
export function withoutSpeakers(text: string, pieces: readonly Piece[]): readonly Piece[] {
  if (pieces.filter((piece) => reporterLength(text, piece)).length < 2) return pieces
  return flatMap(pieces, (piece) => {
    const body = piece.body + reporterLength(text, piece)
    const words = text.slice(body, piece.end)
    if (body === piece.body || leaning(words) > 0) return [piece]
    if (WISHES.test(words) && !admitsFault(words)) return []
    const more = ONE_MORE.exec(words)
    const from = more ? body + more.index + more[0].length : piece.end
    const first = {...piece, body, end: more ? body + more.index : piece.end, wording: new Wording()}
    if (!more || leaning(text.slice(from, piece.end)) > -1) return [{...first, end: piece.end}]
    return [first, {...clip(piece, from, piece.end), mark: piece.mark && silent(piece.mark, from)}]
  })
}

const silent = ({kind, value, tail}: Mark, at: number): Mark => ({kind, value, tail, start: at, end: at})
