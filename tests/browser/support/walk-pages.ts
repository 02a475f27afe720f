import type { Page } from 'playwright-core'
import { goTo } from './go-to'
import { askingPages, engineAnswered } from './visit'

/** Turns to every page that asks, by the navigation, until the engine has answered it; then to the dictionary. */
export const walkPages = async (page: Page): Promise<void> => {
  for (const id of askingPages) {
    await goTo(page, id)
    await page.locator(`.app[data-page="${id}"]`).waitFor()
    await engineAnswered(page)
  }
  await goTo(page, 'dictionary')
  await page.locator('.entry').first().waitFor()
}
