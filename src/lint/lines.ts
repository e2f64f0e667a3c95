import type {Place} from './diagnostic.ts'

/** Turns offsets of a text into lines and columns, both from 1; `\n`, `\r\n` and a lone `\r` end a line. */
export class Lines {
  readonly #starts: readonly number[]

  constructor(text: string) {
    const starts = [0]
    if (text.includes('\r')) {
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at)
        if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1)
      }
    } else for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
    this.#starts = starts
  }

  get count(): number {
    return this.#starts.length
  }

  /** The offset at which a line begins (lines from 1). */
  startOf(line: number): number {
    return this.#starts[line - 1] as number
  }

  /** The line that holds an offset. */
  lineAt(offset: number): number {
    let low = 0
    let high = this.#starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#starts[middle] as number) <= offset) low = middle + 1
      else high = middle
    }
    return low
  }

  place(start: number, end: number): Place {
    const line = this.lineAt(start)
    const next = this.#starts[line]
    const endLine = next === undefined || (end >= start && end < next) ? line : this.lineAt(end)
    return {
      start,
      end,
      line,
      column: start - this.startOf(line) + 1,
      endLine,
      endColumn: end - this.startOf(endLine) + 1,
    }
  }
}
