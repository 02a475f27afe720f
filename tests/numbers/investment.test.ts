import { describe, expect, test } from 'vitest'
import { byKey, extracted, parts } from '../support/extracted'

const asOf = '2025-06-15'
const investment = () => extracted('investment', { asOf })
const ask = async (line: string) => (await investment()).ask(line)
const years = async (metric: string) => (await ask(`investment.${metric} --from 2023 --to 2025`)).map((c) => c.missing ?? c.value)

describe('entities', () => {
  test('entries, exits and both kinds of net', async () => {
    expect(await years('entries')).toEqual([1, 6, 13])
    expect(await years('exits')).toEqual([0, 4, 8])
    expect(await years('net')).toEqual([1, 2, 5])
    expect(await years('net_change')).toEqual([1, 2, 3])
    expect(await years('moved_in')).toEqual([0, 1, 1])
    expect(await years('moved_out')).toEqual([0, 1, 0])
  })

  test('a year is cut after the last month reported, and a later month is not reported', async () => {
    const [cell] = await ask('investment.entries --from 2025 --to 2025')
    expect(cell?.cut).toBe('2025-03-31')
    expect(byKey(await ask('investment.entries,investment.stock --grain month --from 2024-10 --to 2024-10'))).toEqual({ '2024-10': 'not_recorded' })
    expect(byKey(await ask('investment.entries --grain month --from 2025-04 --to 2025-06'))).toEqual({ '2025-04': 'not_reported', '2025-05': 'not_reported', '2025-06': 'too_young' })
  })

  test('the stock is that of the last month; a place without one has none, not 0', async () => {
    expect(await years('stock')).toEqual(['not_recorded', 99, 123])
    expect(byKey(await ask('investment.stock --by area --from 2025 --to 2025'))).toEqual({
      '2025 310106099001': 106,
      '2025 310106099002': 17,
      '2025 310106099003': 'not_recorded',
    })
  })

  test('of how many places and trades it is known: blank, broken off and not yet begun are missing', async () => {
    expect(parts(await ask('investment.stock_known --from 2023 --to 2025'))).toEqual({ 2023: '0/2', 2024: '1/2', 2025: '2/3' })
    expect(parts(await ask('investment.stock_known --grain month --from 2025-01 --to 2025-02'))).toEqual({ '2025-01': '2/2', '2025-02': '1/2' })
    expect(parts(await ask('investment.stock_known --by area --from 2025 --to 2025'))).toEqual({ '2025 310106099001': '1/1', '2025 310106099002': '1/1', '2025 310106099003': '0/1' })
  })

  test('rates stand over the mean stock, where there is one', async () => {
    const cells = await ask('investment.entries_per_1000,investment.exits_per_1000 --from 2025 --to 2025')
    expect(cells.map((c) => [c.numerator, c.denominator, c.value])).toEqual([
      [9, expect.closeTo(262 / 12, 9), expect.closeTo(108000 / 262, 9)],
      [7, expect.closeTo(262 / 12, 9), expect.closeTo(84000 / 262, 9)],
    ])
    expect(byKey(await ask('investment.entries_per_1000 --where area=310106099003 --from 2025 --to 2025'))).toEqual({ 2025: 'not_recorded' })
  })

  test('capital in yuan, and none where none is reported', async () => {
    expect(await years('capital')).toEqual(['not_recorded', 505100, 100000])
  })

  test('stocks that add up, of those that can be checked', async () => {
    expect(parts(await ask('investment.stock_identity --from 2024 --to 2025'))).toEqual({ 2024: '0/1', 2025: '3/3' })
  })

  test('by trade and size', async () => {
    expect(byKey(await ask('investment.entries --by industry --from 2025 --to 2025'))).toEqual({ '2025 F52': 3, '2025 G54': 1, '2025 H62': 9 })
    expect(byKey(await ask('investment.entries --by size --from 2025 --to 2025'))).toEqual({ '2025 small': 9, '2025 micro': 3, '2025 ~': 1 })
  })
})

describe('survival of new firms', () => {
  test('an end on day 365 is one within the year; a move away is not an end', async () => {
    const cells = await ask('investment.survival_12m --from 2024 --to 2025')
    expect(cells.map((c) => [c.value, c.numerator, c.denominator])).toEqual([[expect.closeTo(2 / 3, 12), 2, 4], [expect.closeTo(2 / 3, 12), 1, 3]])
    expect(cells[1]?.cut).toBe(asOf)
  })

  test('by trade', async () => {
    expect(byKey(await ask('investment.survival_12m --by industry --from 2024 --to 2024'))).toMatchObject({ '2024 H62': 1, '2024 F52': 0, '2024 G54': 'no_denominator' })
  })

  test('two years, and the median', async () => {
    expect((await ask('investment.survival_24m --from 2025 --to 2025')).map((c) => c.value)).toEqual([expect.closeTo(1 / 3, 12)])
    expect(byKey(await ask('investment.survival_median --from 2023 --to 2024'))).toEqual({ 2023: 366, 2024: 'median_not_reached' })
  })

  test('an end without a day is counted apart', async () => {
    expect(byKey(await ask('investment.firms_undated --from 2023 --to 2024'))).toEqual({ 2023: 1, 2024: 0 })
  })
})

describe('leads', () => {
  const steps = 'leads,leads_visited,leads_negotiated,leads_signed,leads_landed,leads_lost'.split(',').map((id) => `investment.${id}`).join(',')

  test('a later step implies the earlier ones; what comes after the as-of date has not come', async () => {
    expect((await ask(`${steps} --from 2024 --to 2024`)).map((c) => c.value)).toEqual([5, 5, 3, 2, 1, 1])
    expect((await ask(`${steps} --from 2025 --to 2025`)).map((c) => c.value)).toEqual([3, 2, 2, 2, 1, 2])
  })

  test('open ones by the stage they are in', async () => {
    expect(byKey(await ask('investment.leads_open --by lead_stage --grain all --from 2025 --to 2025'))).toMatchObject({ 'all visit': 1, 'all negotiation': 1, 'all signed': 1, 'all landed': 0 })
    expect(byKey(await ask('investment.leads_waiting --from 2025 --to 2025'))).toEqual({ 2025: 1 })
  })

  test('amounts, in yuan', async () => {
    const cells = await ask('investment.leads_amount,investment.committed_amount --from 2024 --to 2025')
    expect(cells.map((c) => c.value)).toEqual([2002500, 1000000, 1302500, 600000])
  })

  test('landed within a year: open ones stay in, lost ones compete', async () => {
    const [cell] = await ask('investment.landing_365d --from 2025 --to 2025')
    expect([cell?.value, cell?.numerator, cell?.denominator]).toEqual([expect.closeTo(0.2, 12), 1, 5])
    expect(byKey(await ask('investment.landing_days_median --from 2024 --to 2025'))).toEqual({ 2024: 122, 2025: 134 })
  })

  test('the list of those signed and not landed', async () => {
    const [answer] = await (await investment()).answer([{ kind: 'list', list: 'leads_waiting', period: { from: 24300, to: 24311 }, where: [] }])
    expect(answer).toMatchObject({ missing: null, rows: [['L4', 'H62', '310106099001', '2024-01-10', '2024-02-01']] })
  })

  test('a size is no split of a lead', async () => {
    expect(byKey(await ask('investment.leads --where size=small --from 2025 --to 2025'))).toEqual({ 2025: 'not_split' })
  })
})
