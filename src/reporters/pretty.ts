import type {Language} from '../lint/configuration.ts'
import type {Diagnostic} from '../lint/diagnostic.ts'
import {fill} from '../lint/lint.ts'
import {inOneLine} from '../lint/one-line.ts'
import type {Localized, Severity} from '../lint/rule.ts'
import {codeFrame} from './frame.ts'
import {type Paint, painter, type Style} from './paint.ts'
import type {FileByFile, ReporterContext} from './reporter.ts'
import {type Counts, countDiagnostics, type FileResult} from './result.ts'
import {SEVERITY} from './texts.ts'

const RELATED: Localized = {zh: '参见', en: 'see'}
const CLEAN: Localized = {zh: '未发现问题（{files}）', en: 'No problems found ({files})'}
const FILES: Localized = {zh: '{n} 个文件', en: '{n} files'}
const FILE: Localized = {zh: '1 个文件', en: '1 file'}
const COUNTS: Readonly<Record<Severity, Localized>> = {
  error: {zh: '{n} 个错误', en: '{n} errors'},
  warning: {zh: '{n} 个警告', en: '{n} warnings'},
  info: {zh: '{n} 条提示', en: '{n} hints'},
}
const ONE: Readonly<Record<Severity, string>> = {error: '1 error', warning: '1 warning', info: '1 hint'}
const FIXABLE: Localized = {
  zh: '其中 {n} 处可用 --fix 自动改正。',
  en: '{n} of them can be repaired with --fix.',
}
const EXPLAIN: Localized = {
  zh: '想知道某一项为什么要改、怎样改：zicha explain <规则名>',
  en: 'Why, and what to do: zicha explain <rule>',
}

const COLORS: Readonly<Record<Severity, Style>> = {error: 'red', warning: 'yellow', info: 'cyan'}

/** For people at a terminal: each finding with its place, its words and a caret under them. */
export const pretty: FileByFile = async function* (results, context) {
  const paint = painter(context.color)
  const counts = countDiagnostics([])
  let files = 0
  for await (const result of results) {
    files++
    countDiagnostics(result.diagnostics, counts)
    if (!result.diagnostics.length) continue
    const found = result.diagnostics.map((diagnostic) => `${describe(result, diagnostic, context, paint)}\n`)
    yield `${paint('underline', inOneLine(result.filePath))}\n${found.join('')}\n`
  }
  yield `${summary(counts, files, context.lang, paint)}\n`
}

function describe(result: FileResult, diagnostic: Diagnostic, context: ReporterContext, paint: Paint): string {
  const {lang} = context
  const color = COLORS[diagnostic.severity]
  const frame = codeFrame(result.source, diagnostic, context.columns - 6)
  const lines = [
    `  ${paint('bold', `${diagnostic.line}:${diagnostic.column}`)}  ${paint(color, SEVERITY[diagnostic.severity][lang])}  ${inOneLine(diagnostic.message)}  ${paint('dim', diagnostic.ruleId)}`,
  ]
  if (frame.words || frame.before || frame.after) {
    lines.push(`    ${paint('dim', '│')} ${paint('dim', frame.before)}${frame.words}${paint('dim', frame.after)}`)
    lines.push(`    ${paint('dim', '│')} ${' '.repeat(frame.indent)}${paint(color, '^'.repeat(frame.width))}`)
  }
  for (const {line, column, message} of diagnostic.related)
    lines.push(`    ${paint('dim', `${RELATED[lang]} ${line}:${column}`)}  ${inOneLine(message)}`)
  return lines.join('\n')
}

const counted = (severity: Severity, n: number, lang: Language): string =>
  lang === 'en' && n === 1 ? ONE[severity] : fill(COUNTS[severity][lang], {n})

function summary(counts: Counts, n: number, lang: Language, paint: Paint): string {
  const files = fill((n === 1 ? FILE : FILES)[lang], {n})
  if (!counts.error && !counts.warning && !counts.info) return paint('green', fill(CLEAN[lang], {files}))
  const lines = [`${told(counts, lang)}${lang === 'zh' ? `（${files}）` : ` (${files})`}`]
  if (counts.fixable) lines.push(fill(FIXABLE[lang], {n: counts.fixable}))
  lines.push(paint('dim', EXPLAIN[lang]))
  const color = COLORS[counts.error ? 'error' : counts.warning ? 'warning' : 'info']
  return [paint(color, lines[0] as string), ...lines.slice(1)].join('\n')
}

const told = (counts: Counts, lang: Language): string =>
  (['error', 'warning', 'info'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => counted(severity, counts[severity], lang))
    .join(lang === 'zh' ? '、' : ', ')
