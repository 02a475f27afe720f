import { describe, expect, it } from 'vitest'
import { checked } from './checked'

const asOf = '2025-12-31'
const street = '区划代码,名称,级别\n310106022,芷江西路街道,街道\n310106022001,大统居民区,居民区\n310106022002,南山居民区,居民区\n'
const unions = '工会编号,工会名称,级别,上级工会编号,区划代码\nU0,芷江西路街道总工会,街道总工会,,310106022\nU1,大统居民区联合工会,联合工会,芷江西路街道总工会,310106022001\nU2,南山居民区联合工会,联合工会,U0,310106022002\n'

describe('unions', () => {
  it('are matched by id, by name and by their committee; only what cannot be is flagged', async () => {
    const { flagged, rows } = await checked({
      '区划.csv': street, '工会组织.csv': unions,
      '职代会会议.csv': `会议编号,居民区,召开日期,代表总数,到会人数\n${['U1', '大统居民区联合工会', '大统居民区', '大统居委会', '310106022001', '芷江西路街道总工会', '不知名公司工会', 'U77'].map((text, i) => `M${i},${text},2025-03-01,30,30`).join('\n')}\n`,
    }, { asOf })
    expect(flagged).toEqual(['congress_meetings.union_id.unknown_union@8', 'congress_meetings.union_id.unknown_union@9'])
    const ids = (await rows('SELECT union_id FROM stage.congress_meetings')).flat()
    expect(ids.filter((_, i) => i !== 6)).toEqual(['U1', 'U1', 'U1', 'U1', 'U1', 'U0', 'U77'])
    expect(ids[6]).toMatch(/^[0-9a-f]{16}$/)
    expect(await rows('SELECT parent_union_id FROM stage.unions')).toEqual([[null], ['U0'], ['U0']])
  })

  it('of one name in two streets are ambiguous, and without a table stay as written', async () => {
    const two = await checked({
      'unions.csv': 'union_id,name_zh,level,area_code\nU1,普善居民区联合工会,joint,310106022017\nU2,普善联合工会,joint,310106015003\n',
      'trainings.csv': 'training_id,union_id,held_on\nT1,普善居委会,2025-01-01\n',
    }, { asOf })
    expect(two.flagged).toEqual(['trainings.union_id.ambiguous_union@2'])
    const none = await checked({ 'trainings.csv': 'training_id,union_id,held_on\nT1,普善居委会,2025-01-01\n' }, { asOf })
    expect([none.flagged, await none.rows('SELECT union_id FROM stage.trainings')]).toEqual([[], [['普善居委会']]])
  })
})

const enterprises = 'enterprise_id,企业名称,居民区,行业代码\nE1,上海甲有限公司,大统,H62\nE2,上海乙有限公司,南山,H62\n'

describe('outreach and stance', () => {
  it('keep only firms and events that exist, and one judgement per firm, assessor and day', async () => {
    const { rejected, rows } = await checked({
      '区划.csv': street, 'enterprises.csv': enterprises,
      'outreach_events.csv': 'event_id,kind,held_on\nV1,宣讲,2025-02-01\n',
      '活动参加企业.csv': '活动编号,企业编号,企业名称\nV1,E1,\nV1,,上海乙有限公司\nV1,E9,\nV9,E1,\n',
      '企业主态度评估.csv': '企业名称,评估日期,态度,评估方\n上海甲有限公司,2025-02-01,4,自评\n上海甲有限公司,2025-02-01,观望犹豫,自评\n上海甲有限公司,2025-02-01,５,工会\n上海乙有限公司,2025-02-01,6,工会\n',
    }, { asOf, maxRejected: 1 })
    expect(rejected).toEqual(['enterprise.unknown_id@4', 'outreach_attendance.event_id.orphan@5', 'stance_assessments.stance.type@5', 'stance_assessments.duplicate_key@3'])
    expect(await rows('SELECT stance, assessor FROM stage.stance_assessments JOIN stage.enterprises USING (enterprise_id)')).toEqual([['4', 'self'], ['5', 'union']])
  })
})

