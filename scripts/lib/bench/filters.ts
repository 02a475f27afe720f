import type { Browser, Page } from 'playwright-core'
import type { Manifest } from '../../../src/domain/manifest'
import type { View } from '../../../src/domain/view'
import { changesFor } from './changes'
import { consider, quiet, refresh, type Refresh } from './in-page'
import { newTab, untilMark } from './load'

export interface Filtered {
  readonly page: string
  readonly runs: readonly Refresh[]
  /** Going back to a view that was seen before. */
  readonly again: readonly number[]
}

const pathOf = (page: string): string => (page === 'overview' ? 'index.html' : `${page}.html`)

/** How long a reader points at a choice before they make it, in milliseconds. */
const pointing = 500

/** Changes that a reader makes on a page once the engine stands; `considered`: having pointed at each before. */
export const filterPage = async (browser: Browser, url: string, page: string, manifest: Manifest, considered: boolean): Promise<Filtered> => {
  const { context, tab } = await newTab(browser, null)
  try {
    await tab.goto(new URL(pathOf(page), url).href)
    await untilMark(tab, 'engine')
    await tab.evaluate(quiet)
    const [runs, again]: [Refresh[], number[]] = [[], []]
    const changes = changesFor(manifest)
    for (const change of changes) {
      if (considered) {
        await tab.evaluate(consider, change)
        await tab.waitForTimeout(pointing)
      }
      runs.push(await tab.evaluate(refresh, change))
    }
    for (const change of changes.slice(-3, -1)) again.push((await tab.evaluate(refresh, change)).drawn)
    return { page, runs, again }
  } finally {
    await context.close()
  }
}

/** What a page and its workers hold: objects, and array buffers with wasm memory among them, in bytes. */
interface HeapUsage {
  readonly usedSize: number
  readonly backingStorageSize?: number
}

const total = ({ usedSize, backingStorageSize = 0 }: HeapUsage): number => usedSize + backingStorageSize

/** Of the workers of a tab: each counts its own array buffers, wasm memory among them. */
const workersMemory = async (tab: Page): Promise<number> => {
  const session = await tab.context().newCDPSession(tab)
  const waiting = new Map<number, (held: HeapUsage) => void>()
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message) as { id: number; result?: HeapUsage }
    if (result) waiting.get(id)?.(result)
  })
  const sums: Promise<number>[] = []
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type !== 'worker') return
    const id = sums.length + 1
    sums.push(new Promise((resolve) => { waiting.set(id, (held) => resolve(total(held))) }))
    void session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method: 'Runtime.getHeapUsage' }) })
  })
  // Workers that are there already are attached before this resolves.
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false })
  const found = await Promise.all(sums)
  await session.detach()
  return found.reduce((sum, one) => sum + one, 0)
}

/** Memory of a tab and its workers after the page's garbage has been collected. */
const memoryOf = async (tab: Page): Promise<number> => {
  const session = await tab.context().newCDPSession(tab)
  await session.send('HeapProfiler.collectGarbage')
  const own = total((await session.send('Runtime.getHeapUsage')) as HeapUsage)
  await session.detach()
  return own + await workersMemory(tab)
}

export interface Memory {
  /** Once the engine stands. */
  readonly ready: number
  readonly after50: number
  readonly after500: number
}

/** Memory for one page as filters are changed again and again. */
export const memoryUnderFilters = async (browser: Browser, url: string, manifest: Manifest, times = 500): Promise<Memory> => {
  const { context, tab } = await newTab(browser, null)
  try {
    await tab.goto(url)
    await untilMark(tab, 'engine')
    await tab.evaluate(quiet)
    const ready = await memoryOf(tab)
    const changes: Partial<View>[] = changesFor(manifest)
    let after50 = NaN
    for (let i = 0; i < times; i += 1) {
      await tab.evaluate(refresh, changes[i % changes.length] ?? {})
      if (i === 49) after50 = await memoryOf(tab)
    }
    return { ready, after50, after500: await memoryOf(tab) }
  } finally {
    await context.close()
  }
}
