import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from '../browser/support/chromium'
import { readPage } from '../browser/support/read-page'
import { engineAnswered, engineStands, visit } from '../browser/support/visit'
import { starved } from './faults'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

/** Enough for the engine and the facts of the sample street; too little for what a page asks of them. */
const scant = 8

test('a query that outgrows the engine’s memory is refused by name, the earlier numbers stay and say whose they are, and the engine lives', async () => {
  const { page, open, close } = await visit(browser, { known: false, prepare: (context) => starved(scant)(context, () => false) })
  try {
    await open('ladder.html')
    await engineStands(page)
    const before = (await readPage(page)).cards
    await page.locator('.filterbar select').first().selectOption('2024')
    await page.locator('.card-trouble').first().waitFor({ timeout: 55_000 })
    await expect.poll(() => page.locator('#main').getAttribute('aria-busy'), { timeout: 55_000 }).toBe('false')
    expect(await page.locator('.card-trouble').first().textContent()).toMatch(/所需内存超过本机给计算引擎的上限/)
    expect((await readPage(page)).cards.map(({ value }) => value)).toEqual(before.map(({ value }) => value))
    const old = page.locator('.card.stale')
    expect(await old.count()).toBeGreaterThan(0)
    for (const text of await old.allTextContents()) expect(text).toContain('未能按当前筛选计算，显示的是上一次的结果')
    expect(await page.locator('#main').textContent()).not.toContain('正在计算')
    expect(await page.locator('.app').getAttribute('data-engine')).toBe('ready')
    await page.locator('.filterbar select').first().selectOption('2025')
    await expect.poll(async () => (await readPage(page)).cards, { timeout: 55_000 }).toEqual(before)
    expect(await page.locator('.card.stale').count()).toBe(0)
  } finally {
    await close()
  }
})

test('with all of its memory the same question is answered', async () => {
  const { page, open, close } = await visit(browser, { known: false })
  try {
    await open('ladder.html')
    await engineAnswered(page)
    await page.locator('.filterbar select').first().selectOption('2024')
    await engineAnswered(page)
    expect(await page.locator('.card-trouble').count()).toBe(0)
  } finally {
    await close()
  }
})
