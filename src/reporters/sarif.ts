import type {Diagnostic, Place} from '../lint/diagnostic.ts'
import type {Severity} from '../lint/rule.ts'
import {fingerprints} from './fingerprint.ts'
import {eachDiagnostic, type Reporter, toUri} from './reporter.ts'

const LEVEL: Readonly<Record<Severity | 'off', string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  off: 'none',
}

const region = ({line, column, endLine, endColumn, start, end}: Place) => ({
  startLine: line,
  startColumn: column,
  endLine,
  endColumn,
  charOffset: start,
  charLength: end - start,
})

const location = (filePath: string, place: Place) => ({
  physicalLocation: {artifactLocation: {uri: toUri(filePath)}, region: region(place)},
})

const fixOf = (filePath: string, source: string, {fix}: Diagnostic) =>
  fix
    ? {
        fixes: [
          {
            artifactChanges: [
              {
                artifactLocation: {uri: toUri(filePath)},
                replacements: fix.edits.map(({start, end, text}) => ({
                  deletedRegion: {charOffset: start, charLength: end - start, ...lineOf(source, start, end)},
                  ...(text ? {insertedContent: {text}} : {}),
                })),
              },
            ],
          },
        ],
      }
    : {}

/** Line and column of an edit, as SARIF wants a region to begin with a line or an offset. */
function lineOf(source: string, start: number, end: number) {
  const before = source.slice(0, start).split(/\r\n|\r|\n/)
  const through = source.slice(0, end).split(/\r\n|\r|\n/)
  return {
    startLine: before.length,
    startColumn: (before.at(-1) ?? '').length + 1,
    endLine: through.length,
    endColumn: (through.at(-1) ?? '').length + 1,
  }
}

/** SARIF 2.1.0 (OASIS). Columns count UTF-16 units, paths are percent-encoded. */
export const sarif: Reporter = (results, {lang, rules, version}) => {
  const diagnostics = eachDiagnostic(results)
  const prints = fingerprints(diagnostics)
  const used = new Set(diagnostics.map(({ruleId}) => ruleId))
  const described = rules.filter(({id}) => used.has(id))
  const index = new Map(described.map(({id}, at) => [id, at]))
  const run = {
    tool: {
      driver: {
        name: 'zicha',
        semanticVersion: version,
        rules: described.map((rule) => ({
          id: rule.id,
          shortDescription: {text: rule.what[lang]},
          fullDescription: {text: rule.why[lang]},
          help: {text: rule.how[lang]},
          defaultConfiguration: {level: LEVEL[rule.severity], enabled: rule.severity !== 'off'},
          properties: {group: rule.group, ground: rule.ground},
        })),
      },
    },
    columnKind: 'utf16CodeUnits',
    results: diagnostics.map((diagnostic, at) => ({
      ruleId: diagnostic.ruleId,
      ...(index.has(diagnostic.ruleId) ? {ruleIndex: index.get(diagnostic.ruleId)} : {}),
      level: LEVEL[diagnostic.severity],
      message: {text: diagnostic.message},
      locations: [location(diagnostic.filePath, diagnostic)],
      ...(diagnostic.related.length
        ? {
            relatedLocations: diagnostic.related.map((place) => ({
              ...location(diagnostic.filePath, place),
              message: {text: place.message},
            })),
          }
        : {}),
      partialFingerprints: {'zicha/v1': prints[at]},
      ...fixOf(diagnostic.filePath, diagnostic.source, diagnostic),
    })),
  }
  return `${JSON.stringify({$schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run]}, null, 2)}\n`
}
