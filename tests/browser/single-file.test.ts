import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shortPathOf } from '../../src/app/paths'
import { pageIds, type PageId } from '../../src/domain/pages'
import type { Manifest } from '../../src/domain/manifest'
import type { OpenExtract } from '../../scripts/lib/ask/open-extract'
import { root } from '../../scripts/lib/tooling/root.mjs'
import { livePayloads } from '../support/payloads'
import { clickLabel, rowsOf } from './support/chart-click'
import { launch } from './support/chromium'
import { expectedAt, openShown } from './support/expected'
import { goTo } from './support/go-to'
import { watchfulProxy, type Host } from './support/plain-host'
import { expectSame, readPage } from './support/read-page'
import { writeSingleFile, type OpenedFile } from './support/single-file'
import { engineAnswered, engineStands, visit, type Visit, type VisitOptions } from './support/visit'

let browser: Browser
let shown: OpenExtract
let file: OpenedFile
let proxy: Host & { readonly asked: readonly string[] }

beforeAll(async () => {
  browser = await launch()
  shown = await openShown()
  proxy = await watchfulProxy()
  file = await writeSingleFile()
}, 300_000)
afterAll(async () => {
  shown.close()
  await proxy.close()
  await browser.close()
})

const openedBy = async (of: OpenedFile, route: string, options: VisitOptions = {}): Promise<Visit> => {
  const one = await visit(browser, { base: of.base, proxy: proxy.url, saves: true, ...options })
  await one.open(`${of.name}${route}`)
  return one
}

/** Nothing was asked but the file itself and what lies within it, and nothing went wrong. */
const expectQuiet = ({ requests, troubles }: Visit): void => {
  expect(requests.map((request) => request.url()).filter((url) => !/^(file|blob|data):/.test(url))).toEqual([])
  expect(requests.filter((request) => request.url().startsWith('file:') && !request.isNavigationRequest()).map((request) => request.url())).toEqual([])
  expect(proxy.asked).toEqual([])
  expect(troubles).toEqual([])
}

const cause = async (one: Visit) => {
  const [first] = await rowsOf(one.page, 'causes')
  if (!first) throw new Error('no cause is drawn')
  return first
}

test('with scripts off the overview stands there with its numbers and charts', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(file.base + file.name)
  const read = await readPageWithoutScripts(page)
  expect(read.cards).toBeGreaterThanOrEqual(6)
  expect(read.empty).toEqual([])
  expect(read.charts).toBeGreaterThan(0)
  expect(read.links.filter((href) => !href.startsWith('#'))).toEqual([])
  await context.close()
})

/** Tests may look where the page itself may not run anything. */
const readPageWithoutScripts = async (page: Awaited<ReturnType<Browser['newPage']>>) => ({
  cards: await page.locator('.card').count(),
  empty: await page.locator('.card').evaluateAll((cards) => cards.filter((card) => !card.getAttribute('data-value') && !card.getAttribute('data-missing')).map((card) => card.outerHTML.slice(0, 80))),
  charts: await page.locator('.chart-host svg').count(),
  links: await page.locator('#app a[href]').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? '')),
})

test('the numbers are painted before anything of the file runs', async () => {
  const one = await visit(browser, { base: file.base, proxy: proxy.url, saves: true, prepare: (context) => context.addInitScript(() => {
    const seen: Record<string, number> = {}
    Object.assign(window, { seen })
    new MutationObserver(() => {
      const host = document.querySelector('#app')
      if (host && !host.hasAttribute('data-baked')) seen['takenOver'] ??= performance.now()
    }).observe(document, { subtree: true, childList: true })
  }) })
  await one.open(file.name)
  const [painted, takenOver] = await one.page.evaluate(() => [
    performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
    (window as unknown as { readonly seen: Readonly<Record<string, number>> }).seen['takenOver'] ?? 0,
  ])
  expect(painted).toBeLessThan(takenOver ?? 0)
  expectSame(await readPage(one.page), await expectedAt(shown, 'overview'))
  expectQuiet(one)
  await one.close()
})

