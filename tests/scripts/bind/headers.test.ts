import { describe, expect, it } from 'vitest'
import { bindHeaders } from '../../../scripts/lib/bind/bind'
import { recognise } from '../../../scripts/lib/bind/recognise'
import { readWideHeader } from '../../../scripts/lib/bind/wide'
import { sourceTables } from '../../../src/domain/tables/index'
import { disputes, disputeStages } from '../../../src/domain/tables/disputes'

const bound = (headers: readonly string[], table = disputes): Record<string, string | number> =>
  Object.fromEntries(bindHeaders(table, headers.map((text, index) => ({ index, text }))).columns.map(one => [one.header, `${one.column.name}×${one.factor}`]))

describe('recognising tables by name', () => {
  it.each([
    ['2024年劳动争议台账（大统）', 'disputes'],
    ['劳动争议', 'disputes'],
    ['dispute_stages_2024', 'dispute_stages'],
    ['Disputes', 'disputes'],
    ['企业用工月报', 'workforce_months'],
    ['企业台账2024', 'enterprises'],
  ])('%s is %s', (text, name) => {
    expect(recognise(text, sourceTables)).toMatchObject({ kind: 'table', table: { name } })
  })

  it('knows all tables by their canonical and Chinese names, with what files add to them', () => {
    expect(sourceTables).toHaveLength(34)
    for (const table of sourceTables) {
      for (const name of [table.name, table.name.toUpperCase(), `${table.name}_2025`, table.zh, `${table.zh}_2025`, `2025年${table.zh}（大统居民区）`, `芷江西路街道总工会${table.zh}`]) {
        expect([name, recognise(name, sourceTables)]).toEqual([name, { kind: 'table', table }])
      }
    }
  })

  it.each([
    ['集体合同台账_2025', 'contracts'], ['集体合同', 'contracts'], ['集体合同覆盖企业名单', 'contract_enterprises'], ['集体合同企业名单', 'contract_enterprises'],
    ['集体合同条款明细', 'contract_clauses'], ['集体合同履行检查记录', 'contract_inspections'],
    ['职工代表', 'representatives'], ['职工代表名册2025', 'representatives'], ['职工代表提案', 'proposals'], ['提案台账', 'proposals'],
    ['职工代表培训', 'trainings'], ['职工代表培训签到', 'training_attendance'], ['培训签到', 'training_attendance'], ['培训签到表', 'training_attendance'],
    ['职代会会议记录', 'congress_meetings'], ['职代会会议议题', 'congress_items'], ['职代会议题', 'congress_items'], ['职代会届次', 'congress_terms'],
    ['评价指标体系', 'indicators'], ['评价指标', 'indicators'], ['评价指标得分', 'indicator_scores'], ['评价得分_2025', 'indicator_scores'],
    ['政策宣讲活动', 'outreach_events'], ['宣讲活动签到', 'outreach_attendance'], ['企业主态度评估', 'stance_assessments'], ['绿色通道', 'tickets'], ['工单2025', 'tickets'],
    ['报送登记', 'reports'], ['工会组织报表', 'union_snapshots'], ['工会组织', 'unions'], ['工会组织报表2024', 'union_snapshots'],
    ['一函两书', 'supervision_letters'], ['外部渠道案件月报', 'external_cases'], ['外部渠道案件2025', 'external_cases'], ['劳动争议诉求', 'dispute_claims'],
    ['经营主体增减', 'entity_flows'], ['招商线索', 'investment_leads'], ['制度推行日期', 'adoptions'], ['目标值', 'targets'], ['参考值', 'benchmarks'],
    ['contract enterprises 2025', 'contract_enterprises'], ['Training-Attendance', 'training_attendance'],
  ])('%s is %s', (text, name) => {
    expect(recognise(text.replaceAll('-', '_'), sourceTables)).toMatchObject({ kind: 'table', table: { name } })
  })

  it('says where a name fits two tables, and where it fits none', () => {
    expect(recognise('招商线索与集体合同', sourceTables)).toEqual({ kind: 'ambiguous', tables: ['集体合同台账', '招商线索'] })
    expect(recognise('通讯录', sourceTables)).toBeNull()
    expect(recognise('芷江西路街道总工会通讯录', sourceTables)).toBeNull()
  })

  it('reads parents before their children', () => {
    const at = (name: string): number => sourceTables.findIndex(table => table.name === name)
    const before = [
      ['areas', 'unions'], ['unions', 'enterprises'], ['unions', 'union_snapshots'], ['enterprises', 'disputes'], ['disputes', 'dispute_claims'], ['disputes', 'supervision_letters'],
      ['enterprises', 'contracts'], ['contracts', 'contract_enterprises'], ['contracts', 'contract_clauses'], ['contracts', 'contract_inspections'],
      ['congress_meetings', 'congress_items'], ['representatives', 'proposals'], ['trainings', 'training_attendance'], ['representatives', 'training_attendance'],
      ['outreach_events', 'outreach_attendance'], ['indicators', 'indicator_scores'], ['investment_leads', 'reports'],
    ]
    expect(before.filter(([parent = '', child = '']) => at(parent) < 0 || at(parent) >= at(child))).toEqual([])
  })
})

