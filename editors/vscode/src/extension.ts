import {basename, dirname, extname, join} from 'node:path'
import {
  commands,
  type ExtensionContext,
  env,
  Location,
  l10n,
  Position,
  Range,
  type TextDocumentContentProvider,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode'
import {LanguageClient, type LanguageClientOptions, type ServerOptions, TransportKind} from 'vscode-languageclient/node'

/** Pages that the server writes: rules, and what was understood of a draft. */
const SCHEME = 'zicha'

interface Place {
  readonly line: number
  readonly character: number
}

interface PlaceIn {
  readonly uri: string
  readonly range: {readonly start: Place; readonly end: Place}
}

let client: LanguageClient | undefined

export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath(join('server', 'zicha.cjs'))
  const server: ServerOptions = {module, transport: TransportKind.ipc, args: ['lsp']}
  const options: LanguageClientOptions = {
    documentSelector: ['markdown', 'plaintext'].flatMap((language) => [
      {language, scheme: 'file'},
      {language, scheme: 'untitled'},
      // drafts of a folder that is on no disk
      {language, scheme: 'vscode-vfs'},
    ]),
    diagnosticCollectionName: 'zicha',
    initializationOptions: {showPlaces: 'zicha.showPlaces'},
    middleware: {
      workspace: {
        // nobody's code is run in a workspace that is not trusted
        async configuration(params, token, next) {
          const answer = await next(params, token)
          if (!Array.isArray(answer) || workspace.isTrusted) return answer
          return answer.map((settings) => (settings ? {...settings, allowCode: false} : settings))
        },
      },
    },
  }
  client = new LanguageClient('zicha', 'zicha', server, options)
  const pages = new Pages()
  context.subscriptions.push(
    client,
    workspace.registerTextDocumentContentProvider(SCHEME, pages),
    // what may be run is another now
    workspace.onDidGrantWorkspaceTrust(checkAgain),
    commands.registerCommand('zicha.showPlaces', showPlaces),
    commands.registerCommand('zicha.lintWorkspace', lintWorkspace),
    commands.registerCommand('zicha.showUnderstanding', () => showUnderstanding(pages)),
    commands.registerCommand('zicha.explainRule', (rule?: string) => explainRule(pages, rule)),
    commands.registerCommand('zicha.annotateWord', annotateWord),
    commands.registerCommand('zicha.restart', () => client?.restart()),
  )
  await client.start()
}

export const deactivate = (): Promise<void> | undefined => client?.stop()

const ask = <Result>(command: string, ...given: readonly string[]): Promise<Result> | undefined =>
  client?.sendRequest('workspace/executeCommand', {command: `zicha.server.${command}`, arguments: given})

class Pages implements TextDocumentContentProvider {
  readonly #pages = new Map<string, string>()

  provideTextDocumentContent(uri: Uri): string {
    return this.#pages.get(uri.toString()) ?? ''
  }

  /** @param name the file's name, which is shown above the page */
  add(name: string, text: string): Uri {
    // another address for another text: an editor shows again what it has
    const uri = Uri.from({scheme: SCHEME, path: `/${name}`, query: String(this.#pages.size)})
    this.#pages.set(uri.toString(), text)
    return uri
  }
}

const position = ({line, character}: Place): Position => new Position(line, character)

/** Lists the measures of a problem or the problems of a measure, as a code lens has it. */
async function showPlaces(uri: string, at: Place, places: readonly PlaceIn[]): Promise<void> {
  const locations = places.map(
    ({uri, range: {start, end}}) => new Location(Uri.parse(uri), new Range(position(start), position(end))),
  )
  await commands.executeCommand('editor.action.showReferences', Uri.parse(uri), position(at), locations)
}

/** Settings and configuration are read anew, every draft is checked with them. */
const checkAgain = async (): Promise<void> =>
  client?.sendNotification('workspace/didChangeConfiguration', {settings: null})

async function lintWorkspace(): Promise<void> {
  await checkAgain()
  await commands.executeCommand('workbench.actions.view.problems')
}

async function showUnderstanding(pages: Pages): Promise<void> {
  const document = window.activeTextEditor?.document
  if (!document) {
    await window.showInformationMessage(l10n.t('Open a draft first.'))
    return
  }
  const text = await ask<string>('understanding', document.uri.toString())
  const page = pages.add(`${basename(document.uri.path)}.txt`, text ?? '')
  await window.showTextDocument(page, {viewColumn: ViewColumn.Beside, preview: true, preserveFocus: true})
}

async function explainRule(pages: Pages, given?: string): Promise<void> {
  const id = typeof given === 'string' ? given : await chooseRule()
  if (!id) return
  const page = pages.add(`${id}.md`, (await ask<string>('explain', id)) ?? '')
  await commands.executeCommand('markdown.showPreview', page)
}

async function chooseRule(): Promise<string | undefined> {
  const rules = (await ask<{id: string; what: string}[]>('explain')) ?? []
  const items = rules.map(({id, what}) => ({label: id, detail: what}))
  const options = {placeHolder: l10n.t('Which rule?'), matchOnDetail: true}
  return (await window.showQuickPick(items, options))?.label
}

async function annotateWord(given?: Uri): Promise<void> {
  const filters = {[l10n.t('Word files')]: ['docx']}
  const source = given ?? (await window.showOpenDialog({filters, canSelectMany: false}))?.[0]
  if (!source) return
  const name = basename(source.fsPath, extname(source.fsPath))
  const defaultUri = Uri.file(join(dirname(source.fsPath), `${name}-${l10n.t('annotated')}.docx`))
  const target = await window.showSaveDialog({defaultUri, filters, saveLabel: l10n.t('Write')})
  if (!target) return
  const told = await ask<{ok: boolean; message: string}>('annotate', source.toString(), target.toString())
  if (!told?.ok) {
    await window.showErrorMessage(told?.message ?? '')
    return
  }
  const open = l10n.t('Open')
  if ((await window.showInformationMessage(told.message, open)) === open) await env.openExternal(target)
}
