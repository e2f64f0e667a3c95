import {describe, expect, it} from 'vitest'
import {gitlab} from '../../src/reporters/gitlab.ts'
import {json} from '../../src/reporters/json.ts'
import {jsonl} from '../../src/reporters/jsonl.ts'
import {rdjson} from '../../src/reporters/rdjson.ts'
import type {FileResult} from '../../src/reporters/result.ts'
import {findingOn, result, SAMPLE, written} from './results.ts'

interface JsonMessage {
  readonly ruleId: string
  readonly [key: string]: unknown
}

describe('json', () => {
  it('is one object a file, with counts', async () => {
    const [told, clean] = JSON.parse(await written(json, [SAMPLE, result('b.txt', '好。')]))
    expect(told).toMatchObject({
      filePath: SAMPLE.filePath,
      errorCount: 1,
      warningCount: 1,
      infoCount: 1,
      fixableCount: 1,
    })
    expect(told.messages[1]).toEqual({
      ruleId: 'percent-range',
      severity: 'warning',
      message: '范围用“—”：<改> & "引"。',
      url: 'docs/rules/unfilled-placeholder.md',
      start: 13,
      end: 20,
      line: 2,
      column: 6,
      endLine: 2,
      endColumn: 13,
      fix: {safety: 'safe', edits: [{start: 16, end: 17, text: '—'}]},
    })
    expect(told.messages[2].related).toEqual([
      {message: '此处提到', start: 2, end: 4, line: 1, column: 3, endLine: 1, endColumn: 5},
    ])
    expect(clean).toEqual({
      filePath: 'b.txt',
      messages: [],
      errorCount: 0,
      warningCount: 0,
      infoCount: 0,
      fixableCount: 0,
    })
  })

  it('is an empty array without files', async () => {
    expect(await written(json, [])).toBe('[]\n')
  })
})

describe('jsonl', () => {
  it('has a line a file, which holds the same', async () => {
    const text = await written(jsonl, [SAMPLE, result('b.txt', '好。')])
    const lines = text.trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual(
      JSON.parse(await written(json, [SAMPLE, result('b.txt', '好。')])),
    )
  })
})

describe('gitlab', () => {
  const printsOf = async (file: FileResult): Promise<string[]> =>
    JSON.parse(await written(gitlab, [file])).map(({fingerprint}: {fingerprint: string}) => fingerprint)

  it('is a list of Code Climate issues', async () => {
    const [first, second, third] = JSON.parse(await written(gitlab, [SAMPLE]))
    expect(first).toEqual({
      description: '这里没有填写。',
      check_name: 'unfilled-placeholder',
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      severity: 'major',
      location: {path: '草稿/报告 1,二:三%.txt', lines: {begin: 1, end: 1}},
    })
    expect([second.severity, third.severity]).toEqual(['minor', 'info'])
  })

  it('keeps a fingerprint when lines move, and gives equal findings different ones', async () => {
    const before = '一、情况\n召开会议*次，走访*户。\n'
    const after = `新增一行。\n${before}`
    const star = (source: string) => {
      const first = findingOn(source, '*')
      const second = findingOn(source, '*户')
      return result('a.txt', source, [first, {...second, end: second.end - 1}])
    }
    const prints = await printsOf(star(before))
    expect(new Set(prints).size).toBe(2)
    expect(await printsOf(star(after))).toEqual(prints)
    const twice = '召开会议*次。'
    const same = findingOn(twice, '*')
    expect(new Set(await printsOf(result('a.txt', twice, [same, same]))).size).toBe(2)
  })
})

describe('rdjson', () => {
  it('counts columns in bytes of UTF-8, and offers the repair of the words themselves', async () => {
    const source = '甲乙\n𠮷安100-200名\n'
    const at = findingOn(source, '100-200')
    const whole = {
      ...at,
      fix: {safety: 'safe' as const, edits: [{start: at.start, end: at.end, text: '100—200'}]},
    }
    const {source: tool, diagnostics} = JSON.parse(await written(rdjson, [result('甲.txt', source, [whole])]))
    const range = {start: {line: 2, column: 8}, end: {line: 2, column: 15}}
    expect(tool).toEqual({name: 'zicha'})
    expect(diagnostics).toEqual([
      {
        message: '这里没有填写。',
        location: {path: '甲.txt', range},
        severity: 'ERROR',
        code: {value: 'unfilled-placeholder', url: 'docs/rules/unfilled-placeholder.md'},
        suggestions: [{range, text: '100—200'}],
      },
    ])
  })

  it('leaves out a repair of other words', async () => {
    const {diagnostics} = JSON.parse(await written(rdjson, [SAMPLE])) as {diagnostics: JsonMessage[]}
    expect(diagnostics.map((diagnostic) => 'suggestions' in diagnostic)).toEqual([false, false, false])
  })
})
