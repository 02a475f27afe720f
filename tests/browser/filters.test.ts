import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { periodTick } from '../../src/domain/format-time'
import type { OpenExtract } from '../../scripts/lib/ask/open-extract'
import { clickCell, clickLabel, rowsOf } from './support/chart-click'
import { launch } from './support/chromium'
import { expectedAt, openShown } from './support/expected'
import { expectSame, readPage } from './support/read-page'
import { engineAnswered, visit, type Visit } from './support/visit'

let browser: Browser
let shown: OpenExtract
let visitor: Visit

beforeAll(async () => {
  browser = await launch()
  visitor = await visit(browser)
  shown = await openShown()
})
afterAll(async () => {
  shown.close()
  await browser.close()
})

const chips = () => visitor.page.locator('[data-chip]').evaluateAll((all) => all.map((chip) => chip.getAttribute('data-chip')))

/** The address, the chips and every number of the page agree with native DuckDB about one filter. */
const expectFiltered = async (name: string, filter: { dimension: string; id: string }) => {
  const { page } = visitor
  await page.locator(`[data-chip="${filter.dimension}=${filter.id}"]`).waitFor()
  await engineAnswered(page)
  expect(new URL(page.url()).search).toBe(`?${filter.dimension}=${filter.id}`)
  expect(await chips()).toEqual([`${filter.dimension}=${filter.id}`])
  expectSame(await readPage(page), await expectedAt(shown, `${name}?${filter.dimension}=${filter.id}`))
}

test('a click on a bar filters the whole page; the chip, back and forward bring it to and fro', async () => {
  const { page, open } = visitor
  await open('disputes.html')
  await engineAnswered(page)
  const before = await readPage(page)
  expectSame(before, await expectedAt(shown, 'disputes'))
  const [cause] = await rowsOf(page, 'causes')
  await clickLabel(page, 'causes', cause!.label)
  const filter = { dimension: 'cause', id: cause!.id }
  await expectFiltered('disputes', filter)
  const filtered = await readPage(page)
  expect(filtered.cards[0]!.value).not.toBe(before.cards[0]!.value)
  expect(await page.locator('[data-chip]').textContent()).toContain(cause!.label)

  await page.locator('[data-chip]').click()
  await page.locator('[data-chip]').waitFor({ state: 'detached' })
  await engineAnswered(page)
  expect(new URL(page.url()).search).toBe('')
  expectSame(await readPage(page), before)

  await page.goBack()
  await expectFiltered('disputes', filter)
  expectSame(await readPage(page), filtered)
  await page.goForward()
  await page.locator('[data-chip]').waitFor({ state: 'detached' })
  await engineAnswered(page)
  expectSame(await readPage(page), before)
})

test('a click on a cell of the heatmap filters by its row', async () => {
  const { page, open } = visitor
  await open('turnover.html')
  await engineAnswered(page)
  const rows = await rowsOf(page, 'completeness')
  const union = rows[rows.length - 1]!
  await clickCell(page, 'completeness', union.label, periodTick('2025-01', 'zh'))
  await expectFiltered('turnover', { dimension: 'union', id: union.id })
})

test('a click on a rung filters by it, and a second click takes the filter away', async () => {
  const { page, open } = visitor
  await open('ladder.html')
  await engineAnswered(page)
  await clickLabel(page, 'ladder', '联合工会调解')
  await expectFiltered('ladder', { dimension: 'stage', id: 'tier2' })
  await clickLabel(page, 'ladder', '联合工会调解')
  await page.locator('[data-chip]').waitFor({ state: 'detached' })
  await engineAnswered(page)
  expectSame(await readPage(page), await expectedAt(shown, 'ladder'))
})

test('a place chosen in the picker and a period are in the address, and clearing takes the filters alone away', async () => {
  const { page, open } = visitor
  await open('index.html')
  await engineAnswered(page)
  const { id, zh } = shown.manifest.members['union']![0]!
  await page.locator('.picker summary').first().click()
  await page.locator('.picker[open]').getByLabel(zh, { exact: true }).check()
  await page.keyboard.press('Escape')
  await page.locator('.filterbar select').first().selectOption('2024')
  await page.waitForURL((url) => url.searchParams.get('period') === '2024')
  await engineAnswered(page)
  expect(new URL(page.url()).searchParams.get('union')).toBe(id)
  expectSame(await readPage(page), await expectedAt(shown, `overview?period=2024&union=${id}`))
  await page.locator(`[data-chip="union=${id}"]`).click()
  await page.locator('[data-chip]').waitFor({ state: 'detached' })
  await engineAnswered(page)
  expect(new URL(page.url()).search).toBe('?period=2024')
  expectSame(await readPage(page), await expectedAt(shown, 'overview?period=2024'))
})

test('what a metric cannot be split by is said, not ignored', async () => {
  const { page, open, troubles } = visitor
  await open('disputes.html?stage=tier2')
  await engineAnswered(page)
  const opened = page.locator('.card[data-metric="disputes.opened"]')
  expect(await opened.getAttribute('data-missing')).toBe('not_split')
  expect(await opened.getAttribute('data-value')).toBe('')
  expect(await opened.textContent()).toContain('不按此维度统计')
  expect(await page.locator('[data-panel="backlog"] table').textContent()).toContain('不按此维度统计')
  expect(troubles).toEqual([])
})

test('what was closed while the page changed opens with the numbers of now', async () => {
  const { page, open } = visitor
  await open('disputes.html')
  await engineAnswered(page)
  const card = page.locator('.card').first()
  const now = () => card.locator('.card-twin [data-raw]').evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-raw')))
  await card.locator('summary').click()
  expect(await now()).toContain(await card.getAttribute('data-value'))
  const before = await card.getAttribute('data-value')
  await page.keyboard.press('Escape')
  expect(await now()).toEqual([])

  const [cause] = await rowsOf(page, 'causes')
  await clickLabel(page, 'causes', cause!.label)
  await expectFiltered('disputes', { dimension: 'cause', id: cause!.id })
  expect(await card.getAttribute('data-value')).not.toBe(before)
  // By keyboard this time.
  await card.locator('summary').focus()
  await page.keyboard.press('Enter')
  expect(await now()).toContain(await card.getAttribute('data-value'))
  expect(await now()).not.toContain(before)
  await page.keyboard.press('Escape')
  await page.locator('[data-chip]').click()
})
