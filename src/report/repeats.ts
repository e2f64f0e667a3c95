import {contains, type Span} from '../draft/span.ts'
import {matchesOf} from '../language/matches.ts'
import {Holders, NEAR} from './repeats/holders.ts'
import type {Report} from './report.ts'
import {areSame, leadLength, type Statement} from './statements.ts'

/** A sentence that says (nearly) what an earlier one says. `share` is that of common 5-grams, 1 where they are equal. */
export interface Repeat {
  readonly at: Span
  readonly first: Span
  readonly share: number
}

/** @param shortest in characters, marks not counted */
export function findRepeats({text, statements}: Report, shortest: number): readonly Repeat[] {
  const repeats: Repeat[] = []
  const firsts = new Map<number, Statement>()
  const seen: Statement[] = []
  const holders = new Holders(statements)
  for (const statement of statements) {
    const {length, hash, grams} = statement
    if (length < shortest) continue
    const first = firsts.get(hash)
    if (first && areSame(text, first, statement)) {
      repeats.push({at: statement, first, share: 1})
      continue
    }
    firsts.set(hash, statement)
    if (!grams) continue
    const number = seen.push(statement) - 1
    const told = holders.tellingOf(grams)
    if (!told.length) continue
    const near = nearest(grams, seen, holders.of(told))
    if (near) repeats.push({at: statement, first: near.at, share: near.share})
    holders.add(told, number)
  }
  return repeats
}

const CLAUSE = /[^，。；：！？\n]+/g
/** 37处, and not only 2025年 or 6月3日. */
const COUNTED = /\d(?![\d.]*\s?[年月日号])/
/** Shorter ones may sum up what was said before. */
const SHORTEST_RUN = 24

/** What the last paragraph repeats word for word within a sentence: two clauses and a number that stand further above. */
export function closingRepeats({text, blocks, frame}: Report): readonly Repeat[] {
  const last = blocks.findLast(({kind, end}) => kind === 'paragraph' && end <= frame.body.end)
  if (!last || last.list || leadLength(text, last.start)) return []
  const words = text.slice(last.start, last.end)
  if (!COUNTED.test(words)) return []
  const clauses = matchesOf(CLAUSE, words).map(({index, 0: clause}) => ({
    start: last.start + index,
    end: last.start + index + clause.length,
  }))
  const repeats: Repeat[] = []
  clauses.forEach(({start}, index) => {
    const end = clauses[index + 1]?.end ?? start
    if (end - start < SHORTEST_RUN || start < (repeats.at(-1)?.at.end ?? 0)) return
    const run = text.slice(start, end)
    const first = COUNTED.test(run) ? text.indexOf(run) : -1
    if (first >= 0 && first < last.start)
      repeats.push({at: {start, end}, first: {start: first, end: first + run.length}, share: 1})
  })
  return repeats
}

/** Those that are no part of others. */
export const apartFrom = (others: readonly Repeat[], repeats: readonly Repeat[]): readonly Repeat[] =>
  repeats.filter(({at}) => !others.some((other) => contains(other.at, at)))

function nearest(
  grams: Int32Array,
  seen: readonly Statement[],
  near: readonly number[],
): {at: Span; share: number} | undefined {
  let best: {at: Span; share: number} | undefined
  for (const number of near) {
    const other = seen[number] as Statement
    const share = shareOf(grams, other.grams as Int32Array)
    if (share >= NEAR && share > (best?.share ?? 0)) best = {at: other, share: Math.min(share, 0.99)}
  }
  return best
}

/** How much of both together stands in both; 0 where it is less than NEAR. */
function shareOf(a: Int32Array, b: Int32Array): number {
  const most = a.length - (NEAR / (1 + NEAR)) * (a.length + b.length)
  let common = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i] as number
    const y = b[j] as number
    if (x === y) common++
    if (x <= y) i++
    if (x >= y) j++
    // so many of `a` alone are too many, whatever follows
    if (i - common > most + 1) return 0
  }
  return common / (a.length + b.length - common)
}
