import {escapeXml, type Reporter} from './reporter.ts'

/** JUnit XML: a suite a file, a failure an error or warning. A file without findings is a passed test. */
export const junit: Reporter = (results) => {
  const suites = results.map(({filePath, diagnostics}) => {
    const failed = diagnostics.filter(({severity}) => severity !== 'info')
    const cases = failed.map(
      ({ruleId, severity, message, line, column}) =>
        `    <testcase name="${escapeXml(`${ruleId} (${line}:${column})`)}" classname="${escapeXml(filePath)}"><failure type="${severity}" message="${escapeXml(message)}">${escapeXml(`${filePath}:${line}:${column}`)}</failure></testcase>`,
    )
    if (!cases.length) cases.push(`    <testcase name="zicha" classname="${escapeXml(filePath)}"/>`)
    return [
      `  <testsuite name="${escapeXml(filePath)}" tests="${cases.length}" failures="${failed.length}" errors="0">`,
      ...cases,
      '  </testsuite>',
    ]
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="zicha">',
    ...suites.flat(),
    '</testsuites>',
    '',
  ].join('\n')
}
