import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {nameAround, withName} from '../../src/lsp/names.ts'
import {temporaryFolder} from './drafts.ts'

const folder = temporaryFolder()

async function add(name: string, text: string, word = '双领+X'): Promise<string | undefined> {
  writeFileSync(join(folder.path, name), text)
  return (await withName(join(folder.path, name), '/elsewhere', word))?.text
}

describe('a name is added to a configuration', () => {
  it('that does not exist yet', async () => {
    expect(await withName(undefined, folder.path, '双领+X')).toEqual({
      path: join(folder.path, 'zicha.config.json'),
      text: '{\n  "names": [\n    "双领+X"\n  ]\n}\n',
    })
    const path = join(folder.path, 'none.yaml')
    expect((await withName(path, folder.path, '双领+X'))?.path).toBe(path)
  })

  it.each([
    ['no names', '{\n  "lang": "zh"\n}\n', '{\n  "names": ["双领+X"],\n  "lang": "zh"\n}\n'],
    ['names', '{"names": ["甲X"], "lang": "zh"}', '{"names": ["甲X", "双领+X"], "lang": "zh"}'],
    ['names on lines', '{\n  "names": [\n    "甲X"\n  ]\n}\n', '{\n  "names": [\n    "甲X", "双领+X"\n  ]\n}\n'],
    ['an empty list', '{"names": []}', '{"names": ["双领+X"]}'],
    ['nothing', '{}', '{"names": ["双领+X"]}'],
    ['one line', '{"lang": "zh"}', '{"names": ["双领+X"], "lang": "zh"}'],
    ['CRLF and BOM', '\ufeff{\r\n  "names": ["甲X"]\r\n}\r\n', '\ufeff{\r\n  "names": ["甲X", "双领+X"]\r\n}\r\n'],
    ['comments', '{\n  # ours\n  "lang": "zh"\n}\n', '{\n  "names": ["双领+X"],\n  # ours\n  "lang": "zh"\n}\n'],
    ['the name itself', '{"names": ["双领+X"]}', '{"names": ["双领+X"]}'],
  ])('in JSON with %s', async (_, before, after) => {
    expect(await add('zicha.config.json', before)).toBe(after)
  })

  it.each([
    ['a list', 'lang: zh\nnames:\n  - 甲X # 品牌\n', 'lang: zh\nnames:\n  - 甲X # 品牌\n  - 双领+X\n'],
    ['a list in brackets', 'names: [甲X]\n', 'names: [甲X, "双领+X"]\n'],
    ['no names', '# 本馆\nlang: zh\n', '# 本馆\nlang: zh\nnames:\n  - 双领+X\n'],
    ['empty names', 'names:\nlang: zh\n', 'names:\n  - 双领+X\nlang: zh\n'],
    ['nothing', '', 'names:\n  - 双领+X\n'],
    ['CRLF', 'names:\r\n  - 甲X\r\n', 'names:\r\n  - 甲X\r\n  - 双领+X\r\n'],
  ])('in YAML with %s', async (_, before, after) => {
    const text = await add('zicha.config.yaml', before)
    expect(text).toBe(after)
    expect(parse(text ?? '').names).toContain('双领+X')
  })

  it('in package.json, and nothing else there changes', async () => {
    const before = '{\n  "name": "drafts",\n  "zicha": {\n    "lang": "zh"\n  },\n  "files": ["a", "b"]\n}\n'
    expect(await add('package.json', before)).toBe(before.replace('"lang"', '"names": ["双领+X"],\n    "lang"'))
  })

  it('not in code, and not in what is broken', async () => {
    expect(await add('zicha.config.mjs', 'export default {}')).toBeUndefined()
    await expect(add('zicha.config.json', '{"names": [')).rejects.toThrow()
  })
})

describe('the name around a blank', () => {
  const text = '现将“双领+X”党建品牌情况报告如下，党建品牌XX支部没有参加，去年**次。'
  const span = (words: string) => ({start: text.indexOf(words), end: text.indexOf(words) + words.length})
  const none = {start: 0, end: 0}

  it.each([
    ['what is selected around it', 'XX', span('品牌XX支部'), '品牌XX支部'],
    ['not a selection of the blank alone', 'XX', span('XX'), '党建品牌XX支部没有'],
    ['not a selection of several clauses', 'XX', span('如下，党建品牌XX支部'), '党建品牌XX支部没有'],
    ['what is quoted', 'X', none, '双领+X'],
  ])('is %s', (_, blank, selected, name) => {
    expect(nameAround(text, span(blank), selected)).toBe(name)
  })
})
