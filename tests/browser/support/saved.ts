import { expect } from 'vitest'
import type { Page } from 'playwright-core'

/** Paths of what the browser has saved of a site, whatever of it. */
export const keptFiles = (page: Page): Promise<string[]> => page.evaluate(async () => {
  const names = (await caches.keys()).filter((name) => name.endsWith(' files'))
  const requests = (await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))).flat()
  return requests.map(({ url }) => decodeURIComponent(new URL(url).pathname.slice(1)))
})

const newestIsShown = (page: Page): Promise<boolean> => page.evaluate(async () => {
  const own = document.querySelector<HTMLMetaElement>('meta[name="publication"]')?.content
  const [name] = (await caches.keys()).filter((one) => one.endsWith(' publications'))
  if (name === undefined) return false
  const cache = await caches.open(name)
  const [key] = await cache.keys()
  const kept = key && await (await cache.match(key))?.json() as { id: string }[] | undefined
  return kept?.[0]?.id === own
})

/** The publication of the open page is saved as a whole. */
export const whenSaved = (page: Page): Promise<unknown> => expect.poll(() => newestIsShown(page), { timeout: 60_000, interval: 300 }).toBe(true)
