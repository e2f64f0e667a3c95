import type {Diagnostic} from './diagnostic.ts'
import {hash} from './hash.ts'

/** Characters of the same line on both sides that tell equal words apart. */
const NEIGHBOURHOOD = 12
/** Of long words the beginning is enough. */
const WORDS = 100

/** `三、` `（二）` `1.` at the beginning of a line: an item that moves is numbered anew. */
const NUMBER = /^[（(]?[一二三四五六七八九十百\d]{1,4}[)）、.．]\s*/

const squeeze = (text: string): string => text.replace(/\s+/g, '')

/** What names a finding on whatever line its words stand: rule, words, and what stands beside them. */
export function fingerprint({ruleId, start, end}: Diagnostic, source: string): string {
  const lineStart = Math.max(source.lastIndexOf('\n', start - 1), source.lastIndexOf('\r', start - 1)) + 1
  const from = Math.max(lineStart, start - NEIGHBOURHOOD * 2)
  const to = Math.min(source.length, end + NEIGHBOURHOOD * 2)
  const before = squeeze(from === lineStart ? source.slice(from, start).replace(NUMBER, '') : source.slice(from, start))
  const [rest = ''] = source.slice(end, to).split(/[\r\n]/)
  const words = squeeze(source.slice(start, Math.min(end, start + WORDS)))
  return hash([ruleId, before.slice(-NEIGHBOURHOOD), words, squeeze(rest).slice(0, NEIGHBOURHOOD)].join('\0'))
}

/** How often a finding is known, by rule, then by fingerprint. */
export type Known = ReadonlyMap<string, ReadonlyMap<string, number>>

/** Parts findings from those that are known already; of equal ones the first count as known. */
export function withoutKnown(
  diagnostics: readonly Diagnostic[],
  source: string,
  known: Known,
): {readonly left: readonly Diagnostic[]; readonly used: Known} {
  const used = new Map<string, Map<string, number>>()
  const left = diagnostics.filter((diagnostic) => {
    const ofRule = known.get(diagnostic.ruleId)
    if (!ofRule) return true
    const mark = fingerprint(diagnostic, source)
    const usedOfRule = used.get(diagnostic.ruleId) ?? new Map<string, number>()
    const count = usedOfRule.get(mark) ?? 0
    if (count >= (ofRule.get(mark) ?? 0)) return true
    used.set(diagnostic.ruleId, usedOfRule.set(mark, count + 1))
    return false
  })
  return {left, used}
}

/** Findings as what is known of them. */
export function knownOf(diagnostics: readonly Diagnostic[], source: string): Known {
  const known = new Map<string, Map<string, number>>()
  for (const diagnostic of diagnostics) {
    const mark = fingerprint(diagnostic, source)
    const ofRule = known.get(diagnostic.ruleId) ?? new Map<string, number>()
    known.set(diagnostic.ruleId, ofRule.set(mark, (ofRule.get(mark) ?? 0) + 1))
  }
  return known
}
