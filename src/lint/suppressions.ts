import type {Draft} from '../draft/draft.ts'
import {nearest} from '../language/nearest.ts'
import {type Configuration, severityOf} from './configuration.ts'
import type {Diagnostic} from './diagnostic.ts'
import {KINDS, parseDirective, removal, type Suppression, writeDirective} from './directives.ts'
import {suppressionWithoutReason, unknownSuppression, unusedSuppression} from './engine-rules.ts'
import type {Lines} from './lines.ts'
import type {Data, Rule} from './rule.ts'
import {fill, pageOf} from './words.ts'

/** Stands for every rule. */
const ALL = '*'

/** Leaves out what the draft's own comments suppress, and reports comments that are unknown, unused or without a reason. */
export function applySuppressions(
  diagnostics: readonly Diagnostic[],
  draft: Draft,
  lines: Lines,
  configuration: Configuration,
  rules: readonly Rule[],
): readonly Diagnostic[] {
  if (!draft.directives.length) return diagnostics
  const suppressions = draft.directives.map(parseDirective)
  const matcher = new Matcher(suppressions, draft.source, lines)
  const left = diagnostics.filter((diagnostic) => !matcher.suppresses(diagnostic))
  matcher.finish()
  const judge = new Judge(draft, lines, configuration, rules)
  return [...left, ...suppressions.flatMap((suppression) => judge.complaints(suppression, matcher))]
}

/** Finds the suppression of each diagnostic; both come in the order of the source. */
class Matcher {
  readonly #used = new Map<Suppression, Set<string>>()
  readonly #byLine = new Map<number, Suppression[]>()
  readonly #wholeFile: Suppression[] = []
  readonly #ranges: readonly Suppression[]
  /** The open range of a rule, and the rules that `zicha-enable` took out of a range of all. */
  readonly #open = new Map<string, Suppression>()
  readonly #exceptions = new Set<string>()
  #next = 0

  constructor(suppressions: readonly Suppression[], source: string, lines: Lines) {
    const commentLines = new Set(suppressions.map(({source: {start}}) => lines.lineAt(start)))
    const add = (line: number, suppression: Suppression): void => {
      this.#byLine.set(line, [...(this.#byLine.get(line) ?? []), suppression])
    }
    for (const suppression of suppressions) {
      const {kind, source: span} = suppression
      if (kind === 'disable-file') this.#wholeFile.push(suppression)
      else if (kind === 'disable-line') add(lines.lineAt(span.start), suppression)
      else if (kind === 'disable-next-line')
        add(nextLine(source, lines, lines.lineAt(span.end), commentLines), suppression)
    }
    this.#ranges = suppressions.filter(({kind}) => kind === 'disable' || kind === 'enable')
  }

  suppresses({ruleId, line, start}: Diagnostic): boolean {
    this.#advance(start)
    const inRange = this.#open.get(ruleId) ?? (this.#exceptions.has(ruleId) ? undefined : this.#open.get(ALL))
    const found =
      this.#byLine.get(line)?.find((suppression) => names(suppression, ruleId)) ??
      inRange ??
      this.#wholeFile.find((suppression) => names(suppression, ruleId))
    if (!found) return false
    this.#use(found, ruleId)
    return true
  }

  /** Reads the ranges behind the last diagnostic. */
  finish(): void {
    this.#advance(Number.POSITIVE_INFINITY)
  }

  isUsed(suppression: Suppression, rule?: string): boolean {
    const used = this.#used.get(suppression)
    return rule === undefined ? used !== undefined : (used?.has(rule) ?? false)
  }

  #use(suppression: Suppression, rule: string): void {
    const used = this.#used.get(suppression)
    if (used) used.add(rule)
    else this.#used.set(suppression, new Set([rule]))
  }

  #advance(offset: number): void {
    for (let range = this.#ranges[this.#next]; range; range = this.#ranges[++this.#next]) {
      if (range.source.end > offset) return
      const rules = range.rules.length ? range.rules : [ALL]
      for (const rule of rules) {
        if (range.kind === 'disable') {
          this.#open.set(rule, range)
          this.#exceptions.delete(rule)
          if (rule === ALL) this.#exceptions.clear()
        } else this.#close(rule, range)
      }
    }
  }

  #close(rule: string, range: Suppression): void {
    if (rule === ALL ? this.#open.size : this.#open.has(rule) || this.#open.has(ALL)) this.#use(range, rule)
    if (rule === ALL) this.#open.clear()
    else {
      this.#open.delete(rule)
      if (this.#open.has(ALL)) this.#exceptions.add(rule)
    }
  }
}

