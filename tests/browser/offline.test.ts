import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { asOfState } from './support/own-site'
import { withOwnSite } from './support/own-site-tests'
import { plainHost } from './support/plain-host'
import { readPage } from './support/read-page'
import { keptFiles, whenSaved } from './support/saved'
import { addressOf, askingPages, engineAnswered, visit } from './support/visit'

const own = withOwnSite()

const note = (page: Page) => page.locator('.publication-note--shown')
const footDate = (page: Page) => page.locator('.datafoot-line').textContent()
const cutOff = async (page: Page) => {
  await own.site.cut()
  await page.context().setOffline(true)
}
const backAgain = async (page: Page) => {
  await own.site.back()
  await page.context().setOffline(false)
}

describe('after one visit, with the network off', () => {
  test('every page opens by its address with its numbers, and the engine answers a filter', async () => {
    const { page, open, close, troubles } = await visit(own.browser, { base: own.site.url, saves: true })
    await open('index.html')
    await engineAnswered(page)
    await whenSaved(page)
    const before = await readPage(page)
    expect(troubles).toEqual([])
    await cutOff(page)

    await page.reload()
    await engineAnswered(page)
    expect(await readPage(page)).toEqual(before)
    await note(page).getByText(`网络未连接，显示的是本机保存的数据（截至 ${asOfState('first')}）。`).waitFor()

    for (const id of askingPages) {
      await open(addressOf(id))
      await engineAnswered(page)
    }
    await open('ladder.html')
    await engineAnswered(page)
    const all = await readPage(page)
    await page.locator('.filterbar select').first().selectOption('2024')
    await engineAnswered(page)
    expect(await readPage(page)).not.toEqual(all)
    await open('ladder.html?period=2024&lang=en')
    await engineAnswered(page)
    await note(page).getByText(`No network: this is the copy saved on this device, as of ${asOfState('first')}.`).waitFor()
    expect(troubles.filter((trouble) => trouble.startsWith('uncaught'))).toEqual([])

    await backAgain(page)
    await note(page).waitFor({ state: 'detached' })
    await close()
  })

  test('on a costly line the pages are saved and the engine is not', async () => {
    const { page, open, close, requests } = await visit(own.browser, {
      base: own.site.url, saves: true,
      prepare: (context) => context.addInitScript(() => { Object.defineProperty(navigator, 'connection', { value: { saveData: true } }) }),
    })
    await open('index.html')
    await whenSaved(page)
    const files = await keptFiles(page)
    expect(files.filter((path) => /\.(wasm|parquet)$/.test(path))).toEqual([])
    expect(requests.filter((request) => /\.(wasm|parquet)$/.test(request.url()))).toEqual([])
    await cutOff(page)
    await open('disputes.html')
    expect((await readPage(page)).cards.length).toBeGreaterThan(3)
    await close()
  })
})