describe('binding headers', () => {
  it.each([
    ['诉求金额', 'amount_claimed×1'],
    ['诉求金额(元)', 'amount_claimed×1'],
    ['诉求金额（万元）', 'amount_claimed×10000'],
    ['AMOUNT_CLAIMED', 'amount_claimed×1'],
    ['amount claimed', 'amount_claimed×1'],
    ['涉 及 人 数', 'workers×1'],
    ['涉及人数（人）', 'workers×1'],
    ['来访日期', 'opened_on×1'],
    ['案件基本情况·案由', 'cause×1'],
  ])('%s is %s', (header, expected) => {
    expect(bound([header])).toEqual({ [header]: expected })
  })

  it('reads one spelling by its table: 登记日期 opens a dispute and says nothing of a stage', () => {
    expect(bound(['受理日期', '登记日期'])).toEqual({ 受理日期: 'accepted_on×1', 登记日期: 'opened_on×1' })
    expect(bound(['受理日期', '登记日期'], disputeStages)).toEqual({ 受理日期: 'accepted_on×1' })
  })

  it('does not convert a currency that it does not know', () => {
    const binding = bindHeaders(disputes, [{ index: 0, text: '诉求金额（美元）' }])
    expect(binding.columns).toEqual([])
    expect(binding.unknown).toEqual(['诉求金额（美元）'])
  })
})

describe('headers for places, unions and firms', () => {
  const of = (name: string) => sourceTables.find(table => table.name === name) ?? disputes
  it.each([
    ['congress_meetings', '居民区', 'union_id×1'], ['congress_meetings', '联合工会', 'union_id×1'], ['tickets', '居民区', 'area_code×1'], ['entity_flows', '居委', 'area_code×1'],
    ['stance_assessments', '企业名称', 'enterprise_id×1'], ['representatives', '统一社会信用代码', 'enterprise_id×1'],
    ['contract_enterprises', '企业名称', 'enterprise_name×1'], ['unions', '工会名称', 'name_zh×1'], ['enterprises', '居民区', 'area_code×1'],
  ])('%s: %s', (table, header, expected) => {
    expect(bound([header], of(table))).toEqual({ [header]: expected })
  })
})

describe('wide headers', () => {
  it.each([
    ['联合工会调解收到日期', 'stage', 'tier2', 'applied_on'],
    ['第一级·结果', 'stage', 'tier1', 'result'],
    ['街道联动处置（办结日期）', 'stage', 'tier3', 'ended_on'],
    ['tier2 - ended', 'stage', 'tier2', 'ended_on'],
    ['In-house consultation: received', 'stage', 'tier1', 'applied_on'],
    ['第二级、收到', 'stage', 'tier2', 'applied_on'],
    ['法院|结束', 'stage', 'litigation', 'ended_on'],
    ['三级～结果', 'stage', 'tier3', 'result'],
    ['仲裁/受理日期', 'stage', 'arbitration', 'accepted_on'],
    ['第2次调解方式', 'seq', '2', 'mode'],
    ['第三次日期', 'seq', '3', 'held_on'],
    ['session 1 minutes', 'seq', '1', 'minutes'],
    ['第1次调解时长(小时)', 'seq', '1', 'minutes'],
  ])('%s', (header, fixed, value, column) => {
    expect(readWideHeader(header)).toMatchObject({ fixed: { column: fixed, value }, column })
  })

  it('converts hours and leaves other headers alone', () => {
    expect(readWideHeader('第1次调解时长(小时)')?.factor).toBe(60)
    expect(readWideHeader('调解结果')).toBeNull()
    expect(readWideHeader('联合工会调解备注')).toBeNull()
  })
})
