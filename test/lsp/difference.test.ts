import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {findChange} from '../../src/draft/change.ts'
import type {Diagnostic, Place, SourceEdit} from '../../src/lint/diagnostic.ts'
import {Lines} from '../../src/lint/lines.ts'
import {applyKept, findKept} from '../../src/lsp/difference.ts'

/** The later list as the server has it, which is sent what is not kept. */
function told(old: readonly Diagnostic[], now: readonly Diagnostic[], before: string, after: string) {
  const kept = findKept(old, now, findChange(before, after))
  const between = now.slice(kept.head, now.length - kept.tail)
  return {kept, between, list: applyKept(old, structuredClone(between), structuredClone(kept))}
}

/** Finds digits; each tells of the next one and of the first, and some are changed. Stars are not read. */
function find(text: string): Diagnostic[] {
  const lines = new Lines(text)
  const read = (offset: number): number => text.slice(0, offset).replaceAll('*', '').length
  const spans = [...text.matchAll(/\d+/g)].map(({0: words, index}) => ({
    words,
    start: index,
    end: index + words.length,
  }))
  return spans.map(({words, start, end}, index) => {
    const edits = [{start, end, text: `${words}。`}]
    const others = [spans[0], spans[index + 1]].filter((span) => span !== undefined)
    return {
      ruleId: `rule-${words.length}`,
      severity: 'warning',
      message: `“${words}”`,
      url: 'https://example.org',
      ...lines.place(start, end),
      reading: {start: read(start), end: read(end)},
      related: others.map((span) => ({...lines.place(span.start, span.end), message: span.words})),
      ...(words.includes('1') ? {fix: {safety: 'safe', edits}} : {}),
      suggestions: words.includes('2') ? [{message: '改', edits: [...edits, {start: 0, end: 1, text: ''}]}] : [],
    }
  })
}

const pieces = fc.constantFrom('字', '检查', '，', '1', '20', '312', '*', '**', '\n', '\r\n', '\r', '𠮷', ' ')
const words = (most: number): fc.Arbitrary<string> => fc.array(pieces, {maxLength: most}).map((list) => list.join(''))

describe('findings told as a change of earlier ones', () => {
  it('are the same list after any edit', () => {
    fc.assert(
      fc.property(
        words(80),
        fc.array(fc.tuple(fc.nat(), fc.nat({max: 6}), words(4)), {maxLength: 8}),
        (text, edits) => {
          let before = text
          let held = find(before)
          for (const [at, length, put] of edits) {
            const from = at % (before.length + 1)
            const after = before.slice(0, from) + put + before.slice(from + length)
            const {list} = told(held, find(after), before, after)
            expect(list).toStrictEqual(find(after))
            before = after
            held = list
          }
        },
      ),
      {numRuns: 500},
    )
  })

  it('are kept, moved along, where only the place has changed', () => {
    const before = '第1项\n第2项**\n第3项，第4项\n第5项\n'
    for (const put of ['字', '**', '\n', '字\n字'])
      for (const from of [4, 5, 8, before.length - 1]) {
        const after = before.slice(0, from) + put + before.slice(from)
        const {between, list} = told(find(before), find(after), before, after)
        // those in the line of the change have another column, and the one before tells of the first of them
        expect(between.length).toBeLessThanOrEqual(3)
        expect(list).toStrictEqual(find(after))
      }
  })

  it('are the very same objects before the change', () => {
    const before = '第1项\n第2项\n第3项\n'
    const after = `${before}第4项`
    const held = find(before)
    const {list, kept} = told(held, find(after), before, after)
    expect(kept).toMatchObject({head: 2, tail: 0})
    expect(list[0]).toBe(held[0])
  })

  it.each([
    ['new', [], find('1')],
    ['gone', find('1'), []],
    ['none', [], []],
  ])('may be %s', (_, old, now) => {
    expect(told(old, now, '1', '1').list).toStrictEqual(now)
  })

  const plain = {noNullPrototype: true} as const
  /** All that a finding has; a field that is added has to be added here. */
  const offset = fc.nat({max: 9})
  const place = {start: offset, end: offset, line: offset, column: offset, endLine: offset, endColumn: offset}
  const text = fc.constantFrom('甲', '乙')
  const edits = fc.array(fc.record<SourceEdit>({start: offset, end: offset, text}, plain), {maxLength: 2})
  const fields = {
    ...place,
    ruleId: text,
    severity: fc.constantFrom('error' as const, 'warning' as const),
    message: text,
    url: text,
    reading: fc.record({start: offset, end: offset}, plain),
    related: fc.array(fc.record<Place & {message: string}>({...place, message: text}, plain), {maxLength: 2}),
    fix: fc.record({safety: fc.constantFrom('safe' as const, 'unsafe' as const), edits}, plain),
    suggestions: fc.array(fc.record({message: text, edits}, plain), {maxLength: 2}),
  } satisfies {readonly [Field in keyof Required<Diagnostic>]: fc.Arbitrary<Required<Diagnostic>[Field]>}
  const {fix: _, ...required} = fields
  const finding: fc.Arbitrary<Diagnostic> = fc.record(fields, {
    ...plain,
    requiredKeys: Object.keys(required) as (keyof typeof required)[],
  })
  const list = fc.array(finding, {maxLength: 4})

  it('are the same list whatever they are', () => {
    const change = fc.constantFrom(['甲乙丙', '甲丙'], ['甲丙', '甲\n乙丙'], ['', '字字'], ['甲', '甲'])
    fc.assert(
      fc.property(list, list, change, (old, now, [before = '', after = '']) => {
        expect(told(old, now, before, after).list).toStrictEqual(now)
        const moved = applyKept(old, [], findKept(old, old, findChange(before, before)))
        expect(moved).toStrictEqual(old)
      }),
      {numRuns: 500},
    )
  })

  /** A value once for each number or string in it, which is another one there. */
  function* withAnother<Value>(value: Value): Generator<Value> {
    if (typeof value === 'number') yield (value + 1) as Value
    else if (typeof value === 'string') yield `${value}的` as Value
    else if (Array.isArray(value))
      for (const [at, entry] of value.entries())
        for (const one of withAnother(entry)) yield value.with(at, one) as Value
    else
      for (const [key, entry] of Object.entries(value as object))
        for (const one of withAnother(entry)) yield {...value, [key]: one}
  }

  it('are sent where any one field is another', () => {
    const full: fc.Arbitrary<Diagnostic> = fc.record(fields, plain)
    const [one, last] = fc
      .sample(full, 200)
      .filter(({related, fix, suggestions: [first]}) => related.length && fix?.edits.length && first?.edits.length)
    expect(last).toBeDefined()
    let count = 0
    for (const other of withAnother(one as Diagnostic)) {
      const now = [other, last as Diagnostic]
      // the same text: nothing has moved
      expect(told([one as Diagnostic, last as Diagnostic], now, '甲'.repeat(20), '甲'.repeat(20)).list).toStrictEqual(
        now,
      )
      count++
    }
    expect(count).toBeGreaterThan(20)
  })
})
