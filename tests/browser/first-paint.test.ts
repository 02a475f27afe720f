import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isDrawn } from '../../src/charts/index'
import { dashboardOf } from '../../src/domain/dashboards/index'
import type { Dashboard } from '../../src/domain/dashboards/dashboard'
import type { PageId } from '../../src/domain/pages'
import { questionKey } from '../../src/domain/question'
import type { AnswersFile } from '../../src/engine/extract-files'
import { built } from './support/built'
import { launch } from './support/chromium'
import { openShown } from './support/expected'
import { goTo } from './support/go-to'
import { differences, readAnswers } from './support/read-answers'
import { expectSame, readPage, type PageRead } from './support/read-page'
import { addressOf, askingPages, engineAnswered, visit, type Visit } from './support/visit'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const pageOf = (id: PageId): Dashboard => {
  const dashboard = dashboardOf(id)
  if (!dashboard) throw new Error(`${id} is no dashboard`)
  return dashboard
}

/** What each page showed before any engine was there. */
const painted = new Map<PageId, PageRead>()

describe('without the engine', () => {
  let visitor: Visit
  beforeAll(async () => {
    visitor = await visit(browser, { engine: 'held' })
  })
  afterAll(() => visitor.close())

  test.each(askingPages)('%s is painted whole from baked answers', async (id) => {
    const { page, open, troubles } = visitor
    const dashboard = pageOf(id)
    await open(addressOf(id))
    expect(await page.locator('.app').getAttribute('data-origin')).toBe('baked')
    const baked = await readPage(page)
    painted.set(id, baked)
    expect(baked.cards.map(({ metric }, i) => [dashboard.cards[i]?.metric, dashboard.cards[i]?.otherwise].includes(metric))).toEqual(dashboard.cards.map(() => true))
    // Exactly one of value and reason, on every card.
    expect(baked.cards.filter(({ value, missing }) => (value === '') === (missing === ''))).toEqual([])
    expect(Object.keys(baked.tables)).toEqual(dashboard.panels.map((panel) => panel.id))
    for (const panel of dashboard.panels) {
      const place = page.locator(`[data-panel="${panel.id}"]`)
      expect(await place.locator('table thead th').count(), panel.id).toBeGreaterThan(1)
      // A list for action may be empty, and says so.
      expect(await place.locator(panel.chart === 'list' ? 'table tbody tr, .nothing' : 'table tbody tr').count(), panel.id).toBeGreaterThan(0)
      if (panel.chart !== 'own') expect(await place.locator('.chart-host:visible svg').count(), panel.id).toBe(isDrawn(panel) ? 1 : 0)
    }
    expect(troubles).toEqual([])
  })
})

describe('with the engine', () => {
  let visitor: Visit
  let fileOf: (id: PageId) => string
  beforeAll(async () => {
    const { manifest, close } = await openShown()
    fileOf = (id) => join(built, 'extracts', manifest.id, manifest.answers[id]?.file ?? '')
    close()
    visitor = await visit(browser)
    await visitor.open(addressOf('overview'))
  })
  afterAll(() => visitor.close())

  test.each(askingPages)('%s shows the same, and every answer behind it is the baked one', async (id) => {
    const { page, troubles } = visitor
    await goTo(page, id)
    await page.locator(`.app[data-page="${id}"]`).waitFor()
    await engineAnswered(page)
    expectSame(await readPage(page), painted.get(id) ?? { cards: [], tables: {} })
    const { answers } = JSON.parse(readFileSync(fileOf(id), 'utf8')) as AnswersFile
    const known = await readAnswers(page)
    expect(new Set(known.map(({ question }) => questionKey(question)))).toEqual(new Set(Object.keys(answers)))
    for (const { slot, origin, question, answer } of known) {
      expect(origin, slot).toBe('engine')
      expect(differences(answer, answers[questionKey(question)]), slot).toEqual([])
    }
    expect(troubles).toEqual([])
  })
})
