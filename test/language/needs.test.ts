import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {rules} from '../../rules/index.ts'
import {readText} from '../../src/draft/text.ts'
import {mayMatch, writeNeeds} from '../../src/language/needs.ts'
import {DEFAULT_CONFIGURATION} from '../../src/lint/configuration.ts'
import {lint} from '../../src/lint/lint.ts'
import {DRAFT} from '../lsp/drafts.ts'

/** So long that what it holds is looked up. */
const LONG = '，。'.repeat(500)

describe('what an expression needs', () => {
  it.each<[RegExp, string[]]>([
    [/妥否|当否/, ['妥否', '当否']],
    [/(?:妥否|是否妥当)[，,]?请(?:予以?)?批示/, ['批示']],
    [/(?:妥否|是否妥当)[，,]?请(?:予以?)?/, ['妥否', '是否妥当']],
    [/[，。](?<month>\d{1,2})月底/, ['月底']],
    [/(?<=[一-鿿])第\s?\d{1,3}\s?页/, ['第']],
    [/a+b?c{2,}/, ['a']],
    [/\(待定\)/, ['(待定)']],
    [/[《》]{2}/, ['《', '》']],
    [/(?!不)再接再励/, ['再接再励']],
    [/(?<mark>[./-])一年\k<mark>/, ['一年']],
    [/\u00a0月/, ['月']],
  ])('%s', (pattern, needs) => {
    expect(writeNeeds(pattern).split('\n')).toEqual(needs)
  })

  it.each([/\d+/, /妥否|\d/, /(?:甲)?/, /[^甲]乙?/, /[一-鿿]/, /ABC/i, /(?:甲|)/, /./])('nothing: %s', (pattern) => {
    expect(writeNeeds(pattern)).toBe('')
    expect(mayMatch(pattern, '任何')).toBe(true)
  })

  it('is looked for in each text anew', () => {
    let wrong = 0
    // more than there are stamps
    for (let round = 0; round < 0x11000; round++) {
      const holds = round % 3 === 0
      if (mayMatch(/妥否|当否/, `${LONG}${round}${holds ? '当否' : '当，否'}`) !== holds) wrong++
    }
    expect(wrong).toBe(0)
  })

  it('never keeps an expression of ours from a text that it matches', () => {
    const patterns = new Set<RegExp>()
    const {exec} = RegExp.prototype
    RegExp.prototype.exec = function (this: RegExp, text: string) {
      patterns.add(this)
      return exec.call(this, text)
    }
    lint(readText(DRAFT), DEFAULT_CONFIGURATION, rules)
    RegExp.prototype.exec = exec
    expect(patterns.size).toBeGreaterThan(100)
    const phrases = rules.flatMap(({bad, good}) => [...bad, ...good].map(({text}) => text.replace(/[⟦⟧]/g, '')))
    const words = fc.array(fc.constantFrom(...phrases), {minLength: 1, maxLength: 3}).map((parts) => parts.join(''))
    fc.assert(
      fc.property(words, (text) => {
        for (const pattern of patterns) {
          pattern.lastIndex = 0
          if (pattern.sticky || !pattern.test(text)) continue
          expect(mayMatch(pattern, text), pattern.source).toBe(true)
          expect(mayMatch(pattern, LONG + text), pattern.source).toBe(true)
        }
      }),
      {numRuns: 200},
    )
  })
})
