import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from './support/chromium'
import { visit } from './support/visit'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const white = 'rgb(255, 255, 255)'
const nearBlack = 'rgb(14, 20, 26)'

const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
const drawnInk = (page: Page) =>
  page.locator('[data-panel="causes"] .chart-host:visible svg text').first().evaluate((text) => getComputedStyle(text).fill)
const themeWords = async (page: Page) => (await page.locator('.switch--theme').textContent())?.trim()

test('the page follows the system until a theme is chosen; charts change their ink with it', async () => {
  const { page, open, close, troubles } = await visit(browser, { engine: 'held', colorScheme: 'dark' })
  await open('disputes.html')
  expect(await themeWords(page)).toBe('跟随系统')
  expect(await ground(page)).toBe(nearBlack)
  const darkInk = await drawnInk(page)
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await ground(page)).toBe(white)
  expect(await drawnInk(page)).not.toBe(darkInk)
  expect(troubles).toEqual([])
  await close()
})

test('a chosen theme is in the address and holds against the system', async () => {
  const { page, open, close } = await visit(browser, { engine: 'held', colorScheme: 'dark' })
  await open('disputes.html')
  const next = async () => {
    const { search } = new URL(page.url())
    await page.locator('.switch--theme').click()
    await page.waitForURL((url) => url.search !== search)
    return [new URL(page.url()).search, await page.locator('html').getAttribute('data-theme'), await ground(page)]
  }
  expect(await next()).toEqual(['?theme=light', 'light', white])
  expect(await next()).toEqual(['?theme=dark', 'dark', nearBlack])
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await ground(page)).toBe(nearBlack)
  await open('disputes.html?theme=light')
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await ground(page)).toBe(white)
  await close()
})
