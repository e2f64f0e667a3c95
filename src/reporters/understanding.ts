import type {Span} from '../draft/span.ts'
import type {Language} from '../lint/configuration.ts'
import {Lines} from '../lint/lines.ts'
import type {Report} from '../report/report.ts'

const rounded = (score: number): number => Math.round(score * 1000) / 1000

/** What was understood of a draft, as `zicha inspect --format json` prints it. Offsets count in the source. */
export function understandingOf(filePath: string, report: Report, lang: Language) {
  const {draft, genre} = report
  const lines = new Lines(draft.source)
  const place = (span: Span) => {
    const {start, end} = draft.map.toSource(span)
    return {start, end, line: lines.lineAt(start)}
  }
  const told = (span: Span) => ({...place(span), text: report.words(span)})
  const words = (span: Span | undefined): string | undefined => (span ? report.words(span) : undefined)
  return {
    filePath,
    genre: genre.id,
    genreName: genre.name[lang],
    genreConfidence: rounded(genre.confidence),
    ...(draft.format === 'word' ? {text: draft.text} : {}),
    sections: report.sections.map((section) => ({
      role: section.role,
      title: words(section.title) ?? '',
      ...place(section),
    })),
    problems: report.problems.map((item) => ({id: item.id, ...told(item)})),
    measures: report.measures.map((item) => ({
      id: item.id,
      ...told(item),
      owner: words(item.owner),
      deadline: words(item.deadline),
      target: words(item.target),
    })),
    links: report.answers.links.map(({problem, measure, score, evidence}) => ({
      problem: report.problems[problem]?.id,
      measure: report.measures[measure]?.id,
      score: rounded(score),
      evidence: evidence.map((piece) => ({...piece, weight: rounded(piece.weight)})),
    })),
  }
}
