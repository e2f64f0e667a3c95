import type {Diagnostic} from '../lint/diagnostic.ts'
import type {Severity} from '../lint/rule.ts'
import {escapeXml} from './reporter.ts'

const RANK: Readonly<Record<Severity, number>> = {info: 0, warning: 1, error: 2}

/** The most severe of the findings that hold a place decides its colour. */
const worst = (open: readonly Diagnostic[]): Diagnostic | undefined =>
  open.reduce<Diagnostic | undefined>(
    (best, diagnostic) => (best && RANK[best.severity] >= RANK[diagnostic.severity] ? best : diagnostic),
    undefined,
  )

/**
 * The source line by line, with the words of each finding marked and the finding's number in front of them.
 * @param diagnostics sorted by their starts
 * @param id names this draft on the page
 */
export function drawDraft(source: string, diagnostics: readonly Diagnostic[], id: string): string {
  const lines: string[] = []
  let open: readonly Diagnostic[] = []
  let next = 0
  let lineStart = 0
  while (lineStart <= source.length) {
    const lineEnd = endOfLine(source, lineStart)
    const after = lineEnd + breakLength(source, lineEnd)
    const isLast = lineEnd >= source.length
    // whatever starts in the line, its break included, is told in it
    const from = next
    while (next < diagnostics.length && (isLast || (diagnostics[next] as Diagnostic).start < after)) next++
    const starting = diagnostics.slice(from, next)
    lines.push(drawLine(source, {start: lineStart, end: lineEnd}, {open, starting, from}, id, lines.length + 1))
    open = [...open, ...starting].filter(({end}) => end > after)
    if (isLast) break
    lineStart = after
  }
  // the break behind the last line opens no line of its own, unless a finding stands there
  if (/[\r\n]$/.test(source) && (diagnostics.at(-1)?.start ?? 0) < source.length) lines.pop()
  return `<ol class="draft">\n${lines.join('\n')}\n</ol>`
}

interface LineFindings {
  readonly open: readonly Diagnostic[]
  readonly starting: readonly Diagnostic[]
  /** Index of the first of `starting`. */
  readonly from: number
}

function drawLine(
  source: string,
  line: {readonly start: number; readonly end: number},
  {open, starting, from}: LineFindings,
  id: string,
  number: number,
): string {
  const inside = (offset: number): number => Math.min(Math.max(offset, line.start), line.end)
  const bounds = new Set([line.start, line.end])
  for (const {start, end} of [...open, ...starting]) bounds.add(inside(start)).add(inside(end))
  const cuts = [...bounds].sort((a, b) => a - b)
  const parts: string[] = []
  let active = [...open]
  let next = 0
  cuts.forEach((cut, at) => {
    active = active.filter(({end}) => end > cut)
    for (; next < starting.length && inside((starting[next] as Diagnostic).start) <= cut; next++) {
      const diagnostic = starting[next] as Diagnostic
      const name = `${id}d${from + next}`
      parts.push(
        `<a class="number ${diagnostic.severity}" id="${name}m" href="#${name}" title="${escapeXml(diagnostic.message)}">${from + next + 1}</a>`,
      )
      if (diagnostic.end > cut) active.push(diagnostic)
    }
    const words = escapeXml(source.slice(cut, cuts[at + 1] ?? cut))
    const top = worst(active)
    if (words)
      parts.push(top ? `<mark class="${top.severity}" title="${escapeXml(top.message)}">${words}</mark>` : words)
  })
  return `<li id="${id}l${number}" data-line="${number}"><div>${parts.join('')}</div></li>`
}

function endOfLine(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (code === 10 || code === 13) return at
  }
  return source.length
}

const breakLength = (source: string, at: number): number =>
  at >= source.length ? 0 : source.charAt(at) === '\r' && source.charAt(at + 1) === '\n' ? 2 : 1
