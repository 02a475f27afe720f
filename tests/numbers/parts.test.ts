import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Cell, Measured } from '../../src/domain/answer'
import { dimensions } from '../../src/domain/dimensions'
import { membersOf } from '../../src/domain/members'
import { metrics } from '../../src/domain/metrics'
import type { MeasureQuestion } from '../../src/domain/question'
import { extractedFrom, type Extracted } from '../support/extracted'
import { ledgerAsOf, miniLedger } from '../support/mini-ledger'

const period = { from: 24276, to: 24305 }
const whole: MeasureQuestion = { kind: 'measure', metrics: metrics.map((m) => m.id), by: [], where: [], grain: 'all', compare: 'none', period }

const extracts: Extracted[] = []

// Two ledgers of different shape: few cases, and enough that batches meet.
beforeAll(async () => {
  for (const [seed, cases] of [[1, 12], [7, 160]] as const) extracts.push(await extractedFrom({ folder: await miniLedger(seed, cases), asOf: ledgerAsOf, maxRejected: 1 }))
})

const cellsOf = async (extract: Extracted, questions: readonly MeasureQuestion[]): Promise<Cell[][]> =>
  (await extract.answer(questions)).map((answer) => (answer.kind === 'measure' ? [...answer.cells] : []))

/** Metrics whose parts by place and kind add up; the others have nothing to show here. */
const additives = metrics.filter((m) => m.adds.place).map((m) => m.id)

const total = (cells: readonly Cell[], metric: string) => cells.filter((c) => c.metric === metric).reduce((sum, c) => sum + (c.value ?? 0), 0)

const isSplit = (cells: readonly Cell[], metric: string) => cells.some((c) => c.metric === metric && c.value !== null)

/** Carried only by shares, snapshots and scores, or never pooled: no metric has parts along them that add up. */
const unsummed = ['mode', 'panel', 'clause', 'stance_before', 'stance_after', 'span', 'assessor', 'unit_kind', 'indicator']

/** Members of a dimension that is never pooled are not parts of what the whole speaks of. */
const isApart = (all: readonly Cell[], metric: string, dimension: string) => all.some((c) => c.metric === metric && dimension in c.within)

describe('parts sum to the whole', () => {
  test('over the members of every dimension', async () => {
    for (const extract of extracts) {
      const [all = [], ...splits] = await cellsOf(extract, [whole, ...dimensions.map((d) => ({ ...whole, metrics: additives, by: [d.id] }))])
      const seen = new Set<string>()
      for (const id of additives)
        splits.forEach((cells, i) => {
          const parts = cells.filter((c) => c.metric === id)
          if (!isSplit(parts, id) || isApart(all, id, dimensions[i]?.id ?? '')) return
          seen.add(dimensions[i]?.id ?? '')
          expect(total(parts, id), `${id} by ${dimensions[i]?.id}`).toBeCloseTo(total(all, id), 6)
        })
      expect(dimensions.map((d) => d.id).filter((id) => !seen.has(id))).toEqual(unsummed)
    }
  })

  test('over the months, quarters and years of a period', async () => {
    for (const extract of extracts) {
      const [all = [], ...grained] = await cellsOf(extract, [whole, ...(['month', 'quarter', 'year'] as const).map((grain) => ({ ...whole, grain }))])
      for (const { id } of metrics.filter((m) => m.adds.time)) for (const cells of grained) expect(total(cells, id), id).toBeCloseTo(total(all, id), 6)
    }
  })

  test('the rung balances: settled + escalated − breached + waiting + otherwise = entered', async () => {
    for (const extract of extracts) {
      const [cells = []] = await cellsOf(extract, [{ ...whole, by: ['stage'], grain: 'quarter' }])
      const value = (metric: string, like: Cell) => cells.find((c) => c.metric === `ladder.${metric}` && c.period === like.period && c.members.stage === like.members.stage)?.value ?? Number.NaN
      const entered = cells.filter((c) => c.metric === 'ladder.entered' && c.value !== null)
      expect(entered.length).toBeGreaterThan(20)
      for (const cell of entered) {
        const ways = value('settled', cell) + value('escalated', cell) - value('breached', cell) + value('waiting', cell) + value('ended_otherwise', cell)
        expect(ways).toBe(cell.value)
      }
    }
  })
})

const question = fc.record({
  ledger: fc.integer({ min: 0, max: 1 }),
  split: fc.constantFrom('area', 'union', 'industry_group', 'size', 'cause', 'cause_area', 'collective', 'channel', 'outcome', 'final_stage'),
  filtered: fc.constantFrom('area', 'industry', 'cause_class', 'channel', 'collective'),
  member: fc.integer({ min: 0, max: 4 }),
  from: fc.integer({ min: 24270, max: 24307 }),
  length: fc.integer({ min: 0, max: 30 }),
  grain: fc.constantFrom('month' as const, 'quarter' as const, 'year' as const),
})

const additive = metrics.filter((m) => m.adds.place && m.id.startsWith('disputes.')).map((m) => m.id)

test('under any filter, over any months, at any grain', async () => {
  await fc.assert(
    fc.asyncProperty(question, async ({ ledger, split, filtered, member, from, length, grain }) => {
      const extract = extracts[ledger]
      if (!extract) throw new Error('No such ledger')
      const listed = membersOf(extract.manifest, filtered)
      const chosen = listed[member % (listed.length + 1)]?.id ?? null
      const asked: MeasureQuestion = { ...whole, metrics: additive, where: [{ dimension: filtered, members: [chosen] }], period: { from, to: from + length }, grain }
      const [plain = [], parts = []] = await cellsOf(extract, [asked, { ...asked, by: [split] }])
      for (const cell of plain.filter((c) => c.value !== null)) {
        const own = parts.filter((c) => c.metric === cell.metric && c.period === cell.period)
        if (own.every((c) => c.missing === 'not_split' || c.missing === 'not_recorded')) continue
        expect(own.reduce((sum, c) => sum + (c.value ?? 0), 0), `${cell.metric} ${cell.period} by ${split}`).toBeCloseTo(cell.value ?? Number.NaN, 6)
      }
    }),
    { numRuns: 40 },
  )
})

test('every answer is a number or a reason, and lies within its interval', async () => {
  const sound = (m: Measured): boolean =>
    (m.value === null) !== (m.missing === null) && (m.value === null || m.low === null || m.high === null || (m.low <= m.value + 1e-12 && m.high >= m.value - 1e-12))
  for (const extract of extracts.slice(1, 2)) {
    const questions = dimensions.map((d): MeasureQuestion => ({ ...whole, by: [d.id], grain: 'year', compare: 'yoy' }))
    const cells = (await cellsOf(extract, questions)).flat()
    expect(cells.length).toBeGreaterThan(1000)
    expect(cells.flatMap((cell) => (cell.compared ? [cell, cell.compared] : [cell])).filter((m) => !sound(m))).toEqual([])
  }
})
