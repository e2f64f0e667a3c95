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

/** So many findings are turned into the client's form before anything else gets a turn. */
const SLICE = 500

/** All findings of a draft; requests are answered between. */
export async function allToLsp(
  diagnostics: readonly Diagnostic[],
  snapshot: Snapshot,
  features: FindingFeatures,
): Promise<LspDiagnostic[]> {
  const items: LspDiagnostic[] = []
  for (const [index, diagnostic] of diagnostics.entries()) {
    if (index > 0 && index % SLICE === 0) await new Promise((resolve) => setImmediate(resolve))
    items.push(toLsp(diagnostic, snapshot, features))
  }
  return items
}
