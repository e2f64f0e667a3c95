import {describe, expect, it} from 'vitest'
import {fill} from '../../src/lint/words.ts'

describe('a text is filled', () => {
  it.each([
    ['没有空位。', {}, '没有空位。'],
    ['{a}', {a: '甲'}, '甲'],
    ['第{n}处，共{total}处；{n}', {n: 2, total: 10}, '第2处，共10处；2'],
    ['{a}{b}{a}', {a: '', b: '{a}'}, '{a}'],
    ['{missing}与{空}、{}', {a: '甲'}, '{missing}与{空}、{}'],
  ])('%s', (text, data, expected) => {
    expect(fill(text, data)).toBe(expected)
    expect(fill(text, data)).toBe(expected)
  })

  it('without data', () => {
    expect(fill('{a}')).toBe('{a}')
  })
})
