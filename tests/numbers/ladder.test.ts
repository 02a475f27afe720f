import { expect, test } from 'vitest'
import { byKey, extracted, parts } from '../support/extracted'

const ladder = () => extracted('ladder', { asOf: '2025-03-31' })
const ask = async (line: string) => (await ladder()).ask(`${line} --from 2025 --to 2025`)
const counts = async (metric: string) => byKey(await ask(`${metric} --by stage --grain all`))

test('grassroots resolution: 60 days to the day, no later stage, pending and withdrawn in the base', async () => {
  expect(parts(await ask('ladder.grassroots_resolution'))).toEqual({ 2025: '7/14' })
  expect(parts(await ask('ladder.grassroots_resolution --by union'))).toEqual({ '2025 U1': '2/6', '2025 U2': '5/8', '2025 U3': 'no_denominator' })
})

test('source resolution counts observed in-house consultation only', async () => {
  expect(parts(await ask('ladder.source_resolution'))).toEqual({ 2025: '2/14' })
  expect(parts(await ask('ladder.source_resolution --by area'))).toEqual({
    '2025 310106099001': '1/6',
    '2025 310106099002': '1/8',
    '2025 310106099003': 'no_denominator',
  })
})

test('a month that is not 60 days old is too young, a month to come is not published, an earlier one is not held', async () => {
  const extract = await ladder()
  const cells = await extract.ask('ladder.grassroots_resolution --grain month --from 2024-12 --to 2025-04')
  expect(parts(cells)).toEqual({ '2024-12': 'not_in_extract', '2025-01': '7/14', '2025-02': 'too_young', '2025-03': 'too_young', '2025-04': 'not_yet_published' })
  expect(cells.find((c) => c.period === '2025-01')?.cut).toBe('2025-01-30')
})

test('a day later L12 is mature as well', async () => {
  const later = await extracted('ladder', { asOf: '2025-04-01' })
  expect(parts(await later.ask('ladder.grassroots_resolution --from 2025 --to 2025'))).toEqual({ 2025: '8/15' })
})

test('entries, observed and inferred', async () => {
  expect(await counts('ladder.entered')).toEqual({ 'all tier1': 4, 'all tier2': 8, 'all tier3': 3, 'all arbitration': 2 })
  expect(await counts('ladder.entered_inferred')).toEqual({ 'all tier1': 2, 'all tier2': 0, 'all tier3': 0, 'all arbitration': 0 })
})

test('what became of the entries', async () => {
  expect(await counts('ladder.settled')).toEqual({ 'all tier1': 3, 'all tier2': 5, 'all tier3': 1, 'all arbitration': 0 })
  expect(await counts('ladder.escalated')).toEqual({ 'all tier1': 1, 'all tier2': 1, 'all tier3': 1, 'all arbitration': 0 })
  expect(await counts('ladder.waiting')).toEqual({ 'all tier1': 0, 'all tier2': 1, 'all tier3': 0, 'all arbitration': 1 })
  expect(await counts('ladder.breached')).toEqual({ 'all tier1': 0, 'all tier2': 1, 'all tier3': 0, 'all arbitration': 0 })
  expect(await counts('ladder.ended_otherwise')).toEqual({ 'all tier1': 0, 'all tier2': 2, 'all tier3': 1, 'all arbitration': 1 })
})

test('rates of a rung stand over entered less waiting', async () => {
  expect(parts(await ask('ladder.settle_rate --by stage --grain all'))).toEqual({ 'all tier1': '3/4', 'all tier2': '5/7', 'all tier3': '1/3', 'all arbitration': '0/1' })
  expect(parts(await ask('ladder.escalation_rate --by stage --grain all'))).toEqual({ 'all tier1': '1/4', 'all tier2': '1/7', 'all tier3': '1/3', 'all arbitration': '0/1' })
})

test('median days on the rung, of those that ended', async () => {
  expect(await counts('ladder.days_median')).toEqual({ 'all tier1': 3, 'all tier2': 9, 'all tier3': 5, 'all arbitration': 11 })
})

test('success leaves withdrawn and refused aside and shows them', async () => {
  expect(parts(await ask('disputes.mediation_success'))).toEqual({ 2025: '6/7' })
  expect(byKey(await ask('disputes.withdrawn disputes.refused'.replace(' ', ',')))).toEqual({ 2025: 1 })
  expect((await ask('disputes.withdrawn,disputes.refused')).map((c) => c.value)).toEqual([1, 1])
})

test('bypass is not recorded without outside registers; stage is no split of a case', async () => {
  expect(byKey(await ask('ladder.bypass_rate'))).toEqual({ 2025: 'not_recorded' })
  expect(new Set(Object.values(byKey(await ask('ladder.grassroots_resolution --by stage'))))).toEqual(new Set(['not_split']))
  expect(byKey(await ask('ladder.grassroots_resolution --where stage=tier1'))).toEqual({ 2025: 'not_split' })
})

test('the rest of a rung are the other rungs', async () => {
  const cells = await ask('ladder.settle_rate --by stage --grain all --compare rest')
  expect(cells.map((c) => `${c.compared?.numerator}/${c.compared?.denominator}`)).toEqual(['6/11', '4/8', '8/12', '9/14'])
})
