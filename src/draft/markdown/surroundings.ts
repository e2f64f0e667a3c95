import type {Block} from '../draft.ts'
import type {Composer, Shape} from './compose.ts'

/** The bullet or number of an item whose first block is still to come. */
interface Prefix {
  readonly start: number
  readonly end: number
  readonly list: NonNullable<Block['list']>
}

/** What a block stands in: lists, quotations, footnotes, tables. */
export class Surroundings {
  readonly #source: string
  readonly #composer: Composer
  #quotes = 0
  #notes = 0
  readonly #lists: {readonly ordered: boolean; readonly id: number}[] = []
  #listCount = 0
  #prefixes: Prefix[] = []
  #cell = {table: -1, row: -1, column: -1, header: false}

  constructor(source: string, composer: Composer) {
    this.#source = source
    this.#composer = composer
  }

  enterQuote(): void {
    this.#quotes++
  }

  exitQuote(): void {
    this.#quotes--
  }

  enterNote(): void {
    this.#notes++
  }

  exitNote(): void {
    this.#notes--
  }

  enterList(ordered: boolean): void {
    this.#lists.push({ordered, id: this.#listCount++})
  }

  exitList(): void {
    this.flushPrefixes()
    this.#lists.pop()
  }

  enterTable(): void {
    this.#cell = {table: this.#cell.table + 1, row: -1, column: -1, header: false}
  }

  enterHead(): void {
    this.#cell.header = true
  }

  exitHead(): void {
    this.#cell.header = false
  }

  enterRow(): void {
    this.#cell.row++
    this.#cell.column = -1
  }

  openCell(start: number): void {
    this.#cell.column++
    this.open({kind: 'cell', cell: {...this.#cell}}, start)
  }

  /** Opens a block that begins at `start`, with the numbers of items that stand before it on its line. */
  open(shape: Shape, start: number): void {
    const last = this.#prefixes.at(-1)
    if (last && this.#hasLineEnd(last.end, start)) this.flushPrefixes()
    this.#openBehind(shape, this.#prefixes)
    this.#prefixes = []
  }

  #openBehind(shape: Shape, prefixes: readonly Prefix[]): void {
    const last = prefixes.at(-1)
    const isBare = !last && !this.#quotes && !this.#notes
    this.#composer.open(
      isBare
        ? shape
        : {
            ...shape,
            ...(last ? {list: last.list} : {}),
            ...(this.#quotes ? {quoted: true} : {}),
            ...(this.#notes ? {aside: 'note'} : {}),
          },
    )
    for (const {start, end, list} of prefixes) if (list.ordered) this.#composer.copy(start, end)
  }

  addPrefix(start: number, end: number): void {
    const last = this.#prefixes.at(-1)
    if (last && this.#hasLineEnd(last.end, start)) this.flushPrefixes()
    const list = this.#lists.at(-1)
    if (list) this.#prefixes.push({start, end, list: {...list, depth: this.#lists.length - 1}})
  }

  /** A number that nothing follows is an item that was never written: it stays in the text. */
  flushPrefixes(): void {
    if (this.#prefixes.some(({list}) => list.ordered)) {
      this.#openBehind({kind: 'paragraph'}, this.#prefixes)
      this.#composer.close()
    }
    this.#prefixes = []
  }

  #hasLineEnd(start: number, end: number): boolean {
    return /[\r\n]/.test(this.#source.slice(start, end))
  }
}
