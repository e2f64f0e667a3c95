import {kinds} from '../../src/language/moves/index.ts'
import type {Kind} from '../../src/language/moves/kind.ts'
import {kindNames} from '../../src/report/correspondence/data/terms.ts'

/**
 * The kinds of fault in the order of their numbers. A kind keeps the number that the tables give it, in whichever file it
 * stands, and new ones follow: of kinds that tell as much the first is named as evidence, and no move may change that.
 */
export function numberedKinds(): [name: string, kind: Kind][] {
  const known = new Set(kindNames.split(' '))
  const names = [...known, ...Object.keys(kinds).filter((name) => !known.has(name))]
  return names.flatMap((name) => {
    const kind = kinds[name]
    return kind ? [[name, kind]] : []
  })
}
