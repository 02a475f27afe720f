import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { goTo } from '../browser/support/go-to'
import { asOfState } from '../browser/support/own-site'
import { withOwnSite } from '../browser/support/own-site-tests'
import { readPage } from '../browser/support/read-page'
import { whenSaved } from '../browser/support/saved'
import { engineAnswered, visit } from '../browser/support/visit'

const own = withOwnSite()

const note = (page: Page) => page.locator('.publication-note--shown')

const updates = async (page: Page): Promise<void> => {
  await note(page).getByText(`有新数据（截至 ${asOfState('second')}）。`).waitFor()
  await page.getByRole('button', { name: '点此更新' }).click()
  await page.waitForFunction((date) => document.querySelector('.datafoot-line')?.textContent?.includes(date), asOfState('second'))
  await engineAnswered(page)
  expect(await note(page).count()).toBe(0)
}

test('another build and extract take the place of those an open tab was made of: saved, it goes on as if nothing had happened, until its reader updates it', async () => {
  const { page, open, close, troubles } = await visit(own.browser, { base: own.site.url, saves: true })
  await open('ladder.html')
  await engineAnswered(page)
  await whenSaved(page)
  const before = await readPage(page)
  await own.site.replace('second')
  await goTo(page, 'evaluation')
  await engineAnswered(page)
  await goTo(page, 'ladder')
  await engineAnswered(page)
  expect((await readPage(page)).cards).toEqual(before.cards)
  expect(troubles).toEqual([])
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await updates(page)
  expect((await readPage(page)).cards).not.toEqual(before.cards)
  await close()
})
