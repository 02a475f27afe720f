import { describe, expect, test } from 'vitest'
import { byKey, extracted, parts } from '../support/extracted'

const flow = (asOf = '2025-06-15') => extracted('flow', { asOf })
const ask = async (line: string, asOf?: string) => (await flow(asOf)).ask(line)
const balance = 'disputes.carried_over,disputes.opened,disputes.closed,disputes.open'

const years = (cells: Awaited<ReturnType<typeof ask>>, year: string) => cells.filter((c) => c.period === year)

describe('stock and flow', () => {
  test('carried over + opened − closed = open; a case booked twice is one; refused is closed', async () => {
    const cells = await ask(`${balance} --from 2023 --to 2025`)
    expect(years(cells, '2023').map((c) => c.value)).toEqual([0, 4, 2, 2])
    expect(years(cells, '2024').map((c) => c.value)).toEqual([2, 5, 6, 1])
    expect(years(cells, '2025').map((c) => c.value)).toEqual([1, 3, 2, 2])
    expect(byKey(await ask('disputes.pending --from 2025 --to 2025'))).toEqual({ 2025: 2 })
  })

  test('the identity holds in every month, for every committee', async () => {
    const cells = await ask(`${balance} --by union --grain month --from 2023-02 --to 2025-06`)
    const value = (metric: string, period: string, union: string) => cells.find((c) => c.metric === metric && c.period === period && c.members.union === union)?.value ?? Number.NaN
    const seen = cells.filter((c) => c.metric === 'disputes.open')
    expect(seen).toHaveLength(29 * 3)
    for (const { period, members } of seen) {
      const at = (id: string) => value(`disputes.${id}`, period, String(members.union))
      expect(at('carried_over') + at('opened') - at('closed')).toBe(at('open'))
    }
  })

  test('an unfinished year is compared with the same part of the year before', async () => {
    const cells = await ask(`${balance} --from 2025 --to 2025 --compare yoy`)
    expect(cells.map((c) => c.value)).toEqual([1, 3, 2, 2])
    expect(cells.map((c) => c.compared?.value)).toEqual([2, 4, 5, 1])
    expect(cells.map((c) => c.cut)).toEqual(['2025-06-15', '2025-06-15', '2025-06-15', '2025-06-15'])
    expect(cells[1]?.compared).toMatchObject({ kind: 'yoy', period: '2024', change: -1, verdict: 'level' })
  })

  test('the quarter and the month before, likewise', async () => {
    const quarter = await ask('disputes.opened,disputes.closed --grain quarter --from 2025-Q2 --to 2025-Q2 --compare mom')
    expect(quarter.map((c) => [c.value, c.compared?.value, c.compared?.period])).toEqual([[2, 1, '2025-Q1'], [1, 1, '2025-Q1']])
    const month = await ask('disputes.opened --grain month --from 2025-06 --to 2025-06 --compare mom')
    expect(month.map((c) => [c.value, c.compared?.value, c.compared?.period])).toEqual([[1, 1, '2025-05']])
  })

  test('a finished quarter is compared whole', async () => {
    const [cell] = await ask('disputes.opened --grain quarter --from 2025-Q1 --to 2025-Q1 --compare mom')
    expect([cell?.value, cell?.cut, cell?.compared?.value, cell?.compared?.period]).toEqual([1, null, 0, '2024-Q4'])
  })

  test('a committee without a case is 0, not gone', async () => {
    expect(byKey(await ask('disputes.opened --by area --from 2025 --to 2025'))).toEqual({
      '2025 310106099001': 1,
      '2025 310106099002': 2,
      '2025 310106099003': 0,
    })
  })
})

