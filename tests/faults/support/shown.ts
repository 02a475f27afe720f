import type { Page } from 'playwright-core'
import { engineAnswered } from '../../browser/support/visit'

/** What stands on the cards that are not marked as old, `metric value numerator denominator`, and the period chosen meanwhile. */
export interface Shown {
  readonly period: string
  readonly cards: readonly string[]
}

interface Watched {
  shown: Shown[]
}

/** Notes frame by frame what the page claims, until it is told to stop. */
export const watchCards = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const watched: Watched = { shown: [] }
    const look = () => {
      const cards = [...document.querySelectorAll('.card:not(.stale)')].map((card) => ['metric', 'value', 'numerator', 'denominator'].map((name) => card.getAttribute(`data-${name}`) ?? '').join(' '))
      const period = document.querySelector<HTMLSelectElement>('.filterbar select')?.value ?? ''
      const last = watched.shown.at(-1)
      if (last?.period !== period || last.cards.join() !== cards.join()) watched.shown.push({ period, cards })
      requestAnimationFrame(look)
    }
    Object.assign(globalThis, { watched })
    requestAnimationFrame(look)
  })

/** Everything noted since the last time. */
export const takeShown = (page: Page): Promise<readonly Shown[]> =>
  page.evaluate(() => {
    const { watched } = globalThis as unknown as { watched: Watched }
    return watched.shown.splice(0)
  })

/** Ends the engine's worker as the system would that runs out of memory. */
const killEngine = (page: Page): Promise<unknown> =>
  Promise.all(page.workers().filter((worker) => worker.url().includes('duckdb')).map((worker) => worker.evaluate(() => { globalThis.close() }).catch(() => undefined)))

/** Waits until the engine is, or is no longer, ready to be asked. */
const untilReady = (page: Page, ready: boolean) => page.locator(`.app${ready ? '' : ':not('}[data-engine="ready"]${ready ? '' : ')'}`).waitFor({ timeout: 60_000 })

/** Kills the engine and waits until its death is known, a new one stands, and every number is from an engine; the milliseconds it took. */
export const killAndRecover = async (page: Page): Promise<number> => {
  const start = performance.now()
  await killEngine(page)
  await untilReady(page, false)
  await untilReady(page, true)
  await engineAnswered(page)
  return performance.now() - start
}
