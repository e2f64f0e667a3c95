import type {Language} from './configuration.ts'
import {inOneLine} from './one-line.ts'
import type {Localized} from './rule.ts'
import {fill} from './words.ts'

/** What is put into a failure's text; words of both languages where they differ. */
type FailureData = Readonly<Record<string, string | number | Localized>>

/** Something that the user can put right: one line on standard error, exit code 2, never a stack trace. */
export class Failure extends Error {
  readonly text: Localized
  readonly data: FailureData

  constructor(text: Localized, data: FailureData = {}) {
    super(told(text, data, 'en'))
    this.text = text
    this.data = data
  }

  in(lang: Language): string {
    return told(this.text, this.data, lang)
  }
}

function told(text: Localized, data: FailureData, lang: Language): string {
  const words = Object.entries(data).map(([name, value]) => [name, typeof value === 'object' ? value[lang] : value])
  return inOneLine(fill(text[lang], Object.fromEntries(words)))
}
