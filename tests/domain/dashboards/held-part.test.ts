import { beforeAll, expect, test } from 'vitest'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dashboards } from '../../../src/domain/dashboards'
import { heldPart } from '../../../src/domain/dashboards/held-part'
import { questionsOf } from '../../../src/domain/dashboards/questions'
import type { Answer } from '../../../src/domain/answer'
import type { Manifest } from '../../../src/domain/manifest'
import { groupsFor, mayShow } from '../../../src/domain/navigation'
import { openExtract, type OpenExtract } from '../../../scripts/lib/ask/open-extract'
import { answerNatively } from '../../../scripts/lib/bake/native'
import { extractPublic } from '../../../scripts/lib/extract-public'
import { ledgerAsOf, miniLedger } from '../../support/mini-ledger'

let manifest: Manifest
let opened: OpenExtract

beforeAll(async () => {
  const room = mkdtempSync(join(tmpdir(), 'xieshang-held-'))
  const made = await extractPublic({ folder: await miniLedger(7, 160), out: join(room, 'out'), ledger: join(room, 'ledger.json'), reports: join(room, 'reports'), asOf: ledgerAsOf, maxRejected: 1, bake: false })
  manifest = made.manifest
  opened = await openExtract(made.folder)
}, 120_000)

/** Whether an answer has enough to say: of lines set beside each other all of them, of a table half of its metrics, else any; a curve by days says nothing of days told in bands. */
const says = (answer: Answer, chart: string | undefined): boolean => {
  if (answer.kind === 'distribution' && chart === 'survival') return answer.missing !== 'not_in_extract' && !answer.bands
  if (answer.kind !== 'measure') return answer.missing !== 'not_in_extract'
  const silent = new Map<string, boolean>()
  for (const { metric, missing } of answer.cells) silent.set(metric, (silent.get(metric) ?? true) && missing === 'not_in_extract')
  const heard = [...silent.values()].filter((one) => !one).length
  return chart === 'trend' ? heard === silent.size : chart === 'table' ? heard * 2 >= silent.size : heard > 0
}

test('a public page asks nothing that its extract never answers, and drops nothing that it does', async () => {
  const view = { period: null, where: [], compare: 'none' } as const
  let [kept, dropped] = [0, 0]
  for (const dashboard of dashboards.filter(({ id }) => mayShow(id, manifest))) {
    const shown = heldPart(dashboard, manifest)
    const slots = new Set(questionsOf(shown, view, manifest).map(({ slot }) => slot))
    for (const { slot, question } of questionsOf(dashboard, view, manifest).filter((one) => /^(card|panel):/.test(one.slot))) {
      const [answer] = await answerNatively(opened.connection, [question], manifest)
      if (!answer) throw new Error('There is no answer')
      const chart = dashboard.panels.find(({ id }) => slot === `panel:${id}`)?.chart
      expect([dashboard.id, slot, slots.has(slot)]).toEqual([dashboard.id, slot, says(answer, chart)])
      if (slots.has(slot)) kept += 1
      else dropped += 1
    }
  }
  expect(kept).toBeGreaterThan(20)
  expect(dropped).toBeGreaterThan(20)
})

test('no verdict is announced that could not be reached', () => {
  const judged = dashboards.filter(({ rule }) => rule !== undefined)
  expect(judged.length).toBeGreaterThan(0)
  for (const dashboard of judged) {
    const { rule } = heldPart(dashboard, manifest)
    const known = rule?.conditions.filter(({ test: { kind } }) => kind !== 'misses_target').length ?? 0
    expect([dashboard.id, rule === undefined || known >= rule.leastKnown * rule.conditions.length]).toEqual([dashboard.id, true])
  }
})

test('no row of a table is empty for not being told', () => {
  const tables = dashboards.flatMap((dashboard) => heldPart(dashboard, manifest).panels).filter(({ chart }) => chart === 'table')
  expect(tables.length).toBeGreaterThan(1)
  expect(JSON.stringify(tables)).not.toContain('disputes.amount_agreed')
})

test('the navigation leads the public to no page without numbers', () => {
  const pages = groupsFor(manifest).flatMap(({ pages: some }) => some)
  expect(pages).toEqual(expect.arrayContaining(['overview', 'disputes', 'ladder', 'congress', 'tickets', 'citizen']))
  for (const page of ['turnover', 'evaluation', 'data']) expect(pages).not.toContain(page)
})

test('an internal page is shown whole', () => {
  for (const dashboard of dashboards) expect(heldPart(dashboard, { ...manifest, profile: 'internal' })).toBe(dashboard)
})
