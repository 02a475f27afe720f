import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { forbiddenSql, idleSql } from '../support/forbidden-sql'
import type { startDuckdb } from '../../src/engine/duckdb-wasm'
import { launch } from './support/chromium'
import { engineStands, visit } from './support/visit'

interface EnginePart { readonly startDuckdb: typeof startDuckdb }

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

test('once locked the engine in the browser does nothing but ask its own tables, and no request leaves', async () => {
  const { page, open, close, requests } = await visit(browser)
  await open('disputes.html')
  await engineStands(page)
  const module = requests.map((request) => request.url()).find((url) => /\/duckdb-wasm-[\w-]{8}\.js$/.test(url))
  const asked = requests.length
  // The part of the built page that starts an engine: here one of its own, without facts. As a text, for the test runner rewrites imports.
  const built = await page.evaluateHandle<EnginePart>(`import(${JSON.stringify(module)})`)
  const outcomes = await page.evaluate(async ([{ startDuckdb }, statements]) => {
    const engine = await startDuckdb('eh', 500)
    await engine.lock()
    await engine.create('disputes', [{ name: 'n', type: 'INTEGER' }])
    const tried: Record<string, string> = {}
    for (const sql of statements) {
      tried[sql] = await engine.run([{ sql, parameters: [], reads: [] }]).then(() => 'ran', (error: Error) => error.name)
    }
    await engine.create('stages', [{ name: 'n', type: 'INTEGER' }])
    const [last] = await engine.run([{ sql: "SELECT CAST(current_setting('lock_configuration') AS VARCHAR) AS held", parameters: [], reads: [] }])
    await engine.close()
    return { tried, held: last?.columns['held'] }
  }, [built, [...forbiddenSql, ...idleSql]] as const)
  expect(Object.entries(outcomes.tried).filter(([, outcome]) => outcome === 'ran')).toEqual([])
  expect(outcomes.held).toMatchObject({ words: ['true'] })
  const own = new URL(inject('pageUrl')).origin
  expect(requests.slice(asked).map((request) => request.url()).filter((url) => !url.startsWith(own))).toEqual([])
  await close()
})
