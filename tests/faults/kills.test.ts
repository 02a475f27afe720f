import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from '../browser/support/chromium'
import { engineAnswered, visit } from '../browser/support/visit'
import { killAndRecover, takeShown, watchCards } from './support/shown'

/** How often the engine is killed; KILLS=200 is the long run. */
const kills = Number(process.env['KILLS'] ?? (process.env['FAULTS'] === 'all' ? 20 : 2))
const periods = ['2025', '2024', '2023'] as const
/** An engine that lived so long is taken for sound, so that the next death is a first one. */
const sound = 2_200

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const choose = (page: Page, period: string) => page.locator('.filterbar select').first().selectOption(period)

/** Numbers between 0 and 1, the same in every run. */
const drawn = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return seed / 2 ** 32
}

const spread = (times: readonly number[]): string => {
  const sorted = [...times].sort((a, b) => a - b)
  return [0.5, 0.95, 1].map((share) => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? NaN)).join(' / ')
}

test(`the engine is killed ${kills} times under clicks, and no number of another choice is ever shown`, async () => {
  const { page, open, close } = await visit(browser, { known: false })
  try {
    await open('ladder.html')
    await engineAnswered(page)
    await watchCards(page)
    const right = new Map<string, string>()
    for (const period of periods) {
      await choose(page, period)
      await engineAnswered(page)
      const [last] = (await takeShown(page)).slice(-1)
      right.set(period, last?.cards.join('\n') ?? '')
    }
    expect(new Set(right.values()).size).toBe(periods.length)
    const [random, times, wrong]: [() => number, number[], string[]] = [drawn(7), [], []]
    for (let i = 0; i < kills; i += 1) {
      await page.waitForTimeout(sound)
      const period = periods[i % periods.length] ?? ''
      await choose(page, period)
      await page.waitForTimeout(random() * 400)
      times.push(await killAndRecover(page))
      for (const shown of await takeShown(page)) {
        const known = right.get(shown.period)?.split('\n') ?? []
        wrong.push(...shown.cards.filter((card) => !known.includes(card)).map((card) => `${shown.period}: ${card}`))
      }
    }
    expect(wrong).toEqual([])
    process.stdout.write(`${kills} kills, milliseconds to recover, half / 95 of 100 / all within: ${spread(times)}; within 3 s: ${times.filter((time) => time <= 3_000).length}\n`)
  } finally {
    await close()
  }
}, 120_000 + kills * 60_000)
