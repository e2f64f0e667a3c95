import {type FoldingRange, FoldingRangeKind, type FoldingRangeParams} from 'vscode-languageserver/node'
import {whenKnown} from '../known.ts'
import type {Session} from '../session.ts'

/** Parts, and headings and items that are longer than a line. */
export async function foldingRange(
  session: Session,
  {textDocument}: FoldingRangeParams,
): Promise<FoldingRange[] | null> {
  const studied = await whenKnown(session, textDocument.uri)
  if (!studied) return null
  const {positions} = studied.snapshot
  const byStart = new Map<number, number>()
  for (const {start, end} of [...studied.known.sections, ...studied.known.folds]) {
    const startLine = positions.lineAt(start)
    const endLine = positions.lineAt(Math.max(start, end - 1))
    if (endLine > startLine) byStart.set(startLine, Math.max(endLine, byStart.get(startLine) ?? 0))
  }
  return [...byStart].map(([startLine, endLine]) => ({startLine, endLine, kind: FoldingRangeKind.Region}))
}
