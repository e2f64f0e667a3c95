import {rules} from '../../../rules/index.ts'
import type {Localized, Repair, Severity} from '../../lint/rule.ts'
import {widthOf} from '../../reporters/frame.ts'
import {languageOf} from '../flags.ts'
import {CLEAN, type Io} from '../io.ts'

const SEVERITY: Readonly<Record<Severity | 'off', Localized>> = {
  error: {zh: '错误', en: 'error'},
  warning: {zh: '警告', en: 'warning'},
  info: {zh: '提示', en: 'info'},
  off: {zh: '关闭', en: 'off'},
}
const REPAIR: Readonly<Record<Repair, Localized>> = {
  none: {zh: '', en: ''},
  suggestion: {zh: '有建议', en: 'suggestions'},
  unsafe: {zh: '可改（需确认）', en: 'unsafe fix'},
  safe: {zh: '可自动改', en: 'fix'},
}

/** `zicha rules` lists every rule, or prints them as JSON. */
export function rulesCommand(flags: {readonly lang?: string; readonly format: string}, io: Io): number {
  const lang = languageOf(flags.lang)
  if (flags.format === 'json') {
    const list = rules.map(({id, group, severity, fixes, ground, what}) => ({
      id,
      group,
      severity,
      fixes,
      ground,
      what: what[lang],
    }))
    io.out(`${JSON.stringify(list, null, 2)}\n`)
    return CLEAN
  }
  const pad = (words: string, columns: number): string => words + ' '.repeat(Math.max(1, columns - widthOf(words)))
  let group = ''
  const lines = rules.flatMap((rule) => {
    const line =
      `  ${pad(rule.id, 26)}${pad(SEVERITY[rule.severity][lang], 9)}${pad(rule.what[lang], 60)}${REPAIR[rule.fixes][lang]}`.trimEnd()
    if (rule.group === group) return [line]
    group = rule.group
    return [...(group ? ['', group] : []), line]
  })
  io.out(`${lines.join('\n').trimStart()}\n\n${rules.length}\n`)
  return CLEAN
}
