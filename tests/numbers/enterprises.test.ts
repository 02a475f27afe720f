import { describe, expect, test } from 'vitest'
import { byKey, extracted, parts } from '../support/extracted'

const extract = () => extracted('enterprises', { asOf: '2025-06-15' })
const ask = async (line: string) => (await extract()).ask(line)

describe('the cluster at a date', () => {
  test('active enterprises at the end of a month and at the as-of date', async () => {
    expect(byKey(await ask('enterprises.count --grain month --from 2025-02 --to 2025-06'))).toEqual({ '2025-02': 9, '2025-03': 8, '2025-04': 8, '2025-05': 8, '2025-06': 7 })
    const [year] = await ask('enterprises.count --from 2025 --to 2025')
    expect([year?.value, year?.cut]).toEqual([7, '2025-06-15'])
  })

  test('by committee, by ownership', async () => {
    expect(byKey(await ask('enterprises.count --by union --from 2025 --to 2025'))).toEqual({ '2025 U1': 4, '2025 U2': 3, '2025 U3': 0 })
    expect(byKey(await ask('enterprises.count --by ownership --from 2025 --to 2025'))).toEqual({ '2025 private': 5, '2025 foreign': 1, '2025 individual': 1 })
  })

  test('workers: a report of twelve months, else the register, else unknown', async () => {
    expect((await ask('enterprises.workers --from 2025 --to 2025'))[0]?.value).toBe(807)
    expect(byKey(await ask('enterprises.workers --where industry=F52 --grain month --from 2025-04 --to 2025-06'))).toEqual({ '2025-04': 430, '2025-05': 385, '2025-06': 385 })
    expect(parts(await ask('enterprises.heads_known --from 2025 --to 2025'))).toEqual({ 2025: '6/7' })
  })

  test('women, migrants, dispatched, gig', async () => {
    expect((await ask('enterprises.women,enterprises.migrants,enterprises.dispatched,enterprises.gig --from 2025 --to 2025')).map((c) => c.value)).toEqual([13, 10, 2, 5])
    expect((await ask('enterprises.women_share,enterprises.migrant_share --from 2025 --to 2025')).map((c) => `${c.numerator}/${c.denominator}`)).toEqual(['13/25', '10/25'])
  })

  test('below 25 people, by headcount or band', async () => {
    expect(parts(await ask('enterprises.under25_share --from 2025 --to 2025'))).toEqual({ 2025: '4/7' })
  })

  test('in a union by the date of joining', async () => {
    expect(parts(await ask('enterprises.unionised_share --grain month --from 2025-04 --to 2025-06'))).toEqual({ '2025-04': '0/8', '2025-05': '1/8', '2025-06': '1/7' })
  })

  test('no dispute in twelve months, of those there at both ends', async () => {
    expect(parts(await ask('enterprises.dispute_free_12m --grain month --from 2025-04 --to 2025-06'))).toEqual({ '2025-04': 'not_recorded', '2025-05': '4/6', '2025-06': '4/6' })
  })
})

describe('the register', () => {
  test('by status, at the as-of date only', async () => {
    expect(byKey(await ask('enterprises.registered --by status --from 2025 --to 2025'))).toEqual({ '2025 active': 6, '2025 suspended': 1, '2025 deregistered': 2, '2025 moved_out': 1 })
    const [before] = await (await extract()).answer([{ kind: 'measure', metrics: ['enterprises.registered'], by: [], grain: 'year', compare: 'none', period: { from: 2024 * 12, to: 2024 * 12 + 11 }, where: [] }])
    expect(before).toMatchObject({ cells: [{ period: '2024', value: null, missing: 'not_in_extract' }] })
  })
})

describe('firms at risk', () => {
  test('each counted once, and by sign', async () => {
    const cells = await ask('enterprises.at_risk,enterprises.at_risk_arrears,enterprises.at_risk_layoffs,enterprises.at_risk_closing --from 2025 --to 2025')
    expect(cells.map((c) => c.value)).toEqual([4, 1, 2, 2])
    expect(byKey(await ask('enterprises.at_risk --by union --from 2025 --to 2025'))).toEqual({ '2025 U1': 2, '2025 U2': 2, '2025 U3': 0 })
  })

  test('are listed with their reasons', async () => {
    const [answer] = await (await extract()).answer([{ kind: 'list', list: 'firms_at_risk', period: { from: 24300, to: 24311 }, where: [] }])
    if (answer?.kind !== 'list') throw new Error('not a list')
    expect(answer.missing).toBeNull()
    // Ids are keyed hashes, so only their number and the order of the unions are known beforehand.
    expect(answer.rows.map(([, union]) => union)).toEqual(['U1', 'U1', 'U2', 'U2'])
    expect(new Set(answer.rows.map(([id]) => id)).size).toBe(4)
    expect(answer.rows.map((row) => row.slice(4).map((cell) => cell ?? '-').join(' ')).sort()).toEqual([
      '- - 2025-06-15 deregistered',
      '- 2025-03 - suspended',
      '- 2025-05 - active',
      '2025-04 - - active',
    ])
  })
})

test('what the register and the reports do not record is said to be so; the last closing counts', async () => {
  const bare = await extracted('workforce', { asOf: '2025-06-15' })
  const cells = await bare.ask('enterprises.count,enterprises.workers,enterprises.unionised_share,enterprises.women_share,enterprises.gig,enterprises.at_risk_closing,enterprises.at_risk --from 2025 --to 2025')
  expect(cells.map((c) => c.missing ?? c.value)).toEqual([3, 1061, 'not_recorded', 'not_recorded', 'not_recorded', 'not_recorded', 'not_recorded'])
})
