import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {readText} from '../../src/draft/text.ts'
import {createReport} from '../../src/report/create.ts'
import {findRepeats} from '../../src/report/repeats.ts'

const repeatsOf = (text: string) => findRepeats(createReport(readText(text)), 8)

const characters = fc.constantFrom(...'灭火器压力不足未年检库房台账登记整改责任制度培训检查隐患排查安全生产')
const long = fc.string({unit: characters, minLength: 40, maxLength: 90})

/** The runs of five characters of a text. */
const runsOf = (words: string): Set<string> =>
  new Set(Array.from({length: words.length - 4}, (_, at) => words.slice(at, at + 5)))

function shareOf(one: string, other: string): number {
  const a = runsOf(one)
  const b = runsOf(other)
  const common = [...a].filter((run) => b.has(run)).length
  return common / (a.size + b.size - common)
}

describe('repeated sentences', () => {
  it('are found where four fifths of their runs are common, and not where fewer are', () => {
    const changes = fc.array(fc.tuple(fc.nat(), characters), {maxLength: 4})
    fc.assert(
      fc.property(long, changes, (words, edits) => {
        const other = edits.reduce((text, [at, character]) => {
          const place = at % text.length
          return text.slice(0, place) + character + text.slice(place + 1)
        }, words)
        const found = repeatsOf(`${words}。\n${other}。`)
        const share = shareOf(words, other)
        if (words === other) expect(found.map((repeat) => repeat.share)).toEqual([1])
        else if (share >= 0.8) expect(found[0]?.share).toBeCloseTo(Math.min(share, 0.99), 9)
        else expect(found).toEqual([])
      }),
    )
  })

  it('are the same whatever marks and number stand in them', () => {
    const [repeat] = repeatsOf('一是库房台账登记，不全不细。\n二是库房台账登记不全、不细！')
    expect(repeat).toMatchObject({share: 1, first: {start: 0}})
  })

  it('may be longer than any sentence before', () => {
    const words = '检查'.repeat(3000)
    expect(repeatsOf(`${words}。\n${words}。`)).toHaveLength(1)
  })

  it('are no phrase of the trade that many sentences hold', () => {
    const phrase = '对照标准逐项检查并将检查结果登记造册由专人负责每周汇总上报的工作要求已经传达'
    const lines = Array.from({length: 12}, (_, index) => `${phrase}到第${'甲乙丙丁戊己庚辛壬癸子丑'[index]}组。`)
    expect(repeatsOf(lines.join('\n')).length).toBeLessThan(8)
  })
})
