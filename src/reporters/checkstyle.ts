import {escapeXml, type Reporter} from './reporter.ts'

/** Checkstyle XML. */
export const checkstyle: Reporter = (results) => {
  const files = results.flatMap(({filePath, diagnostics}) => [
    `  <file name="${escapeXml(filePath)}">`,
    ...diagnostics.map(
      ({line, column, severity, message, ruleId}) =>
        `    <error line="${line}" column="${column}" severity="${severity}" message="${escapeXml(message)}" source="zicha.${escapeXml(ruleId)}"/>`,
    ),
    '  </file>',
  ])
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<checkstyle version="8.0">', ...files, '</checkstyle>', ''].join(
    '\n',
  )
}
