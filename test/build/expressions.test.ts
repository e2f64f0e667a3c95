import {readdirSync, readFileSync} from 'node:fs'
import fc from 'fast-check'
import {parseSync} from 'rolldown/utils'
import {describe, expect, it} from 'vitest'
import {rules} from '../../rules/index.ts'
import {expressionsOf, withStops} from '../../scripts/build/expressions.ts'

const found = (code: string) =>
  expressionsOf(code, parseSync('a.ts', code).program.body).map(({start, end, source, flags}) => ({
    code: code.slice(start, end),
    made: `/${source}/${flags}`,
  }))

describe('the expressions of a module', () => {
  it.each([
    ['const A = /甲乙?/g', '/甲乙?/g', '/甲乙?/g'],
    [
      `const B = '甲|乙'\nconst A = new RegExp(\`^(?:\${B})\\\\d\`, 'gm')`,
      `new RegExp(\`^(?:\${B})\\\\d\`, 'gm')`,
      '/^(?:甲|乙)\\d/gm',
    ],
    [
      "const B: readonly string[] = ['甲', '乙']\nconst A = {a: new RegExp(B.join('|'))}",
      "new RegExp(B.join('|'))",
      '/甲|乙/',
    ],
    [
      "export const B: Readonly<Record<string, RegExp>> = {甲一: /^甲/, 乙二: /^乙/}\nexport const A = new RegExp(Object.values(B).map(({source}) => source).join('|'))",
      "new RegExp(Object.values(B).map(({source}) => source).join('|'))",
      '/^甲|^乙/',
    ],
    [
      'export const B: Readonly<Record<string, RegExp>> = {甲一: /^甲/, 乙二: /^乙/}\nexport const A = anyOf(B)',
      'anyOf(B)',
      '/^甲|^乙/',
    ],
  ])('%s', (code, own, made) => {
    expect(found(code).at(-1)).toEqual({code: own, made})
  })

  it('are made of the expressions that they name', () => {
    expect(found(`const B = /甲/\nconst A = new RegExp(B.source + '乙')`).map(({made}) => made)).toEqual([
      '/甲/',
      '/甲乙/',
    ])
  })

  it.each([
    'const a = (b: string) => new RegExp(b)',
    'class A { b = /甲/ }',
    'import {B} from "./b.ts"\nexport const A = new RegExp(B)',
  ])('not: %s', (code) => {
    expect(found(code)).toEqual([])
  })
})

describe('stops', () => {
  it.each([
    ['(?:甲|乙)丙', '(?:甲|乙)(?=)丙'],
    ['(甲|乙)?丙', '(甲|乙)?丙'],
    ['丁(甲|乙)?丙', '丁(甲|乙)?(?=)丙'],
    ['丁|(?:甲|乙){2,3}?丙', '丁|(?:甲|乙){2,3}?丙'],
    ['甲|乙', '甲|乙'],
    ['(?:甲)乙', '(?:甲)乙'],
    ['((?:甲|乙)|丙)丁', '((?:甲|乙)|丙)(?=)丁'],
    ['(?:甲|乙)$', '(?:甲|乙)$'],
    ['(?<=(?:甲|乙)丙)丁', '(?<=(?:甲|乙)丙)丁'],
    ['(?!(?:甲|乙)丙)丁', '(?!(?:甲|乙)(?=)丙)丁'],
    ['(?<a>甲|[|)]乙)\\k<a>\\)', '(?<a>甲|[|)]乙)(?=)\\k<a>\\)'],
    ['\\u4e00(?:\\)|\\p{L})a', '\\u4e00(?:\\)|\\p{L})(?=)a'],
  ])('%s', (source, stopped) => {
    expect(withStops(source)).toBe(stopped)
  })

  it('change nothing of what our expressions match', () => {
    const files = ['rules', 'src'].flatMap((folder) =>
      readdirSync(folder, {recursive: true, encoding: 'utf8'})
        .filter((name) => name.endsWith('.ts') && !/[\\/]data[\\/]/.test(name))
        .map((name) => `${folder}/${name}`),
    )
    const patterns = files.flatMap((file) => {
      const code = readFileSync(file, 'utf8')
      return expressionsOf(code, parseSync(file, code).program.body)
    })
    const changed = patterns.filter(({source}) => withStops(source) !== source)
    expect(changed.length).toBeGreaterThan(100)
    const pairs = changed.map(({source, flags}) => {
      const all = `${flags.replace(/[gy]/g, '')}dg`
      return {plain: new RegExp(source, all), stopped: new RegExp(withStops(source), all)}
    })
    const phrases = rules.flatMap(({bad, good}) => [...bad, ...good].map(({text}) => text.replace(/[⟦⟧]/g, '')))
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...phrases), {minLength: 1, maxLength: 3}), (parts) => {
        const text = parts.join('')
        for (const {plain, stopped} of pairs)
          expect([...text.matchAll(stopped)], plain.source).toEqual([...text.matchAll(plain)])
      }),
      {numRuns: 60},
    )
  })
})
