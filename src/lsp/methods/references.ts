import type {Location, ReferenceParams} from 'vscode-languageserver/node'
import {whenKnown} from '../known.ts'
import {answersTo, itemAt} from '../links.ts'
import type {Session} from '../session.ts'

/** The same links as `definition`, with the item itself where the client wants it. */
export async function references(
  session: Session,
  {textDocument, position, context}: ReferenceParams,
): Promise<Location[] | null> {
  const studied = await whenKnown(session, textDocument.uri)
  if (!studied) return null
  const {known, snapshot} = studied
  const found = itemAt(known, snapshot.positions.toOffset(position))
  if (!found) return null
  const items = [...(context?.includeDeclaration ? [found.item] : []), ...answersTo(known, found)]
  return items.map((item) => ({uri: snapshot.uri, range: snapshot.positions.toRange(item)}))
}
