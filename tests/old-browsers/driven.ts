import type { Page } from 'playwright-core'

/*
 * What drives the browsers asks each element whether it is visible in a way that Chromium before 105 does not know. These
 * ask the page itself.
 */
const patience = { timeout: 55_000 }

/** Waits until an element stands in the page. */
export const there = async (page: Page, selector: string): Promise<void> => {
  await page.waitForFunction((wanted) => document.querySelector(wanted) !== null, selector, patience)
}

/** Every number of the page was computed or known, and all of the page shows it. */
export const answered = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => document.querySelector('.app[data-origin="engine"]') !== null && document.querySelector('#main[aria-busy="false"]') !== null, undefined, patience)
}

/** Clicks the drawing where a label of it stands. */
export const clickDrawn = async (page: Page, panel: string, label: string): Promise<void> => {
  const { x, y } = await page.evaluate(({ panel, beginning }) => {
    const hosts = [...document.querySelectorAll(`[data-panel="${panel}"] .chart-host`)].filter((host) => getComputedStyle(host).display !== 'none')
    const text = hosts.flatMap((host) => [...host.querySelectorAll('svg text')]).find((one) => one.textContent?.includes(beginning))
    if (!text) throw new Error(`${panel} draws no ${beginning}`)
    text.scrollIntoView({ block: 'center' })
    const { left, top, width, height } = text.getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2 }
  }, { panel, beginning: label.slice(0, 4) })
  await page.mouse.click(x, y)
}
