import type {Span} from '../../draft/span.ts'
import {matchesOf} from '../matches.ts'

/** A word, or what stands between words. */
export interface Token extends Span {
  readonly kind: 'word' | 'punctuation' | 'symbol' | 'space'
  /** What a word consists of: 3.5 is text, a mark and text again. Empty for other tokens. */
  readonly parts: readonly Part[]
}

interface Part extends Span {
  readonly isText: boolean
}

const LETTER = String.raw`(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])`

/** Chinese characters; letters and digits of other scripts, joined by single marks; space; a mark, …… as one; a symbol. */
const TOKEN = new RegExp(
  String.raw`(\p{Script=Han}+)|(${LETTER}+(?:[.'’_\-]${LETTER}+)*)|([\s\uFEFF]+)|(([—…\-.!！?？。])\5+|\p{P})|[^]`,
  'gu',
)

export function splitTokens(text: string, {start, end}: Span): Token[] {
  return matchesOf(TOKEN, text.slice(start, end)).flatMap((match): Token[] => {
    const [value, han, word, space, punctuation] = match
    const from = start + match.index
    const span = {start: from, end: from + value.length}
    if (han) return cutWords(han, from).map((cut) => ({kind: 'word', ...cut, parts: [{...cut, isText: true}]}))
    if (word) return [{kind: 'word', ...span, parts: partsOf(word, from)}]
    return [{kind: space ? 'space' : punctuation ? 'punctuation' : 'symbol', ...span, parts: []}]
  })
}

const partsOf = (word: string, start: number): Part[] =>
  matchesOf(/[.'’_-]|[^.'’_-]+/g, word).map(({index, 0: value}) => ({
    start: start + index,
    end: start + index + value.length,
    isText: !/^[.'’_-]/.test(value),
  }))

/** Made once, when first needed: it loads a dictionary. Undefined where the platform has none. */
let segmenter: Intl.Segmenter | undefined
const getSegmenter = (): Intl.Segmenter | undefined =>
  (segmenter ??= typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', {granularity: 'word'}) : undefined)

/** The segmenter's time grows with the square of what it is given, and each segment keeps a copy of that. */
const LONGEST_RUN = 400

/** Cuts a run of Chinese characters into words, without a segmenter into single characters. */
function cutWords(run: string, start: number): Span[] {
  const words: Span[] = []
  for (let from = 0; from < run.length; ) {
    let to = Math.min(run.length, from + LONGEST_RUN)
    if (to < run.length && isHighSurrogate(run.charCodeAt(to - 1))) to++
    const piece = run.slice(from, to)
    let at = start + from
    for (const segment of getSegmenter()?.segment(piece) ?? [...piece]) {
      const length = typeof segment === 'string' ? segment.length : segment.segment.length
      words.push({start: at, end: at + length})
      at += length
    }
    from = to
  }
  return words
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff
