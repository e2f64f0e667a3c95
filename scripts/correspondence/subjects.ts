import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import type {Field, Subject} from '../../src/language/subjects/field.ts'

const FOLDER = join(import.meta.dirname, '../../src/language/subjects')

/** Every subject of every field, straight from the files. Throws when two fields name a subject alike. */
const loaded: Record<string, Subject> = {}
for (const name of readdirSync(FOLDER).sort()) {
  if (name === 'field.ts' || name === 'index.ts') continue
  const module = (await import(join(FOLDER, name))) as Record<string, Field>
  for (const field of Object.values(module))
    for (const [subject, value] of Object.entries(field)) {
      if (loaded[subject]) throw new Error(`${name}: the subject ${subject} stands in another field as well`)
      loaded[subject] = value
    }
}

export const readSubjects = (): Readonly<Record<string, Subject>> => loaded
