import type { Page } from 'playwright-core'
import type { PageId } from '../../../src/domain/pages'

/** Follows the navigation to a page as a reader does: opens the menu that holds its link, then the link. */
export const goTo = async (page: Page, id: PageId): Promise<void> => {
  const link = page.locator(`[data-page-link="${id}"]`)
  if (!(await link.isVisible())) {
    const all = page.locator('.nav-button--all')
    const button = (await all.isVisible()) ? all : page.locator('.nav-group', { has: link }).locator('.nav-button')
    await button.click()
  }
  await link.click()
}
