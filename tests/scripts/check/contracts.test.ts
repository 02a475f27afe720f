import { describe, expect, it } from 'vitest'
import { checked, examined, type Example } from './checked'

const unions = 'union_id,name_zh,level,area_code\nU1,大统居民区联合工会,joint,310106022001\n'
const contract = (rows: readonly string[]): string => ['contract_id,type,scope,requested_on,replied_on,adopted_on,notified_on,filed_on,effective_on,expires_on,yes_votes,reps_total', ...rows].join('\n')

const limits: readonly Example[] = [
  ['one year to its last day', 'C0,general,regional,,,,,,2024-01-01,2024-12-31,,', []],
  ['one year less a day', 'C1,general,regional,,,,,,2024-01-01,2024-12-30,,', ['contracts.term']],
  ['exactly three years', 'C2,general,regional,,,,,,2024-01-01,2027-01-01,,', []],
  ['three years and a day', 'C3,general,regional,,,,,,2024-01-01,2027-01-02,,', ['contracts.term']],
  ['no start recorded', 'C4,general,regional,,,,,,,2029-01-01,,', []],
  ['a reply on day 15', 'C5,general,regional,2024-03-01,2024-03-16,,,,,2025-01-01,,', []],
  ['a reply on day 16', 'C6,general,regional,2024-03-01,2024-03-17,,,,,2025-01-01,,', ['contracts.reply_days']],
  ['a reply before the request', 'C7,general,regional,2024-03-01,2024-02-29,,,,,2025-01-01,,', ['contracts.reply_days']],
  ['no reply recorded', 'C8,general,regional,2024-03-01,,,,,,2025-01-01,,', []],
  ['filed on day 10 after adoption', 'C9,general,regional,,,2024-03-01,,2024-03-11,,2025-01-01,,', []],
  ['filed on day 11 after adoption', 'C10,general,sectoral,,,2024-03-01,,2024-03-12,,2025-01-01,,', ['contracts.filing_days_regional']],
  ['an enterprise contract counts from the notice', 'C11,general,enterprise,,,2024-03-01,2024-03-20,2024-03-30,,2025-01-01,,', []],
  ['an enterprise contract on day 11 after the notice', 'C12,general,enterprise,,,2024-03-01,2024-03-19,2024-03-30,,2025-01-01,,', ['contracts.filing_days_enterprise']],
  ['exactly half', 'C13,general,regional,,,,,,,2025-01-01,15,30', []],
  ['one vote less than half', 'C14,general,regional,,,,,,,2025-01-01,14,30', ['contracts.votes']],
  ['half of an odd number', 'C15,general,regional,,,,,,,2025-01-01,15,31', ['contracts.votes']],
]

describe('contracts', () => {
  it('are checked at the limits of the law', async () => {
    expect(await examined('contracts.csv', contract([]), limits, { asOf: '2024-12-31' })).toEqual(limits)
  })

  it('leaves out a contract that ends before it begins', async () => {
    const { rejected } = await checked({ 'contracts.csv': contract(['A,general,regional,,,,,,2024-01-01,2024-01-01,,', 'B,general,regional,,,,,,2024-01-01,2025-01-01,,']) }, { asOf: '2024-12-31', maxRejected: 1 })
    expect(rejected).toEqual(['contracts.effective_before_expires@2'])
  })

  it('takes planned dates for no slip, and events after the as-of date for one', async () => {
    const { flagged } = await checked({ 'contracts.csv': contract(['A,general,regional,,,2024-03-01,,2024-03-05,2024-04-01,2026-01-01,,']) }, { asOf: '2024-03-02' })
    expect(flagged).toEqual(['contracts.filed_on.after_as_of@2'])
  })
})

describe('firms bound by a contract', () => {
  const enterprises = 'enterprise_id,企业名称,信用代码,区划代码,行业代码\nE1,上海甲有限公司,91310106XXXX000198,310106022001,H62\nE2,上海乙有限公司,,310106022001,H62\n'
  const files = {
    'unions.csv': unions, '企业台账.csv': enterprises,
    'contracts.csv': contract(['C1,wage,regional,,,,,,2024-01-01,2025-01-01,,']),
  }

  it('are found by id, code or name; what does not exist or repeats is left out', async () => {
    const { rejected, rows, staged } = await checked({
      ...files,
      '集体合同覆盖企业_2025.csv': '合同编号,单位名称,信用代码\nC1,上海甲有限责任公司,\nC1,,91310106XXXX000198\nC1,上海丙有限公司,\nC9,上海乙有限公司,\nC1,上海乙有限公司,\n',
    }, { asOf: '2024-12-31', maxRejected: 1 })
    expect(rejected).toEqual(['enterprise.unmatched@4', 'contract_enterprises.contract_id.orphan@5', 'contract_enterprises.duplicate_key@3'])
    expect(await rows('SELECT count(*)::INTEGER, count(DISTINCT c.enterprise_id)::INTEGER FROM stage.contract_enterprises c JOIN stage.enterprises e USING (enterprise_id)')).toEqual([[2, 2]])
    expect(staged.counts.get('contract_enterprises')).toMatchObject({ read: 5, kept: 2, rejected: 3 })
  })

  it('need no register and no contracts beside them', async () => {
    const { rejected, flagged, rows } = await checked({ 'contract_enterprises.csv': 'contract_id,企业名称\nC1,上海甲有限公司\n' }, { asOf: '2024-12-31' })
    expect([rejected, flagged]).toEqual([[], []])
    expect(await rows(`SELECT regexp_full_match(enterprise_id, '[0-9a-f]{16}') FROM stage.contract_enterprises`)).toEqual([[true]])
  })

  it('tell which clause or inspection belongs to no contract', async () => {
    const { flagged } = await checked({
      ...files,
      'contract_clauses.csv': 'contract_id,topic,present\nC1,pay,1\nC2,pay,1\n', 'contract_inspections.csv': 'contract_id,inspected_on,result\nC2,2024-05-01,met\n',
    }, { asOf: '2024-12-31' })
    expect(flagged.filter(line => !line.startsWith('enterprises'))).toEqual(['contract_clauses.contract_id.orphan@3', 'contract_inspections.contract_id.orphan@2'])
  })
})