describe('the end of February', () => {
  const february = async (asOf: string, month: string) => (await ask(`disputes.opened --grain month --from ${month} --to ${month} --compare yoy`, asOf))[0]

  test('29 February ends its month', async () => {
    const cell = await february('2024-02-29', '2024-02')
    expect([cell?.value, cell?.cut, cell?.compared?.value]).toEqual([2, null, 1])
  })

  test('28 February of a leap year does not', async () => {
    const cell = await february('2024-02-28', '2024-02')
    expect([cell?.value, cell?.cut, cell?.compared?.value]).toEqual([1, '2024-02-28', 1])
  })

  test('28 February of another year does: it is set against 29 days', async () => {
    const cell = await february('2025-02-28', '2025-02')
    expect([cell?.value, cell?.cut, cell?.compared?.value]).toEqual([1, null, 2])
  })

  test('before the first month held nothing is said', async () => {
    const cell = await february('2024-02-29', '2023-02')
    expect(cell?.compared?.missing).toBe('not_in_extract')
  })
})

describe('quantiles', () => {
  test('median and 90th percentile are interpolated', async () => {
    const cells = await ask('disputes.days_median,disputes.days_p90 --from 2023 --to 2024')
    expect(cells.map((c) => c.value)).toEqual([15.5, 17.5, expect.closeTo(27.9, 9), 57.5])
    expect(cells.map((c) => c.denominator)).toEqual([2, 6, 2, 6])
  })

  test('six cases bound their median by the least and the most, two bound nothing', async () => {
    const cells = await ask('disputes.days_median --from 2023 --to 2024')
    expect(cells.map((c) => [c.low, c.high, c.interval])).toEqual([[null, null, 'none'], [0, 87, 'order_statistic']])
  })

  test('the spread behind the median', async () => {
    const extract = await flow()
    const [answer] = await extract.answer([{ kind: 'distribution', metric: 'disputes.days_median', period: { from: 24288, to: 24299 }, where: [] }])
    expect(answer).toEqual({ kind: 'distribution', within: {}, missing: null, bins: [0, 10, 15, 20, 28, 87].map((value) => ({ value, n: 1 })) })
  })
})

describe('targets and the rest', () => {
  test('a target for the whole, for a committee, and none', async () => {
    const [whole] = await ask('disputes.opened --from 2025 --to 2025 --compare target')
    expect(whole?.compared).toMatchObject({ kind: 'target', value: 4, change: -1, verdict: 'level', missing: null })
    const places = await ask('disputes.opened --by area --from 2025 --to 2025 --compare target')
    expect(places.map((c) => [c.compared?.value, c.compared?.change, c.compared?.missing])).toEqual([[null, null, 'not_recorded'], [1, 1, null], [null, null, 'not_recorded']])
    const [street] = await ask('ladder.grassroots_resolution --from 2024 --to 2024 --compare target')
    expect(street?.compared?.value).toBe(0.9)
  })

  test('a committee against all others', async () => {
    const cells = await ask('ladder.grassroots_resolution --by area --from 2024 --to 2024 --compare rest')
    expect(parts(cells)).toEqual({ '2024 310106099001': '3/3', '2024 310106099002': '1/2', '2024 310106099003': 'no_denominator' })
    expect(cells.map((c) => `${c.compared?.numerator}/${c.compared?.denominator}`)).toEqual(['1/2', '3/3', '4/5'])
  })

  test('a filtered committee likewise, whatever the order of the filters', async () => {
    const one = await ask('ladder.grassroots_resolution --where area=310106099001 --where outcome=settled --from 2024 --to 2024 --compare rest')
    const two = await ask('ladder.grassroots_resolution --where outcome=settled --where area=310106099001 --from 2024 --to 2024 --compare rest')
    expect([one[0]?.numerator, one[0]?.denominator, one[0]?.compared?.numerator, one[0]?.compared?.denominator]).toEqual([3, 3, 1, 1])
    expect(two).toEqual(one)
  })

  test('a count is not set against the rest', async () => {
    const [cell] = await ask('disputes.opened --where area=310106099001 --from 2025 --to 2025 --compare rest')
    expect(cell?.compared).toMatchObject({ missing: 'not_split', change: null, verdict: null })
  })
})
