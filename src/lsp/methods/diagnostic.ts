import {
  type CancellationToken,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver/node'
import {LARGE, Superseded} from '../analyst.ts'
import {allToLsp} from '../findings.ts'
import {PAUSE} from '../publisher.ts'
import type {Session} from '../session.ts'
import type {Snapshot} from '../snapshot.ts'

const EMPTY: DocumentDiagnosticReport = {kind: DocumentDiagnosticReportKind.Full, items: []}

/** Tells one text under one configuration from every other. */
const resultIdOf = ({id}: Snapshot, generation: number): string => `${id}/${generation}`

/** The client is to ask again: the text has changed since. */
const changed = (): ResponseError<unknown> =>
  new ResponseError(LSPErrorCodes.ServerCancelled, 'the draft has changed', {retriggerRequest: true})

/** The findings of an open draft, for clients that ask for them. */
export async function diagnostic(
  session: Session,
  {textDocument, previousResultId}: DocumentDiagnosticParams,
  token: CancellationToken,
): Promise<DocumentDiagnosticReport> {
  const {uri} = textDocument
  const snapshot = session.snapshot(uri)
  if (!snapshot) return EMPTY
  const {generation} = session
  const resultId = resultIdOf(snapshot, generation)
  if (previousResultId === resultId) return {kind: DocumentDiagnosticReportKind.Unchanged, resultId}
  if (snapshot.positions.text.length > LARGE) await new Promise((resolve) => setTimeout(resolve, PAUSE))
  const isOld = (): boolean => session.snapshot(uri) !== snapshot || session.generation !== generation
  if (token.isCancellationRequested || isOld()) throw changed()
  const {study, settings} = await session.study(snapshot)
  if (!settings.enable) return EMPTY
  try {
    const found = await study.diagnostics()
    if (isOld()) throw changed()
    const items = await allToLsp(found, snapshot, session.features)
    if (isOld()) throw changed()
    return {kind: DocumentDiagnosticReportKind.Full, resultId, items}
  } catch (error) {
    throw error instanceof Superseded ? changed() : error
  }
}
