import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {codeOf, extendCode, foldCharacter, LONGEST} from '../../scripts/correspondence/grams.ts'
import {placeOfGrams, readWords} from '../../src/report/correspondence/kernel/index.ts'

/** The codes of a text as the scripts that make the tables count them. */
function codesOf(text: string): number[] {
  const codes = new Set<number>()
  for (let start = 0; start < text.length; start++) {
    let code = 0
    for (let size = 1; size <= LONGEST && start + size <= text.length; size++) {
      const character = foldCharacter(text.charCodeAt(start + size - 1))
      if (character === 0) break
      code = extendCode(code, character)
      codes.add(code)
    }
  }
  return [...codes].sort((a, b) => a - b)
}

const words = fc.string({unit: fc.constantFrom(...'灭火器压力不足，未年检。Ab9 　𠮷！'), maxLength: 200})

describe('the kernel of correspondence', () => {
  it('addresses grams as the scripts do that make its tables', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect([...readWords(text).grams.codes]).toEqual(codesOf(text))
      }),
    )
  })

  it('tells where each gram first stands', () => {
    fc.assert(
      fc.property(words, (text) => {
        const {codes, sizes, at} = readWords(text).grams
        codes.forEach((code, index) => {
          const start = at[index] as number
          const size = sizes[index] as number
          expect(codeOf(text.slice(start, start + size))).toBe(code)
        })
      }),
    )
  })

  it('gives the same whatever came before', () => {
    const first = readWords('灭火器压力不足')
    for (let round = 0; round < 300; round++) readWords(`第${round}处消防通道被占用，应急照明损坏${round}盏`)
    expect(readWords('灭火器压力不足')).toEqual(first)
    const chosen = [...first.grams.codes.keys()]
    expect(placeOfGrams(first.grams, chosen)).toEqual(placeOfGrams(first.grams, chosen))
  })

  it('reads the beginning of what is too long', () => {
    const long = '隐患整改'.repeat(100_000)
    expect(readWords(long)).toEqual(readWords(long.slice(0, 20_000)))
  })
})
