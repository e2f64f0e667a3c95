import {readdirSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {LOST, MAY_LACK} from '../../src/report/blanks/silent.ts'
import {ENDING, MAY_END} from '../../src/report/claims.ts'
import {PLAN_HEADINGS, PLAN_SIGNS, PROBLEM_HEADINGS, PROBLEM_SIGNS} from '../../src/report/phrases/headings.ts'
import {HEADINGS} from '../../src/report/roles.ts'

/** All lines of the drafts beside the tests, and the beginnings of their sentences. */
const LINES = (function linesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return linesIn(path)
    return /\.(?:md|txt)$/.test(name) ? readFileSync(path, 'utf8').split(/\r?\n|(?<=[。；，：])/) : []
  })
})('fixtures')

const matches = (pattern: RegExp, words: string): boolean => words.search(pattern) >= 0

describe('what is asked first', () => {
  it.each<[string, RegExp, readonly RegExp[]]>([
    ['a lost number', MAY_LACK, LOST],
    ['a number behind what it counts', MAY_END, ENDING],
  ])('hides no %s', (_, first, patterns) => {
    const hidden = LINES.filter((line) => patterns.some((pattern) => matches(pattern, line)) && !matches(first, line))
    expect(hidden).toEqual([])
  })

  it.each(HEADINGS.map(({role, has, pattern}) => [role, has, pattern] as const))(
    'hides no heading: %s, %s',
    (_, has, pattern) => {
      const holdsNone = (line: string): boolean => ![...has].some((sign) => line.includes(sign))
      expect(LINES.filter((line) => holdsNone(line) && matches(pattern, line))).toEqual([])
    },
  )

  it.each([
    ...Object.keys(PROBLEM_HEADINGS).map((heading) => [heading, PROBLEM_SIGNS] as const),
    ...Object.keys(PLAN_HEADINGS).map((heading) => [heading, PLAN_SIGNS] as const),
  ])('%s holds a sign', (heading, signs) => {
    expect([...signs].some((sign) => heading.includes(sign))).toBe(true)
  })

  it('is true of some', () => {
    for (const first of [MAY_LACK, MAY_END]) expect(LINES.some((line) => matches(first, line))).toBe(true)
  })
})
