import type {Evidence} from './answers.ts'
import {networks} from './data/weights.ts'
import {type Cell, FEATURES} from './features.ts'
import {CONCEPT_NAMES} from './kernel/index.ts'
import {meanScore} from './network.ts'
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

/** Why a pair was judged as it was, in words, strongest first. Only kinds of evidence that words can show. */
export function evidenceOf(cell: Cell, problem: Content, measure: Content): Evidence[] {
  const shown: Readonly<Record<string, () => string>> = {
    words: () => cell.rest.phrases.filter((phrase, index, all) => all.indexOf(phrase) === index).join('、'),
    subject: () => sharedSubjects(problem, measure).join('、'),
    move: () => movesBetween(problem, measure).join('、'),
    place: () => (cell.features[5] === 1 ? '写在该问题之下' : cell.features[8] === 1 ? '排列位置相同' : ''),
    reference: () => (measure.refersTo.includes(cell.problem) ? '点名该问题' : ''),
    figures: () => problem.figures.filter((figure) => measure.figures.includes(figure)).join('、'),
    general: () => (measure.general + measure.empty >= 2 ? '偏于一般工作或表态' : ''),
  }
  const score = meanScore(networks, cell.features)
  return Object.entries(shown)
    .flatMap(([kind, show]) => {
      const words = show()
      return words ? [{kind, words, weight: weightOf(kind, cell, score)}] : []
    })
    .sort((a, b) => b.weight - a.weight)
}

/** How much the score falls when this kind of evidence is as it mostly is. */
function weightOf(kind: string, {features}: Cell, score: number): number {
  const usual = Float64Array.from(features)
  for (const k of COLUMNS[kind] ?? []) usual[k] = networks[0]?.mean[k] ?? 0
  return Math.round((score - meanScore(networks, usual)) * 100) / 100
}

/** How far both sides must be about a subject before it is named. */
const CLEAR = 1

/** At most two subjects that both texts are about. */
function sharedSubjects({sums: sumsA}: Content, {sums: sumsB}: Content): string[] {
  let highestA = 0
  let highestB = 0
  for (let k = 0; k < sumsA.length; k++) {
    highestA = Math.max(highestA, sumsA[k] as number)
    highestB = Math.max(highestB, sumsB[k] as number)
  }
  const found: {name: string; share: number}[] = []
  for (let k = 0; k < sumsA.length; k++) {
    const inA = sumsA[k] as number
    const inB = sumsB[k] as number
    if (inA < CLEAR || inB < CLEAR || inA * 2 < highestA || inB * 2 < highestB) continue
    const name = CONCEPT_NAMES[k] as string
    if (!name.endsWith('＊')) found.push({name, share: Math.min(inA / highestA, inB / highestB)})
  }
  return found
    .sort((x, y) => y.share - x.share)
    .slice(0, 2)
    .map(({name}) => name)
}

/** At most two kinds of fault and move, with the words that show them: 兼任→招募. */
function movesBetween(problem: Content, measure: Content): string[] {
  return problem.kinds.kinds
    .flatMap((kind, index) => {
      const other = measure.kinds.kinds.indexOf(kind)
      if (other < 0) return []
      return [{kind, value: Math.min(problem.kinds.values[index] as number, measure.kinds.values[other] as number)}]
    })
    .sort((a, b) => b.value - a.value || a.kind - b.kind)
    .slice(0, 2)
    .map(({kind}) => `${clearest(problem, kind)}→${clearest(measure, kind)}`)
}

function clearest({hits, words}: Content, kind: number): string {
  const hit = hits.filter((known) => known.kind === kind).sort((a, b) => b.value - a.value || a.start - b.start)[0]
  return hit ? words.slice(hit.start, hit.end) : ''
}
