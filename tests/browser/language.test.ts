import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenExtract } from '../../scripts/lib/ask/open-extract'
import { pageIds } from '../../src/domain/pages'
import { en } from '../../src/i18n/en'
import { zh } from '../../src/i18n/zh'
import { launch } from './support/chromium'
import { openShown } from './support/expected'
import { leavesOf, textsOf } from './support/page-text'
import { addressOf, visit, type Visit } from './support/visit'

let browser: Browser
let shown: OpenExtract
let visitor: Visit

beforeAll(async () => {
  browser = await launch()
  shown = await openShown()
  // Words do not wait for the engine.
  visitor = await visit(browser, { engine: 'held' })
})
afterAll(async () => {
  shown.close()
  await browser.close()
})

const keys = leavesOf(zh).map(([path]) => path)
/** Messages of one language that the other does not share. */
const only = (mine: object, others: object): string[] => {
  const shared = new Set(leavesOf(others).map(([, text]) => text))
  return leavesOf(mine).map(([, text]) => text).filter((text) => !text.includes('{') && !shared.has(text))
}
const han = /\p{Script=Han}/u

/** What the ledgers named: files, sheets, columns, places and firms' groups keep their names in both languages. */
const ownNames = (): string[] => {
  const { members, sources, unknownColumns, title, benchmarks } = shown.manifest
  return [
    title.zh,
    ...Object.values(members).flat().filter((member) => member.en === member.zh).map((member) => member.zh),
    ...benchmarks.flatMap(({ geo, source }) => [geo, source]).filter(({ zh: name, en: same }) => name === same).map(({ zh: name }) => name),
    ...sources.flatMap(({ file, sheet }) => [file, sheet ?? '']),
    ...unknownColumns.flatMap(({ file, column }) => [file, column]),
  ].filter((name) => han.test(name)).sort((a, b) => b.length - a.length)
}

describe.each(pageIds)('%s', (id) => {
  test('in Chinese has no key and no English message', async () => {
    const { page, open } = visitor
    await open(addressOf(id))
    const texts = await textsOf(page)
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    expect(texts.filter((text) => keys.includes(text))).toEqual([])
    // The way into the other language is written in that language.
    expect(texts.filter((text) => only(en, zh).includes(text) && text !== zh.language)).toEqual([])
    expect(texts.filter((text) => /\b(undefined|NaN|null|Infinity|\[object)/.test(text) || /\{\w+\}/.test(text))).toEqual([])
    expect(texts).toContain(zh.page[id])
  })

  test('in English has no key, and no Chinese but names', async () => {
    const { page, open } = visitor
    await open(`${addressOf(id)}?lang=en`)
    const texts = await textsOf(page)
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(texts.filter((text) => keys.includes(text))).toEqual([])
    const names = ownNames()
    const rest = texts.map((text) => names.reduce((left, name) => left.replaceAll(name, ''), text)).filter((text) => han.test(text))
    expect([...new Set(rest)].filter((text) => text !== en.language)).toEqual([])
    expect(texts.filter((text) => /\b(undefined|NaN|null|Infinity|\[object)/.test(text) || /\{\w+\}/.test(text))).toEqual([])
    expect(texts).toContain(en.page[id])
  })
})

test('the switch turns the words, the charts, the title and the address, and nothing else', async () => {
  const { page, open, troubles } = visitor
  await open('disputes.html')
  const values = () => page.locator('.card').evaluateAll((cards) => cards.map((card) => card.getAttribute('data-value')))
  const before = await values()
  await page.getByRole('button', { name: zh.language, exact: true }).click()
  await page.locator('html[lang="en"]').waitFor()
  expect(new URL(page.url()).search).toBe('?lang=en')
  expect(await page.title()).toContain(en.page.disputes)
  expect(await values()).toEqual(before)
  await page.locator('[data-panel="causes"] .chart-host:visible svg[aria-label^="Disputes opened"]').waitFor()
  await page.getByRole('button', { name: en.language, exact: true }).click()
  await page.locator('html[lang="zh-CN"]').waitFor()
  expect(new URL(page.url()).search).toBe('')
  expect(await page.title()).toContain(zh.page.disputes)
  expect(troubles).toEqual([])
})
