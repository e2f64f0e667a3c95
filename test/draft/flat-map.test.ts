import fc from 'fast-check'
import {expect, it} from 'vitest'
import {flatMap} from '../../src/draft/flat-map.ts'

it('gives what the method of arrays gives', () => {
  const entry = fc.oneof(fc.integer(), fc.array(fc.oneof(fc.integer(), fc.array(fc.integer()))))
  fc.assert(
    fc.property(fc.array(entry), (list) => {
      expect(flatMap(list, (one) => one)).toEqual(list.flat())
      expect(flatMap(list, (_, index) => [index, index])).toEqual(list.flatMap((_, index) => [index, index]))
    }),
  )
})
