import { describe, expect, test } from 'vitest'
import { byKey, extracted, parts } from '../support/extracted'

const outside = () => extracted('outside', { asOf: '2025-06-15' })
const ask = async (line: string) => (await outside()).ask(`${line} --from 2025 --to 2025`)

describe('outside channels', () => {
  test('beside the street’s own cases, whole months only', async () => {
    const cells = await ask('disputes.outside,disputes.arbitration_filings,disputes.hotline,disputes.petitions,disputes.inspection_cases')
    expect(cells.map((c) => c.value)).toEqual([24, 10, 9, 1, 3])
    expect(cells[0]?.cut).toBe('2025-05-31')
    expect(byKey(await ask('disputes.outside --by outside_channel --grain all'))).toEqual({
      'all arbitration': 10, 'all court': 1, 'all hotline_12345': 7, 'all hotline_12351': 2, 'all petition': 1, 'all inspection': 3,
    })
  })

  test('mediated, of totals that tell both; workers; money', async () => {
    expect(parts(await ask('disputes.outside_mediated'))).toEqual({ 2025: '3/5' })
    expect((await ask('disputes.outside_workers,disputes.outside_amount')).map((c) => c.value)).toEqual([11, 15000.5])
  })

  test('filings per 1,000 workers, in months with both reports', async () => {
    const [cell] = await ask('disputes.arbitration_rate')
    expect([cell?.numerator, cell?.denominator, cell?.value]).toEqual([10, expect.closeTo(45, 9), expect.closeTo(2000 / 9, 9)])
  })

  test('bypass: own cases count where arbitration was reported, a zero report included', async () => {
    expect(parts(await ask('ladder.bypass_rate'))).toEqual({ 2025: '4/7' })
    expect(parts(await ask('ladder.bypass_rate --by area'))).toEqual({ '2025 310106099001': '3/5', '2025 310106099002': '1/2', '2025 310106099003': 'no_denominator' })
    expect(parts(await ask('ladder.bypass_rate --by cause'))).toMatchObject({ '2025 pay_arrears': '3/5', '2025 severance_damages': '1/2' })
  })

  test('what the outside registers do not know is not split', async () => {
    expect(byKey(await ask('ladder.bypass_rate --where union=U1'))).toEqual({ 2025: 'not_split' })
    expect(byKey(await ask('ladder.bypass_rate --where industry=H62'))).toEqual({ 2025: 'not_split' })
  })

  test('before the street’s first case nothing is set against nothing', async () => {
    const cells = await (await outside()).ask('ladder.bypass_rate --from 2024 --to 2024')
    expect(cells.map((c) => c.missing)).toEqual(['not_recorded'])
  })
})

describe('a register of the whole street', () => {
  const street = async (line: string) => (await extracted('outside-street', { asOf: '2025-04-30' })).ask(`${line} --from 2025 --to 2025`)

  test('counts for the street; the district’s is not set against it', async () => {
    expect(parts(await street('ladder.bypass_rate'))).toEqual({ 2025: '1/5' })
    expect((await street('disputes.arbitration_rate')).map((c) => c.value)).toEqual([expect.closeTo(150, 9)])
  })

  test('cannot be asked by committee or cause', async () => {
    for (const by of ['area', 'cause']) expect(new Set(Object.values(byKey(await street(`ladder.bypass_rate --by ${by}`))))).toEqual(new Set(['not_recorded']))
  })
})

describe('supervision letters', () => {
  test('due on the as-of date is due, corrected on the last day is in time', async () => {
    expect((await ask('disputes.letters,disputes.letters_due,disputes.letters_overdue')).map((c) => c.value)).toEqual([6, 4, 2])
    expect(parts(await ask('disputes.letters_corrected'))).toEqual({ 2025: '2/4' })
    expect(parts(await ask('disputes.letters_on_time'))).toEqual({ 2025: '1/4' })
    expect(byKey(await ask('disputes.letters --by union'))).toEqual({ '2025 U1': 2, '2025 U2': 4, '2025 U3': 0 })
  })

  test('those overdue are listed', async () => {
    const [answer] = await (await outside()).answer([{ kind: 'list', list: 'letters_overdue', period: { from: 24300, to: 24311 }, where: [] }])
    expect(answer).toMatchObject({
      rows: [
        ['S7', 'opinion', expect.any(String), 'U2', '2025-04-01', '2025-05-01'],
        ['S3', 'suggestion', null, 'U2', '2025-03-01', '2025-06-15'],
      ],
    })
  })
})

describe('claims', () => {
  test('one claim of a case counts once, however often it is written', async () => {
    expect(byKey(await ask('disputes.claims --by claim --grain all'))).toMatchObject({ 'all pay_arrears': 2, 'all overtime': 1, 'all severance_damages': 1 })
    expect(parts(await ask('disputes.claims_per_case'))).toEqual({ 2025: '4/3' })
    expect(parts(await ask('disputes.claims_per_case --by claim --grain all'))).toMatchObject({ 'all pay_arrears': '2/3', 'all overtime': '1/3' })
  })

  test('claims by the cause of their case are another split', async () => {
    expect(byKey(await ask('disputes.claims --by cause --grain all'))).toMatchObject({ 'all pay_arrears': 3, 'all severance_damages': 1 })
  })

  test('amounts by claim; none is not 0', async () => {
    expect(byKey(await ask('disputes.claims_amount --by claim --grain all'))).toMatchObject({ 'all pay_arrears': 5700, 'all overtime': 1000, 'all severance_damages': 'not_recorded' })
  })
})

describe('reports', () => {
  test('a zero report is one; a report to come is missing', async () => {
    expect(parts(await ask('reports.submitted_share'))).toEqual({ 2025: '4/6' })
    expect((await ask('reports.zero,reports.late,reports.missing')).map((c) => c.value)).toEqual([2, 1, 2])
  })

  test('by committee, and by ledger under either of its names', async () => {
    expect(parts(await ask('reports.submitted_share --by union'))).toEqual({ '2025 U1': '2/3', '2025 U2': '1/2', '2025 U3': '1/1' })
    expect(parts(await ask('reports.submitted_share --by ledger'))).toMatchObject({ '2025 disputes': '3/5', '2025 external_cases': '1/1' })
  })

  test('a yearly one is booked in December', async () => {
    const cells = await (await outside()).ask('reports.submitted_share --grain month --from 2024-12 --to 2024-12')
    expect(parts(cells)).toEqual({ '2024-12': '1/1' })
  })

  test('those missing in twelve months are listed', async () => {
    const [answer] = await (await outside()).answer([{ kind: 'list', list: 'not_reported', period: { from: 24300, to: 24311 }, where: [] }])
    expect(answer).toMatchObject({ rows: [['disputes', 'U2', '2025-01'], ['disputes', 'U1', '2025-05']] })
  })
})
