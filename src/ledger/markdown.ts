import type {Sheet} from './sheets.ts'

const GAP = '【待填】'

const cell = (words: string): string => words.replace(/[\\|`*_<>[\]]/g, '\\$&').replace(/\s+/g, ' ')

/** Sheets as Markdown tables, one below the other. Gaps are told as 【待填】, what the row above says is left out. */
export function writeMarkdown(sheets: readonly Sheet[]): string {
  return sheets
    .map(({name, columns, rows}) => {
      const lines = rows.map(({cells, continues}) =>
        columns.map(({required, shared}, at) => {
          if (continues && shared) return ''
          const words = String(cells[at] ?? '')
          return words || !required ? cell(words) : GAP
        }),
      )
      const table = [columns.map(({title}) => title), columns.map(() => '---'), ...lines]
      return `## ${name}\n\n${table.map((line) => `| ${line.join(' | ')} |\n`).join('')}`
    })
    .join('\n')
}
