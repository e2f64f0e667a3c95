import {existsSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {basename} from 'node:path'
import type {ExecuteCommandParams} from 'vscode-languageserver/node'
import {rules} from '../../../rules/index.ts'
import {whyNotWritten} from '../../cli/why-not-written.ts'
import {writeAtomically} from '../../cli/write-file.ts'
import {rulePage} from '../../docs/rule-page.ts'
import {Failure} from '../../lint/failure.ts'
import {ignoreBeside} from '../ignore.ts'
import {withName} from '../names.ts'
import type {Session} from '../session.ts'
import type {Settings} from '../settings.ts'
import {say, type TEXTS} from '../texts.ts'

export const ADD_NAME = 'zicha.server.addName'
/** Records that a finding stays (uri, rule, offset). */
export const IGNORE = 'zicha.server.ignore'
const EXPLAIN = 'zicha.server.explain'
const UNDERSTANDING = 'zicha.server.understanding'
const ANNOTATE = 'zicha.server.annotate'

export const COMMANDS = [ADD_NAME, IGNORE, EXPLAIN, UNDERSTANDING, ANNOTATE]

/** What can go wrong with a command, told to the writer. */
type Told = {readonly ok: boolean; readonly message: string}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** @returns what the command gives; null for one that is not known */
export async function executeCommand(
  session: Session,
  {command, arguments: given}: ExecuteCommandParams,
): Promise<unknown> {
  const [first, second, third] = Array.isArray(given) ? given.map(text) : []
  switch (command) {
    case ADD_NAME:
      return first && second ? addName(session, first, second) : null
    case IGNORE:
      return first && second ? ignore(session, first, second, Number(third)) : null
    case EXPLAIN:
      return explain(session, first ?? '')
    case UNDERSTANDING:
      return understanding(session, first ?? '')
    case ANNOTATE:
      return first && second ? annotate(session, first, second) : null
    default:
      return null
  }
}

async function addName(session: Session, uri: string, word: string): Promise<Told> {
  const settings = await session.workspace.settingsFor(uri)
  const path = session.workspace.pathOf(uri)
  const tell = (ok: boolean, key: keyof typeof TEXTS, file: string, reason = ''): Told => {
    const message = say(key, settings, {word, file: basename(file), reason})
    if (ok) session.connection.window.showInformationMessage(message)
    else session.connection.window.showErrorMessage(message)
    return {ok, message}
  }
  const config = session.analyst.loaders.for(settings).fileFor(path)
  const folder = session.workspace.placeFor(uri)
  if (folder === undefined) return tell(false, 'notSaved', '')
  try {
    const changed = await withName(config, folder, word)
    if (!changed) return tell(false, 'configIsCode', config ?? '')
    writeAtomically(changed.path, new TextEncoder().encode(changed.text))
    session.configurationChanged()
    return tell(true, 'nameAdded', changed.path)
  } catch (error) {
    const reason = whyNotWritten(error)[settings.lang ?? settings.locale]
    return tell(false, 'notWritten', config ?? 'zicha.config.json', reason)
  }
}

async function ignore(session: Session, uri: string, rule: string, start: number): Promise<Told | null> {
  const studied = await session.studied(uri)
  const found = (await studied?.study.diagnostics())?.find((one) => one.ruleId === rule && one.start === start)
  if (!studied || !found) return null
  const {settings, snapshot} = studied
  const folder = session.workspace.placeFor(uri)
  if (folder === undefined) return {ok: false, message: say('notSaved', settings)}
  const loader = session.analyst.loaders.for(settings)
  const lang = settings.lang ?? settings.locale
  try {
    const {path, positions} = snapshot
    const list = await ignoreBeside(path, found, positions.text, loader, folder, lang)
    session.configurationChanged()
    const message = say('ignored', settings, {file: basename(list)})
    session.connection.window.showInformationMessage(message)
    return {ok: true, message}
  } catch (error) {
    const message = error instanceof Failure ? error.in(lang) : String(error)
    session.connection.window.showErrorMessage(message)
    return {ok: false, message}
  }
}

/** A rule's page in Markdown; the list of all rules where no rule is named. */
async function explain(session: Session, id: string): Promise<unknown> {
  const settings = await session.workspace.settingsFor('')
  const lang = settings.lang ?? settings.locale
  if (!id) return rules.map((rule) => ({id: rule.id, what: rule.what[lang]}))
  const rule = rules.find((known) => known.id === id)
  return rule ? rulePage(rule, lang) : say('noRule', settings, {rule: id})
}

/** What was understood of a draft, as a page: the picture that `zicha inspect` draws. */
async function understanding(session: Session, uri: string): Promise<string> {
  const studied = await session.studied(uri)
  const settings = studied?.settings ?? (await session.workspace.settingsFor(uri))
  return (await studied?.study.picture()) ?? say('unknownDraft', settings)
}

async function annotate(session: Session, uri: string, target: string): Promise<Told> {
  const settings: Settings = await session.workspace.settingsFor(uri)
  const path = session.workspace.pathOf(uri)
  if (!existsSync(path)) return {ok: false, message: say('unknownDraft', settings)}
  const {annotateFile} = await import('../annotate.ts')
  const loader = session.analyst.loaders.for(settings)
  const to = session.workspace.pathOf(target)
  try {
    const found = await annotateFile(await readFile(path), path, loader)
    writeAtomically(to, found.bytes)
    return {ok: true, message: say('annotated', settings, {n: found.count, file: basename(to)})}
  } catch (error) {
    const lang = settings.lang ?? settings.locale
    if (error instanceof Failure) return {ok: false, message: error.in(lang)}
    return {ok: false, message: say('notWritten', settings, {file: basename(to), reason: whyNotWritten(error)[lang]})}
  }
}
