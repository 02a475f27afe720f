import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Manifest } from '../../src/domain/manifest'
import { namesCsv } from '../../scripts/lib/report/csv'
import { livePayloads } from '../support/payloads'
import { launch } from './support/chromium'
import { goTo } from './support/go-to'
import { engineAnswered, visit } from './support/visit'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

/** Every name of the manifest is one of the payloads, in turn. */
const hurtNames = (context: BrowserContext) => context.route('**/manifest.json', async (route) => {
  const response = await route.fetch()
  const manifest = await response.json() as Manifest
  let next = 0
  const text = () => livePayloads[next++ % livePayloads.length] ?? ''
  const named = () => ({ zh: text(), en: text() })
  await route.fulfill({ response, json: {
    ...manifest,
    title: named(),
    members: Object.fromEntries(Object.entries(manifest.members).map(([dimension, all]) => [dimension, all.map((member) => ({ ...member, ...named() }))])),
    tables: manifest.tables.map((table) => ({ ...table, zh: text() })),
    sources: livePayloads.map((file) => ({ ...manifest.sources[0], file, sheet: file, encoding: file })),
    unknownColumns: livePayloads.map((column) => ({ file: column, column })),
  } })
})

const foreign = '#app :is(img, script, iframe, object, embed, link, meta, base, style, video, form, math, details, input[autofocus], a[href^="javascript"])'

test('names that a browser would run stand on the page as text: in pickers, charts, tips, tables and lists', async () => {
  const { page, open, close, requests, troubles } = await visit(browser, { prepare: hurtNames })
  await open('disputes.html')
  await engineAnswered(page)
  const unharmed = async () => {
    expect(await page.evaluate(() => 'hurt' in window)).toBe(false)
    expect(await page.locator(foreign).evaluateAll((all) => all.filter((one) => !(one instanceof HTMLDetailsElement) || one.hasAttribute('ontoggle')).map((one) => one.outerHTML.slice(0, 200)))).toEqual([])
  }
  await unharmed()
  for (const chart of await page.locator('.chart-host:visible svg').all()) await chart.hover({ position: { x: 150, y: 60 } })
  await unharmed()
  for (const id of ['ladder', 'congress', 'data'] as const) {
    await goTo(page, id)
    await page.locator(`.app[data-page="${id}"]`).waitFor()
    await engineAnswered(page)
    await unharmed()
  }
  const names = new Map(livePayloads.map((payload, i) => [`e${i}`, payload]))
  await page.locator('.names-choose input').setInputFiles({ name: '"><img src=x onerror=window.hurt=1>.csv', mimeType: 'text/csv', buffer: Buffer.from(namesCsv(names)) })
  await page.locator('.names-file [role="status"]').waitFor()
  await unharmed()
  expect(requests.filter((request) => /example\.org/.test(request.url())).map((request) => request.url())).toEqual([])
  expect(troubles).toEqual([])
  await close()
})

test('addresses that a browser would run are read as text', async () => {
  const { page, open, close, requests, troubles } = await visit(browser, { engine: 'held' })
  const batch = 10
  for (let at = 0; at < livePayloads.length; at += batch) {
    const some = livePayloads.slice(at, at + batch).map(encodeURIComponent)
    await open(`disputes.html?union=${some.join(',')}&period=${some[0]}&lang=${some[1] ?? ''}&${some[2] ?? ''}=${some[3] ?? ''}#${some[4] ?? ''}`)
    expect(await page.evaluate(() => 'hurt' in window)).toBe(false)
    expect(await page.locator('#app :is(img, script, iframe, object, embed)').count()).toBe(0)
  }
  expect(requests.filter((request) => /example\.org/.test(new URL(request.url()).host))).toEqual([])
  expect(troubles).toEqual([])
  await close()
})
