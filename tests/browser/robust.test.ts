import { createHash } from 'node:crypto'
import type { APIResponse, Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isDrawn } from '../../src/charts/index'
import { ladderPage } from '../../src/domain/dashboards/ladder'
import { clickLabel, rowsOf } from './support/chart-click'
import { launch } from './support/chromium'
import { goTo } from './support/go-to'
import { readPage } from './support/read-page'
import { engineAnswered, engineStands, visit } from './support/visit'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const answerWith = (path: string, status: number) => (context: BrowserContext) =>
  context.route(path, (route) => route.fulfill({ status, contentType: 'text/plain', body: String(status) }))

test('without the engine the page stays a complete report and says what is limited', async () => {
  const { page, open, close, troubles } = await visit(browser, { engine: 'missing' })
  await open('disputes.html')
  const before = await readPage(page)
  const note = page.locator('.engine-note--failed')
  await note.waitFor()
  expect(await note.textContent()).toContain('计算引擎未能启动，筛选功能受限')
  expect(await note.textContent()).toContain('默认视图的数字不受影响')
  expect(await readPage(page)).toEqual(before)
  expect(await page.locator('.chart-host:visible svg').count()).toBe(await page.locator('.chart-host:visible').count())

  // A filter it cannot compute: old numbers stay, each marked as not for this filter.
  await page.locator('.filterbar select').first().selectOption('2022')
  await page.locator('[data-panel="causes"] .panel-note').waitFor()
  await expect.poll(() => page.locator('[data-panel="causes"] .panel-note').textContent()).toBe('未能按当前筛选计算，显示的是上一次的结果')
  expect(await page.locator('.card.stale').count()).toBe(before.cards.length)
  expect(await page.locator('.card').first().textContent()).toContain('未能按当前筛选计算')
  await page.getByRole('button', { name: '回到默认视图' }).click()
  await page.locator('.card.stale').first().waitFor({ state: 'detached' })
  await page.locator('#main[aria-busy="false"]').waitFor()
  expect(await readPage(page)).toEqual(before)
  expect(troubles.filter((trouble) => !/404/.test(trouble))).toEqual([])
  await close()
})

test('without the engine what was baked answers the filters of the page, and the note says what it does not', async () => {
  const { page, open, close } = await visit(browser, { engine: 'missing', known: true })
  await open('disputes.html')
  const before = await readPage(page)
  const note = page.locator('.engine-note--failed')
  await note.waitFor()
  expect(await note.textContent()).toContain('常用筛选（地区、行业、规模）不受影响')
  await page.locator('.filterbar select').first().selectOption('2022')
  await engineAnswered(page)
  expect((await readPage(page)).cards).not.toEqual(before.cards)
  expect(await page.locator('.stale').count()).toBe(0)
  const [cause] = await rowsOf(page, 'causes')
  await clickLabel(page, 'causes', cause?.label ?? '')
  await page.locator('.card.stale').first().waitFor()
  await page.locator('#main[aria-busy="false"]').waitFor()
  await close()
})

test('the page is busy from a choice that waits for the engine until its answer stands, and on no page that asks for nothing', async () => {
  const { page, open, close, release } = await visit(browser, { engine: 'held' })
  await open('disputes.html')
  const busy = () => page.locator('#main').getAttribute('aria-busy')
  await page.locator('.filterbar select').first().selectOption('2022')
  await page.locator('.card.stale').first().waitFor()
  await expect.poll(busy).toBe('true')
  await goTo(page, 'dictionary')
  await page.locator('.entry').first().waitFor()
  await expect.poll(busy).toBe('false')
  await goTo(page, 'disputes')
  await page.locator('.card').first().waitFor()
  await expect.poll(busy).toBe('true')
  await release()
  await engineAnswered(page)
  expect(await busy()).toBe('false')
  expect(await page.locator('.card.stale').count()).toBe(0)
  await close()
})

