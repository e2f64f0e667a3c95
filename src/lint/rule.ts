import type {Draft} from '../draft/draft.ts'
import type {Span} from '../draft/span.ts'
import type {Report} from '../report/report.ts'
import type {UserData} from '../report/user-data.ts'

/** A text for people, in Chinese and in English. `{name}` is replaced by the finding's data. */
export interface Localized {
  readonly zh: string
  readonly en: string
}

export type Severity = 'error' | 'warning' | 'info'

export const GROUPS = [
  'unfinished',
  'structure',
  'correspondence',
  'consistency',
  'numbering',
  'form',
  'language',
] as const

export type Group = (typeof GROUPS)[number]

/** Strength of a rule's ground: set by a norm, general practice, custom of the trade. */
export type Ground = '规定' | '一般' | '实务'

/** What a rule may repair: `safe` never changes the sense, `unsafe` may, `suggestion` leaves a choice to the writer. */
export type Repair = 'none' | 'suggestion' | 'unsafe' | 'safe'

/** Replaces the reading text of `at` by `text`. */
export interface Edit {
  readonly at: Span
  readonly text: string
}

export interface Suggestion<Message extends string = string> {
  readonly message: Message
  readonly data?: Data
  readonly edits: readonly Edit[]
}

export type Data = Readonly<Record<string, string | number>>

export interface Finding<Message extends string = string> {
  readonly at: Span
  readonly message: Message
  readonly data?: Data
  /** Below the rule's own severity where the judgement is less sure. Configuration still wins. */
  readonly severity?: Severity
  readonly related?: readonly {readonly at: Span; readonly message: Message; readonly data?: Data}[]
  readonly fix?: readonly Edit[]
  readonly suggestions?: readonly Suggestion<Message>[]
}

export type OptionValue = boolean | number | string | readonly string[]

/** One option of a rule: its default and what it is for. Its type is that of the default. */
export interface Option<Value extends OptionValue = OptionValue> {
  readonly default: Value
  readonly what: Localized
  readonly minimum?: number
  readonly maximum?: number
  readonly choices?: readonly string[]
}

export type Options = Readonly<Record<string, Option>>

type Widen<Value> = Value extends boolean
  ? boolean
  : Value extends number
    ? number
    : Value extends string
      ? string
      : readonly string[]

/** The values of a rule's options, as `check` receives them. */
export type OptionValues<Declared extends Options> = {
  readonly [Name in keyof Declared]: Widen<Declared[Name]['default']>
}

/** What an example is run with, besides its text. */
export interface ExampleContext {
  /** The format that the text is read as (default `txt`). */
  readonly file?: 'txt' | 'md'
  readonly genre?: string
  readonly profile?: Profile
  readonly options?: Readonly<Record<string, OptionValue>>
  readonly user?: Partial<UserData>
  /** Facts that a word processor would have given. */
  readonly facts?: Partial<Draft>
}

/** A text that must be reported: `⟦…⟧` marks each span, in order; `⟦⟧` an absence at that place. */
export interface BadExample extends ExampleContext {
  readonly text: string
  /** The text after the rule's fixes. */
  readonly fixed?: string
}

/** A text on which the rule must stay silent. */
export interface GoodExample extends ExampleContext {
  readonly text: string
}

export type Profile = 'draft' | 'final'

/** How loud a rule is where it is not configured: by itself, and where a profile or preset differs. */
export type SeverityPlan = {
  readonly draft?: Severity | 'off'
  readonly final?: Severity | 'off'
  readonly strict?: Severity | 'off'
}

export interface Rule<Message extends string = string, Declared extends Options = Options> {
  /** kebab-case, equal to the file's name; reads well after “allow …”. */
  readonly id: string
  readonly group: Group
  readonly severity: Severity | 'off'
  readonly severityIn?: SeverityPlan
  readonly fixes: Repair
  readonly ground: Ground
  readonly what: Localized
  readonly why: Localized
  readonly how: Localized
  readonly messages: Readonly<Record<Message, Localized>>
  readonly options?: Declared
  readonly bad: readonly BadExample[]
  readonly good: readonly GoodExample[]
  /** Yields findings in any order. Sees the report only; what it throws becomes a finding of its own. */
  check(report: Report, options: OptionValues<Declared>): Iterable<Finding<NoInfer<Message>>>
}

/** Types a rule by its own messages and options. */
export function defineRule<Message extends string, const Declared extends Options = Record<never, never>>(
  rule: Rule<Message, Declared>,
): Rule {
  // A rule is handed around without its own message and option names; the engine passes it what it declared.
  return rule as unknown as Rule
}
