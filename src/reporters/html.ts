import type {Language} from '../lint/configuration.ts'
import type {Diagnostic} from '../lint/diagnostic.ts'
import {fill} from '../lint/lint.ts'
import type {Localized} from '../lint/rule.ts'
import type {Report} from '../report/report.ts'
import {codeFrame} from './frame.ts'
import {drawDraft} from './html-draft.ts'
import {STYLE} from './html-style.ts'
import {drawLinks} from './links-picture.ts'
import {escapeXml, type Reporter} from './reporter.ts'
import {countDiagnostics, type FileResult} from './result.ts'
import {CLEAN, SEVERITY} from './texts.ts'

const TEXTS = {
  title: {zh: '自查报告检查结果', en: 'Findings on the drafts'},
  file: {zh: '文件', en: 'File'},
  findings: {zh: '需要处理的地方', en: 'Findings'},
  links: {zh: '问题与措施', en: 'Problems and measures'},
  draft: {zh: '原文（标出问题所在）', en: 'The draft, with the findings marked'},
  place: {zh: '第 {line} 行第 {column} 字', en: 'line {line}, column {column}'},
  see: {zh: '参见', en: 'See'},
  fixable: {zh: '可用 --fix 自动改正', en: 'repaired by --fix'},
  suggestion: {zh: '可选改法：{words}', en: 'Possible: {words}'},
  genre: {zh: '文种：{name}', en: 'Genre: {name}'},
  items: {zh: '问题 {problems} 条，措施 {measures} 条', en: 'Problems: {problems}, measures: {measures}'},
  unanswered: {zh: '没有措施的问题 {n} 条', en: 'Problems without a measure: {n}'},
  offline: {
    zh: '本页由自查（zicha {version}）在本机生成，未联网。',
    en: 'Made by zicha {version} on this machine, offline.',
  },
} satisfies Record<string, Localized>

const SEVERITIES = ['error', 'warning', 'info'] as const

/** Terminal columns of the words quoted with a finding; a full-width character takes two. */
const QUOTED = 120

/** One page that needs nothing else: a summary, each draft with its findings marked, and what answers what. */
export const html: Reporter = (results, {lang, version}) => `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${TEXTS.title[lang]}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<header>
<h1>${TEXTS.title[lang]}</h1>
${summary(results, lang)}
</header>
${results.map((result, index) => article(result, `f${index}`, lang)).join('\n')}
<footer class="quiet">${fill(TEXTS.offline[lang], {version})}</footer>
</main>
</body>
</html>
`

/** How many findings of each severity, or that there are none. */
function chips(diagnostics: readonly Diagnostic[], lang: Language): string {
  const counts = countDiagnostics(diagnostics)
  const told = SEVERITIES.filter((severity) => counts[severity]).map(
    (severity) => `<span class="chip ${severity}">${SEVERITY[severity][lang]} ${counts[severity]}</span>`,
  )
  return told.length ? told.join(' ') : `<span class="chip good">${CLEAN[lang]}</span>`
}

function summary(results: readonly FileResult[], lang: Language): string {
  const all = `<div class="chips">${chips(
    results.flatMap(({diagnostics}) => diagnostics),
    lang,
  )}</div>`
  if (results.length < 2) return all
  const rows = results.map(({filePath, diagnostics}, index) => {
    const counts = countDiagnostics(diagnostics)
    const cells = SEVERITIES.map(
      (severity) => `<td class="n${counts[severity] ? '' : ' zero'}">${counts[severity]}</td>`,
    )
    return `<tr><td><a href="#f${index}">${escapeXml(filePath)}</a></td>${cells.join('')}</tr>`
  })
  const heads = SEVERITIES.map((severity) => `<th scope="col" class="n">${SEVERITY[severity][lang]}</th>`).join('')
  return `${all}
<table><thead><tr><th scope="col">${TEXTS.file[lang]}</th>${heads}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table>`
}

function article({filePath, source, diagnostics, report}: FileResult, id: string, lang: Language): string {
  const list = diagnostics.map((diagnostic, at) => finding(diagnostic, id, at, source, lang)).join('\n')
  const findings = list ? `<h3>${TEXTS.findings[lang]}</h3>\n<ol class="findings">\n${list}\n</ol>` : ''
  const links = report?.problems.length ? `<h3>${TEXTS.links[lang]}</h3>\n${drawLinks(report, lang)}` : ''
  return `<article id="${id}">
<h2>${escapeXml(filePath)}</h2>
<div class="chips">${chips(diagnostics, lang)}${report ? understood(report, lang) : ''}</div>
${findings}
${links}
<h3>${TEXTS.draft[lang]}</h3>
${drawDraft(source, diagnostics, id)}
</article>`
}

function understood({genre, problems, measures, answers}: Report, lang: Language): string {
  const unanswered = answers.problems.filter(({verdict}) => verdict === 'none').length
  const told = [
    fill(TEXTS.genre[lang], {name: genre.name[lang]}),
    fill(TEXTS.items[lang], {problems: problems.length, measures: measures.length}),
    ...(unanswered ? [fill(TEXTS.unanswered[lang], {n: unanswered})] : []),
  ]
  return told.map((words) => ` <span class="quiet">${escapeXml(words)}</span>`).join('')
}

function finding(diagnostic: Diagnostic, id: string, at: number, source: string, lang: Language): string {
  const {severity, line, column, message, ruleId, related, fix, suggestions} = diagnostic
  const name = `${id}d${at}`
  const {before, words, after} = codeFrame(source, diagnostic, QUOTED)
  const quote = (before + words + after).trim()
    ? `<blockquote>${escapeXml(before)}<mark>${escapeXml(words)}</mark>${escapeXml(after)}</blockquote>`
    : ''
  const notes = [
    ...related.map(
      (place) =>
        `${TEXTS.see[lang]} <a href="#${id}l${place.line}">${fill(TEXTS.place[lang], {...place})}</a> ${escapeXml(place.message)}`,
    ),
    ...(fix?.safety === 'safe' ? [TEXTS.fixable[lang]] : []),
    ...suggestions.map((suggestion) => fill(TEXTS.suggestion[lang], {words: escapeXml(suggestion.message)})),
  ]
  return `<li id="${name}" class="${severity}"><a class="number" href="#${name}m">${at + 1}</a><div>
<span class="chip">${SEVERITY[severity][lang]}</span> ${escapeXml(message)}
<span class="quiet"><a href="#${name}m">${fill(TEXTS.place[lang], {line, column})}</a> · ${escapeXml(ruleId)}</span>
${quote}${notes.map((note) => `<div class="quiet">${note}</div>`).join('')}</div></li>`
}
