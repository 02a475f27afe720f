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

  it('does not take a table of later versions for another', () => {
    expect(recognise('集体合同覆盖企业', sourceTables)).toEqual({ kind: 'later', zh: '集体合同覆盖企业' })
    expect(recognise('通讯录', sourceTables)).toBeNull()
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
