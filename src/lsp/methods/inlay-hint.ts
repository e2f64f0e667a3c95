import {type InlayHint, InlayHintKind, type InlayHintParams} from 'vscode-languageserver/node'
import type {Span} from '../../draft/span.ts'
import {ROLES} from '../../reporters/texts.ts'
import {whenKnown} from '../known.ts'
import type {Session} from '../session.ts'

/** Behind each heading what the part was taken for, before each item its number. Off unless the settings ask for it. */
export async function inlayHint(session: Session, {textDocument, range}: InlayHintParams): Promise<InlayHint[] | null> {
  const studied = await whenKnown(session, textDocument.uri)
  if (!studied?.settings.inlayHints) return null
  const {known, snapshot, settings} = studied
  const {positions} = snapshot
  const seen = positions.toSpan(range)
  const isSeen = (offset: number): boolean => seen.start <= offset && offset <= seen.end
  const lang = settings.lang ?? settings.locale
  const items: readonly (Span & {readonly id: string})[] = [...known.problems, ...known.causes, ...known.measures]
  return [
    ...known.sections
      .filter(({titleSpan, start}) => isSeen(titleSpan?.end ?? start))
      .map(
        ({role, titleSpan, start}): InlayHint => ({
          position: positions.toPosition(titleSpan?.end ?? start),
          label: ROLES[role][lang],
          kind: InlayHintKind.Type,
          ...(titleSpan ? {paddingLeft: true} : {paddingRight: true}),
        }),
      ),
    ...items
      .filter(({start}) => isSeen(start))
      .map(
        ({id, start}): InlayHint => ({
          position: positions.toPosition(start),
          label: id,
          kind: InlayHintKind.Type,
          paddingRight: true,
        }),
      ),
  ]
}