describe('tickets', () => {
  it('run in order; satisfaction is 1 to 5 or missing; the firm gives the place', async () => {
    const { flagged, rows } = await checked({
      '区划.csv': street, 'enterprises.csv': enterprises,
      '绿色通道工单.csv': [
        '工单编号,单位名称,类别,提交时间,首次响应时间,办结时间,满意度',
        'K1,上海甲有限公司,咨询,2025-03-01 09:00,2025-03-01 09:00,2025-03-01 09:00,5', 'K2,上海甲有限公司,咨询,2025-03-01 09:00,2025-03-01 08:59,,0',
        'K3,,咨询,2025-03-01 09:00,,2025-02-28 09:00,6', 'K4,无此企业,投诉,2026-01-01 09:00,,,很好',
      ].join('\n'),
    }, { asOf })
    expect(flagged).toEqual([
      'tickets.satisfaction.type@3', 'tickets.satisfaction.type@4', 'tickets.satisfaction.type@5', 'enterprise.unmatched@5',
      'tickets.date_order@3', 'tickets.date_order@4', 'tickets.submitted_at.after_as_of@5',
    ])
    expect(await rows('SELECT area_code, satisfaction FROM stage.tickets')).toEqual([['310106022001', '5'], ['310106022001', null], [null, null], [null, null]])
  })
})

describe('claims, letters and cases elsewhere', () => {
  it('belong to disputes and stay within their totals', async () => {
    const { flagged, rejected, rows } = await checked({
      '区划.csv': street,
      'disputes.csv': 'dispute_id,opened_on,cause\nA,2025-01-01,overtime\nB,2025-01-02,overtime\nC,2025-01-03,\n',
      'dispute_claims.csv': 'dispute_id,seq,cause,amount\nA,1,pay_arrears,100\nA,2,overtime,200\nB,1,pay_arrears,100\nB,2,work_injury,100\nC,1,overtime,1\nD,1,overtime,1\n',
      'dispute_claims_2.csv': 'dispute_id,seq,cause,amount\nA,1,pay_arrears,\n',
      'supervision_letters.csv': 'letter_id,dispute_id,enterprise_id,kind,issued_on,due_on\nL1,A,E5,提示函,2025-02-01,2027-01-01\nL2,Z,E5,意见书,2026-02-01,\n',
      'external_cases.csv': 'area_code,channel,cause,month,accepted,closed,mediated,bypassed\n大统,仲裁,overtime,2025-01,10,5,5,10\n大统,仲裁,overtime,2025-02,10,5,6,11\n某地,信访,,2025-01,1,,,\n另一地,信访,,2025-01,1,,,\n',
    }, { asOf })
    expect(rejected).toEqual(['step.repeated@2'])
    expect(flagged).toEqual([
      'external_cases.area_code.unknown_place@4', 'external_cases.area_code.unknown_place@5', 'external_cases.mediated_within_closed@3', 'external_cases.bypassed_within_accepted@3',
      'dispute_claims.dispute_id.orphan@7', 'dispute_claims.primary_cause@4', 'supervision_letters.dispute_id.orphan@3', 'supervision_letters.issued_on.after_as_of@3',
    ])
    expect(await rows('SELECT count(*)::INTEGER, count(area_code)::INTEGER FROM stage.external_cases')).toEqual([[4, 2]])
    expect(await rows(`SELECT count(*)::INTEGER FROM stage.supervision_letters WHERE regexp_full_match(enterprise_id, '[0-9a-f]{16}')`)).toEqual([[2]])
  })
})

describe('stocks of entities', () => {
  const flows = (columns: string, rows: readonly string[]): Record<string, string> =>
    ({ 'entity_flows.csv': [`area_code,industry_code,size_class,month,entries,exits,stock_end${columns}`, ...rows].join('\n') })
  const start = ['310106022,H,,2025-01,5,1,100', '310106022,H,small,2025-01,5,1,10']

  it('follow from the month before; moves count where they are recorded', async () => {
    expect((await checked(flows('', [...start, '310106022,H,,2025-02,5,1,104', '310106022,H,small,2025-02,5,1,13', '310106022,H,,2025-04,5,1,1']), { asOf })).flagged).toEqual(['entity_flows.stock_identity@5', 'entity_flows.stock_breaks_off@4', 'entity_flows.stock_breaks_off@5'])
    expect((await checked(flows('', [...start, '310106022,H,,2025-02,5,1,', '310106022,H,small,2025-02,0,10,0', '310106022,H,,2025-03,5,1,104']), { asOf })).flagged).toEqual(['entity_flows.stock_blank@4'])
    const moves = [...start.map(row => `${row},,`), '310106022,H,,2025-02,5,1,105,2,1', '310106022,H,small,2025-02,5,1,99,,1']
    expect((await checked(flows(',moved_in,moved_out', moves), { asOf })).flagged).toEqual([])
    expect((await checked(flows(',moved_in,moved_out', [...moves, '310106022,H,,2025-03,0,0,104,0,0']), { asOf })).flagged).toEqual(['entity_flows.stock_identity@6', 'entity_flows.stock_breaks_off@5'])
  })
})

