import type {Draft} from '../draft/draft.ts'
import type {Diagnostic} from './diagnostic.ts'
import {applyFixes} from './edits.ts'

/** Fixes may make room for others; more rounds than this are never needed. */
const ROUNDS = 10

export interface Fixed {
  readonly source: string
  /** How many fixes were applied. */
  readonly applied: number
  /** What is left, found in the fixed text. */
  readonly diagnostics: readonly Diagnostic[]
  readonly draft: Draft
}

/**
 * Applies fixes until nothing more can be repaired.
 * @param read makes a draft of the source again after each round
 * @param found what is to be repaired in a draft
 * @param unsafe whether fixes that may change the sense are applied as well
 */
export function fix(
  draft: Draft,
  read: (source: string) => Draft,
  found: (draft: Draft) => readonly Diagnostic[],
  unsafe: boolean,
): Fixed {
  const seen = new Set([draft.source])
  let current = draft
  let applied = 0
  let diagnostics = found(current)
  for (let round = 0; round < ROUNDS; round++) {
    const fixes = diagnostics.flatMap(({fix}) => (fix && (unsafe || fix.safety === 'safe') ? [fix.edits] : []))
    const result = applyFixes(current.source, fixes)
    // two rules that undo each other would go on for ever
    if (!result.applied || seen.has(result.text)) break
    seen.add(result.text)
    applied += result.applied
    current = read(result.text)
    diagnostics = found(current)
  }
  return {source: current.source, applied, diagnostics, draft: current}
}
