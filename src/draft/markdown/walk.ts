import {decodeNamedCharacterReference} from 'decode-named-character-reference'
import {decodeNumericCharacterReference} from 'micromark-util-decode-numeric-character-reference'
import type {Event, Token} from 'micromark-util-types'
import {Composer, type Shape} from './compose.ts'
import {readTag} from './html.ts'
import type {Hidden} from './hidden.ts'

interface List {
  readonly ordered: boolean
  readonly id: number
}

/** Walks over micromark's tokens, which know their places exactly, and hands the words on to a composer. */
export class Walker {
  readonly #source: string
  readonly composer: Composer
  /** Tokens inside which nothing is read; the depth of them. */
  #skipped = 0
  #strong = 0
  #code = 0
  #quotes = 0
  #notes = 0
  /** Links that are no links, such as `[单位名称](请填写)`. */
  readonly #literalLinks: boolean[] = []
  readonly #lists: List[] = []
  #listCount = 0
  /** An item's number or bullet whose first block is still to come. */
  #prefixes: {readonly start: number; readonly end: number; readonly list: Block['list']}[] = []
  #table = -1
  #row = -1
  #column = -1
  #isHeader = false

  constructor(source: string, hidden: Hidden) {
    this.#source = source
    this.composer = new Composer(source, hidden.spans)
  }
}
