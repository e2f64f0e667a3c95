import {escapeXml, type FileByFile} from './reporter.ts'

/** JUnit XML: a suite a file, a failure an error or warning. A file without findings is a passed test. */
export const junit: FileByFile = async function* (results) {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="zicha">\n'
  for await (const {filePath, diagnostics} of results) {
    const failed = diagnostics.filter(({severity}) => severity !== 'info')
    const cases = failed.map(
      ({ruleId, severity, message, line, column}) =>
        `    <testcase name="${escapeXml(`${ruleId} (${line}:${column})`)}" classname="${escapeXml(filePath)}"><failure type="${severity}" message="${escapeXml(message)}">${escapeXml(`${filePath}:${line}:${column}`)}</failure></testcase>\n`,
    )
    if (!cases.length) cases.push(`    <testcase name="zicha" classname="${escapeXml(filePath)}"/>\n`)
    yield `  <testsuite name="${escapeXml(filePath)}" tests="${cases.length}" failures="${failed.length}" errors="0">\n${cases.join('')}  </testsuite>\n`
  }
  yield '</testsuites>\n'
}
