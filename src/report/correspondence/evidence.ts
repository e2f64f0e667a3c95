import {flatMap} from '../../draft/flat-map.ts'
import type {Evidence} from './answers.ts'
import {networks, USUAL} from './data/weights.ts'
import {FEATURES} from './features.ts'
import {hitsOf, type KindHit, kindsOf, subjectsOf, toneOf} from './kernel/items.ts'
import {CONCEPT_NAMES, type Item} from './kernel/kernel.ts'
import {commonMarks, scoreRows} from './kernel/pairs.ts'
import type {Content} from './profile.ts'

/** Which features speak for which kind of evidence. */
const GROUPS: Readonly<Record<string, readonly (typeof FEATURES)[number][]>> = {
  words: [
    'words',
    'words of the problem',
    'rarest word',
    'head in measure',
    'head in head',
    'phrases',
    'phrase length',
    'words in wordy draft',
    'words in row',
    'words in column',
  ],
  subject: [
    'concepts',
    'concepts besides',
    'concepts in wordy draft',
    'besides in row',
    'besides in column',
    'meaning in row',
    'meaning in column',
  ],
  move: ['moves', 'moves besides', 'strongest move'],
  place: ['under it', 'under another', 'distance', 'same place'],
  reference: ['named by number'],
  figures: ['figures'],
  general: ['general', 'empty', 'phrase in general task'],
}

const COLUMNS: Readonly<Record<string, readonly number[]>> = Object.fromEntries(
  Object.entries(GROUPS).map(([kind, names]) => [kind, names.map((name) => FEATURES.indexOf(name))]),
)

/**
 * Why a pair was judged as it was, in words, strongest first. Only kinds of evidence that words can show.
 * @param index that of the problem
 * @param features those of the pair
 */
export function evidenceOf(index: number, features: Float64Array, problem: Content, measure: Content): Evidence[] {
  const shown: Readonly<Record<string, () => string>> = {
    words: () => [...new Set(commonPhrases(problem, measure))].join('、'),
    subject: () => sharedSubjects(problem, measure).join('、'),
    move: () => movesBetween(problem, measure).join('、'),
    place: () => (features[5] === 1 ? '写在该问题之下' : features[8] === 1 ? '排列位置相同' : ''),
    reference: () => (measure.refersTo.includes(index) ? '点名该问题' : ''),
    figures: () => problem.figures.filter((figure) => measure.figures.includes(figure)).join('、'),
    general: () => (soundsGeneral(measure.item) ? '偏于一般工作或表态' : ''),
  }
  const found = flatMap(Object.entries(shown), ([kind, show]) => {
    const words = show()
    return words ? [{kind, words}] : []
  })
  const [score, ...without] = scoreRows([features, ...found.map(({kind}) => usual(kind, features))], networks)
  return found
    .map(({kind, words}, at) => ({kind, words, weight: fallOf(score as number, without[at] as number)}))
    .sort((a, b) => b.weight - a.weight)
}

/** A pair's features, those of one kind of evidence as they mostly are. */
function usual(kind: string, features: Float64Array): Float64Array {
  const changed = features.slice()
  for (const k of COLUMNS[kind] ?? []) changed[k] = USUAL[k] ?? 0
  return changed
}

/** How much the score falls without a kind of evidence. */
const fallOf = (score: number, without: number): number => Math.round((score - without) * 100) / 100

function soundsGeneral(measure: Item): boolean {
  const {general, empty} = toneOf(measure)
  return general + empty >= 2
}

/** The phrases that both hold, as they stand in the problem. */
function commonPhrases(problem: Content, measure: Content): string[] {
  const {words} = problem
  const marks = commonMarks(problem.item, measure.item, words.length)
  const phrases: string[] = []
  for (let start = marks.indexOf(1); start >= 0; ) {
    const end = marks.indexOf(0, start)
    phrases.push(words.slice(start, end < 0 ? marks.length : end))
    start = end < 0 ? -1 : marks.indexOf(1, end)
  }
  return phrases
}

/** At most two subjects that both texts are about. */
function sharedSubjects(problem: Content, measure: Content): string[] {
  const left = subjectsOf(problem.item)
  const right = subjectsOf(measure.item)
  const highest = Math.max(...left.map(({sum}) => sum))
  const highestRight = Math.max(...right.map(({sum}) => sum))
  return flatMap(left, ({document, sum}) => {
    const other = right.find((subject) => subject.document === document)
    const name = CONCEPT_NAMES[document] as string
    if (!other || name.endsWith('＊')) return []
    return [{name, share: Math.min(sum / highest, other.sum / highestRight)}]
  })
    .sort((x, y) => y.share - x.share)
    .slice(0, 2)
    .map(({name}) => name)
}

/** At most two kinds of fault and move, with the words that show them: 兼任→招募. */
function movesBetween(problem: Content, measure: Content): string[] {
  const {kinds, strengths} = kindsOf(problem.item)
  const other = kindsOf(measure.item)
  const common: {kind: number; value: number}[] = []
  kinds.forEach((kind, index) => {
    const at = other.kinds.indexOf(kind)
    if (at >= 0) common.push({kind, value: Math.min(strengths[index] as number, other.strengths[at] as number)})
  })
  if (!common.length) return []
  const faults = hitsOf(problem.item)
  const moves = hitsOf(measure.item)
  return common
    .sort((a, b) => b.value - a.value || a.kind - b.kind)
    .slice(0, 2)
    .map(({kind}) => `${clearest(problem.words, faults, kind)}→${clearest(measure.words, moves, kind)}`)
}

function clearest(words: string, hits: readonly KindHit[], kind: number): string {
  const shown = hits.filter((hit) => hit.kind === kind)
  const hit = shown.sort((a, b) => b.value - a.value || a.start - b.start)[0]
  return hit ? words.slice(hit.start, hit.end) : ''
}
