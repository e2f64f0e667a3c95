import type {Language} from '../lint/configuration.ts'
import type {Diagnostic} from '../lint/diagnostic.ts'
import type {Localized, Severity} from '../lint/rule.ts'
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
  offline: {zh: '本页由自查（zicha）在本机生成，未联网。', en: 'Made by zicha on this machine, offline.'},
} satisfies Record<string, Localized>

const STYLE = `
:root{--error:#b3261e;--warning:#8a5a00;--info:#1f5fa8;--line:#d9d9d9}
body{font:15px/1.7 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}
h1{font-size:1.5rem}h2{font-size:1.2rem;border-top:2px solid #222;padding-top:1rem;margin-top:2.5rem;overflow-wrap:anywhere}h3{font-size:1rem}
table{border-collapse:collapse;width:100%}th,td{border:1px solid var(--line);padding:.3rem .6rem;text-align:left;vertical-align:top}td.n{text-align:right}
.draft{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid var(--line);padding:1rem;font-family:"Noto Serif CJK SC","Source Han Serif SC",SimSun,serif}
mark{color:inherit;background:none;border-bottom:2px solid;padding-bottom:1px}
mark.error{border-color:var(--error);background:#fdeceb}mark.warning{border-color:var(--warning);background:#fff5e0}mark.info{border-color:var(--info);background:#eaf2fb}
sup a{text-decoration:none;font-size:.7em}
.findings{padding-left:0;list-style:none}.findings li{margin:.6rem 0;padding-left:.8rem;border-left:4px solid var(--line)}
li.error{border-color:var(--error)!important}li.warning{border-color:var(--warning)!important}li.info{border-color:var(--info)!important}
.place,.rule{color:#666;font-size:.85em}blockquote{margin:.2rem 0;color:#444}
svg{width:100%;height:auto}svg text{font-family:inherit;font-size:13px}
@media print{body{max-width:none;margin:0;font-size:11pt}h2{break-before:page}h2:first-of-type{break-before:auto}li,tr,svg{break-inside:avoid}@page{margin:2cm;size:A4}}
`.trim()

/** One page that needs nothing else: a summary, each draft with its findings marked, and what answers what. */
export const html: Reporter = (results, {lang}) => {
  const body = results.map((result, index) => section(result, index, lang)).join('\n')
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${TEXTS.title[lang]}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${TEXTS.title[lang]}</h1>
${summary(results, lang)}
${body}
<p class="place">${TEXTS.offline[lang]}</p>
</body>
</html>
`
}

function summary(results: readonly FileResult[], lang: Language): string {
  const severities: readonly Severity[] = ['error', 'warning', 'info']
  const rows = results.map(({filePath, diagnostics}, index) => {
    const counts = countDiagnostics(diagnostics)
    const cells = severities.map((severity) => `<td class="n">${counts[severity]}</td>`).join('')
    return `<tr><td><a href="#f${index}">${escapeXml(filePath)}</a></td>${cells}</tr>`
  })
  const heads = severities.map((severity) => `<th scope="col">${SEVERITY[severity][lang]}</th>`).join('')
  return `<table><thead><tr><th scope="col">${TEXTS.file[lang]}</th>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function section(result: FileResult, index: number, lang: Language): string {
  const {filePath, source, diagnostics, report} = result
  const list = diagnostics.length
    ? `<ol class="findings">${diagnostics.map((diagnostic, at) => finding(diagnostic, `f${index}d${at}`, source, lang)).join('')}</ol>`
    : `<p>${CLEAN[lang]}</p>`
  const links = report?.problems.length ? `<h3>${TEXTS.links[lang]}</h3>\n${drawLinks(report, lang)}` : ''
  return `<h2 id="f${index}">${escapeXml(filePath)}</h2>
<h3>${TEXTS.findings[lang]}</h3>
${list}
${links}
<h3>${TEXTS.draft[lang]}</h3>
<div class="draft">${marked(source, diagnostics, `f${index}d`)}</div>`
}

function finding(diagnostic: Diagnostic, id: string, source: string, lang: Language): string {
  const {severity, line, column, message, ruleId, start, end, related} = diagnostic
  const words = source.slice(start, Math.min(end, start + 80))
  const quote = words.trim() ? `<blockquote>${escapeXml(words)}${end > start + 80 ? '…' : ''}</blockquote>` : ''
  const others = related
    .map((place) => `<div class="place">${place.line}:${place.column} ${escapeXml(place.message)}</div>`)
    .join('')
  return `<li class="${severity}" id="${id}"><a class="place" href="#${id}m">${line}:${column}</a> <b>${SEVERITY[severity][lang]}</b> ${escapeXml(message)} <span class="rule">${ruleId}</span>${quote}${others}</li>`
}

const RANK: Readonly<Record<Severity, number>> = {info: 0, warning: 1, error: 2}

/** The source with each finding's words marked; where findings overlap the most severe decides the colour. */
function marked(source: string, diagnostics: readonly Diagnostic[], prefix: string): string {
  const bounds = new Set([0, source.length])
  for (const {start, end} of diagnostics) bounds.add(start).add(end)
  const cuts = [...bounds].sort((a, b) => a - b)
  const parts: string[] = []
  let open: {diagnostic: Diagnostic; index: number}[] = []
  let next = 0
  cuts.forEach((cut, at) => {
    open = open.filter(({diagnostic}) => diagnostic.end > cut)
    for (; next < diagnostics.length && (diagnostics[next] as Diagnostic).start <= cut; next++) {
      const diagnostic = diagnostics[next] as Diagnostic
      parts.push(`<sup id="${prefix}${next}m"><a href="#${prefix}${next}">${next + 1}</a></sup>`)
      if (diagnostic.end > cut) open.push({diagnostic, index: next})
    }
    const words = escapeXml(source.slice(cut, cuts[at + 1] ?? cut))
    if (!words) return
    const top = open.reduce<Diagnostic | undefined>(
      (best, {diagnostic}) => (best && RANK[best.severity] >= RANK[diagnostic.severity] ? best : diagnostic),
      undefined,
    )
    parts.push(top ? `<mark class="${top.severity}" title="${escapeXml(top.message)}">${words}</mark>` : words)
  })
  return parts.join('')
}
