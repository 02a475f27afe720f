import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { launch } from './chromium'
import { ownSite, type OwnSite } from './own-site'

/** A browser for all tests of a file, and for each of them a site of its own that shows the first state of the ledgers. */
export const withOwnSite = (): { readonly browser: Browser; readonly site: OwnSite } => {
  let browser: Browser | null = null
  let site: OwnSite | null = null
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    site = await ownSite('first')
  })
  afterEach(() => site?.remove())
  const there = <T>(value: T | null): T => {
    if (value === null) throw new Error('no test is running')
    return value
  }
  return {
    get browser() { return there(browser) },
    get site() { return there(site) },
  }
}
