import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {
  CONCEPT_BUCKETS,
  codeOf,
  extendCode,
  fingerprintOf,
  foldCharacter,
  LONGEST,
} from '../../scripts/correspondence/grams.ts'
import {CONCEPTS, conceptRows, conceptStarts} from '../../src/report/correspondence/data/concepts.ts'
import {networks} from '../../src/report/correspondence/data/weights.ts'
import {FEATURES} from '../../src/report/correspondence/features.ts'
import {gramsOf, hitsOf, readItem, subjectsOf, toneOf} from '../../src/report/correspondence/kernel/items.ts'
import type {Item, Side} from '../../src/report/correspondence/kernel/kernel.ts'
import {Places} from '../../src/report/correspondence/kernel/nearest.ts'
import {commonMarks, type Pairs, PairTable, scoreRows} from '../../src/report/correspondence/kernel/pairs.ts'
import type {Network} from '../../src/report/correspondence/network.ts'

const itemOf = (words: string, side: Side = 'problem'): Item => readItem(words, side, Number.POSITIVE_INFINITY)
const measureOf = (words: string): Item => itemOf(words, 'measure')

/** Each of so many problems with each of so many measures. */
const allPairs = (problems: number, measures: number): Pairs => ({
  problemOf: Int32Array.from({length: problems * measures}, (_, index) => Math.floor(index / measures)),
  measureOf: Int32Array.from({length: problems * measures}, (_, index) => index % measures),
  isLaidOut: new Uint8Array(problems * measures),
})

/** What the words of a pair tell. */
function pairOf(problem: Item, measure: Item): number[] {
  const table = new PairTable(allPairs(1, 1), 1, 1)
  table.compare(0, problem, measure)
  return [...table.features]
}

/** A table whose pairs have these scores: the networks are left out by one that hands on the first feature. */
function tableOf(scores: readonly number[], problems: number, measures: number): PairTable {
  const table = new PairTable(allPairs(problems, measures), problems, measures)
  scores.forEach((score, pair) => {
    table.features[pair * FEATURES.length] = score
  })
  table.score([FIRST_FEATURE])
  return table
}

