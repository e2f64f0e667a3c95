import type {Subject} from '../../src/language/subjects/field.ts'
import {fields} from '../../src/language/subjects/index.ts'

/** Every subject by its name. Throws when two fields name a subject alike. */
export function readSubjects(): Readonly<Record<string, Subject>> {
  const subjects: Record<string, Subject> = {}
  for (const field of fields)
    for (const [name, subject] of Object.entries(field)) {
      if (subjects[name]) throw new Error(`the subject ${name} stands in two fields`)
      subjects[name] = subject
    }
  return subjects
}
