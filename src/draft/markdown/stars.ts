import type {Change} from '../change.ts'
import {flatMap} from '../flat-map.ts'
import {isLineEnd} from './lines.ts'
import {isBlank, judgePair, type Run} from './star-signs.ts'

/**
 * Tells the stars of bold from the stars of blanks (`**机关`, `*次`), before Markdown's own rules see them.
 *
 * CommonMark takes any two runs of stars for emphasis, if only the characters beside them allow it: it makes
 * `**机关把…上半年**党建` bold and loses two blanks, and leaves `**重点：**后面` as it is, for a letter follows a closing
 * run that a mark precedes. Here a line of the draft is judged as a whole. A pair of equal runs is bold
 * - *surely*, when it stands where a phrase is set in bold: behind a line start, a mark or a space, and closed in front
 *   of one or behind the phrase's own mark;
 * - *likely*, when it merely holds a short phrase without a clause mark: then it depends on the company it keeps.
 * A run that a classifier and a mark follow (`*次，`), that stands alone, or that is longer than three is a blank.
 */

/** Offsets of a closing run by those of its opening run; both have the same length. */
export type StarPairs = ReadonlyMap<number, number>

const NO_PAIRS: StarPairs = new Map()

/** The runs of `*` and `_` in `source` that are markup. All others are text. Linear in the length of `source`. */
export function settleStars(source: string): StarPairs {
  if (!hasStars(source)) return NO_PAIRS
  const lines = linesWithRuns(source)
  const surely = flatMap(lines, (line) => line.surely)
  // a draft that sets nothing in bold for sure, but has sure blanks, has blanks where one could doubt
  const trusting = surely.length > 0 || !lines.some((line) => line.hasBlanks)
  const pairs = new Map<number, number>()
  for (const line of lines) {
    const settled = trusting && !line.hasBlanks ? line.likely : line.surely
    for (const [open, close] of settled) pairs.set(open.start + line.start, close.start + line.start)
  }
  return pairs
}

/**
 * Whether the runs of a line mean the same after a change of it, each moved with the words around it; then those of all
 * other lines do too. Nothing may be said of a change of a run, or of one that leaves no words between two runs.
 */
export function keepsStars(before: string, now: string, change: Change): boolean {
  const {from, to} = change
  const [left, right] = [now.charAt(from - 1), now.charAt(to)]
  if (hasStars(before.slice(from, change.before) + now.slice(from, to))) return false
  if (hasStars(left) && hasStars(right)) return false
  // no words are left between a run and the end of the line
  if (from === to && !isWord(left) && !isWord(right)) return false
  const [old, later] = [readLine(before, 0), readLine(now, 0)]
  const by = to - change.before
  const areSame = (some: readonly Pair[], others: readonly Pair[]): boolean =>
    some.length === others.length &&
    some.every((pair, index) =>
      pair.every(({start}, side) => start + (start < from ? 0 : by) === others[index]?.[side]?.start),
    )
  return old.hasBlanks === later.hasBlanks && areSame(old.surely, later.surely) && areSame(old.likely, later.likely)
}

const isWord = (character: string): boolean => character !== '' && !hasStars(character)

export const hasStars = (words: string): boolean => words.includes('*') || words.includes('_')

type Pair = readonly [open: Run, close: Run]

interface Line {
  readonly start: number
  readonly surely: readonly Pair[]
  /** The same with the likely pairs of each kind of run that pairs explain without a rest. */
  readonly likely: readonly Pair[]
  /** Has runs that no pair explains. */
  readonly hasBlanks: boolean
}

