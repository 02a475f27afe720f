import { expect, test } from 'vitest'
import { byKey, extracted, parts } from '../support/extracted'

const due = (asOf = '2025-10-20') => extracted('fifteen-days', { asOf })
const ask = async (line: string, asOf?: string) => (await due(asOf)).ask(line)

test('ended and agreed within the 15 days: day 15 counts, day 16 does not, holidays move the last day', async () => {
  expect(parts(await ask('disputes.within_15d --from 2025 --to 2025'))).toEqual({ 2025: '4/10' })
  expect(parts(await ask('disputes.agreed_15d --from 2025 --to 2025'))).toEqual({ 2025: '3/10' })
})

test('by month: Spring Festival, a make-up Saturday, a weekend, National Day', async () => {
  const cells = await ask('disputes.within_15d --grain month --from 2025-01 --to 2025-10')
  expect(parts(cells)).toMatchObject({ '2025-01': '1/3', '2025-02': 'no_denominator', '2025-03': '2/4', '2025-09': '1/2', '2025-10': '0/1' })
})

test('the union mediates, the street mediates; other rungs have no 15 days', async () => {
  expect(parts(await ask('disputes.within_15d --by stage --from 2025 --to 2025'))).toEqual({
    '2025 tier1': 'no_denominator',
    '2025 tier2': '3/7',
    '2025 tier3': '1/3',
    '2025 arbitration': 'no_denominator',
  })
})

test('before the calendar nothing is said, however few the cases', async () => {
  expect(byKey(await ask('disputes.within_15d --from 2007 --to 2007'))).toEqual({ 2007: 'beyond_calendar' })
  expect(byKey(await ask('disputes.agreed_15d --from 2007 --to 2025 --grain all'))).toEqual({ all: 'beyond_calendar' })
})

test('overdue and due in five days at the as-of date; a mediation that ended long ago does not blur them', async () => {
  const cells = await ask('disputes.overdue,disputes.due_5d --from 2025 --to 2025')
  expect(cells.map((c) => c.missing ?? c.value)).toEqual([1, 2])
})

test('the day before, the case of 5 October is not yet due', async () => {
  expect(parts(await ask('disputes.within_15d --from 2025 --to 2025', '2025-10-19'))).toEqual({ 2025: '4/9' })
  const cells = await ask('disputes.overdue,disputes.due_5d --from 2025 --to 2025', '2025-10-19')
  expect(cells.map((c) => c.missing ?? c.value)).toEqual([0, 3])
})

test('extensions stand apart and a snapshot has no other date', async () => {
  expect(byKey(await ask('disputes.extended --from 2025 --to 2025'))).toEqual({ 2025: 1 })
  expect(byKey(await ask('disputes.overdue --from 2024 --to 2025'))).toEqual({ 2024: 'not_in_extract', 2025: 1 })
})

test('one open mediation without a known deadline leaves overdue unknown', async () => {
  const early = await extracted('fifteen-days', { asOf: '2007-06-05' })
  expect(byKey(await early.ask('disputes.overdue --from 2007 --to 2007'))).toEqual({ 2007: 'beyond_calendar' })
})

test('the list names the cases with their last days', async () => {
  const extract = await due()
  const [answer] = await extract.answer([{ kind: 'list', list: 'due_soon', period: { from: 24300, to: 24311 }, where: [] }])
  expect(answer).toMatchObject({
    kind: 'list',
    missing: null,
    rows: [
      ['F09', 'tier2', 'U1', '2025-10-05', '2025-10-20'],
      ['F10', 'tier2', 'U1', '2025-10-06', '2025-10-21'],
      ['F17', 'tier3', 'U1', '2025-10-09', '2025-10-24'],
    ],
  })
})
