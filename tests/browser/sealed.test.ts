import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { contentSecurityPolicy } from '../../scripts/lib/tooling/content-policy.mjs'
import { launch } from './support/chromium'
import { engineAnswered, visit } from './support/visit'
import { walkPages } from './support/walk-pages'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

test('with every other host gone all pages work, quietly, and ask nobody else', async () => {
  const { page, open, close, requests, troubles } = await visit(browser)
  const own = new URL(inject('pageUrl')).origin
  await open('index.html')
  await engineAnswered(page)
  await walkPages(page)
  await open('citizen.html')
  await open('disputes.html?period=2022&compare=rest&lang=en')
  await engineAnswered(page)
  const addresses = requests.map((request) => new URL(request.url()))
  expect(addresses.filter(({ origin, protocol }) => origin !== own && protocol !== 'data:').map(String)).toEqual([])
  expect(addresses.filter(({ pathname }) => pathname.endsWith('.wasm')).length).toBeGreaterThan(0)
  expect(addresses.filter(({ pathname }) => pathname.endsWith('.parquet')).length).toBeGreaterThan(0)

  // The policy rides on the page, and on each worker's own file: that is what binds a worker. A file that a page left
  // before it came ran nothing.
  const bound = requests.filter((request) => request.failure() === null && (request.resourceType() === 'document' || /worker/.test(request.url())))
  const policies = await Promise.all(bound.map(async (request) => [new URL(request.url()).pathname, (await request.response())?.headers()['content-security-policy']]))
  expect(policies.filter(([, policy]) => policy !== contentSecurityPolicy(''))).toEqual([])
  expect(policies.filter(([path]) => /worker/.test(path ?? '')).length).toBeGreaterThanOrEqual(2)
  expect(troubles).toEqual([])
  await close()
})

test('the guard itself holds: a request to another host does not leave', async () => {
  const { page, open, close, troubles } = await visit(browser, { engine: 'held' })
  await open('index.html')
  const reached = await page.evaluate(() => fetch('http://example.org/').then(() => 'reached', () => 'refused'))
  expect(reached).toBe('refused')
  expect(troubles.filter((trouble) => trouble.includes('Content Security Policy')).length).toBeGreaterThan(0)
  await close()
})
