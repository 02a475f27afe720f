import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch } from '../browser/support/chromium'
import { readPage, type PageRead } from '../browser/support/read-page'
import { engineAnswered, visit } from '../browser/support/visit'
import { faults } from './faults'

let browser: Browser
let healthy: PageRead['cards']
beforeAll(async () => {
  browser = await launch()
  const { page, open, close } = await visit(browser, { known: false })
  await open('ladder.html')
  await engineAnswered(page)
  healthy = (await readPage(page)).cards
  await close()
})
afterAll(() => browser.close())

const notes = '.takeover-note, .engine-note--failed, .error-note, .panel-note'

const said = async (page: Page): Promise<string> => (await page.locator(notes).allTextContents()).join('\n')

/** Every number of the page is there and right, its charts and tables too. */
const expectReadable = async (page: Page): Promise<void> => {
  expect((await readPage(page)).cards).toEqual(healthy)
  expect(await page.locator('.chart-host:visible svg').count()).toBe(await page.locator('.chart-host:visible').count())
  expect(await page.locator('.chart-host:visible').count()).toBeGreaterThan(3)
}

const chosen = process.env['FAULTS'] === 'all' ? faults : faults.filter(({ short }) => short)

describe('a page of numbers survives', () => {
  test.each(chosen)('$name', async ({ spoil, strike, says, recovers, knows }) => {
    let mended = false
    const { page, open, close } = await visit(browser, { known: knows ?? false, prepare: (context) => spoil(context, () => mended) })
    try {
      await open('ladder.html', '.card')
      if (strike) {
        await engineAnswered(page)
        await strike(page)
      }
      if (says) await expect.poll(() => said(page), { timeout: 60_000 }).toMatch(says)
      await expectReadable(page)
      mended = true
      if (recovers === 'retry') await page.getByRole('button', { name: '重试' }).first().click()
      if (recovers === 'never') return
      if (recovers === 'reload') await page.reload()
      await engineAnswered(page)
      await expectReadable(page)
      expect(await page.locator(notes).count()).toBe(0)
      // What it says it can do it does.
      await page.locator('.filterbar select').first().selectOption('2024')
      await engineAnswered(page)
      expect((await readPage(page)).cards).not.toEqual(healthy)
    } finally {
      await close()
    }
  })
})
