import type {Block, Draft} from '../../draft/draft.ts'
import {flatMap} from '../../draft/flat-map.ts'

/** Rows of cells; an empty cell of a Word table that is merged with another has no block. */
export type Rows = readonly (readonly Block[])[]

/** The cells of one column. */
export const cellsIn = (rows: Rows, column: number): Block[] =>
  flatMap(rows, (row) => row.filter(({cell}) => cell?.column === column))

/** The tables as rows of cells, in reading order. */
export function tablesOf(cells: readonly Block[]): Block[][][] {
  const tables = new Map<number, Block[][]>()
  for (const block of cells) {
    const {table, row} = block.cell as NonNullable<Block['cell']>
    const rows = tables.get(table) ?? []
    tables.set(table, rows)
    rows[row] = [...(rows[row] ?? []), block]
  }
  return [...tables.values()].map((rows) => rows.filter(Boolean))
}

/**
 * Whether a row has no word in a column that most rows have filled. A row whose first cell is empty goes on with the row above
 * and shares its owner; so does a cell of a Word table that is merged with the one above: it has no block.
 */
export function isLeftOut(
  draft: Draft,
  rows: Rows,
  row: readonly Block[],
  isAsked: (cell: Block['cell']) => boolean,
): boolean {
  const place = row[0]?.cell
  if (place?.column !== 0 || row.some(({cell}) => isAsked(cell))) return false
  if (rows.filter((other) => other.some(({cell}) => isAsked(cell))).length * 3 < rows.length * 2) return false
  return (
    draft.format !== 'word' ||
    draft.blocks.some(({cell}) => cell?.table === place.table && cell.row === place.row && isAsked(cell))
  )
}
