import type {Language} from '../lint/configuration.ts'
import type {Diagnostic} from '../lint/diagnostic.ts'
import {fill} from '../lint/lint.ts'
import type {Localized, Rule, Severity} from '../lint/rule.ts'

const SEVERITIES: Readonly<Record<Severity, Localized>> = {
  error: {zh: '错误', en: 'Error'},
  warning: {zh: '提醒', en: 'Warning'},
  info: {zh: '参考', en: 'Note'},
}

const LINES = {
  what: {zh: '【{severity}】{message}', en: '[{severity}] {message}'},
  why: {zh: '为什么：{text}', en: 'Why: {text}'},
  how: {zh: '怎么改：{text}', en: 'What to do: {text}'},
  fix: {zh: '可改为：“{text}”', en: 'Could read: “{text}”'},
  remove: {zh: '可删去。', en: 'Could be deleted.'},
  suggestion: {zh: '备选：{text}', en: 'Or: {text}'},
  related: {zh: '相关处：{message}“{words}”', en: 'See also: {message} “{words}”'},
  rule: {zh: '（规则：{rule}）', en: '(Rule: {rule})'},
} as const satisfies Record<string, Localized>

/** Words of a related place are cut to this many characters. */
const EXCERPT = 30

const excerpt = (words: string): string => {
  const line = words.replace(/\s+/g, ' ')
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT)}…` : line
}

/** A finding as a comment says it, a paragraph a line: how grave, what, why, what to do, where else to look. */
export function commentLines(diagnostic: Diagnostic, text: string, rule: Rule | undefined, lang: Language): string[] {
  const line = (name: keyof typeof LINES, data: Readonly<Record<string, string>>): string =>
    fill(LINES[name][lang], data)
  const {severity, message, related, fix, suggestions, ruleId, reading} = diagnostic
  const edit = fix?.edits.length === 1 ? fix.edits[0] : undefined
  const isWhole = edit?.start === reading.start && edit.end === reading.end
  return [
    line('what', {severity: SEVERITIES[severity][lang], message}),
    ...(rule ? [line('why', {text: rule.why[lang]}), line('how', {text: rule.how[lang]})] : []),
    ...(edit && isWhole ? [edit.text ? line('fix', {text: edit.text}) : line('remove', {})] : []),
    ...suggestions.map((suggestion) => line('suggestion', {text: suggestion.message})),
    ...related.map((place) =>
      line('related', {message: place.message, words: excerpt(text.slice(place.start, place.end))}),
    ),
    line('rule', {rule: ruleId}),
  ]
}
