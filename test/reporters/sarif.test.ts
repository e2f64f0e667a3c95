import {execFileSync} from 'node:child_process'
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {rules} from '../../rules/index.ts'
import {readMarkdown} from '../../src/draft/markdown/read.ts'
import {readText} from '../../src/draft/text.ts'
import {DEFAULT_CONFIGURATION} from '../../src/lint/configuration.ts'
import {lint} from '../../src/lint/lint.ts'
import {toUri} from '../../src/reporters/reporter.ts'
import type {FileResult} from '../../src/reporters/result.ts'
import {sarif} from '../../src/reporters/sarif.ts'
import {CONTEXT, result, SAMPLE} from './results.ts'

interface Region {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
  readonly charOffset: number
  readonly charLength: number
}
interface Location {
  readonly physicalLocation: {readonly artifactLocation: {readonly uri: string}; readonly region: Region}
}
interface Log {
  readonly version: string
  readonly runs: readonly {
    readonly columnKind: string
    readonly tool: {readonly driver: {readonly name: string; readonly rules: readonly {readonly id: string}[]}}
    readonly results: readonly {
      readonly ruleId: string
      readonly ruleIndex?: number
      readonly level: string
      readonly message: {readonly text: string}
      readonly locations: readonly Location[]
      readonly relatedLocations?: readonly Location[]
      readonly partialFingerprints: Readonly<Record<string, string>>
    }[]
  }[]
}

const logOf = async (results: readonly FileResult[]): Promise<Log> => JSON.parse(await sarif(results, CONTEXT))

/** Every draft of the fixtures, linted. */
function fixtures(): FileResult[] {
  return ['fixtures/drafts', 'fixtures/annotated'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(?:txt|md)$/.test(name))
      .map((name) => {
        const source = readFileSync(join(folder, name), 'utf8')
        const draft = name.endsWith('.md') ? readMarkdown(source) : readText(source)
        return result(join(folder, name), draft.source, lint(draft, DEFAULT_CONFIGURATION, rules))
      }),
  )
}

describe('sarif', () => {
  it('tells place, level, words and repair of a finding', async () => {
    const [run] = (await logOf([SAMPLE])).runs
    expect(run?.columnKind).toBe('utf16CodeUnits')
    expect(run?.results.map(({level}) => level)).toEqual(['error', 'warning', 'note'])
    const uri = '%E8%8D%89%E7%A8%BF/%E6%8A%A5%E5%91%8A%201%2C%E4%BA%8C%3A%E4%B8%89%25.txt'
    expect(run?.results[1]).toEqual({
      ruleId: 'percent-range',
      ruleIndex: 2,
      level: 'warning',
      message: {text: '范围用“—”：<改> & "引"。'},
      locations: [
        {
          physicalLocation: {
            artifactLocation: {uri},
            region: {startLine: 2, startColumn: 6, endLine: 2, endColumn: 13, charOffset: 13, charLength: 7},
          },
        },
      ],
      partialFingerprints: {'zicha/v1': expect.stringMatching(/^[0-9a-f]{16}$/)},
      fixes: [
        {
          artifactChanges: [
            {
              artifactLocation: {uri},
              replacements: [
                {
                  deletedRegion: {
                    startLine: 2,
                    startColumn: 9,
                    endLine: 2,
                    endColumn: 10,
                    charOffset: 16,
                    charLength: 1,
                  },
                  insertedContent: {text: '—'},
                },
              ],
            },
          ],
        },
      ],
    })
    expect(run?.results[2]?.relatedLocations?.[0]?.physicalLocation.region.startColumn).toBe(3)
  })

  it('holds together over all fixtures', async () => {
    const results = fixtures()
    const log = await logOf(results)
    const lengths = new Map(results.map(({filePath, source}) => [toUri(filePath), source.length]))
    const [run] = log.runs
    const described = run?.tool.driver.rules.map(({id}) => id) ?? []
    expect(log.version).toBe('2.1.0')
    expect(new Set(described).size).toBe(described.length)
    expect(run?.results.length).toBe(results.flatMap(({diagnostics}) => diagnostics).length)
    const prints = new Set<string>()
    for (const {ruleId, ruleIndex, message, locations, relatedLocations = [], partialFingerprints} of run?.results ??
      []) {
      expect(described[ruleIndex ?? -1]).toBe(ruleId)
      expect(message.text).not.toBe('')
      prints.add(partialFingerprints['zicha/v1'] ?? '')
      for (const {physicalLocation} of [...locations, ...relatedLocations]) {
        const {region, artifactLocation} = physicalLocation
        expect(artifactLocation.uri).toMatch(/^[\w.~%!*'()/-]+$/)
        expect(region.startLine).toBeGreaterThan(0)
        expect(region.startColumn).toBeGreaterThan(0)
        expect(region.endLine > region.startLine || region.endColumn >= region.startColumn).toBe(true)
        expect(region.charOffset + region.charLength).toBeLessThanOrEqual(lengths.get(artifactLocation.uri) ?? -1)
      }
    }
    expect(prints.size).toBe(run?.results.length)
  })

  // the validator of the format's makers weighs 100 MB, so it is no dependency: npm i --no-save @microsoft/sarif-multitool
  const multitool = process.env.SARIF_MULTITOOL
  it.skipIf(!multitool)(
    'passes the official validator',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'zicha-sarif-'))
      try {
        const path = join(folder, 'log.sarif')
        writeFileSync(
          path,
          await sarif([SAMPLE, result('/绝对/路径 1.txt', SAMPLE.source, SAMPLE.diagnostics), ...fixtures()], CONTEXT),
        )
        const env = {...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1'}
        const told = execFileSync(multitool ?? '', ['validate', path], {encoding: 'utf8', env})
        expect(told).not.toMatch(/: error /)
      } finally {
        rmSync(folder, {recursive: true, force: true})
      }
    },
    120_000,
  )
})

describe('toUri', () => {
  it('takes a backslash for a part of a name where it is one', () => {
    expect(toUri('a\\b.txt', false)).toBe('a%5Cb.txt')
    expect(toUri('a\\b.txt', true)).toBe('a/b.txt')
  })

  it.each([
    ['草稿/报告 1.docx', '%E8%8D%89%E7%A8%BF/%E6%8A%A5%E5%91%8A%201.docx'],
    ['a\\b#c?.txt', 'a/b%23c%3F.txt'],
    ['/tmp/a b.txt', 'file:///tmp/a%20b.txt'],
    ['C:\\稿\\a.txt', 'file:///C:/%E7%A8%BF/a.txt'],
    ['\\\\server\\share\\a.txt', 'file://server/share/a.txt'],
    ['../a.txt', '../a.txt'],
  ])('%s becomes %s', (path, uri) => {
    expect(toUri(path, true)).toBe(uri)
  })
})
