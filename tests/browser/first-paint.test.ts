import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dashboards } from '../../src/domain/dashboards/index'
import type { PageId } from '../../src/domain/pages'
import { launch } from './support/chromium'
import { expectSame, readPage } from './support/read-page'
import { addressOf, engineAnswered, visit } from './support/visit'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

test.each(dashboards.map(({ id }) => id))('%s is painted from baked answers, and the engine finds the same', async (id) => {
  const dashboard = dashboards.find((one) => one.id === id)!
  const { page, open, release, close, troubles } = await visit(browser, { engine: 'held' })
  await open(addressOf(id as PageId))
  expect(await page.locator('.app').getAttribute('data-origin')).toBe('baked')
  const baked = await readPage(page)
  expect(baked.cards.map(({ metric }) => metric)).toEqual(dashboard.cards.map(({ metric }) => metric))
  // Exactly one of value and reason, on every card.
  expect(baked.cards.filter(({ value, missing }) => (value === '') === (missing === ''))).toEqual([])
  expect(Object.keys(baked.tables)).toEqual(dashboard.panels.map((panel) => panel.id))
  for (const panel of dashboard.panels) {
    const place = page.locator(`[data-panel="${panel.id}"]`)
    expect(await place.locator('table thead th').count(), panel.id).toBeGreaterThan(1)
    expect(await place.locator('table tbody tr').count(), panel.id).toBeGreaterThan(0)
    const drawn = panel.chart === 'table' || panel.chart === 'list' ? 0 : 1
    expect(await place.locator('.chart-host:visible svg').count(), panel.id).toBe(drawn)
  }
  await release()
  await engineAnswered(page)
  expectSame(await readPage(page), baked)
  expect(troubles).toEqual([])
  await close()
})
