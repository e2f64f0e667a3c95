import type {DefinitionParams, Location, LocationLink} from 'vscode-languageserver/node'
import {whenKnown} from '../known.ts'
import {answersTo, itemAt} from '../links.ts'
import type {Session} from '../session.ts'

/** From a problem to the measures that answer it, from a measure to its problems. */
export async function definition(
  session: Session,
  {textDocument, position}: DefinitionParams,
): Promise<Location[] | LocationLink[] | null> {
  const studied = await whenKnown(session, textDocument.uri)
  if (!studied) return null
  const {known, snapshot} = studied
  const found = itemAt(known, snapshot.positions.toOffset(position))
  if (!found) return null
  const targets = answersTo(known, found).map((item) => snapshot.positions.toRange(item))
  const {uri} = snapshot
  if (!session.client.definitionLinks) return targets.map((range) => ({uri, range}))
  const originSelectionRange = snapshot.positions.toRange(found.item)
  return targets.map((range) => ({
    originSelectionRange,
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: {start: range.start, end: range.start},
  }))
}
