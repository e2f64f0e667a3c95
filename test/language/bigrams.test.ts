import {describe, expect, it} from 'vitest'
import {type Bigrams, bigramsOf, firstHolders} from '../../src/language/bigrams.ts'

/** Numbers from 0 to 1, the same in every run. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => (state = (state * 16807) % 2147483647) / 2147483647
}

const WORDS = '县档案馆查阅收发文登记簿补录目录由办公室逐份核对后归档，。'

const wordsOf = (random: () => number, length: number): string =>
  Array.from({length}, () => WORDS[Math.floor(random() * WORDS.length)]).join('')

/** The same with sets of strings. */
const pairsOf = (words: string): Set<string> =>
  new Set([...words.matchAll(/(?=([一-鿿]{2}))/g)].map(([, pair]) => pair as string))

const shown = (pairs: Bigrams): string[] =>
  Array.from(pairs, (pair) => String.fromCharCode(pair >>> 16, pair & 0xffff)).sort()

describe('pairs of characters', () => {
  it.each([0, 1, 2, 7, 40, 65, 66, 67, 300, 5000])('of %i characters are those that stand in them', (length) => {
    const words = wordsOf(randomOf(length + 1), length)
    const pairs = bigramsOf(words)
    expect(shown(pairs)).toEqual([...pairsOf(words)].sort())
    expect([...pairs]).toEqual([...pairs].sort((a, b) => a - b))
  })

  it('of one text stay when another is read', () => {
    const pairs = bigramsOf('登记簿')
    bigramsOf('归档目录')
    expect(shown(pairs)).toEqual(['登记', '记簿'].sort())
  })
})

describe('the first text that has most of another’s pairs', () => {
  it.each([0, 1, 5, 32, 33, 90])('is found among %i', (count) => {
    const random = randomOf(count + 3)
    const wholes = Array.from({length: count}, () => wordsOf(random, 2 + Math.floor(random() * 30)))
    const parts = [...wholes.map((words) => words.slice(0, 6)), '', '县', ...wholes.map(() => wordsOf(random, 5))]
    for (const share of [0.01, 0.5, 0.6, 0.8, 1]) {
      const expected = parts.map((part) => {
        const own = pairsOf(part)
        const has = (whole: string): boolean => {
          const pairs = pairsOf(whole)
          return own.size > 0 && [...own].filter((pair) => pairs.has(pair)).length >= share * own.size - 1e-9
        }
        return wholes.findIndex(has)
      })
      expect(firstHolders(parts.map(bigramsOf), wholes.map(bigramsOf), share)).toEqual(expected)
    }
  })
})
