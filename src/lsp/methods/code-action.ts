import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Command,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node'
import {overlaps, type Span} from '../../draft/span.ts'
import type {Diagnostic, SourceEdit} from '../../lint/diagnostic.ts'
import {NOT_CHECKED} from '../analysis.ts'
import {SOURCE, toLsp} from '../findings.ts'
import {remark} from '../ignore.ts'
import {nameAround} from '../names.ts'
import {type Session, type Studied, soon} from '../session.ts'
import {smallEdits} from '../text-edits.ts'
import {say, shorten} from '../texts.ts'
import type {Understanding} from '../understanding.ts'
import {ADD_NAME, IGNORE} from './commands.ts'

/** Applies every safe fix of the draft; editors may run it on save. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.${SOURCE}`

/** Repairs, suggestions, ways to silence what was found in a range; on request every safe fix at once. */
export async function codeAction(
  session: Session,
  {textDocument, range, context}: CodeActionParams,
): Promise<(CodeAction | Command)[] | null> {
  const studied = await session.studied(textDocument.uri)
  if (!studied?.settings.enable || !session.client.literalActions) return null
  const only = Array.isArray(context?.only) && context.only.length ? context.only : undefined
  const wants = (kind: string): boolean =>
    !only || only.some((one) => one === CodeActionKind.Empty || kind === one || kind.startsWith(`${one}.`))
  const actions: CodeAction[] = []
  if (wants(CodeActionKind.QuickFix)) actions.push(...(await quickFixes(session, studied, range)))
  // not among the bulbs of every line: only where it is asked for
  if (only && wants(FIX_ALL))
    actions.push(...(await fixAll(session, studied, context.triggerKind === CodeActionTriggerKind.Invoked)))
  return actions
}

async function quickFixes(session: Session, studied: Studied, range: CodeActionParams['range']): Promise<CodeAction[]> {
  const {snapshot, study} = studied
  const asked = snapshot.positions.toSpan(range)
  const touches = ({start, end}: Span): boolean => start <= asked.end && asked.start <= end
  const [found, known] = await Promise.all([soon(study.diagnostics()), soon(study.understanding())])
  const here = (found ?? []).filter((diagnostic) => touches(diagnostic) && diagnostic.ruleId !== NOT_CHECKED)
  return [
    ...here.flatMap((diagnostic) => repairs(session, studied, diagnostic)),
    ...here.flatMap((diagnostic) => (known ? isName(session, studied, diagnostic, known, asked) : [])),
    ...here.flatMap((diagnostic) => ignoreHere(session, studied, diagnostic)),
  ]
}

function repairs(session: Session, studied: Studied, diagnostic: Diagnostic): CodeAction[] {
  const {snapshot, settings} = studied
  const {fix, suggestions, ruleId} = diagnostic
  const diagnostics = [toLsp(diagnostic, snapshot, session.features)]
  const action = (title: string, edits: readonly SourceEdit[], isPreferred: boolean): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    ...(isPreferred ? {isPreferred} : {}),
    edit: editOf(session, studied, edits),
  })
  const actions: CodeAction[] = []
  if (fix) {
    const title = titleOf(fix.edits, ruleId, studied)
    const isSafe = fix.safety === 'safe'
    actions.push(action(isSafe ? title : say('unsafe', settings, {title}), fix.edits, isSafe))
  }
  return [...actions, ...suggestions.map(({message, edits}) => action(message, edits, false))]
}

/** What one edit does in words; of several, which rule's repair it is. */
function titleOf(edits: readonly SourceEdit[], rule: string, {snapshot, settings}: Studied): string {
  const [edit] = edits
  if (edits.length !== 1 || !edit) return say('repair', settings, {rule})
  const old = snapshot.positions.text.slice(edit.start, edit.end)
  if (!edit.text)
    return old.trim() ? say('remove', settings, {text: shorten(old, 12)}) : say('repair', settings, {rule})
  if (!edit.text.trim()) return say('repair', settings, {rule})
  return say(old ? 'replace' : 'insert', settings, {text: shorten(edit.text, 20)})
}

function isName(
  session: Session,
  {snapshot, settings}: Studied,
  diagnostic: Diagnostic,
  {blanks}: Understanding,
  asked: Span,
): CodeAction[] {
  // findings about whole sentences are not about the blanks in them
  const blank = blanks.find((one) => overlaps(one, diagnostic))
  if (blank && diagnostic.end - diagnostic.start > blank.end - blank.start + 2) return []
  if (!blank || !session.client.executes || session.workspace.placeFor(snapshot.uri) === undefined) return []
  const {text} = snapshot.positions
  const word = nameAround(text, blank, asked)
  // as a name it would hide every other blank of its kind
  if (word === text.slice(blank.start, blank.end)) return []
  const title = say('isName', settings, {word: shorten(word, 20)})
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [toLsp(diagnostic, snapshot, session.features)],
      command: {title, command: ADD_NAME, arguments: [snapshot.uri, word]},
    },
  ]
}

/** In Markdown a remark that no reader sees, elsewhere an entry in the list beside the drafts. */
function ignoreHere(session: Session, studied: Studied, diagnostic: Diagnostic): CodeAction[] {
  const {snapshot, settings} = studied
  const {positions, format} = snapshot
  const title = say('ignore', settings, {rule: diagnostic.ruleId})
  const diagnostics = [toLsp(diagnostic, snapshot, session.features)]
  if (format !== 'markdown') {
    if (!session.client.executes || !snapshot.uri.startsWith('file:')) return []
    const given = [snapshot.uri, diagnostic.ruleId, String(diagnostic.start)]
    return [{title, kind: CodeActionKind.QuickFix, diagnostics, command: {title, command: IGNORE, arguments: given}}]
  }
  const edit = remark(positions, diagnostic, say('reason', settings))
  return edit ? [{title, kind: CodeActionKind.QuickFix, diagnostics, edit: editOf(session, studied, [edit])}] : []
}

/** @param isAsked whether a writer asks for it and waits; a save doesn't */
async function fixAll(session: Session, studied: Studied, isAsked: boolean): Promise<CodeAction[]> {
  const before = studied.snapshot.positions.text
  const fixed = studied.study.fixed()
  const after = await (isAsked ? fixed.catch(() => undefined) : soon(fixed))
  if (after === undefined || after === before) return []
  const edit = editOf(session, studied, smallEdits(before, after))
  return [{title: say('fixAll', studied.settings), kind: FIX_ALL, edit}]
}

function editOf(session: Session, {snapshot}: Studied, edits: readonly SourceEdit[]): WorkspaceEdit {
  const {uri, version, positions} = snapshot
  const textEdits = edits.map(
    ({start, end, text}): TextEdit => ({range: positions.toRange({start, end}), newText: text}),
  )
  return session.client.versionedEdits
    ? {documentChanges: [{textDocument: {uri, version}, edits: textEdits}]}
    : {changes: {[uri]: textEdits}}
}
