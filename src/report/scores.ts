import type {Span} from '../draft/span.ts'
import type {Quantity} from './quantities.ts'
import type {Report} from './report.ts'

/** What a body gives itself, and what it says was taken off. The span is the score. */
export interface Score extends Span {
  readonly value: number
  /** What it would have without faults. */
  readonly full: number
  /** What was taken off altogether. */
  readonly deducted: number
  /** The report says 合计扣6分; else its parts are added up, and one of them may go without saying. */
  readonly isStated: boolean
}

const SELF = /自评(?:总|综合|得|评|最终)*分?(?:数|值)?(?:为|是|共|计)?$/
const DEDUCTED = /扣(?:减|除|掉|了)?$/
const ALTOGETHER = /(?:合计|共计|总计|累计|总共|共)(?:被)?扣(?:减|除|掉|了)?$/
const FULL = /(?:满分|总分|标准分)(?:值)?(?:为|是|共)?$/
/** A standard, not what was done: 每处扣0.5分, 缺一次扣1分. */
const STANDARD = /(?:每|缺|少|一[次处项人个件份天条])[^，。；：]{0,8}$/
const BONUS = /(?<!参)加分(?![享层类组级散])|奖励分|附加分|(?<![参增])加\d+(?:\.\d+)?分/

/**
 * Scores that can be told from what was taken off: the one score of a report that a list of problems, the sentence of the
 * score or the words 合计扣6分 account for. Bonus points forbid it.
 */
export function findScores(report: Report): readonly Score[] {
  const {text, quantities} = report
  const points = quantities.filter(({unit, approximate}) => unit === '分' && !approximate)
  const before = ({before: clause, number}: Quantity): string => text.slice(clause.start, number.start)
  const scores = points.filter((point) => SELF.test(before(point)))
  const [score] = scores
  if (!score || scores.some(({value}) => value !== score.value) || BONUS.test(text)) return []
  const full = points.find((point) => FULL.test(before(point)) && !scores.includes(point))?.value ?? 100
  const taken = points.filter(
    (point) => DEDUCTED.test(before(point)) && !STANDARD.test(text.slice(Math.max(0, point.start - 16), point.start)),
  )
  const lists = [report.problems, ...report.series.map(({members}) => members.map(({span}) => span))]
  const lost = taken.length ? undefined : lists.flatMap((list) => lostIn(list, points, before, full) ?? [])[0]
  if (lost !== undefined)
    return [{start: score.start, end: score.end, value: score.value, full, deducted: lost, isStated: true}]
  const sums = taken.filter((point) => ALTOGETHER.test(before(point)))
  const single = taken.filter((point) => !sums.includes(point))
  const sentence = report.sentenceAt(score.start)
  const own = single.filter(({start}) => sentence !== undefined && start > score.start && start < sentence.end)
  const isListed = lists.some(
    (list) =>
      list.length > 1 &&
      list.length === single.length &&
      list.every(({start, end}) => single.filter((point) => point.start >= start && point.end <= end).length === 1),
  )
  const deducted =
    sums.length === 1 ? sums[0]?.value : own.length > 1 ? total(own) : isListed ? total(single) : undefined
  if (deducted === undefined || score.value > full) return []
  return [{start: score.start, end: score.end, value: score.value, full, deducted, isStated: sums.length === 1}]
}

const total = (parts: readonly Quantity[]): number =>
  Math.round(parts.reduce((sum, {value}) => sum + value, 0) * 1e6) / 1e6

/**
 * 1、制度建设（10分）：得9.5分。 What a list of scores leaves to the full one, where each of its items tells what it may have and what
 * it has got, and all of them may have as much as the whole.
 */
function lostIn(
  list: readonly Span[],
  points: readonly Quantity[],
  before: (point: Quantity) => string,
  full: number,
): number | undefined {
  if (list.length < 3) return undefined
  const pairs = list.map(({start, end}) => points.filter((point) => point.start >= start && point.end <= end))
  const isPair = ([most, got, ...more]: readonly Quantity[]): boolean =>
    most !== undefined &&
    got !== undefined &&
    !more.length &&
    /(?:实|自评)?得$/.test(before(got)) &&
    got.value <= most.value
  if (!pairs.every(isPair) || total(pairs.map(([most]) => most as Quantity)) !== full) return undefined
  return Math.round((full - total(pairs.map(([, got]) => got as Quantity))) * 1e6) / 1e6
}
