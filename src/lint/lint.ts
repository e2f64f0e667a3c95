import type {Draft} from '../draft/draft.ts'
import {overlaps, type Span, touchesAny} from '../draft/span.ts'
import {UnreadableDraft} from '../draft/unreadable.ts'
import {createReport} from '../report/create.ts'
import type {Report} from '../report/report.ts'
import {type Configuration, type Language, optionsOf, severityOf} from './configuration.ts'
import type {Diagnostic, SourceEdit} from './diagnostic.ts'
import {Lines} from './lines.ts'
import {reasonOf} from './one-line.ts'
import type {Data, Edit, Finding, Localized, Rule, Severity} from './rule.ts'
import {applySuppressions} from './suppressions.ts'
import {fill, pageOf} from './words.ts'

export {fill, pageOf}

/** Reported in place of what a rule threw: one bad rule never ends a run. */
export const CRASHED = 'rule-crashed'

const CRASH: Localized = {
  zh: '规则 {rule} 运行出错，未能检查这一项（{reason}）。请把这份草稿的样例反馈给开发者；可先用 --rule {rule}=off 跳过。',
  en: 'The rule {rule} failed, so this was not checked ({reason}). Please report it with a sample; until then --rule {rule}=off skips it.',
}

/** The longest mark of an ordered Markdown list, `100. `. */
const ORDERED_MARK = 3

/** What the time of understanding a draft is charged to. */
export const UNDERSTANDING = '(understanding)'

/** Called with the time that each rule took, in milliseconds. */
export type Stopwatch = (ruleId: string, milliseconds: number) => void

/** Runs the rules over a draft, and leaves out what its own comments suppress. The diagnostics are sorted by place, then by rule. */
export function lint(
  draft: Draft,
  configuration: Configuration,
  rules: readonly Rule[],
  stopwatch?: Stopwatch,
): readonly Diagnostic[] {
  const report = createReport(draft, configuration)
  return lintReport(report, configuration, rules, stopwatch)
}

/** The same for a report that is already understood. */
export function lintReport(
  report: Report,
  configuration: Configuration,
  rules: readonly Rule[],
  stopwatch?: Stopwatch,
): readonly Diagnostic[] {
  if (stopwatch) {
    const started = performance.now()
    for (const _ of makeViews(report));
    stopwatch(UNDERSTANDING, performance.now() - started)
  }
  const steps = lintSteps(report, configuration, rules, stopwatch)
  for (;;) {
    const {done, value} = steps.next()
    if (done) return value
  }
}

/** The same rule by rule, for who has other things to do between. */
export function* lintSteps(
  report: Report,
  configuration: Configuration,
  rules: readonly Rule[],
  stopwatch?: Stopwatch,
): Generator<undefined, readonly Diagnostic[]> {
  const lines = new Lines(report.draft.source)
  const write = new Writer(report, lines, configuration.lang)
  const diagnostics: Diagnostic[] = []
  for (const {rule, severity, isSet, options} of ordersFor(rules, configuration)) {
    const started = stopwatch ? performance.now() : 0
    try {
      for (const finding of rule.check(report, options))
        diagnostics.push(write.diagnostic(rule, finding, isSet ? severity : (finding.severity ?? severity)))
    } catch (error) {
      // the file is broken, not the rule
      if (error instanceof UnreadableDraft) throw error
      diagnostics.push(write.crash(rule, error))
    }
    stopwatch?.(rule.id, performance.now() - started)
    yield
  }
  diagnostics.sort(byPlace)
  const left = applySuppressions(diagnostics, report.draft, lines, configuration, rules)
  return left === diagnostics ? left : [...left].sort(byPlace)
}

/** A rule that is on, with what the configuration says of it. */
interface Order {
  readonly rule: Rule
  readonly severity: Severity
  /** Whether the user has set it. */
  readonly isSet: boolean
  readonly options: ReturnType<typeof optionsOf>
}

const orders = new WeakMap<Configuration, {readonly rules: readonly Rule[]; readonly orders: readonly Order[]}>()

/** Worked out once: many drafts, and all versions of a draft in an editor, have the same configuration. */
function ordersFor(rules: readonly Rule[], configuration: Configuration): readonly Order[] {
  const known = orders.get(configuration)
  if (known?.rules === rules) return known.orders
  const made = rules.flatMap((rule): Order[] => {
    const severity = severityOf(rule, configuration)
    const isSet = configuration.severities.has(rule.id)
    return severity === 'off' ? [] : [{rule, severity, isSet, options: optionsOf(rule, configuration)}]
  })
  orders.set(configuration, {rules, orders: made})
  return made
}

