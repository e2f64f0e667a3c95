import {bigramsOf, containment} from '../language/bigrams.ts'
import type {Report} from '../report/report.ts'

/** A cause and a problem that share this part of the cause's pairs of characters speak of one matter. */
const SAME_MATTER = 0.15

const LABELLED =
  /(?:^|[。；\s])【?(?:问题|主要|产生|存在)?的?(?:原因|成因|根源)(?:分析|剖析)?(?:】[：:]?|[：:])\s*([^\n；;]{2,200})/
const IN_PASSING = /(?:主要)?原因(?:是|在于|为)([^。；\n]{4,80})/
const NEXT_LABEL = /[。；](?=[一-鿿]{2,8}[：:])/

/**
 * Finds the cause of a problem: what stands under the problem with the label 原因：, the cell of its row, else the item
 * of the part 原因分析 that speaks of the same matter. '' where the draft doesn't say.
 */
export function causeFinder(report: Report): (problem: number) => string {
  const causes = report.causes.map((item) => ({item, pairs: bigramsOf(report.words(item))}))
  const cells = causeCells(report)
  return (index) => {
    const problem = report.problems[index]
    if (!problem) return ''
    const stop = report.problems[index + 1]?.start ?? report.sectionAt(problem.start)?.end ?? problem.end
    const below = LABELLED.exec(report.text.slice(problem.start, Math.max(stop, problem.end)))?.[1]
    if (below) return (below.split(NEXT_LABEL)[0] ?? '').trim()
    const inPassing = IN_PASSING.exec(report.words(problem))?.[1]
    if (inPassing) return inPassing.trim()
    const place = report.blockAt(problem.start)?.cell
    const beside = place && cells.get(`${place.table} ${place.row}`)
    if (beside) return beside
    const pairs = bigramsOf(report.words(problem))
    let best = {share: SAME_MATTER, words: ''}
    for (const {item, pairs: own} of causes) {
      const share = containment(own, pairs)
      if (share >= best.share) best = {share, words: report.words(item).trim()}
    }
    return best.words
  }
}

/** What stands under 原因 in each row of each table that has such a column, by `table row`. */
function causeCells(report: Report): ReadonlyMap<string, string> {
  const columns = new Map<number, number>()
  const cells = new Map<string, string>()
  for (const block of report.blocks) {
    if (!block.cell) continue
    const {table, row, column} = block.cell
    if (row === 0 && /原因|成因|根源/.test(report.words(block))) columns.set(table, column)
    else if (columns.get(table) === column) cells.set(`${table} ${row}`, report.words(block).trim())
  }
  return cells
}
