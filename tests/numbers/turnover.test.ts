import { describe, expect, test } from 'vitest'
import { restOf } from '../../src/domain/compile/reader'
import { metricOf } from '../../src/domain/metrics'
import { byKey, changedFixture, extracted, extractedFrom, parts } from '../support/extracted'

const ask = async (line: string) => (await extracted('turnover', { asOf: '2025-06-15' })).ask(line)
const areas = async (line: string) => (await extracted('turnover-areas', { asOf: '2025-02-28' })).ask(line)

const pairs = async (metrics: string, rest = '--from 2025 --to 2025') => (await ask(`${metrics} ${rest}`)).map((c) => c.missing ?? [c.numerator, c.denominator])

describe('rates per month', () => {
  test('over reference-period employment, flow and base from the same enterprise-months', async () => {
    const metrics = ['hires', 'quits', 'layoffs', 'separation', 'mutual_ends', 'expiries'].map((flow) => `turnover.${flow}_rate`).join(',')
    expect(await pairs(metrics)).toEqual([[20, 219], [15, 219], [9, 200], [25, 200], [1, 200], [1, 200]])
  })

  test('other separations are neither quits nor ends by the employer, and count among all', async () => {
    const folder = changedFixture('turnover', 'workforce_months.csv', (text) => text.replace('E2,,,2025-05,20,1,2,4,0,1,0,15,', 'E2,,,2025-05,20,1,2,4,0,1,3,12,'))
    const { ask: told } = await extractedFrom({ asOf: '2025-06-15', folder })
    const cells = await told('turnover.other_separations_rate,turnover.separation_rate,turnover.quits_rate --from 2025 --to 2025')
    expect(cells.map((c) => [c.numerator, c.denominator])).toEqual([[3, 200], [28, 200], [15, 219]])
  })

  test('over the mean of opening and closing', async () => {
    const metrics = ['hires', 'quits', 'layoffs', 'separation', 'mutual_ends'].map((flow) => `turnover.${flow}_rate_average`).join(',')
    expect(await pairs(metrics)).toEqual([[22, 205.5], [16, 205.5], [10, 186.5], [26, 186.5], [0, 186.5]])
  })

  test('of a month, of a firm that missed it, of a month not over, of one never reported', async () => {
    expect(await pairs('turnover.quits_rate', '--grain month --from 2025-02 --to 2025-02')).toEqual([[1, 12]])
    expect(byKey(await ask('turnover.quits_rate --by union --grain month --from 2025-02 --to 2025-02'))).toEqual({ '2025-02 U1': 1 / 12, '2025-02 U2': 'no_denominator', '2025-02 U3': 'no_denominator' })
    expect(byKey(await ask('turnover.quits_rate --grain month --from 2025-06 --to 2025-06'))).toEqual({ '2025-06': 'too_young' })
    expect(byKey(await ask('turnover.quits_rate --grain month --from 2024-05 --to 2024-05'))).toEqual({ '2024-05': 'not_in_extract' })
  })

  test('an unfinished year ends with the last whole month', async () => {
    const [cell] = await ask('turnover.quits_rate --from 2025 --to 2025')
    expect([cell?.cut, cell?.interval, cell?.within]).toEqual(['2025-05-31', 'wilson', { panel: 'register' }])
    expect(cell?.value).toBeCloseTo(15 / 219, 12)
  })
})

describe('kinds of sample', () => {
  test('are never one base; asked for, each stands alone', async () => {
    expect(parts(await ask('turnover.quits_rate --by panel --from 2025 --to 2025'))).toEqual({ '2025 register': '15/219', '2025 survey': '50/100' })
    expect(await pairs('turnover.quits_rate', '--where panel=survey --from 2025 --to 2025')).toEqual([[50, 100]])
  })
})

describe('twelve months', () => {
  test('flows over the mean of the months, on each base', async () => {
    const cells = await ask('turnover.quits_year,turnover.quits_year_average --from 2025 --to 2025')
    expect(cells.map((c) => [c.numerator, c.denominator])).toEqual([[22, 303], [23, 275.5]])
    expect(cells.map((c) => c.value)).toEqual([expect.closeTo((22 / 303) * 12, 12), expect.closeTo((23 / 275.5) * 12, 12)])
  })

  test('not before twelve months are there', async () => {
    expect(byKey(await ask('turnover.quits_year --from 2024 --to 2024'))).toEqual({ 2024: 'not_in_extract' })
    const months = byKey(await ask('turnover.quits_year --grain month --from 2025-04 --to 2025-05'))
    expect(months).toEqual({ '2025-04': 'not_in_extract', '2025-05': expect.closeTo((22 / 303) * 12, 12) })
  })
})

