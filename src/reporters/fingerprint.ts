import {hash} from '../lint/hash.ts'

interface Fingerprinted {
  readonly filePath: string
  readonly source: string
  readonly ruleId: string
  readonly start: number
  readonly end: number
}

/** How much of the line around a finding names it. */
const AROUND = 12

/** The words of a finding with what stands around them on their lines; lines above and below may change. */
function context(source: string, start: number, end: number): string {
  const before = source.slice(Math.max(0, start - AROUND), start)
  const after = source.slice(end, end + AROUND)
  return (/[^\r\n]*$/.exec(before)?.[0] ?? '') + source.slice(start, end) + (/^[^\r\n]*/.exec(after)?.[0] ?? '')
}

/** What names a finding from run to run: file, rule, words and, of equal ones, which. Lines may move. */
export function fingerprints(diagnostics: readonly Fingerprinted[]): string[] {
  const seen = new Map<string, number>()
  return diagnostics.map(({filePath, source, ruleId, start, end}) => {
    const key = [filePath.replaceAll('\\', '/'), ruleId, context(source, start, end)].join('\0')
    const number = seen.get(key) ?? 0
    seen.set(key, number + 1)
    return hash(`${key}\0${number}`)
  })
}
