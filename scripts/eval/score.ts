import type {Span} from '../../src/draft/span.ts'
import type {Severity} from '../../src/lint/rule.ts'
import type {Annotated, Marked} from './annotated.ts'

/** What zicha made of one draft; spans count in the source. */
export interface Understood {
  readonly sections: readonly {readonly role: string; readonly line: number; readonly start: number}[]
  readonly problems: readonly (Span & {readonly id: string; readonly line: number; readonly text: string})[]
  readonly measures: readonly (Span & {readonly id: string; readonly line: number; readonly text: string})[]
  readonly links: readonly {readonly problem: string | undefined; readonly measure: string | undefined}[]
  readonly messages: readonly (Span & {
    readonly ruleId: string
    readonly severity: Severity
    readonly line: number
    readonly message: string
  })[]
}

export interface Tally {
  hit: number
  miss: number
  wrong: number
}

export interface Scores {
  readonly rows: ReadonlyMap<string, Tally>
  readonly drafts: number
  /** Drafts in which the annotators found nothing to send back. */
  readonly sound: number
  readonly soundWithoutError: number
  readonly soundWarnings: number
  readonly soundCharacters: number
  readonly misses: readonly string[]
}

/** A kind of fault that the annotators marked, and the rules any of which may report it. */
const RULES: Readonly<Record<string, readonly string[]>> = {
  'missing-section': ['missing-section'],
  'empty-section': ['empty-section'],
  'section-order': ['section-order'],
  'heading-number': ['number-gap', 'level-inversion'],
  'heading-style': ['number-mark'],
  'enumeration-number': ['enumeration-gap', 'number-gap'],
  'declared-count': ['count-mismatch', 'sum-mismatch'],
  contradiction: ['denied-problem'],
  'period-mismatch': ['stale-year', 'period-mismatch', 'year-without-nian', 'two-digit-year'],
  'impossible-date': ['impossible-date'],
  'number-mismatch': ['sum-mismatch', 'table-sum', 'conflicting-figures', 'count-mismatch'],
  'unit-mismatch': ['foreign-unit', 'mixed-self-reference', 'signature-mismatch'],
  'duplicate-text': ['repeated-text'],
  'template-residue': ['template-residue', 'leftover-instruction', 'markup-residue'],
  'unpaired-punctuation': ['unpaired-mark'],
  'half-width-punctuation': ['half-width-mark'],
  'missing-title': ['title-form'],
  'missing-signature': ['missing-signature'],
  'missing-date': ['missing-signature'],
  reference: ['dangling-reference'],
  'vague-measure': ['vague-measure', 'incomplete-measure'],
  'vague-problem': ['vague-problem'],
  'praise-as-problem': ['praise-as-problem'],
}
const BLANK_RULES = new Set(['unfilled-placeholder', 'leftover-instruction', 'empty-slot'])
/** The parts that the tool reasons with; the others are bonus detail. */
const SCORED = new Set(['lead', 'work', 'problems', 'causes', 'plan', 'problems-plan', 'signature', 'title'])

const shared = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start)
const touches = (a: Span, b: Span): boolean =>
  shared(a, b) > 0 || (a.start === a.end && a.start >= b.start && a.start <= b.end)
/** Half of what both cover together is enough: an edge does not decide. */
const same = (a: Span, b: Span): boolean => {
  const common = Math.max(0, shared(a, b))
  return common / (a.end - a.start + (b.end - b.start) - common || 1) >= 0.5
}

/** Compares what was understood and reported with what was marked, draft by draft. */
export function score(pairs: readonly {readonly gold: Annotated; readonly found: Understood}[]): Scores {
  const scorer = new Scorer()
  for (const {gold, found} of pairs) scorer.add(gold, found)
  return {...scorer.summary, drafts: pairs.length, rows: scorer.rows, misses: scorer.misses}
}

class Scorer {
  readonly rows = new Map<string, Tally>()
  readonly misses: string[] = []
  readonly summary = {sound: 0, soundWithoutError: 0, soundWarnings: 0, soundCharacters: 0}

