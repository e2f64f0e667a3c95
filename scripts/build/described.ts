import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Description} from './plugins.ts'

let descriptions: Readonly<Record<string, Description>> | undefined

function descriptionOf(id: string): Description {
  descriptions ??= JSON.parse(readFileSync(join(__dirname, 'rules.json'), 'utf8')) as Record<string, Description>
  return descriptions[id] as Description
}

/** What every bundled rule is made from: what it says about itself is read when somebody asks for it. */
export const described: Description & {readonly id: string} = {
  id: '',
  get what() {
    return descriptionOf(this.id).what
  },
  get why() {
    return descriptionOf(this.id).why
  },
  get how() {
    return descriptionOf(this.id).how
  },
  get bad() {
    return descriptionOf(this.id).bad
  },
  get good() {
    return descriptionOf(this.id).good
  },
}