test('a filtered address without the engine shows no number at all, and says so', async () => {
  const { page, open, close } = await visit(browser, { engine: 'missing' })
  await open('disputes.html?period=2022', '.engine-note--failed')
  await page.locator('.card', { hasText: '暂时无法计算' }).first().waitFor()
  const { cards } = await readPage(page)
  expect(cards.map(({ value, missing }) => [value, missing])).toEqual(cards.map(() => ['', '']))
  expect(await page.locator('.card-number', { hasText: /\d/ }).count()).toBe(0)
  await close()
})

test('the engine that comes at the second try takes over', async () => {
  let there = false
  const { page, open, close } = await visit(browser, {
    prepare: (context) => context.route('**/*.wasm', (route) => (there ? route.continue() : route.fulfill({ status: 404, body: '404' })))
  })
  await open('ladder.html')
  await page.locator('.engine-note--failed').waitFor()
  there = true
  await page.getByRole('button', { name: '重试' }).click()
  await engineAnswered(page)
  expect(await page.locator('.engine-note--failed').count()).toBe(0)
  await close()
})

test('without facts the engine cannot answer: the page says which file, and its numbers stay', async () => {
  const { page, open, close } = await visit(browser, { known: false, prepare: answerWith('**/stages.parquet', 404) })
  await open('ladder.html')
  const before = await readPage(page)
  await page.locator('.engine-note--failed').waitFor({ timeout: 45_000 })
  expect(await page.locator('.engine-note--failed').textContent()).toContain('stages.parquet')
  expect(await readPage(page)).toEqual(before)
  await close()
})

test.each([['manifest.json', '**/manifest.json'], ['index.json', '**/extracts/index.json']])('without %s the page keeps its numbers, says what is limited, and takes over once it is there', async (file, path) => {
  let there = false
  const { page, open, close, troubles } = await visit(browser, { prepare: (context) => context.route(path, (route) => (there ? route.continue() : route.fulfill({ status: 404, body: '404' }))) })
  await open('index.html', '.takeover-note')
  const note = page.locator('.takeover-note')
  expect(await note.textContent()).toContain('筛选和更新暂不可用')
  expect(await note.textContent()).toContain(file)
  expect(await page.locator('#app[data-baked] .card').count()).toBeGreaterThan(5)
  expect(await page.locator('.filterbar[inert]').count()).toBe(1)
  expect(await page.locator('#app .chart-host:visible svg').count()).toBe(await page.locator('#app .chart-host:visible').count())
  there = true
  await page.getByRole('button', { name: '重试' }).click()
  await page.locator('#app:not([data-baked]) .card').first().waitFor()
  expect(await page.locator('.takeover-note').count()).toBe(0)
  expect(troubles.filter((trouble) => !/404/.test(trouble))).toEqual([])
  await close()
})

test('what an address chooses and cannot be had is said, never shown as if it were applied', async () => {
  const { page, open, close } = await visit(browser, { prepare: answerWith('**/manifest.json', 404) })
  await open('disputes.html?period=2022', '.takeover-note')
  expect(await page.locator('.takeover-note').textContent()).toContain('地址里所选的条件没有应用')
  await open('disputes.html?lang=en', '.takeover-note')
  expect(await page.locator('.takeover-note').textContent()).toContain('Filters and updates are not available yet')
  expect(await page.locator('.takeover-note').textContent()).not.toContain('What the address chooses')
  await close()
})

test('without its answers a page is computed before it is taken over', async () => {
  const { page, open, close } = await visit(browser, { known: false, prepare: answerWith('**/answers/ladder.json', 404) })
  await open('ladder.html', '.takeover-note')
  expect(await page.locator('#app[data-baked] .card').count()).toBeGreaterThan(0)
  await page.locator('#app:not([data-baked])').waitFor({ timeout: 55_000 })
  await engineAnswered(page)
  expect(await page.locator('.takeover-note').count()).toBe(0)
  const { cards } = await readPage(page)
  expect(cards.every(({ value, missing }) => value !== '' || missing !== '')).toBe(true)
  await close()
})

test('where the program does not come the baked page stays and says so', async () => {
  const { page, open, close } = await visit(browser, { prepare: answerWith('**/assets/browser-*.js', 404) })
  await open('ladder.html', '.takeover-note')
  expect(await page.locator('.takeover-note').textContent()).toContain('页面程序没有完整读入')
  expect(await page.locator('#app[data-baked] .card').count()).toBeGreaterThan(0)
  await close()
})

