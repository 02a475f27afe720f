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

/** A finger's tap on the middle of a mark. Returns the name that stands beside it. */
const tapMark = async (page: Page, panel: string, mark: number): Promise<string> => {
  const at = page.locator(`[data-panel="${panel}"] .chart-host:visible [data-mark]`).nth(mark)
  await at.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const box = await at.boundingBox()
  if (!box) throw new Error(`${panel} draws no mark ${mark}`)
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)
  return await at.locator('text').first().textContent() ?? ''
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

test('a finger’s first tap tells and picks nothing, its second on the same mark picks, and a tap elsewhere ends the telling', async () => {
  const { page, open, close, troubles } = await visit(browser, { engine: 'held', viewport: phone, touch: true })
  await open('disputes.html')
  const tip = page.locator('.chart-tip')
  const before = page.url()
  const chosen = () => page.locator('.chip').count()
  expect(await chosen()).toBe(0)

  const tapped = await tapMark(page, 'causes', 0)
  await tip.waitFor()
  expect(await tip.locator('.tip-title').textContent()).toBe(tapped)
  expect([await chosen(), page.url()]).toEqual([0, before])

  // Another mark is told of anew before it picks.
  const other = await tapMark(page, 'causes', 1)
  await expect.poll(() => tip.locator('.tip-title').textContent()).toBe(other)
  expect(await chosen()).toBe(0)
  await page.locator('[data-panel="causes"] h2').tap()
  await tip.waitFor({ state: 'detached' })

  await tapMark(page, 'causes', 1)
  await tip.waitFor()
  await tapMark(page, 'causes', 1)
  await expect.poll(chosen).toBe(1)
  expect(await page.locator('.chip').textContent()).toContain(other)
  expect(troubles).toEqual([])
  await close()
})
