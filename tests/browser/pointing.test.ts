import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from './support/chromium'
import { desktop, phone, visit } from './support/visit'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

/** Points at the middle of a mark of a panel's chart, once it is in sight. */
const pointAt = async (page: Page, panel: string, mark: number): Promise<void> => {
  const marks = page.locator(`[data-panel="${panel}"] .chart-host:visible [data-mark]`)
  const at = marks.nth(mark < 0 ? await marks.count() + mark : mark)
  await at.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const box = await at.boundingBox()
  if (!box) throw new Error(`${panel} draws no mark ${mark}`)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
}

test.each([['desktop', desktop], ['phone', phone]] as const)('on a %s what is pointed at says its number, inside the window, and is silent once the pointer is gone', async (_, viewport) => {
  const { page, open, close, troubles } = await visit(browser, { engine: 'held', viewport })
  await open('disputes.html')
  const tip = page.locator('.chart-tip')
  await pointAt(page, 'causes', 0)
  const name = await tip.locator('.tip-title').textContent() ?? ''
  const row = page.locator('[data-panel="causes"] tbody tr', { has: page.getByRole('rowheader', { name, exact: true, includeHidden: true }) })
  expect(await tip.locator('dd.strong').textContent()).toBe(`${await row.locator('td').first().textContent()} 件`)

  const places = [['causes', -1], ['opened_trend', 0], ['opened_trend', -1], ['rate_funnel', 0], ['days', -1], ['cause_areas', 0], ['cause_areas', -1]] as const
  for (const [panel, mark] of places) {
    await pointAt(page, panel, mark)
    const box = await tip.boundingBox()
    expect.soft([panel, mark, (box?.x ?? -1) >= 0, (box?.x ?? 0) + (box?.width ?? 0) <= viewport.width, (box?.width ?? 0) > 60, (box?.height ?? 0) > 30]).toEqual([panel, mark, true, true, true, true])
  }
  await page.mouse.move(4, 4)
  expect(await tip.count()).toBe(0)
  expect(troubles).toEqual([])
  await close()
})
