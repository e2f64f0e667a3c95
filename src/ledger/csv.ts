import type {Sheet} from './sheets.ts'

/** A cell that begins so is a formula to Excel; an apostrophe in front makes it words. https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/

function field(value: string | number): string {
  const words = typeof value === 'number' ? String(value) : value.replace(FORMULA, "'$&")
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words
}

/** A sheet as CSV (RFC 4180), with the byte order mark by which Excel knows UTF-8. Every row tells everything. */
export function writeCsv({columns, rows}: Sheet): string {
  const lines = [columns.map(({title}) => title), ...rows.map(({cells}) => cells)]
  return `\ufeff${lines.map((cells) => `${cells.map(field).join(',')}\r\n`).join('')}`
}
