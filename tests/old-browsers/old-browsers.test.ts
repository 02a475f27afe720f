import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { OpenExtract } from '../../scripts/lib/ask/open-extract'
import { oldBrowsers, oldBrowsersFolder, placeOf } from '../../scripts/lib/tooling/old-browsers.mjs'
import { root } from '../../scripts/lib/tooling/root.mjs'
import { rowsOf } from '../browser/support/chart-click'
import { expectedAt, openShown } from '../browser/support/expected'
import { expectSame, readPage, type PageRead } from '../browser/support/read-page'
import { addressOf, desktop, phone, visit } from '../browser/support/visit'
import { answered, clickDrawn, there } from './driven'

const looked = ['overview', 'disputes', 'turnover'] as const
const sizes = [['desktop', desktop], ['phone', phone]] as const
/** The first Chromium whose engine starts for sure, if only after many seconds, and the first that has what makes it quick. */
const slow = { starts: 92, handles: 95 }

let shown: OpenExtract
beforeAll(async () => { shown = await openShown() })
afterAll(() => shown.close())

const worked = new Map<string, Promise<PageRead>>()
/** What native DuckDB says to an address, worked out once for all browsers. */
const expected = (address: string): Promise<PageRead> => {
  const known = worked.get(address) ?? expectedAt(shown, address)
  worked.set(address, known)
  return known
}

/** What a page shows that a reader could miss: charts without a drawing, texts without a place, and what sticks out sideways. */
const flaws = (page: Page): Promise<string[]> => page.evaluate(() => {
  const flat = (element: Element) => { const { width, height } = element.getBoundingClientRect(); return width < 2 || height < 2 }
  const hosts = [...document.querySelectorAll('.chart-host')].filter((host) => getComputedStyle(host).display !== 'none')
  const blank = hosts.filter((host) => { const svg = host.querySelector('svg'); return !svg || flat(svg) || svg.querySelectorAll('path, rect, line, circle, text').length === 0 })
  const unseen = [...document.querySelectorAll('.card h2, .card-number, .panel-head h2, .headline h1')].filter(flat)
  const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['wider than the window'] : []
  return [...blank.map((host) => `blank ${host.closest('[data-panel]')?.getAttribute('data-panel') ?? '?'}`), ...unseen.map((one) => `unseen ${one.textContent ?? ''}`), ...wide]
})

/** What is expected of a page's tables, as far as the page lists their rows; of each at least one where there is any. */
const firstRows = (whole: PageRead, { tables }: PageRead): PageRead => ({
  ...whole, tables: Object.fromEntries(Object.entries(whole.tables).map(([id, rows]) => [id, rows.slice(0, Math.max(1, tables[id]?.length ?? 0))])),
})

/** Browsers say that they do not know a word of the policy; nothing else may go wrong. */
const wrong = (troubles: readonly string[]) => troubles.filter((trouble) => !trouble.includes("'wasm-unsafe-eval'"))

describe.each(oldBrowsers)('Chromium $chromium', (old) => {
  let browser: Browser
  beforeAll(async () => {
    const { program, libraries } = placeOf(oldBrowsersFolder(root), old)
    browser = await chromium.launch({
      executablePath: program,
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'],
      env: { ...process.env, LD_LIBRARY_PATH: libraries },
    })
  })
  afterAll(() => browser.close())

  test('is the one that it is called', () => {
    expect(browser.version().split('.')[0]).toBe(String(old.chromium))
  })

  describe.each(sizes)('%s', (_size, viewport) => {
    test.each(looked)('%s can be read without scripts', async (id) => {
      const context = await browser.newContext({ viewport, javaScriptEnabled: false })
      const page = await context.newPage()
      await page.goto(new URL(addressOf(id), inject('pageUrl')).href)
      const read = await readPage(page)
      // Of a long table the file of a page has the beginning.
      expectSame(read, firstRows(await expected(id), read))
      expect(await flaws(page)).toEqual([])
      await context.close()
    })

    test.each(looked)('%s is taken over by scripts and says the same', async (id) => {
      const { page, open, close, troubles } = await visit(browser, { viewport })
      await open(addressOf(id))
      expectSame(await readPage(page), await expected(id))
      expect(await flaws(page)).toEqual([])
      expect(wrong(troubles)).toEqual([])
      await close()
    })
  })

  test('the usual filters are answered', async () => {
    const { page, open, close, troubles } = await visit(browser)
    await open('disputes.html')
    await page.locator('.filterbar select').first().selectOption('2022', { force: true })
    await page.waitForFunction(() => location.search === '?period=2022')
    await answered(page)
    expect(await page.locator('.stale').count()).toBe(0)
    expectSame(await readPage(page), await expected('disputes?period=2022'))
    expect(await flaws(page)).toEqual([])
    expect(wrong(troubles)).toEqual([])
    await close()
  })

  test('what was not baked is answered by the engine; where it does not start the page says so and keeps its numbers', async () => {
    const { page, open, close, requests } = await visit(browser)
    await open('disputes.html')
    const before = await readPage(page)
    await there(page, '.app[data-engine="ready"], .engine-note--failed')
    const stands = await page.locator('.app[data-engine="ready"]').count() > 0
    expect(stands || old.chromium < slow.starts).toBe(true)
    // What cannot run there is not fetched either.
    if (old.chromium < slow.handles) expect(requests.filter((request) => /duckdb-eh[^/]*\.wasm$/.test(request.url()))).toEqual([])
    const [cause] = await rowsOf(page, 'causes')
    await clickDrawn(page, 'causes', cause?.label ?? '')
    await there(page, '[data-chip]')
    if (stands) {
      await answered(page)
      expectSame(await readPage(page), await expected(`disputes?cause=${cause?.id ?? ''}`))
    } else {
      await there(page, '.card.stale')
      expect(await page.locator('.engine-note--failed').textContent()).toContain('常用筛选（地区、行业、规模）不受影响')
      expectSame({ ...await readPage(page), tables: {} }, { ...before, tables: {} })
    }
    await close()
  })
})
