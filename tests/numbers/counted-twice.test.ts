import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { byKey, extracted, extractedFrom, fixtureFolder, parts } from '../support/extracted'

const ask = async (line: string) => (await extracted('counted-twice', { asOf: '2025-02-28' })).ask(`${line} --from 2025-01 --to 2025-02 --grain month`)
const january = async (line: string) => (await ask(line)).filter(({ period }) => period === '2025-01')

describe('a row that holds others', () => {
  test('of a place and trade stands for the enterprises in it', async () => {
    expect(parts(await ask('turnover.quits_rate_average'))).toEqual({ '2025-01': '5/109.5', '2025-02': '1/30.5' })
    expect(parts(await january('turnover.quits_rate_average --by area'))).toMatchObject({ '2025-01 310106099001': '4/100', '2025-01 310106099002': '1/9.5' })
    expect(byKey(await january('turnover.employment'))).toEqual({ '2025-01': 159.5 })
  })

  test('leaves the enterprises their arrears', async () => {
    expect(parts(await january('turnover.arrears_share'))).toEqual({ '2025-01': '1/2' })
  })

  test('of a street stands for its committees, and the district’s is not added', async () => {
    expect(byKey(await january('disputes.arbitration_filings'))).toEqual({ '2025-01': 10 })
    expect(byKey(await january('disputes.hotline'))).toEqual({ '2025-01': 9 })
    expect(parts(await january('ladder.bypass_rate'))).toEqual({ '2025-01': '6/7' })
  })

  test('of a street or a section stands for committees and divisions of the same size', async () => {
    const cells = await january('investment.entries,investment.exits,investment.stock')
    expect(cells.map((c) => c.value)).toEqual([7, 2, 31])
  })
})

describe('what is not known is no 0', () => {
  test('a channel without any row', async () => {
    expect(byKey(await ask('disputes.inspection_cases'))).toEqual({ '2025-01': 'not_recorded', '2025-02': 'not_recorded' })
    expect(byKey(await ask('disputes.petitions'))).toEqual({ '2025-01': 0, '2025-02': 7 })
  })

  test('a ticket closed before it came', async () => {
    expect(parts(await january('tickets.within_sla'))).toEqual({ '2025-01': '1/2' })
  })

  test('lapses, with a list of unions and without: the contracts name theirs', async () => {
    const [lapses, days] = await (await extracted('counted-twice', { asOf: '2025-02-28' })).ask('coverage.lapses,coverage.lapse_days --from 2025 --to 2025')
    expect([lapses?.value, days?.value]).toEqual([1, 14])
    const folder = mkdtempSync(join(tmpdir(), 'xieshang-contracts-'))
    cpSync(join(fixtureFolder('counted-twice'), 'contracts.csv'), join(folder, 'contracts.csv'))
    cpSync(join(fixtureFolder('counted-twice'), 'source.json'), join(folder, 'source.json'))
    const alone = await extractedFrom({ folder, asOf: '2025-02-28' })
    expect(byKey(await alone.ask('coverage.lapses --from 2025 --to 2025'))).toEqual({ 2025: 1 })
    rmSync(folder, { recursive: true })
  })
})

describe('twelve months to the end of a February', () => {
  test('do not count the 29th of the leap year before', async () => {
    expect(parts(await ask('congress.met_12m'))).toEqual({ '2025-01': '1/2', '2025-02': '0/2' })
    expect(parts(await ask('congress.member_rate'))).toEqual({ '2025-01': '80/140', '2025-02': '30/40' })
    expect(byKey(await ask('congress.check_failed --where check=quorum'))).toEqual({ '2025-01': 1, '2025-02': 0 })
  })
})
