import {readFile, stat} from 'node:fs/promises'
import {pathToFileURL} from 'node:url'
import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  type Diagnostic as LspDiagnostic,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node'
import {findInputs} from '../../cli/inputs.ts'
import {decodeText} from '../../draft/decode.ts'
import {UnreadableDraft} from '../../draft/unreadable.ts'
import {toLsp} from '../findings.ts'
import {Positions} from '../positions.ts'
import type {Session} from '../session.ts'
import type {Settings} from '../settings.ts'
import {formatOf, type Snapshot} from '../snapshot.ts'

/** How often folders are looked at again where no client tells of changes, in milliseconds. */
const INTERVAL = 30_000

/**
 * The findings of all drafts in the open folders that are not open themselves. When nothing is new, the answer waits for
 * a change: clients ask again and again.
 */
export async function workspaceDiagnostic(
  session: Session,
  {previousResultIds}: WorkspaceDiagnosticParams,
  token: CancellationToken,
): Promise<WorkspaceDiagnosticReport> {
  const known = new Map(previousResultIds.map(({uri, value}) => [uri, value]))
  for (;;) {
    const items = await reportAll(session, known, token)
    const isNews = !known.size || items.some(({kind}) => kind === DocumentDiagnosticReportKind.Full)
    if (isNews || token.isCancellationRequested) return {items}
    await nextChange(session, token)
    if (token.isCancellationRequested) return {items: []}
  }
}

async function reportAll(
  session: Session,
  known: ReadonlyMap<string, string>,
  token: CancellationToken,
): Promise<WorkspaceDocumentDiagnosticReport[]> {
  const items: WorkspaceDocumentDiagnosticReport[] = []
  const seen = new Set<string>()
  for (const path of await draftsOf(session)) {
    if (token.isCancellationRequested) break
    const uri = pathToFileURL(path).href
    // open drafts are asked for one by one
    if (session.snapshot(uri)) continue
    const report = await reportOn(session, path, uri, known.get(uri))
    if (!report) continue
    seen.add(uri)
    items.push(report)
    await new Promise((resolve) => setImmediate(resolve))
  }
  for (const uri of known.keys())
    if (!seen.has(uri) && !session.snapshot(uri) && !token.isCancellationRequested)
      items.push({uri, version: null, kind: DocumentDiagnosticReportKind.Full, items: []})
  return items
}

async function draftsOf(session: Session): Promise<string[]> {
  const paths = new Set<string>()
  for (const root of session.workspace.roots) {
    const settings = await session.workspace.settingsFor(pathToFileURL(root).href)
    if (!settings.enable || !settings.workspaceDiagnostics) continue
    const loader = session.analyst.loaders.for(settings)
    const {inputs} = await findInputs([root], (path, withGit) => loader.ignores(path, withGit).catch(() => false))
    for (const {path} of inputs) if (!/\.docx$/i.test(path)) paths.add(path)
  }
  return [...paths]
}

async function reportOn(
  session: Session,
  path: string,
  uri: string,
  previous: string | undefined,
): Promise<WorkspaceDocumentDiagnosticReport | undefined> {
  const found = await stat(path).catch(() => undefined)
  if (!found) return undefined
  const resultId = `${found.mtimeMs}/${found.size}/${session.generation}`
  if (previous === resultId) return {uri, version: null, kind: DocumentDiagnosticReportKind.Unchanged, resultId}
  const settings = await session.workspace.settingsFor(uri)
  const items = await lintFile(session, path, uri, settings)
  return items && {uri, version: null, kind: DocumentDiagnosticReportKind.Full, resultId, items}
}

async function lintFile(
  session: Session,
  path: string,
  uri: string,
  settings: Settings,
): Promise<LspDiagnostic[] | undefined> {
  try {
    const {text} = decodeText(await readFile(path))
    const positions = new Positions(text, session.client.encoding)
    const snapshot: Snapshot = {id: 0, uri, path, format: formatOf(path, ''), version: 0, positions}
    const study = session.analyst.study({path, format: snapshot.format, text}, settings)
    return (await study.diagnostics()).map((one) => toLsp(one, snapshot, session.features))
  } catch (error) {
    if (error instanceof UnreadableDraft || (error as NodeJS.ErrnoException).code !== undefined) return undefined
    throw error
  }
}

function nextChange(session: Session, token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    const stops: (() => void)[] = []
    const done = (): void => {
      for (const stop of stops) stop()
      resolve()
    }
    const timer = setTimeout(done, INTERVAL)
    const cancelled = token.onCancellationRequested(done)
    stops.push(
      () => clearTimeout(timer),
      () => cancelled.dispose(),
      session.onFiles(done),
    )
  })
}
