import { expect, test } from 'vitest'
import { metrics } from '../../src/domain/metrics'
import { extracted } from '../support/extracted'

const reasons = async (name: string) => {
  const extract = await extracted(name)
  const cells = await extract.ask(`${metrics.map((m) => m.id).join(',')} --from 2025 --to 2025`)
  return Object.fromEntries(cells.map((c) => [c.metric, c.missing ?? c.value]))
}

test('a ledger of nothing but applications answers what it can and no more', async () => {
  const { 'disputes.opened': opened, 'disputes.rate': rate, ...others } = await reasons('bare')
  expect([opened, rate]).toEqual([2, 'no_denominator'])
  expect(new Set(Object.values(others))).toEqual(new Set(['not_recorded']))
})

test('outcomes without dates of closing do not leave everything open', async () => {
  const { 'disputes.opened': opened, 'disputes.rate': rate, ...others } = await reasons('no-closing-dates')
  expect([opened, rate]).toEqual([1, 'no_denominator'])
  expect(new Set(Object.values(others))).toEqual(new Set(['not_recorded']))
})

test('their outcomes stand as written', async () => {
  const extract = await extracted('no-closing-dates')
  const cells = await extract.ask('disputes.opened --by outcome --from 2024 --to 2025 --grain all')
  expect(cells.map((c) => [c.members.outcome, c.value])).toEqual([['settled', 2], ['failed', 1]])
})
