import {hash} from '../lint/hash.ts'

interface Fingerprinted {
  readonly filePath: string
  readonly source: string
  readonly ruleId: string
  readonly start: number
  readonly end: number
}

/** What names a finding from run to run: file, rule, words and, of equal ones, which. Lines may move. */
export function fingerprints(diagnostics: readonly Fingerprinted[]): string[] {
  const seen = new Map<string, number>()
  return diagnostics.map(({filePath, source, ruleId, start, end}) => {
    const key = [filePath.replaceAll('\\', '/'), ruleId, source.slice(Math.max(0, start - 12), end + 12)].join('\0')
    const number = seen.get(key) ?? 0
    seen.set(key, number + 1)
    return hash(`${key}\0${number}`)
  })
}
