import type {Draft} from '../draft/draft.ts'
import {flatMap} from '../draft/flat-map.ts'
import {moved, type Span} from '../draft/span.ts'
import {isFullStop} from '../language/characters.ts'
import {leaning} from '../language/leaning.ts'
import {matchesOf} from '../language/matches.ts'
import {admitsFault} from '../language/tone.ts'
import {labelOf} from './labels.ts'
import type {Piece} from './marks.ts'
import {announces, isTally} from './phrases/announcing.ts'
import {closes, offersContact} from './phrases/closing.ts'
import {ofPiece} from './wording.ts'

/** Whether a paragraph below a list only counts what came of it. */
export const isCount = ofPiece(
  (text, piece) => piece.opensBlock && !piece.mark && isTally(text.slice(piece.body, piece.end)),
)

/** Whether a piece is nothing but an introduction: one sentence, not an item's own. */
export const isIntroduction = ofPiece(
  (text, piece) =>
    piece.mark?.kind !== 'label' &&
    piece.end - piece.body <= 120 &&
    sentenceCount(text, piece) <= 2 &&
    announces(text.slice(piece.body, piece.end)),
)

/** Whether a piece only closes the report: short, and not an item of its own; 同时，… may begin it. */
export const isClosing = ofPiece((text, piece) => {
  const {mark} = piece
  const isAdded = mark?.kind === 'sequence' && mark.value === undefined
  if ((mark && !isAdded) || sentenceCount(text, piece) > 3) return false
  const words = text.slice(piece.body, piece.end)
  if (offersContact(words)) return true
  return !words.includes('；') && closes(words)
})

/** Whether a whole paragraph closes the report: below an item it is no part of it, unless a label says so. */
const closesReport = (text: string, piece: Piece): boolean =>
  piece.opensBlock && piece.end === piece.block.end && isClosing(text, piece) && !labelOf(text, piece)

/** The pieces of a part without the paragraphs at its end that close the report. */
export function withoutClosing(text: string, pieces: readonly Piece[]): readonly Piece[] {
  let end = pieces.length
  while (end > 1 && closesReport(text, pieces[end - 1] as Piece)) end--
  return end === pieces.length ? pieces : pieces.slice(0, end)
}

/** Sentences that go on with the one before: they explain, they do not open a new matter. */
export const CONTINUES =
  /^(这|其中|导致|致使|造成|究其|(?:主要|根本|直接|深层次?)?原因|根子|根源|病根|症结|归根|说到底|主要是?因为|因为|因此|所以|甚至|尤其|特别|例如|比如|如[，,：:]|有的|事后|对此|为此|由此|说明|反映出|一旦)/

/** What only tells why: no item of its own, even where none stands before. */
const TELLS_CAUSE = /^(究其原因|(主要|根本)?原因(在于|是)|根子在于|根源在于)/

/** 台账管理不严。… or 充实队伍。由办公室负责，…: a short heading, and behind it a sentence or two that tell more. */
const HEADED =
  /^[^。；，、：！？\d]{3,12}。(?:[^。；！？]{2,40}，|[^。；！？\d]{0,30}\d)[^。；！？]*(?:。(?:[^。；！？]{8,}。?)?)?$/

/** One item a sentence (or half-sentence, where a paragraph is cut by ；). Several plain paragraphs are one item each. */
export function flowItems({text}: Pick<Draft, 'text'>, pieces: readonly Piece[]): Span[] {
  const told = pieces.filter((piece) => piece.end > piece.body && !isClosing(text, piece))
  const paragraphs = told.filter((piece) => !isIntroduction(text, piece))
  // two will do behind a line that announces them
  const least = told[0] && paragraphs[0] !== told[0] && paragraphs.every(({opensBlock}) => opensBlock) ? 2 : 3
  if (paragraphs.length >= least && paragraphs.every((piece) => sentenceCount(text, piece) <= 4))
    return flatMap(paragraphs, (piece) => faultsTold(text, piece).map((span) => moved(span, piece.start)))
  return flatMap(told, (piece) => sentencesOf(text, piece).map((span) => moved(span, piece.start)))
}

/** 另一方面，电线乱拉。 or 灭火器也不够。 in the middle of a paragraph: where one more fault may begin. */
const ONE_MORE = /[。；]\s{0,2}(?=另一方面，|另有|另外，|[^，。；\s]{2,12}也(?:不|没|未|有|存在|还))/g

/** What a paragraph tells is one item, unless a sentence in it surely tells one more fault; counted from the piece's start. */
const faultsTold = ofPiece((text, piece): readonly Span[] => {
  const words = text.slice(piece.body, piece.end)
  const body = piece.body - piece.start
  const cuts = words.includes('也') || words.includes('另') ? matchesOf(ONE_MORE, words) : []
  const starts = [0, ...cuts.map(({index, 0: stop}) => index + stop.length)].filter(
    (at, index) => !index || tellsFault(/^[^。；]*/.exec(words.slice(at))?.[0] ?? ''),
  )
  const isFault = starts.length > 1 && tellsFault(/^[^。；]*/.exec(words)?.[0] ?? '')
  return (isFault ? starts : [0]).map((start, index) => ({
    start: body + start,
    end: body + ((isFault && starts[index + 1]) || words.length),
  }))
})

/** Whether words surely tell a fault. */
export const tellsFault = (words: string): boolean => admitsFault(words) && leaning(words) < SURE_FAULT
const SURE_FAULT = -2.5

const sentenceCount = ofPiece((text, {body, end}) => {
  let count = 0
  for (let at = body; at < end; at++) if (isFullStop(text.charCodeAt(at))) count++
  return count
})

/** Counted from the piece's start. */
const sentencesOf = ofPiece((text, piece): readonly Span[] => {
  const words = text.slice(piece.body, piece.end)
  const body = piece.body - piece.start
  const semicolons = words.match(/；/g)?.length ?? 0
  const isCut = semicolons >= 1 && semicolons >= (words.match(/。/g)?.length ?? 0)
  const separator = isCut ? /[^。；！？]+[。；！？]?/g : /[^。！？]+[。！？]?/g
  const items: {start: number; end: number}[] = []
  for (const match of matchesOf(separator, words)) {
    const lead = /^\s*(?:[^：。；]{2,40}[：:](?=[^：]{8}))?/.exec(match[0])?.[0] ?? ''
    const introduces =
      /(如下|问题|打算|措施|办法|安排|方面|几件事|工作|表现在|主要是|毛病|[以这]下|下面|这里|[几一两三四五六七八九十\d][处条项点个]|做好)[：:]$/.test(
        lead,
      )
    const from = match.index + (introduces ? lead.length : (/^\s*/.exec(match[0])?.[0].length ?? 0))
    const sentence = words.slice(from, match.index + match[0].length)
    const start = body + from
    const end = start + sentence.length
    if (!sentence.trim() || announces(sentence) || closes(sentence)) continue
    const last = items.at(-1)
    if (last && CONTINUES.test(sentence)) last.end = end
    else if (!TELLS_CAUSE.test(sentence)) items.push({start, end})
  }
  const [first] = items
  if (first && HEADED.test(words.slice(first.start - body))) return [{start: first.start, end: piece.end - piece.start}]
  return items
})