test('every page opens by its address behind the #, and by the navigation', async () => {
  const one = await openedBy(file, '#/turnover')
  const { page } = one
  const arrived = (id: PageId) => page.locator(`.app[data-page="${id}"]:has(#main[aria-busy="false"])`).waitFor()
  await arrived('turnover')
  for (const id of pageIds) {
    await page.evaluate((path) => { location.hash = path }, shortPathOf(id))
    await arrived(id)
    const missing = await page.locator('.card').evaluateAll((cards) => cards.filter((card) => !card.getAttribute('data-value') && !card.getAttribute('data-missing')).length)
    expect([id, missing]).toEqual([id, 0])
  }
  for (const id of ['disputes', 'data', 'dictionary', 'ladder'] as const) {
    await goTo(page, id)
    await arrived(id)
  }
  await page.goBack()
  await arrived('dictionary')
  expectQuiet(one)
  await one.close()
})

test('a usual filter is answered without the engine; a part of a chart brings it; loading again keeps both', async () => {
  const one = await openedBy(file, '#/disputes')
  const { page } = one
  await page.locator('.filterbar select').first().selectOption('2024')
  await engineAnswered(page)
  expectSame(await readPage(page), await expectedAt(shown, 'disputes?period=2024'))
  expect(await page.locator('.app').getAttribute('data-engine')).toBe('held')
  const { id, label } = await cause(one)
  await clickLabel(page, 'causes', label)
  await engineStands(page)
  await engineAnswered(page)
  const filtered = await readPage(page)
  expectSame(filtered, await expectedAt(shown, `disputes?period=2024&cause=${id}`))
  expect(new URLSearchParams(page.url().split('?')[1]).get('cause')).toBe(id)
  await page.reload()
  await engineAnswered(page)
  expectSame(await readPage(page), filtered)
  expectQuiet(one)
  await one.close()
})

test('an address keeps language and theme, and the way past the navigation stays on its page', async () => {
  const one = await openedBy(file, '#/ladder?period=2024&lang=en&theme=dark')
  const { page } = one
  expect([await page.locator('html').getAttribute('lang'), await page.locator('html').getAttribute('data-theme')]).toEqual(['en', 'dark'])
  await page.locator('.skip').focus()
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  expect(await page.locator('.app').getAttribute('data-page')).toBe('ladder')
  expectQuiet(one)
  await one.close()
})

test('the policy in the file holds: a script that is added does not run, and nothing is fetched', async () => {
  const one = await openedBy(file, '')
  const hurt = await one.page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.hurt=1'
    document.body.append(script)
    const fetched = await fetch('http://example.org/').then(() => true, () => false)
    return 'hurt' in window || fetched
  })
  expect(hurt).toBe(false)
  expect(one.troubles.filter((trouble) => trouble.includes('Content Security Policy')).length).toBeGreaterThanOrEqual(2)
  await one.close()
})

/** The extract with a payload for every name in it. */
const hostileExtracts = (): string => {
  const extracts = join(mkdtempSync(join(tmpdir(), 'xieshang-hostile-')), 'extracts')
  cpSync(join(root, 'public', 'extracts'), extracts, { recursive: true })
  const path = join(extracts, shown.manifest.id, 'manifest.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest
  const payloads = ['</script><script>window.hurt=1</script>', '<!--<script>', ...livePayloads]
  let next = 0
  const text = () => payloads[next++ % payloads.length] ?? ''
  const named = () => ({ zh: text(), en: text() })
  const members = Object.fromEntries(Object.entries(manifest.members).map(([dimension, all]) => [dimension, all.map((member) => ({ ...member, ...named() }))]))
  writeFileSync(path, JSON.stringify({ ...manifest, title: named(), members }))
  return extracts
}

test('names that a browser would run stand in the file as text, and without an engine it says so', async () => {
  const hostile = await writeSingleFile({ extracts: hostileExtracts(), engine: false })
  const one = await openedBy(hostile, '#/disputes')
  const { page } = one
  expect(await page.evaluate(() => 'hurt' in window)).toBe(false)
  expect(await page.locator('#app :is(img, script, iframe, object, embed, link, meta, base, style)').count()).toBe(0)
  expect(await page.locator('body > script:not([data-file])').count()).toBe(1)
  await page.locator('[data-panel="causes"] .chart-host:visible svg').click({ position: { x: 200, y: 40 } })
  await page.locator('.engine-note--failed').waitFor()
  expect(await page.locator('.engine-note--failed').innerText()).toContain('本文件不含计算引擎')
  expect(await page.evaluate(() => 'hurt' in window)).toBe(false)
  expectQuiet(one)
  await one.close()
})
