import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pageIds } from '../../src/domain/pages'
import { launch } from './support/chromium'
import { addressOf, askingPages, phone, visit, type Visit } from './support/visit'

let browser: Browser
let visitor: Visit
beforeAll(async () => {
  browser = await launch()
  visitor = await visit(browser, { engine: 'held', viewport: phone })
})
afterAll(() => browser.close())

/** Elements that reach beyond the window without a frame of their own to scroll in. */
const beyond = () =>
  [...document.querySelectorAll('body *')].filter((element) => {
    if (element.closest('.visually-hidden, .scroll, .skip, .nav, details:not([open]) > :not(summary)')) return false
    const { right, left, width } = element.getBoundingClientRect()
    return width > 0 && (right > innerWidth + 0.5 || left < -0.5)
  }).map((element) => `${element.tagName} ${element.getAttribute('class') ?? ''} ${element.textContent?.trim().slice(0, 30) ?? ''}`)

/** Texts drawn smaller than 12 px, charts included; a mark that only repeats the words beside it is none. */
const tiny = () =>
  [...document.querySelectorAll('body *')].filter((element) => {
    const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
    const { width } = element.getBoundingClientRect()
    return own && width > 0 && !element.closest('[aria-hidden="true"]') && Number.parseFloat(getComputedStyle(element).fontSize) < 12
  }).map((element) => `${getComputedStyle(element).fontSize} ${element.tagName} ${element.textContent?.trim().slice(0, 30) ?? ''}`)

test.each(pageIds.flatMap((id) => [[id, 'zh'], [id, 'en']] as const))('%s in %s fits a phone', async (id, language) => {
  const { page, open, troubles } = visitor
  await open(`${addressOf(id)}?lang=${language}`)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width)
  expect(await page.evaluate(beyond)).toEqual([])
  expect(await page.evaluate(tiny)).toEqual([])
  const charts = await page.locator('.chart-host:visible').evaluateAll((hosts) => hosts.map((host) => `${host.className} ${host.querySelector('svg')?.getAttribute('width') ?? 'empty'}`))
  expect(new Set(charts)).toEqual(new Set(askingPages.includes(id) ? ['chart-host chart-host--narrow 336'] : []))
  // The smallest phones still in use.
  await page.setViewportSize({ width: 360, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await page.setViewportSize(phone)
  expect(troubles).toEqual([])
})

test('turning the window lays charts out anew, at the size that fits', async () => {
  const { page, open } = visitor
  await open('index.html')
  for (const [width, size, drawn] of [[1000, 'medium', '696'], [1440, 'wide', '588'], [390, 'narrow', '336']] as const) {
    await page.setViewportSize({ width, height: 844 })
    await page.locator(`[data-panel="grassroots_funnel"] .chart-host--${size} svg[width="${drawn}"]`).waitFor()
  }
})
