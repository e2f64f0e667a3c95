import type {CodeLens, CodeLensParams, Command} from 'vscode-languageserver/node'
import {whenKnown} from '../known.ts'
import {answersTo, type Found} from '../links.ts'
import type {Session, Studied} from '../session.ts'
import {say} from '../texts.ts'
import type {Understanding} from '../understanding.ts'

/** Above each problem how many measures answer it, above each measure how many problems it answers. */
export async function codeLens(session: Session, {textDocument}: CodeLensParams): Promise<CodeLens[] | null> {
  const studied = await whenKnown(session, textDocument.uri)
  if (!studied?.settings.codeLens) return null
  const {known, snapshot} = studied
  const lens = (found: Found): CodeLens => ({
    range: snapshot.positions.toRange({start: found.item.start, end: found.item.start}),
    command: commandOf(found, known, studied, session.client.showPlaces),
  })
  return [
    ...known.problems.map((item, index) => lens({kind: 'problem', index, item})),
    // a plan without problems has nothing to count
    ...(known.problems.length ? known.measures.map((item, index) => lens({kind: 'measure', index, item})) : []),
  ].filter(({command}) => command?.title)
}

function commandOf(
  found: Found,
  known: Understanding,
  {settings, snapshot}: Studied,
  show: string | undefined,
): Command {
  const answers = answersTo(known, found)
  const n = answers.length
  const title =
    found.kind === 'problem'
      ? n
        ? say(n === 1 ? 'lensMeasure' : 'lensMeasures', settings, {n})
        : say(found.item.verdict === 'weak' ? 'lensWeak' : 'lensNoMeasure', settings)
      : n
        ? say(n === 1 ? 'lensProblem' : 'lensProblems', settings, {n})
        : ''
  // a lens without a command is a mere label
  if (!show || !n) return {title, command: ''}
  const {uri, positions} = snapshot
  const places = answers.map((item) => ({uri, range: positions.toRange(item)}))
  return {title, command: show, arguments: [uri, positions.toPosition(found.item.start), places]}
}
