import {flatMap} from '../draft/flat-map.ts'
import type {Span} from '../draft/span.ts'
import {splitSentences} from '../language/sentences.ts'
import type {Report} from './report.ts'
import {coreOf, ownUnits, titleUnit} from './unit-names.ts'
import type {UserData} from './user-data.ts'

export type OtherReport = UserData['against'][number]

/** A sentence that stands in another report too, but for figures, dates and names. */
export interface CopiedSentence extends Span {
  /** The words of the other report. */
  readonly theirs: string
}

/** How much of a report stands in another. */
export interface Copy {
  readonly other: OtherReport
  readonly sentences: readonly CopiedSentence[]
  /** Copied characters among those of all sentences that were compared, 0 to 1. */
  readonly share: number
  /** The longest run of sentences that follow one another in both reports. */
  readonly run: readonly CopiedSentence[]
}

const GRAM = 3
/** Jaccard coefficient of the grams from which two sentences count as the same; a word or two may differ. */
const NEAR = 0.65
/** A gram that stands in more sentences is a phrase of the trade and proposes no pair. */
const COMMON = 8
/** A sentence shorter than this that stands in as many reports is a slogan or a form, and nobody's own. */
const SLOGAN = 30
const MANY = 3
/** Sentences that may be skipped within a run. */
const SKIP = 1

interface OtherSentence {
  readonly words: string
  readonly key: string
  readonly grams: ReadonlySet<string>
}

interface Index {
  readonly sentences: readonly OtherSentence[]
  readonly byKey: ReadonlyMap<string, number>
  readonly byGram: ReadonlyMap<string, readonly number[]>
}

/** Each other report is read once, however many drafts are compared with it. */
const indexes = new WeakMap<OtherReport, Index>()

/** Words as they are compared: without number in front, marks, and the unit's names; every figure is the same. */
function keyOf(words: string, names: readonly string[]): string {
  let key = words
  for (const name of names) key = key.replaceAll(name, '')
  return key
    .replace(/^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．是要]/, '')
    .replace(/[\d.％%]+|[〇零一二两三四五六七八九十百千万亿]+/g, '0')
    .replace(/[^一-鿿0A-Za-z]/g, '')
}

function gramsOf(key: string): Set<string> {
  const grams = new Set<string>()
  for (let at = 0; at + GRAM <= key.length; at++) grams.add(key.slice(at, at + GRAM))
  return grams
}

/** The names that a text has for its own unit: in its first line and its last ones. */
function namesIn(text: string): string[] {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim())
  const signatures = lines.slice(-3).filter((line) => line.trim().length <= 20 && !/[，。；：\d]/.test(line))
  const names = [titleUnit(lines[0] ?? ''), ...signatures].map((name) => coreOf(name?.trim() ?? ''))
  return names.filter((name) => name.length >= 2).sort((a, b) => b.length - a.length)
}

function indexOf(other: OtherReport): Index {
  const known = indexes.get(other)
  if (known) return known
  const names = namesIn(other.text)
  const sentences: OtherSentence[] = []
  const byKey = new Map<string, number>()
  const byGram = new Map<string, number[]>()
  for (const span of splitSentences(other.text, {start: 0, end: other.text.length})) {
    // a line without a full stop, a heading, is a sentence of its own
    for (const words of other.text.slice(span.start, span.end).split(/[\r\n]+/)) {
      const key = keyOf(words, names)
      if (key.length < GRAM) continue
      const grams = gramsOf(key)
      const number = sentences.push({words: words.trim(), key, grams}) - 1
      if (!byKey.has(key)) byKey.set(key, number)
      for (const gram of grams) {
        const holders = byGram.get(gram)
        if (!holders) byGram.set(gram, [number])
        else if (holders.length <= COMMON) holders.push(number)
      }
    }
  }
  const index = {sentences, byKey, byGram}
  indexes.set(other, index)
  return index
}

/** The sentence of another report that says the same, by its number. */
function find(key: string, grams: ReadonlySet<string>, {sentences, byKey, byGram}: Index): number | undefined {
  const same = byKey.get(key)
  if (same !== undefined) return same
  const shared = new Map<number, number>()
  for (const gram of grams) {
    const holders = byGram.get(gram)
    if (!holders || holders.length > COMMON) continue
    for (const number of holders) shared.set(number, (shared.get(number) ?? 0) + 1)
  }
  let best: {number: number; share: number} | undefined
  for (const [number, common] of shared) {
    const share = common / (grams.size + (sentences[number] as OtherSentence).grams.size - common)
    if (share >= NEAR && share > (best?.share ?? 0)) best = {number, share}
  }
  return best?.number
}

/** How much of a report stands in each of the others, in their order. @param shortest of a sentence, in characters */
export function findCopies(report: Report, shortest: number): readonly Copy[] {
  const {against} = report.user
  if (!against.length) return []
  const names = [...ownUnits(report)].sort((a, b) => b.length - a.length)
  const own = flatMap(report.sentences, ({start, end, block}) => {
    const key = block.kind === 'heading' ? '' : keyOf(report.words({start, end}), names)
    return key.length < shortest ? [] : [{start, end, key, grams: gramsOf(key)}]
  })
  const others = against.map(indexOf)
  const compared = own.filter(
    ({key}) => key.length >= SLOGAN || others.filter(({byKey}) => byKey.has(key)).length < MANY,
  )
  const all = compared.reduce((sum, {key}) => sum + key.length, 0)
  return others.map((index, at) => {
    const numbers = compared.map(({key, grams}) => find(key, grams, index))
    const told = compared.map(
      ({start, end}, which): CopiedSentence => ({
        start,
        end,
        theirs: index.sentences[numbers[which] ?? -1]?.words ?? '',
      }),
    )
    const copied = compared.reduce((sum, {key}, which) => sum + (numbers[which] === undefined ? 0 : key.length), 0)
    return {
      other: against[at] as OtherReport,
      sentences: told.filter((_, which) => numbers[which] !== undefined),
      share: all ? copied / all : 0,
      run: longestRun(numbers).map((which) => told[which] as CopiedSentence),
    }
  })
}

/** The longest stretch of sentences whose counterparts follow one another; their indexes. */
function longestRun(numbers: readonly (number | undefined)[]): number[] {
  let best = {from: 0, length: 0}
  let length = 0
  let last = -1
  numbers.forEach((number, which) => {
    const follows = number !== undefined && number > last && number <= last + 1 + SKIP
    length = number === undefined ? 0 : follows && length ? length + 1 : 1
    last = number ?? -1
    if (length > best.length) best = {from: which - length + 1, length}
  })
  return Array.from({length: best.length}, (_, at) => best.from + at)
}
