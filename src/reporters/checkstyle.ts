import {escapeXml, type FileByFile} from './reporter.ts'

/** Checkstyle XML. */
export const checkstyle: FileByFile = async function* (results) {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="8.0">\n'
  for await (const {filePath, diagnostics} of results) {
    const errors = diagnostics.map(
      ({line, column, severity, message, ruleId}) =>
        `    <error line="${line}" column="${column}" severity="${severity}" message="${escapeXml(message)}" source="zicha.${escapeXml(ruleId)}"/>\n`,
    )
    yield `  <file name="${escapeXml(filePath)}">\n${errors.join('')}  </file>\n`
  }
  yield '</checkstyle>\n'
}
