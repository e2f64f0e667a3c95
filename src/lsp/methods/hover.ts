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
  const style = session.client.markdown ? MARKDOWN : PLAIN
  const parts = here.map((diagnostic) => aboutFinding(diagnostic, studied, style))
  if (known && item) parts.push(aboutItem(item, known, studied, style))
  if (!parts.length) return null
  const span = here[0] ?? item?.item
  return {
    contents: {kind: style.kind, value: parts.join(style.rule)},
    ...(span && {range: snapshot.positions.toRange(span)}),
  }
}

/** How words are written for a client that shows Markdown, and for one that doesn't. */
interface Style {
  readonly kind: MarkupKind
  readonly rule: string
  readonly item: string
  words(words: string): string
  strong(words: string): string
  code(words: string): string
}

const MARKDOWN: Style = {
  kind: MarkupKind.Markdown,
  rule: '\n\n---\n\n',
  item: '- ',
  words: (words) => words.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&'),
  strong: (words) => `**${words}**`,
  code: (words) => `\`${words}\``,
}

const PLAIN: Style = {
  kind: MarkupKind.PlainText,
  rule: '\n\n',
  item: '· ',
  words: (words) => words,
  strong: (words) => words,
  code: (words) => words,
}

function aboutFinding({ruleId, message}: Diagnostic, {settings}: Studied, style: Style): string {
  const lang = settings.lang ?? settings.locale
  const rule = rules.find(({id}) => id === ruleId)
  const lines = [`${style.words(message)} ${style.code(ruleId)}`]
  if (rule)
    lines.push(
      `${style.strong(say('why', settings))} ${style.words(rule.why[lang])}`,
      `${style.strong(say('how', settings))} ${style.words(rule.how[lang])}`,
    )
  return lines.join('\n\n')
}

function aboutItem(found: Found, known: Understanding, {settings, snapshot}: Studied, style: Style): string {
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
    return `${style.item}${style.words(told)}${words.length ? `  \n  ${style.words(say('evidence', settings, {words: words.join('；')}))}` : ''}`
  })
  const lines = [`${style.strong(`${say(kind, settings)} ${item.id}`)}${role}`]
  if (found.kind === 'measure') {
    const {owner, deadline} = found.item
    if (owner) lines.push(style.words(say('owner', settings, {words: owner})))
    if (deadline) lines.push(style.words(say('deadline', settings, {words: deadline})))
  }
  if (links.length) lines.push(links.join('\n'))
  else if (found.kind === 'measure') lines.push(say('noProblem', settings))
  else lines.push(unanswered(found, known, line, settings, style))
  return lines.join('\n\n')
}

function unanswered(
  {item}: Found & {kind: 'problem'},
  {measures}: Understanding,
  line: (start: number) => number,
  settings: Studied['settings'],
  style: Style,
): string {
  const nearest = item.nearest && measures[item.nearest.measure]
  const told = say(item.verdict === 'weak' ? 'weakMeasure' : 'noMeasure', settings)
  if (!nearest) return told
  const score = item.nearest?.score.toFixed(2) ?? ''
  return `${told}\n\n${style.words(say('nearest', settings, {line: line(nearest.start), head: shorten(nearest.head), score}))}`
}
