import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { metaPolicy } from '../../scripts/lib/tooling/content-policy.mjs'
import { built } from './support/built'
import { launch } from './support/chromium'
import { plainHost, watchfulProxy, type Host } from './support/plain-host'
import { engineAnswered, visit } from './support/visit'
import { walkPages } from './support/walk-pages'

let browser: Browser
let host: Host
let proxy: Awaited<ReturnType<typeof watchfulProxy>>
beforeAll(async () => {
  [browser, host, proxy] = await Promise.all([launch(), plainHost(built), watchfulProxy()])
})
afterAll(() => Promise.all([browser.close(), host.close(), proxy.close()]))

/** Workers tell of what their policy forbids to themselves alone: this says it aloud. Workers have their own policy, sent with their file. */
const telling = `addEventListener('securitypolicyviolation', (e) => new BroadcastChannel('violations').postMessage(e.violatedDirective + ' ' + e.blockedURI));`
const bindWorkers = (context: BrowserContext) => context.route(/worker[\w.-]*\.js$/, async (route) => {
  const response = await route.fetch()
  await route.fulfill({ response, body: telling + await response.text(), headers: { ...response.headers(), 'content-security-policy': metaPolicy } })
})

const listen = () => {
  const seen: string[] = []
  Object.assign(window, { seen })
  document.addEventListener('securitypolicyviolation', (e) => seen.push(`${e.violatedDirective} ${e.blockedURI}`))
  new BroadcastChannel('violations').addEventListener('message', (e) => seen.push(`worker ${String(e.data)}`))
}

test.each([['as it comes', () => Promise.resolve()], ['with the policy on workers too', bindWorkers]] as const)('on a host that sends no header, %s, all pages open and filter, nothing is forbidden and nobody else is asked', async (_how, prepare) => {
  const { page, open, close, requests, troubles } = await visit(browser, { base: host.url, proxy: proxy.url, prepare })
  await page.addInitScript(listen)
  await open('index.html')
  expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')).toBe(metaPolicy)
  await engineAnswered(page)
  await page.locator('.filterbar select').first().selectOption('2024')
  await walkPages(page)
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([])
  expect(requests.map((request) => request.url()).filter((url) => !url.startsWith(host.url) && !url.startsWith('data:'))).toEqual([])
  expect(proxy.asked).toEqual([])
  expect(troubles).toEqual([])
  await close()
})

test('the policy in the page is in force: what is written into it runs nothing, and a request to another host does not leave', async () => {
  const { page, open, close } = await visit(browser, { base: host.url, proxy: proxy.url, engine: 'held' })
  await page.addInitScript(listen)
  await open('index.html')
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.hurt = 1'
    document.body.append(script)
    document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.hurt = 1"><img src="http://example.org/x.png">')
    const reached = await fetch('http://example.org/').then(() => 'reached', () => 'refused')
    await new Promise((resolve) => { setTimeout(resolve, 200) })
    return { hurt: 'hurt' in window, reached, seen: (window as unknown as { seen: string[] }).seen.map((line) => line.split(' ')[0]) }
  })
  expect(ran).toMatchObject({ hurt: false, reached: 'refused' })
  expect(new Set(ran.seen)).toEqual(new Set(['script-src-elem', 'script-src-attr', 'img-src', 'connect-src']))
  expect(proxy.asked).toEqual([])
  await close()
})

test('no built script makes code out of text but the one that DuckDB ships, which is never brought to it', () => {
  const assets = join(built, 'assets')
  const makers = readdirSync(assets).filter((name) => name.endsWith('.js') && /\bnew Function\b|[^.\w]eval\(/.test(readFileSync(join(assets, name), 'utf8')))
  expect(makers.filter((name) => !/^duckdb-browser-(eh|mvp)\.worker-/.test(name))).toEqual([])
})

test('the proxy that shows that nobody is asked would show it', async () => {
  const context = await browser.newContext({ proxy: { server: proxy.url } })
  const page = await context.newPage()
  await page.goto('http://example.org/')
  expect(proxy.asked).toContain('http://example.org/')
  await context.close()
})
