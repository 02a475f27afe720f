import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '../../../src/domain/answer'
import { dashboards } from '../../../src/domain/dashboards'
import type { Panel } from '../../../src/domain/dashboards/dashboard'
import { defaultPeriod, mergeFilters, questionsOf } from '../../../src/domain/dashboards/questions'
import { mayShow } from '../../../src/domain/navigation'
import { questionKey } from '../../../src/domain/question'
import { extractedFrom, type Extracted } from '../../support/extracted'
import { ledgerAsOf, miniLedger } from '../../support/mini-ledger'

let extract: Extracted

beforeAll(async () => {
  extract = await extractedFrom({ folder: await miniLedger(4, 120), asOf: ledgerAsOf, maxRejected: 1, bake: true })
})

describe.each(dashboards.map((d) => [d.id, d] as const))('the page %s', (id, dashboard) => {
  test('asks nothing that its metrics cannot answer', async () => {
    const slotted = questionsOf(dashboard, { period: null, where: [], compare: 'yoy' }, extract.manifest)
    const answers = await extract.answer(slotted.map(({ question }) => question))
    const reasons = answers.flatMap((a) => (a.kind === 'measure' ? a.cells.map((c) => c.missing) : [a.missing]))
    expect(reasons.length).toBeGreaterThan(slotted.length - 1)
    expect(reasons.filter((r) => r === 'not_split' || r === 'beyond_calendar')).toEqual([])
  })

  test('has every default answer baked, as its own questions answer it, where it may be shown', async () => {
    if (!mayShow(id, extract.manifest)) return expect(extract.manifest.answers[id]).toBeUndefined()
    const file = JSON.parse(await readFile(join(extract.folder, 'answers', `${id}.json`), 'utf8')) as { extract: string; answers: Record<string, Answer> }
    expect(file.extract).toBe(extract.manifest.content)
    const slotted = questionsOf(dashboard, { period: null, where: [], compare: 'yoy' }, extract.manifest)
    const answers = await extract.answer(slotted.map(({ question }) => question))
    slotted.forEach(({ slot, question }, i) => expect(file.answers[questionKey(question)], slot).toEqual(answers[i]))
  })

  test('carries the filter of the page into every question', () => {
    const where = [{ dimension: 'area', members: ['310106099001'] }]
    for (const { question } of questionsOf(dashboard, { period: null, where, compare: 'none' }, extract.manifest))
      expect(question.where.find((f) => f.dimension === 'area')?.members).toEqual(['310106099001'])
  })
})

test('panels of one title show the same: what differs in numbers or years is named differently', () => {
  const panels = dashboards.flatMap((dashboard) => dashboard.panels)
  const shown = (panel: Panel) => [panel.chart, panel.window, 'metrics' in panel ? panel.metrics : 'metric' in panel ? panel.metric : null]
  for (const language of ['zh', 'en'] as const) {
    const byTitle = new Map<string, Panel>()
    for (const panel of panels) {
      const before = byTitle.get(panel.title[language])
      if (before) expect.soft(shown(panel), panel.title[language]).toEqual(shown(before))
      byTitle.set(panel.title[language], panel)
    }
  }
})

test('the year of the as-of date is the default', () => {
  expect(defaultPeriod({ asOf: '2025-06-18' })).toEqual({ from: 24300, to: 24311 })
})

test('filters of a panel and of the page both hold', () => {
  const own = [{ dimension: 'stage', members: ['tier2', 'tier3'] }]
  expect(mergeFilters(own, [{ dimension: 'stage', members: ['tier3', 'arbitration'] }])).toEqual([{ dimension: 'stage', members: ['tier3'] }])
  expect(mergeFilters(own, [{ dimension: 'area', members: [null] }])).toEqual([...own, { dimension: 'area', members: [null] }])
  expect(mergeFilters(own, [{ dimension: 'stage', members: ['tier1'] }])).toEqual([{ dimension: 'stage', members: [] }])
})