describe('when a newer publication comes', () => {
  test('an open tab keeps its own and says so; a reload shows the new one, and nothing of both', async () => {
    const { page, open, close, troubles } = await visit(own.browser, { base: own.site.url, saves: true })
    await open('ladder.html')
    await engineAnswered(page)
    await whenSaved(page)
    const old = await readPage(page)
    await own.site.publish('second')
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await note(page).getByText(`有新数据（截至 ${asOfState('second')}）。`).waitFor()
    expect(await readPage(page)).toEqual(old)
    const period = page.locator('.filterbar select').first()
    const whole = await period.inputValue()
    // Questions it has not asked yet are of the old one too.
    await period.selectOption('2024')
    await engineAnswered(page)
    expect(await footDate(page)).toContain(asOfState('first'))

    await period.selectOption(whole)
    await engineAnswered(page)
    expect(await readPage(page)).toEqual(old)
    await page.getByRole('button', { name: '点此更新' }).click()
    await page.waitForFunction((date) => document.querySelector('.datafoot-line')?.textContent?.includes(date), asOfState('second'))
    await engineAnswered(page)
    expect(await footDate(page)).toContain(asOfState('second'))
    const fresh = await readPage(page)
    expect(fresh).not.toEqual(old)
    expect(await note(page).count()).toBe(0)
    await whenSaved(page)

    // The old one has given way to it, whole.
    await cutOff(page)
    await page.reload()
    await engineAnswered(page)
    expect(await readPage(page)).toEqual(fresh)
    expect(await footDate(page)).toContain(asOfState('second'))
    expect(troubles.filter((trouble) => trouble.startsWith('uncaught'))).toEqual([])
    await close()
  })

  test('one that does not come whole is not saved at all: offline the old one stands', async () => {
    const { page, open, close } = await visit(own.browser, { base: own.site.url, saves: true })
    await open('ladder.html')
    await engineAnswered(page)
    await whenSaved(page)
    const old = await readPage(page)
    await own.site.publish('second')
    // In the place of one of the new files somebody else answers.
    await page.context().route('**/answers/congress.json', (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<title>登录</title>' }))
    await page.reload()
    await engineAnswered(page)
    const fresh = await readPage(page)
    expect(fresh).not.toEqual(old)
    await page.waitForTimeout(6_000)
    await cutOff(page)
    await page.reload()
    await engineAnswered(page)
    expect(await readPage(page)).toEqual(old)
    expect(await footDate(page)).toContain(asOfState('first'))
    await close()
  })
})

describe('where nothing can be saved it goes on without, and says nothing', () => {
  test('on a plain http host', async () => {
    const host = await plainHost(own.site.folder)
    const { page, open, close, troubles, requests } = await visit(own.browser, { base: 'http://street.example/', proxy: host.url, saves: true })
    await open('ladder.html')
    await engineAnswered(page)
    await page.waitForTimeout(4_000)
    expect(await page.evaluate(() => [isSecureContext, 'serviceWorker' in navigator])).toEqual([false, false])
    expect(requests.filter((request) => request.url().endsWith('/sw.js'))).toEqual([])
    expect(await note(page).count()).toBe(0)
    expect(troubles).toEqual([])
    await own.site.publish('second')
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await note(page).getByText('有新数据').waitFor()
    await close()
    await host.close()
  })

  test.each([
    ['storage is blocked', () => { for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'] as const) Object.defineProperty(globalThis, name, { get: () => { throw new DOMException('blocked', 'SecurityError') } }); if ('serviceWorker' in navigator) ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('blocked', 'SecurityError')) }],
    ['the page stands in a frame', () => { Object.defineProperty(window, 'self', { value: {} }) }],
  ])('%s', async (_how, spoil) => {
    const { page, open, close, troubles, requests } = await visit(own.browser, { base: own.site.url, saves: true, prepare: (context) => context.addInitScript(spoil) })
    await open('ladder.html')
    await engineAnswered(page)
    await page.waitForTimeout(4_000)
    expect(requests.filter((request) => request.url().endsWith('/sw.js'))).toEqual([])
    expect(await note(page).count()).toBe(0)
    expect(troubles).toEqual([])
    await close()
  })

  test('there is no room', async () => {
    const { page, open, close, troubles } = await visit(own.browser, { base: own.site.url, saves: true })
    const line = await page.context().newCDPSession(page)
    await line.send('Storage.overrideQuotaForOrigin', { origin: new URL(own.site.url).origin, quotaSize: 200_000 })
    await open('ladder.html')
    await engineAnswered(page)
    await page.waitForTimeout(8_000)
    expect(await keptFiles(page)).toEqual([])
    expect(await note(page).count()).toBe(0)
    expect(troubles).toEqual([])
    await close()
  })
})

test('the page can be installed: Chromium finds nothing that stands in the way', async () => {
  const { page, open, close, troubles } = await visit(own.browser, { base: own.site.url, saves: true })
  await open('index.html')
  const line = await page.context().newCDPSession(page)
  const { data, errors } = await line.send('Page.getAppManifest')
  expect(errors).toEqual([])
  expect(JSON.parse(data ?? '{}')).toMatchObject({ short_name: '协商', start_url: './', scope: './' })
  const { installabilityErrors } = await line.send('Page.getInstallabilityErrors')
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([])
  expect(troubles).toEqual([])
  await close()
})