describe('people and who ends it', () => {
  test('flows as counts', async () => {
    expect((await ask('turnover.hires,turnover.quits,turnover.layoffs,turnover.separations --from 2025 --to 2025')).map((c) => c.value)).toEqual([22, 18, 10, 29])
  })

  test('shares of the ends, where every kind is known', async () => {
    expect(await pairs('turnover.quits_share,turnover.employer_share')).toEqual([[17, 29], [10, 29]])
  })

  test('large layoffs: a tenth of the staff, two people at least, firms only', async () => {
    expect(byKey(await ask('turnover.mass_layoffs --by union --from 2025 --to 2025'))).toEqual({ '2025 U1': 0, '2025 U2': 1, '2025 U3': 0 })
  })
})

describe('headcount and composition', () => {
  test('monthly means', async () => {
    expect((await ask('turnover.employment,turnover.headcount --from 2025 --to 2025')).map((c) => c.value)).toEqual([expect.closeTo(48.8, 12), expect.closeTo(42.3, 12)])
  })

  test('levels of the last month reported, both parts from the same firms', async () => {
    expect(await pairs('turnover.women_share,turnover.migrant_share,turnover.written_share,turnover.insured_share')).toEqual([[7, 16], [6, 10], [13, 14], [22, 25]])
    expect(await pairs('turnover.women_share', '--grain month --from 2025-01 --to 2025-01')).toEqual([[14, 28]])
  })

  test('arrears by firm and month; the identity; completeness', async () => {
    expect(await pairs('turnover.arrears_share,turnover.identity_broken,turnover.completeness')).toEqual([[3, 9], [1, 8], [10, 22]])
    expect(parts(await ask('turnover.completeness --grain month --from 2025-02 --to 2025-06'))).toEqual({
      '2025-02': '1/5', '2025-03': '2/4', '2025-04': '2/4', '2025-05': '3/4', '2025-06': 'too_young',
    })
  })
})

describe('members of a congress beside the rest', () => {
  test('by the congress of the month, with the interval of the difference', async () => {
    const [member, other] = await ask('turnover.quits_rate --by congress --from 2025 --to 2025 --compare rest')
    expect([member?.members.congress, member?.numerator, member?.denominator, member?.compared?.numerator, member?.compared?.denominator]).toEqual(['with', 6, 68, 9, 151])
    expect([other?.members.congress, other?.numerator, other?.denominator]).toEqual(['without', 9, 151])
    expect(member?.compared?.change).toBeCloseTo(6 / 68 - 9 / 151, 12)
    expect(member?.compared?.changeLow).toBeLessThan(6 / 68 - 9 / 151)
    expect(member?.compared?.changeHigh).toBeGreaterThan(6 / 68 - 9 / 151)
  })

  test('after all have adopted there is no rest, and the comparison says so', async () => {
    const [member, other] = await ask('turnover.quits_rate --by congress --grain month --from 2025-05 --to 2025-05 --compare rest')
    expect([member?.numerator, member?.denominator, member?.compared?.missing, member?.compared?.change]).toEqual([3, 32, 'no_denominator', null])
    expect(other?.missing).toBe('no_denominator')
  })

  test('a residue of adding decimals is no base', () => {
    const [total, own] = [0.1 + 0.2 + 0.3, 0.3 + 0.2 + 0.1]
    expect(total).not.toBe(own)
    expect(restOf(metricOf('turnover.quits_rate').formula, 'congress', { of: total, per: total }, { of: own, per: own })).toMatchObject({ of: 0, per: 0 })
  })
})

describe('rows by area and industry only', () => {
  test('stand on the average where no reference headcount is recorded', async () => {
    expect(parts(await areas('turnover.quits_rate_average --from 2025 --to 2025'))).toEqual({ 2025: '11/196' })
    expect(byKey(await areas('turnover.quits_rate --from 2025 --to 2025'))).toEqual({ 2025: 'not_recorded' })
    expect((await areas('turnover.employment --from 2025 --to 2025'))[0]?.value).toBe(98)
  })

  test('a column no ledger has is nothing, one blank in the row is unknown', async () => {
    expect(parts(await areas('turnover.separation_rate_average --from 2025 --to 2025'))).toEqual({ 2025: '10/98' })
    expect(byKey(await areas('turnover.separation_rate_average --grain month --from 2025-02 --to 2025-02'))).toEqual({ '2025-02': 'not_recorded' })
    expect(byKey(await areas('turnover.mutual_ends_rate_average --from 2025 --to 2025'))).toEqual({ 2025: 'not_recorded' })
  })

  test('tell nothing of firms', async () => {
    const cells = await areas('turnover.completeness,turnover.arrears_share,turnover.mass_layoffs,enterprises.count,enterprises.workers,enterprises.at_risk --from 2025 --to 2025')
    expect(cells.map((c) => c.missing)).toEqual(Array(6).fill('not_recorded'))
    expect(byKey(await areas('turnover.quits_rate_average --by congress --from 2025 --to 2025'))).toEqual({ '2025 ~': 'not_recorded' })
  })
})
