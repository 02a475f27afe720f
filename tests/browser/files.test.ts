import { readFileSync } from 'node:fs'
import { read, utils } from '@e965/xlsx'
import type { Browser, Download, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dashboards } from '../../src/domain/dashboards/index'
import { pageIds } from '../../src/domain/pages'
import { readXlsx } from '../support/read-xlsx'
import { launch } from './support/chromium'
import { addressOf, visit } from './support/visit'

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const bytesOf = async (download: Download): Promise<Buffer> => readFileSync(await download.path())

/** Saves a panel in one form; null where the panel has none of it. */
const saved = async (page: Page, panel: Locator, kind: string): Promise<{ name: string; bytes: Buffer } | null> => {
  await panel.locator('.save summary').click()
  const button = panel.locator(`[data-save="${kind}"]`)
  await panel.locator('.save-panel').waitFor()
  if ((await button.count()) === 0) {
    await page.keyboard.press('Escape')
    return null
  }
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  await panel.locator('.save:not([open])').waitFor()
  return { name: download.suggestedFilename(), bytes: await bytesOf(download) }
}

interface Shown {
  readonly labels: readonly string[]
  readonly rows: readonly (readonly { readonly text: string; readonly raw: string; readonly missing: string | null }[])[]
}

/** A panel's table as the page has it, read aloud or shown. */
const tableOf = (panel: Locator): Promise<Shown> => panel.locator('.twin table').evaluate((table) => ({
  labels: [...table.querySelectorAll('thead th')].map((cell) => cell.textContent ?? ''),
  rows: [...table.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('th, td')].map((cell) => ({ text: cell.textContent ?? '', raw: cell.getAttribute('data-raw') ?? '', missing: cell.getAttribute('data-missing') }))),
}))

/** What a file has to say where the page says this: the unrounded number, or the words why there is none. */
const inFile = ({ text, raw, missing }: Shown['rows'][number][number], value: unknown): unknown => {
  if (missing !== null) return text
  if (raw === '') return text === '—' ? null : text
  return typeof value === 'number' ? Number(raw) : /^\d{4}-\d{2}-\d{2}$/.test(raw) ? raw : text
}

const matches = (shown: Shown, head: readonly unknown[], rows: readonly (readonly unknown[])[], valueOf: (value: unknown) => unknown): void => {
  expect(head).toEqual(expect.arrayContaining([...shown.labels]))
  for (const [r, row] of shown.rows.entries())
    for (const [i, cell] of row.entries()) {
      const value = valueOf(rows[r]?.[head.indexOf(shown.labels[i])] ?? null)
      const said = inFile(cell, value)
      // The engine and what was baked may add in another order.
      expect([shown.labels[i], r, value]).toEqual([shown.labels[i], r, typeof said === 'number' ? expect.closeTo(said, Math.max(0, 9 - Math.ceil(Math.log10(Math.abs(said) + 1)))) : said])
    }
}

/** A table of one row reads downwards on the page, and a long list ends early: their files are compared by their rows alone. */
const isTurned = (shown: Shown): boolean => shown.labels[0] === '指标'

const pages = pageIds.filter((id) => dashboards.some((one) => one.id === id && one.profile === undefined && one.panels.length > 0))

