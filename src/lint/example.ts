import type {Draft} from '../draft/draft.ts'
import {readMarkdown} from '../draft/markdown/read.ts'
import {readText} from '../draft/text.ts'
import {createReport} from '../report/create.ts'
import {NO_USER_DATA} from '../report/user-data.ts'
import {DEFAULT_CONFIGURATION} from './configuration.ts'
import {applyFixes} from './edits.ts'
import {lintReport} from './lint.ts'
import type {BadExample, ExampleContext, Localized, Rule} from './rule.ts'

/** What running one example gave: findings as the text with `⟦…⟧` around each, in order of place. */
export interface ExampleResult {
  readonly expected: readonly string[]
  readonly found: readonly string[]
  /** The text after the rule's fixes; undefined when it has none. */
  readonly fixed: string | undefined
  /** What the rule still finds in the fixed text. */
  readonly refound: readonly string[]
}

function parse(marked: string): {text: string; spans: {start: number; end: number}[]} {
  let text = ''
  const open: number[] = []
  const spans: {start: number; end: number}[] = []
  for (const character of marked) {
    if (character === '⟦') open.push(text.length)
    else if (character === '⟧') spans.push({start: open.pop() ?? 0, end: text.length})
    else text += character
  }
  return {text, spans: spans.sort((a, b) => a.start - b.start || a.end - b.end)}
}

function run(rule: Rule, text: string, example: ExampleContext) {
  const read = example.file === 'md' ? readMarkdown(text) : readText(text)
  const draft: Draft = {...read, ...example.facts}
  const configuration = {
    ...DEFAULT_CONFIGURATION,
    severities: new Map([[rule.id, rule.severity === 'off' ? ('warning' as const) : rule.severity]]),
    options: new Map(example.options ? [[rule.id, example.options]] : []),
    profile: example.profile ?? 'draft',
    genre: example.genre,
    user: {...NO_USER_DATA, ...example.user},
  }
  return lintReport(createReport(draft, configuration), configuration, [rule])
}

const show = (text: string, {start, end}: {start: number; end: number}): string =>
  `${text.slice(Math.max(0, start - 8), start)}⟦${text.slice(start, end)}⟧${text.slice(end, end + 8)} @${start}`

/** Runs a rule over one of its examples. */
export function runExample(rule: Rule, example: BadExample): ExampleResult {
  const {text, spans} = parse(example.text)
  const diagnostics = run(rule, text, example)
  const fixes = diagnostics.flatMap(({fix}) => (fix ? [fix.edits] : []))
  const fixed = fixes.length ? applyFixes(text, fixes).text : undefined
  return {
    expected: spans.map((span) => show(text, span)),
    found: diagnostics.map((diagnostic) =>
      diagnostic.ruleId === rule.id ? show(text, diagnostic) : diagnostic.message,
    ),
    fixed,
    refound: fixed === undefined ? [] : run(rule, fixed, example).map((diagnostic) => show(fixed, diagnostic)),
  }
}

const isWritten = (text: Localized): boolean => text.zh.trim().length > 0 && text.en.trim().length > 0

/** What a rule lacks to be complete, in words; empty when it keeps the contract. */
export function checkRule(rule: Rule): string[] {
  const complaints: string[] = []
  if (!/^[a-z]+(-[a-z]+)*$/.test(rule.id)) complaints.push('the id is not in kebab-case')
  if (rule.bad.length < 2) complaints.push('fewer than two bad examples')
  if (rule.good.length < 2) complaints.push('fewer than two good examples')
  for (const [name, text] of Object.entries({what: rule.what, why: rule.why, how: rule.how, ...rule.messages}))
    if (!isWritten(text)) complaints.push(`“${name}” is not written in both languages`)
  const slots = (text: string): string => [...new Set(text.match(/\{\w+\}/g))].sort().join()
  for (const [name, {zh, en}] of Object.entries(rule.messages))
    if (slots(zh) !== slots(en)) complaints.push(`“${name}” has other slots in English than in Chinese`)
  const seen = new Set<string>()
  for (const {text} of [...rule.bad, ...rule.good]) {
    if (seen.has(text)) complaints.push(`the example “${text}” stands twice`)
    seen.add(text)
  }
  if (rule.bad.some(({text}) => !text.includes('⟦'))) complaints.push('a bad example has no ⟦…⟧')
  if (rule.good.some(({text}) => text.includes('⟦'))) complaints.push('a good example has ⟦…⟧')
  complaints.push(...unusedMessages(rule))
  return complaints
}

/** Every message is shown by an example, as a finding's own, beside it, or as a suggestion. */
function unusedMessages(rule: Rule): string[] {
  const used = new Set<string>()
  for (const example of rule.bad) {
    const {text} = parse(example.text)
    const draft = {...(example.file === 'md' ? readMarkdown(text) : readText(text)), ...example.facts}
    const report = createReport(draft, {
      user: {...NO_USER_DATA, ...example.user},
      profile: example.profile ?? 'draft',
      genre: example.genre,
    })
    const options = {
      ...Object.fromEntries(Object.entries(rule.options ?? {}).map(([name, option]) => [name, option.default])),
      ...example.options,
    }
    for (const finding of rule.check(report, options)) {
      used.add(finding.message)
      for (const {message} of [...(finding.related ?? []), ...(finding.suggestions ?? [])]) used.add(message)
      if (finding.fix && rule.fixes !== 'safe' && rule.fixes !== 'unsafe')
        used.add(`a fix, though \`fixes\` is “${rule.fixes}”`)
    }
  }
  return [
    ...Object.keys(rule.messages)
      .filter((key) => !used.has(key))
      .map((key) => `no bad example gives the message “${key}”`),
    ...[...used].filter((key) => !(key in rule.messages)).map((key) => `unknown message: ${key}`),
  ]
}
