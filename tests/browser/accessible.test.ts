import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pageIds } from '../../src/domain/pages'
import { launch } from './support/chromium'
import { addressOf, desktop, phone, visit, type Visit } from './support/visit'

declare global {
  interface Window {
    readonly axe: { run: (options: RunOptions) => Promise<AxeResults> }
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

/** The rules that look at colours: a theme changes nothing else. */
const colours = ['color-contrast', 'link-in-text-block']

/** What is wrong, and where, one line each. */
const violations = async (page: Page, rules?: string[]): Promise<string[]> => {
  await page.evaluate(axe)
  const options: RunOptions = { resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) }
  const results = await page.evaluate((chosen) => window.axe.run(chosen), options)
  return results.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`))
}

/** Every page as it opens, and once in another dress: over the pages each theme, language and width meets each other. */
const dresses = [
  ['dark', 'zh', 'desktop'], ['light', 'en', 'phone'], ['dark', 'en', 'desktop'], ['light', 'zh', 'phone'], ['dark', 'en', 'phone'], ['light', 'en', 'desktop'], ['dark', 'zh', 'phone'],
] as const
const views = pageIds.flatMap((id, i) => [[id, 'light', 'zh', 'desktop'] as const, [id, ...(dresses[i % dresses.length] ?? dresses[0])] as const])

test.each(views)('%s, %s, in %s on a %s', async (id, theme, language, size) => {
  const { page, open } = visitors.get(size)!
  await open(`${addressOf(id)}?theme=${theme}&lang=${language}`)
  expect(await violations(page)).toEqual([])
})

test('dark colours on a page of every kind of chart', async () => {
  const { page, open } = visitors.get('desktop')!
  for (const id of ['overview', 'ladder', 'congress', 'outreach', 'evaluation'] as const) {
    await open(`${addressOf(id)}?theme=dark`)
    expect(await violations(page, colours), id).toEqual([])
  }
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
