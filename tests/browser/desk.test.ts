import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDeskPlace, type DeskPlace } from '../support/desk-place'
import { launch } from './support/chromium'
import { desktop, phone, visit, type Visit } from './support/visit'

let browser: Browser
let place: DeskPlace

beforeAll(async () => {
  browser = await launch()
  place = await openDeskPlace()
})
afterAll(async () => {
  await place.desk.close()
  await browser.close()
})

const live = '<img src=x onerror=alert(1)>'

/** A clerk's folder: ledgers, a lock that Excel left, and a cell that is markup. */
const clerksFolder = (rows: string): string => {
  const folder = join(mkdtempSync(join(tmpdir(), 'xieshang-clerk-')), '算例街道')
  mkdirSync(folder)
  writeFileSync(join(folder, '劳动争议台账.csv'), `案件编号,申请日期\n${rows}`)
  writeFileSync(join(folder, '~$劳动争议台账.xlsx'), 'lock')
  writeFileSync(join(folder, '备注.docx'), 'x')
  return folder
}

const openDesk = async (options: Parameters<typeof visit>[1] = {}): Promise<Visit> => {
  const one = await visit(browser, { base: place.desk.url, saves: true, ...options })
  one.page.on('dialog', () => { throw new Error('code of a ledger was run') })
  await one.open('', 'h1:not(:empty)')
  return one
}

const handIn = async ({ page }: Visit, folder: string): Promise<void> => {
  await page.locator('#folder').setInputFiles(folder)
  await page.locator('#run').click()
  await page.locator('#state.good, #state.bad').waitFor()
}

test('a clerk chooses a folder, reads what is wrong, mends it and sees it on the dashboard', async () => {
  const one = await openDesk({ viewport: desktop })
  const { page } = one
  await handIn(one, clerksFolder(`1,2025-01-06\n2,${live}\n`))
  expect(await page.locator('#state').textContent()).toContain('没有更新')
  expect(await page.locator('#lines').textContent()).toContain(`第 3 行：${live}`)
  expect(await page.locator('img').count()).toBe(0)
  expect(await page.locator('#see').isVisible()).toBe(false)

  await handIn(one, clerksFolder('1,2025-01-06\n2,2025-02-06\n'))
  expect(await page.locator('#chosen-files li').allTextContents()).toEqual(['备注.docx', '劳动争议台账.csv'])
  expect(await page.locator('#state').textContent()).toContain('已更新')
  expect(await page.locator('#see').getAttribute('href')).toBe(`http://127.0.0.1:1/?extract=${encodeURIComponent('算例街道')}`)
  expect(await page.locator('#report-text').textContent()).toContain('劳动争议台账：读入 2 行，采用 2 行')
  expect(await page.locator('#report-text').textContent()).not.toContain('rows read')
  await page.locator('#language').click()
  expect(await page.locator('#report-text').textContent()).toContain('disputes: 2 rows read, 2 kept')
  expect(await page.locator('#state').textContent()).toContain('Updated')
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  expect(one.troubles).toEqual([])
  await one.close()
})

test('it fits a phone', async () => {
  const one = await openDesk({ viewport: phone, colorScheme: 'dark' })
  await handIn(one, clerksFolder('1,2025-01-06\n'))
  expect(await one.page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width)
  await one.close()
})

test('where the program was closed the page says so', async () => {
  const own = await openDeskPlace()
  const one = await visit(browser, { base: own.desk.url, saves: true })
  await one.open('', 'h1:not(:empty)')
  await own.desk.close()
  await one.page.locator('#folder').setInputFiles(clerksFolder('1,2025-01-06\n'))
  await one.page.locator('#run').click()
  await one.page.locator('#state.bad').waitFor()
  expect(await one.page.locator('#state').textContent()).toContain('联系中断')
  await one.close()
})
