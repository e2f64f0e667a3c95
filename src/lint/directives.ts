import type {Directive} from '../draft/draft.ts'
import type {Span} from '../draft/span.ts'

export const KINDS = ['disable-next-line', 'disable-line', 'disable-file', 'disable', 'enable'] as const

export type Kind = (typeof KINDS)[number]

/** An instruction in the draft that findings be left out: `<!-- zicha-disable-line rule, rule -- 理由 -->`. */
export interface Suppression {
  /** Undefined where the instruction is not known. */
  readonly kind: Kind | undefined
  /** As it is written, without `zicha-`. */
  readonly name: string
  /** None means all. */
  readonly rules: readonly string[]
  readonly reason: string
  /** The whole comment, in the source. */
  readonly source: Span
  readonly at: number
}

export function parseDirective({value, source, at}: Directive): Suppression {
  const [, name = '', rest = ''] = /^zicha-(\S*)\s*([\s\S]*)$/.exec(value) ?? []
  const dash = /--|——/.exec(rest)
  const list = dash ? rest.slice(0, dash.index) : rest
  return {
    kind: KINDS.find((kind) => kind === name),
    name,
    rules: list.split(/[\s,，、]+/).filter(Boolean),
    reason: dash ? rest.slice(dash.index + 2).trim() : '',
    source,
    at,
  }
}

/** The comment that says the same. */
export const writeDirective = ({name, rules, reason}: Pick<Suppression, 'name' | 'rules' | 'reason'>): string =>
  `<!-- zicha-${name}${rules.length ? ` ${rules.join(', ')}` : ''}${reason ? ` -- ${reason}` : ''} -->`

/** What to cut so that a comment goes away: its line as well, where nothing else stands there. */
export function removal(source: string, {start, end}: Span): Span {
  const lineStart = Math.max(source.lastIndexOf('\n', start - 1), source.lastIndexOf('\r', start - 1)) + 1
  const lineEnd = endOfLine(source, end)
  const alone = !source.slice(lineStart, start).trim() && !source.slice(end, lineEnd).trim()
  if (!alone) {
    let from = start
    while (from > lineStart && ' \t'.includes(source.charAt(from - 1))) from--
    return {start: from, end}
  }
  const after = lineEnd + lineBreak(source, lineEnd)
  const above = source.slice(0, lineStart).replace(/(?:\r\n|\r|\n)$/, '')
  const parted = isBlankLine(above.slice(Math.max(above.lastIndexOf('\n'), above.lastIndexOf('\r')) + 1))
  // the comment may be all that parts two paragraphs; then an empty line takes its place
  return parted || isBlankLine(source.slice(after, endOfLine(source, after)))
    ? {start: lineStart, end: after}
    : {start: lineStart, end: lineEnd}
}

const isBlankLine = (line: string): boolean => !line.trim()

function endOfLine(source: string, from: number): number {
  const stop = /[\r\n]/g
  stop.lastIndex = from
  return stop.exec(source)?.index ?? source.length
}

const lineBreak = (source: string, at: number): number =>
  at >= source.length ? 0 : source.charAt(at) === '\r' && source.charAt(at + 1) === '\n' ? 2 : 1
