import {expect, it} from 'vitest'
import {FORMS, markAt} from '../../src/report/marks/forms.ts'

it.each(FORMS)('$example begins with a mark of the kind $kind', ({kind, example}) => {
  expect(markAt(example, 0, example.length)?.kind).toBe(kind)
})
