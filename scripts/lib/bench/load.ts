import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Manifest } from '../../../src/domain/manifest'
import { changesFor } from './changes'
import { refresh, watchWorkers } from './in-page'
import { watchLoad, type LoadMarks } from './watch-load'

/** A line to the page; null is as fast as the machine is. */
export interface Line {
  readonly megabits: number
  /** There and back, in milliseconds. */
  readonly latency: number
}

export interface Loaded {
  readonly marks: LoadMarks
  /** Until the numbers stood, until filters were answered, until the engine stood. */
  readonly bytes: { readonly numbers: number; readonly knows: number; readonly engine: number | null }
  readonly requests: number
  /** From a choice made as soon as filters are answered until every panel is painted. */
  readonly firstFilter: number
  /** Until the numbers stood when the page was loaded once more. */
  readonly warm: number
}

const viewport = { width: 1440, height: 900 }

/** A browser without a past. */
export const newTab = async (browser: Browser, line: Line | null): Promise<{ context: BrowserContext; tab: Page }> => {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce', locale: 'zh-CN' })
  const tab = await context.newPage()
  // The runner names functions through this helper, which the page lacks.
  await tab.addInitScript('globalThis.__name = (named) => named')
  await tab.addInitScript(watchLoad)
  await tab.addInitScript(watchWorkers)
  if (line) {
    const session = await context.newCDPSession(tab)
    const bytesPerSecond = (line.megabits * 1_000_000) / 8
    await session.send('Network.emulateNetworkConditions', { offline: false, latency: line.latency, downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond })
  }
  return { context, tab }
}

const patience = { timeout: 120_000 }
const marksOf = (tab: Page): Promise<LoadMarks> => tab.evaluate(() => globalThis.loadMarks)
export const untilMark = (tab: Page, mark: 'numbers' | 'knows' | 'engine') => tab.waitForFunction((name) => globalThis.loadMarks[name] !== null, mark, patience)

/** What came over the line so far, the workers' files among it. */
const watchBytes = (context: BrowserContext): (() => Promise<number>) => {
  const sizes: Promise<number>[] = []
  context.on('requestfinished', (request) => {
    sizes.push(request.sizes().then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize, () => 0))
  })
  return async () => (await Promise.all(sizes)).reduce((sum, one) => sum + one, 0)
}

/** Bytes on the line by the time of some mark: the document's, and those of what the page itself asked for. */
const bytesBy = (tab: Page, time: number): Promise<number> => tab.evaluate((end) => {
  const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')] as PerformanceResourceTiming[]
  return entries.filter(({ responseEnd }) => responseEnd > 0 && responseEnd <= end).reduce((sum, { transferSize }) => sum + transferSize, 0)
}, time)

/** How long the numbers take without any script, cold and loaded again. */
export const loadFloor = async (browser: Browser, url: string, line: Line | null): Promise<{ numbers: number; warm: number; bytes: number }> => {
  const { context, tab } = await newTab(browser, line)
  try {
    await tab.goto(url)
    await untilMark(tab, 'numbers')
    const numbers = (await marksOf(tab)).numbers ?? NaN
    const bytes = await bytesBy(tab, Infinity)
    await tab.reload()
    await untilMark(tab, 'numbers')
    return { numbers, bytes, warm: (await marksOf(tab)).numbers ?? NaN }
  } finally {
    await context.close()
  }
}

declare global {
  var bareEngine: number | undefined
}

/** How long the engine takes on a page that does nothing else. */
export const engineFloor = async (browser: Browser, url: string, line: Line | null): Promise<number> => {
  const { context, tab } = await newTab(browser, line)
  try {
    await tab.goto(new URL('bare-engine.html', url).href)
    await tab.waitForFunction(() => globalThis.bareEngine !== undefined, null, patience)
    return await tab.evaluate(() => globalThis.bareEngine ?? NaN)
  } finally {
    await context.close()
  }
}

/** One visit; `engine`: until the engine stands, too. */
export const loadProduct = async (browser: Browser, url: string, { line, manifest, engine }: { line: Line | null; manifest: Manifest; engine: boolean }): Promise<Loaded> => {
  const { context, tab } = await newTab(browser, line)
  const bytesSoFar = watchBytes(context)
  try {
    await tab.goto(url)
    await untilMark(tab, 'knows')
    const { drawn } = await tab.evaluate(refresh, changesFor(manifest)[0] ?? {})
    if (engine) await untilMark(tab, 'engine')
    const allBytes = await bytesSoFar()
    const marks = await marksOf(tab)
    const bytes = { numbers: await bytesBy(tab, marks.numbers ?? 0), knows: await bytesBy(tab, marks.knows ?? 0), engine: engine ? allBytes : null }
    const requests = await tab.evaluate((end) => performance.getEntriesByType('resource').filter((entry) => (entry as PerformanceResourceTiming).responseEnd <= end).length + 1, marks.numbers ?? 0)
    await tab.reload()
    await untilMark(tab, 'numbers')
    return { marks, bytes, requests, firstFilter: drawn, warm: (await marksOf(tab)).numbers ?? NaN }
  } finally {
    await context.close()
  }
}
