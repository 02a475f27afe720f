import { expect, test } from 'vitest'
import { poisson } from '../../src/domain/statistics/poisson'
import { byKey, extracted, parts } from '../support/extracted'

const ask = async (line: string, asOf = '2025-12-31') => (await extracted('collective', { asOf })).ask(`${line} --from 2025 --to 2025`)

test('collective is judged on the batch, not on the row', async () => {
  expect(parts(await ask('disputes.collective_share'))).toEqual({ 2025: '5/8' })
})

test('a batch counts in the month of its first case', async () => {
  const cells = (await (await extracted('collective', { asOf: '2025-12-31' })).ask('disputes.collective_share --grain month --from 2025-02 --to 2025-04'))
  expect(parts(cells)).toEqual({ '2025-02': '4/7', '2025-03': '1/1', '2025-04': 'no_denominator' })
})

test('cases by the kind of their batch; a batch of unknown size is neither', async () => {
  expect(byKey(await ask('disputes.opened --by collective'))).toEqual({ '2025 collective': 17, '2025 individual': 4, '2025 ~': 3 })
  expect(byKey(await ask('disputes.opened --where collective=~'))).toEqual({ 2025: 3 })
})

test('workers add up where they are recorded', async () => {
  expect(byKey(await ask('disputes.workers'))).toEqual({ 2025: 71 })
  expect(byKey(await ask('disputes.workers --where collective=~'))).toEqual({ 2025: 5 })
})

test('the interval of a count is widened by the measured dispersion of batches', async () => {
  const [cell] = await ask('disputes.opened')
  const { low, high } = poisson(24, 124 / 24)
  expect(cell).toMatchObject({ value: 24, low, high, interval: 'poisson_dispersed' })
  expect(low).toBeLessThan(poisson(24).low)
  const [single] = await ask('disputes.opened --where collective=individual,enterprise_size'.split(',')[0] ?? '')
  expect(single?.interval).toBe('poisson_dispersed')
})

test('rows after the as-of date do not make a batch collective', async () => {
  expect(parts(await ask('disputes.collective_share', '2025-03-31'))).toEqual({ 2025: '4/8' })
})
