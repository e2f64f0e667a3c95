import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {withEntries, withoutEntries} from '../../src/cli/sidecar-text.ts'

const NEW = [{file: '丙.txt', rule: 'r'}]
const ADDED = '- file: 丙.txt\n  rule: r\n'

describe('a list of suppressions', () => {
  test.each([
    ['', '# 头\n'],
    ['# 我的\n', '# 我的\n'],
    ['# 我的\n[]\n', '# 我的\n'],
    ['# 我的\n- file: 甲\n  rule: "r"  # 为何\n# 尾', '# 我的\n- file: 甲\n  rule: "r"  # 为何\n# 尾\n'],
  ])('%j is added to, and kept as it is written', async (text, before) => {
    expect(await withEntries(text, NEW, '# 头\n')).toBe(before + ADDED)
  })

  test.each(['[{file: 甲, rule: r}]\n', '  - file: 甲\n    rule: r\n', '- file: 甲\n  rule: r\n...\n'])(
    '%j is added to by writing it anew',
    async (text) => {
      expect(parse(await withEntries(text, NEW, ''))).toEqual([{file: '甲', rule: 'r'}, ...NEW])
    },
  )

  const LIST = '# 我的\n\n# 头\n- file: 甲\n  rule: r\n\n# 乙的\n- {file: 乙, rule: "r"} # 为何\n- file: 丙\n# 尾\n'
  test.each<[string, readonly number[], string]>([
    ['the first', [0], '# 我的\n\n# 头\n\n# 乙的\n- {file: 乙, rule: "r"} # 为何\n- file: 丙\n# 尾\n'],
    ['another', [1], '# 我的\n\n# 头\n- file: 甲\n  rule: r\n- file: 丙\n# 尾\n'],
    ['the last', [2], '# 我的\n\n# 头\n- file: 甲\n  rule: r\n\n# 乙的\n- {file: 乙, rule: "r"} # 为何\n# 尾\n'],
    ['all', [0, 1, 2], '# 我的\n\n# 头\n# 尾\n'],
  ])('loses %s, and nothing else', async (_, dropped, left) => {
    expect(await withoutEntries(LIST, (index) => !dropped.includes(index))).toBe(left)
  })

  test.each(['# 头\n[{file: 甲}, {file: 乙}]\n', '- file: 甲\n- file: 乙', '- {file: 甲}\r\n- {file: 乙}\r\n'])(
    '%j loses one, however it is written',
    async (text) => {
      expect(parse(await withoutEntries(text, (index) => index === 1))).toEqual([{file: '乙'}])
      expect(parse(await withoutEntries(text, () => false))).toBe(null)
    },
  )

  test('is what it would be, whatever is dropped', async () => {
    const entry = fc.constantFrom(
      '- file: 甲\n  rule: r\n',
      '-\n  file: 乙\n',
      '- {file: 丙}\n',
      '- file: |\n    丁\n    戊\n',
    )
    const between = fc.constantFrom('', '\n', '# 注\n', '\n  # 注\n\n')
    const list = fc.array(fc.tuple(between, entry, fc.boolean()), {minLength: 1, maxLength: 6})
    await fc.assert(
      fc.asyncProperty(list, between, async (parts, end) => {
        const text = parts.map(([before, item]) => before + item).join('') + end
        const all = parse(text) as unknown[]
        const left = await withoutEntries(text, (index) => parts[index]?.[2] ?? true)
        expect(parse(left) ?? []).toEqual(all.filter((_, index) => parts[index]?.[2]))
      }),
    )
  })
})
