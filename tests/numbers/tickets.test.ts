import { describe, expect, test } from 'vitest'
import { termWorkdays } from '../../scripts/lib/shape/tickets.sql'
import { parseLegalParameters } from '../../src/domain/reference/legal'
import { referenceText } from '../domain/reference/reference-tables'
import { byKey, extracted, parts } from '../support/extracted'

const tickets = (asOf = '2025-06-16') => extracted('tickets', { asOf })
const ask = async (line: string, asOf?: string) => (await tickets(asOf)).ask(line)
const inYears = '--from 2024 --to 2025'
const in2025 = '--from 2025 --to 2025'

describe('received, closed, open', () => {
  test('a stock: open before + received − closed', async () => {
    expect(byKey(await ask(`tickets.received ${inYears}`))).toEqual({ 2024: 1, 2025: 12 })
    expect(byKey(await ask(`tickets.closed ${inYears}`))).toEqual({ 2024: 0, 2025: 9 })
    expect(byKey(await ask(`tickets.open ${inYears}`))).toEqual({ 2024: 1, 2025: 4 })
  })

  test('by the committee of the ticket, else of its enterprise', async () => {
    expect(byKey(await ask(`tickets.received --by union ${in2025}`))).toEqual({ '2025 U1': 7, '2025 U2': 4, '2025 U3': 1 })
    expect(byKey(await ask(`tickets.received --by ticket_kind ${in2025}`))).toEqual({ '2025 question': 7, '2025 suggestion': 3, '2025 complaint': 2 })
  })

  test('an unfinished year against the same part of the year before', async () => {
    const [cell] = await ask(`tickets.received ${in2025} --compare yoy`)
    expect([cell?.cut, cell?.compared?.value]).toEqual(['2025-06-16', 0])
  })
})

describe('within their term', () => {
  test('workday 5 and workday 15 are in time, a Saturday after workday 5 is not, running terms count in neither part', async () => {
    expect(parts(await ask(`tickets.within_sla ${inYears}`))).toEqual({ 2024: '1/1', 2025: '3/9' })
    expect(parts(await ask(`tickets.within_sla --by difficulty ${in2025}`))).toEqual({ '2025 general': '2/7', '2025 hard': '1/2', '2025 ~': 'no_denominator' })
  })

  test('the terms are those of the table of legal parameters', () => {
    const legal = parseLegalParameters(referenceText('legal-parameters'))
    expect(termWorkdays).toEqual({ general: legal.ticket_general_workdays.value, hard: legal.ticket_hard_workdays.value })
  })

  test('overdue: open with the term run out, on the day itself too', async () => {
    expect(byKey(await ask(`tickets.overdue ${in2025}`))).toEqual({ 2025: 3 })
    const [list] = await (await tickets()).answer([{ kind: 'list', list: 'tickets_overdue', period: { from: 24300, to: 24311 }, where: [] }])
    expect(list?.kind === 'list' ? list.rows.map((row) => [row[0], row[5], row[6]]) : null).toEqual([
      ['T12', '2025-06-02', '2025-06-09'], ['T06', '2025-05-21', '2025-06-12'], ['T07', '2025-06-09', '2025-06-16'],
    ])
  })

  test('beyond the calendar nothing is judged', async () => {
    expect(byKey(await ask('tickets.within_sla --from 2007 --to 2007'))).toEqual({ 2007: 'beyond_calendar' })
    expect(byKey(await ask('tickets.within_sla --from 2026 --to 2026', '2026-12-31'))).toEqual({ 2026: 'no_denominator' })
    expect(byKey(await ask('tickets.within_sla --from 2026 --to 2026', '2027-02-01'))).toEqual({ 2026: 'beyond_calendar' })
    expect(byKey(await ask('tickets.overdue --from 2027 --to 2027', '2027-02-01'))).toEqual({ 2027: 'beyond_calendar' })
  })
})

describe('days', () => {
  test('closed ones by date of closing, and all submitted with open ones kept', async () => {
    const [median] = await ask(`tickets.days_median ${in2025}`)
    expect([median?.value, median?.denominator]).toEqual([8, 9])
    const [kept] = await ask(`tickets.days_km_median ${in2025}`)
    expect([kept?.value, kept?.numerator, kept?.denominator]).toEqual([11, 8, 12])
  })

  test('to the first response; a closing without one counts as one', async () => {
    const [median] = await ask(`tickets.response_days_median ${in2025}`)
    expect([median?.value, median?.numerator, median?.denominator]).toEqual([2, 10, 12])
    const [next] = await ask(`tickets.responded_1d ${in2025}`)
    expect(next?.value).toBeCloseTo(5 / 12, 12)
    expect(next?.interval).toBe('log_log')
  })

  test('a median that half have not reached', async () => {
    expect(byKey(await ask('tickets.days_km_median --grain month --from 2025-06 --to 2025-06'))).toEqual({ '2025-06': 'median_not_reached' })
  })

  test('the curve has all of them', async () => {
    const [curve] = await (await tickets()).answer([{ kind: 'distribution', metric: 'tickets.days_km_median', period: { from: 24300, to: 24311 }, where: [] }])
    const bins = curve?.kind === 'distribution' ? curve.bins : []
    expect(bins.map(({ value, n, ended }) => [value, n, ended])).toEqual([[1, 1, 1], [2, 2, 1], [6, 1, 1], [7, 1, 0], [8, 1, 1], [10, 1, 1], [11, 1, 1], [12, 1, 1], [14, 1, 0], [22, 1, 1], [26, 1, 0]])
  })
})

describe('what came of them', () => {
  test('shares of those that record it', async () => {
    expect(parts(await ask(`tickets.reopened_share ${in2025}`))).toEqual({ 2025: '1/4' })
    expect(parts(await ask(`tickets.adopted_share ${in2025}`))).toEqual({ 2025: '1/2' })
    expect(parts(await ask(`tickets.rated_share ${in2025}`))).toEqual({ 2025: '5/9' })
    expect(parts(await ask(`tickets.satisfied ${in2025}`))).toEqual({ 2025: '3/5' })
  })

  test('satisfaction as a distribution', async () => {
    expect(byKey(await ask(`tickets.satisfaction --by satisfaction ${in2025}`))).toEqual({ '2025 2': 1, '2025 3': 1, '2025 4': 1, '2025 5': 2 })
  })
})

test('without the ledger it is not recorded, never zero', async () => {
  const empty = await extracted('bare')
  const ids = ['received', 'open', 'overdue', 'days_km_median', 'within_sla', 'satisfied'].map((id) => `tickets.${id}`)
  expect((await empty.ask(ids.join(','))).map((c) => c.missing)).toEqual(expect.arrayContaining(['not_recorded']))
  expect((await empty.ask(ids.join(','))).filter((c) => c.missing === null)).toEqual([])
})