const UNITS = 8
const FIRST_FEATURE: Network = {
  weights: Array.from({length: (FEATURES.length + 1) * (UNITS + 1) + UNITS}, (_, k) => (k === 0 ? 1 : 0)),
  nothing: {measure: 0, problem: 0},
}
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
    const problem = itemOf('灭火器压力不足')
    const measure = measureOf('更换压力不足的灭火器')
    const features = pairOf(problem, measure)
    for (let round = 0; round < 300; round++) {
      const other = itemOf(`第${round}处消防通道被占用，灭火器压力不足${round}盏`)
      pairOf(other, problem)
      pairOf(measure, other)
    }
    expect(itemOf('灭火器压力不足')).toEqual(problem)
    expect(pairOf(problem, measure)).toEqual(features)
  })

  it('reads the beginning of what is too long', () => {
    const long = '隐患整改'.repeat(100_000)
    expect(at(pairOf(itemOf(long), itemOf(long.slice(0, 20_000))), 'concepts')).toBeCloseTo(1)
    expect(gramsOf(itemOf(long))).toEqual(gramsOf(itemOf(long.slice(0, 20_000))))
    expect(hitsOf(itemOf('公车'.repeat(100_000))).every(({end}) => end <= 20_000)).toBe(true)
  })

  it('finds the terms of faults in a problem, and those of moves and tone in a measure', () => {
    const shown = (item: Item, text: string): string[] => hitsOf(item).map(({start, end}) => text.slice(start, end))
    expect(shown(itemOf('存在公车私用现象'), '存在公车私用现象')).toEqual(['公车私用'])
    // a term with a gap, which no mark may stand in
    expect(shown(itemOf('个别人员纪律比较松'), '个别人员纪律比较松')).toEqual(['纪律比较松'])
    expect(shown(itemOf('纪律差。管理松'), '纪律差。管理松')).not.toContain('纪律差。管理松')
    expect(shown(measureOf('倒排工期'), '倒排工期')).toContain('倒排工期')
    expect(shown(measureOf('存在公车私用现象'), '存在公车私用现象')).not.toContain('公车私用')
    expect(toneOf(measureOf('更换灭火器'))).toEqual({general: 0, empty: 0})
    expect(toneOf(measureOf('进一步加强领导，切实提高认识')).empty).toBeGreaterThan(0)
  })

  it('keeps the hits of any text within it', () => {
    const terms = fc.string({
      unit: fc.constantFrom('公车', '私用', '口头', '报备', '纪律', '松', '。', '滞后', '于'),
      maxLength: 60,
    })
    fc.assert(
      fc.property(terms, (text) => {
        for (const {kind, start, end, value} of hitsOf(itemOf(text))) {
          expect(text.slice(start, end)).not.toMatch(/^$|。/)
          expect(Number.isInteger(kind) && kind >= 0 && kind < 89 && value > 0).toBe(true)
        }
      }),
    )
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

  it('finds the problems that lie nearest to a measure', () => {
    const subjects = [
      '灭火器压力',
      '网站栏目更新',
      '档案归档',
      '食堂留样',
      '会议记录',
      '公车登记',
      '合同履约',
      '燃气软管',
    ]
    const texts = subjects.flatMap((subject) => [`${subject}不及时`, `个别科室${subject}不规范`, `${subject}没有专人`])
    const problems = ['', ...texts, texts[0] as string].map((text) => itemOf(text))
    const measure = measureOf('更换压力不足的灭火器，按月登记')
    const nearness = problems.map((problem) => at(pairOf(problem, measure), 'concepts'))
    const expected = (among: readonly number[]): number[] =>
      [...among].sort((a, b) => (nearness[b] as number) - (nearness[a] as number) || a - b).slice(0, 12)
    const all = problems.map((_, index) => index)
    const some = all.filter((index) => index % 3 === 0)
    const places = new Places(problems)
    expect([...places.nearest(measure, Int32Array.from(all))]).toEqual(expected(all))
    expect([...places.nearest(measure, Int32Array.from(some))]).toEqual(expected(some))
    // what says nothing is as near to all: the first ones are taken
    expect([...places.nearest(measureOf(''), Int32Array.from(all))]).toEqual(all.slice(0, 12))
    expect([...places.nearest(measure, new Int32Array(0))]).toEqual([])
  })

  it('holds each pair against the best other one of its row and of its column', () => {
    const values = fc.array(fc.double({min: 0, max: 1, noNaN: true}), {minLength: 12, maxLength: 12})
    fc.assert(
      fc.property(values, values, (words, concepts) => {
        const table = new PairTable(allPairs(3, 4), 3, 4)
        const put = (name: (typeof FEATURES)[number], pair: number, value: number): void => {
          table.features[pair * FEATURES.length + FEATURES.indexOf(name)] = value
        }
        const got = (name: (typeof FEATURES)[number], pair: number): number =>
          table.features[pair * FEATURES.length + FEATURES.indexOf(name)] as number
        words.forEach((value, pair) => {
          put('words', pair, value)
          put('concepts', pair, concepts[pair] as number)
          put('concepts besides', pair, (concepts[pair] as number) / 2)
          put('moves', pair, value)
        })
        table.compareRivals()
        const rowOf = (pair: number): number => Math.floor(pair / 4)
        const bestBut = (seen: readonly number[], pair: number, isSame: (other: number) => boolean): number =>
          Math.max(0, ...seen.filter((_, other) => other !== pair && isSame(other)))
        const wordy =
          [0, 1, 2, 3].reduce((sum, at) => sum + Math.max(...words.filter((_, pair) => pair % 4 === at)), 0) / 4
        const meaning = words.map((value, pair) => (concepts[pair] as number) + 0.7 * value)
        words.forEach((value, pair) => {
          const inRow = (other: number): boolean => rowOf(other) === rowOf(pair)
          const inColumn = (other: number): boolean => other % 4 === pair % 4
          expect(got('words in wordy draft', pair)).toBeCloseTo(value * wordy, 12)
          expect(got('concepts in wordy draft', pair)).toBeCloseTo((concepts[pair] as number) * wordy, 12)
          expect(got('words in row', pair)).toBeCloseTo(value - bestBut(words, pair, inRow), 12)
          expect(got('words in column', pair)).toBeCloseTo(value - bestBut(words, pair, inColumn), 12)
          expect(got('meaning in row', pair)).toBeCloseTo((meaning[pair] as number) - bestBut(meaning, pair, inRow), 12)
          const besides = concepts.map((concept) => concept / 2)
          expect(got('besides in column', pair)).toBeCloseTo(
            (besides[pair] as number) - bestBut(besides, pair, inColumn),
            12,
          )
        })
      }),
    )
  })

  it('finds in the table of concepts what the scripts wrote', () => {
    const starts = new Uint32Array(CONCEPT_BUCKETS + 1)
    conceptStarts(new Uint8Array(starts.buffer))
    const rows = new Uint16Array((starts.at(-1) as number) / 2)
    conceptRows(new Uint8Array(rows.buffer))
    /** How much a gram says of each document. */
    const weightsOf = (gram: string): Map<number, number> => {
      const code = codeOf(gram)
      const bucket = code & (CONCEPT_BUCKETS - 1)
      const end = (starts[bucket + 1] as number) / 2
      for (let at = (starts[bucket] as number) / 2; at < end; at += 2 + (rows[at + 1] as number)) {
        if (rows[at] !== fingerprintOf(code)) continue
        const entries = rows.subarray(at + 2, at + 2 + (rows[at + 1] as number))
        return new Map(
          [...entries].map((entry) => [
            entry & 511,
            ((entry >> 9) / 127) ** 2 * CONCEPTS.largest * (gram.length === 1 ? 0.8 : 1),
          ]),
        )
      }
      return new Map()
    }
    for (const words of ['固定资产盘点', '下水道堵塞', '党费收缴']) {
      const sums = new Map<number, number>()
      for (const gram of new Set([...words, ...[...words].slice(1).map((_, k) => words.slice(k, k + 2))]))
        for (const [document, weight] of weightsOf(gram)) sums.set(document, (sums.get(document) ?? 0) + weight)
      const subjects = subjectsOf(itemOf(words))
      expect(subjects.length).toBeGreaterThan(0)
      for (const {document, sum} of subjects) expect(sum).toBeCloseTo(sums.get(document) ?? 0, 4)
      expect(Math.max(...subjects.map(({sum}) => sum))).toBeCloseTo(Math.max(...sums.values()), 4)
    }
  })

  it('scores as the networks are written', () => {
    const rows = fc.array(fc.double({min: -3, max: 5, noNaN: true}), {
      minLength: FEATURES.length,
      maxLength: FEATURES.length,
    })
    const scoreOf = (row: readonly number[]): number => {
      const scores = networks.map(({weights}) => {
        // a line of direct weight and units for each feature, one of biases, then what the units add
        const line = (k: number): number[] => weights.slice(k * (UNITS + 1), (k + 1) * (UNITS + 1))
        const biases = line(FEATURES.length)
        const [direct = 0, ...units] = biases.map((bias, unit) =>
          row.reduce((sum, value, k) => sum + value * (line(k)[unit] as number), bias),
        )
        return units.reduce((sum, value, unit) => sum + Math.tanh(value) * (weights.at(unit - UNITS) as number), direct)
      })
      return scores.reduce((sum, score) => sum + score, 0) / scores.length
    }
    fc.assert(
      fc.property(fc.array(rows, {maxLength: 3}), (cells) => {
        const many = Array.from({length: 200}, () => cells).flat()
        const scores = scoreRows(
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

  it('lets the measures of one problem compete for it', () => {
    const scores = fc.array(fc.double({min: -5, max: 5, noNaN: true}), {minLength: 1, maxLength: 6})
    const logit = (p: number): number => {
      const bounded = Math.min(0.999, Math.max(0.001, p))
      return Math.log(bounded / (1 - bounded))
    }
    fc.assert(
      fc.property(scores, (row) => {
        const nothing = {problem: 0.5, measure: -0.5}
        const table = tableOf(row, 1, row.length)
        const rows = table.compete(nothing)
        // a single row is a tree, on which belief propagation is exact
        const none = row.reduce((sum, score) => sum + Math.exp(score), 1)
        const noneOfRow = row.reduce((sum, score) => sum + Math.exp(score), Math.exp(nothing.problem))
        const expected = row.flatMap((score) => [
          score,
          logit(Math.exp(score) / none),
          logit(Math.exp(score) / noneOfRow),
          logit(Math.exp(score) / (Math.exp(score) + Math.exp(nothing.measure))),
          0,
          0,
        ])
        expect(rows).toHaveLength(expected.length)
        rows.forEach((value, index) => {
          expect(value).toBeCloseTo(expected[index] as number, 6)
        })
        const chances = table.weigh({weights: [1, 0, 0, 0, 0, 0], bias: 0.25})
        row.forEach((score, index) => {
          expect(chances[index]).toBeCloseTo(1 / (1 + Math.exp(-score - 0.25)), 9)
        })
        const [best = 0, any = 0, , next = 0, highest = 0] = table.doubt()
        const sorted = [...chances].sort((a, b) => b - a)
        expect(best).toBeCloseTo(logit(sorted[0] as number), 9)
        expect(any).toBeCloseTo(logit(1 - sorted.reduce((product, p) => product * (1 - p), 1)), 9)
        expect(next).toBeCloseTo(sorted[1] ?? 0, 9)
        expect(highest).toBeCloseTo(Math.max(-8, ...row), 9)
      }),
    )
  })

  it('sees parallel lists, and goes on where its memory has to grow', () => {
    const size = 300
    const {problemOf, measureOf} = allPairs(size, size)
    const scores = Array.from(problemOf, (problem, pair) => (problem === measureOf[pair] ? 4 : -4))
    const rows = tableOf(scores, size, size).compete({problem: 0, measure: 0})
    const middle = (size / 2) * size + size / 2
    const [, matching = 0, , , neighbours = 0, order = 0] = rows.subarray(middle * 6, middle * 6 + 6)
    expect(matching).toBeGreaterThan(2)
    expect(neighbours).toBeGreaterThan(1.8)
    expect(order).toBeGreaterThan(0.9)
    expect(at(pairOf(itemOf('灭火器压力不足'), itemOf('灭火器压力不足')), 'words')).toBeCloseTo(1)
  })
})
