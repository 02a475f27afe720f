import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launch } from '../browser/support/chromium'
import { readPage } from '../browser/support/read-page'
import { visit } from '../browser/support/visit'
import { slowHost, type SlowHost } from './support/slow-host'

/** Bytes a second: at 50 kB the engine itself is minutes away, which is for the long run. */
const rate = process.env['FAULTS'] === 'all' ? 50_000 : 1_000_000

let browser: Browser
let host: SlowHost
beforeAll(async () => {
  browser = await launch()
  host = await slowHost(inject('pageUrl'), rate)
})
afterAll(async () => {
  await host.close()
  await browser.close()
})

test(`over ${String(rate / 1000)} kB a second the numbers stand at once, filters are answered before the engine, and the engine comes in the end`, async () => {
  const { page, open, close, troubles } = await visit(browser, { base: host.url })
  const since = performance.now()
  const seconds = () => Math.round((performance.now() - since) / 100) / 10
  try {
    await open('ladder.html', '#app[data-baked] .card')
    const baked = await readPage(page)
    expect(baked.cards.every(({ value, missing }) => (value === '') !== (missing === ''))).toBe(true)
    const numbers = seconds()
    await page.locator('.app[data-origin="engine"]:has(#main[aria-busy="false"])').waitFor({ timeout: 90_000 })
    const knows = seconds()
    expect((await readPage(page)).cards).toEqual(baked.cards)
    await page.locator('.filterbar select').first().selectOption('2024')
    await page.locator('.app[data-origin="engine"]:has(#main[aria-busy="false"])').waitFor({ timeout: 10_000 })
    expect((await readPage(page)).cards).not.toEqual(baked.cards)
    await page.locator('.app[data-engine="ready"]').waitFor({ timeout: 400_000 })
    process.stdout.write(`${String(rate / 1000)} kB/s, seconds until numbers / filters / engine: ${String(numbers)} / ${String(knows)} / ${String(seconds())}\n`)
    expect(await page.locator('.engine-note--failed, .error-note, .takeover-note').count()).toBe(0)
    expect(troubles).toEqual([])
  } finally {
    await close()
  }
}, 600_000)
