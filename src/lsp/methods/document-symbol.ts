import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver/node'
import {ROLES} from '../../reporters/texts.ts'
import {whenKnown} from '../known.ts'
import type {Session, Studied} from '../session.ts'
import {say, shorten} from '../texts.ts'
import type {Item, Part, Understanding} from '../understanding.ts'

/** The outline: parts of the report with the problems, causes and measures that stand in them. */
export async function documentSymbol(
  session: Session,
  {textDocument}: DocumentSymbolParams,
): Promise<DocumentSymbol[] | SymbolInformation[] | null> {
  const studied = await whenKnown(session, textDocument.uri)
  if (!studied) return null
  const tree = studied.known.sections.map((part) => partSymbol(part, studied.known, studied))
  if (session.client.symbolTree) return tree
  const {uri} = studied.snapshot
  const flat = ({name, kind, range, children = []}: DocumentSymbol, containerName?: string): SymbolInformation[] => [
    {name, kind, location: {uri, range}, ...(containerName !== undefined && {containerName})},
    ...children.flatMap((child) => flat(child, name)),
  ]
  return tree.flatMap((part) => flat(part))
}

function partSymbol(part: Part, known: Understanding, studied: Studied): DocumentSymbol {
  const {positions} = studied.snapshot
  const {settings} = studied
  const role = ROLES[part.role][settings.lang ?? settings.locale]
  const within = ({start}: Item): boolean => part.start <= start && start < part.end
  const {problems, causes, measures} = known
  const items = [
    ...problems.filter(within).map((item) => itemSymbol(item, SymbolKind.Event, say('problem', settings), studied)),
    ...causes.filter(within).map((item) => itemSymbol(item, SymbolKind.Key, say('cause', settings), studied)),
    ...measures.filter(within).map((item) => itemSymbol(item, SymbolKind.Method, say('measure', settings), studied)),
  ]
  const before = (a: DocumentSymbol, b: DocumentSymbol): number =>
    a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character
  return {
    // a title is its own name; other parts without a heading are called by their role
    name: shorten(part.title || (part.role === 'title' ? positions.text.slice(part.start, part.end) : '')) || role,
    detail: role,
    kind: SymbolKind.Namespace,
    range: positions.toRange(part),
    selectionRange: positions.toRange(part.titleSpan ?? {start: part.start, end: part.start}),
    children: items.sort(before),
  }
}

function itemSymbol(item: Item, kind: SymbolKind, detail: string, {snapshot}: Studied): DocumentSymbol {
  const range = snapshot.positions.toRange(item)
  return {name: shorten(item.head) || item.id, detail: `${detail} ${item.id}`, kind, range, selectionRange: range}
}
