import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {codeOf, extendCode, foldCharacter, LONGEST} from '../../scripts/correspondence/grams.ts'
import {networks} from '../../src/report/correspondence/data/weights.ts'
import {FEATURES} from '../../src/report/correspondence/features.ts'
import {
  commonMarks,
  comparePair,
  gramsOf,
  type Item,
  type KindHit,
  placeOf,
  readItem,
  scoreCells,
} from '../../src/report/correspondence/kernel/index.ts'

const itemOf = (words: string, hits: readonly KindHit[] = []): Item =>
  readItem(words, {headEnd: Number.POSITIVE_INFINITY, hits, general: 0, empty: 0})

/** A pair's features, which the next call would overwrite. */
const pairOf = (problem: Item, measure: Item): number[] => [...comparePair(problem, measure)]
const at = (features: readonly number[], name: (typeof FEATURES)[number]): number =>
  features[FEATURES.indexOf(name)] as number

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
        expect([...gramsOf(itemOf(text)).codes]).toEqual(codesOf(text))
      }),
    )
  })

  it('tells where each gram first stands', () => {
    fc.assert(
      fc.property(words, (text) => {
        const {codes, spots} = gramsOf(itemOf(text))
        codes.forEach((code, index) => {
          const size = (spots[index] as number) & 3
          const start = (spots[index] as number) >> 2
          expect(codeOf(text.slice(start, start + size))).toBe(code)
        })
      }),
    )
  })

  it('gives the same whatever came before', () => {
    const problem = itemOf('灭火器压力不足', [{kind: 3, start: 4, end: 7, value: 1.5}])
    const measure = itemOf('更换压力不足的灭火器', [{kind: 3, start: 0, end: 2, value: 1}])
    const features = pairOf(problem, measure)
    for (let round = 0; round < 300; round++) {
      const other = itemOf(`第${round}处消防通道被占用，灭火器压力不足${round}盏`)
      pairOf(other, problem)
      pairOf(measure, other)
    }
    expect(itemOf('灭火器压力不足', [{kind: 3, start: 4, end: 7, value: 1.5}])).toEqual(problem)
    expect(pairOf(problem, measure)).toEqual(features)
  })

  it('reads the beginning of what is too long', () => {
    const long = '隐患整改'.repeat(100_000)
    expect(placeOf(itemOf(long))).toEqual(placeOf(itemOf(long.slice(0, 20_000))))
    expect(gramsOf(itemOf(long))).toEqual(gramsOf(itemOf(long.slice(0, 20_000))))
    // as many hits as it may have, and more
    const hits = Array.from({length: 20_000}, (_, index) => ({
      kind: index % 89,
      start: index,
      end: index + 1,
      value: 1,
    }))
    expect(at(pairOf(itemOf(long, hits), itemOf(long, hits)), 'moves')).toBeCloseTo(1)
  })

  it('marks the phrases that both hold', () => {
    fc.assert(
      fc.property(words, words, words, (before, common, after) => {
        const text = before + common + after
        const marks = commonMarks(itemOf(text), itemOf(common), text.length)
        expect(marks).toHaveLength(text.length)
        // what is marked stands in the other text too
        for (let start = marks.indexOf(1); start >= 0; ) {
          const end = marks.indexOf(0, start) < 0 ? text.length : marks.indexOf(0, start)
          for (let k = start; k + 1 < end; k++)
            expect(common.toLowerCase()).toContain(text.slice(k, k + 1).toLowerCase())
          start = marks.indexOf(1, end)
        }
      }),
    )
    const text = '二楼灭火器压力不足'
    expect([...commonMarks(itemOf(text), itemOf('更换灭火器'), text.length)].join('')).toBe('001110000')
  })

  it('finds equal texts alike, and texts without a common word not', () => {
    const same = pairOf(itemOf('灭火器压力不足'), itemOf('灭火器压力不足'))
    expect(at(same, 'words')).toBeCloseTo(1)
    expect(at(same, 'concepts')).toBeCloseTo(1)
    expect([at(same, 'phrases'), at(same, 'one phrase only')]).toEqual([1, 1])
    const other = pairOf(itemOf('灭火器压力不足'), itemOf('召开动员大会'))
    expect([at(other, 'words'), at(other, 'phrases'), at(other, 'moves')]).toEqual([0, 0, 0])
  })

  it('scores as the networks are written', () => {
    const rows = fc.array(fc.double({min: -3, max: 5, noNaN: true}), {
      minLength: FEATURES.length,
      maxLength: FEATURES.length,
    })
    const scoreOf = (row: readonly number[]): number => {
      const scores = networks.map(({mean, spread, direct, hidden, out}) => {
        const scaled = row.map((value, k) => (value - (mean[k] as number)) / (spread[k] as number))
        const units = hidden.map((weights) =>
          Math.tanh(scaled.reduce((sum, value, k) => sum + value * (weights[k] as number), weights.at(-1) as number)),
        )
        return (
          scaled.reduce((sum, value, k) => sum + value * (direct[k] as number), 0) +
          units.reduce((sum, value, unit) => sum + value * (out[unit] as number), 0)
        )
      })
      return scores.reduce((sum, score) => sum + score, 0) / scores.length
    }
    fc.assert(
      fc.property(fc.array(rows, {maxLength: 3}), (cells) => {
        const many = Array.from({length: 200}, () => cells).flat()
        const scores = scoreCells(
          many.map((row) => Float64Array.from(row)),
          networks,
        )
        expect(scores).toHaveLength(many.length)
        many.forEach((row, index) => {
          expect(scores[index]).toBeCloseTo(scoreOf(row), 8)
        })
      }),
      {numRuns: 20},
    )
  })
})