  add(gold: Annotated, found: Understood): void {
    this.#placeholders(gold, found)
    const scored = <T extends {role: string}>(sections: readonly T[]): T[] =>
      sections.filter(({role}) => SCORED.has(role))
    this.#compare(
      'section',
      gold,
      scored(gold.sections),
      scored(found.sections),
      (a, b) => a.role === b.role && a.line === b.line,
    )
    this.#compare('problem-item', gold, gold.problems, found.problems, same)
    this.#compare('measure-item', gold, gold.measures, found.measures, same)
    this.#links(gold, found)
    const weak = gold.problems.filter(({answered}) => answered === 'weak')
    const unanswered = found.messages.filter(
      (message) => message.ruleId === 'problem-without-plan' && !weak.some((problem) => touches(problem, message)),
    )
    this.#compare(
      'problem-without-plan',
      gold,
      gold.problems.filter(({answered}) => answered === 'none'),
      unanswered,
      touches,
    )
    for (const [kind, rules] of Object.entries(RULES)) this.#fault(kind, rules, gold, found)
    this.#sound(gold, found)
  }

  #count(name: string, key: keyof Tally, by = 1): void {
    const row = this.rows.get(name) ?? {hit: 0, miss: 0, wrong: 0}
    row[key] += by
    this.rows.set(name, row)
  }

  #note(gold: Annotated, what: string, item: object): void {
    const {line, text, message, role} = item as {line?: number; text?: string; message?: string; role?: string}
    this.misses.push(`${gold.file}:${line ?? '?'} ${what}: ${(text ?? message ?? role ?? '').slice(0, 60)}`)
  }

  /** One finding may cover several marks, and a mark be found by several findings. */
  #compare<A extends object, B extends object>(
    name: string,
    gold: Annotated,
    expected: readonly A[],
    actual: readonly B[],
    isSame: (a: A, b: B) => boolean,
  ): void {
    for (const mark of expected) {
      if (actual.some((one) => isSame(mark, one))) this.#count(name, 'hit')
      else {
        this.#count(name, 'miss')
        this.#note(gold, `missed ${name}`, mark)
      }
    }
    for (const one of actual)
      if (!expected.some((mark) => isSame(mark, one))) {
        this.#count(name, 'wrong')
        this.#note(gold, `wrong ${name}`, one)
      }
  }

  #placeholders(gold: Annotated, {messages}: Understood): void {
    // a finding on another kind of fault is judged there
    const blanks = messages.filter(
      (message) =>
        BLANK_RULES.has(message.ruleId) &&
        (gold.placeholders.some((mark) => touches(mark, message)) ||
          !gold.faults.some((fault) => touches(fault, message))),
    )
    this.#compare('placeholder', gold, gold.placeholders, blanks, touches)
  }

  #links(gold: Annotated, found: Understood): void {
    const match = (marks: readonly (Marked & {id: string})[], items: readonly (Span & {id: string})[]) =>
      new Map(marks.map((mark) => [mark.id, items.find((item) => same(mark, item))?.id]))
    const problems = match(gold.problems, found.problems)
    const measures = match(gold.measures, found.measures)
    const keys = (strength: string) =>
      new Set(
        gold.links
          .filter((link) => link.strength === strength)
          .map(({problem, measure}) => `${problems.get(problem)} ${measures.get(measure)}`),
      )
    const full = keys('full')
    const weak = keys('weak')
    const drawn = found.links.map(({problem, measure}) => `${problem} ${measure}`)
    for (const link of full) this.#count('link', drawn.includes(link) ? 'hit' : 'miss')
    const known = new Set(problems.values())
    for (const link of drawn)
      if (!full.has(link) && !weak.has(link) && known.has(link.split(' ')[0])) this.#count('link', 'wrong')
  }

  #fault(kind: string, rules: readonly string[], gold: Annotated, found: Understood): void {
    const expected = gold.faults.filter((fault) => fault.kind === kind)
    const isAbsence = (fault: Marked): boolean => fault.start === fault.end || kind.startsWith('missing')
    const meets = (fault: Marked, message: Understood['messages'][number]): boolean =>
      isAbsence(fault) || touches(fault, message) || fault.line === message.line
    // an error that a fault of another kind explains is no false alarm of this kind
    const explained = (message: Understood['messages'][number]): boolean =>
      gold.faults.some((fault) => fault.kind !== kind && RULES[fault.kind]?.includes(message.ruleId))
    const ours = found.messages.filter(({ruleId}) => rules.includes(ruleId))
    const errors = ours.filter(
      (message) =>
        message.severity === 'error' &&
        (expected.some((fault) => meets(fault, message)) || !explained(message)) &&
        !(BLANK_RULES.has(message.ruleId) && gold.placeholders.some((mark) => touches(mark, message))),
    )
    const name = `fault ${kind}`
    for (const fault of expected) {
      // a warning may find a fault as well, but only errors count as false alarms
      if (ours.some((message) => meets(fault, message))) this.#count(name, 'hit')
      else {
        this.#count(name, 'miss')
        this.#note(gold, `missed ${name}`, fault)
      }
    }
    for (const message of errors)
      if (!expected.some((fault) => meets(fault, message))) {
        this.#count(name, 'wrong')
        this.#note(gold, `wrong ${name}`, message)
      }
  }

  #sound(gold: Annotated, {messages}: Understood): void {
    if (gold.faults.length || gold.placeholders.length || gold.problems.some(({answered}) => answered !== 'full'))
      return
    const errors = messages.filter(({severity}) => severity === 'error')
    this.summary.sound++
    this.summary.soundCharacters += gold.text.length
    this.summary.soundWarnings += messages.filter(({severity}) => severity === 'warning').length
    if (errors.length) for (const error of errors) this.#note(gold, `false alarm ${error.ruleId}`, error)
    else this.summary.soundWithoutError++
    for (const warning of messages.filter(({severity}) => severity === 'warning'))
      this.#note(gold, `warning on a sound draft ${warning.ruleId}`, warning)
  }
}

export function figuresOf({hit, miss, wrong}: Tally): {
  readonly precision: number
  readonly recall: number
  readonly f1: number
} {
  const precision = hit / (hit + wrong || 1)
  const recall = hit / (hit + miss || 1)
  return {precision, recall, f1: (2 * precision * recall) / (precision + recall || 1)}
}