test.each(pages)('%s: every panel’s CSV and workbook say what the page says', async (id) => {
  const one = await visit(browser)
  const { page } = one
  await one.open(addressOf(id))
  let compared = 0
  for (const panel of await page.locator('.panel:has(.save)').all()) {
    const csv = await saved(page, panel, 'csv')
    const xlsx = await saved(page, panel, 'xlsx')
    if (!csv || !xlsx) throw new Error('A panel has no table')
    expect(csv.name.endsWith('_2025-12-31.csv')).toBe(true)
    expect(csv.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    const [book, sheet] = [await readXlsx(xlsx.bytes), read(csv.bytes.toString('utf8').slice(1), { type: 'string', raw: true })]
    expect(book.names.slice(-2)).toEqual(['口径', '筛选与来源'])
    expect(book.formulas()).toEqual([])
    const [first = ''] = book.names
    const [head = [], ...rows] = book.rows(first)
    const [csvHead = [], ...csvRows] = utils.sheet_to_json<unknown[]>(sheet.Sheets[sheet.SheetNames[0] ?? ''] ?? {}, { header: 1, raw: true })
    expect(csvHead).toEqual(head)
    expect(csv.bytes.toString('utf8')).toContain('示例数据')
    if ((await panel.locator('.twin table').count()) === 0) continue
    const shown = await tableOf(panel)
    if (isTurned(shown)) continue
    matches(shown, head, rows, (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value))
    matches(shown, csvHead, csvRows, (value) => (typeof value === 'string' && value !== '' && Number.isFinite(Number(value)) ? Number(value) : value))
    compared += shown.rows.length
  }
  expect(compared).toBeGreaterThan(0)
  expect(one.troubles).toEqual([])
  await one.close()
})

test('every chart is saved as a drawing that stands by itself, and as pictures of its size', async () => {
  const one = await visit(browser, { colorScheme: 'dark' })
  const { page } = one
  let charts = 0
  for (const id of ['overview', 'disputes', 'ladder', 'tickets', 'investment', 'outreach'] as const) {
    await one.open(addressOf(id))
    for (const panel of await page.locator('.panel:has(.chart)').all()) {
      const svg = await saved(page, panel, 'svg')
      if (!svg) continue
      const text = svg.bytes.toString('utf8')
      expect(text).not.toMatch(/var\(|<script|\son\w+=|href|url\(|<style|<foreignObject/)
      const title = (await panel.locator('h2').textContent()) ?? ''
      const read = await page.evaluate((source) => {
        const parsed = new DOMParser().parseFromString(source, 'image/svg+xml')
        return { error: parsed.querySelector('parsererror')?.textContent ?? null, texts: [...parsed.querySelectorAll('text')].map((one) => one.textContent ?? ''), ground: parsed.querySelector('rect')?.getAttribute('fill'), width: Number(parsed.documentElement.getAttribute('width')), height: Number(parsed.documentElement.getAttribute('height')) }
      }, text)
      expect([title, read.error, read.ground]).toEqual([title, null, expect.stringMatching(/^#f{3,6}$/)])
      const said = read.texts.join('')
      for (const words of [title, '口径', '数据截止', '2025 年 12 月 31 日', '来源', '示例数据']) expect(said.replace(/\s/g, '')).toContain(words.replace(/\s/g, ''))
      // Whatever the page's own drawing says is in the file.
      const drawn = await panel.locator('.chart-host svg text').allTextContents()
      expect(drawn.filter((words) => !read.texts.includes(words))).toEqual([])
      charts += 1
      if (charts % 6 !== 1) continue
      for (const [kind, scale] of [['png1', 1], ['png3', 3]] as const) {
        const png = await saved(page, panel, kind)
        expect(png?.bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
        expect([png?.bytes.readUInt32BE(16), png?.bytes.readUInt32BE(20)]).toEqual([Math.round(read.width * scale), Math.round(read.height * scale)])
        // An empty picture packs to next to nothing.
        expect(png?.bytes.length).toBeGreaterThan(10_000 * scale)
      }
    }
  }
  expect(charts).toBeGreaterThan(20)
  expect(one.troubles).toEqual([])
  await one.close()
})

test('what is saved is what is chosen: filters are in the file, in the reader’s language', async () => {
  const one = await visit(browser)
  await one.open(`${addressOf('disputes')}?period=2024&area=310106022001&lang=en`)
  const panel = one.page.locator('[data-panel="causes"]')
  const csv = await saved(one.page, panel, 'csv')
  const text = csv?.bytes.toString('utf8') ?? ''
  const chip = (await one.page.locator('[data-chip^="area="] span').nth(1).textContent()) ?? ''
  expect(text).toMatch(new RegExp(`Filters,"?2024 · ${chip}`))
  expect(text).toContain('Synthetic data')
  const total = (await tableOf(panel)).rows.reduce((sum, row) => sum + Number(row[1]?.raw ?? 0), 0)
  expect(text.split('\r\n').slice(1, 1 + (await tableOf(panel)).rows.length).reduce((sum, line) => sum + Number(line.split(',')[1]), 0)).toBe(total)
  await one.close()
})
