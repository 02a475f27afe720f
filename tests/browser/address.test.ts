import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenExtract } from '../../scripts/lib/ask/open-extract'
import { launch } from './support/chromium'
import { expectedAt, openShown } from './support/expected'
import { goTo } from './support/go-to'
import { expectSame, readPage } from './support/read-page'
import { engineAnswered, visit } from './support/visit'

let browser: Browser
let shown: OpenExtract

beforeAll(async () => {
  browser = await launch()
  shown = await openShown()
})
afterAll(async () => {
  shown.close()
  await browser.close()
})

const optionsShown = (selects: Element[]) => selects.map((select) => (select instanceof HTMLSelectElement ? select.value : ''))

test('an address alone brings back period, filters, comparison, language and theme', async () => {
  const { page, open, close, troubles } = await visit(browser)
  const unions = shown.manifest.members['union']!.slice(0, 2)
  const query = `period=2023-Q2..2024-Q3&union=${unions.map(({ id }) => id).join(',')}&size=~&compare=mom&lang=en&theme=dark`
  await open(`disputes.html?${query}`)
  await engineAnswered(page)
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
  expect(await page.locator('.filterbar select').evaluateAll(optionsShown)).toEqual(['2023-Q2..2024-Q3', 'mom'])
  const chips = await page.locator('[data-chip]').allTextContents()
  expect(chips).toHaveLength(3)
  for (const [i, union] of unions.entries()) expect(chips[i]).toContain(union.en)
  expect(chips[2]).toContain('not recorded')
  expectSame(await readPage(page), await expectedAt(shown, `disputes?${query}`))

  // The same view on another page, by the navigation and by loading the address again.
  await goTo(page, 'ladder')
  await page.locator('.app[data-page="ladder"]').waitFor()
  await engineAnswered(page)
  const carried = await readPage(page)
  expectSame(carried, await expectedAt(shown, `ladder?${query}`))
  await page.reload()
  await engineAnswered(page)
  expectSame(await readPage(page), carried)
  expect(troubles).toEqual([])
  await close()
})

const parameters = ['period', 'compare', 'lang', 'theme', 'extract', 'union', 'area', 'industry', 'industry_group', 'industry_section', 'size', 'cause', 'stage', 'outcome', 'mode', 'time', '__proto__', 'constructor', 'toString', 'anything']
const hostile = [
  '<img src=x onerror="window.hurt=1">',
  '"><script>window.hurt=1</script>',
  "javascript:window.hurt=1//';DROP TABLE disputes;--",
  '../../../manifest',
  '\u0000\uFFFF%00%ff'
]
const queryOf = (value: string) => parameters.map((name) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&')

test('hostile values run nothing and change nothing', async () => {
  // What falls back is the default view, which needs no engine.
  const { page, open, close, troubles, requests } = await visit(browser, { engine: 'held' })
  const plain = await expectedAt(shown, 'disputes')
  for (const value of hostile) {
    await open(`disputes.html?${queryOf(value)}`)
    expect(await page.evaluate(() => 'hurt' in window)).toBe(false)
    expect(await page.locator('#app img, #app script, #app iframe').count()).toBe(0)
    expect(await page.locator('[data-chip]').count()).toBe(0)
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    expectSame(await readPage(page), plain)
  }
  await open(`disputes.html#${encodeURIComponent(hostile[0]!)}`)
  await open(`disputes.html#/"><img src=x onerror="window.hurt=1">`)
  expect(await page.evaluate(() => 'hurt' in window)).toBe(false)
  const paths = requests.map((request) => new URL(request.url()).pathname)
  expect(paths.filter((path) => !/^\/(disputes\.html|assets\/[\w.-]+|extracts\/[\w./-]+)?$/.test(path) && path !== ',')).toEqual([])
  expect(troubles).toEqual([])
  await close()
})

test('an extract that is not there is named with those that are, and no other is shown under its name', async () => {
  const { page, open, close } = await visit(browser)
  await open('index.html?extract=nobody', '.error-note')
  expect(await page.locator('.error-what').innerText()).toBe(`本网站没有名为“nobody”的数据包；现有：${shown.manifest.id}。`)
  expect(await page.locator('.card, .panel').count()).toBe(0)
  await close()
})

test('unknown values fall back, each by itself, and what is known still holds', async () => {
  const { page, open, close, troubles } = await visit(browser)
  const size = shown.manifest.members['size']![0]!
  await open(`index.html?period=1850&compare=best&lang=fr&theme=neon&union=nobody&size=${size.id},huge&stage=`)
  await engineAnswered(page)
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
  expect(await page.locator('.filterbar select').evaluateAll(optionsShown)).toEqual([shown.manifest.asOf.slice(0, 4), 'yoy'])
  expect(await page.locator('[data-chip]').evaluateAll((all) => all.map((chip) => chip.getAttribute('data-chip')))).toEqual([`size=${size.id}`])
  expectSame(await readPage(page), await expectedAt(shown, `overview?size=${size.id}`))
  const unheard = await page.locator('.unheard li').allInnerTexts()
  expect(unheard.map((words) => /“([^”]*)”/.exec(words)?.[1])).toEqual(['period=1850', 'compare=best', 'union=nobody', 'size=huge'])
  expect(troubles).toEqual([])
  await close()
})
