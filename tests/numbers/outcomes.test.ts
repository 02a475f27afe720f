import { expect, test } from 'vitest'
import { byKey, extracted, parts } from '../support/extracted'

const ask = async (line: string, year = '2025') => (await extracted('outcomes', { asOf: '2025-12-31' })).ask(`${line} --from ${year} --to ${year}`)

test('sums of money', async () => {
  const cells = await ask('disputes.amount_claimed,disputes.amount_agreed,disputes.amount_performed')
  expect(cells.map((c) => c.value)).toEqual([16500, 3900, 1100])
})

test('ratios pool before they divide; the median weighs each case alike', async () => {
  expect(parts(await ask('disputes.settlement_ratio'))).toEqual({ 2025: '3600/7000' })
  expect(byKey(await ask('disputes.settlement_ratio_median'))).toEqual({ 2025: 0.6 })
  expect(parts(await ask('disputes.performed_ratio'))).toEqual({ 2025: '1100/1600' })
  expect(parts(await ask('disputes.amount_per_case'))).toEqual({ 2025: '3900/4' })
})

test('cases without an amount add nothing and are not zero', async () => {
  expect(byKey(await ask('disputes.amount_agreed --by outcome'))).toMatchObject({ '2025 settled': 3900, '2025 failed': 'not_recorded' })
})

test('performance: due ones without a record stay in the base', async () => {
  expect(parts(await ask('disputes.performance_rate'))).toEqual({ 2025: '2/5' })
})

test('recurrence: 365 days, same cause, other batch, a known firm still open', async () => {
  expect(parts(await ask('disputes.recurrence_12m', '2024'))).toEqual({ 2024: '1/5' })
  expect(parts(await ask('disputes.recurrence_12m --by cause', '2024'))).toMatchObject({ '2024 pay_arrears': '1/2', '2024 overtime': '0/1', '2024 work_injury': '0/1', '2024 social_insurance': '0/1' })
  expect(byKey(await ask('disputes.recurrence_12m', '2025'))).toEqual({ 2025: 'too_young' })
})

test('sessions per dispute by mode; the disputes are the same for each', async () => {
  expect(parts(await ask('disputes.sessions'))).toEqual({ 2025: '4/15' })
  expect(parts(await ask('disputes.sessions --by mode'))).toEqual({ '2025 caucus': '2/15', '2025 joint': '1/15', '2025 phone': '1/15' })
  const cells = await ask('disputes.sessions --by mode --compare rest')
  expect(cells.map((c) => `${c.compared?.numerator}/${c.compared?.denominator}`)).toEqual(['2/15', '3/15', '3/15'])
  expect(byKey(await ask('disputes.sessions --by outcome'))).toMatchObject({ '2025 settled': 'not_split' })
})

test('pending by age, and nothing but that', async () => {
  expect(byKey(await ask('disputes.pending --by age_band'))).toEqual({ '2025 d015': 1, '2025 d030': 2, '2025 d060': 2, '2025 d061': 3 })
})

test('not recorded: who came, through which channel', async () => {
  expect(byKey(await ask('disputes.workers'))).toEqual({ 2025: 'not_recorded' })
  expect(byKey(await ask('disputes.collective_share'))).toEqual({ 2025: 'not_recorded' })
  expect(byKey(await ask('disputes.opened --by channel'))).toEqual({ '2025 ~': 'not_recorded' })
  expect(byKey(await ask('disputes.opened --where channel=visit'))).toEqual({ 2025: 'not_recorded' })
})

test('without workers a rate has no denominator', async () => {
  expect(byKey(await ask('disputes.rate'))).toEqual({ 2025: 'no_denominator' })
})