/** Makes every view, one by one, so that its time is not charged to the first rule that asks for it. */
export function* makeViews(report: Report): Generator<undefined, void> {
  for (const view of VIEWS) {
    void report[view]
    yield
  }
}

const VIEWS = [
  'sentences',
  'series',
  'claims',
  'genre',
  'answers',
  'blanks',
  'period',
  'quantities',
] as const satisfies readonly (keyof Report)[]

const NOTHING: readonly never[] = []

const byPlace = (a: Diagnostic, b: Diagnostic): number =>
  a.start - b.start || a.end - b.end || (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0)

/** Turns findings into diagnostics: spans of the reading text into places of the source, keys into words. */
class Writer {
  readonly #report: Report
  readonly #lines: Lines
  readonly #lang: Language
  /** The rule that found something last, and its messages. */
  #rule: Rule | undefined
  #messages: Rule['messages'] = {}

  constructor(report: Report, lines: Lines, lang: Language) {
    this.#report = report
    this.#lines = lines
    this.#lang = lang
  }

  diagnostic(rule: Rule, finding: Finding, severity: Severity): Diagnostic {
    const {at, fix, suggestions = NOTHING, related = NOTHING} = finding
    const {start, end, line, column, endLine, endColumn} = this.#place(at)
    // field by field: a long draft has many findings, and an editor asks for them at each keystroke
    const diagnostic = {
      ruleId: rule.id,
      severity,
      message: this.#words(rule, finding.message, finding.data),
      url: pageOf(rule.id, this.#lang),
      start,
      end,
      line,
      column,
      endLine,
      endColumn,
      reading: {start: at.start, end: at.end},
      related: related.map(({at, message, data}) => ({...this.#place(at), message: this.#words(rule, message, data)})),
      suggestions: suggestions
        .filter(({edits}) => this.#canFix(edits))
        .map(({message, data, edits}) => ({message: this.#words(rule, message, data), edits: this.#edits(edits)})),
    }
    const safety = rule.fixes === 'safe' || rule.fixes === 'unsafe' ? rule.fixes : undefined
    return fix && safety && this.#canFix(fix) ? {...diagnostic, fix: {safety, edits: this.#edits(fix)}} : diagnostic
  }

  crash(rule: Rule, error: unknown): Diagnostic {
    return {
      ruleId: CRASHED,
      severity: 'error',
      message: fill(CRASH[this.#lang], {rule: rule.id, reason: reasonOf(error)}),
      url: pageOf(rule.id, this.#lang),
      ...this.#place({start: 0, end: 0}),
      reading: {start: 0, end: 0},
      related: [],
      suggestions: [],
    }
  }

  #words(rule: Rule, key: string, data: Data | undefined): string {
    // of a bundled rule they are made each time they are asked for (scripts/build/plugins.ts)
    if (rule !== this.#rule) {
      this.#rule = rule
      this.#messages = rule.messages
    }
    const message = this.#messages[key]
    if (!message) throw new Error(`no message “${key}”`)
    return fill(message[this.#lang], data)
  }

  #place(span: Span) {
    this.#check(span)
    const {start, end} = this.#report.draft.map.toSource(span)
    return this.#lines.place(start, end)
  }

  /** @throws Error for a place that is none in the draft's text: a rule that reckons wrong must not write there */
  #check({start, end}: Span): void {
    const isPlace = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end
    if (!isPlace || end > this.#report.draft.text.length) throw new Error(`no such place: ${start}–${end}`)
  }

  /**
   * No fix touches words that are no prose, a blank, the mark of a Markdown list, a number that only the word processor
   * writes, or words with markup between them.
   */
  #canFix(edits: readonly Edit[]): boolean {
    const {draft, blanks} = this.#report
    return edits.every(({at, text}) => {
      this.#check(at)
      if (typeof text !== 'string') throw new Error('an edit without a text')
      if (touchesAny(draft.verbatim, at) || touchesAny(blanks, at)) return false
      const block = this.#report.blockAt(at.start)
      if (block?.generated && overlaps(block.generated, at)) return false
      if (block?.list?.ordered && at.start < block.start + ORDERED_MARK) return false
      const {start, end} = draft.map.toSource(at)
      return draft.source.slice(start, end) === draft.text.slice(at.start, at.end)
    })
  }

  #edits(edits: readonly Edit[]): SourceEdit[] {
    return edits.map(({at, text}) => ({...this.#report.draft.map.toSource(at), text}))
  }
}
