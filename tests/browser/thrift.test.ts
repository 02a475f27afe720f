import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from './support/chromium'
import { clickLabel, rowsOf } from './support/chart-click'
import { readPage } from './support/read-page'
import { engineAnswered, visit } from './support/visit'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const saving = (context: BrowserContext) => context.addInitScript(() => {
  Object.defineProperty(navigator, 'connection', { value: { saveData: true } })
})

test('where data is saved the engine comes with the first filter that nothing else answers, not before', async () => {
  const { page, open, requests, troubles, close } = await visit(browser, { known: false, prepare: saving })
  const ofEngine = () => requests.filter((request) => /duckdb|\.wasm|\.parquet/.test(request.url())).map((request) => request.url())
  await open('disputes.html')
  const note = page.locator('.engine-note--held')
  await note.waitFor()
  expect(await note.textContent()).toContain('没有自动下载计算引擎')
  await page.waitForTimeout(1_500)
  expect(ofEngine()).toEqual([])
  await page.locator('.filterbar select').first().selectOption('2024')
  await engineAnswered(page)
  expect(await note.count()).toBe(0)
  expect(ofEngine().some((url) => url.endsWith('.wasm'))).toBe(true)
  expect(troubles).toEqual([])
  await close()
})

test('what was baked answers filters without it; a part of a chart brings it', async () => {
  const { page, open, requests, troubles, close } = await visit(browser, { prepare: saving })
  const ofEngine = () => requests.filter((request) => /duckdb|\.wasm|\.parquet/.test(request.url())).length
  await open('disputes.html')
  const before = (await readPage(page)).cards
  await page.locator('.filterbar select').first().selectOption('2024')
  await engineAnswered(page)
  expect((await readPage(page)).cards).not.toEqual(before)
  expect([ofEngine(), await page.locator('.engine-note').count()]).toEqual([0, 0])
  const [cause] = await rowsOf(page, 'causes')
  await clickLabel(page, 'causes', cause?.label ?? '')
  await engineAnswered(page)
  expect(ofEngine()).toBeGreaterThan(0)
  expect(troubles).toEqual([])
  await close()
})

test('or when the reader says so', async () => {
  const { page, open, close } = await visit(browser, { known: false, prepare: saving })
  await open('ladder.html')
  await page.getByRole('button', { name: '现在启动' }).click()
  await engineAnswered(page)
  await close()
})

test('a filtered address is a question that needs it', async () => {
  const { page, open, close } = await visit(browser, { known: false, prepare: saving })
  await open('ladder.html?period=2024', '.app')
  await engineAnswered(page)
  await close()
})
