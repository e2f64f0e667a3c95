import {type Hover, type HoverParams, MarkupKind} from 'vscode-languageserver/node'
import {rules} from '../../../rules/index.ts'
import type {Diagnostic} from '../../lint/diagnostic.ts'
import {ROLES} from '../../reporters/texts.ts'
import {type Found, itemAt, linksOf} from '../links.ts'
import {type Session, type Studied, soon} from '../session.ts'
import {say, shorten} from '../texts.ts'
import type {Understanding} from '../understanding.ts'

/** What is wrong here and why; or what was understood of the problem or measure that stands here. */
export async function hover(session: Session, {textDocument, position}: HoverParams): Promise<Hover | null> {
  const studied = await session.studied(textDocument.uri)
  if (!studied?.settings.enable) return null
  const {snapshot, study} = studied
  const offset = snapshot.positions.toOffset(position)
  const [found, known] = await Promise.all([soon(study.diagnostics()), soon(study.understanding())])
  const here = (found ?? []).filter(({start, end}) => start <= offset && offset <= end)
  const item = known && itemAt(known, offset)
  const parts = here.map((diagnostic) => aboutFinding(diagnostic, studied))
  if (known && item) parts.push(aboutItem(item, known, studied))
  if (!parts.length) return null
  const span = here[0] ?? item?.item
  return {
    contents: session.client.markdown
      ? {kind: MarkupKind.Markdown, value: parts.join('\n\n---\n\n')}
      : {kind: MarkupKind.PlainText, value: parts.join('\n\n').replace(/\\(?=[\p{P}\p{S}])|\*\*/gu, '')},
    ...(span && {range: snapshot.positions.toRange(span)}),
  }
}

/** Characters that would be markup. */
const escape = (words: string): string => words.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')

function aboutFinding({ruleId, message}: Diagnostic, {settings}: Studied): string {
  const lang = settings.lang ?? settings.locale
  const rule = rules.find(({id}) => id === ruleId)
  const lines = [`${escape(message)} \`${ruleId}\``]
  if (rule)
    lines.push(
      `**${say('why', settings)}** ${escape(rule.why[lang])}`,
      `**${say('how', settings)}** ${escape(rule.how[lang])}`,
    )
  return lines.join('\n\n')
}

function aboutItem(found: Found, known: Understanding, {settings, snapshot}: Studied): string {
  const {kind, item} = found
  const lang = settings.lang ?? settings.locale
  const part = known.sections.find(({start, end}) => start <= item.start && item.start < end)
  const role = part ? `　${say('part', settings, {role: ROLES[part.role][lang]})}` : ''
  const line = (start: number): number => snapshot.positions.lineAt(start) + 1
  const links = linksOf(known, found).map((link) => {
    const other = kind === 'problem' ? known.measures[link.measure] : known.problems[link.problem]
    if (!other) return ''
    const told = say('link', settings, {
      line: line(other.start),
      head: shorten(other.head),
      score: link.score.toFixed(2),
    })
    const words = link.evidence.filter(({words, weight}) => words && weight > 0).map((piece) => piece.words)
    return `- ${escape(told)}${words.length ? `  \n  ${escape(say('evidence', settings, {words: words.join('；')}))}` : ''}`
  })
  const lines = [`**${say(kind, settings)} ${item.id}**${role}`]
  if (found.kind === 'measure') {
    const {owner, deadline} = found.item
    if (owner) lines.push(escape(say('owner', settings, {words: owner})))
    if (deadline) lines.push(escape(say('deadline', settings, {words: deadline})))
  }
  if (links.length) lines.push(links.join('\n'))
  else if (found.kind === 'measure') lines.push(say('noProblem', settings))
  else lines.push(unanswered(found, known, line, settings))
  return lines.join('\n\n')
}

function unanswered(
  {item}: Found & {kind: 'problem'},
  {measures}: Understanding,
  line: (start: number) => number,
  settings: Studied['settings'],
): string {
  const nearest = item.nearest && measures[item.nearest.measure]
  const told = say(item.verdict === 'weak' ? 'weakMeasure' : 'noMeasure', settings)
  if (!nearest) return told
  const score = item.nearest?.score.toFixed(2) ?? ''
  return `${told}\n\n${escape(say('nearest', settings, {line: line(nearest.start), head: shorten(nearest.head), score}))}`
}
