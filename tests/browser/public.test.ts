import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Manifest } from '../../src/domain/manifest'
import { groupsFor } from '../../src/domain/navigation'
import { extractPublic } from '../../scripts/lib/extract-public'
import { stage } from '../../scripts/lib/stage/stage'
import { listFiles } from '../../scripts/lib/tooling/files.mjs'
import { publishPublic } from '../../scripts/lib/tooling/publish-command.mjs'
import { root } from '../../scripts/lib/tooling/root.mjs'
import { serve } from '../../scripts/lib/tooling/server.mjs'
import { secretFinder } from '../../scripts/lib/write/public/secret-finder'
import { secretsOf } from '../../scripts/lib/write/public/secrets'
import { launch } from './support/chromium'
import { readPage } from './support/read-page'
import { engineAnswered, visit } from './support/visit'

const room = mkdtempSync(join(tmpdir(), 'xieshang-public-site-'))
const [out, extracts, ledgers] = [join(room, 'site'), join(room, 'extracts'), join(root, 'data', 'sample')]
let browser: Browser
let server: Awaited<ReturnType<typeof serve>>
let manifest: Manifest

beforeAll(async () => {
  const made = await extractPublic({ folder: ledgers, out: extracts, ledger: join(room, 'ledger.json'), reports: join(room, 'reports') })
  manifest = made.manifest
  await publishPublic(root, { out, extracts })
  server = await serve({ root: out, port: 0 })
  browser = await launch()
}, 240_000)
afterAll(async () => {
  await browser.close()
  await server.close()
  rmSync(room, { recursive: true })
})

const unpacked = (path: string): Buffer => {
  const bytes = readFileSync(join(out, path))
  return path.endsWith('.br') ? brotliDecompressSync(bytes) : path.endsWith('.gz') ? gunzipSync(bytes) : bytes
}

test('no file of the site holds a name or an id of the ledgers, a map of the sources, or an internal table', async () => {
  const staged = await stage({ folder: ledgers })
  const secrets = [...(await secretsOf(staged))]
  staged.close()
  expect(secrets.length).toBeGreaterThan(5_000)
  const files = listFiles(out, '', true)
  expect(files.filter((path) => path.endsWith('.map'))).toEqual([])
  const facts = files.filter((path) => path.endsWith('.parquet')).map((path) => path.replace(/^.*\//, '').replace('.parquet', ''))
  expect(facts.sort()).toEqual(Object.keys(manifest.facts).sort())
  // What is built knows no ledger; what is read here is made of one.
  const holdsSecret = secretFinder(secrets)
  expect(holdsSecret(Buffer.from(`x${secrets[100] ?? ''}y`))).toBe(true)
  expect(files.filter((path) => !path.startsWith('assets/') && holdsSecret(unpacked(path)))).toEqual([])
})

test('every page says that its numbers are rounded, and shows none that is missing for not being told', async () => {
  const pages = groupsFor(manifest).flatMap(({ pages: some }) => some).filter((page) => page !== 'dictionary' && page !== 'data')
  expect(pages.length).toBeGreaterThan(4)
  for (const page of pages) {
    const { page: tab, open, troubles, close } = await visit(browser, { base: server.url })
    await open(page === 'overview' ? 'index.html' : `${page}.html`)
    expect([page, await tab.locator('.rounding').textContent()]).toEqual([page, expect.stringContaining('不足 5 件')])
    expect([page, await tab.locator('.cards').getByText('本数据包未含').count()]).toEqual([page, 0])
    expect([page, troubles]).toEqual([page, []])
    await close()
  }
})

test('a filter is answered by the rounded tables, in whole bases or not below one', async () => {
  const { page, open, troubles, close } = await visit(browser, { base: server.url, known: false })
  await open('disputes.html')
  await engineAnswered(page)
  const before = (await readPage(page)).cards
  await page.goto(`${server.url}disputes.html?area=310106022001`)
  await engineAnswered(page)
  const after = (await readPage(page)).cards
  expect(after).not.toEqual(before)
  const [opened = ''] = await page.locator('.card-number').allTextContents()
  expect(opened).toMatch(/\d+/)
  const value = Number(opened.replace(/[^\d]/g, ''))
  expect(value === 0 || value >= 5).toBe(true)
  expect(troubles).toEqual([])
  await close()
})
