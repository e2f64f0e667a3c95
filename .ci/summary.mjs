// Prints `N passed, N failed` from Vitest's JSON report; a failed step before the tests counts as one failure.
import {readFileSync} from 'node:fs'

const [, , report, failedSteps] = process.argv
let passed = 0
let failed = Number(failedSteps)
try {
  const results = JSON.parse(readFileSync(report, 'utf8'))
  passed = results.numPassedTests
  failed = Math.max(
    failed,
    results.numFailedTests +
      results.testResults.filter(({status, assertionResults}) => status === 'failed' && !assertionResults.length)
        .length,
  )
} catch (error) {
  console.log(`no test report: ${error.message}`)
  failed = Math.max(1, failed)
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0