/** What stands before a line's words: quotation marks, bullets, numbers, the marks of a heading. */
const OPENING = /[\s>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(?:#{1,6}[ \t]+)?/y
const LINE = /[^\r\n]*/y
const RUN_START = /[*_]/g

function linesWithRuns(source: string): Line[] {
  const lines: Line[] = []
  for (let at = nextRun(source, 0); at >= 0; at = nextRun(source, LINE.lastIndex)) {
    let start = at
    while (start > 0 && !isLineEnd(source.charCodeAt(start - 1))) start--
    LINE.lastIndex = start
    lines.push(readLine((LINE.exec(source) as RegExpExecArray)[0], start))
  }
  return lines
}

function nextRun(source: string, from: number): number {
  RUN_START.lastIndex = from
  return RUN_START.exec(source)?.index ?? -1
}

function readLine(line: string, start: number): Line {
  OPENING.lastIndex = 0
  OPENING.test(line)
  const runs = partTouching(line, findRuns(line, OPENING.lastIndex))
  const open = runs.filter((run) => !isBlank(line, run))
  const groups = [...new Set(open.map(kindOf))].map((kind) => open.filter((run) => kindOf(run) === kind))
  const told = groups.map((group) => pairsIn(line, group))
  const surely = nested(flatMap(told, ({surely}) => surely))
  const likely = nested(flatMap(told, ({likely}) => likely))
  return {start, surely, likely, hasBlanks: likely.length * 2 < runs.length}
}

const kindOf = ({start, end, marker}: Run): string => marker.repeat(end - start)

/** A Latin letter or digit: an underscore between two of them belongs to a name. */
const WORD = /[a-z\d]/i

/** The runs of stars and underscores behind `from`, without those that are escaped or stand in code. */
function findRuns(line: string, from: number): Run[] {
  const runs: Run[] = []
  for (let at = from; at < line.length; ) {
    const marker = line.charAt(at)
    if (marker === '\\') at += 2
    else if (marker === '`' || marker === '*' || marker === '_') {
      let end = at + 1
      while (line.charAt(end) === marker) end++
      if (marker === '`') at = endOfCode(line, at, end)
      else {
        if (marker === '*' || !WORD.test(line.charAt(at - 1)) || !WORD.test(line.charAt(end)))
          runs.push({start: at, end, marker})
        at = end
      }
    } else at++
  }
  return runs
}

/** The length of the runs of two phrases in bold that touch: `**（一）****老同志参加少。**` */
const TOUCHING = 4

/** The runs, with those where one phrase in bold surely ends and the next begins parted into these two. */
function partTouching(line: string, runs: readonly Run[]): readonly Run[] {
  if (!runs.some(({start, end}) => end - start === TOUCHING)) return runs
  const halves = flatMap(runs, (run): Run[] => {
    const {start, end, marker} = run
    const middle = start + TOUCHING / 2
    return end - start === TOUCHING
      ? [
          {start, end: middle, marker},
          {start: middle, end, marker},
        ]
      : [run]
  })
  return flatMap(halves, (half, index): Run[] => {
    const [before, other, after] = [halves[index - 1], halves[index + 1], halves[index + 2]]
    if (other?.start === half.end) {
      const isParted =
        before && after && judgePair(line, before, half) === 'sure' && judgePair(line, other, after) === 'sure'
      return isParted ? [half, other] : [{...half, end: other.end}]
    }
    return before?.end === half.start ? [] : [half]
  })
}

/** Behind the code that begins with the backticks `[start, end)`, or behind these, where nothing closes them. */
function endOfCode(line: string, start: number, end: number): number {
  const fence = line.slice(start, end)
  const close = line.indexOf(fence, end)
  return close < 0 ? end : close + fence.length
}

/** The likely pairs of equal runs are these two by two, if that leaves no run over and every pair may be bold. */
function pairsIn(line: string, runs: readonly Run[]): Pick<Line, 'surely' | 'likely'> {
  const pairs: Pair[] = []
  let areSure = true
  for (let index = 0; index < runs.length; index += 2) {
    const [open, close] = [runs[index] as Run, runs[index + 1]]
    const verdict = close ? judgePair(line, open, close) : 'no'
    if (!close || verdict === 'no') {
      const surely = surePairs(line, runs)
      return {surely, likely: surely}
    }
    pairs.push([open, close])
    areSure &&= verdict === 'sure'
  }
  return {surely: areSure ? pairs : surePairs(line, runs), likely: pairs}
}

/** Neighbouring runs that are surely bold, from left to right. */
function surePairs(line: string, runs: readonly Run[]): Pair[] {
  const pairs: Pair[] = []
  for (let index = 0; index + 1 < runs.length; index++) {
    const pair = [runs[index] as Run, runs[index + 1] as Run] as const
    if (judgePair(line, ...pair) !== 'sure') continue
    pairs.push(pair)
    index++
  }
  return pairs
}

/** The pairs without those that cross another one. */
function nested(pairs: readonly Pair[]): Pair[] {
  const kept: Pair[] = []
  const around: Pair[] = []
  for (const pair of [...pairs].sort(([a], [b]) => a.start - b.start)) {
    while (around.length && (around.at(-1) as Pair)[1].end <= pair[0].start) around.pop()
    const outer = around.at(-1)
    if (outer && outer[1].start < pair[1].end) continue
    around.push(pair)
    kept.push(pair)
  }
  return kept
}
