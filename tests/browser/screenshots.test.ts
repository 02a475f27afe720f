import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../scripts/lib/tooling/root.mjs'
import { launch } from './support/chromium'
import { desktop, phone, visit, type Visit } from './support/visit'

let browser: Browser
let visitor: Visit
beforeAll(async () => {
  browser = await launch()
  // The engine's answers are the baked ones, as another test holds, and a picture without it is the same every time.
  visitor = await visit(browser, { engine: 'held' })
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true })
})
afterAll(() => browser.close())

const pictures = [
  ['overview-light', 'index.html?theme=light', desktop],
  ['overview-dark', 'index.html?theme=dark', desktop],
  ['overview-en', 'index.html?theme=light&lang=en', desktop],
  ['disputes-light', 'disputes.html?theme=light', desktop],
  ['dictionary-light', 'dictionary.html?theme=light', desktop],
  ['ladder-phone', 'ladder.html?theme=light', phone]
] as const

const mostBytes = 300_000

/** Fresh pictures always go to `actual`, which is not kept; those the README shows change only when asked. */
const folders = { actual: join(root, 'tests', 'browser', 'actual'), kept: join(root, 'tests', 'browser', 'screenshots') }

test.each(pictures)('%s', async (name, address, viewport) => {
  const { page, open, troubles } = visitor
  await page.setViewportSize(viewport)
  await open(address)
  const [actual, kept] = [join(folders.actual, `${name}.png`), join(folders.kept, `${name}.png`)]
  await page.screenshot({ path: actual, animations: 'disabled' })
  expect(statSync(actual).size).toBeLessThan(mostBytes)
  if (!existsSync(kept) || process.env['UPDATE_SCREENSHOTS'] === '1') copyFileSync(actual, kept)
  expect(troubles).toEqual([])
})
