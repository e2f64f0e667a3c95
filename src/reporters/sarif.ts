import type {Diagnostic, Place} from '../lint/diagnostic.ts'
import {Lines} from '../lint/lines.ts'
import type {Severity} from '../lint/rule.ts'
import {fingerprints} from './fingerprint.ts'
import {type Reporter, toUri} from './reporter.ts'
import type {FileResult} from './result.ts'

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

/** Each diagnostic with its file, and with the lines of the source that its edits are placed by. */
const located = (results: readonly FileResult[]) =>
  results.flatMap(({filePath, source, diagnostics}) => {
    const lines = new Lines(source)
    return diagnostics.map((diagnostic) => ({...diagnostic, filePath, source, lines}))
  })

function fixOf(filePath: string, lines: Lines, {fix}: Diagnostic) {
  if (!fix) return {}
  const replacements = fix.edits.map(({start, end, text}) => ({
    deletedRegion: region(lines.place(start, end)),
    ...(text ? {insertedContent: {text}} : {}),
  }))
  return {fixes: [{artifactChanges: [{artifactLocation: {uri: toUri(filePath)}, replacements}]}]}
}

/** SARIF 2.1.0 (OASIS). Columns count UTF-16 units, paths are percent-encoded. */
export const sarif: Reporter = (results, {lang, rules, version}) => {
  const diagnostics = located(results)
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
      ...fixOf(diagnostic.filePath, diagnostic.lines, diagnostic),
    })),
  }
  return `${JSON.stringify({$schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run]}, null, 2)}\n`
}
