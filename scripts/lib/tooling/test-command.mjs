import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBrowser } from './browser-setup.mjs'
import { ensureSite } from './build-app.mjs'
import { run, runQuietly, toolScript } from './child.mjs'
import { ensureInstalled } from './install.mjs'
import { bringOldBrowsers, oldBrowsersFolder } from './old-browsers.mjs'
import { root } from './root.mjs'
import { Failure, say } from './say.mjs'
import { failuresIn, readTotals } from './test-report.mjs'

/** @typedef {import('./test-report.mjs').Totals} Totals */

/**
 * Said again at the end, where whoever sees no more than the last lines finds them.
 * @type {string[]}
 */
const failures = []

/** Runs every check there is and ends with one line of totals; words after `--` narrow the tests by path. */
export async function test() {
  const filters = process.argv.slice(2)
  await ensureInstalled(root)
  const wantsBrowser = filters.length === 0 || filters.some((filter) => filter.includes('browser'))
  const wantsNode = filters.length === 0 || filters.some((filter) => !filter.includes('browser'))
  if (wantsBrowser) process.env['CHROME_PATH'] = await ensureBrowser()
  // Types and lint are shown whole when they are done; meanwhile the tests use the other core.
  const [sources, tests] = await Promise.all([
    filters.length === 0 ? checkSources() : [],
    wantsNode ? runTests('node', filters).then((totals) => [totals]) : []
  ])
  conclude([...sources, ...tests, ...(wantsBrowser ? [await runBrowserTests(filters)] : [])])
}

/** Goes through every fault a page must survive, not only the few of `npm test`. */
export async function testFaults() {
  await ensureInstalled(root)
  process.env['CHROME_PATH'] = await ensureBrowser()
  process.env['FAULTS'] = 'all'
  conclude([await runBrowserTests(['tests/faults'])])
}

/** What readers on old browsers get, on four real ones. */
export async function testBrowsers() {
  await ensureInstalled(root)
  await bringOldBrowsers(oldBrowsersFolder(root))
  conclude([await runBrowserTests([], 'old-browsers')])
}

/** Types and lint at once, each shown whole. */
async function checkSources() {
  const cache = join(root, 'node_modules', '.cache', 'xieshang')
  mkdirSync(cache, { recursive: true })
  return Promise.all([
    check('类型检查', 'types', toolScript(root, 'vue-tsc'), [
      '--noEmit', '-p', 'tsconfig.json', '--incremental', '--tsBuildInfoFile', join(cache, 'types.tsbuildinfo')
    ]),
    check('代码规范', 'lint', toolScript(root, 'eslint'), ['--max-warnings', '0', '.'])
  ])
}

/**
 * @param {string} zh
 * @param {string} en
 * @param {string} script
 * @param {string[]} args
 * @returns {Promise<Totals>} one failed where it found anything; a clean check is no test and adds nothing
 */
async function check(zh, en, script, args) {
  const { code, output } = await runQuietly(process.execPath, [script, ...args], { cwd: root })
  if (output.trim() !== '') console.log(output.trimEnd())
  if (code === 0) say(`${zh}通过`, `${en} passed`)
  else say(`${zh}未通过`, `${en} failed`)
  return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

/**
 * @param {string[]} filters
 * @param {'browser' | 'old-browsers'} [project]
 * @returns {Promise<Totals>}
 */
async function runBrowserTests(filters, project = 'browser') {
  try {
    await ensureSite(root, { fresh: true })
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    console.error(error.message)
    say('没有页面，浏览器测试未能运行', 'there is no page, the browser tests could not run')
    return { passed: 0, failed: 1, skipped: 0 }
  }
  return runTests(project, filters)
}

/**
 * @param {'node' | 'browser' | 'old-browsers'} project
 * @param {string[]} filters
 */
async function runTests(project, filters) {
  const report = join(root, 'node_modules', '.cache', 'xieshang', `tests-${project}.json`)
  rmSync(report, { force: true })
  const code = await run(process.execPath, [
    toolScript(root, 'vitest'), 'run', '--project', project,
    '--reporter', 'default', '--reporter', 'json', `--outputFile.json=${report}`,
    ...(filters.length > 0 ? ['--passWithNoTests', ...filters] : [])
  ], { cwd: root })
  for (const failure of failuresIn(report)) failures.push(failure.replace(root, ''))
  return readTotals(report, code)
}

/** @param {Totals[]} all */
function conclude(all) {
  const [passed, failed, skipped] = (/** @type {const} */ (['passed', 'failed', 'skipped']))
    .map((key) => all.reduce((sum, totals) => sum + totals[key], 0))
  if (skipped) say(`跳过 ${skipped} 项`, `${skipped} skipped`)
  for (const failure of failures) console.log(`✗ ${failure}`)
  console.log(`${passed} passed, ${failed} failed`)
  if (failed || !passed) process.exitCode = 1
}
