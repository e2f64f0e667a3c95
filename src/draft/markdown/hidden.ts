import {indexAfter, type Span} from '../span.ts'

/** Parts of a Markdown source that are no part of the draft: front matter, comments, styles and scripts. */
export interface Hidden {
  /** The same source for the parser, of the same length: blanks in their place, line ends kept. See also `disarm`. */
  readonly visible: string
  /** Sorted, disjoint. */
  readonly spans: readonly Span[]
  readonly comments: readonly Comment[]
  readonly frontMatter: ReadonlyMap<string, string>
}

/** `<!-- value -->` */
export interface Comment extends Span {
  readonly value: string
}

export function hideParts(source: string): Hidden {
  const front = findFrontMatter(source)
  const comments: Comment[] = []
  const spans: Span[] = front ? [front.span] : []
  if (!front && source.startsWith('\uFEFF')) spans.push({start: 0, end: 1})
  const from = front?.span.end ?? 0
  if (OPENER.test(source)) {
    for (const span of findElements(source, from, findFences(source, from))) {
      spans.push(span)
      if (source.startsWith('<!--', span.start)) {
        comments.push({...span, value: source.slice(span.start + 4, span.end - 3).trim()})
      }
    }
  }
  return {visible: disarm(blankOut(source, spans)), spans, comments, frontMatter: front?.fields ?? new Map()}
}

function blankOut(source: string, spans: readonly Span[]): string {
  const parts: string[] = []
  let at = 0
  for (const {start, end} of spans) {
    parts.push(source.slice(at, start), source.slice(start, end).replace(/[^\r\n]/g, ' '))
    at = end
  }
  return parts.length ? parts.join('') + source.slice(at) : source
}

const CONTAINERS = /^((?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])){32})([^\r\n]+)/gm

/** The address of a link that does not end soon. */
const ENDLESS = /\]\((?![\s\S]{0,1000}?\))/g

/** Whether `at` may be so near behind the opening of an address that where it ends decides about `ENDLESS`. */
export const mayBeInAddress = (source: string, at: number): boolean =>
  source.slice(Math.max(0, at - 1002), at).includes('](')

/**
 * Takes the force of what no draft means as markup and what costs a parser the square of its length: declarations and
 * addresses that are never closed, and containers nested deeper than any reader could see.
 */
const disarm = (source: string): string =>
  withoutOpen(source)
    .replace(/<(?=[!?])/g, '＜')
    .replace(ENDLESS, ']（')
    .replace(CONTAINERS, (_, prefix: string, rest: string) => prefix + rest.replace(/[>\-+*\d]/g, 'x'))

/** Angle brackets that nothing closes: the parser would try each of them to the end. */
function withoutOpen(source: string): string {
  const closed = source.lastIndexOf('>') + 1
  return source.slice(0, closed) + source.slice(closed).replaceAll('<', '＜')
}

const FRONT_LINE = /^(?:[\w一-鿿][\w一-鿿 .-]*:(?:\s.*)?|\s+\S.*|-\s.*|#.*|\s*)$/

/** YAML between two lines of three dashes, at the very start. Lines of another kind are a draft between two rules. */
export function findFrontMatter(source: string): {span: Span; fields: ReadonlyMap<string, string>} | undefined {
  const opening = /^\uFEFF?---[ \t]*(?:\r?\n|\r)/.exec(source)
  if (!opening) return undefined
  const fields = new Map<string, string>()
  const line = /([^\r\n]*)(?:\r?\n|\r|$)/y
  for (line.lastIndex = opening[0].length; line.lastIndex < source.length; ) {
    const text = line.exec(source)?.[1] as string
    if (/^(?:---|\.\.\.)[ \t]*$/.test(text)) return {span: {start: 0, end: line.lastIndex}, fields}
    if (!FRONT_LINE.test(text)) return undefined
    const field = readField(text)
    if (field) fields.set(...field)
  }
  return undefined
}

/** A plain `key: value`; lists, objects and blocks of lines are nobody's business here. */
function readField(line: string): [key: string, value: string] | undefined {
  const colon = line.indexOf(':')
  const key = line.slice(0, colon)
  const value = line.slice(colon + 1).trim()
  if (colon < 1 || !/^[\w一-鿿]/.test(line) || !value || /^[[{|>&*!#]/.test(value)) return undefined
  const quoted = /^(["'])(.*)\1$/.exec(value)
  return [key.trim(), quoted ? (quoted[2] as string) : value.replace(/\s#.*$/, '').trimEnd()]
}

const OPENER = /<(?:!--|style\b|script\b)/i
const OPENERS = /<(?:!--|(style|script)\b)/gi

/** Comments, styles and scripts behind `from`; what is never closed is text. */
function findElements(source: string, from: number, fences: readonly Span[]): Span[] {
  const found: Span[] = []
  // an element that is not closed behind one place is not closed behind a later one: never look again
  const unclosed = new Set<string>()
  OPENERS.lastIndex = from
  for (let match = OPENERS.exec(source); match; match = OPENERS.exec(source)) {
    const start = match.index
    const nextFence = fences[indexAfter(fences, start)]
    const fence = nextFence && nextFence.start <= start ? nextFence : undefined
    const close = match[1] ? `</${match[1].toLowerCase()}>` : '-->'
    if (fence) OPENERS.lastIndex = fence.end
    if (fence || unclosed.has(close) || isInCode(source, start)) continue
    const end = endOfElement(source, start, close)
    if (end === undefined) unclosed.add(close)
    else {
      found.push({start, end})
      OPENERS.lastIndex = end
    }
  }
  return found
}

function endOfElement(source: string, start: number, close: string): number | undefined {
  if (close === '-->') {
    const end = source.indexOf(close, start + 4)
    return end < 0 ? undefined : end + close.length
  }
  const closing = new RegExp(close, 'gi')
  closing.lastIndex = start
  return closing.test(source) ? closing.lastIndex : undefined
}

/** Behind an odd number of backticks on its line: shown as code, not meant as a comment. */
function isInCode(source: string, offset: number): boolean {
  let backticks = 0
  for (let at = offset - 1; at >= 0 && offset - at < 2000; at--) {
    const character = source.charAt(at)
    if (character === '\n' || character === '\r') break
    if (character === '`') backticks++
  }
  return backticks % 2 === 1
}

const FENCE = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})/gm

/** Blocks of code between two fences. */
function findFences(source: string, from: number): Span[] {
  const fences: Span[] = []
  let open: {readonly start: number; readonly fence: string} | undefined
  FENCE.lastIndex = from
  for (let match = FENCE.exec(source); match; match = FENCE.exec(source)) {
    const fence = match[1] as string
    if (!open) open = {start: match.index, fence}
    else if (fence.startsWith(open.fence)) {
      fences.push({start: open.start, end: FENCE.lastIndex})
      open = undefined
    }
  }
  return fences
}
