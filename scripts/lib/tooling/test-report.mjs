import { existsSync, readFileSync } from 'node:fs'

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Totals
 * @typedef {{ status: string, fullName?: string, failureMessages?: string[] }} Assertion
 * @typedef {{ status: string, name?: string, message?: string, assertionResults: Assertion[] }} FileResult
 */

/**
 * Totals of one run of the test runner. A file that could not be loaded counts as one failed test,
 * and so does a run that ended badly without any failed test (an unhandled error, a crash, no report).
 * @param {string} reportPath where the runner wrote its JSON
 * @param {number} exitCode of the runner
 * @returns {Totals}
 */
export function readTotals(reportPath, exitCode) {
  const files = existsSync(reportPath) ? fileResults(reportPath) : []
  const assertions = files.flatMap((file) => file.assertionResults)
  const passed = assertions.filter(({ status }) => status === 'passed').length
  const failedTests = assertions.filter(({ status }) => status === 'failed').length
  const brokenFiles = files.filter((file) => isBroken(file)).length
  const failed = failedTests + brokenFiles
  return {
    passed,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: assertions.length - passed - failedTests
  }
}

/** The first line is what was expected and what came; the rest says where. @param {string | undefined} message */
const firstLine = (message) => (message ?? '').split('\n')[0] ?? ''

/**
 * What failed in a run, a line each: file, test and reason.
 * @param {string} reportPath where the runner wrote its JSON
 * @returns {string[]}
 */
export function failuresIn(reportPath) {
  const files = existsSync(reportPath) ? fileResults(reportPath) : []
  return files.flatMap((file) => isBroken(file)
    ? [`${file.name ?? ''}: ${firstLine(file.message)}`]
    : file.assertionResults.filter(({ status }) => status === 'failed').map((one) => `${file.name ?? ''} > ${one.fullName ?? ''}: ${firstLine(one.failureMessages?.[0])}`))
}

/**
 * @param {string} path
 * @returns {FileResult[]}
 */
function fileResults(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).testResults ?? []
  } catch {
    return []
  }
}

/** @param {FileResult} file */
function isBroken(file) {
  return file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed')
}
