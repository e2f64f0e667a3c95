import {type SemanticTokens, SemanticTokensBuilder, type SemanticTokensParams} from 'vscode-languageserver/node'
import {whenKnown} from '../known.ts'
import type {Session} from '../session.ts'

/** The only kind of token: what was never filled in. */
export const LEGEND = {tokenTypes: ['blank'], tokenModifiers: []}

/** Blanks (空缺), so that a theme can show them before any finding is read. */
export async function semanticTokens(session: Session, {textDocument}: SemanticTokensParams): Promise<SemanticTokens> {
  const builder = new SemanticTokensBuilder()
  const studied = await whenKnown(session, textDocument.uri)
  const positions = studied?.snapshot.positions
  if (!studied || !positions) return builder.build()
  let from = 0
  for (const blank of studied.known.blanks) {
    const last = positions.lineAt(blank.end)
    for (let line = positions.lineAt(blank.start); line <= last; line++) {
      const whole = positions.line(line)
      const start = Math.max(blank.start, whole.start, from)
      const end = Math.min(blank.end, whole.end)
      if (end <= start) continue
      const range = positions.toRange({start, end})
      builder.push(line, range.start.character, range.end.character - range.start.character, 0, 0)
      from = end
    }
  }
  return builder.build()
}