test('an answer that cannot be drawn fails in its own panel and leaves the rest alive', async () => {
  /** What a build that is wrong itself would have published, with the hash it would have. */
  const spoilt = async (response: APIResponse): Promise<string> => {
    const file = await response.json() as { answers: Record<string, { kind: string; cells?: unknown[] }> }
    for (const [key, answer] of Object.entries(file.answers)) if (key.includes('"by":["union"]') && key.includes('disputes.within_15d')) answer.cells = [null]
    return JSON.stringify(file)
  }
  const spoilUnions = async (context: BrowserContext) => {
    await context.route('**/answers/ladder.json', async (route) => route.fulfill({ contentType: 'application/json', body: await spoilt(await route.fetch()) }))
    await context.route('**/manifest.json', async (route) => {
      const { results: _results, ...manifest } = await (await route.fetch()).json() as { results?: unknown; answers: { ladder: { file: string; sha256: string } } }
      const { ladder } = manifest.answers
      const body = await spoilt(await route.fetch({ url: new URL(ladder.file, route.request().url()).href }))
      ladder.sha256 = createHash('sha256').update(body).digest('hex')
      await route.fulfill({ json: manifest })
    })
  }
  const { page, open, close, release } = await visit(browser, { engine: 'held', prepare: spoilUnions })
  await open('ladder.html', '.panels > .error-note')
  await page.locator('[data-panel="ladder"] .chart-host:visible svg').waitFor()
  expect(await page.locator('.error-note').count()).toBe(1)
  expect(await page.locator('.error-note').textContent()).toContain('这幅图未能显示')
  const alive = ladderPage.panels.filter(({ id }) => id !== 'within15_funnel')
  const { cards, tables } = await readPage(page)
  expect(cards.every(({ value, missing }) => value !== '' || missing !== '')).toBe(true)
  expect(alive.filter(({ id, chart }) => chart !== 'list' && tables[id]?.length === 0)).toEqual([])
  expect(await page.locator('.chart-host:visible svg').count()).toBe(alive.filter(isDrawn).length)
  // The engine's answer is whole again, and heals the panel.
  await release()
  await engineAnswered(page)
  await page.locator('[data-panel="within15_funnel"] .chart-host:visible svg').waitFor()
  expect(await page.locator('.error-note').count()).toBe(0)
  await close()
})

/** How many files the facts of the extract lie in. */
const factFiles = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const read = async <T>(path: string) => (await fetch(path)).json() as Promise<T>
    const { extracts: [first] } = await read<{ extracts: { id: string }[] }>('extracts/index.json')
    const { facts } = await read<{ facts: Record<string, { file: string }> }>(`extracts/${first?.id}/manifest.json`)
    return new Set(Object.values(facts).map(({ file }) => file)).size
  })

test('once everything stands, pages never opened before open without the network', async () => {
  const { page, open, close, troubles, requests } = await visit(browser)
  await open('index.html')
  await engineStands(page)
  const files = await factFiles(page)
  const fetched = () => new Set(requests.filter((request) => request.url().endsWith('.parquet')).map((request) => request.url())).size
  await expect.poll(fetched, { timeout: 45_000 }).toBe(files)
  await page.waitForLoadState('networkidle')
  await page.context().setOffline(true)
  await goTo(page, 'data')
  await page.locator('[aria-busy="false"].data-part').waitFor()
  for (const id of ['evaluation', 'turnover'] as const) {
    await goTo(page, id)
    await page.locator(`.app[data-page="${id}"]`).waitFor()
    await engineAnswered(page)
    expect((await readPage(page)).cards.filter(({ value, missing }) => value === '' && missing === '')).toEqual([])
    expect(await page.locator('.chart-host:visible svg').count()).toBe(await page.locator('.chart-host:visible').count())
    if (id === 'evaluation') await page.locator('.weights').waitFor()
  }
  expect(await page.locator('.error-note').count()).toBe(0)
  expect(troubles).toEqual([])
  await close()
})
