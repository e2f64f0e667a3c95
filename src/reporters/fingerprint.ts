import type {Diagnostic} from '../lint/diagnostic.ts'
import {fingerprint} from '../lint/fingerprint.ts'
import {hash} from '../lint/hash.ts'
import {slashed} from './reporter.ts'

/** What names a finding from run to run: file, rule, words and, of equal ones, which. Lines may move. */
export function fingerprints(diagnostics: readonly (Diagnostic & {filePath: string; source: string})[]): string[] {
  const seen = new Map<string, number>()
  return diagnostics.map((diagnostic) => {
    const key = `${slashed(diagnostic.filePath)}\0${fingerprint(diagnostic, diagnostic.source)}`
    const number = seen.get(key) ?? 0
    seen.set(key, number + 1)
    return hash(`${key}\0${number}`)
  })
}
