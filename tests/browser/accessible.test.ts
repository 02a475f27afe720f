import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pageIds } from '../../src/domain/pages'
import { launch } from './support/chromium'
import { addressOf, desktop, phone, visit, type Visit } from './support/visit'

declare global {
  interface Window {
    readonly axe: { run: () => Promise<AxeResults> }
  }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let browser: Browser
const visitors = new Map<string, Visit>()
beforeAll(async () => {
  browser = await launch()
  for (const [name, viewport] of Object.entries({ desktop, phone })) visitors.set(name, await visit(browser, { engine: 'held', viewport }))
})
afterAll(() => browser.close())

/** What is wrong, and where, one line each. */
const violations = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe)
  const results = await page.evaluate(() => window.axe.run())
  return results.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`))
}

const views = pageIds.flatMap((id) => (['light', 'dark'] as const).flatMap((theme) => (['desktop', 'phone'] as const).map((size) => [id, theme, size] as const)))

test.each(views)('%s, %s, on a %s', async (id, theme, size) => {
  const { page, open } = visitors.get(size)!
  await open(`${addressOf(id)}?theme=${theme}`)
  expect(await violations(page)).toEqual([])
})

test('opened definitions, a picker, a table in place of its chart, and filters', async () => {
  const { page, open } = visitors.get('desktop')!
  await open('disputes.html?lang=en')
  for (const summary of ['.card .definition summary', '.picker summary']) {
    await page.locator(summary).first().click()
    expect(await violations(page), summary).toEqual([])
  }
  await page.locator('.panel-foot button').first().click()
  await page.locator('.panel .twin:not(.visually-hidden)').first().waitFor()
  await page.locator('.datafoot summary').click()
  expect(await violations(page)).toEqual([])
  // A filter that waits for the engine leaves old numbers on the page, paler.
  await open('disputes.html?period=2023&size=~', '.chip')
  expect(await violations(page)).toEqual([])
})