describe('benchmarks', () => {
  it('equal numerator over denominator as far as they are written out', async () => {
    const rows = ['a,0.7037,19,27', 'b,0.704,19,27', 'c,0.705,19,27', 'd,1,19,27', 'e,12,123,10', 'f,13,123,10', 'g,0.5,1,0', 'h,0.9,1,', 'i,0.7037037037037037,19,27']
    const { flagged } = await checked({ 'benchmarks.csv': `metric_id,value,numerator,denominator,geo,period,source_title,grade\n${rows.map(row => `${row},上海,2023年,统计年鉴,primary`).join('\n')}\n`, 'trainings.csv': 'training_id,held_on\nT1,2025-01-01\n' }, { asOf })
    expect(flagged.filter(line => !line.includes('unknown_metric'))).toEqual(['benchmarks.ratio@4', 'benchmarks.ratio@5', 'benchmarks.ratio@7', 'benchmarks.ratio@8'])
  })
})

describe('the register of reports', () => {
  const reports = [
    '报表,居民区,期间,报送状态', '劳动争议台账,大统,2025-01,已报', 'disputes,大统,2025-02,已报', '劳动争议,大统,2025-03,零报告', '劳动争议台账,南山,2025-01,未报',
    '劳动争议台账,芷江西路街道总工会,2025,已报', '劳动争议台账,芷江西路街道总工会,2025-03,零报告', '用工月报,大统,2025年1月,迟报', '用工月报,南山,2025-01,已报',
    '集体合同台账,大统,2025-01,已报', '通讯录,大统,2025-01,已报',
  ].join('\n')

  it('is compared with the rows of each ledger, by union and period', async () => {
    const { flagged, rows } = await checked({
      '区划.csv': street, '工会组织.csv': unions, 'enterprises.csv': enterprises,
      'disputes.csv': 'dispute_id,opened_on,area_code\nA,2025-01-31,大统\nB,2025-03-01,大统\n',
      'workforce_months.csv': 'enterprise_id,month,closing\nE1,2025-01,3\n', '报送登记.csv': reports,
    }, { asOf })
    expect(flagged).toEqual(['reports.table_name.unknown_table@11', 'reports.disputes.rows@3', 'reports.disputes.rows@4', 'reports.workforce_months.rows@9'])
    expect((await rows('SELECT table_name FROM stage.reports')).flat()).toEqual([
      'disputes', 'disputes', 'disputes', 'disputes', 'disputes', 'disputes', 'workforce_months', 'workforce_months', 'contracts', '通讯录',
    ])
  })

  it('is silent about ledgers that are not there', async () => {
    expect((await checked({ '工会组织.csv': unions, '报送登记.csv': '报表,工会编号,期间,报送状态\n绿色通道工单,U1,2025-01,已报\n', 'trainings.csv': 'training_id,held_on\nT1,2025-01-01\n' }, { asOf })).flagged).toEqual([])
  })
})

describe('the as-of date', () => {
  const contracts = 'contract_id,type,scope,signed_on,expires_on\nC1,wage,regional,2025-03-10,2028-03-10\n'
  it('is the last event where there are no disputes; what is planned does not count', async () => {
    const events = { 'contracts.csv': contracts, 'congress_terms.csv': 'union_id,term,start_on,end_on,extended_to,seats\nU1,1,2026-01-01,2029-01-01,2030-01-01,30\n' }
    expect((await checked(events)).staged.asOf).toBe('2025-03-10')
    expect((await checked({ ...events, 'tickets.csv': 'ticket_id,kind,submitted_at\nK1,question,2025-04-02 23:30\n' })).staged.asOf).toBe('2025-04-02')
    expect((await checked({ ...events, 'external_cases.csv': 'area_code,channel,month,accepted\n310106022,court,2025-04,1\n' })).staged.asOf).toBe('2025-04-30')
  })
  it('is the last day of the disputes where there are any, and later events are flagged', async () => {
    const { staged, flagged } = await checked({ 'contracts.csv': contracts, 'disputes.csv': 'dispute_id,opened_on\nA,2025-03-09\n' })
    expect([staged.asOf, flagged]).toEqual(['2025-03-09', ['contracts.signed_on.after_as_of@2']])
  })
})
