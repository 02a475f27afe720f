import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { isDrawn } from '../../src/charts/index'
import { mostBakedRows } from '../../src/domain/figures/baked-rows'
import { dashboardOf } from '../../src/domain/dashboards/index'
import type { PageId } from '../../src/domain/pages'
import { launch } from './support/chromium'
import { expectSame, readPage } from './support/read-page'
import { addressOf, askingPages, desktop, phone, visit } from './support/visit'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

interface TextBox {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
}

/** Every text that can be seen, with its place on the page. */
const textBoxes = (page: Page): Promise<TextBox[]> => page.evaluate(() => {
  const walker = document.createTreeWalker(document.querySelector('#app') ?? document.body, NodeFilter.SHOW_TEXT)
  const boxes: TextBox[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    // What is folded away, or only read aloud, has a place too, but is not seen.
    if (!node.parentElement?.checkVisibility() || node.parentElement.closest('.visually-hidden')) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const { x, y, width, height } = range.getBoundingClientRect()
    if (width > 1 && height > 1 && node.textContent?.trim()) boxes.push({ text: node.textContent.trim(), x: x + scrollX, y: y + scrollY, width })
  }
  return boxes
})

describe('with scripts off', () => {
  test.each(askingPages)('%s shows its numbers, its charts and its tables', async (id: PageId) => {
    const context = await browser.newContext({ viewport: desktop, javaScriptEnabled: false })
    const page = await context.newPage()
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.resourceType()))
    await page.goto(new URL(addressOf(id), inject('pageUrl')).href)
    const dashboard = dashboardOf(id)
    const { cards, tables } = await readPage(page)
    expect(cards.length).toBe(dashboard?.cards.length)
    expect(cards.filter(({ value, missing }) => (value === '') === (missing === ''))).toEqual([])
    expect(Object.keys(tables)).toEqual(dashboard?.panels.map((panel) => panel.id))
    expect(await page.locator('.chart-host:visible svg').count()).toBe(dashboard?.panels.filter(isDrawn).length)
    expect(requests.filter((type) => type !== 'document' && type !== 'stylesheet')).toEqual([])
    await context.close()
  })
})

describe('taken over by scripts', () => {
  test.each([['overview', desktop], ['disputes', phone], ['turnover', desktop], ['outreach', phone], ['evaluation', desktop]] as const)('%s stays where it was, to a pixel', async (id, viewport) => {
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => { release = resolve })
    const { page, open, close, troubles } = await visit(browser, {
      engine: 'held', viewport,
      prepare: async (context) => {
        await context.route('**/manifest.json', async (route) => {
          await held
          await route.continue()
        })
        // A part of the program that comes later than the rest is waited for.
        await context.route('**/WeightsPanel-*.js', async (route) => {
          await new Promise((resolve) => { setTimeout(resolve, 1500) })
          await route.continue()
        })
      },
    })
    await open(addressOf(id), '#app[data-baked] .card')
    const [before, numbers] = [await textBoxes(page), await readPage(page)]
    release()
    await page.locator('#app:not([data-baked]) #main[aria-busy="false"]').waitFor()
    const after = await textBoxes(page)
    expect(after.map(({ text }) => text)).toEqual(before.map(({ text }) => text))
    const moved = after.filter(({ x, y, width }, i) => {
      const was = before[i]
      return !was || Math.max(Math.abs(x - was.x), Math.abs(y - was.y), Math.abs(width - was.width)) > 1
    })
    expect(moved).toEqual([])
    // Of a long table the file holds the first rows.
    const { cards, tables } = await readPage(page)
    expectSame({ cards, tables: Object.fromEntries(Object.entries(tables).map(([panel, rows]) => [panel, rows.slice(0, numbers.tables[panel]?.length)])) }, numbers)
    expect(Object.entries(numbers.tables).filter(([panel, rows]) => rows.length < Math.min(tables[panel]?.length ?? 0, mostBakedRows))).toEqual([])
    expect(troubles).toEqual([])
    await close()
  })
})
