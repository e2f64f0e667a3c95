import {
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Diagnostic as LspDiagnostic,
} from 'vscode-languageserver/node'
import type {Diagnostic} from '../lint/diagnostic.ts'
import type {Severity} from '../lint/rule.ts'
import {pageUri} from './pages.ts'
import type {Snapshot} from './snapshot.ts'

export const SOURCE = 'zicha'

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
}

/** What a client can show beside a finding's words. */
export interface FindingFeatures {
  readonly related: boolean
  readonly links: boolean
  /** The folder that holds `docs/rules`; undefined where the pages are not installed. */
  readonly pages: string | undefined
}

/** A finding as the client takes it. */
export function toLsp(diagnostic: Diagnostic, {positions, uri}: Snapshot, features: FindingFeatures): LspDiagnostic {
  const {related, pages, links} = features
  const page = links ? pageUri(diagnostic.url, pages) : undefined
  return {
    range: positions.toRange(diagnostic),
    severity: SEVERITIES[diagnostic.severity],
    code: diagnostic.ruleId,
    ...(page && {codeDescription: {href: page}}),
    source: SOURCE,
    message: diagnostic.message,
    ...(related && diagnostic.related.length
      ? {
          relatedInformation: diagnostic.related.map(
            ({message, ...place}): DiagnosticRelatedInformation => ({
              location: {uri, range: positions.toRange(place)},
              message,
            }),
          ),
        }
      : {}),
  }
}
