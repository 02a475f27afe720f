import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PageId } from '../../src/domain/pages'
import { extract } from '../../scripts/lib/extract-command'
import { root } from '../../scripts/lib/tooling/root.mjs'
import { serve } from '../../scripts/lib/tooling/server.mjs'
import { built } from './support/built'
import { launch } from './support/chromium'
import { openExtract, type OpenExtract } from '../../scripts/lib/ask/open-extract'
import { expectedAt } from './support/expected'
import { goTo } from './support/go-to'
import { expectSame, readPage } from './support/read-page'
import { visit, type Visit } from './support/visit'

const ledger = join(root, '..', 'shared', 'real', 'fmcs-work-stoppages')

/** The built page with other extracts than its own. */
const siteWith = (site: string): void => {
  for (const name of readdirSync(built)) {
    // Copied, not linked: nothing is served from outside the folder.
    if (name !== 'extracts') cpSync(join(built, name), join(site, name), { recursive: true })
  }
}

// The register itself is not part of the repository: where it lies beside it, its published counts must show on the page.
describe.runIf(existsSync(ledger))('14,317 real work stoppages on the page', () => {
  const site = mkdtempSync(join(tmpdir(), 'xieshang-site-'))
  let browser: Browser
  let server: Awaited<ReturnType<typeof serve>>
  let visitor: Visit
  let opened: OpenExtract

  beforeAll(async () => {
    siteWith(site)
    const out = join(site, 'extracts')
    mkdirSync(out)
    const keyFile = join(site, 'key')
    writeFileSync(keyFile, '0123456789abcdef'.repeat(4))
    const { folder } = await extract({
      folder: ledger, out, keyFile, detail: 'case', mapping: join(root, 'data', 'mappings', 'fmcs-work-stoppages.json'), reports: join(site, 'reports')
    })
    opened = await openExtract(folder)
    server = await serve({ root: site, port: 0 })
    browser = await launch()
    visitor = await visit(browser, { base: server.url })
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
    opened.close()
    rmSync(site, { recursive: true, force: true })
  })

  const card = (metric: string) => visitor.page.locator(`.card[data-metric="${metric}"]`)

  const turnTo = async (id: PageId) => {
    await goTo(visitor.page, id)
    await visitor.page.locator(`.app[data-page="${id}"][data-origin="engine"]`).waitFor()
  }

  test('opened in 1985, 2000 and 2020: 1,194, 410 and 51', async () => {
    const { page, open } = visitor
    await open('index.html?period=1985', '.app[data-origin="engine"]')
    for (const [year, count] of [['1985', '1194'], ['2000', '410'], ['2020', '51']] as const) {
      await page.locator('.filterbar select').first().selectOption(year)
      await page.locator(`.card[data-metric="disputes.opened"][data-value="${count}"]`).waitFor()
      expect(new URL(page.url()).searchParams.get('period') ?? '2020').toBe(year)
      expect(await card('disputes.opened').locator('.card-number strong').textContent()).toBe(Number(count).toLocaleString('en-US'))
    }
  })

  test('14,309 rows kept and 8 rejected stand in the foot; nothing calls it sample data', async () => {
    const { page, open } = visitor
    await open('index.html')
    const foot = page.locator('.datafoot')
    expect(await foot.locator('.datafoot-line').textContent()).toMatch(/14,309 行入库，8 行未采用/)
    await foot.locator('summary').click()
    const rows = await foot.locator('table').first().locator('tbody tr').allTextContents()
    expect(rows.filter((row) => row.includes('14,317') && row.includes('14,309') && row.includes('8'))).toHaveLength(1)
    expect(await page.getByText('示例数据').count()).toBe(0)
  })

  test('by state over all years; opened, closed and open in all', async () => {
    const { open } = visitor
    for (const [state, count] of [['OH', '1390'], ['IL', '1355'], ['PA', '1323'], ['CA', '1252'], ['NY', '1080']]) {
      await open(`index.html?period=1981..2020&area=${state}`, '.app[data-origin="engine"]')
      expect(await card('disputes.opened').getAttribute('data-value'), state).toBe(count)
    }
    await open('index.html?period=1981..2020', '.app[data-origin="engine"]')
    expect(await card('disputes.opened').getAttribute('data-value')).toBe('14309')
    await turnTo('disputes')
    expect(await card('disputes.closed').getAttribute('data-value')).toBe('14223')
    expect(await card('disputes.open').getAttribute('data-value')).toBe('86')
  })

  test('what the register does not record is said on every page, never shown as 0', async () => {
    const { page, open } = visitor
    await open('disputes.html?period=2019', '.app[data-origin="engine"]:has(#main[aria-busy="false"])')
    expectSame(await readPage(page), await expectedAt(opened, 'disputes?period=2019'))
    for (const metric of ['disputes.amount_agreed', 'disputes.performed_ratio']) {
      expect(await card(metric).getAttribute('data-missing')).toBe('not_recorded')
      expect(await card(metric).textContent()).toContain('未记录')
    }
    expect(await card('disputes.rate').getAttribute('data-missing')).toBe('no_denominator')
    expect(await page.locator('[data-panel="causes"]').textContent()).toContain('未记录')
    await turnTo('ladder')
    const { cards } = await readPage(page)
    expect(cards.map(({ value, missing }) => [value, missing])).toEqual(cards.map(() => ['', 'not_recorded']))
    expect(await page.locator('[data-panel="ladder"]').textContent()).toContain('未记录')
    expect(visitor.troubles).toEqual([])
  })
})
