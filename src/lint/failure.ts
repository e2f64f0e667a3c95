import type {Language} from './configuration.ts'
import {inOneLine} from './one-line.ts'
import type {Data, Localized} from './rule.ts'
import {fill} from './words.ts'

/** Something that the user can put right: one line on standard error, exit code 2, never a stack trace. */
export class Failure extends Error {
  readonly text: Localized
  readonly data: Data

  constructor(text: Localized, data: Data = {}) {
    super(fill(text.en, data))
    this.text = text
    this.data = data
  }

  in(lang: Language): string {
    return inOneLine(fill(this.text[lang], this.data))
  }
}