const names = ({rules}: Suppression, rule: string): boolean => !rules.length || rules.includes(rule)

/** The first line behind another that holds words of the draft: neither empty nor a comment of ours. */
function nextLine(source: string, lines: Lines, line: number, commentLines: ReadonlySet<number>): number {
  let next = line + 1
  while (next < lines.count && (commentLines.has(next) || isBlank(source, lines, next))) next++
  return next
}

const isBlank = (source: string, lines: Lines, line: number): boolean =>
  !source.slice(lines.startOf(line), lines.startOf(line + 1)).trim()

/** Says what is wrong with a suppression. */
class Judge {
  readonly #draft: Draft
  readonly #lines: Lines
  readonly #configuration: Configuration
  readonly #severities: ReadonlyMap<string, string>

  constructor(draft: Draft, lines: Lines, configuration: Configuration, rules: readonly Rule[]) {
    this.#draft = draft
    this.#lines = lines
    this.#configuration = configuration
    this.#severities = new Map(rules.map((rule) => [rule.id, severityOf(rule, configuration)]))
  }

  complaints(suppression: Suppression, matcher: Matcher): Diagnostic[] {
    const {kind, name, rules, reason} = suppression
    if (!kind) return this.#unknownKind(suppression)
    const found: Diagnostic[] = []
    for (const rule of rules) if (!this.#severities.has(rule)) found.push(...this.#unknownRule(suppression, rule))
    if (this.#configuration.requireReasons && kind !== 'enable' && !reason)
      found.push(
        ...this.#report(suppressionWithoutReason, 'comment', suppression, {kind: name, rule: rules.join(', ')}),
      )
    found.push(...this.#unused(suppression, matcher))
    return found
  }

  #unused(suppression: Suppression, matcher: Matcher): Diagnostic[] {
    const {rules, kind, source: span} = suppression
    // what a rule that is off would report is not known
    const idle = rules.filter(
      (rule) => (this.#severities.get(rule) ?? 'off') !== 'off' && !matcher.isUsed(suppression, rule),
    )
    if (rules.length ? !idle.length : matcher.isUsed(suppression)) return []
    const some = idle.length < rules.length
    const key = some ? 'some' : kind === 'enable' ? 'enable' : 'all'
    const edit = some
      ? {...span, text: writeDirective({...suppression, rules: rules.filter((rule) => !idle.includes(rule))})}
      : {...removal(this.#draft.source, span), text: ''}
    return this.#report(
      unusedSuppression,
      key,
      suppression,
      {rules: idle.join(', ')},
      {
        fix: {safety: 'safe', edits: [edit]},
      },
    )
  }

  #unknownKind(suppression: Suppression): Diagnostic[] {
    const near = nearest(suppression.name, KINDS)
    const data = {
      name: `zicha-${suppression.name}`,
      near: `zicha-${near}`,
      list: KINDS.map((kind) => `zicha-${kind}`).join(', '),
    }
    return this.#report(
      unknownSuppression,
      near ? 'nearKind' : 'kind',
      suppression,
      data,
      near ? this.#replacement(suppression, {...suppression, name: near}, data) : {},
    )
  }

  #unknownRule(suppression: Suppression, name: string): Diagnostic[] {
    const near = nearest(name, [...this.#severities.keys()])
    const rules = suppression.rules.map((rule) => (rule === name ? (near ?? rule) : rule))
    const data = {name, near: near ?? ''}
    return this.#report(
      unknownSuppression,
      near ? 'nearRule' : 'rule',
      suppression,
      data,
      near ? this.#replacement(suppression, {...suppression, rules}, data) : {},
    )
  }

  #replacement({source}: Suppression, better: Suppression, data: Data): Partial<Diagnostic> {
    const message = fill(unknownSuppression.messages.replace?.[this.#configuration.lang] ?? '', data)
    return {suggestions: [{message, edits: [{...source, text: writeDirective(better)}]}]}
  }

  #report(
    rule: Rule,
    key: string,
    {source, at}: Suppression,
    data: Data,
    more: Partial<Diagnostic> = {},
  ): Diagnostic[] {
    const {lang} = this.#configuration
    const severity = severityOf(rule, this.#configuration)
    if (severity === 'off') return []
    return [
      {
        ruleId: rule.id,
        severity,
        message: fill(rule.messages[key]?.[lang] ?? '', data),
        url: pageOf(rule.id, lang),
        ...this.#lines.place(source.start, source.end),
        reading: {start: at, end: at},
        related: [],
        suggestions: [],
        ...more,
      },
    ]
  }
}
