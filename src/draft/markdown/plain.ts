import {hasMarkup, kindOf, type Line} from './lines.ts'
import type {Part} from './parts.ts'

const ITEM = /([-+*]|\d{1,9}[.)]) {1,3}(?=[^ \t[\r\n])/y

/** The items of a list at the margin, each one line of words, with or without blank lines in between; else undefined. */
export function readItems(source: string, lines: readonly Line[]): Part[] | undefined {
  const items: {readonly prefix: string; readonly line: Line; readonly start: number}[] = []
  for (const line of lines) {
    if (line.kind === 'blank') continue
    ITEM.lastIndex = line.start
    const prefix = ITEM.exec(source)?.[1]
    const words = {start: ITEM.lastIndex, end: line.end}
    if (!prefix || kindOf(source, words.start, words.end) !== 'plain' || hasMarkup(source, words)) return undefined
    items.push({prefix, line, start: words.start})
  }
  // another bullet, or a bracket in the place of a point, begins another list
  const markerOf = (index: number): string | undefined => items[index]?.prefix.slice(-1)
  const parts = items.map(({prefix, line, start}, index): Part => {
    const first = markerOf(index) !== markerOf(index - 1)
    const last = markerOf(index) !== markerOf(index + 1)
    return {kind: 'item', start, end: line.end, item: {prefix: line.start, ordered: prefix.length > 1, first, last}}
  })
  return parts.length ? parts : undefined
}

const DASHES = /^\|(?: *:?-+:? *\|)+ *$/
const ROW = /^\|(?:[^|\t]+\|)+ *$/

/** The cells of a table at the margin whose rows all begin and end with a bar; else undefined. */
export function readTable(source: string, lines: readonly Line[]): Part[] | undefined {
  const blank = lines.findIndex(({kind}) => kind === 'blank')
  const rows = blank < 0 ? lines : lines.slice(0, blank)
  const [head, dashes, ...body] = rows
  if (!head || !dashes || lines.slice(rows.length).some(({kind}) => kind !== 'blank')) return undefined
  const dashLine = source.slice(dashes.start, dashes.end)
  if (!DASHES.test(dashLine)) return undefined
  const cells: Part[] = []
  for (const row of [head, ...body]) {
    if (!ROW.test(source.slice(row.start, row.end)) || hasMarkup(source, row)) return undefined
    cells.push(...cellsOf(source, row, row === head))
    if (row === head && cells.length !== dashLine.split('|').length - 2) return undefined
  }
  return cells
}

function cellsOf(source: string, row: Line, header: boolean): Part[] {
  const cells: Part[] = []
  let start = row.start + 1
  for (let end = source.indexOf('|', start); end >= 0 && end < row.end; end = source.indexOf('|', start)) {
    const opens = cells.length ? undefined : header ? 'table' : 'row'
    cells.push({kind: 'cell', start, end, cell: {header, opens}})
    start = end + 1
  }
  return cells
}
