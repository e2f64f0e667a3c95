import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {CHAT_TALK, MAY_BE_CHAT, MAY_BE_PAGE, PAGE_TALK, PAGE_WORDS} from '../../src/language/residue.ts'

describe('what a line of a web page or of a chat program can not be without', () => {
  it.each([
    ...PAGE_TALK.map((pattern) => [pattern, MAY_BE_PAGE] as const),
    ...CHAT_TALK.map((pattern) => [pattern, MAY_BE_CHAT] as const),
  ])('%s', (pattern, mayBe) => {
    fc.assert(
      fc.property(fc.stringMatching(pattern), (words) => {
        expect(mayBe.test(words)).toBe(true)
      }),
      {numRuns: 300},
    )
  })

  it('three of the words of a page', () => {
    const word = fc.constantFrom(...PAGE_WORDS).chain((pattern) => fc.stringMatching(pattern))
    fc.assert(
      fc.property(fc.array(word, {minLength: 3, maxLength: 9}), (words) => {
        const line = words.join('')
        fc.pre(PAGE_WORDS.filter((pattern) => pattern.test(line)).length >= 3)
        expect(MAY_BE_PAGE.test(line)).toBe(true)
      }),
    )
  })

  it('nothing of an ordinary line', () => {
    const line = '一是台账更新不及时，3台设备没有登记；下一步由办公室牵头，6月底前完成整改。'
    expect([MAY_BE_PAGE.test(line), MAY_BE_CHAT.test(line)]).toEqual([false, false])
  })
})
