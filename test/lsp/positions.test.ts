import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {applyChanges, ENCODINGS, Positions} from '../../src/lsp/positions.ts'

/** Drafts of wide characters, pairs of surrogates, half pairs, and every kind of line end. */
const texts = fc
  .array(fc.constantFrom('检', '查', 'a', 'é', '𠮷', '\ud842', '\n', '\r\n', '\r', '（', ' '), {maxLength: 40})
  .map((parts) => parts.join(''))

/** Half pairs become the replacement character, as they do on their way to a server. */
const wellFormed = (text: string): string => Buffer.from(text).toString()

const isMiddle = (text: string, at: number): boolean =>
  (/[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at))) ||
  (text[at - 1] === '\r' && text[at] === '\n')

describe('positions', () => {
  it.each([
    ['utf-8', {line: 1, character: 10}],
    ['utf-16', {line: 1, character: 4}],
    ['utf-32', {line: 1, character: 3}],
  ] as const)('counts columns in %s', (encoding, position) => {
    const text = '第一行\r\n查𠮷検 好'
    const positions = new Positions(text, encoding)
    const offset = text.indexOf(' ')
    expect(positions.toPosition(offset)).toEqual(position)
    expect(positions.toOffset(position)).toBe(offset)
  })

  it('leads back to every offset that is no middle of a character', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...ENCODINGS), (text, encoding) => {
        const positions = new Positions(text, encoding)
        for (let at = 0; at <= text.length; at++)
          if (!isMiddle(text, at)) expect(positions.toOffset(positions.toPosition(at))).toBe(at)
      }),
    )
  })

  it('takes a column behind the line for its end, before the line end', () => {
    const positions = new Positions('一\r\n二', 'utf-16')
    expect(positions.toOffset({line: 0, character: 99})).toBe(1)
    expect(positions.toOffset({line: 9, character: 0})).toBe(4)
  })

  it('takes a column inside a character for its start', () => {
    expect(new Positions('一二', 'utf-8').toOffset({line: 0, character: 4})).toBe(1)
    expect(new Positions('𠮷二', 'utf-8').toOffset({line: 0, character: 2})).toBe(0)
  })

  it('agrees with Buffer on the bytes of every prefix', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const line = wellFormed(text.replace(/[\r\n]/g, ''))
        expect(new Positions(line, 'utf-8').toPosition(line.length).character).toBe(Buffer.byteLength(line))
        expect(new Positions(line, 'utf-32').toPosition(line.length).character).toBe([...line].length)
      }),
    )
  })
})

describe('changes', () => {
  it('count each in the text that the one before left', () => {
    const range = (line: number, from: number, to: number) => ({
      start: {line, character: from},
      end: {line, character: to},
    })
    const changed = applyChanges(new Positions('甲乙\r\n丙丁', 'utf-16'), [
      {range: range(0, 1, 2), text: '乙乙\n'},
      {range: range(2, 0, 1), text: ''},
    ])
    expect(changed.text).toBe('甲乙乙\n\r\n丁')
  })

  it('may replace the whole text', () => {
    expect(applyChanges(new Positions('旧', 'utf-8'), [{text: '新的'}]).text).toBe('新的')
  })

  it('give the same text in every encoding', () => {
    fc.assert(
      fc.property(texts, texts, fc.nat(), fc.nat(), (text, put, a, b) => {
        const whole = wellFormed(text)
        const [start, end] = [a % (whole.length + 1), b % (whole.length + 1)].sort((x, y) => x - y) as [number, number]
        if (isMiddle(whole, start) || isMiddle(whole, end)) return
        for (const encoding of ENCODINGS) {
          const positions = new Positions(whole, encoding)
          const change = {range: positions.toRange({start, end}), text: put}
          expect(applyChanges(positions, [change]).text).toBe(whole.slice(0, start) + put + whole.slice(end))
        }
      }),
    )
  })
})
