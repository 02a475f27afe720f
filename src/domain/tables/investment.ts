import type { SourceTable } from './table'

export const entityFlows: SourceTable = {
  name: 'entity_flows',
  zh: '经营主体增减',
  grain: 'one row per area industry size and month',
  keys: [['area_code', 'industry_code', 'size_class', 'month']],
  subject: 'investment',
  privacy: 'public',
  columns: [
    { name: 'area_code', zh: '区划代码', type: 'text', required: true },
    { name: 'industry_code', zh: '行业代码', type: 'text', required: true },
    { name: 'size_class', zh: '规模', type: 'enum', values: 'size_class' },
    { name: 'month', zh: '月份', type: 'month', required: true },
    { name: 'entries', zh: '新设户数', type: 'int', required: true, unit: 'entity' },
    { name: 'exits', zh: '注销户数', type: 'int', required: true, unit: 'entity' },
    { name: 'stock_end', zh: '期末户数', type: 'int', unit: 'entity' },
    { name: 'registered_capital_wan', zh: '注册资本(万元)', type: 'decimal', unit: '10k CNY' },
    { name: 'moved_in', zh: '迁入户数', type: 'int', unit: 'entity' },
    { name: 'moved_out', zh: '迁出户数', type: 'int', unit: 'entity' },
  ],
}

export const investmentLeads: SourceTable = {
  name: 'investment_leads',
  zh: '招商线索',
  grain: 'one row per lead',
  keys: [['lead_id']],
  subject: 'investment',
  privacy: 'internal',
  columns: [
    { name: 'lead_id', zh: '线索编号', type: 'text', required: true },
    { name: 'area_code', zh: '区划代码', type: 'text' },
    { name: 'industry_code', zh: '行业代码', type: 'text' },
    { name: 'opened_on', zh: '登记日期', type: 'date', required: true },
    { name: 'stage', zh: '阶段', type: 'enum', required: true, values: 'lead_stage' },
    { name: 'landed_on', zh: '落地日期', type: 'date' },
    { name: 'amount_wan', zh: '意向金额(万元)', type: 'decimal', unit: '10k CNY' },
    { name: 'visited_on', zh: '考察日期', type: 'date' },
    { name: 'negotiated_on', zh: '洽谈日期', type: 'date' },
    { name: 'signed_on', zh: '签约日期', type: 'date' },
    { name: 'lost_on', zh: '流失日期', type: 'date', note: 'competes with landing; it is not censoring' },
  ],
}
