import { inject } from 'vitest'
import type { Browser, BrowserContext, Page, Request, Route } from 'playwright-core'
import { pathOf } from '../../../src/app/paths'
import { dashboardOf } from '../../../src/domain/dashboards/index'
import { pageIds, type PageId } from '../../../src/domain/pages'

export const desktop = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }

export interface VisitOptions {
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly colorScheme?: 'light' | 'dark'
  /** The window is touched, not pointed at. */
  readonly touch?: boolean
  /** Served folder; the built page's where absent. */
  readonly base?: string
  /** Where requests to other hosts go. */
  readonly proxy?: string
  /** Whether the browser has service workers; as a rule none, so that what is spoilt on the way is not had from a saved copy. */
  readonly saves?: boolean
  /** What becomes of the engine's wasm: it comes, never answers until `release`, or is not there. */
  readonly engine?: 'comes' | 'held' | 'missing'
  /** Whether what was baked answers the likely questions; where the engine does not come by itself it does not unless asked for. */
  readonly known?: boolean
  /** Changes made before the first page opens, such as a route that spoils a file. */
  readonly prepare?: (context: BrowserContext) => Promise<unknown>
}

/** One reader with a window of their own, and everything that went wrong while they looked. */
export interface Visit {
  readonly page: Page
  readonly requests: readonly Request[]
  /** Console errors and warnings, uncaught errors, failed requests and answers of 400 and above. */
  readonly troubles: string[]
  /** Opens an address within the served folder and waits until its numbers stand, or until a given element is there. */
  open(path: string, until?: string): Promise<void>
  /** Lets held wasm requests through. */
  release(): Promise<void>
  close(): Promise<void>
}

const watchOver = (context: BrowserContext, requests: Request[], troubles: string[]): void => {
  context.on('request', (request) => requests.push(request))
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    // A page that is left gives up what it was still loading.
    if (reason !== 'net::ERR_ABORTED') troubles.push(`${reason} ${request.url()}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()} ${response.url()}`)
  })
  context.on('weberror', (error) => troubles.push(`uncaught ${error.error().message}`))
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(`${message.type()} ${message.text()}`)
  })
}

/** As an extract that was made without them. */
const withoutResults = (context: BrowserContext): Promise<unknown> =>
  context.route('**/manifest.json', async (route) => {
    const response = await route.fetch().catch(() => null)
    if (!response?.ok()) return route.continue()
    const { results: _results, ...manifest } = await response.json() as { results?: unknown }
    return route.fulfill({ response, json: manifest })
  })

/** The page's numbers stand, each from a source or with the reason why it is missing, its charts are drawn, and what is read aloud says the same. */
const standing = () => {
  if (document.querySelector('#app')?.hasAttribute('data-baked')) return false
  if (document.querySelector('#main')?.getAttribute('aria-busy') !== 'false') return false
  const page = document.querySelector('.app')?.getAttribute('data-page')
  if (page === 'dictionary') return document.querySelectorAll('.entry').length > 0
  // A page that this extract may not show says so.
  if (page === 'citizen') return document.querySelectorAll('.headline p').length > 0
  if (page === 'data' && document.querySelector('main [aria-busy="true"]')) return false
  const cards = [...document.querySelectorAll('.card')]
  const hosts = [...document.querySelectorAll('.chart-host')].filter((host) => getComputedStyle(host).display !== 'none')
  return (cards.length > 0 || page === 'data') && cards.every((card) => card.getAttribute('data-value') !== '' || card.getAttribute('data-missing') !== '') &&
    hosts.length > 0 && hosts.every((host) => host.querySelector('svg'))
}

export const visit = async (browser: Browser, options: VisitOptions = {}): Promise<Visit> => {
  const { viewport = desktop, colorScheme = 'light', touch = false, base = inject('pageUrl'), engine = 'comes', known = engine === 'comes', saves = false, prepare, proxy } = options
  const through = proxy === undefined ? {} : { proxy: { server: proxy, bypass: '127.0.0.1' } }
  const context = await browser.newContext({ viewport, colorScheme, hasTouch: touch, reducedMotion: 'reduce', locale: 'zh-CN', ...through })
  const [requests, troubles, held]: [Request[], string[], Route[]] = [[], [], []]
  let holding = engine === 'held'
  watchOver(context, requests, troubles)
  if (engine === 'held') await context.route('**/*.wasm', (route) => (holding ? void held.push(route) : route.continue()))
  if (engine === 'missing') await context.route('**/*.wasm', (route) => route.fulfill({ status: 404, contentType: 'text/plain', body: '404' }))
  if (!known) await withoutResults(context)
  if (!saves) await context.addInitScript(() => { Reflect.deleteProperty(Navigator.prototype, 'serviceWorker') })
  await prepare?.(context)
  const page = await context.newPage()
  return {
    page, requests, troubles,
    open: async (path, until) => {
      await page.goto(new URL(path, base).href)
      if (until === undefined) await page.waitForFunction(standing)
      else await page.locator(until).first().waitFor()
    },
    release: async () => {
      holding = false
      await Promise.all(held.splice(0).map((route) => route.continue()))
    },
    close: () => context.close(),
  }
}

/** Every number on the page was computed there, and all of the page shows it. */
export const engineAnswered = async (page: Page): Promise<void> => {
  await page.locator('.app[data-origin="engine"]:has(#main[aria-busy="false"])').waitFor({ timeout: 55_000 })
}

/** The engine itself is up, whether or not anything needed it. */
export const engineStands = async (page: Page): Promise<void> => {
  await page.locator('.app[data-engine="ready"]').waitFor({ timeout: 55_000 })
}

/** Pages that ask questions of the extract under test, which is an internal one. */
export const askingPages: readonly PageId[] = pageIds.filter((id) => dashboardOf(id) !== null && dashboardOf(id)?.profile !== 'public')

/** The built address of a page, relative to the served folder. */
export const addressOf = (page: PageId): string => pathOf(page).slice(1)
