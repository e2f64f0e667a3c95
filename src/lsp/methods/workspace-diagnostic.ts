import {readFile, stat} from 'node:fs/promises'
import {pathToFileURL} from 'node:url'
import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  type Diagnostic as LspDiagnostic,
  type PreviousResultId,
  type ResultProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node'
import {findInputs} from '../../cli/inputs.ts'
import {decodeText} from '../../draft/decode.ts'
import {toLsp} from '../findings.ts'
import {Positions} from '../positions.ts'
import type {Session} from '../session.ts'
import {formatOf, type Snapshot} from '../snapshot.ts'
import {keyOf} from '../workspace.ts'

/** How often folders are looked at again where no client tells of changes, in milliseconds. */
const INTERVAL = 30_000

type Report = WorkspaceDocumentDiagnosticReport

/** Clients that have had an answer: they know it, even where there was nothing to tell. */
const answered = new WeakSet<Session>()

/**
 * The findings of all drafts in the open folders that are not open themselves, one by one where the client takes them so.
 * When nothing is new, the answer waits for a change: clients ask again and again.
 */
export async function workspaceDiagnostic(
  session: Session,
  {previousResultIds}: WorkspaceDiagnosticParams,
  token: CancellationToken,
  progress?: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult>,
): Promise<WorkspaceDiagnosticReport> {
  // by path: client and server don't write every address alike
  const known = new Map(previousResultIds.map((one) => [keyOf(one.uri), one]))
  for (;;) {
    const change = nextChange(session, token)
    const items: Report[] = []
    let isNews = !known.size && !answered.has(session)
    for await (const report of reports(session, known, token)) {
      const isNew = report.kind === DocumentDiagnosticReportKind.Full
      isNews ||= isNew
      if (isNew && progress) progress.report({items: [report]})
      else items.push(report)
    }
    if (isNews || token.isCancellationRequested) {
      change.stop()
      answered.add(session)
      if (progress && items.length) progress.report({items})
      return {items: progress ? [] : items}
    }
    session.analyst.rehearsal.resume()
    await change.come
    session.analyst.rehearsal.pause()
  }
}

async function* reports(
  session: Session,
  known: ReadonlyMap<string, PreviousResultId>,
  token: CancellationToken,
): AsyncGenerator<Report> {
  // open drafts are asked for one by one
  const open = new Set(session.snapshots.map(({uri}) => keyOf(uri)))
  const seen = new Set<string>()
  for (const path of await draftsOf(session)) {
    if (token.isCancellationRequested) return
    const address = pathToFileURL(path).href
    const key = keyOf(address)
    if (open.has(key)) continue
    const previous = known.get(key)
    const report = await reportOn(session, path, previous?.uri ?? address, previous?.value)
    if (!report) continue
    seen.add(key)
    yield report
    await new Promise((resolve) => setImmediate(resolve))
  }
  // an empty list that was told stays told
  for (const [key, {uri, value}] of known)
    if (!seen.has(key) && !open.has(key) && value !== GONE) {
      if (token.isCancellationRequested) return
      yield {uri, version: null, kind: DocumentDiagnosticReportKind.Full, resultId: GONE, items: []}
    }
}

/** The result of a draft that is there no longer. */
const GONE = 'gone'

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
): Promise<Report | undefined> {
  const file = await stat(path).catch(() => undefined)
  const settings = await session.workspace.settingsFor(uri)
  // a folder within a folder has its own settings
  if (!file || !settings.enable || !settings.workspaceDiagnostics) return undefined
  const resultId = `${file.mtimeMs}/${file.size}/${session.generation}`
  if (previous === resultId) return {uri, version: null, kind: DocumentDiagnosticReportKind.Unchanged, resultId}
  try {
    const {text} = decodeText(await readFile(path))
    const positions = new Positions(text, session.client.encoding)
    const snapshot: Snapshot = {id: 0, uri, path, format: formatOf(path, ''), version: 0, positions}
    const found = await session.analyst.study({path, format: snapshot.format, text}, settings).diagnostics()
    const items: LspDiagnostic[] = found.map((one) => toLsp(one, snapshot, session.features))
    return {uri, version: null, kind: DocumentDiagnosticReportKind.Full, resultId, items}
  } catch (error) {
    // unreadable, gone, opened meanwhile: one draft never ends the list of the others
    session.connection.console.info(`zicha: ${path}: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
}

/** Listens from now on, so that a change during a round is not missed. */
function nextChange(session: Session, token: CancellationToken): {readonly come: Promise<void>; stop(): void} {
  const stops: (() => void)[] = []
  const stop = (): void => {
    for (const one of stops.splice(0)) one()
  }
  const come = new Promise<void>((resolve) => {
    const done = (): void => {
      stop()
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
  return {come, stop}
}
